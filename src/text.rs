//! Text of any origin, and which of its characters an eye can see.
//!
//! In: bytes from a log, a file name, an argument. Out: [`Visible`], which spells out what a terminal or an eye could be
//! deceived by, and the same judgement for those who quote. It stands below all other modules, because each of them has
//! messages.

use std::fmt;

/// Text of any origin for a message: what a terminal or an eye could be deceived by is spelt out.
#[derive(Debug, Clone, Copy)]
pub struct Visible<'a>(pub &'a [u8]);

impl fmt::Display for Visible<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pieces(self.0).try_for_each(|piece| match piece {
            Piece::Visible(char) => fmt::Write::write_char(f, char),
            Piece::Hidden(bytes) => write!(f, "{}", bytes.escape_ascii()),
        })
    }
}

/// Whether a character shows nothing, or something else than itself, on a terminal.
pub fn is_hidden(char: char) -> bool {
    // Letters by their category, blanks to the eye.
    const FILLERS: [char; 6] = ['\u{115f}', '\u{1160}', '\u{2800}', '\u{3164}', '\u{ffa0}', '\u{1d159}'];
    if char.is_ascii() {
        return char.is_ascii_control();
    }
    // Letters of most logs; the question below takes longer.
    if matches!(char, '\u{c0}'..='\u{24f}' | '\u{400}'..='\u{47f}') {
        return false;
    }
    // The standard library spells out what Unicode calls control, format, private, unassigned, separator or combining.
    FILLERS.contains(&char) || char.escape_debug().len() > 1
}

/// Whether something would have to be spelt out.
pub fn has_hidden(bytes: &[u8]) -> bool {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.chars().any(is_hidden),
        Err(_) => true,
    }
}

/// A part of a text.
pub(crate) enum Piece<'a> {
    /// A character that shows itself.
    Visible(char),
    /// Bytes that show nothing, or something else.
    Hidden(&'a [u8]),
}

/// Bytes as visible characters and as what is none of them: hidden characters, and bytes that are no UTF-8.
pub(crate) fn pieces(bytes: &[u8]) -> impl Iterator<Item = Piece<'_>> {
    bytes.utf8_chunks().flat_map(|chunk| {
        let text = chunk.valid();
        let valid = text.char_indices().map(move |(at, char)| {
            if is_hidden(char) {
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
    fn a_message_shows_everything_and_does_nothing() {
        assert_eq!(Visible(b"a\x1b[2J\xff\xe2\x80\xae \xd0\x9b").to_string(), r"a\x1b[2J\xff\xe2\x80\xae Л");
    }
}
