//! Opens files as generations: at their start, at their end, or at a [`Mark`].
//!
//! In: paths. Out: generations that are ready to be read. Packed files are detected by their first bytes and unpacked
//! up to the position.

use super::{CHUNK, Generation, Handle, Lines, Seam, TAIL};
use crate::follow::identity::{HEAD, Identity, Mark, fill, fill_at, skip};
use crate::record::continuation::{Context, Prefix};
use crate::source::LONGEST_LINE;
use crate::source::Source;
use crate::source::packed::{self, Packing};
use crate::sys;
use memchr::{memchr, memrchr};
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::sync::Arc;

impl Generation {
    /// Opens a plain log.
    pub(in crate::follow) fn open(path: &Path, source: &Arc<Source>) -> io::Result<Self> {
        let file = File::open(path)?;
        let about = file.metadata()?;
        if !about.is_file() {
            return Err(io::Error::new(ErrorKind::NotFound, "is not a file"));
        }
        let identity = Identity::of(&file, &about);
        let mut opened = Self::new(Handle::Plain(file), path, identity, Arc::clone(source));
        opened.peek()?;
        Ok(opened)
    }

    /// A log that cannot be opened yet. Its current content counts as read.
    pub(in crate::follow) fn unopened(path: &Path, about: &Metadata, source: &Arc<Source>) -> Self {
        let (identity, offset) = (Identity::at(path, about), about.len());
        let mut unopened = Self::new(Handle::Missing, path, identity, Arc::clone(source));
        unopened.lines = Lines::at(offset);
        unopened.restored = Some(Mark { identity, offset, ..Mark::default() });
        unopened
    }

    /// Opens a rotated file from its start, packed or not.
    pub(in crate::follow) fn archive(path: &Path, source: &Arc<Source>) -> io::Result<Self> {
        let (start, file) = Start::open(path)?;
        let handle = if start.is_packed { Handle::Packed(packed::unpack(file)?.log()?.1) } else { Handle::Plain(file) };
        let mut opened = Self::new(handle, path, start.identity, Arc::clone(source));
        (opened.head_at, opened.head) = (start.at, start.head);
        Ok(opened)
    }

    /// Opens a file at a position, if it has the same text up to there. A packed one is read up to it.
    pub(in crate::follow) fn continued(path: &Path, mark: &Mark, source: &Arc<Source>) -> io::Result<Option<Self>> {
        let file = File::open(path)?;
        let identity = Identity::of(&file, &file.metadata()?);
        let mut head = Vec::new();
        let handle = if packing_of(&file)? == Packing::Plain {
            if !mark.fits(&file)? || file.metadata()?.len() < mark.offset {
                return Ok(None);
            }
            Handle::Plain(file)
        } else {
            (_, head) = packed_head(&file)?;
            // Rules out most files without unpacking more of them.
            if !mark.head.starts(&head) {
                return Ok(None);
            }
            match mark.enter(packed::unpack(file)?.log()?.1)? {
                Some(stream) => Handle::Packed(stream),
                None => return Ok(None),
            }
        };
        let mut opened = Self::new(handle, path, identity, Arc::clone(source));
        opened.head = head;
        (opened.lines, opened.head_at) = (Lines::at(mark.offset), mark.head_at);
        if let Handle::Plain(_) = opened.handle {
            opened.remember()?;
        } else {
            // A hole at the start was skipped.
            opened.lines = Lines::at(mark.offset.max(mark.head_at));
            opened.restored = Some(*mark);
        }
        Ok(Some(opened))
    }

    /// Reopens an archive that was closed at an error, if it has grown since, and skips the bytes that were read.
    pub(in crate::follow) fn reopen_if_grown(&mut self) -> bool {
        let len = fs::metadata(&self.path).map_or(self.limit, |about| about.len());
        if !self.is_closed() || len == self.limit {
            return false;
        }
        let Ok(stream) = self.rest_of_archive() else { return false };
        (self.handle, self.limit) = (Handle::Packed(stream), len);
        true
    }

    fn rest_of_archive(&self) -> io::Result<Box<dyn Read + Send>> {
        let (packing, mut stream) = packed::unpack(File::open(&self.path)?)?.log()?;
        if packing == Packing::Plain {
            return Err(ErrorKind::InvalidData.into());
        }
        skip(&mut stream, self.read_to())?;
        Ok(stream)
    }

    /// Moves to the end of the last whole line.
    pub(in crate::follow) fn go_to_end(&mut self) -> io::Result<()> {
        let Handle::Plain(file) = &self.handle else { return Ok(()) };
        let mut end = file.metadata()?.len();
        let (stop, mut buffer) = (end.saturating_sub(LONGEST_LINE as u64), vec![0; CHUNK]);
        while end > stop {
            let len = end.min(CHUNK as u64);
            let piece = &mut buffer[..usize::try_from(len).unwrap_or(CHUNK)];
            let filled = fill_at(file, piece, end - len)?;
            if let Some(at) = memrchr(b'\n', &piece[..filled]) {
                end = end - len + at as u64 + 1;
                break;
            }
            end -= len;
        }
        self.lines.go_to(end);
        self.remember()?;
        self.seam = if end > 0 { Seam::Joined } else { Seam::Open };
        if end > 0 {
            // The lines before the position give the context of the next line.
            let tail = self.lines.tail();
            let start = memchr(b'\n', tail).map_or(0, |at| at + 1);
            let context = Context::Record(Prefix::default()).after_lines(&tail[start..], &mut Vec::new());
            self.lines.set_context(context);
        }
        Ok(())
    }

    /// Moves back to the start; nothing counts as read.
    pub(in crate::follow) fn rewind(&mut self) -> io::Result<()> {
        self.lines.go_to(0);
        (self.limit, self.head_at, self.head) = (0, 0, Vec::new());
        self.peek()
    }

    /// Continues from here, and reads the bytes before the position from the file. Only between lines.
    pub(in crate::follow) fn remember(&mut self) -> io::Result<()> {
        self.peek()?;
        // If a hole has no text after it, remember the hole itself.
        let start = if self.head.is_empty() { 0 } else { self.head_at };
        let len = self.read_to().saturating_sub(start).min(TAIL as u64);
        let mut tail = vec![0; usize::try_from(len).unwrap_or(TAIL)];
        if let Some(file) = self.file() {
            let filled = fill_at(file, &mut tail, self.read_to() - len)?;
            tail.truncate(filled);
        }
        self.lines.set_tail(tail);
        Ok(())
    }

    /// Whether there is anything after the position.
    pub(in crate::follow) fn goes_on(mut self) -> bool {
        match &mut self.handle {
            Handle::Plain(file) => file.metadata().is_ok_and(|about| about.len() > self.lines.read_to()),
            Handle::Packed(stream) => fill(stream, &mut [0]).is_ok_and(|len| len > 0),
            Handle::Faulty(_) | Handle::Unpacked | Handle::Deleted | Handle::Missing => false,
        }
    }
}

/// The start of a file's text.
pub(in crate::follow) struct Start {
    pub(in crate::follow) identity: Identity,
    /// Its offset: after the NUL bytes of a hole.
    pub(in crate::follow) at: u64,
    pub(in crate::follow) head: Vec<u8>,
    pub(in crate::follow) is_packed: bool,
}

impl Start {
    pub(in crate::follow) fn of(path: &Path) -> io::Result<Self> {
        Self::open(path).map(|(start, _)| start)
    }

    fn open(path: &Path) -> io::Result<(Self, File)> {
        let file = File::open(path)?;
        let about = file.metadata()?;
        if !about.is_file() {
            return Err(io::Error::new(ErrorKind::NotFound, "is not a file"));
        }
        let is_packed = packing_of(&file)? != Packing::Plain;
        let (at, head) = if is_packed { packed_head(&file)? } else { plain_head(&file)? };
        Ok((Self { identity: Identity::of(&file, &about), at, head, is_packed }, file))
    }
}

/// The packing of a file; an error if it is not a log.
fn packing_of(file: &File) -> io::Result<Packing> {
    packed::unpack(FromStart(file, 0))?.log().map(|(packing, _)| packing)
}

fn plain_head(file: &File) -> io::Result<(u64, Vec<u8>)> {
    let mut head = vec![0; HEAD];
    let at = first_text(file, 0)?;
    let len = fill_at(file, &mut head, at)?;
    head.truncate(len);
    Ok((at, head))
}

/// Reads a file from its start in small pieces, independent of other readers of the same handle.
struct FromStart<'f>(&'f File, u64);

impl Read for FromStart<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let piece = buffer.len().min(4096);
        let len = sys::read_at(self.0, &mut buffer[..piece], self.1)?;
        self.1 += len as u64;
        Ok(len)
    }
}

/// The first bytes of a packed log, and their offset.
fn packed_head(file: &File) -> io::Result<(u64, Vec<u8>)> {
    let (_, mut stream) = packed::unpack(FromStart(file, 0))?.log()?;
    let (mut head, mut buffer, mut at) = (Vec::new(), vec![0; HEAD], 0);
    while head.is_empty() {
        let len = fill(&mut stream, &mut buffer)?;
        let text = buffer[..len].iter().position(|&byte| byte != 0).unwrap_or(len);
        at += text as u64;
        head.extend_from_slice(&buffer[text..len]);
        if len == 0 {
            break;
        }
    }
    let known = head.len();
    head.resize(HEAD, 0);
    let more = fill(&mut stream, &mut head[known..])?;
    head.truncate(known + more);
    Ok((at, head))
}

/// The offset of the text: after the NUL bytes of a hole.
pub(in crate::follow) fn first_text(file: &File, from: u64) -> io::Result<u64> {
    let mut buffer = vec![0; HEAD];
    let mut at = from;
    loop {
        let want = buffer.len();
        let len = fill_at(file, &mut buffer[..want], at)?;
        if let Some(text) = buffer[..len].iter().position(|&byte| byte != 0) {
            return Ok(at + text as u64);
        }
        if len == 0 {
            return Ok(at);
        }
        at += len as u64;
        buffer.resize(CHUNK, 0);
    }
}
