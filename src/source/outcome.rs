//! Finds out which requests the panel refused.
//!
//! All records of a request have the same `[pid:thread]`. A record of level ERROR or CRIT between a request and the
//! thread's next request means that the request failed, and contains the reason. Errors are rare, so the search starts
//! from them, and searches only the text before an error for requests: a log without errors costs one more pass over
//! its bytes.
//!
//! In: blocks in the order of the log ([`Outcomes`]) or in reverse ([`Backward`]). Out: the same blocks, each with the
//! errors of its requests. In order, a block is held back until enough was read after it to know them; a block of a
//! growing log is not held back, and errors that come later are reported separately ([`Late`]).

mod record;
mod secret;

use super::{Block, Dropped, Place, Source};
use record::{Records, Refusal, error_end};
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

/// A request that the panel refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    /// The start of its line within the block.
    pub(crate) at: usize,
    /// The error that the panel logged, as visible text.
    pub(crate) error: Box<str>,
}

/// An error of a request that was returned before the error was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Late {
    /// The place of the request.
    pub place: Place,
    /// Its line, if lines are kept; empty if it was not kept because of its size.
    line: Option<Box<[u8]>>,
    /// The error that the panel logged, as visible text.
    pub error: Box<str>,
}

impl Late {
    /// The request as a block of its own, if lines are kept. Without text if the line was too long for that.
    pub fn block(&self, source: &Arc<Source>) -> Option<Block> {
        let line = self.line.as_deref()?;
        if line.is_empty() {
            return Some(Block::without_line(Arc::clone(source), self.place, Dropped::NotKept));
        }
        let mut block = Block::new(Arc::clone(source));
        block.extend(line);
        block.place = self.place;
        block.refuse(0, &self.error);
        Some(block)
    }
}

/// The number of bytes that are read after a block before it is returned.
const WINDOW: usize = 8 * 1024 * 1024;

/// The maximum number of threads that are stored.
const MOST_THREADS: usize = 100_000;

/// The maximum size of the texts that are stored for them, in bytes.
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// The size at which a block counts at least, in bytes: a stream may come in small pieces.
const LEAST: usize = 1024;

/// Finds errors in blocks that come in the order of the log.
#[derive(Debug, Default)]
pub struct Outcomes {
    records: Records,
    blocks: VecDeque<Block>,
    bytes: usize,
    /// The number of the first of these blocks; all blocks are counted.
    first: u64,
    /// The last request of each thread, up to `searched`.
    last: HashMap<u64, Last>,
    /// The end of the search for requests: the number of a block, and an offset in it.
    searched: (u64, usize),
    /// The error that ends with the newest block and may continue in the next one.
    open: Option<(u64, usize)>,
    /// Whether the places of requests are stored, for errors that come too late.
    remembers: bool,
    /// Whether the lines of requests are stored too.
    keeps_lines: bool,
    /// The size of the stored lines in bytes.
    kept: usize,
    /// The number of threads at which those of returned blocks are removed.
    limit: usize,
}

/// The longest line that is stored for a later error.
const LONGEST_KEPT: usize = 64 * 1024;

/// A thread's last request.
#[derive(Debug)]
struct Last {
    block: u64,
    at: usize,
    place: Option<Place>,
    line: Option<Box<[u8]>>,
    /// Whether it has an error. The first one is the reason; later ones are its consequences.
    failed: bool,
}

impl Outcomes {
    /// For a log that grows. An error of a request in an earlier block is reported in the block that contains the
    /// error. `keeps_lines`: the request was not selected without its error, so its line is needed then.
    pub fn of_growing_log(keeps_lines: bool) -> Self {
        Self { remembers: true, keeps_lines, ..Self::default() }
    }

    /// Finds the errors in a block of a growing log.
    pub fn look(&mut self, block: &mut Block) {
        let source = Arc::clone(&block.source);
        self.push(std::mem::replace(block, Block::new(source)));
        if let Some(looked) = self.pop() {
            *block = looked;
        }
    }

    /// Whether no block is held back.
    pub(super) fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Whether enough was read to return the first block.
    pub(super) fn is_full(&self) -> bool {
        self.bytes >= WINDOW || self.blocks.back().is_some_and(Block::is_large)
    }

    /// Adds the next block.
    pub(super) fn push(&mut self, block: Block) {
        let number = self.first + self.blocks.len() as u64;
        self.bytes += block.bytes().len().max(LEAST);
        self.blocks.push_back(block);
        let Some(block) = self.blocks.back() else { return };
        if block.is_piece {
            return;
        }
        let mut errors = self.records.errors(block);
        if let Some((of, index)) = self.open.take().filter(|(of, _)| *of >= self.first) {
            let end = error_end(block.bytes(), 0, &mut self.records.scratch);
            let text = record::text(&block.bytes()[..end]);
            let of = usize::try_from(of - self.first).ok().and_then(|of| self.blocks.get_mut(of));
            if let Some(failure) = of.and_then(|of| of.failures.get_mut(index)) {
                failure.error = record::joined(&failure.error, &text);
            }
        }
        let len = self.blocks.back().map_or(0, |block| block.bytes().len());
        for error in errors.drain(..) {
            self.search_up_to(number, error.at);
            self.refuse(number, error, len);
        }
        if self.remembers {
            self.search_up_to(number, len);
        }
    }

    /// Removes the first block; its errors are complete.
    pub(super) fn pop(&mut self) -> Option<Block> {
        let mut block = self.blocks.pop_front()?;
        self.bytes -= block.bytes().len().max(LEAST);
        self.first += 1;
        block.failures.sort_by_key(|failure| failure.at);
        Some(block)
    }

    fn refuse(&mut self, number: u64, error: Refusal, len: usize) {
        let Some(last) = self.last.get_mut(&error.thread) else { return };
        if last.failed {
            return;
        }
        last.failed = true;
        let (place, at, line) = (last.place, last.at, last.line.take());
        self.kept -= line.as_ref().map_or(0, |line| line.len());
        let of = last.block.checked_sub(self.first).and_then(|of| usize::try_from(of).ok());
        if let Some(block) = of.and_then(|of| self.blocks.get_mut(of)) {
            if error.end == len {
                self.open = Some((last.block, block.failures.len()));
            }
            block.failures.push(Failure { at, error: error.text });
            return;
        }
        let here = usize::try_from(number - self.first).ok().and_then(|here| self.blocks.get_mut(here));
        if let (Some(place), Some(here)) = (place, here) {
            here.late.push(Late { place, line, error: error.text });
        }
    }

    /// Searches for requests up to this byte of a block.
    fn search_up_to(&mut self, number: u64, end: usize) {
        // Errors of returned blocks are not stored any more.
        self.searched = self.searched.max((self.first, 0));
        if self.last.len() > self.limit.max(MOST_THREADS) {
            let (first, kept) = (self.first, &mut self.kept);
            self.last.retain(|_, last| {
                let stays = last.block >= first;
                *kept -= last.line.as_ref().filter(|_| !stays).map_or(0, |line| line.len());
                stays
            });
            // Not at each error if all of them stay.
            self.limit = 2 * self.last.len();
        }
        while self.searched.0 <= number {
            let (at, from) = self.searched;
            let Some(block) = usize::try_from(at - self.first).ok().and_then(|at| self.blocks.get(at)) else { return };
            let to = if at == number { end } else { block.bytes().len() };
            let from = if block.is_piece { to } else { from };
            let Self { records, last, remembers, keeps_lines, kept, .. } = self;
            records.requests(block, from..to, |request| {
                // The panel writes nothing before a stamp, so in its own log this is text inside another record.
                if *remembers && request.is_prefixed {
                    return;
                }
                let place = remembers.then(|| block.place_of(request.at));
                let line: Option<Box<[u8]>> = keeps_lines.then(|| {
                    let line = record::line(block.bytes(), request.at);
                    let fits = line.len() <= LONGEST_KEPT && *kept + line.len() <= MOST_BYTES;
                    if fits { line.into() } else { Box::default() }
                });
                *kept += line.as_deref().map_or(0, <[u8]>::len);
                let new = Last { block: at, at: request.at, place, line, failed: false };
                let old = last.insert(request.thread, new).and_then(|old| old.line);
                *kept -= old.map_or(0, |line| line.len());
            });
            if at == number {
                self.searched.1 = to;
                return;
            }
            self.searched = (at + 1, 0);
        }
    }
}

/// Finds errors in blocks that come in reverse order.
#[derive(Debug, Default)]
pub(crate) struct Backward {
    records: Records,
    /// For each thread without a request before it there, the first error after the start of the last block.
    errors: HashMap<u64, Refusal>,
    /// The size of their texts in bytes.
    bytes: usize,
}

impl Backward {
    /// Finds the errors of a block's requests.
    pub(crate) fn look(&mut self, block: &mut Block) {
        if block.is_piece {
            return;
        }
        let mut errors = self.records.errors(block);
        let mut requests = Vec::new();
        self.records.requests(block, 0..block.bytes().len(), |request| requests.push(request));
        while let Some(request) = requests.pop() {
            while let Some(error) = errors.pop_if(|error| error.at > request.at) {
                self.keep(error);
            }
            if let Some(error) = self.errors.remove(&request.thread) {
                self.bytes -= error.text.len();
                block.failures.push(Failure { at: request.at, error: error.text });
            }
        }
        errors.drain(..).rev().for_each(|error| self.keep(error));
        block.failures.reverse();
    }

    fn keep(&mut self, error: Refusal) {
        if self.errors.len() < MOST_THREADS && self.bytes + error.text.len() <= MOST_BYTES {
            self.bytes += error.text.len();
            self.bytes -= self.errors.insert(error.thread, error).map_or(0, |old| old.text.len());
        }
    }
}

#[cfg(test)]
mod tests;
