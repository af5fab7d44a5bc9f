//! Scripts and documents: a whole conversion as one text. A script is a program in the target's language, to be
//! reviewed and then run. A document is a file of a format with one beginning and one end around any number of calls.
//!
//! In: calls, one after the other. Out: text in a [`Snippet`]: the text before the first call, each call, in a script
//! with its comment line and a check of the answer, and the text after the last call. Only the data for the end is
//! stored, so a conversion of any length streams. A program without its end does nothing: shells and compilers refuse
//! an incomplete one.

pub(crate) mod judge;
pub(crate) mod rust;
pub(crate) mod sh;

use super::{CallOptions, Comment, RenderError, Request, Snippet, Target, quote};
use crate::option::setters;
use std::collections::BTreeSet;

/// A program or document that is being written.
pub trait Script: std::fmt::Debug + Send {
    /// Appends the text before the first call.
    fn begin(&mut self, options: &CallOptions, out: &mut Snippet);

    /// Appends a call, in a program with the check of its answer.
    ///
    /// # Errors
    /// See [`Target::render`]; the appended text is invalid then.
    fn call(&mut self, step: &Step<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError>;

    /// Appends the text after the last call. `variables` are those that calls take values from: if one is not set, the
    /// program must not make any call.
    fn end(&mut self, variables: &BTreeSet<String>, out: &mut Snippet);
}

/// One call of a script.
#[derive(Clone, Copy)]
pub struct Step<'a> {
    /// The call.
    pub request: &'a Request<'a>,
    /// Starts at 1. Calls that are commented out are counted too.
    pub number: u64,
    /// Whether the call is commented out.
    pub skipped: bool,
    /// The comment line above it.
    pub comment: Option<Comment>,
}

impl Step<'_> {
    /// The function's name for messages, safe in a comment and in any quotes.
    pub fn function(&self) -> String {
        let mut name = Vec::new();
        quote::inert(&self.request.action(), b"", &mut name);
        String::from_utf8_lossy(&name).into_owned()
    }
}

/// Options of a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Style {
    /// The treatment of calls that delete.
    pub deletes: Deletes,
    /// Whether each call has a comment line above it: when, who, what.
    pub comments: bool,
}

impl Style {
    setters! { deletes: Deletes, comments: bool }

    /// Variables that scripts use themselves, so parameters must not use these names.
    pub const VARIABLES: [&str; sh::OWN.len()] = sh::OWN;
}

impl Default for Style {
    fn default() -> Self {
        Self { deletes: Deletes::default(), comments: true }
    }
}

/// The treatment of calls that delete in a script.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Deletes {
    /// They are commented out.
    #[default]
    CommentedOut,
    /// They run like all others.
    Run,
}

/// The approximate maximum number of variables that are stored up to the end of a script or document.
const MOST_VARIABLES: usize = 10_000;

/// A script or a document, and its progress.
#[derive(Debug)]
pub(crate) struct Program {
    script: Box<dyn Script>,
    /// `None` for a document, which has no comments, and is written even without calls.
    style: Option<Style>,
    comment: Option<Comment>,
    written: u64,
    variables: BTreeSet<String>,
}

impl Program {
    /// Starts a script; `None` if the target has no scripts.
    pub(crate) fn new(target: &dyn Target, style: Style) -> Option<Self> {
        let comment = target.info().comment.filter(|_| style.comments);
        target.script().map(|script| Self { comment, ..Self::begin(script, Some(style)) })
    }

    /// Starts a document; `None` if the target is not a document.
    pub(crate) fn document(target: &dyn Target) -> Option<Self> {
        target.document().map(|document| Self::begin(document, None))
    }

    fn begin(script: Box<dyn Script>, style: Option<Style>) -> Self {
        Self { script, style, comment: None, written: 0, variables: BTreeSet::new() }
    }

    /// Appends a call, and before the first one the program's beginning.
    ///
    /// # Errors
    /// See [`Script::call`]; the call does not count then.
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

    /// Appends the end. Returns false and appends nothing if this would be a program without calls.
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

/// The parts of a program's text before each of these marks, and the part after the last.
fn parts<const N: usize>(mut text: &'static str, marks: [&str; N]) -> ([&'static str; N], &'static str) {
    let before = marks.map(|mark| {
        let (before, behind) = text.split_once(mark).unwrap_or((text, ""));
        text = behind;
        before
    });
    (before, text)
}

/// Appends a document with one call.
///
/// # Errors
/// See [`Script::call`].
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
