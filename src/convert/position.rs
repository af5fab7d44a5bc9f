//! Where in a block the work stands, and what a line at that place can be.
//!
//! Line numbers and the records between two candidates are looked at only when somebody asks: most candidates start
//! with a stamp of their own and need neither.

use super::{DEFAULT_MANAGER, Settings};
use crate::record::continuation::Before;
use crate::record::{Expected, Record, Unreadable, cause, fragment, parse};
use crate::source::{Block, MANAGERS, Place, Source};

/// A place in a block.
pub(super) struct Position<'b> {
    block: &'b Block,
    /// Where the candidate starts.
    pub(super) line: usize,
    /// The last place where it is known what a line follows.
    walked: (usize, Before),
}

impl<'b> Position<'b> {
    pub(super) fn new(block: &'b Block) -> Self {
        Self { block, line: 0, walked: (0, block.before) }
    }

    pub(super) fn source(&self) -> &'b str {
        &self.block.source.name
    }

    pub(super) fn log(&self) -> &'b Source {
        &self.block.source
    }

    /// What follows a line of this length in the block.
    pub(super) fn after(&self, len: usize) -> &'b [u8] {
        self.block.bytes().get(self.line + len + 1..).unwrap_or_default()
    }

    pub(super) fn place(&self) -> Place {
        match self.block.place {
            Place::Byte(start) => Place::Byte(start + self.line as u64),
            Place::Line(first) => Place::Line(first + self.block.line_ends_before(self.line)),
        }
    }

    pub(super) fn manager<'m>(&self, settings: &'m Settings) -> &'m str
    where
        'b: 'm,
    {
        self.named_manager(settings).unwrap_or(DEFAULT_MANAGER)
    }

    pub(super) fn manager_is_guessed(&self, settings: &Settings) -> bool {
        self.named_manager(settings).is_none()
    }

    /// The panel by option, by the log's name, by the address that calls go to, or by configuration. The address comes
    /// before the configuration because HTTP calls go to its panel in any case.
    fn named_manager<'m>(&self, settings: &'m Settings) -> Option<&'m str>
    where
        'b: 'm,
    {
        let in_address = || settings.setup.path_manager().filter(|name| MANAGERS.contains(name));
        let named = settings.manager.as_deref().or(self.block.source.manager.as_deref()).or_else(in_address);
        named.or(settings.fallback_manager.as_deref())
    }

    /// The request in a line without colour, if it is one and a record of its own.
    pub(super) fn record<'a>(
        &mut self,
        line: &'a [u8],
        scratch: &mut Vec<u8>,
    ) -> Result<Option<Record<'a>>, Unreadable> {
        let Some(stamped) = parse::stamp(line) else {
            return self.unstamped(line, scratch);
        };
        if !parse::says_request(stamped.text) {
            return torn(stamped.text, line);
        }
        let prefix = &line[..stamped.prefix];
        if !prefix.is_empty() && !self.before(scratch).allows_prefix(prefix) {
            return Err(Unreadable { expected: Expected::OwnRecord, at: 0 });
        }
        stamped.request(line)
    }

    fn unstamped<'a>(&mut self, line: &'a [u8], scratch: &mut Vec<u8>) -> Result<Option<Record<'a>>, Unreadable> {
        let before = self.before(scratch);
        if self.block.source.fragments && before.allows_fragment() {
            return fragment::fragment(line).transpose();
        }
        if !fragment::looks_like_request(line) {
            return fragment::odd_blank(line).map_or(Ok(None), Err);
        }
        let expected = if before == Before::Nothing { Expected::Head } else { Expected::OwnRecord };
        Err(Unreadable { expected, at: 0 })
    }

    /// What the line at this place follows.
    pub(super) fn before(&mut self, scratch: &mut Vec<u8>) -> Before {
        let (from, before) = self.walked;
        let before = before.after_lines(&self.block.bytes()[from..self.line], scratch);
        self.walked = (self.line, before);
        before
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
