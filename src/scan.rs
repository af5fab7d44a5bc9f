//! The scanner: from blocks of lines to typed events, a request each where there is one.
//!
//! In: [`Block`]s and [`ScanOptions`]. Out: an [`Event`] with its place for each line that looks like a request, and for the
//! lines between. Everything else in this library stands on it: a conversion prints the requests, `-n` keeps the last ones,
//! a list shows them, and a program of yours counts them:
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
//! It remembers nothing from one line to the next but what a record of several lines needs, and its buffers. So threads may
//! divide a log, and a line that was cut out of it ([`Logged`]) gives the same event alone.

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

/// Which requests are wanted, and what of them.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct ScanOptions {
    /// What to strip.
    pub rules: Rules,
    /// Which requests to give.
    pub filter: Filter,
    /// The panel of all logs; by default each log's name tells.
    pub manager: Option<String>,
    /// The panel of logs whose name does not tell.
    pub fallback_manager: Option<String>,
}

impl ScanOptions {
    setters! {
        rules: Rules, filter: Filter, manager: Option<String>, fallback_manager: Option<String>,
    }

    /// The panel that is assumed when nothing tells.
    pub const DEFAULT_MANAGER: &str = "ispmgr";

    /// The range of a plain log of `len` bytes that has all the requests from [`Filter::since`] to [`Filter::until`]; it
    /// starts where a record does. In a log that is sorted by time little of it is read.
    ///
    /// # Errors
    /// What reading the file reports.
    pub fn range(&self, log: &File, len: u64, source: &Source) -> io::Result<Range<u64>> {
        let period = &self.filter.period;
        if period.is_all() {
            Ok(0..len)
        } else {
            bisect::range(log, len, |stamp| period.compare(stamp, source.written))
        }
    }
}

/// What some lines of a log are.
#[derive(Debug)]
pub enum Event<'a> {
    /// A request that the filter wants.
    Request(&'a Request<'a>),
    /// A request that the filter leaves out.
    Filtered,
    /// A line that looks like a request and cannot be read as one; the offset counts from the start of the line as logged.
    Unreadable(Unreadable),
    /// A line that looks like a request and was not kept.
    Dropped(&'a Dropped),
    /// Lines that do not look like requests, with their line ends, or a piece of one line.
    Other(&'a [u8]),
}

/// Scans block by block. What a log of any length needs is allocated once.
#[derive(Debug)]
pub struct Scanner<'o> {
    options: &'o ScanOptions,
    /// For logs, and for input that may hold fragments.
    finders: [Finder; 2],
    /// The line without colour.
    plain: Vec<u8>,
    /// The query in the form in which it is printed.
    query: Vec<u8>,
    buffers: Buffers,
}

impl<'o> Scanner<'o> {
    /// Nothing scanned yet.
    pub fn new(options: &'o ScanOptions) -> Self {
        Self {
            options,
            finders: [Finder::new(false), Finder::new(true)],
            plain: Vec::new(),
            query: Vec::new(),
            buffers: Buffers::default(),
        }
    }

    /// Gives the events of a block in order. Every byte of it belongs to one of them.
    ///
    /// # Errors
    /// What `each` returns, which ends the scan of this block.
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
            // One long line must not cost memory for ever.
            (self.plain, self.query, self.buffers) = Default::default();
        }
        Ok(())
    }
}

/// The line without colour, and the request in it.
fn read<'a>(line: &'a [u8], at: &At<'_>, plain: &'a mut Vec<u8>) -> (&'a [u8], Result<Option<Record<'a>>, Unreadable>) {
    let is_plain = |line| memchr::memchr(ansi::ESC, line).is_none();
    let is_record = |line| parse::stamp(line).is_some_and(|stamped| parse::says_request(stamped.text));
    if line.len() > LONGEST_CALL && !(is_plain(line) && is_record(line)) {
        // Not worth the copies that it may take to find out more.
        let is_request = Scan::whole(line, at.allows_fragment()).is_request;
        let too_long = Unreadable { expected: Expected::ShorterCall, at: 0 };
        return (line, if is_request { Err(too_long) } else { Ok(None) });
    }
    let plain = ansi::strip(line, plain);
    (plain, at.record(plain))
}

/// What stamp, brackets and the function's name rule out before the parameters are looked at.
fn unwanted(filter: &Filter, record: &Record<'_>, log: &Source) -> bool {
    // What a form for several objects is about stands elsewhere in the query.
    let function = || function_at_a_glance(record.payload).filter(|function| !function.is(GROUP_EDIT));
    !filter.wants_record(record, log.written)
        || (filter.names_functions() && function().is_some_and(|function| !filter.wants_function(&function.decode())))
}

/// Gives the events of everything that a reader gives.
///
/// # Errors
/// What reading or `each` reports; all that came before was given.
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
