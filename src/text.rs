//! Text of any origin, and which of its characters are invisible.
//!
//! In: bytes from a log, a file name, an argument. Out: [`Visible`], which escapes everything that could deceive a
//! terminal or a reader, and the same check for the quoting code. This module is below all others, because each of them
//! has messages.

use std::borrow::Cow;
use std::fmt;

/// Text of any origin for a message. It is displayed with everything escaped that could deceive a terminal or a reader.
#[derive(Debug, Clone, Copy)]
pub struct Visible<'a>(pub &'a [u8]);

impl<'a> Visible<'a> {
    /// The escaped text; borrowed if nothing needs an escape.
    pub fn text(self) -> Cow<'a, str> {
        match str::from_utf8(self.0) {
            Ok(text) if !has_hidden(self.0) => text.into(),
            _ => self.to_string().into(),
        }
    }
}

impl fmt::Display for Visible<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pieces(self.0).try_for_each(|piece| match piece {
            Piece::Visible(char) => fmt::Write::write_char(f, char),
            Piece::Hidden(bytes) => write!(f, "{}", bytes.escape_ascii()),
        })
    }
}

/// Whether a terminal displays nothing for a character, or something other than the character.
pub fn is_hidden(char: char) -> bool {
    // Unicode classes these as letters or symbols, but they are displayed as blanks.
    const FILLERS: [char; 6] = ['\u{115f}', '\u{1160}', '\u{2800}', '\u{3164}', '\u{ffa0}', '\u{1d159}'];
    if char.is_ascii() {
        return char.is_ascii_control();
    }
    // Letters of most logs. A fast path: the check below is slower.
    if matches!(char, '\u{c0}'..='\u{24f}' | '\u{400}'..='\u{47f}') {
        return false;
    }
    // The standard library escapes control, format, private, unassigned, separator and combining characters.
    FILLERS.contains(&char) || char.escape_debug().len() > 1
}

/// Whether the text contains anything that [`Visible`] escapes.
pub(crate) fn has_hidden(bytes: &[u8]) -> bool {
    static SIGNS: Signs = Signs::new(&[]);
    SIGNS.look(bytes).hide(bytes)
}

/// Whether a text contains anything but visible characters.
pub(crate) fn has_hidden_chars(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    loop {
        match rest {
            [] => return false,
            // A fast path for Russian letters and visible ASCII.
            [0xd0 | 0xd1, 0x80..=0xbf, behind @ ..] | [b' '..=b'~', behind @ ..] => rest = behind,
            _ => return !str::from_utf8(rest).is_ok_and(|text| !text.chars().any(is_hidden)),
        }
    }
}

/// The bytes with a special meaning in a language. The writer of its literals checks a text once, and copies it as a
/// whole if it contains none of them, as nearly every text.
#[derive(Debug)]
pub(crate) struct Signs([u8; 256]);

/// The kinds of bytes in a text, one bit each.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen(u8);

impl Signs {
    const CONTROL: u8 = 1;
    const NOT_ASCII: u8 = 2;
    /// A byte that may complete an editor setting.
    const MARK: u8 = 4;
    /// The first of the language's own kinds.
    const OWN: u8 = 8;

    /// A table for these kinds of bytes of a language.
    pub(crate) const fn new(kinds: &[&[u8]]) -> Self {
        let mut table = [0; 256];
        let mut byte = 0;
        while byte < 256 {
            table[byte] = match byte {
                0..0x20 | 0x7f => Self::CONTROL,
                0x80.. => Self::NOT_ASCII,
                _ => 0,
            };
            byte += 1;
        }
        table[b':' as usize] |= Self::MARK;
        table[b'*' as usize] |= Self::MARK;
        let mut kind = 0;
        while kind < kinds.len() {
            let mut at = 0;
            while at < kinds[kind].len() {
                table[kinds[kind][at] as usize] |= Self::OWN << kind;
                at += 1;
            }
            kind += 1;
        }
        Self(table)
    }

    /// The kinds of bytes in a text.
    #[inline]
    pub(crate) fn look(&self, text: &[u8]) -> Seen {
        Seen(text.iter().fold(0, |seen, &byte| seen | self.0[usize::from(byte)]))
    }
}

impl Seen {
    /// Whether the text contains bytes of the language's kind with this index.
    #[inline]
    pub(crate) fn has(self, kind: usize) -> bool {
        self.0 & Signs::OWN << kind != 0
    }

    /// Whether the text is visible ASCII.
    #[inline]
    pub(crate) fn is_visible_ascii(self) -> bool {
        self.0 & (Signs::CONTROL | Signs::NOT_ASCII) == 0
    }

    /// Whether the text contains an editor setting. `text` must be the checked text.
    #[inline]
    pub(crate) fn declare(self, text: &[u8]) -> bool {
        self.0 & Signs::MARK != 0 && has_declaration(text)
    }

    /// Whether the text contains anything that must be escaped. `text` must be the checked text.
    #[inline]
    pub(crate) fn hide(self, text: &[u8]) -> bool {
        self.0 & Signs::CONTROL != 0 || (self.0 & Signs::NOT_ASCII != 0 && has_hidden_chars(text)) || self.declare(text)
    }
}

/// The last character boundary at or before `at`. `str::floor_char_boundary` needs a newer Rust.
pub fn char_boundary(text: &str, at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// Whether an editor that opens a file with this text may interpret a part of it as a setting.
pub(crate) fn has_declaration(text: &[u8]) -> bool {
    memchr::memchr2_iter(b':', b'*', text).any(|at| declares(text, at))
}

/// Whether this byte completes an editor setting: the colon of a modeline (`vim:` and the like at the start of a word)
/// or of Emacs's `Local Variables:`, or the star of its `-*-`. Editors find these anywhere in a file, also inside a
/// string; escaping this byte disables the setting.
fn declares(text: &[u8], at: usize) -> bool {
    const MODELINES: [&[u8]; 5] = [b"vim", b"vi", b"ex", b"kak", b"kate"];
    const LOCAL: &[u8] = b"local variables";
    let before = &text[..at];
    if text[at] == b'*' {
        return before.ends_with(b"-") && text[at + 1..].starts_with(b"-");
    }
    if text[at] != b':' {
        return false;
    }
    // `vim>700:` restricts a modeline to certain versions.
    let word = before.rsplit(|&byte| byte == b' ').next().unwrap_or(before);
    let version = word.iter().rev().take_while(|byte| byte.is_ascii_digit() || b"<=>".contains(byte)).count();
    let name = &word[..word.len() - version];
    MODELINES.iter().any(|known| name.eq_ignore_ascii_case(known))
        || before.last_chunk::<{ LOCAL.len() }>().is_some_and(|end| end.eq_ignore_ascii_case(LOCAL))
}

/// A part of a text.
pub(crate) enum Piece<'a> {
    /// A character that is displayed as itself.
    Visible(char),
    /// Bytes that are invisible, misleading, or part of an editor setting.
    Hidden(&'a [u8]),
}

/// Splits bytes into visible characters and bytes to escape: hidden characters, and bytes that are not UTF-8.
pub(crate) fn pieces(bytes: &[u8]) -> impl Iterator<Item = Piece<'_>> {
    bytes.utf8_chunks().flat_map(|chunk| {
        let text = chunk.valid();
        let valid = text.char_indices().map(move |(at, char)| {
            if is_hidden(char) || declares(text.as_bytes(), at) {
                Piece::Hidden(&text.as_bytes()[at..at + char.len_utf8()])
            } else {
                Piece::Visible(char)
            }
        });
        valid.chain(Some(chunk.invalid()).filter(|invalid| !invalid.is_empty()).map(Piece::Hidden))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_is_what_an_eye_cannot_see() {
        for char in [
            '\0', '\x7f', '\u{85}', '\u{9b}', '\u{a0}', '\u{200b}', '\u{202e}', '\u{2028}', '\u{3164}', '\u{feff}',
            '\u{e000}',
        ] {
            assert!(is_hidden(char), "{char:?}");
        }
        for char in [' ', '~', 'é', 'Л', '漢', '😀'] {
            assert!(!is_hidden(char), "{char:?}");
        }
    }

    #[test]
    fn what_an_editor_heeds_is_told_from_what_looks_like_it() {
        for text in [
            "vim:x",
            "a vim: set x",
            "a ex:x",
            "vi:",
            "a Vim>700:x",
            "a vim8:",
            "a -*- b",
            "-*-c-*-",
            "x Local Variables:",
            "LOCAL VARIABLES:",
            "a kate: b",
        ] {
            assert!(has_declaration(text.as_bytes()), "{text}");
        }
        for text in
            ["shop.vi:443", "a latex: b", "example: b", "vim", "a-*b", "https://a:1", "a * b: c", "Re: vim", "index:"]
        {
            assert!(!has_declaration(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn a_message_shows_everything_and_does_nothing() {
        assert_eq!(Visible(b"a\x1b[2J\xff\xe2\x80\xae \xd0\x9b").to_string(), r"a\x1b[2J\xff\xe2\x80\xae Л");
    }
}
