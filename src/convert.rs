//! From lines to snippets: scan, render, count.
//!
//! In: [`Block`]s and [`Settings`]. Out: snippets and notes in a [`Sink`], and [`Totals`] that add up: every line that
//! looks like a request was converted, filtered out or reported. A [`Converter`] is a [`Scanner`](crate::scan::Scanner)
//! and a [`Printer`](printer::Printer); [`convert`] runs one over a reader.

pub(crate) mod converter;
pub(crate) mod excerpt;
pub(crate) mod last;
pub(crate) mod note;
pub(crate) mod parallel;
pub(crate) mod printer;
#[cfg(test)]
mod tests;

pub use converter::Converter;
pub use last::Last;
pub use note::{Note, NoteKind, Refusal};
pub use parallel::convert_parallel;

use crate::option::setters;
use crate::render::script::{Program, Style};
use crate::render::{CallOptions, Snippet, Target};
use crate::scan::ScanOptions;
use crate::source::{Block, BlockReader, Source};
use std::io::{self, Read};
use std::sync::Arc;

/// Which requests are selected, and how they are printed.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Settings {
    /// Which requests are selected, and which of their parameters.
    pub scan: ScanOptions,
    /// How they are printed.
    pub print: PrintOptions,
}

impl Settings {
    setters! { scan: ScanOptions, print: PrintOptions }

    /// Combines these options.
    pub fn of(scan: ScanOptions, print: PrintOptions) -> Self {
        Self { scan, print }
    }

    /// All requests, cleaned by the default rules, as calls in one format to a panel on this machine.
    pub fn new(target: &'static dyn Target) -> Self {
        Self { scan: ScanOptions::default(), print: PrintOptions::new(vec![target], CallOptions::default()) }
    }

    /// Whether anything depends on the outcomes of requests. Finding them means searching the log for errors.
    pub fn wants_outcomes(&self) -> bool {
        self.scan.filter.failed.is_some() || self.print.tells_outcome()
    }
}

/// How requests are printed.
#[derive(Debug, Clone)]
#[non_exhaustive]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub struct PrintOptions {
    /// The formats to render each request in, one after the other.
    pub targets: Vec<&'static dyn Target>,
    /// How calls reach the panel.
    pub call: CallOptions,
    /// Prints a comment line above each snippet.
    pub comments: bool,
    /// Prints each distinct call once.
    pub unique: bool,
    /// Combines the whole conversion into one program of the first target, if it supports scripts. [`Converter::end`]
    /// closes it.
    pub script: Option<Style>,
    /// If the format is a document, prints one document of all requests, which [`Converter::end`] closes; otherwise one
    /// per request. The former needs a single target, and no lines to pass through.
    pub one_document: bool,
    /// Passes lines that are not converted through unchanged.
    pub passthrough: bool,
}

impl PrintOptions {
    setters! {
        comments: bool, unique: bool, script: Option<Style>, one_document: bool, passthrough: bool,
    }

    /// Renders each request in each target, without comments.
    pub fn new(targets: Vec<&'static dyn Target>, call: CallOptions) -> Self {
        Self { targets, call, comments: false, unique: false, script: None, one_document: true, passthrough: false }
    }

    /// Whether the output contains the outcomes of requests.
    fn tells_outcome(&self) -> bool {
        let has_comments = self.comments || self.script.is_some_and(|style| style.comments);
        has_comments || self.targets.iter().any(|target| target.tells_outcome())
    }

    /// The program or document of the whole conversion, if it is one text.
    fn program(&self) -> Option<Program> {
        let target = *self.targets.first()?;
        match self.script {
            Some(style) => Program::new(target, style),
            None if self.one_document && self.targets.len() == 1 && !self.passthrough => Program::document(target),
            None => None,
        }
    }
}

/// Receives the output of a conversion, in the order of the log.
pub trait Sink {
    /// Receives one request, rendered in one target.
    fn snippet(&mut self, snippet: &Snippet) -> io::Result<()>;

    /// Receives a snippet that is too large to be copied needlessly: the implementation may take its text.
    fn large(&mut self, snippet: &mut Snippet) -> io::Result<()> {
        self.snippet(snippet)
    }

    /// Receives lines that were not converted, unchanged: whole lines, or a piece of one. Only with
    /// [`PrintOptions::passthrough`].
    fn lines(&mut self, lines: &[u8]) -> io::Result<()>;

    /// Receives a message for the user.
    fn note(&mut self, note: &Note<'_>) -> io::Result<()>;

    /// Whether the sink should be emptied before it receives more.
    fn is_full(&self) -> bool {
        false
    }

    /// Whether notes are used at all; creating them takes time.
    fn wants_notes(&self) -> bool {
        true
    }
}

/// Snippets as text; notes are dropped.
impl Sink for Vec<u8> {
    fn snippet(&mut self, snippet: &Snippet) -> io::Result<()> {
        self.extend_from_slice(&snippet.text);
        Ok(())
    }

    fn lines(&mut self, lines: &[u8]) -> io::Result<()> {
        self.extend_from_slice(lines);
        Ok(())
    }

    fn note(&mut self, _: &Note<'_>) -> io::Result<()> {
        Ok(())
    }

    fn wants_notes(&self) -> bool {
        false
    }
}

/// The counts of a conversion: `seen = converted + filtered + reported`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// Lines that look like a request.
    pub seen: u64,
    /// Requests that were rendered in at least one target.
    pub converted: u64,
    /// Requests that an option rejected.
    pub filtered: u64,
    /// Requests that could not be converted; a note has the reason.
    pub reported: u64,
    /// Notes about a part that a snippet lacks, or about a request that was not converted.
    pub losses: u64,
    /// Requests converted for a guessed panel.
    pub guessed: u64,
}

impl std::ops::AddAssign for Totals {
    fn add_assign(&mut self, other: Self) {
        self.seen += other.seen;
        self.converted += other.converted;
        // Fewer, if the panel's error selected a request that had been filtered out.
        self.filtered = self.filtered.wrapping_add(other.filtered);
        self.reported += other.reported;
        self.losses += other.losses;
        self.guessed += other.guessed;
    }
}

impl std::ops::Sub for Totals {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self {
            seen: self.seen - other.seen,
            converted: self.converted - other.converted,
            filtered: self.filtered.wrapping_sub(other.filtered),
            reported: self.reported - other.reported,
            losses: self.losses - other.losses,
            guessed: self.guessed - other.guessed,
        }
    }
}

/// Converts everything that a reader returns.
///
/// # Errors
/// The first error of reading or of the sink; everything before it was converted.
pub fn convert(input: impl Read, source: Source, settings: &Settings, sink: &mut dyn Sink) -> io::Result<Totals> {
    let source = Arc::new(source);
    let mut reader = BlockReader::new(input, Arc::clone(&source));
    if settings.wants_outcomes() {
        reader = reader.with_outcomes(|| true);
    }
    let mut block = Block::new(source);
    let mut converter = Converter::new(&settings.scan, &settings.print);
    while reader.read(&mut block)? {
        converter.block(&block, sink)?;
    }
    converter.end(sink)?;
    Ok(converter.totals())
}
