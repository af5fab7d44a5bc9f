//! Finds out after a kill whether the last text was printed to a regular file, and how much of it.
//!
//! In: the text to print. Out: a plan to store before printing: the file, the text's position and checksums of
//! it. At the next start the plan and the file show the result: the text is complete, or the existing part is cut off,
//! to be printed again. Only bytes that the checksums prove to be that text are cut. A kill can truncate a write only
//! at the end of a page or a disk block, so there is a checksum for each possible end.

#[cfg(test)]
mod tests;

use crate::sys::files;
use mgr2api::internal::{Fingerprint, Identity};
use serde_json::{Value, json};
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};

/// The smallest block of a disk, in bytes.
const BLOCK: u64 = 512;

/// A regular file on standard output.
pub(super) struct Output {
    file: File,
    identity: Identity,
    appends: bool,
    /// The texts since the last change of the state, which belong together.
    joined: Option<Joined>,
}

/// Texts that were printed one after the other.
struct Joined {
    from: u64,
    hash: Hash,
}

/// What happened to a planned text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It is complete.
    Printed,
    /// None of it is there.
    Absent,
    /// This many bytes of it were there and have been cut off.
    Cut(u64),
    /// The file has changed or is unreadable: the result cannot be known.
    Unknown(&'static str),
}

impl Output {
    /// Standard output, if it is a regular file.
    pub(super) fn stdout() -> Option<Self> {
        Self::new(files::stdout().ok()?)
    }

    fn new(file: File) -> Option<Self> {
        let about = file.metadata().ok().filter(std::fs::Metadata::is_file)?;
        let appends = files::appends(&file);
        let identity = Identity::of(&file, &about);
        Some(Self { file, identity, appends, joined: None })
    }

    pub(super) fn file(&self) -> &File {
        &self.file
    }

    /// The position of the next byte.
    fn place(&self) -> io::Result<u64> {
        if self.appends { Ok(self.file.metadata()?.len()) } else { (&self.file).stream_position() }
    }

    /// The plan to print a text. `last`: the state changes with this text, not with a later one.
    pub(super) fn plan(&mut self, text: &[u8], last: bool) -> io::Result<Value> {
        let at = self.place()?;
        let joined = self.joined.take().unwrap_or(Joined { from: at, hash: Hash::default() });
        let (from, before) = (joined.from, joined.hash);
        let mut sums = String::new();
        let mut done = 0;
        while done < text.len() {
            let end = text.len().min(done + usize::try_from(BLOCK - (at + done as u64) % BLOCK).unwrap_or(text.len()));
            sums += &sum(&text[done..end]);
            done = end;
        }
        if !last {
            let mut hash = before;
            hash.add(text);
            self.joined = Some(Joined { from, hash });
        }
        let Identity { device, inode, birth } = self.identity;
        let to = at + text.len() as u64;
        Ok(
            json!({ "file": [device, inode, birth], "from": from, "before": before.0, "at": at, "to": to, "sums": sums }),
        )
    }

    /// The texts up to now form a group of their own.
    pub(super) fn settle(&mut self) {
        self.joined = None;
    }

    /// Finds out what happened to a text, and cuts it off unless it is complete. `None` if this is not a plan.
    pub(super) fn look(&self, plan: &Value, last: bool) -> Option<io::Result<Outcome>> {
        let Plan { identity, from, before, at, to, sums } = Plan::of(plan)?;
        if identity != self.identity {
            return Some(Ok(Outcome::Unknown("the output is not the same file")));
        }
        let looked = self.compare(from, before, at, to, sums);
        Some(looked.and_then(|seen| match seen {
            Seen::Whole if last => Ok(Outcome::Printed),
            Seen::Whole if self.file.metadata()?.len() > to => Ok(Outcome::Unknown(FOREIGN)),
            Seen::Part(end) if end == from => Ok(Outcome::Absent),
            Seen::Whole | Seen::Part(_) => self.cut(from),
            Seen::Other(reason) => Ok(Outcome::Unknown(reason)),
        }))
    }

    fn cut(&self, from: u64) -> io::Result<Outcome> {
        let len = self.file.metadata()?.len();
        self.file.set_len(from)?;
        if !self.appends {
            (&self.file).seek(SeekFrom::Start(from))?;
        }
        Ok(Outcome::Cut(len - from))
    }

    fn compare(&self, from: u64, before: Hash, at: u64, to: u64, sums: &str) -> io::Result<Seen> {
        let len = self.file.metadata()?.len();
        if len < at {
            return Ok(Seen::Other("the output is shorter now"));
        }
        let Ok(mut file) = self.reader() else { return Ok(Seen::Other("the output cannot be read by this user")) };
        file.seek(SeekFrom::Start(from))?;
        let mut hash = Hash::default();
        let mut buffer = [0; 8192];
        let mut place = from;
        while place < at {
            let want = usize::try_from(at - place).unwrap_or(buffer.len()).min(buffer.len());
            file.read_exact(&mut buffer[..want])?;
            hash.add(&buffer[..want]);
            place += want as u64;
        }
        if hash != before {
            return Ok(Seen::Other(FOREIGN));
        }
        let mut sums = sums.as_bytes().chunks(SUM);
        while place < to.min(len) {
            let end = to.min(place + BLOCK - place % BLOCK);
            let block = &mut buffer[..usize::try_from(end - place).unwrap_or_default()];
            if end > len {
                return Ok(Seen::Other(FOREIGN));
            }
            file.read_exact(block)?;
            if sums.next() != Some(sum(block).as_bytes()) {
                return Ok(Seen::Other(FOREIGN));
            }
            place = end;
        }
        Ok(if place == to { Seen::Whole } else { Seen::Part(place) })
    }

    /// Opens the file again for reading: standard output is open for writing only.
    fn reader(&self) -> io::Result<BufReader<File>> {
        let file = files::for_reading(&self.file)?;
        if Identity::of(&file, &file.metadata()?) != self.identity {
            return Err(io::ErrorKind::NotFound.into());
        }
        Ok(BufReader::new(file))
    }

    /// Adds a line break if the file ends within a line, so that the next text starts a new line.
    pub(super) fn end_line(&self) -> io::Result<()> {
        let at = self.place()?;
        let mut last = [b'\n'];
        if let Some(at) = at.checked_sub(1)
            && let Ok(mut reader) = self.reader()
        {
            reader.seek(SeekFrom::Start(at))?;
            reader.read_exact(&mut last)?;
        }
        if last == *b"\n" { Ok(()) } else { (&self.file).write_all(b"\n") }
    }
}

const FOREIGN: &str = "something else was written to the output";

/// The bytes at the place of a planned text.
enum Seen {
    Whole,
    /// Its start up to this position, where the file ends.
    Part(u64),
    Other(&'static str),
}

pub(super) struct Plan<'p> {
    identity: Identity,
    from: u64,
    before: Hash,
    at: u64,
    to: u64,
    sums: &'p str,
}

impl<'p> Plan<'p> {
    pub(super) fn of(plan: &'p Value) -> Option<Self> {
        let number = |name: &str| plan.get(name)?.as_u64();
        let [device, inode, birth] = plan.get("file")?.as_array()?.as_slice() else { return None };
        let identity = Identity { device: device.as_u64()?, inode: inode.as_u64()?, birth: birth.as_u64() };
        let (from, at, to) = (number("from")?, number("at")?, number("to")?);
        let (before, sums) = (Hash(number("before")?), plan.get("sums")?.as_str()?);
        (from <= at && at <= to).then_some(Self { identity, from, before, at, to, sums })
    }
}

/// Characters of a checksum.
const SUM: usize = 8;

fn sum(bytes: &[u8]) -> String {
    let hash = Fingerprint::of(bytes).hash;
    format!("{:08x}", (hash ^ (hash >> 32)) & 0xffff_ffff)
}

/// FNV-1a, computed in pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hash(pub(super) u64);

impl Default for Hash {
    fn default() -> Self {
        Self(Fingerprint::default().hash)
    }
}

impl Hash {
    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    }
}
