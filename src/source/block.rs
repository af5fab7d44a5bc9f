//! Blocks: ranges of whole lines, the unit in which logs are passed on.
//!
//! In: bytes of one source, appended or inserted in place. Out: a [`Block`] with the place and the context of its first
//! line, and the errors of its requests. [`BlockReader`] fills blocks from a stream.

mod reader;

pub use reader::BlockReader;

use super::outcome::{Failure, Late};
use super::{Place, Source};
use crate::large::{self, KEPT};
use crate::record::continuation::Context;
use memchr::memchr_iter;
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
    /// The length of the missing start of the first line, which is longer than [`LONGEST_LINE`](crate::source::LONGEST_LINE).
    pub skipped: u64,
    /// Why the first line, which looks like a request, is missing.
    pub dropped: Option<Dropped>,
    /// The block is a piece of a line longer than [`LONGEST_LINE`](crate::source::LONGEST_LINE), and nothing else. The block after the last piece
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
    /// It is longer than [`LONGEST_LINE`](crate::source::LONGEST_LINE); its length in bytes.
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

    /// Frees memory that is mostly unused: a stream that comes in small pieces would multiply it.
    pub(crate) fn shrink(&mut self) {
        if self.len < self.buffer.len() / 2 {
            self.buffer.truncate(self.len);
            self.buffer.shrink_to_fit();
        }
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

/// The distance, in bytes, between the offsets whose line count is stored.
const STEP: usize = 2048;
