//! Splits a stream of bytes into blocks of whole lines.
//!
//! In: any reader. Out: [`Block`]s, filled in place so that a long log needs one buffer per thread; an incomplete line
//! at the end of one read becomes the start of the next block. The reader does not wait for a pipe to fill a block:
//! data is passed on as soon as it contains a line end, so that `tail -f | mgr2api` responds at once.

use super::Block;
use crate::record::continuation::Context;
use crate::source::long::{LONGEST_LINE, Scan};
use crate::source::outcome::Outcomes;
use crate::source::{Place, Source};
use memchr::{memchr, memrchr};
use std::io::{self, ErrorKind, Read};
use std::sync::Arc;

/// The size of a read, in bytes: enough for a few hundred lines, small enough for a processor's cache.
const BLOCK: usize = 256 * 1024;

/// The number of returned blocks that are kept for reuse.
const SPARE: usize = 4;

/// Reads blocks from a stream.
#[derive(Debug)]
pub struct BlockReader<R> {
    reader: R,
    source: Arc<Source>,
    /// The start of a line whose end has not been read yet.
    partial: Vec<u8>,
    /// The state of the current line, if it is too long to be kept.
    long: Option<Scan>,
    place: Place,
    context: Context,
    scratch: Vec<u8>,
    ended: bool,
    /// An error after the bytes that are still to be returned.
    fault: Option<io::Error>,
    longest: usize,
    ahead: Option<Box<Ahead>>,
}

/// Blocks that were read ahead to find the outcomes of requests.
struct Ahead {
    outcomes: Outcomes,
    spare: Vec<Block>,
    /// Whether more data comes soon. The reader does not wait for a silent stream.
    is_more: Box<dyn FnMut() -> bool + Send>,
    fault: Option<io::Error>,
    ended: bool,
}

impl std::fmt::Debug for Ahead {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ahead").field("outcomes", &self.outcomes).finish_non_exhaustive()
    }
}

impl<R: Read> BlockReader<R> {
    /// Starts at the reader's first byte, which is in line 1.
    pub fn new(reader: R, source: Arc<Source>) -> Self {
        Self {
            reader,
            source,
            partial: Vec::new(),
            long: None,
            place: Place::Line(1),
            context: Context::default(),
            scratch: Vec::new(),
            ended: false,
            fault: None,
            longest: LONGEST_LINE,
            ahead: None,
        }
    }

    /// Starts at another place of the log, which must be the start of a record.
    #[must_use]
    pub fn starting_at(self, place: Place) -> Self {
        Self { place, ..self }
    }

    /// Finds out which requests the panel refused, within the 8 MiB of log after each. `is_more` returns whether more
    /// data comes soon; if not, blocks that were read are returned at once.
    #[must_use]
    pub fn with_outcomes(self, is_more: impl FnMut() -> bool + Send + 'static) -> Self {
        let ahead = Ahead {
            outcomes: Outcomes::default(),
            spare: Vec::new(),
            is_more: Box::new(is_more),
            fault: None,
            ended: false,
        };
        Self { ahead: Some(Box::new(ahead)), ..self }
    }

    /// Replaces the content of `block` with the next lines; returns false at the end. A line that is too long to be
    /// kept comes in pieces.
    ///
    /// # Errors
    /// The reader's error, after everything read before it has been returned.
    pub fn read(&mut self, block: &mut Block) -> io::Result<bool> {
        let Some(mut ahead) = self.ahead.take() else { return self.read_next(block) };
        let read = self.read_ahead(&mut ahead, block);
        self.ahead = Some(ahead);
        read
    }

    fn read_ahead(&mut self, ahead: &mut Ahead, block: &mut Block) -> io::Result<bool> {
        while !ahead.ended && !ahead.outcomes.is_full() && (ahead.outcomes.is_empty() || (ahead.is_more)()) {
            let mut next = ahead.spare.pop().unwrap_or_else(|| Block::new(Arc::clone(&self.source)));
            match self.read_next(&mut next) {
                Ok(true) => {
                    next.shrink();
                    ahead.outcomes.push(next);
                }
                Ok(false) => ahead.ended = true,
                Err(error) => (ahead.ended, ahead.fault) = (true, Some(error)),
            }
        }
        let Some(next) = ahead.outcomes.pop() else {
            block.clear();
            return ahead.fault.take().map_or(Ok(false), Err);
        };
        let mut used = std::mem::replace(block, next);
        used.clear();
        // More of them would be kept from a stream that came in small pieces.
        if ahead.spare.len() < SPARE {
            ahead.spare.push(used);
        }
        Ok(true)
    }

    /// The next block, without reading ahead.
    fn read_next(&mut self, block: &mut Block) -> io::Result<bool> {
        block.clear();
        block.extend(&self.partial);
        self.partial.clear();
        if let Some(long) = self.long.take()
            && self.go_on(long, block)
        {
            return Ok(true);
        }
        let mut complete = memrchr(b'\n', block.bytes()).map(|at| at + 1);
        while complete.is_none() && !self.ended {
            let searched = block.len;
            self.fill(block);
            complete = memrchr(b'\n', &block.bytes()[searched..]).map(|at| searched + at + 1);
            if block.len > self.longest {
                // Only the first line can be too long: after it there is at most the result of one read.
                let end = memchr(b'\n', block.bytes()).unwrap_or(block.len);
                if end > self.longest {
                    self.begin_long(block, end);
                    return Ok(true);
                }
            }
        }
        if let Some(end) = complete {
            self.partial.extend_from_slice(&block.bytes()[end..]);
            block.truncate(end);
        }
        if block.len == 0 && block.skipped == 0 {
            return self.fault.take().map_or(Ok(false), Err);
        }
        self.sign(block);
        match &mut self.place {
            Place::Line(number) => *number += block.count_lines(),
            Place::Byte(offset) => *offset += block.skipped + block.len as u64,
        }
        self.context = self.context.after_lines(block.bytes(), &mut self.scratch);
        Ok(true)
    }

    fn sign(&self, block: &mut Block) {
        block.source = Arc::clone(&self.source);
        block.place = self.place;
        block.context = self.context;
    }

    /// Returns the start of a line that is too long.
    fn begin_long(&mut self, block: &mut Block, end: usize) {
        self.partial.extend_from_slice(&block.bytes()[end..]);
        block.truncate(end);
        let mut long = Scan::new(self.source.fragments && self.context.allows_fragment());
        long.feed(block.bytes());
        self.long = Some(long);
        self.context = self.context.after_start(block.bytes(), &mut self.scratch);
        block.is_piece = true;
        self.sign(block);
    }

    /// Returns another piece of a line that is too long; false after its last piece, and then the block begins with its
    /// line end.
    fn go_on(&mut self, mut long: Scan, block: &mut Block) -> bool {
        if block.len == 0 && !self.ended {
            self.fill(block);
        }
        let end = memchr(b'\n', block.bytes()).unwrap_or(block.len);
        if end == 0 {
            long.finish().note(block);
            return false;
        }
        long.feed(&block.bytes()[..end]);
        self.partial.extend_from_slice(&block.bytes()[end..]);
        block.truncate(end);
        self.long = Some(long);
        block.is_piece = true;
        self.sign(block);
        true
    }

    /// Appends the result of one read: a file fills the block, a pipe returns what it has.
    fn fill(&mut self, block: &mut Block) {
        loop {
            match self.reader.read(&mut block.spare(BLOCK)[..BLOCK]) {
                Ok(0) => self.ended = true,
                Ok(count) => block.advance(count),
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => {
                    self.ended = true;
                    self.fault = Some(error);
                }
            }
            return;
        }
    }
}

#[cfg(test)]
mod tests;
