//! Scripts and documents: a whole conversion as one text. A script is a program in the target's language, to be read and
//! then run. A document is a file of a format that has one beginning and one end, however many calls are in it.
//!
//! In: calls, one after the other. Out: text in a [`Snippet`]: what stands before the first call, each call, in a script
//! with its comment line and a check of the answer, and what stands behind the last one. Nothing is kept but what the end
//! needs, so a conversion of any length streams. A program whose end is missing does nothing: neither a shell nor a
//! compiler takes the half of it.

pub(crate) mod rust;
pub(crate) mod sh;

use super::{CallOptions, Comment, RenderError, Request, Snippet, Target, quote};
use crate::option::setters;
use std::collections::BTreeSet;

/// A program or a document in the making.
pub trait Script: std::fmt::Debug + Send {
    /// Appends what stands before the first call.
    fn begin(&mut self, options: &CallOptions, out: &mut Snippet);

    /// Appends a call, in a program with what checks its answer.
    ///
    /// # Errors
    /// [`RenderError`] as of [`Target::render`]; what was appended is void then.
    fn call(&mut self, step: &Step<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError>;

    /// Appends what stands behind the last call. `variables` are those that calls take values from: they must be set, or no
    /// call may be made.
    fn end(&mut self, variables: &BTreeSet<String>, out: &mut Snippet);
}

/// One call of a script.
#[derive(Clone, Copy)]
pub struct Step<'a> {
    /// What to call.
    pub request: &'a Request<'a>,
    /// The first is 1. A call that is commented out has a number too.
    pub number: u64,
    /// It is written down but commented out.
    pub skipped: bool,
    /// The comment line that stands above it.
    pub comment: Option<Comment>,
}

impl Step<'_> {
    /// The function's name for messages, harmless in a comment and in any quotes.
    pub fn function(&self) -> String {
        let mut name = Vec::new();
        quote::inert(&self.request.action(), b"", &mut name);
        String::from_utf8_lossy(&name).into_owned()
    }
}

/// What a script is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Style {
    /// Calls that delete.
    pub deletes: Deletes,
    /// Whether a comment line stands above each call: when, who, what.
    pub comments: bool,
}

impl Style {
    setters! { deletes: Deletes, comments: bool }

    /// Variables that a script has for itself, so that no parameter's variable may have their names.
    pub const VARIABLES: [&str; sh::OWN.len()] = sh::OWN;
}

impl Default for Style {
    fn default() -> Self {
        Self { deletes: Deletes::default(), comments: true }
    }
}

/// What a script does about calls that delete.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Deletes {
    /// They are commented out.
    #[default]
    CommentedOut,
    /// They run like all others.
    Run,
}

/// Variables of a whole script or document, which are remembered up to its end, more or less.
const MOST_VARIABLES: usize = 10_000;

/// A script or a document, and how far it is.
#[derive(Debug)]
pub(crate) struct Program {
    script: Box<dyn Script>,
    /// `None` in a document, which has no comments and is one without any call too.
    style: Option<Style>,
    comment: Option<Comment>,
    written: u64,
    variables: BTreeSet<String>,
}

impl Program {
    /// Nothing written yet; `None` if the target has no scripts.
    pub(crate) fn new(target: &dyn Target, style: Style) -> Option<Self> {
        let comment = target.info().comment.filter(|_| style.comments);
        target.script().map(|script| Self { comment, ..Self::begin(script, Some(style)) })
    }

    /// Nothing written yet; `None` if the target is no document.
    pub(crate) fn document(target: &dyn Target) -> Option<Self> {
        target.document().map(|document| Self::begin(document, None))
    }

    fn begin(script: Box<dyn Script>, style: Option<Style>) -> Self {
        Self { script, style, comment: None, written: 0, variables: BTreeSet::new() }
    }

    /// Appends a call, behind the program's beginning if it is the first one.
    ///
    /// # Errors
    /// As of [`Script::call`]; the call does not count then.
    pub(crate) fn call(
        &mut self,
        request: &Request<'_>,
        options: &CallOptions,
        out: &mut Snippet,
    ) -> Result<(), RenderError> {
        if request.clean.special_params > 0 && self.variables.len() >= MOST_VARIABLES {
            return Err(RenderError::ManySecrets(MOST_VARIABLES));
        }
        if self.written == 0 {
            self.script.begin(options, out);
        }
        let skipped = request.deletes() && self.style.is_some_and(|style| style.deletes == Deletes::CommentedOut);
        let step = Step { request, number: self.written + 1, skipped, comment: self.comment };
        self.script.call(&step, options, out)?;
        self.written += 1;
        if request.clean.special_params > 0 && !skipped {
            self.variables.extend(request.params().filter_map(|argument| argument.value.variable().map(str::to_owned)));
        }
        Ok(())
    }

    /// Appends the end; false, and nothing appended, if this would be a program without any call.
    pub(crate) fn end(&mut self, options: &CallOptions, out: &mut Snippet) -> bool {
        if self.written == 0 {
            if self.style.is_some() {
                return false;
            }
            self.script.begin(options, out);
        }
        self.script.end(&self.variables, out);
        true
    }
}

/// What stands before each of these marks of a program's text, and behind the last.
fn parts<const N: usize>(mut text: &'static str, marks: [&str; N]) -> ([&'static str; N], &'static str) {
    let before = marks.map(|mark| {
        let (before, behind) = text.split_once(mark).unwrap_or((text, ""));
        text = behind;
        before
    });
    (before, text)
}

/// Appends a document with one call in it.
///
/// # Errors
/// As of [`Script::call`].
pub fn document_of_one(
    document: Box<dyn Script>,
    request: &Request<'_>,
    options: &CallOptions,
    out: &mut Snippet,
) -> Result<(), RenderError> {
    let mut document = Program::begin(document, None);
    document.call(request, options, out)?;
    document.end(options, out);
    Ok(())
}
