//! One file that is or was the log, opened, and how far it has been read.
//!
//! In: bytes from the file. Out: whole lines in a [`Block`]. A generation outlives its name: it is read to its end
//! after a rotation, whatever the path leads to by then. What it promises: a byte is handed out only if, after it was
//! read, the file's head and the bytes before were still what they had been. A file that was truncated and has grown
//! again is never taken for the old one, even if it is longer.

mod lines;
mod open;
mod saved;
mod shrink;

pub(super) use lines::Joined;
use lines::Lines;
pub(super) use open::Start;
pub(super) use shrink::Cut;

use super::FollowNote;
use super::identity::{Fingerprint, HEAD, Identity, Mark, OVERLAP, fill_at, fill_until};
use super::siblings::Stamp;
use crate::source::{Block, Source};
use open::first_text;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Bytes that one read takes.
pub(super) const CHUNK: usize = 256 * 1024;

/// Bytes before the position that are remembered, to find the place when a file shrinks a little.
pub(super) const TAIL: usize = 4096;

pub(super) enum Handle {
    Plain(File),
    /// Unpacked while it is read, from the position on.
    Packed(Box<dyn Read + Send>),
    /// An archive that cannot be unpacked further. The fault comes behind what was read before it.
    Faulty(io::Error),
    /// An archive that was unpacked to its end.
    Unpacked,
    /// A log that was deleted, read to its end.
    Deleted,
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
pub(super) struct Generation {
    pub(super) handle: Handle,
    pub(super) path: PathBuf,
    pub(super) identity: Identity,
    pub(super) source: Arc<Source>,
    /// How far reading may go now: what stood there when the newer generations were looked at.
    pub(super) limit: u64,
    /// How long its text was when it was last known to be the same.
    pub(super) seen: u64,
    pub(super) head: Vec<u8>,
    pub(super) head_at: u64,
    pub(super) lines: Lines,
    /// Whether the unfinished line before them, if any, was dealt with.
    pub(super) joined: bool,
    /// Whether newer lines were handed out, so that only this file can have the end of its last line.
    pub(super) sealed: bool,
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
            limit: 0,
            seen: 0,
            head: Vec::new(),
            head_at: 0,
            lines: Lines::at(0),
            joined: false,
            sealed: false,
            restored: None,
        }
    }

    /// The line that is to come next starts here.
    pub(super) fn offset(&self) -> u64 {
        self.lines.offset()
    }

    /// Plain bytes read, the start of an unfinished line included.
    pub(super) fn read_to(&self) -> u64 {
        self.lines.read_to()
    }

    pub(super) fn file(&self) -> Option<&File> {
        if let Handle::Plain(file) = &self.handle { Some(file) } else { None }
    }

    /// Where reading stands. With `whole_lines` an unfinished line counts as unread.
    pub(super) fn mark(&self, whole_lines: bool) -> Mark {
        if let Some(mark) = self.restored {
            return mark;
        }
        let mut last = self.lines.tail().to_vec();
        if !whole_lines {
            let partial = self.lines.partial();
            last.extend_from_slice(&partial[partial.len().saturating_sub(OVERLAP)..]);
        }
        let offset = if whole_lines { self.offset() } else { self.read_to() };
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
        self.restored.is_some() || (self.read_to() > 0 && !self.head.is_empty())
    }

    /// Goes on with what was read of another file with the same text.
    pub(super) fn go_on_as(&mut self, other: &Self) {
        let is_known = other.restored.is_none();
        self.lines.go_on_as(&other.lines, is_known);
        if is_known {
            self.restored = None;
        }
        self.joined = other.joined;
    }

    /// Lets go of a file that cannot be read, to look for it again. An unfinished line counts as unread.
    pub(super) fn lose(&mut self) {
        self.restored = Some(self.mark(true));
        self.lines.forget_partial();
        self.handle = Handle::Missing;
    }

    /// Lets go of a log that was deleted, which takes up disk space for as long as it is open. It was read to its end: if
    /// it never comes back, nothing is lost with it.
    pub(super) fn close_deleted(&mut self) {
        self.restored = Some(self.mark(false));
        self.handle = Handle::Deleted;
    }

    /// Reads no more of it.
    pub(super) fn close(&mut self) {
        self.handle = Handle::Missing;
    }

    pub(super) fn is_deleted(&self) -> bool {
        matches!(self.handle, Handle::Deleted)
    }

    pub(super) fn is_closed(&self) -> bool {
        matches!(self.handle, Handle::Missing)
    }

    /// Takes the file's length as the limit: the length, and whether it has grown.
    pub(super) fn extend_limit(&mut self) -> Option<(u64, bool)> {
        let len = self.file()?.metadata().ok()?.len();
        let has_grown = len > self.limit;
        self.limit = self.limit.max(len);
        Some((len, has_grown))
    }

    /// Whether there is nothing to read up to the limit.
    pub(super) fn is_read_up(&self) -> bool {
        match self.handle {
            Handle::Plain(_) => self.read_to() >= self.limit,
            Handle::Packed(_) | Handle::Faulty(_) => false,
            Handle::Unpacked | Handle::Deleted | Handle::Missing => true,
        }
    }

    /// What is lost if the file is not what it was.
    pub(super) fn truncated(&self) -> FollowNote {
        let at = self.offset();
        FollowNote::Truncated { at, unread: self.limit.saturating_sub(at), archive: None }
    }

    /// What the file's metadata say if everything in it was read.
    pub(super) fn final_stamp(&self) -> Option<Stamp> {
        let stamp = match &self.handle {
            Handle::Plain(file) => Stamp::of(&file.metadata().ok()?).filter(|stamp| stamp.len == self.read_to()),
            Handle::Unpacked => {
                let about = fs::metadata(&self.path).ok().filter(|about| Identity::of(about) == self.identity)?;
                Stamp::of(&about)
            }
            _ => None,
        };
        stamp.filter(|_| self.lines.partial().is_empty())
    }

    /// Looks at the first bytes, as many as there are, without reading on.
    pub(super) fn peek(&mut self) -> io::Result<()> {
        if let Handle::Plain(file) = &self.handle {
            if self.head.is_empty() {
                // A hole that was only seen may be gone.
                let hole = if self.read_to() == 0 { 0 } else { self.head_at };
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
                Ok(self.mark(false).fits(file)? && file.metadata()?.len() >= self.read_to())
            }
            Handle::Packed(_) | Handle::Faulty(_) | Handle::Unpacked => Ok(true),
            Handle::Deleted | Handle::Missing => Ok(false),
        }
    }

    /// The unfinished line of a file that nobody finishes is handed out as it is.
    pub(super) fn hand_out_partial(&mut self, block: &mut Block) -> bool {
        self.lines.hand_out_partial(&self.source, block)
    }

    /// Whether everything there is was read.
    pub(super) fn is_at_end(&self) -> bool {
        match &self.handle {
            Handle::Plain(file) => file.metadata().is_ok_and(|about| about.len() <= self.read_to()),
            Handle::Packed(_) | Handle::Faulty(_) => false,
            Handle::Unpacked | Handle::Deleted | Handle::Missing => true,
        }
    }

    /// Reads a chunk, and appends the lines that it completes to the block.
    pub(super) fn read(&mut self, buffer: &mut [u8], block: &mut Block) -> io::Result<ReadOutcome> {
        let len = match &mut self.handle {
            Handle::Unpacked | Handle::Deleted | Handle::Missing => return Ok(ReadOutcome::End),
            Handle::Packed(stream) => match fill_until(stream, buffer) {
                (0, None) => {
                    self.handle = Handle::Unpacked;
                    return Ok(ReadOutcome::End);
                }
                (0, Some(fault)) => {
                    self.handle = Handle::Missing;
                    return Err(fault);
                }
                (len, None) => len,
                // What came before the fault counts; the stream itself is of no more use, even if its file grows.
                (len, Some(fault)) => {
                    self.handle = Handle::Faulty(fault);
                    len
                }
            },
            Handle::Faulty(fault) => {
                let fault = std::mem::replace(fault, ErrorKind::Other.into());
                self.handle = Handle::Missing;
                return Err(fault);
            }
            Handle::Plain(file) => {
                let read_to = self.lines.read_to();
                let want = self.limit.saturating_sub(read_to).min(buffer.len() as u64);
                if want == 0 {
                    return Ok(ReadOutcome::End);
                }
                let want = usize::try_from(want).unwrap_or(buffer.len());
                if fill_at(file, &mut buffer[..want], read_to)? < want || !self.holds()? {
                    return Ok(ReadOutcome::Changed);
                }
                self.seen = self.limit;
                if self.head.len() < HEAD {
                    self.peek()?;
                }
                want
            }
        };
        self.restored = None;
        Ok(if self.lines.take(&buffer[..len], &self.source, block) { ReadOutcome::Lines } else { ReadOutcome::Part })
    }
}
