//! From lines to snippets: scan, render, account.
//!
//! In: [`Block`]s and [`Settings`]. Out: snippets and notes in a [`Sink`], and [`Totals`] that add up: every line that looks
//! like a request was converted, filtered out or reported. A [`Converter`] is a [`Scanner`](crate::scan::Scanner) and a
//! [`Printer`](printer::Printer); [`convert`] runs one over a reader.

pub(crate) mod converter;
pub(crate) mod excerpt;
pub(crate) mod last;
pub(crate) mod note;
pub(crate) mod parallel;
pub(crate) mod printer;

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

/// What is looked for in a log, and how it is printed.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Settings {
    /// Which requests, and what of them.
    pub scan: ScanOptions,
    /// How they are printed.
    pub print: PrintOptions,
}

impl Settings {
    setters! { scan: ScanOptions, print: PrintOptions }

    /// These options.
    pub fn of(scan: ScanOptions, print: PrintOptions) -> Self {
        Self { scan, print }
    }

    /// All requests, cleaned as usual, as calls of one format to a panel on this machine.
    pub fn new(target: &'static dyn Target) -> Self {
        Self { scan: ScanOptions::default(), print: PrintOptions::new(vec![target], CallOptions::default()) }
    }

    /// Whether anything depends on how requests ended. To find that out costs a look at all errors of a log.
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
    /// A line of comment above each snippet.
    pub comments: bool,
    /// Each distinct call once.
    pub unique: bool,
    /// The whole conversion becomes one program, which [`Converter::end`] closes; of the first target, if it has scripts.
    pub script: Option<Style>,
    /// A target whose format is a document makes one of all requests, which [`Converter::end`] closes; otherwise one of
    /// each. Only a target that is alone and has no lines to hand on can do the former.
    pub one_document: bool,
    /// Lines that are not converted are handed on as they came.
    pub passthrough: bool,
}

impl PrintOptions {
    setters! {
        comments: bool, unique: bool, script: Option<Style>, one_document: bool, passthrough: bool,
    }

    /// A snippet of each target for each request, without comments.
    pub fn new(targets: Vec<&'static dyn Target>, call: CallOptions) -> Self {
        Self { targets, call, comments: false, unique: false, script: None, one_document: true, passthrough: false }
    }

    /// Whether something that is printed says how requests ended.
    fn tells_outcome(&self) -> bool {
        let has_comments = self.comments || self.script.is_some_and(|style| style.comments);
        has_comments || self.targets.iter().any(|target| target.tells_outcome())
    }

    /// What the whole conversion becomes, if it is one text.
    fn program(&self) -> Option<Program> {
        let target = *self.targets.first()?;
        match self.script {
            Some(style) => Program::new(target, style),
            None if self.one_document && self.targets.len() == 1 && !self.passthrough => Program::document(target),
            None => None,
        }
    }
}

/// Takes what a conversion gives, in the order of the log.
pub trait Sink {
    /// One request said in one target.
    fn snippet(&mut self, snippet: &Snippet) -> io::Result<()>;

    /// The same of a snippet so large that it had better not be copied: it may be emptied.
    fn large(&mut self, snippet: &mut Snippet) -> io::Result<()> {
        self.snippet(snippet)
    }

    /// Lines that were not converted, as they came, whole ones or a piece of one; only with [`PrintOptions::passthrough`].
    fn lines(&mut self, lines: &[u8]) -> io::Result<()>;

    /// Something a reader should know.
    fn note(&mut self, note: &Note<'_>) -> io::Result<()>;

    /// Whether so much has come that it should be handed out before there is more.
    fn is_full(&self) -> bool {
        false
    }

    /// Whether notes are read at all; making them takes time.
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

/// The account of a conversion: `seen = converted + filtered + reported`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// Lines that look like a request.
    pub seen: u64,
    /// Requests that became a snippet in one target at least.
    pub converted: u64,
    /// Requests that an option left out.
    pub filtered: u64,
    /// Requests that could not be converted; a note says why.
    pub reported: u64,
    /// Notes of something that a snippet lacks or a request that became none.
    pub losses: u64,
    /// Requests converted for a panel that had to be guessed.
    pub guessed: u64,
}

impl std::ops::AddAssign for Totals {
    fn add_assign(&mut self, other: Self) {
        self.seen += other.seen;
        self.converted += other.converted;
        // Fewer, if a refusal made a request a wanted one that had been filtered out.
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

/// Converts everything that a reader gives.
///
/// # Errors
/// What reading or the sink reports; all that came before was converted.
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
