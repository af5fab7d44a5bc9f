//! Packed logs: detected by their first bytes, never by their name, and unpacked while they are read.
//!
//! In: any reader. Out: the plain text, and an error at the position where an archive is cut, damaged or too large.
//! UTF-16 with a byte order mark counts as a packing. A file that is neither packed nor a log ([`Foreign`]) is reported
//! with its type and the command that unpacks it.
//!
//! ```text
//! reader ─► Input ─► Members ─► Inner ─► text
//!           (first   (checks    (may be packed once more)
//!            bytes)   compared)
//! ```
//!
//! Checksums come after the data. Data that was already returned cannot be taken back, so a reader learns of damage by
//! an error after it. But no read returns data that it knows to be damaged: a log that is unpacked in one read, and
//! each block of bzip2, is held back until its checksum was compared.

mod bzip2;
mod flaw;
mod foreign;
mod gzip;
mod input;
mod members;
mod utf16;
mod xz;
mod zstd;

pub(crate) use flaw::{Flaw, is_final};
pub(crate) use flaw::{is_trailing, repeat};
pub(crate) use foreign::Foreign;

use foreign::Verdict;
use input::Input;
use members::Members;
use std::fmt;
use std::io::{self, Read};
use utf16::Utf16;

/// The packing of a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packing {
    /// Not packed.
    Plain,
    /// gzip, of one or many members.
    Gzip,
    /// zstd, of one or many frames.
    Zstd,
    /// bzip2, of one or many streams.
    Bzip2,
    /// xz, of one or many streams.
    Xz,
    /// UTF-16 with a byte order mark; true if the high byte comes first.
    Utf16(bool),
}

/// Enough bytes to detect any packing.
const MAGIC: usize = 6;

impl Packing {
    /// Detects a packing by the first bytes.
    pub fn of(start: &[u8]) -> Self {
        match start {
            [0x1f, 0x8b, ..] => Self::Gzip,
            // The second is a skippable frame: pzstd starts with one.
            [0x28, 0xb5, 0x2f, 0xfd, ..] | [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..] => Self::Zstd,
            // Also match the first byte of the block magic that follows: "BZh9" alone could be text.
            [b'B', b'Z', b'h', b'1'..=b'9', 0x31 | 0x17, ..] => Self::Bzip2,
            [0xfd, b'7', b'z', b'X', b'Z', 0, ..] => Self::Xz,
            // With two NUL bytes after it, this is the mark of UTF-32.
            [0xff, 0xfe, rest @ ..] if !rest.starts_with(&[0, 0]) => Self::Utf16(false),
            [0xfe, 0xff, ..] => Self::Utf16(true),
            _ => Self::Plain,
        }
    }

    /// Whether more bytes may change the detected packing.
    fn is_open(start: &[u8]) -> bool {
        const MAGICS: [&[u8]; 8] = [
            &[0x1f, 0x8b],
            &[0x28, 0xb5, 0x2f, 0xfd],
            &[0x2a, 0x4d, 0x18],
            b"BZh91",
            &[0xfd, b'7', b'z', b'X', b'Z', 0],
            &[0xff, 0xfe, 0, 0],
            &[0xfe, 0xff],
            &[0, 0, 0xfe, 0xff],
        ];
        // Any of 16 bytes may start a skippable frame, and any digit may follow "BZh".
        let start = if let [0x50..=0x5f, rest @ ..] = start { rest } else { start };
        start.len() < MAGIC
            && MAGICS.iter().any(|magic| {
                let mut pairs = magic.iter().zip(start);
                start.len() < magic.len() && pairs.all(|(a, b)| a == b || (*a == b'9' && b.is_ascii_digit()))
            })
    }
}

impl Packing {
    /// The command that unpacks a file to its output, without a memory limit; empty for text.
    fn unpacker(self) -> &'static str {
        match self {
            Self::Gzip => "gzip -dc",
            Self::Zstd => "zstd -d --long=31 -c",
            Self::Bzip2 => "bzip2 -dc",
            Self::Xz => "xz -dc",
            Self::Plain | Self::Utf16(_) => "",
        }
    }
}

impl fmt::Display for Packing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Plain => "plain",
            Self::Gzip => "gzip",
            Self::Zstd => "zstd",
            Self::Bzip2 => "bzip2",
            Self::Xz => "xz",
            Self::Utf16(_) => "UTF-16",
        })
    }
}

/// The largest window that an archive may need, in bytes. It is kept in memory, twice while it grows, and the whole
/// program has to stay below 128 MB. The largest preset of xz and `zstd -19` need no more.
const WINDOW: u64 = 64 << 20;

/// The limit for an archive within an archive, whose window is in memory beside the outer one.
const INNER_WINDOW: u64 = 16 << 20;

/// The size of the first read of a text, in bytes. A text that fits into it is returned only if its checksum matches.
const TEXT: usize = 256 * 1024;

/// The detected content of a reader.
pub struct Unpacked<'r> {
    /// The packing; the outer one, if it is packed twice.
    pub packing: Packing,
    /// The plain text. Without a packing, the original bytes.
    pub reader: Box<dyn Read + Send + 'r>,
    /// The other type of file, if it is not a log. Within an archive, the reader reports it.
    pub foreign: Option<Foreign>,
}

impl<'r> Unpacked<'r> {
    /// The reader, if its content is a log.
    ///
    /// # Errors
    /// The content is not a log.
    pub fn log(self) -> io::Result<(Packing, Box<dyn Read + Send + 'r>)> {
        self.foreign.map_or(Ok((self.packing, self.reader)), |foreign| Err(foreign.into()))
    }
}

/// Detects the content of a reader, and unpacks it.
///
/// # Errors
/// Errors of reading the first bytes.
pub fn unpack<'r>(reader: impl Read + Send + 'r) -> io::Result<Unpacked<'r>> {
    unpack_within(Box::new(reader), &[])
}

/// Unpacks a reader within these packings, the outer first.
fn unpack_within<'r>(reader: Box<dyn Read + Send + 'r>, outer: &[Packing]) -> io::Result<Unpacked<'r>> {
    let mut input = Input::new(reader, if outer.is_empty() { input::FIRST } else { TEXT });
    let (packing, foreign) = recognise(&mut input)?;
    let within = outer.first().copied().unwrap_or(Packing::Plain);
    let foreign = foreign.map(|foreign| Foreign { within, ..foreign });
    let inside = [outer, &[packing]].concat();
    let reader: Box<dyn Read + Send + 'r> = match packing {
        Packing::Plain => Box::new(input),
        // An archive can be constructed that contains itself.
        _ if outer.len() > 1 => return Err(Flaw::Nested { packing: within }.into()),
        Packing::Utf16(big_endian) => Box::new(Inner::new(Utf16::new(input, big_endian), inside)),
        _ => {
            let window = if outer.is_empty() { WINDOW } else { INNER_WINDOW };
            Box::new(Inner::new(Members::new(input, packing, window), inside))
        }
    };
    Ok(Unpacked { packing, reader, foreign })
}

/// Reads enough bytes to detect the content. Plain text is passed on at once: a pipe may deliver the rest much later.
fn recognise(input: &mut Input<'_>) -> io::Result<(Packing, Option<Foreign>)> {
    loop {
        let more = input.more()?;
        let start = input.buffered();
        let packing = Packing::of(start);
        if packing != Packing::Plain {
            return Ok((packing, None));
        }
        match Verdict::of(start, !more) {
            _ if more && Packing::is_open(start) => {}
            Verdict::Open => {}
            Verdict::Log => return Ok((packing, None)),
            // Only gzip starts with a byte that never occurs in text. An archive that is still being written must not
            // be taken for another type of file.
            Verdict::Foreign(_) if Packing::is_open(start) => {
                return Err(Flaw::Cut { packing: Packing::Gzip, at: start.len() as u64 }.into());
            }
            Verdict::Foreign(foreign) => return Ok((packing, Some(foreign))),
        }
    }
}

/// The content of an archive, detected at the first read: opening an archive must not unpack its start.
enum Inner<'r> {
    Unknown(Box<dyn Read + Send + 'r>, Vec<Packing>),
    Known(Box<dyn Read + Send + 'r>),
    Failed(io::Error),
}

impl<'r> Inner<'r> {
    fn new(reader: impl Read + Send + 'r, outer: Vec<Packing>) -> Self {
        Self::Unknown(Box::new(reader), outer)
    }
}

impl Read for Inner<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            match self {
                Self::Known(reader) => return reader.read(buffer),
                Self::Failed(error) => return Err(repeat(error)),
                Self::Unknown(..) => {}
            }
            let Self::Unknown(reader, outer) = std::mem::replace(self, Self::Failed(io::ErrorKind::Other.into()))
            else {
                continue;
            };
            *self = match unpack_within(reader, &outer).and_then(Unpacked::log) {
                Ok((_, reader)) => Self::Known(reader),
                Err(error) => Self::Failed(error),
            };
        }
    }
}

#[cfg(test)]
mod tests;
