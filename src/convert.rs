//! From lines to snippets: find, parse, clean, filter, render, account.
//!
//! In: [`Block`]s and the [`Settings`]. Out: snippets and notes in a [`Sink`], and [`Totals`] that add up: every line
//! that looks like a request was converted, filtered out or reported. [`convert`] does all of it for a reader.

pub mod converter;
pub mod excerpt;
pub mod last;
pub mod note;
pub mod parallel;
mod position;

pub use converter::Converter;
pub use note::{Note, Refusal, What};

use crate::clean::Rules;
use crate::filter::Filter;
use crate::render::script::{Program, Style};
use crate::render::{Setup, Snippet, Target};
use crate::source::{Block, BlockReader, Source};
use std::io::{self, Read};
use std::sync::Arc;

/// What the command line says about a conversion.
#[derive(Debug, Clone)]
pub struct Settings {
    /// What to strip.
    pub rules: Rules,
    /// What to convert.
    pub filter: Filter,
    /// How calls reach the panel.
    pub setup: Setup,
    /// What to say each request in, one after the other.
    pub targets: Vec<&'static dyn Target>,
    /// The panel of all logs, whatever their names say.
    pub manager: Option<String>,
    /// The panel of logs for which neither the name nor the address of the calls says one.
    pub fallback_manager: Option<String>,
    /// A line of comment above each snippet.
    pub comments: bool,
    /// The whole conversion becomes one program, which [`Converter::end`] closes; of the first target, if it has scripts.
    pub script: Option<Style>,
    /// A target whose format is a document makes one of all requests, which [`Converter::end`] closes; otherwise one of
    /// each. Only a target that is alone and has no lines to hand on can do the former.
    pub one_document: bool,
    /// Lines that are not converted are handed on as they came.
    pub passthrough: bool,
}

impl Settings {
    /// The usual settings for one target and a panel on this machine.
    pub fn new(target: &'static dyn Target) -> Self {
        Self {
            rules: Rules::default(),
            filter: Filter::default(),
            setup: Setup::default(),
            targets: vec![target],
            manager: None,
            fallback_manager: None,
            comments: false,
            script: None,
            one_document: true,
            passthrough: false,
        }
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

    /// Lines that were not converted, as they came, whole ones or a piece of one; only with [`Settings::passthrough`].
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
        self.filtered += other.filtered;
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
            filtered: self.filtered - other.filtered,
            reported: self.reported - other.reported,
            losses: self.losses - other.losses,
            guessed: self.guessed - other.guessed,
        }
    }
}

/// The panel that is assumed when nothing tells.
pub const DEFAULT_MANAGER: &str = "ispmgr";

/// Converts everything that a reader gives.
///
/// # Errors
/// What reading or the sink reports; all that came before was converted.
pub fn convert(input: impl Read, source: Source, settings: &Settings, sink: &mut dyn Sink) -> io::Result<Totals> {
    let source = Arc::new(source);
    let mut reader = BlockReader::new(input, Arc::clone(&source));
    let mut block = Block::new(source);
    let mut converter = Converter::new(settings);
    while reader.read(&mut block)? {
        converter.block(&block, sink)?;
    }
    converter.end(sink)?;
    Ok(converter.totals())
}
