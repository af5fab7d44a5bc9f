//! The comment line above a snippet: when, who, what, and whether it changes data.
//!
//! ```text
//! # Jun 25 09:07:51 root as admin, processing.edit, changes data, without masked passwd
//! ```
//!
//! Interpreters, tools and editors search comments for declarations: the encoding of a Python source, vim's modelines,
//! directives such as `# @name` and `// +build`. No list of them is ever complete, so the line has a form that cannot
//! express any. It starts with a stamp or a fixed word, never with text of a log. Each word of a log becomes a single
//! word of letters, digits and a few signs. And no `:` or `=` follows a word: with a colon there, the user `coding` and
//! the function `utf_7` together would set the encoding.

use super::{Request, Role, Snippet, quote};
use crate::clean::Reason;

/// How a format writes comments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comment {
    /// The start of the line.
    pub sign: &'static str,
    /// Signs beside `._-` that are not encoded in words of a log.
    keeps: &'static [u8],
}

/// The maximum number of words of an error in the line. json has the full text.
const WORDS_OF_ERROR: usize = 12;

impl Comment {
    /// A line that starts with `sign`. Words keep letters, digits and `._-`, which no format interprets.
    pub const fn line(sign: &'static str) -> Self {
        Self { sign, keeps: b"" }
    }

    /// Lets words keep these signs too. The format must guarantee that no reader of it finds a declaration behind one
    /// of them, anywhere in the line.
    #[must_use]
    pub const fn keeping(self, keeps: &'static [u8]) -> Self {
        Self { keeps, ..self }
    }

    /// Appends the line of a call.
    pub fn push(self, request: &Request<'_>, out: &mut Snippet) {
        out.mark(Role::Comment, |out| {
            out.extend_from_slice(self.sign.as_bytes());
            out.push(b' ');
            self.push_text(request, out);
        });
        out.push("\n");
    }

    /// Appends the text of the line. It contains no character that ends a string in any language.
    pub fn push_text(self, request: &Request<'_>, out: &mut Vec<u8>) {
        let clean = &request.clean;
        let record = clean.record;
        let word = |word: &[u8], out: &mut Vec<u8>| quote::inert(word, self.keeps, out);
        // The grammar allows only a month and digits in a stamp.
        out.extend_from_slice(record.head.map_or(b"call", |head| head.time));
        out.push(b' ');
        let user = record.user.unwrap_or_default();
        let login = user.split(|&byte| byte == b'#').next().unwrap_or(user);
        let other = record.acting_user().filter(|name| *name != login);
        word(login, out);
        if let Some(other) = other {
            out.extend_from_slice(if login.is_empty() { b"as " } else { b" as " });
            word(other, out);
        }
        if !login.is_empty() || other.is_some() {
            out.extend_from_slice(b", ");
        }
        word(&request.action(), out);
        if clean.faction().is_some() {
            out.extend_from_slice(b" for several objects");
        }
        if request.changes() {
            out.extend_from_slice(b", changes data");
        }
        if let Some(error) = request.error() {
            out.extend_from_slice(b", refused");
            let words = error.split(|char: char| !char.is_alphanumeric() && !"._-/".contains(char));
            for reason in words.filter(|word| word.contains(char::is_alphanumeric)).take(WORDS_OF_ERROR) {
                out.push(b' ');
                word(reason.as_bytes(), out);
            }
        }
        for masked in clean.removed.iter().filter(|removed| removed.reason == Reason::Masked) {
            out.extend_from_slice(b", without masked ");
            word(&masked.name.decode(), out);
        }
    }
}
