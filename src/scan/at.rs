//! Where in a block an event is, and what a line at that place can be.
//!
//! Line numbers and the records between two candidates are looked at only when somebody asks: most candidates start with a
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

/// Lines of a block.
#[derive(Debug)]
pub struct At<'b> {
    block: &'b Block,
    lines: Range<usize>,
    /// The last place where it is known what a line follows.
    walked: Cell<(usize, Context)>,
    scratch: RefCell<Vec<u8>>,
    /// Finding the time zone takes longer than to convert a line, so only who asks for a time pays for it.
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

    /// Goes to other lines.
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

    /// Where in the log the first of the lines stands.
    pub fn place(&self) -> Place {
        self.block.place_of(self.lines.start)
    }

    /// What the panel logged when it refused this request, as far as that was looked for.
    pub(super) fn error(&self) -> Option<&'b str> {
        self.block.error_of(self.lines.start)
    }

    /// What a stamp of this log means, as ISO 8601.
    pub(super) fn timestamp(&self, stamp: &[u8]) -> Option<[u8; 25]> {
        self.clock.get_or_init(|| Clock::new(newest(self.source().written))).timestamp(stamp)
    }

    /// The line, cut out of its log.
    pub fn to_logged(&self) -> Logged {
        Logged { line: self.line().into(), dropped: None, ..self.to_dropped(Dropped::NotKept) }
    }

    /// Where the line stands, and why it is not kept.
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

    /// The panel by option, by the log's name or by the option for logs whose name does not tell.
    pub(super) fn manager<'m>(&self, options: &'m ScanOptions) -> Option<&'m str>
    where
        'b: 'm,
    {
        let named = options.manager.as_deref().or(self.block.source.manager.as_deref());
        named.or(options.fallback_manager.as_deref())
    }

    /// The request in this line without colour, if it is one and a record of its own.
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

    /// Whether a line here may be less than a record.
    pub(super) fn allows_fragment(&self) -> bool {
        self.block.source.fragments && self.context().allows_fragment()
    }

    /// What the lines follow.
    fn context(&self) -> Context {
        let start = Some(self.walked.get()).filter(|(from, _)| *from <= self.lines.start);
        let (from, context) = start.unwrap_or((0, self.block.context));
        let context = context.after_lines(&self.block.bytes()[from..self.lines.start], &mut self.scratch.borrow_mut());
        self.walked.set((self.lines.start, context));
        context
    }
}

/// A request that starts within the text of some other record: either that one was cut, or it quotes a log. Only a
/// person can tell, so it is reported and not converted.
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
