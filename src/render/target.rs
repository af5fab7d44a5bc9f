//! The trait of formats: the name, and how a request is rendered.
//!
//! In: a name. Out: a [`Target`]. The page of [`render`](super) shows how to write one.

use super::{CallOptions, Comment, RenderError, Script, Snippet, TARGETS};
use crate::scan::Request;

/// The name of a format, and the properties of its files.
#[derive(Debug, Clone, Copy)]
pub struct Info {
    /// The value of `--to`.
    pub name: &'static str,
    /// A one-line description.
    pub about: &'static str,
    /// The extension of files with such snippets.
    pub extension: &'static str,
    /// The comment syntax, if the format has comments, and the text that is allowed in them. [`Comment::line`] suits
    /// every format; a format that lets words keep more signs must prove it in `tests/it/hostile/comments.rs`.
    pub comment: Option<Comment>,
}

/// A language, tool or format in which a request can be rendered.
pub trait Target: std::fmt::Debug + Sync {
    /// The name of the format, and the properties of its files.
    fn info(&self) -> Info;

    /// Whether a snippet depends on those before it, so that they must be rendered one after the other.
    fn depends_on_earlier(&self) -> bool {
        false
    }

    /// Whether a snippet contains the line number of its request.
    fn names_line(&self) -> bool {
        false
    }

    /// Whether a snippet contains the outcome of its request, apart from its comment.
    fn tells_outcome(&self) -> bool {
        false
    }

    /// A script of many such calls, for targets that can be one program.
    fn script(&self) -> Option<Box<dyn Script>> {
        None
    }

    /// The document of a whole conversion, for formats that need a beginning and an end. `render` then writes a
    /// document with one call.
    fn document(&self) -> Option<Box<dyn Script>> {
        None
    }

    /// Appends the call, with its line end, to a snippet.
    ///
    /// # Errors
    /// [`RenderError`] if this target cannot express it; the appended text is invalid then.
    fn render(&self, request: &Request<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError>;
}

/// The target with this name.
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
