//! The line above a snippet: when, who, what, and whether it changes data.
//!
//! ```text
//! # Jun 25 09:07:51 root as admin, processing.edit, changes data, without masked passwd
//! ```
//!
//! Interpreters, tools and editors look for declarations in comments: the encoding of a Python source, vim's modelines,
//! directives such as `# @name` and `// +build`. No list of them is ever complete, so the line has a form in which none can
//! be said. It starts with a stamp or a fixed word, never with text of a log. A word of a log is one word, made of
//! letters, digits and a few signs. And no `:` or `=` stands behind one: with a colon there, the user `coding` and the
//! function `utf_7` together would choose the encoding.

use super::{Request, Role, Snippet, quote};
use crate::clean::Reason;

/// How a format writes comments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comment {
    /// What starts the line.
    pub sign: &'static str,
    /// The signs that words of a log keep in it, beside `._-`.
    keeps: &'static [u8],
}

/// Words of a refusal that the line says. json has all of it.
const WORDS_OF_ERROR: usize = 12;

impl Comment {
    /// A line that `sign` starts. Words keep letters, digits and `._-`, which no format reads anything into.
    pub const fn line(sign: &'static str) -> Self {
        Self { sign, keeps: b"" }
    }

    /// Lets words keep these signs too. The format answers for it: nothing that reads it may find a declaration behind
    /// one of them, wherever in the line that is.
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

    /// Appends what the line says. It holds nothing that ends a string in any language.
    pub fn push_text(self, request: &Request<'_>, out: &mut Vec<u8>) {
        let clean = &request.clean;
        let record = clean.record;
        let word = |word: &[u8], out: &mut Vec<u8>| quote::inert(word, self.keeps, out);
        // The grammar lets nothing but a month and digits into a stamp.
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
