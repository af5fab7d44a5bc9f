//! What a format is: its name, and how it renders a request.
//!
//! In: a name. Out: a [`Target`]. The page of [`render`](super) shows how one is written.

use super::{CallOptions, Comment, RenderError, Script, Snippet, TARGETS};
use crate::scan::Request;

/// What a format is called and what its files are like.
#[derive(Debug, Clone, Copy)]
pub struct Info {
    /// The word for `--to`.
    pub name: &'static str,
    /// One line for people who choose.
    pub about: &'static str,
    /// What a file of such snippets ends in.
    pub extension: &'static str,
    /// How the format writes comments, if it has any, and which text they may hold. [`Comment::line`] is right for all; a
    /// format that lets words keep more signs proves it in `tests/it/hostile/comments.rs`.
    pub comment: Option<Comment>,
}

/// A language, tool or format that a request can be said in.
pub trait Target: std::fmt::Debug + Sync {
    /// What it is called and what its files are like.
    fn info(&self) -> Info;

    /// Whether a snippet depends on those before it, so that they must be made one after the other.
    fn depends_on_earlier(&self) -> bool {
        false
    }

    /// Whether a snippet says on which line of the log its request stands.
    fn names_line(&self) -> bool {
        false
    }

    /// Whether a snippet says how its request ended, beside its comment.
    fn tells_outcome(&self) -> bool {
        false
    }

    /// A script of many such calls, for targets that can be one program.
    fn script(&self) -> Option<Box<dyn Script>> {
        None
    }

    /// The document that a whole conversion becomes, for formats that need a beginning and an end. `render` then makes a
    /// document of one call.
    fn document(&self) -> Option<Box<dyn Script>> {
        None
    }

    /// Appends the call, with its line end, to a snippet.
    ///
    /// # Errors
    /// [`RenderError`] if this target has no way to say it; what was appended is void then.
    fn render(&self, request: &Request<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError>;
}

/// The target of a name.
pub fn target(name: &str) -> Option<&'static dyn Target> {
    TARGETS.iter().copied().find(|target| target.info().name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_words_and_lead_back_to_their_target() {
        for known in TARGETS {
            let name = known.info().name;
            assert!(name.bytes().all(|byte| byte.is_ascii_lowercase()), "{name}");
            assert!(std::ptr::eq(target(name).expect("listed"), *known), "{name} is taken twice");
            assert!(!known.info().about.is_empty() && !known.info().extension.is_empty(), "{name}");
        }
    }
}
