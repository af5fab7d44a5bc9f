//! The place of an event within its block, and how a line there may be parsed.
//!
//! Line numbers and the records between two candidate lines are computed only on demand: most candidates start with a
//! stamp of their own and need neither.

use super::{Logged, ScanOptions};
use crate::filter::period::newest;
use crate::record::continuation::Context;
use crate::record::stamp::Clock;
use crate::record::{Expected, Record, Unreadable, cause, fragment, parse};
use crate::source::{Block, Dropped, Place, Source};
use std::cell::{Cell, OnceCell, RefCell};
use std::ops::Range;
use std::sync::Arc;

/// A range of lines in a block.
#[derive(Debug)]
pub struct At<'b> {
    block: &'b Block,
    lines: Range<usize>,
    /// The last offset whose context is known, and that context.
    walked: Cell<(usize, Context)>,
    scratch: RefCell<Vec<u8>>,
    /// Finding the time zone takes longer than converting a line, so it is done only on demand.
    clock: OnceCell<Clock>,
}

impl<'b> At<'b> {
    pub(super) fn new(block: &'b Block) -> Self {
        Self {
            block,
            lines: 0..0,
            walked: Cell::new((0, block.context)),
            scratch: RefCell::default(),
            clock: OnceCell::new(),
        }
    }

    /// Moves to other lines.
    pub(super) fn go_to(&mut self, lines: Range<usize>) {
        self.lines = lines;
    }

    /// The lines as logged, with their line ends.
    pub fn lines(&self) -> &'b [u8] {
        &self.block.bytes()[self.lines.clone()]
    }

    /// The line as logged, without its line end.
    pub fn line(&self) -> &'b [u8] {
        self.lines().strip_suffix(b"\n").unwrap_or(self.lines())
    }

    /// The log.
    pub fn source(&self) -> &'b Arc<Source> {
        &self.block.source
    }

    /// The place of the first line.
    pub fn place(&self) -> Place {
        self.block.place_of(self.lines.start)
    }

    /// The error that the panel logged when it refused this request, if outcomes were searched for.
    pub(super) fn error(&self) -> Option<&'b str> {
        self.block.error_of(self.lines.start)
    }

    /// A stamp of this log as ISO 8601.
    pub(super) fn timestamp(&self, stamp: &[u8]) -> Option<[u8; 25]> {
        self.clock.get_or_init(|| Clock::new(newest(self.source().written))).timestamp(stamp)
    }

    /// The line as a value that outlives its log.
    pub fn to_logged(&self) -> Logged {
        Logged { line: self.line().into(), dropped: None, ..self.to_dropped(Dropped::NotKept) }
    }

    /// The place of the line without its text, and the reason why it is not kept.
    pub fn to_dropped(&self, why: Dropped) -> Logged {
        Logged {
            line: Box::default(),
            dropped: Some(why),
            source: Arc::clone(self.source()),
            place: self.place(),
            context: self.context(),
            error: self.error().map(Arc::from),
        }
    }

    /// The panel: from the option, else from the log's name, else from the fallback option.
    pub(super) fn manager<'m>(&self, options: &'m ScanOptions) -> Option<&'m str>
    where
        'b: 'm,
    {
        let named = options.manager.as_deref().or(self.block.source.manager.as_deref());
        named.or(options.fallback_manager.as_deref())
    }

    /// Parses the line, which has no colour codes, if it is a request and starts a record of its own.
    pub(super) fn record<'a>(&self, line: &'a [u8]) -> Result<Option<Record<'a>>, Unreadable> {
        let Some(stamped) = parse::stamp(line) else { return self.unstamped(line) };
        if !parse::says_request(stamped.text) {
            return torn(stamped.text, line);
        }
        let prefix = &line[..stamped.prefix];
        if !prefix.is_empty() && !self.context().allows_prefix(prefix) {
            return Err(Unreadable { expected: Expected::OwnRecord, at: 0 });
        }
        stamped.request(line)
    }

    fn unstamped<'a>(&self, line: &'a [u8]) -> Result<Option<Record<'a>>, Unreadable> {
        if self.allows_fragment() {
            return fragment::fragment(line).transpose();
        }
        if !fragment::looks_like_request(line) {
            return fragment::odd_blank(line).map_or(Ok(None), Err);
        }
        let expected = if self.context() == Context::Nothing { Expected::Head } else { Expected::OwnRecord };
        Err(Unreadable { expected, at: 0 })
    }

    /// Whether a line here may be a fragment of a record.
    pub(super) fn allows_fragment(&self) -> bool {
        self.block.source.fragments && self.context().allows_fragment()
    }

    /// The context that the lines follow.
    fn context(&self) -> Context {
        let start = Some(self.walked.get()).filter(|(from, _)| *from <= self.lines.start);
        let (from, context) = start.unwrap_or((0, self.block.context));
        let context = context.after_lines(&self.block.bytes()[from..self.lines.start], &mut self.scratch.borrow_mut());
        self.walked.set((self.lines.start, context));
        context
    }
}

/// Reports a request that starts within the text of another record: either that record was cut, or it quotes a log. A
/// program cannot tell which, so the line is reported and not converted.
fn torn<'a>(text: &[u8], line: &[u8]) -> Result<Option<Record<'a>>, Unreadable> {
    let start = line.len() - text.len();
    if let Some(inner) = parse::stamp(text).filter(|inner| parse::says_request(inner.text)) {
        return Err(Unreadable { expected: Expected::OwnRecord, at: start + inner.prefix });
    }
    match cause::plain_blanks(text) {
        Some((plain, at)) if parse::says_request(plain.trim_ascii_start()) => {
            Err(Unreadable { expected: Expected::Space, at: start + at })
        }
        _ => Ok(None),
    }
}
