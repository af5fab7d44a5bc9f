//! Assembles whole lines from the bytes of one file.
//!
//! In: bytes, in pieces of any size. Out: [`Block`]s of whole lines. An incomplete line at the end of a piece is kept
//! until its line end comes, here or in a newer file. A line that is too long to be kept is only checked.

use super::TAIL;
use crate::large;
use crate::record::continuation::Context;
use crate::source::long::{Found, LONGEST_LINE, Scan};
use crate::source::{Block, Place, Source};
use memchr::{memchr, memrchr};
use std::sync::Arc;

/// The lines of one file, with the read position.
#[derive(Clone)]
pub(in crate::follow) struct Lines {
    /// The number of plain bytes read, including the start of an unfinished line.
    read_to: u64,
    /// The bytes before `partial`.
    tail: Vec<u8>,
    /// The start of a line whose end has not been read yet.
    partial: Vec<u8>,
    /// The state of the current line, if it is too long to be kept.
    long: Option<Scan>,
    context: Context,
}

/// A line that started in one file and ended in a newer one.
pub(in crate::follow) enum Joined {
    /// Its start.
    Start(Vec<u8>),
    /// It is too long to be kept.
    Long(Found),
}

impl Lines {
    /// At the start of a line.
    pub(super) fn at(read_to: u64) -> Self {
        Self { read_to, tail: Vec::new(), partial: Vec::new(), long: None, context: Context::Nothing }
    }

    /// At the start of a line with this context, or within one that is too long to be kept.
    pub(super) fn resumed(read_to: u64, context: Context, long: Option<Scan>) -> Self {
        Self { long, context, ..Self::at(read_to) }
    }

    /// Moves to the start of a line. Everything before it counts as read.
    pub(super) fn go_to(&mut self, read_to: u64) {
        *self = Self { context: self.context, ..Self::at(read_to) };
    }

    pub(super) fn read_to(&self) -> u64 {
        self.read_to
    }

    /// The start of the next line.
    pub(super) fn offset(&self) -> u64 {
        self.read_to - self.partial.len() as u64
    }

    pub(super) fn tail(&self) -> &[u8] {
        &self.tail
    }

    pub(super) fn set_tail(&mut self, tail: Vec<u8>) {
        self.tail = tail;
    }

    pub(in crate::follow) fn partial(&self) -> &[u8] {
        &self.partial
    }

    /// The number of bytes of the current line that were skipped so far, because it is too long to be kept.
    pub(super) fn passed_over(&self) -> u64 {
        self.long.as_ref().map_or(0, Scan::bytes)
    }

    pub(in crate::follow) fn context(&self) -> Context {
        self.context
    }

    pub(in crate::follow) fn set_context(&mut self, context: Context) {
        self.context = context;
    }

    /// Whether the end of a line has not been read yet.
    pub(in crate::follow) fn is_in_line(&self) -> bool {
        self.long.is_some() || !self.partial.is_empty()
    }

    /// Adds bytes that were read. Returns true if they completed lines.
    pub(super) fn take(&mut self, bytes: &[u8], source: &Arc<Source>, block: &mut Block) -> bool {
        let mut bytes = bytes;
        if !self.is_in_line() && bytes[0] == 0 {
            // The hole that a writer leaves when it continues at its old position in a truncated file.
            let hole = bytes.iter().position(|&byte| byte != 0).unwrap_or(bytes.len());
            self.read_to += hole as u64;
            self.push_tail(&bytes[..hole]);
            bytes = &bytes[hole..];
        }
        self.read_to += bytes.len() as u64;
        let first = memchr(b'\n', bytes).unwrap_or(bytes.len());
        let is_long = self.partial.len() + first > LONGEST_LINE;
        if is_long || self.long.is_some() {
            self.pass_over(&bytes[..first], source);
            bytes = &bytes[first..];
        }
        let Some(end) = memrchr(b'\n', bytes).map(|at| at + 1) else {
            let len = self.partial.len() + bytes.len();
            large::expect(&mut self.partial, len);
            self.partial.extend_from_slice(bytes);
            return false;
        };
        let (long, partial) = (self.long.take().map(Scan::finish), self.drop_partial());
        let start = self.read_to - (bytes.len() + partial.len()) as u64 - long.map_or(0, |long| long.bytes);
        block.begin_with(partial);
        block.extend(&bytes[..end]);
        if let Some(long) = long {
            long.note(block);
        }
        block.source = Arc::clone(source);
        block.context = self.context;
        block.place = Place::Byte(start);
        self.push_tail(&bytes[..end]);
        self.partial.extend_from_slice(&bytes[end..]);
        self.context = self.context.after_lines(block.bytes(), &mut Vec::new());
        true
    }

    /// Checks more of a line that is too long to be kept.
    fn pass_over(&mut self, bytes: &[u8], source: &Source) {
        let context = self.context;
        let mut long = self.long.take().unwrap_or_else(|| Scan::new(source.fragments && context.allows_fragment()));
        if !self.partial.is_empty() {
            self.context = context.after_start(&self.partial, &mut Vec::new());
            long.feed(&self.drop_partial());
        }
        long.feed(bytes);
        self.push_tail(bytes);
        self.long = Some(long);
    }

    /// Returns the unfinished line, which nobody will finish. False if there is none.
    pub(super) fn hand_out_partial(&mut self, source: &Arc<Source>, block: &mut Block) -> bool {
        let place = Place::Byte(self.offset() - self.passed_over());
        match self.long.take() {
            None if self.partial.is_empty() => return false,
            None => block.begin_with(self.drop_partial()),
            Some(long) => {
                block.clear();
                long.finish().note(block);
            }
        }
        block.source = Arc::clone(source);
        block.context = self.context;
        block.place = place;
        true
    }

    /// Ends the unfinished line with the start of a newer file.
    pub(in crate::follow) fn finish(&mut self, end: &[u8]) -> Joined {
        if self.long.is_none() && self.partial.len() + end.len() <= LONGEST_LINE {
            return Joined::Start(self.drop_partial());
        }
        let mut scan = self.long.take().unwrap_or_else(|| Scan::new(false));
        scan.feed(&self.drop_partial());
        scan.feed(end);
        Joined::Long(scan.finish())
    }

    /// Continues from the position in another file with the same text. `text`: the bytes of the unfinished line and
    /// before it are known.
    pub(super) fn go_on_as(&mut self, other: &Self, text: bool) {
        (self.long, self.context) = (other.long.clone(), other.context);
        if text {
            self.tail.clone_from(&other.tail);
            if !other.is_read_again() {
                self.partial.clone_from(&other.partial);
            }
        }
    }

    /// Whether the start of the unfinished line is so long that it is read again rather than held twice.
    pub(in crate::follow) fn is_read_again(&self) -> bool {
        self.partial.len() > large::KEPT
    }

    /// Counts the unfinished line as unread.
    pub(super) fn forget_partial(&mut self) {
        self.read_to = self.offset();
        self.partial = Vec::new();
    }

    /// Counts the unfinished line as read, and frees its memory: one long line must not occupy it until the end of the
    /// run.
    fn drop_partial(&mut self) -> Vec<u8> {
        let partial = std::mem::take(&mut self.partial);
        self.push_tail(&partial);
        partial
    }

    fn push_tail(&mut self, bytes: &[u8]) {
        let bytes = &bytes[bytes.len().saturating_sub(TAIL)..];
        let keep = TAIL - bytes.len();
        self.tail.drain(..self.tail.len().saturating_sub(keep));
        self.tail.extend_from_slice(bytes);
    }
}
