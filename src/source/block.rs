//! Splits a stream of bytes into blocks of whole lines.
//!
//! In: any reader. Out: [`Block`]s, filled in place so that a long log needs one buffer per thread; an incomplete line
//! at the end of one read becomes the start of the next block. The reader does not wait for a pipe to fill a block:
//! data is passed on as soon as it contains a line end, so that `tail -f | mgr2api` responds at once.

use super::long::{LONGEST_LINE, Scan};
use super::outcome::{Failure, Late, Outcomes};
use super::{Place, Source};
use crate::large::{self, KEPT};
use crate::record::continuation::Context;
use memchr::{memchr, memchr_iter, memrchr};
use std::io::{self, ErrorKind, Read};
use std::sync::Arc;

/// Whole lines of one source.
#[derive(Debug, Clone)]
pub struct Block {
    /// Grows to the longest block and is rarely shrunk: clearing memory costs as much as reading it.
    buffer: Vec<u8>,
    len: usize,
    /// The place of the first line.
    pub place: Place,
    /// The context of the first line.
    pub context: Context,
    /// The source of the lines.
    pub source: Arc<Source>,
    /// The number of line ends before each [`STEP`]; empty if lines are not counted.
    line_ends: Vec<u64>,
    /// The length of the missing start of the first line, which is longer than [`LONGEST_LINE`].
    pub skipped: u64,
    /// Why the first line, which looks like a request, is missing.
    pub dropped: Option<Dropped>,
    /// The block is a piece of a line longer than [`LONGEST_LINE`], and nothing else. The block after the last piece
    /// reports what the line was.
    pub is_piece: bool,
    /// The requests that the panel refused, in order.
    pub(crate) failures: Vec<Failure>,
    /// Errors of requests in earlier blocks, which were returned before.
    pub(crate) late: Vec<Late>,
}

/// Why a line that looks like a request is not kept for conversion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dropped {
    /// It is longer than [`LONGEST_LINE`]; its length in bytes.
    TooLong(u64),
    /// It cannot be parsed, and is too long to be kept just for the report; the text of the report.
    Unreadable(Arc<str>),
    /// The requests that are kept for later have reached their memory limit.
    NotKept,
}

impl Block {
    /// An empty block.
    pub fn new(source: Arc<Source>) -> Self {
        Self {
            buffer: Vec::new(),
            len: 0,
            place: Place::Line(1),
            context: Context::default(),
            source,
            line_ends: Vec::new(),
            skipped: 0,
            dropped: None,
            is_piece: false,
            failures: Vec::new(),
            late: Vec::new(),
        }
    }

    /// A line that is not available: only its place and the reason are known.
    pub fn without_line(source: Arc<Source>, place: Place, dropped: Dropped) -> Self {
        Self { place, dropped: Some(dropped), ..Self::new(source) }
    }

    /// The lines with their ends; only the last line of a source may lack one.
    pub fn bytes(&self) -> &[u8] {
        &self.buffer[..self.len]
    }

    /// Empties the block.
    pub fn clear(&mut self) {
        if self.is_large() {
            self.buffer = Vec::new();
        }
        self.len = 0;
        self.line_ends.clear();
        (self.skipped, self.dropped, self.is_piece) = (0, None, false);
        self.failures.clear();
        self.late.clear();
    }

    /// Whether it holds so much, usually a single long line, that only one such block should exist at a time.
    pub fn is_large(&self) -> bool {
        self.buffer.len() > KEPT
    }

    /// Replaces the content with these bytes, without copying a large vector.
    pub(crate) fn begin_with(&mut self, bytes: Vec<u8>) {
        self.clear();
        if bytes.len() > self.buffer.len() {
            self.len = bytes.len();
            self.buffer = bytes;
        } else {
            self.extend(&bytes);
        }
    }

    /// Inserts bytes at `at`, copying as little as possible.
    pub(crate) fn insert(&mut self, at: usize, mut bytes: Vec<u8>) {
        let (len, add) = (self.len, bytes.len());
        if add > len {
            bytes.extend_from_slice(&self.buffer[at..len]);
            bytes.splice(0..0, self.buffer[..at].iter().copied());
            self.buffer = bytes;
        } else {
            self.spare(add);
            self.buffer.copy_within(at..len, at + add);
            self.buffer[at..at + add].copy_from_slice(&bytes);
        }
        self.len = len + add;
    }

    /// Removes the bytes before `start`.
    pub(crate) fn cut_front(&mut self, start: usize) {
        self.buffer.copy_within(start..self.len, 0);
        self.len -= start;
    }

    /// The place of the line that starts at this byte.
    pub(crate) fn place_of(&self, start: usize) -> Place {
        match self.place {
            Place::Byte(first) => Place::Byte(first + start as u64),
            Place::Line(first) => Place::Line(first + self.line_ends_before(start)),
        }
    }

    /// Adds the error of a request. Requests must come in order.
    pub(crate) fn refuse(&mut self, start: usize, error: &str) {
        self.failures.push(Failure { at: start, error: error.into() });
    }

    /// Errors of requests in blocks that were returned earlier.
    pub fn late(&self) -> &[Late] {
        &self.late
    }

    /// The error with which the panel refused the request whose line starts at this byte.
    pub(crate) fn error_of(&self, start: usize) -> Option<&str> {
        let found = self.failures.binary_search_by_key(&start, |failure| failure.at).ok()?;
        Some(&self.failures[found].error)
    }

    /// The number of line ends before this byte.
    pub fn line_ends_before(&self, at: usize) -> u64 {
        let (counted, ends) = self.line_ends.get(at / STEP).map_or((0, 0), |&ends| (at / STEP * STEP, ends));
        ends + memchr_iter(b'\n', &self.bytes()[counted..at]).count() as u64
    }

    /// Counts the lines.
    fn count_lines(&mut self) -> u64 {
        let mut count = 0;
        for step in self.buffer[..self.len].chunks(STEP) {
            self.line_ends.push(count);
            count += memchr_iter(b'\n', step).count() as u64;
        }
        count
    }

    /// Appends bytes.
    pub fn extend(&mut self, bytes: &[u8]) {
        self.spare(bytes.len())[..bytes.len()].copy_from_slice(bytes);
        self.len += bytes.len();
    }

    /// Space for at least `want` more bytes, to be filled and then added with [`Block::advance`].
    pub fn spare(&mut self, want: usize) -> &mut [u8] {
        if self.buffer.len() < self.len + want {
            large::expect(&mut self.buffer, self.len + want);
            self.buffer.resize(self.len + want, 0);
        }
        &mut self.buffer[self.len..]
    }

    /// Adds bytes that were written to [`Block::spare`].
    pub fn advance(&mut self, count: usize) {
        self.len += count;
    }

    /// Removes the bytes from `len` on.
    pub fn truncate(&mut self, len: usize) {
        self.len = self.len.min(len);
    }
}

/// The size of a read, in bytes: enough for a few hundred lines, small enough for a processor's cache.
const BLOCK: usize = 256 * 1024;

/// The distance, in bytes, between the offsets whose line count is stored.
const STEP: usize = 2048;

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
                Ok(true) => ahead.outcomes.push(next),
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
        ahead.spare.push(used);
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
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A reader that returns its bytes in pieces of the given sizes, then the error, if any.
    struct Pieces<'a>(&'a [u8], Vec<usize>, Option<ErrorKind>);

    impl Read for Pieces<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let want = self.1.pop().unwrap_or(usize::MAX).max(1).min(buffer.len()).min(self.0.len());
            match self.2 {
                Some(kind) if want == 0 => Err(kind.into()),
                _ => {
                    buffer[..want].copy_from_slice(&self.0[..want]);
                    self.0 = &self.0[want..];
                    Ok(want)
                }
            }
        }
    }

    fn blocks(pieces: Pieces<'_>) -> (Vec<(Place, Vec<u8>)>, Option<ErrorKind>) {
        let source = Arc::new(Source::log("test.log"));
        let mut reader = BlockReader::new(pieces, Arc::clone(&source));
        let mut block = Block::new(source);
        let mut read = Vec::new();
        loop {
            match reader.read(&mut block) {
                Ok(true) => read.push((block.place, block.bytes().to_vec())),
                Ok(false) => return (read, None),
                Err(error) => return (read, Some(error.kind())),
            }
        }
    }

    proptest! {
        #[test]
        fn blocks_are_whole_lines_with_their_numbers(
            text in "[ab\n]{0,40}",
            sizes in proptest::collection::vec(1_usize..9, 0..40),
        ) {
            let (read, _) = blocks(Pieces(text.as_bytes(), sizes, None));
            let mut joined = Vec::new();
            for (place, bytes) in &read {
                let lines = memchr_iter(b'\n', &joined).count() as u64;
                prop_assert_eq!(*place, Place::Line(lines + 1));
                joined.extend_from_slice(bytes);
                prop_assert!(bytes.ends_with(b"\n") || joined.len() == text.len());
            }
            prop_assert_eq!(joined, text.as_bytes());
        }
    }

    #[test]
    fn what_was_read_before_a_fault_is_handed_out() {
        let (read, fault) = blocks(Pieces(b"one\ntw", Vec::new(), Some(ErrorKind::InvalidData)));
        assert_eq!(read, [(Place::Line(1), b"one\n".to_vec()), (Place::Line(2), b"tw".to_vec())]);
        assert_eq!(fault, Some(ErrorKind::InvalidData));
    }

    #[test]
    fn a_line_that_is_too_long_comes_in_pieces_and_is_judged() {
        let request = b"Jun 25 09:07:51 [1:2] core_module INFO Request [][root] 'func=a'";
        for (line, is_request) in [(&b"x"[..], false), (request, true)] {
            for len in [98, 99, 100, 101, 102, 500, 300_000] {
                let long = [line, &vec![b'x'; len - line.len()]].concat();
                let text = [b"first\n", &long[..], b"\nlast\n"].concat();
                for size in [1, 7, 90, usize::MAX] {
                    let source = Arc::new(Source::log("test.log"));
                    let pieces = Pieces(&text, [vec![size; text.len() / size + 1], vec![6]].concat(), None);
                    let mut reader = BlockReader::new(pieces, Arc::clone(&source));
                    reader.longest = 100;
                    let mut block = Block::new(source);
                    let (mut handed_out, mut reported) = (Vec::new(), Vec::new());
                    while reader.read(&mut block).expect("memory") {
                        handed_out.extend_from_slice(block.bytes());
                        if block.skipped > 0 {
                            reported.push((block.place, block.skipped, block.dropped.is_some()));
                        }
                    }
                    assert_eq!(handed_out, text);
                    let expected = (Place::Line(2), len as u64, is_request);
                    assert_eq!(reported, if len > 100 { vec![expected] } else { Vec::new() }, "{len} {size}");
                }
            }
        }
    }
}
