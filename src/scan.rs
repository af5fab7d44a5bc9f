//! The scanner: turns blocks of lines into typed events, one per request.
//!
//! In: [`Block`]s and [`ScanOptions`]. Out: an [`Event`] with its place for each line that looks like a request, and
//! for the lines in between. All other parts are built on it: a conversion prints the requests, `-n` keeps the last
//! ones, the picker lists them, and your program can count them:
//!
//! ```
//! use mgr2api::{Event, ScanOptions, Source, scan};
//! use std::collections::BTreeMap;
//!
//! let log = b"Jun 25 09:07:51 [1:2] core_module INFO Request [192.0.2.38][root] 'func=user.edit&elid=7'\n";
//! let mut counts = BTreeMap::new();
//! scan(&log[..], Source::log("ispmgr.log"), &ScanOptions::default(), |_, event| {
//!     if let Event::Request(request) = event {
//!         *counts.entry(request.function().into_owned()).or_insert(0) += 1;
//!     }
//!     Ok(())
//! })?;
//! assert_eq!(counts[&b"user.edit"[..]], 1);
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! From one line to the next it keeps only the context of multi-line records, and its buffers. So threads can divide a
//! log, and a line cut out of it ([`Logged`]) produces the same event alone.

mod at;
mod known;
mod owned;
mod request;
#[cfg(test)]
mod tests;

pub use at::At;
pub use known::Known;
pub use owned::{Logged, OwnedParam, OwnedRequest, OwnedValue, Requests, requests};
pub use request::Request;

use crate::clean::{Buffers, Rules};
use crate::filter::Filter;
use crate::option::setters;
use crate::record::find::Finder;
use crate::record::{Expected, Record, Unreadable, ansi, parse};
use crate::request::effect::GROUP_EDIT;
use crate::request::{LONGEST_CALL, function_at_a_glance};
use crate::source::long::Scan;
use crate::source::{Block, BlockReader, Dropped, Source, bisect};
use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::sync::Arc;

/// Selects the requests, and the parameters to keep.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct ScanOptions {
    /// Which parameters to strip.
    pub rules: Rules,
    /// Which requests to return.
    pub filter: Filter,
    /// The panel of all logs; by default it is derived from each log's name.
    pub manager: Option<String>,
    /// The panel of logs whose name does not contain one.
    pub fallback_manager: Option<String>,
}

impl ScanOptions {
    setters! {
        rules: Rules, filter: Filter, manager: Option<String>, fallback_manager: Option<String>,
    }

    /// The panel that is assumed when no option and no name gives one.
    pub const DEFAULT_MANAGER: &str = "ispmgr";

    /// The range of a plain log of `len` bytes that contains all requests from [`Filter::since`] to [`Filter::until`];
    /// it starts at the start of a record. A binary search: if the log is sorted by time, only a small part of it is
    /// read.
    ///
    /// # Errors
    /// Errors of reading the file.
    pub fn range(&self, log: &File, len: u64, source: &Source) -> io::Result<Range<u64>> {
        let period = &self.filter.period;
        if period.is_all() {
            Ok(0..len)
        } else {
            bisect::range(log, len, |stamp| period.compare(stamp, source.written))
        }
    }
}

/// One line of a log, or the lines between two requests.
#[derive(Debug)]
pub enum Event<'a> {
    /// A request that the filter selects.
    Request(&'a Request<'a>),
    /// A request that the filter rejects.
    Filtered,
    /// A line that looks like a request and cannot be parsed; the offset counts from the start of the line as logged.
    Unreadable(Unreadable),
    /// A line that looks like a request and was not buffered.
    Dropped(&'a Dropped),
    /// Lines that do not look like requests, with their line ends, or a part of one long line.
    Other(&'a [u8]),
}

/// Scans block by block. Its buffers are reused for the whole log.
#[derive(Debug)]
pub struct Scanner<'o> {
    options: &'o ScanOptions,
    /// The first for logs, the second for input that may contain fragments.
    finders: [Finder; 2],
    /// The line without colour codes.
    plain: Vec<u8>,
    /// The query in the form in which it is printed.
    query: Vec<u8>,
    buffers: Buffers,
}

impl<'o> Scanner<'o> {
    /// A scanner with these options.
    pub fn new(options: &'o ScanOptions) -> Self {
        Self {
            options,
            finders: [Finder::new(false), Finder::new(true)],
            plain: Vec::new(),
            query: Vec::new(),
            buffers: Buffers::default(),
        }
    }

    /// Calls `each` with the events of a block, in order. Every byte of the block belongs to exactly one event.
    ///
    /// # Errors
    /// The first error of `each`; it ends the scan of this block.
    pub fn scan<E>(
        &mut self,
        block: &Block,
        mut each: impl FnMut(&At<'_>, Event<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let Self { options, finders, plain, query, buffers } = self;
        let bytes = block.bytes();
        let mut at = At::new(block);
        if block.is_piece {
            at.go_to(0..bytes.len());
            return each(&at, Event::Other(bytes));
        }
        if let Some(dropped) = &block.dropped {
            each(&at, Event::Dropped(dropped))?;
        }
        let mut given = 0;
        for line in finders[usize::from(block.source.fragments)].lines(bytes) {
            let end = bytes.len().min(line.end + 1);
            at.go_to(line.start..end);
            let logged = &bytes[line.clone()];
            let (text, record) = read(logged, &at, plain);
            let Some(record) = record.transpose() else { continue };
            if given < line.start {
                at.go_to(given..line.start);
                each(&at, Event::Other(&bytes[given..line.start]))?;
                at.go_to(line.start..end);
            }
            given = end;
            let unreadable = |error: Unreadable| {
                Event::Unreadable(Unreadable { at: ansi::offset_before_strip(logged, error.at), ..error })
            };
            let record = match record {
                Ok(record) if unwanted(&options.filter, &record, &block.source) => {
                    each(&at, Event::Filtered)?;
                    continue;
                }
                Ok(record) => record,
                Err(error) => {
                    each(&at, unreadable(error))?;
                    continue;
                }
            };
            match options.rules.clean(&record, text, query, std::mem::take(buffers)) {
                Err(error) => each(&at, unreadable(error))?,
                Ok(clean) => {
                    let wanted = options.filter.wants(&clean) && options.filter.wants_outcome(at.error().is_some());
                    let request = Request { clean, at: &at, manager: at.manager(options) };
                    each(&at, if wanted { Event::Request(&request) } else { Event::Filtered })?;
                    *buffers = request.clean.into();
                }
            }
        }
        if given < bytes.len() {
            at.go_to(given..bytes.len());
            each(&at, Event::Other(&bytes[given..]))?;
        }
        if block.is_large() {
            // Release the memory of a long line.
            (self.plain, self.query, self.buffers) = Default::default();
        }
        Ok(())
    }
}

/// The line without colour codes, and its request.
fn read<'a>(line: &'a [u8], at: &At<'_>, plain: &'a mut Vec<u8>) -> (&'a [u8], Result<Option<Record<'a>>, Unreadable>) {
    let is_plain = |line| memchr::memchr(ansi::ESC, line).is_none();
    let is_record = |line| parse::stamp(line).is_some_and(|stamped| parse::says_request(stamped.text));
    if line.len() > LONGEST_CALL && !(is_plain(line) && is_record(line)) {
        // Do not copy a line that is too long: only check whether it looks like a request.
        let is_request = Scan::whole(line, at.allows_fragment()).is_request;
        let too_long = Unreadable { expected: Expected::ShorterCall, at: 0 };
        return (line, if is_request { Err(too_long) } else { Ok(None) });
    }
    let plain = ansi::strip(line, plain);
    (plain, at.record(plain))
}

/// Whether the stamp, the brackets or the function's name rule out the request before its parameters are parsed.
fn unwanted(filter: &Filter, record: &Record<'_>, log: &Source) -> bool {
    // `groupedit` names the form in another parameter (`faction`), so its name decides nothing here.
    let function = || function_at_a_glance(record.payload).filter(|function| !function.is(GROUP_EDIT));
    !filter.wants_record(record, log.written)
        || (filter.names_functions() && function().is_some_and(|function| !filter.wants_function(&function.decode())))
}

/// Calls `each` with the events of everything that a reader returns.
///
/// # Errors
/// The first error of reading or of `each`; all events before it were passed on.
pub fn scan(
    input: impl Read,
    source: Source,
    options: &ScanOptions,
    mut each: impl FnMut(&At<'_>, Event<'_>) -> io::Result<()>,
) -> io::Result<()> {
    let source = Arc::new(source);
    let mut reader = BlockReader::new(input, Arc::clone(&source)).with_outcomes(|| true);
    let mut block = Block::new(source);
    let mut scanner = Scanner::new(options);
    while reader.read(&mut block)? {
        scanner.scan(&block, &mut each)?;
    }
    Ok(())
}
