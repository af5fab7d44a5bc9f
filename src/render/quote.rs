//! The only place that quotes. All text of a log in a snippet or a note passes through here or is encoded like
//! [`Text::encode`](crate::request::Text::encode), as a [`Query`](crate::request::Query) is.
//!
//! The law: the output contains no control character and nothing invisible, and parsing it in the target language
//! returns exactly the original bytes. For a shell, quotes alone are not enough: a control byte acts while it is
//! pasted, before any shell parses it.

pub mod json;
pub mod literal;

use crate::request::Text;
use crate::text::{Piece, Signs, pieces};

/// A dialect of shell. `cmd.exe` and csh are missing, because neither can be quoted reliably.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shell {
    /// bash, and zsh, which parses the same syntax.
    #[default]
    Bash,
    /// Only the syntax of POSIX: dash, busybox, ksh.
    Sh,
    /// fish.
    Fish,
}

impl Shell {
    /// Appends one word of a command line. A word cannot contain NUL; callers must refuse it.
    pub fn word(self, word: &[u8], out: &mut Vec<u8>) {
        let seen = SIGNS.look(word);
        let is_bare = seen.is_visible_ascii() && !seen.has(QUOTED) && !seen.declare(word);
        // zsh expands `=ls` to a path.
        if is_bare && !matches!(word, [] | [b'=', ..]) {
            return out.extend_from_slice(word);
        }
        let is_visible = is_bare || !seen.hide(word);
        let ends_quotes = seen.has(QUOTE) || (self == Self::Fish && seen.has(BACKSLASH));
        if is_visible && !ends_quotes {
            copy_between(b'\'', word, out);
        } else if self == Self::Fish {
            fish(word, out);
        } else if is_visible && !seen.has(BANG) {
            single_quotes(word, out);
        } else if self == Self::Bash {
            dollar_quotes(word, out);
        } else {
            printf(word, out);
        }
    }

    /// Appends the value of a variable, as a word or the end of one. The shell fails if it is not set: a call with an
    /// empty account or domain would be another call. fish has no such check.
    pub fn variable(self, name: &str, out: &mut Vec<u8>) {
        let text = if self == Self::Fish { format!("\"${name}\"") } else { format!("\"${{{name}:?}}\"") };
        out.extend_from_slice(text.as_bytes());
    }

    /// The assignment that must precede a command if one of its words ends with a newline: in `sh`, a substitution
    /// cannot. `ends` are the last texts of the words.
    pub(crate) fn preamble<'t>(self, mut ends: impl Iterator<Item = Text<'t>>) -> &'static str {
        if self == Self::Sh && ends.any(|end| end.last() == Some(b'\n')) {
            r"lf=$(printf '\n.') && lf=${lf%.} && "
        } else {
            ""
        }
    }
}

/// Characters with a special meaning, by context.
static SIGNS: Signs = Signs::new(&[br##" !"#$%&'()*;<>?[\]^`{|}~"##, b"'", b"\\", b"!"]);

/// Outside of quotes.
const QUOTED: usize = 0;
/// In single quotes.
const QUOTE: usize = 1;
/// In the single quotes of fish.
const BACKSLASH: usize = 2;
/// After `'\''`, the history expansion of an interactive bash loses track of quotes and expands `!`.
const BANG: usize = 3;

/// Appends a text that needs no escapes between these quotes.
#[inline]
fn copy_between(quote: u8, text: &[u8], out: &mut Vec<u8>) {
    out.push(quote);
    out.extend_from_slice(text);
    out.push(quote);
}

fn single_quotes(word: &[u8], out: &mut Vec<u8>) {
    out.push(b'\'');
    for &byte in word {
        match byte {
            b'\'' => out.extend_from_slice(br"'\''"),
            _ => out.push(byte),
        }
    }
    out.push(b'\'');
}

/// `$'...'`. Quote and `!` become octal too: the history expansion of bash does not parse this kind of quote.
fn dollar_quotes(word: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(b"$'");
    for piece in pieces(word) {
        match piece {
            Piece::Visible('\\') => out.extend_from_slice(br"\\"),
            Piece::Visible(quote @ ('\'' | '!')) => octal(quote as u8, out),
            Piece::Visible(char) => push_char(char, out),
            Piece::Hidden(b"\n") => out.extend_from_slice(br"\n"),
            Piece::Hidden(b"\r") => out.extend_from_slice(br"\r"),
            Piece::Hidden(b"\t") => out.extend_from_slice(br"\t"),
            Piece::Hidden(bytes) => bytes.iter().for_each(|&byte| octal(byte, out)),
        }
    }
    out.push(b'\'');
}

/// `"$(printf '...')"`, followed by `$lf` for the trailing newlines, which a substitution would remove.
fn printf(word: &[u8], out: &mut Vec<u8>) {
    let newlines = word.iter().rev().take_while(|&&byte| byte == b'\n').count();
    out.extend_from_slice(b"\"$(printf '");
    for (index, piece) in pieces(&word[..word.len() - newlines]).enumerate() {
        match piece {
            Piece::Visible('%') => out.extend_from_slice(b"%%"),
            Piece::Visible(special @ ('\\' | '\'' | '!')) => octal(special as u8, out),
            // As the first byte it would start an option of printf.
            Piece::Visible('-') if index == 0 => octal(b'-', out),
            Piece::Visible(char) => push_char(char, out),
            Piece::Hidden(b"\n") => out.extend_from_slice(br"\n"),
            Piece::Hidden(bytes) => bytes.iter().for_each(|&byte| octal(byte, out)),
        }
    }
    out.extend_from_slice(b"')");
    (0..newlines).for_each(|_| out.extend_from_slice(b"$lf"));
    out.push(b'"');
}

/// Single quotes in which `\\` and `\'` are escapes; hidden bytes are placed outside of them.
fn fish(word: &[u8], out: &mut Vec<u8>) {
    let mut quoted = false;
    if word.is_empty() {
        out.extend_from_slice(b"''");
    }
    for piece in pieces(word) {
        let visible = matches!(piece, Piece::Visible(_));
        if visible != quoted {
            out.push(b'\'');
            quoted = visible;
        }
        match piece {
            Piece::Visible(special @ ('\\' | '\'')) => out.extend_from_slice(&[b'\\', special as u8]),
            Piece::Visible(char) => push_char(char, out),
            Piece::Hidden(bytes) => {
                for byte in bytes {
                    out.extend_from_slice(format!("\\X{byte:02x}").as_bytes());
                }
            }
        }
    }
    if quoted {
        out.push(b'\'');
    }
}

/// Appends a word for a comment, a name or a message: ASCII letters, digits, `._-` and the signs of `keeps` are kept,
/// all other bytes are percent-encoded. The result is always one word, and no `:` or `=` makes a key of it.
pub(crate) fn inert(word: &[u8], keeps: &[u8], out: &mut Vec<u8>) {
    for &byte in word {
        if byte.is_ascii_alphanumeric() || b"._-".contains(&byte) || keeps.contains(&byte) {
            out.push(byte);
        } else {
            crate::request::escape::push_encoded(byte, out);
        }
    }
}

fn octal(byte: u8, out: &mut Vec<u8>) {
    out.extend_from_slice(format!("\\{byte:03o}").as_bytes());
}

fn push_char(char: char, out: &mut Vec<u8>) {
    out.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(shell: Shell, bytes: &[u8]) -> String {
        let mut out = Vec::new();
        shell.word(bytes, &mut out);
        String::from_utf8(out).expect("quoted text is UTF-8")
    }

    #[test]
    fn words_are_quoted_only_where_needed_and_only_as_far() {
        for (bytes, bash, sh, fish) in [
            (&b"elid=14"[..], "elid=14", "elid=14", "elid=14"),
            (b"name=a b", "'name=a b'", "'name=a b'", "'name=a b'"),
            (b"", "''", "''", "''"),
            (b"=ls", "'=ls'", "'=ls'", "'=ls'"),
            (b"a=it's", r"'a=it'\''s'", r"'a=it'\''s'", r"'a=it\'s'"),
            (b"a=\\", r"'a=\'", r"'a=\'", r"'a=\\'"),
            (b"a='!", r"$'a=\047\041'", r#""$(printf 'a=\047\041')""#, r"'a=\'!'"),
            (b"a=1\n2", r"$'a=1\n2'", r#""$(printf 'a=1\n2')""#, r"'a=1'\X0a'2'"),
            (b"a=%\n\n", r"$'a=%\n\n'", r#""$(printf 'a=%%')$lf$lf""#, r"'a=%'\X0a\X0a"),
            (b"\x1b\xff", r"$'\033\377'", r#""$(printf '\033\377')""#, r"\X1b\Xff"),
        ] {
            assert_eq!([word(Shell::Bash, bytes), word(Shell::Sh, bytes), word(Shell::Fish, bytes)], [bash, sh, fish]);
        }
        assert_eq!(word(Shell::Bash, "имя=Иван".as_bytes()), "'имя=Иван'");
        assert_eq!(word(Shell::Bash, "a\u{202e}b".as_bytes()), r"$'a\342\200\256b'");
    }

    #[test]
    fn rust_literals_spell_out_what_is_hidden() {
        let mut out = Vec::new();
        literal::rust("it's \"x\\\" \r\n\u{1b}\u{202e}\u{3164}Л", &mut out);
        assert_eq!(String::from_utf8(out).as_deref(), Ok(r#""it's \"x\\\" \r\n\u{1b}\u{202e}\u{3164}Л""#));
    }

    #[test]
    fn comments_show_everything_and_do_nothing() {
        let mut out = Vec::new();
        inert(b"x; `id` (1)\n a-b_c.d@e", b"", &mut out);
        assert_eq!(out.escape_ascii().to_string(), "x%3B%20%60id%60%20%281%29%0A%20a-b_c.d%40e");
        out.clear();
        inert(b"ann@example.com: x", b"@", &mut out);
        assert_eq!(out.escape_ascii().to_string(), "ann@example.com%3A%20x");
    }
}
