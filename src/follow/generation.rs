//! One file that is or was the log, opened, and how far it has been read.
//!
//! In: bytes from the file. Out: whole lines in a [`Block`]. A generation outlives its name: it is read to its end
//! after a rotation, whatever the path leads to by then. What it promises: a byte is handed out only if, after it was
//! read, the file's head and the bytes before were still what they had been. A file that was truncated and has grown
//! again is never taken for the old one, even if it is longer.

use super::identity::{Fingerprint, HEAD, Identity, Mark, OVERLAP, fill_at, fill_until};
use super::open::first_text;
use crate::large;
use crate::record::continuation::Context;
use crate::source::long::{LONGEST_LINE, Scan};
use crate::source::{Block, Place, Source, packed};
use memchr::{memchr, memrchr};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

/// Bytes that one read takes.
pub(super) const CHUNK: usize = 256 * 1024;

/// Bytes before the position that are remembered, to find the place when a file shrinks a little.
pub(super) const TAIL: usize = 4096;

pub(super) enum Handle {
    Plain(File),
    /// Unpacked while it is read, from the position on.
    Packed(Box<dyn Read + Send>),
    /// An archive that could not be unpacked to its end, until it is opened again.
    Stalled(io::Error),
    /// Closed, or not found when the program was started again.
    Missing,
}

/// What a read gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ReadOutcome {
    Lines,
    /// Bytes, but no line end among them.
    Part,
    /// Nothing up to the limit, or to the end of an archive.
    End,
    /// The file is not what it was.
    Changed,
}

/// One file, and how far it has been read.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about the file")]
pub(super) struct Generation {
    pub(super) handle: Handle,
    pub(super) path: PathBuf,
    pub(super) identity: Identity,
    pub(super) source: Arc<Source>,
    /// Plain bytes read, the start of an unfinished line included.
    pub(super) read_to: u64,
    /// How far reading may go now: what stood there when the newer generations were looked at.
    pub(super) limit: u64,
    /// How long its text was when it was last known to be the same.
    pub(super) seen: u64,
    pub(super) head: Vec<u8>,
    pub(super) head_at: u64,
    /// The bytes before `partial`.
    pub(super) tail: Vec<u8>,
    /// The start of a line whose end has not been read yet.
    pub(super) partial: Vec<u8>,
    /// The line that is being read, if it is too long to keep.
    pub(super) long: Option<Scan>,
    pub(super) context: Context,
    /// Whether its first lines were handed out.
    pub(super) begun: bool,
    /// Whether the unfinished line before them, if any, was dealt with.
    pub(super) joined: bool,
    /// Whether newer lines were handed out, so that only this file can have the end of its last line.
    pub(super) sealed: bool,
    /// Since when an archive cannot be read on.
    pub(super) stalled: Option<Instant>,
    /// Whether an archive was unpacked, or a log that was deleted was read, to its end.
    pub(super) done: bool,
    /// When it stops being looked at, after its end.
    pub(super) until: Option<Instant>,
    /// A copy may still be in the making: its length when last looked at, and since when it has been this.
    pub(super) settles: Option<(u64, Instant)>,
    /// Where reading stands if there are no bytes to compare, after a restart.
    pub(super) restored: Option<Mark>,
}

impl Generation {
    /// A generation with this handle, at the start of its text.
    pub(super) fn new(handle: Handle, path: &Path, identity: Identity, source: Arc<Source>) -> Self {
        Self {
            handle,
            path: path.to_owned(),
            identity,
            source,
            read_to: 0,
            limit: 0,
            seen: 0,
            head: Vec::new(),
            head_at: 0,
            tail: Vec::new(),
            partial: Vec::new(),
            long: None,
            context: Context::Nothing,
            begun: false,
            joined: false,
            sealed: false,
            stalled: None,
            done: false,
            until: None,
            settles: None,
            restored: None,
        }
    }

    /// The line that is to come next starts here.
    pub(super) fn offset(&self) -> u64 {
        self.read_to - self.partial.len() as u64
    }

    pub(super) fn file(&self) -> Option<&File> {
        if let Handle::Plain(file) = &self.handle { Some(file) } else { None }
    }

    /// Where reading stands. With `whole_lines` an unfinished line counts as unread.
    pub(super) fn mark(&self, whole_lines: bool) -> Mark {
        if let Some(mark) = self.restored {
            return mark;
        }
        let mut last = self.tail.clone();
        if !whole_lines {
            last.extend_from_slice(&self.partial[self.partial.len().saturating_sub(OVERLAP)..]);
        }
        let offset = if whole_lines { self.offset() } else { self.read_to };
        // In an archive the bytes of a hole are passed over unread.
        let text = if self.head.is_empty() { offset } else { offset.saturating_sub(self.head_at) };
        let len = last.len().min(OVERLAP).min(usize::try_from(text).unwrap_or(OVERLAP));
        Mark {
            identity: self.identity,
            offset,
            head_at: self.head_at,
            head: Fingerprint::of(&self.head),
            last: Fingerprint::of(&last[last.len() - len..]),
        }
    }

    /// Whether something of its text was read, or counts as read. If not, whatever is left of the file comes whole.
    pub(super) fn has_rest(&self) -> bool {
        self.restored.is_some() || (self.read_to > 0 && !self.head.is_empty())
    }

    /// Looks at the first bytes, as many as there are, without reading on.
    pub(super) fn peek(&mut self) -> io::Result<()> {
        if let Handle::Plain(file) = &self.handle {
            if self.head.is_empty() {
                // A hole that was only seen may be gone.
                let hole = if self.read_to == 0 { 0 } else { self.head_at };
                self.head_at = first_text(file, hole)?;
            }
            self.head = self.head_now()?;
        }
        Ok(())
    }

    /// The first bytes as they are now; of an archive, as they were.
    pub(super) fn head_now(&self) -> io::Result<Vec<u8>> {
        let Handle::Plain(file) = &self.handle else { return Ok(self.head.clone()) };
        let mut head = vec![0; HEAD];
        let len = fill_at(file, &mut head, self.head_at)?;
        head.truncate(len);
        Ok(head)
    }

    /// Whether the file still is what it was, up to the position.
    pub(super) fn holds(&self) -> io::Result<bool> {
        match &self.handle {
            Handle::Plain(file) => {
                // A blank mark says nothing, but a position past the end does.
                Ok(self.mark(false).fits(file)? && file.metadata()?.len() >= self.read_to)
            }
            Handle::Packed(_) | Handle::Stalled(_) => Ok(true),
            Handle::Missing => Ok(false),
        }
    }

    /// The unfinished line of a file that nobody finishes is handed out as it is.
    pub(super) fn hand_out_partial(&mut self, block: &mut Block) -> bool {
        let place = Place::Byte(self.offset() - self.long.as_ref().map_or(0, Scan::bytes));
        match self.long.take() {
            None if self.partial.is_empty() => return false,
            None => block.begin_with(self.drop_partial()),
            Some(long) => {
                block.clear();
                long.finish().note(block);
            }
        }
        block.source = Arc::clone(&self.source);
        block.context = self.context;
        block.place = place;
        true
    }

    /// Whether everything there is was read.
    pub(super) fn is_at_end(&self) -> bool {
        match &self.handle {
            Handle::Plain(file) => file.metadata().is_ok_and(|about| about.len() <= self.read_to),
            Handle::Packed(_) | Handle::Stalled(_) => self.done,
            Handle::Missing => true,
        }
    }

    /// Reads a chunk, and appends the lines that it completes to the block.
    pub(super) fn read(&mut self, buffer: &mut [u8], block: &mut Block) -> io::Result<ReadOutcome> {
        let len = match &mut self.handle {
            Handle::Missing => return Ok(ReadOutcome::End),
            Handle::Stalled(fault) => return Err(packed::repeat(fault)),
            Handle::Packed(stream) => {
                let (len, fault) = fill_until(stream, buffer);
                // What came before the fault counts; the stream itself is of no more use, even if its file grows.
                if let Some(fault) = fault {
                    self.handle = Handle::Stalled(fault);
                } else if len == 0 {
                    self.done = true;
                    return Ok(ReadOutcome::End);
                }
                if len == 0 {
                    return self.read(buffer, block);
                }
                len
            }
            Handle::Plain(file) => {
                let want = self.limit.saturating_sub(self.read_to).min(buffer.len() as u64);
                if want == 0 {
                    return Ok(ReadOutcome::End);
                }
                let want = usize::try_from(want).unwrap_or(buffer.len());
                if fill_at(file, &mut buffer[..want], self.read_to)? < want || !self.holds()? {
                    return Ok(ReadOutcome::Changed);
                }
                self.seen = self.limit;
                if self.head.len() < HEAD {
                    self.peek()?;
                }
                want
            }
        };
        Ok(if self.take(&buffer[..len], block) { ReadOutcome::Lines } else { ReadOutcome::Part })
    }

    /// Takes bytes that were read. True if they completed lines.
    pub(super) fn take(&mut self, bytes: &[u8], block: &mut Block) -> bool {
        self.restored = None;
        let mut bytes = bytes;
        if self.partial.is_empty() && self.long.is_none() && bytes[0] == 0 {
            // The hole that a writer leaves who goes on at its old place in a truncated file.
            let hole = bytes.iter().position(|&byte| byte != 0).unwrap_or(bytes.len());
            self.read_to += hole as u64;
            self.push_tail(&bytes[..hole]);
            bytes = &bytes[hole..];
        }
        self.read_to += bytes.len() as u64;
        let first = memchr(b'\n', bytes).unwrap_or(bytes.len());
        let is_long = self.partial.len() + first > LONGEST_LINE;
        if is_long || self.long.is_some() {
            self.pass_over(&bytes[..first]);
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
        block.source = Arc::clone(&self.source);
        block.context = self.context;
        block.place = Place::Byte(start);
        self.push_tail(&bytes[..end]);
        self.partial.extend_from_slice(&bytes[end..]);
        self.context = self.context.after_lines(block.bytes(), &mut Vec::new());
        true
    }

    /// Judges more of a line that is too long to keep.
    fn pass_over(&mut self, bytes: &[u8]) {
        let context = self.context;
        let mut long =
            self.long.take().unwrap_or_else(|| Scan::new(self.source.fragments && context.allows_fragment()));
        if !self.partial.is_empty() {
            self.context = context.after_start(&self.partial, &mut Vec::new());
            long.feed(&self.drop_partial());
        }
        long.feed(bytes);
        self.push_tail(bytes);
        self.long = Some(long);
    }

    /// The unfinished line counts as read. Its memory goes too: one long line must not cost for ever.
    pub(super) fn drop_partial(&mut self) -> Vec<u8> {
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
