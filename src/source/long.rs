//! Lines that are too long to be kept: their length, and whether they look like a request.
//!
//! In: the bytes of one line, in pieces of any size. Out: a [`Found`]. A line longer than [`LONGEST_LINE`] is checked
//! and discarded while it is read, so its length costs no memory. It must be accounted for like any other line, so the
//! rules of short lines (see `scan::at`) are applied window by window, with one exception: a query that stands alone is
//! rather reported once too often. The checks look for starts in the first half of a window; the second half is what
//! they can see after a start. Windows lie at fixed offsets of the line, independent of the sizes of reads, so that a
//! file, a pipe and a growing log give the same result.

use super::Block;
use super::block::Dropped;
use crate::record::cause::plain_blanks;
use crate::record::{ansi, fragment, parse};
use memchr::{memchr, memmem};

/// The longest line that is kept, in bytes (32 MiB). A request in a longer one is reported and not converted. A line
/// may be in memory together with the window of its archive, up to 64 MB; both must fit into 128 MiB.
pub const LONGEST_LINE: usize = 32 * 1024 * 1024;

/// Bytes per window; a head may be at most half as long.
const WINDOW: usize = 128 * 1024;

/// The result for a line that was too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// Its length without the line end, in bytes.
    pub bytes: u64,
    /// Whether it looks like a request.
    pub is_request: bool,
}

impl Found {
    /// Stores the result in the block that starts with the line's end.
    pub(crate) fn note(self, block: &mut Block) {
        block.skipped = self.bytes;
        block.dropped = self.is_request.then_some(Dropped::TooLong(self.bytes));
    }
}

/// The state of checking one line.
#[derive(Debug, Clone)]
pub(crate) struct Scan {
    window: Vec<u8>,
    /// The size of a full window.
    full: usize,
    bytes: u64,
    state: State,
    /// The state for a fragment of a record; `None` if fragments are not allowed here.
    query: Option<Query>,
    /// No window was checked yet.
    first: bool,
    scratch: Vec<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// No record has started in the line yet.
    Unstamped(Looks),
    /// A record of another kind; a request may start in its text. `blank`: it would be a request if an odd blank were a
    /// space.
    Other {
        blank: bool,
    },
    Decided(bool),
}

/// How much a line without a stamp looks like a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Looks {
    No,
    /// `Request [` was found, `][` not yet.
    Opened,
    Yes,
}

/// A query without a record.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
struct Query {
    /// There was no quote yet, and only text that may come before one.
    opens: bool,
    quoted: bool,
    /// All of it so far may be part of a query without quotes.
    bare: bool,
    /// It contains `func=`.
    function: bool,
}

impl Scan {
    /// `fragments`: a query may stand alone here.
    pub(crate) fn new(fragments: bool) -> Self {
        let (state, query) = (State::Unstamped(Looks::No), fragments.then_some(Query::BEGIN));
        Self { window: Vec::new(), full: WINDOW, bytes: 0, state, query, first: true, scratch: Vec::new() }
    }

    /// Continues a line whose first bytes an earlier run of the program read. Whether they looked like a request is
    /// unknown, so the line counts as one: a superfluous report loses nothing.
    pub(crate) fn resumed(bytes: u64) -> Self {
        Self { bytes, state: State::Decided(true), ..Self::new(false) }
    }

    /// The number of bytes so far.
    pub(crate) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Adds the next bytes of the line.
    pub(crate) fn feed(&mut self, mut bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        while !bytes.is_empty() && !matches!(self.state, State::Decided(_)) {
            let (now, later) = bytes.split_at(bytes.len().min(self.full - self.window.len()));
            self.window.extend_from_slice(now);
            bytes = later;
            if self.window.len() == self.full {
                self.check(false);
                self.window.drain(..self.full / 2);
            }
        }
    }

    /// Ends the line.
    pub(crate) fn finish(mut self) -> Found {
        self.check(true);
        let is_request = match self.state {
            State::Unstamped(looks) => {
                looks == Looks::Yes || self.query.is_some_and(|query| query.function && (query.quoted || query.bare))
            }
            State::Other { blank } => blank,
            State::Decided(is_request) => is_request,
        };
        Found { bytes: self.bytes, is_request }
    }

    /// Checks a line that is completely in memory.
    pub(crate) fn whole(line: &[u8], fragments: bool) -> Found {
        let mut scan = Self::new(fragments);
        scan.feed(line);
        scan.finish()
    }

    fn check(&mut self, last: bool) {
        let mut scratch = std::mem::take(&mut self.scratch);
        // A start after this offset is checked in the next window, which has more of the text after it.
        let edge = if last { usize::MAX } else { ansi::strip(&self.window[..self.full / 2], &mut scratch).len() };
        let text = ansi::strip(&self.window, &mut scratch);
        let mut from = 0;
        while !matches!(self.state, State::Decided(_))
            && let Some(stamped) = parse::stamp(&text[from..]).filter(|stamped| from + stamped.prefix < edge)
        {
            self.state = match self.state {
                _ if parse::says_request(stamped.text) => State::Decided(true),
                State::Unstamped(_) => State::Other { blank: says_request_but_for_a_blank(stamped.text) },
                State::Other { blank } | State::Decided(blank) => State::Decided(blank),
            };
            from = text.len() - stamped.text.len();
        }
        if let State::Unstamped(looks) = self.state {
            let looks = match plain_blanks(text) {
                None => looks.then(text, request_before(text, edge)),
                Some((plain, _)) => {
                    let edge = text.get(..edge).and_then(plain_blanks).map_or(edge, |(plain, _)| plain.len());
                    looks.then(&plain, request_before(&plain, edge))
                }
            };
            self.state = State::Unstamped(match &mut self.query {
                Some(query) => {
                    query.check(text, edge, self.first, last);
                    if request_before(text, edge).is_some() { Looks::Yes } else { looks }
                }
                None => looks,
            });
        }
        self.first = false;
        self.scratch = scratch;
    }
}

/// The first `Request` that starts before `edge`.
fn request_before(text: &[u8], edge: usize) -> Option<&[u8]> {
    fragment::request_text(text).filter(|request| text.len() - request.len() < edge)
}

fn says_request_but_for_a_blank(text: &[u8]) -> bool {
    plain_blanks(text).is_some_and(|(plain, _)| parse::says_request(plain.trim_ascii_start()))
}

impl Looks {
    /// The state after another window, in which `request` starts.
    fn then(self, window: &[u8], request: Option<&[u8]>) -> Self {
        let arguments = match self {
            Self::Yes => return self,
            Self::Opened => window,
            Self::No => match request.and_then(|request| memchr(b'[', request).map(|at| &request[at..])) {
                Some(arguments) => arguments,
                None => return self,
            },
        };
        if memmem::find(arguments, b"][").is_some() { Self::Yes } else { Self::Opened }
    }
}

impl Query {
    const BEGIN: Self = Self { opens: true, quoted: false, bare: true, function: false };

    fn check(&mut self, window: &[u8], edge: usize, first: bool, last: bool) {
        let mut text = if first { window.trim_ascii_start() } else { window };
        if last {
            text = text.trim_ascii_end();
        }
        let open = if self.opens { fragment::opening_quote(text) } else { None };
        self.quoted |= open.is_some();
        let judged = &text[..edge.min(text.len())];
        self.opens &= !text.contains(&b'\'') && !judged.iter().any(u8::is_ascii_whitespace);
        let judged = if first { fragment::trim_start(judged) } else { judged };
        self.bare &=
            { if last { fragment::trim_end(judged) } else { judged } }.iter().all(|&byte| fragment::is_known(byte));
        self.function |= (self.bare || self.quoted)
            && match open {
                Some(open) => fragment::has_function(&text[open + 1..]),
                None => fragment::has_function(if first { after_address(fragment::trim_start(text)) } else { text }),
            };
    }
}

fn after_address(text: &[u8]) -> &[u8] {
    &text[memchr(b'?', text).map_or(0, |mark| mark + 1)..]
}

/// Checks a line that comes in pieces of these sizes, with windows of `full` bytes.
#[cfg(test)]
pub(crate) fn judged(line: &[u8], fragments: bool, full: usize, pieces: &[usize]) -> Found {
    let mut scan = Scan { full, ..Scan::new(fragments) };
    let (mut rest, mut sizes) = (line, pieces.iter().cycle());
    while !rest.is_empty() {
        let (now, later) = rest.split_at(rest.len().min(*sizes.next().unwrap_or(&1)));
        scan.feed(now);
        rest = later;
    }
    scan.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_earlier_run_began_counts_as_a_request() {
        let mut scan = Scan::resumed(7);
        scan.feed(b"rest");
        assert_eq!(scan.finish(), Found { bytes: 11, is_request: true });
    }
}
