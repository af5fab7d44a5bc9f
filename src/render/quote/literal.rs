//! String literals of the languages of snippets.
//!
//! In: the bytes of a name or a value. Out: a literal of visible characters that the language evaluates to these bytes,
//! or to their UTF-8 text if the language's strings consist of characters.

use super::{Piece, copy_between, pieces, push_char};
use crate::text::Signs;

/// Python: a `str`, or `bytes` if the value is not UTF-8.
pub fn python(bytes: &[u8], out: &mut Vec<u8>) {
    if stands_for_itself(bytes) {
        return copy_between(b'"', bytes, out);
    }
    if str::from_utf8(bytes).is_err() {
        return python_bytes(bytes, out);
    }
    literal(bytes, br#""\"#, out, |hidden, out| {
        for char in chars(hidden) {
            let number = u32::from(char);
            let escape = if number > 0xffff { format!("\\U{number:08x}") } else { format!("\\u{number:04x}") };
            out.extend_from_slice(escape.as_bytes());
        }
    });
}

/// `b"..."`, which may contain ASCII only.
fn python_bytes(bytes: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(b"b\"");
    for piece in pieces(bytes) {
        match piece {
            Piece::Visible(char @ ('"' | '\\')) => out.extend_from_slice(&[b'\\', char as u8]),
            Piece::Visible(char) if char.is_ascii() => push_char(char, out),
            Piece::Visible(char) => hex(char.encode_utf8(&mut [0; 4]).as_bytes(), out),
            Piece::Hidden(hidden) => hex(hidden, out),
        }
    }
    out.push(b'"');
}

/// PHP: a string of bytes, in single quotes unless it has hidden characters.
pub fn php(bytes: &[u8], out: &mut Vec<u8>) {
    quoted_as_needed(bytes, br#""\$"#, out);
}

/// Perl: a string of bytes, in single quotes unless it has hidden characters.
pub fn perl(bytes: &[u8], out: &mut Vec<u8>) {
    quoted_as_needed(bytes, br#""\$@"#, out);
}

/// Go: a string of bytes.
pub fn go(bytes: &[u8], out: &mut Vec<u8>) {
    if stands_for_itself(bytes) {
        return copy_between(b'"', bytes, out);
    }
    literal(bytes, br#""\"#, out, hex);
}

/// JavaScript: a string of characters, so the text must be UTF-8.
pub fn javascript(text: &str, out: &mut Vec<u8>) {
    if stands_for_itself(text.as_bytes()) {
        return copy_between(b'"', text.as_bytes(), out);
    }
    literal(text.as_bytes(), br#""\"#, out, |hidden, out| {
        for char in chars(hidden) {
            out.extend_from_slice(char.escape_unicode().to_string().as_bytes());
        }
    });
}

/// Rust, whose escapes equal those of JavaScript.
pub fn rust(text: &str, out: &mut Vec<u8>) {
    javascript(text, out);
}

/// A value in Hurl: the rest of a line up to a `#`, without the spaces around it. An escaped `{` does not start a
/// template.
pub fn hurl(text: &str, out: &mut Vec<u8>) {
    static SIGNS: Signs = Signs::new(&[br"\#{}"]);
    let seen = SIGNS.look(text.as_bytes());
    if !seen.has(0) && !text.starts_with(' ') && !text.ends_with(' ') && !seen.hide(text.as_bytes()) {
        return out.extend_from_slice(text.as_bytes());
    }
    let inner = text.trim_matches(' ');
    let start = text.len() - text.trim_start_matches(' ').len();
    let spaces = |count: usize, out: &mut Vec<u8>| (0..count).for_each(|_| out.extend_from_slice(br"\u{20}"));
    spaces(start, out);
    let spell_out = |char: char, out: &mut Vec<u8>| out.extend_from_slice(char.escape_unicode().to_string().as_bytes());
    for piece in pieces(inner.as_bytes()) {
        match piece {
            Piece::Visible(char @ ('\\' | '#' | '{' | '}')) => spell_out(char, out),
            Piece::Visible(char) => push_char(char, out),
            Piece::Hidden(hidden) => chars(hidden).for_each(|char| spell_out(char, out)),
        }
    }
    spaces(text.len() - start - inner.len(), out);
}

/// Whether a text needs no escapes in double quotes, in which only `"` and `\` have a special meaning.
fn stands_for_itself(text: &[u8]) -> bool {
    static SIGNS: Signs = Signs::new(&[br#""\"#]);
    let seen = SIGNS.look(text);
    !seen.has(0) && !seen.hide(text)
}

/// Single quotes with `\'` and `\\`; if there are hidden characters, double quotes in which the bytes of `special` are
/// escaped.
fn quoted_as_needed(bytes: &[u8], special: &[u8], out: &mut Vec<u8>) {
    static SIGNS: Signs = Signs::new(&[br"'\"]);
    let seen = SIGNS.look(bytes);
    if seen.hide(bytes) {
        literal(bytes, special, out, hex);
    } else if seen.has(0) {
        literal(bytes, br"'\", out, hex);
    } else {
        copy_between(b'\'', bytes, out);
    }
}

/// A literal in the quotes that `special` starts with; the bytes of `special` get a backslash.
fn literal(bytes: &[u8], special: &[u8], out: &mut Vec<u8>, mut spell_out: impl FnMut(&[u8], &mut Vec<u8>)) {
    out.push(special[0]);
    for piece in pieces(bytes) {
        match piece {
            Piece::Visible(char) => {
                if special.iter().any(|&byte| char == byte as char) {
                    out.push(b'\\');
                }
                push_char(char, out);
            }
            Piece::Hidden(b"\n") => out.extend_from_slice(br"\n"),
            Piece::Hidden(b"\r") => out.extend_from_slice(br"\r"),
            Piece::Hidden(b"\t") => out.extend_from_slice(br"\t"),
            Piece::Hidden(hidden) => spell_out(hidden, out),
        }
    }
    out.push(special[0]);
}

/// `\xff`: all these languages parse exactly two digits.
fn hex(bytes: &[u8], out: &mut Vec<u8>) {
    for byte in bytes {
        out.extend_from_slice(format!("\\x{byte:02x}").as_bytes());
    }
}

/// The characters of hidden bytes.
fn chars(hidden: &[u8]) -> impl Iterator<Item = char> {
    hidden.utf8_chunks().flat_map(|chunk| chunk.valid().chars())
}

#[cfg(test)]
mod tests {
    use super::*;

    type Quoter<'a> = &'a dyn Fn(&[u8], &mut Vec<u8>);

    #[test]
    fn each_language_gets_its_own_escapes() {
        let javascript = |bytes: &[u8], out: &mut Vec<u8>| javascript(str::from_utf8(bytes).expect("text"), out);
        let all: [(Quoter<'_>, [&str; 3]); 5] = [
            (&python, [r#""it's \"$@\\""#, r#""Л\n\u001b0\u202e\U000e0001""#, r#""""#]),
            (&php, [r#"'it\'s "$@\\'"#, r#""Л\n\x1b0\xe2\x80\xae\xf3\xa0\x80\x81""#, "''"]),
            (&perl, [r#"'it\'s "$@\\'"#, r#""Л\n\x1b0\xe2\x80\xae\xf3\xa0\x80\x81""#, "''"]),
            (&go, [r#""it's \"$@\\""#, r#""Л\n\x1b0\xe2\x80\xae\xf3\xa0\x80\x81""#, r#""""#]),
            (&javascript, [r#""it's \"$@\\""#, r#""Л\n\u{1b}0\u{202e}\u{e0001}""#, r#""""#]),
        ];
        for (quoter, expected) in all {
            let inputs = ["it's \"$@\\", "Л\n\u{1b}0\u{202e}\u{e0001}", ""];
            for (input, expected) in inputs.into_iter().zip(expected) {
                let mut out = Vec::new();
                quoter(input.as_bytes(), &mut out);
                assert_eq!(String::from_utf8(out).as_deref(), Ok(expected));
            }
        }
    }

    #[test]
    fn hurl_spells_out_its_own_signs_and_the_spaces_at_both_ends() {
        for (text, expected) in [
            ("a: b/c?d=\"e\"", r#"a: b/c?d="e""#),
            ("{{a}} #\\\n", r"\u{7b}\u{7b}a\u{7d}\u{7d} \u{23}\u{5c}\u{a}"),
            ("  Л ", r"\u{20}\u{20}Л\u{20}"),
            ("  ", r"\u{20}\u{20}"),
        ] {
            let mut out = Vec::new();
            hurl(text, &mut out);
            assert_eq!(String::from_utf8(out).as_deref(), Ok(expected));
        }
    }

    #[test]
    fn what_is_not_text_is_bytes() {
        for (quoter, expected) in [
            (python as fn(&[u8], &mut Vec<u8>), r#"b"\xd0\x9b$@\xff\"\x0a""#),
            (php, r#""Л\$@\xff\"\n""#),
            (perl, r#""Л\$\@\xff\"\n""#),
            (go, r#""Л$@\xff\"\n""#),
        ] {
            let mut out = Vec::new();
            quoter(b"\xd0\x9b$@\xff\"\n", &mut out);
            assert_eq!(String::from_utf8(out).as_deref(), Ok(expected));
        }
    }
}
