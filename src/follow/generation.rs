//! One file that is or was the log, opened, with the read position.
//!
//! In: bytes from the file. Out: whole lines in a [`Block`]. A generation is independent of its name: after a rotation
//! it is read to its end, wherever the path leads by then. Guarantee: a byte is returned only if, after it was read,
//! the file's head and the bytes before the position were unchanged. A file that was truncated and has grown again is
//! never taken for the old one, even if it is longer.

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

/// The maximum size of one read, in bytes.
pub(super) const CHUNK: usize = 256 * 1024;

/// The number of bytes before the position that are kept, to find the position in a file that shrinks slightly.
pub(super) const TAIL: usize = 4096;

pub(super) enum Handle {
    Plain(File),
    /// Unpacked while it is read, from the position on.
    Packed(Box<dyn Read + Send>),
    /// An archive that cannot be unpacked further. The error comes after the bytes before it.
    Faulty(io::Error),
    /// An archive that was unpacked to its end.
    Unpacked,
    /// A log that was deleted and read to its end.
    Deleted,
    /// Closed, or not found after a restart of the program.
    Missing,
}

/// The result of a read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ReadOutcome {
    Lines,
    /// Bytes without a line end.
    Part,
    /// Nothing up to the limit, or to the end of an archive.
    End,
    /// The file has changed.
    Changed,
}

/// The state of the lines at the ends of a file, which a rotation may have cut in two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seam {
    /// Its first line may be the end of a line in an older file.
    Open,
    /// Its first line was handled. Its last one may end in a newer file.
    Joined,
    /// Newer lines were returned: only this file can contain the end of its last line.
    Sealed,
}

/// One file, with the read position.
pub(super) struct Generation {
    pub(super) handle: Handle,
    pub(super) path: PathBuf,
    pub(super) identity: Identity,
    pub(super) source: Arc<Source>,
    /// How far it may be read now: its length when the newer generations were checked.
    pub(super) limit: u64,
    /// The length of its text when it was last known to be unchanged.
    pub(super) seen: u64,
    pub(super) head: Vec<u8>,
    pub(super) head_at: u64,
    pub(super) lines: Lines,
    pub(super) seam: Seam,
    /// The position from the state file after a restart, until bytes of the file are in memory for comparison.
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

    /// The start of the next line.
    pub(super) fn offset(&self) -> u64 {
        self.lines.offset()
    }

    /// The number of plain bytes read, including the start of an unfinished line.
    pub(super) fn read_to(&self) -> u64 {
        self.lines.read_to()
    }

    pub(super) fn file(&self) -> Option<&File> {
        if let Handle::Plain(file) = &self.handle { Some(file) } else { None }
    }

    /// Continues from the position in another file with the same text.
    pub(super) fn go_on_as(&mut self, other: &Self) {
        let is_known = other.restored.is_none();
        self.lines.go_on_as(&other.lines, is_known);
        if is_known {
            self.restored = None;
        }
        self.seam = other.seam;
    }

    /// Closes a file that cannot be read, so that it is searched for again. An unfinished line counts as unread.
    pub(super) fn lose(&mut self) {
        self.restored = Some(self.mark(true));
        self.lines.forget_partial();
        self.handle = Handle::Missing;
    }

    /// Closes a log that was deleted, which takes up disk space while it is open. It was read to its end, so nothing is
    /// lost if it never comes back.
    pub(super) fn close_deleted(&mut self) {
        self.restored = Some(self.mark(false));
        self.handle = Handle::Deleted;
    }

    /// Stops reading it.
    pub(super) fn close(&mut self) {
        self.handle = Handle::Missing;
    }

    pub(super) fn is_deleted(&self) -> bool {
        matches!(self.handle, Handle::Deleted)
    }

    pub(super) fn is_closed(&self) -> bool {
        matches!(self.handle, Handle::Missing)
    }

    /// Sets the limit to the file's length; returns the length, and whether it has grown.
    pub(super) fn extend_limit(&mut self) -> Option<(u64, bool)> {
        let len = self.file()?.metadata().ok()?.len();
        let has_grown = len > self.limit;
        self.limit = self.limit.max(len);
        Some((len, has_grown))
    }

    /// Whether everything up to the limit was read.
    pub(super) fn is_read_up(&self) -> bool {
        match self.handle {
            Handle::Plain(_) => self.read_to() >= self.limit,
            Handle::Packed(_) | Handle::Faulty(_) => false,
            Handle::Unpacked | Handle::Deleted | Handle::Missing => true,
        }
    }

    /// The note about the data that is lost if the file has changed.
    pub(super) fn truncated(&self) -> FollowNote {
        let at = self.offset();
        FollowNote::Truncated { at, unread: self.limit.saturating_sub(at), archive: None }
    }

    /// Returns the unfinished line of a file that nobody will finish.
    pub(super) fn hand_out_partial(&mut self, block: &mut Block) -> bool {
        self.lines.hand_out_partial(&self.source, block)
    }

    /// Whether everything in the file was read.
    pub(super) fn is_at_end(&self) -> bool {
        match &self.handle {
            Handle::Plain(file) => file.metadata().is_ok_and(|about| about.len() <= self.read_to()),
            Handle::Packed(_) | Handle::Faulty(_) => false,
            Handle::Unpacked | Handle::Deleted | Handle::Missing => true,
        }
    }

    /// Whether the length of the open file differs from the read position.
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
                // Bytes before the error count; the stream itself cannot be used again, even if its file grows.
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
