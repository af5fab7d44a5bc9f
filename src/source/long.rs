//! Lines that are too long to be kept: how long they are, and whether they look like a request.
//!
//! In: the bytes of one line, in pieces of any size. Out: a [`Found`]. A line past [`LONGEST_LINE`] is read, judged and
//! forgotten, so that its length costs no memory. The law of accounting holds for it as for any other line, hence the rules
//! are those of a short line (see `convert::position`), asked window by window, but that a query which stands alone is rather
//! reported once too often: each window is judged at the places in its first half, and the second half is what those
//! places can see behind them. Windows lie at fixed places of the line and
//! not where a read happened to end, so that a file, a pipe and a growing log give the same answer.

use super::Block;
use super::block::Dropped;
use crate::record::cause::plain_blanks;
use crate::record::{ansi, fragment, parse};
use memchr::{memchr, memmem};

/// The longest line that is kept, in bytes (32 MiB). A request in a longer one is reported and not converted. A line
/// can stand in memory beside the window of its archive, which may have 64 MB; both together must fit into 128 MiB.
pub const LONGEST_LINE: usize = 32 * 1024 * 1024;

/// Bytes of a window; half of it is how far a head may reach.
const WINDOW: usize = 128 * 1024;

/// What became of a line that was too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// Its length without the line end, in bytes.
    pub bytes: u64,
    /// Whether it looks like a request.
    pub is_request: bool,
}

impl Found {
    /// Says in a block that starts with the line's end what became of it.
    pub(crate) fn note(self, block: &mut Block) {
        block.skipped = self.bytes;
        block.dropped = self.is_request.then_some(Dropped::TooLong(self.bytes));
    }
}

/// The judgement of one line in the making.
#[derive(Debug, Clone)]
pub(crate) struct Scan {
    window: Vec<u8>,
    /// Bytes of a full window.
    full: usize,
    bytes: u64,
    state: State,
    /// What the line may be if it is less than a record; `None` where that does not count.
    query: Option<Query>,
    /// Nothing was judged yet.
    first: bool,
    scratch: Vec<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// No record starts in the line so far.
    Unstamped(Looks),
    /// A record that says something else; a request may start in its text. `blank`: but for a blank it says a request.
    Other {
        blank: bool,
    },
    Decided(bool),
}

/// How far a line without a stamp looks like a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Looks {
    No,
    /// There was a `Request [`, and the `][` is still to come.
    Opened,
    Yes,
}

/// A query without a record around it.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
struct Query {
    /// No quote came yet, and nothing but what may stand in front of one.
    opens: bool,
    quoted: bool,
    /// All of it so far is what a query without quotes is made of.
    bare: bool,
    /// It has a `func=`.
    function: bool,
}

impl Scan {
    /// Before the first byte. `fragments`: a query may stand alone here.
    pub(crate) fn new(fragments: bool) -> Self {
        let (state, query) = (State::Unstamped(Looks::No), fragments.then_some(Query::BEGIN));
        Self { window: Vec::new(), full: WINDOW, bytes: 0, state, query, first: true, scratch: Vec::new() }
    }

    /// Behind the first bytes of a line which an earlier run of the program read. Whether they looked like a request is not
    /// known, so the line counts as one: a report too many loses nothing.
    pub(crate) fn resumed(bytes: u64) -> Self {
        Self { bytes, state: State::Decided(true), ..Self::new(false) }
    }

    /// How many bytes came so far.
    pub(crate) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Takes the next bytes of the line.
    pub(crate) fn feed(&mut self, mut bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        while !bytes.is_empty() && !matches!(self.state, State::Decided(_)) {
            let (now, later) = bytes.split_at(bytes.len().min(self.full - self.window.len()));
            self.window.extend_from_slice(now);
            bytes = later;
            if self.window.len() == self.full {
                self.look(false);
                self.window.drain(..self.full / 2);
            }
        }
    }

    /// The line has ended.
    pub(crate) fn finish(mut self) -> Found {
        self.look(true);
        let is_request = match self.state {
            State::Unstamped(looks) => {
                looks == Looks::Yes || self.query.is_some_and(|query| query.function && (query.quoted || query.bare))
            }
            State::Other { blank } => blank,
            State::Decided(is_request) => is_request,
        };
        Found { bytes: self.bytes, is_request }
    }

    /// The judgement of a line that is there as a whole.
    pub(crate) fn whole(line: &[u8], fragments: bool) -> Found {
        let mut scan = Self::new(fragments);
        scan.feed(line);
        scan.finish()
    }

    fn look(&mut self, last: bool) {
        let mut scratch = std::mem::take(&mut self.scratch);
        // What starts behind this is judged in the next window, which has more of what follows.
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
                    query.look(text, edge, self.first, last);
                    if request_before(text, edge).is_some() { Looks::Yes } else { looks }
                }
                None => looks,
            });
        }
        self.first = false;
        self.scratch = scratch;
    }
}

/// The first text that says a request, if it starts in front of `edge`.
fn request_before(text: &[u8], edge: usize) -> Option<&[u8]> {
    fragment::request_text(text).filter(|request| text.len() - request.len() < edge)
}

fn says_request_but_for_a_blank(text: &[u8]) -> bool {
    plain_blanks(text).is_some_and(|(plain, _)| parse::says_request(plain.trim_ascii_start()))
}

impl Looks {
    /// After another window, in which `request` starts.
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

    fn look(&mut self, window: &[u8], edge: usize, first: bool, last: bool) {
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

/// The judgement of a line that comes in pieces of these sizes, through windows of `full` bytes.
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
