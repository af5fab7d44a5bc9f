//! One file that is or was the log, opened, and how far it has been read.
//!
//! In: bytes from the file. Out: whole lines in a [`Block`]. A generation outlives its name: it is read to its end
//! after a rotation, whatever the path leads to by then. What it promises: a byte is handed out only if, after it was
//! read, the file's head and the bytes before were still what they had been. A file that was truncated and has grown
//! again is never taken for the old one, even if it is longer.

mod lines;
mod mark;
mod open;
mod saved;
mod shrink;

pub(super) use lines::Joined;
use lines::Lines;
pub(super) use open::Start;
pub(super) use shrink::Cut;

use super::FollowNote;
use super::identity::{HEAD, Identity, Mark, fill_at, fill_until};
use crate::source::{Block, Source};
use std::fs::File;
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

/// What became of lines that a rotation cut in two, at the ends of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seam {
    /// Its first line may be the end of a line in an older file.
    Open,
    /// Its first line was dealt with. Its last one may end in a newer file.
    Joined,
    /// Newer lines were handed out: only this file can have the end of its last line.
    Sealed,
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
    pub(super) seam: Seam,
    /// The position from the state file after a restart, as long as no bytes of the file are in memory to compare with.
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
            seam: Seam::Open,
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

    /// Goes on with what was read of another file with the same text.
    pub(super) fn go_on_as(&mut self, other: &Self) {
        let is_known = other.restored.is_none();
        self.lines.go_on_as(&other.lines, is_known);
        if is_known {
            self.restored = None;
        }
        self.seam = other.seam;
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

    /// Whether the open file has more than was read, or less.
    pub(super) fn has_news(&self) -> bool {
        match &self.handle {
            Handle::Plain(file) => file.metadata().map_or(true, |about| about.len() != self.read_to()),
            Handle::Packed(_) | Handle::Faulty(_) => true,
            Handle::Unpacked | Handle::Deleted | Handle::Missing => false,
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
