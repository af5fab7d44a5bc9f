//! Identifies a file by its metadata and by its text.
//!
//! In: metadata and bytes. Out: [`Identity`], [`Fingerprint`] and [`Mark`]. Names do not identify a file: a rotation
//! changes them. Inode numbers are not enough: they are reused, and a truncated log keeps its own. So a position in a
//! log is a [`Mark`]: the file's identity, and fingerprints of its first bytes and of the bytes before the position.

use crate::source::packed::is_trailing;
use crate::sys;
use std::fs::{File, Metadata};
use std::io::{self, Cursor, ErrorKind, Read};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// The number of bytes at the start of a log that distinguish it from others: the first record's stamp, process and
/// text.
pub(super) const HEAD: usize = 256;

/// The number of bytes before a position that must be unchanged.
pub(super) const OVERLAP: usize = 128;

/// The identity of a file on its disk. The birth time detects a reused inode number; some file systems do not have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Identity {
    /// The disk.
    pub device: u64,
    /// The file on it.
    pub inode: u64,
    /// Nanoseconds since 1970.
    pub birth: Option<u64>,
}

impl Identity {
    /// The identity of an opened file with these metadata.
    pub fn of(file: &File, about: &Metadata) -> Self {
        Self::new(sys::numbers(file, about), about)
    }

    /// The identity of the file that a path leads to, symbolic links followed, with these metadata. If another file
    /// takes the path in between, the result may match neither.
    pub fn at(path: &Path, about: &Metadata) -> Self {
        Self::new(sys::numbers_at(path, about), about)
    }

    fn new((device, inode): (u64, u64), about: &Metadata) -> Self {
        Self { device, inode, birth: about.created().ok().map(nanoseconds) }
    }
}

/// Nanoseconds since 1970.
pub(super) fn nanoseconds(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).map_or(0, |since| u64::try_from(since.as_nanos()).unwrap_or(u64::MAX))
}

/// A hash of some bytes that can be stored in a file: it reveals nothing of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint {
    /// The number of bytes.
    pub len: usize,
    /// Their FNV-1a hash: the same in every version of the program, unlike the standard library's hasher.
    pub hash: u64,
}

impl Default for Fingerprint {
    fn default() -> Self {
        Self::of(b"")
    }
}

impl Fingerprint {
    /// The fingerprint of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let hash = bytes
            .iter()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        Self { len: bytes.len(), hash }
    }

    /// Whether this is the fingerprint of the first of these bytes.
    pub fn starts(self, bytes: &[u8]) -> bool {
        bytes.get(..self.len).is_some_and(|bytes| Self::of(bytes) == self)
    }
}

/// A position in a log, with the data to recognize the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Mark {
    /// The identity of its file.
    pub(super) identity: Identity,
    /// The offset of the first unread byte in the plain text.
    pub(super) offset: u64,
    /// The offset of the head: after the NUL bytes of a hole, if there is one.
    pub(super) head_at: u64,
    /// The first bytes.
    pub(super) head: Fingerprint,
    /// The bytes before the position.
    pub(super) last: Fingerprint,
}

impl Mark {
    /// Whether the text is unknown, so that any file would fit. The NUL bytes of a hole are not text, because all holes
    /// are alike.
    pub(super) fn is_blank(&self) -> bool {
        self.head.len == 0
    }

    /// Whether a plain file has this text up to the position.
    ///
    /// # Errors
    /// Errors of reading.
    pub(super) fn fits(&self, file: &File) -> io::Result<bool> {
        let mut buffer = [0; HEAD];
        let head = &mut buffer[..self.head.len.min(HEAD)];
        if fill_at(file, head, self.head_at)? < head.len() || Fingerprint::of(head) != self.head {
            return Ok(false);
        }
        let last = &mut buffer[..self.last.len.min(HEAD)];
        let Some(at) = self.offset.checked_sub(last.len() as u64) else { return Ok(false) };
        Ok(fill_at(file, last, at)? == last.len() && Fingerprint::of(last) == self.last)
    }

    /// The rest of a stream, such as an unpacked archive, after the position, if it has this text up to there.
    ///
    /// # Errors
    /// Errors of reading; an archive that is still being written ends too early.
    pub(super) fn enter<'r>(
        &self,
        mut stream: Box<dyn Read + Send + 'r>,
    ) -> io::Result<Option<Box<dyn Read + Send + 'r>>> {
        let mut start = vec![0; self.head.len];
        if !skip(&mut stream, self.head_at)? || fill(&mut stream, &mut start)? < start.len() {
            return Ok(None);
        }
        if Fingerprint::of(&start) != self.head {
            return Ok(None);
        }
        let at = |offset: u64| usize::try_from(offset.saturating_sub(self.head_at)).unwrap_or(usize::MAX);
        let (last_at, offset) = (at(self.offset.saturating_sub(self.last.len as u64)), at(self.offset));
        if offset <= start.len() {
            let fits = Fingerprint::of(&start[last_at.min(offset)..offset]) == self.last;
            start.drain(..offset);
            return Ok(fits.then(|| Box::new(Cursor::new(start).chain(stream)) as Box<dyn Read + Send>));
        }
        let mut last = start.get(last_at..).unwrap_or_default().to_vec();
        let known = last.len();
        last.resize(self.last.len, 0);
        let fits = skip(&mut stream, last_at.saturating_sub(start.len()) as u64)?
            && fill(&mut stream, &mut last[known..])? == self.last.len - known
            && Fingerprint::of(&last) == self.last;
        Ok(fits.then_some(stream))
    }
}

/// Skips `count` bytes; false if there are fewer.
pub(super) fn skip(stream: &mut dyn Read, count: u64) -> io::Result<bool> {
    match io::copy(&mut stream.take(count), &mut io::sink()) {
        Err(error) if is_trailing(&error) => Ok(false),
        copied => Ok(copied? == count),
    }
}

/// Reads at an offset until the buffer is full or the file ends, and returns the number of bytes.
pub(super) fn fill_at(file: &File, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match sys::read_at(file, &mut buffer[filled..], offset + filled as u64) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// Reads until the buffer is full or the stream ends, and returns the number of bytes. Other bytes after the end of an
/// archive are not an error here.
pub(super) fn fill(stream: &mut dyn Read, buffer: &mut [u8]) -> io::Result<usize> {
    match fill_until(stream, buffer) {
        (_, Some(fault)) if !is_trailing(&fault) => Err(fault),
        (filled, _) => Ok(filled),
    }
}

/// Like [`fill`], but also returns the bytes before an error.
pub(super) fn fill_until(stream: &mut dyn Read, buffer: &mut [u8]) -> (usize, Option<io::Error>) {
    let mut filled = 0;
    while filled < buffer.len() {
        match stream.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return (filled, Some(error)),
        }
    }
    (filled, None)
}
