//! Packed logs: recognised by their first bytes, never by their name, and unpacked while they are read.
//!
//! In: any reader. Out: the plain text, and an error in its place where an archive is cut, damaged or too large. UTF-16
//! with a byte order mark counts as a packing. What is neither packed nor a log ([`Foreign`]) is named, together with the
//! command that unpacks it.
//!
//! ```text
//! reader ─► Input ─► Members ─► Inner ─► text
//!           (first   (checks    (may be packed once more)
//!            bytes)   compared)
//! ```
//!
//! The packers' own checks stand behind the data. What was handed out by then cannot be taken back, so a reader learns of
//! damage by an error after it. Each read hands out nothing that it found to be damaged itself: a log that is unpacked in
//! one read, and each block of bzip2, is held back until its check was compared.

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

/// How a log is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packing {
    /// Not at all.
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

/// Bytes enough to recognise a packing.
const MAGIC: usize = 6;

impl Packing {
    /// What these first bytes say.
    pub fn of(start: &[u8]) -> Self {
        match start {
            [0x1f, 0x8b, ..] => Self::Gzip,
            // The second is a frame to be skipped: pzstd starts with one.
            [0x28, 0xb5, 0x2f, 0xfd, ..] | [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..] => Self::Zstd,
            // A block's own magic follows: "BZh9" alone could be text.
            [b'B', b'Z', b'h', b'1'..=b'9', 0x31 | 0x17, ..] => Self::Bzip2,
            [0xfd, b'7', b'z', b'X', b'Z', 0, ..] => Self::Xz,
            // With two NUL bytes behind it, this mark is that of UTF-32.
            [0xff, 0xfe, rest @ ..] if !rest.starts_with(&[0, 0]) => Self::Utf16(false),
            [0xfe, 0xff, ..] => Self::Utf16(true),
            _ => Self::Plain,
        }
    }

    /// Whether more bytes may change what these first ones say.
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
        // Any byte stands for the first of a frame to be skipped, any for the digit behind "BZh".
        let start = if let [0x50..=0x5f, rest @ ..] = start { rest } else { start };
        start.len() < MAGIC
            && MAGICS.iter().any(|magic| {
                let mut pairs = magic.iter().zip(start);
                start.len() < magic.len() && pairs.all(|(a, b)| a == b || (*a == b'9' && b.is_ascii_digit()))
            })
    }
}

impl Packing {
    /// The command that unpacks a file to its output, whatever memory that takes; empty for text.
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

/// The largest window that an archive may ask for. It is kept in memory, and twice over while it grows; all of the program
/// is to stay below 128 MB. The largest preset of xz and `zstd -19` need no more.
const WINDOW: u64 = 64 << 20;

/// The same for an archive within an archive, which has its window beside the other.
const INNER_WINDOW: u64 = 16 << 20;

/// Bytes that the first read of a text may give. A text that it gives whole comes out only if its check holds.
const TEXT: usize = 256 * 1024;

/// What a reader turned out to hold.
pub struct Unpacked<'r> {
    /// How it is packed; the outer packing, if it is packed twice.
    pub packing: Packing,
    /// The plain text. Without a packing, the bytes as they came.
    pub reader: Box<dyn Read + Send + 'r>,
    /// What it is in place of a log. Within an archive the reader reports it.
    pub foreign: Option<Foreign>,
}

impl<'r> Unpacked<'r> {
    /// The reader, if it is one of a log.
    ///
    /// # Errors
    /// It is something else.
    pub fn log(self) -> io::Result<(Packing, Box<dyn Read + Send + 'r>)> {
        self.foreign.map_or(Ok((self.packing, self.reader)), |foreign| Err(foreign.into()))
    }
}

/// Recognises what a reader holds, and unpacks it.
///
/// # Errors
/// What reading the first bytes reports.
pub fn unpack<'r>(reader: impl Read + Send + 'r) -> io::Result<Unpacked<'r>> {
    unpack_within(Box::new(reader), &[])
}

/// The same within these packings, the outer first.
fn unpack_within<'r>(reader: Box<dyn Read + Send + 'r>, outer: &[Packing]) -> io::Result<Unpacked<'r>> {
    let mut input = Input::new(reader, if outer.is_empty() { input::FIRST } else { TEXT });
    let (packing, foreign) = recognise(&mut input)?;
    let within = outer.first().copied().unwrap_or(Packing::Plain);
    let foreign = foreign.map(|foreign| Foreign { within, ..foreign });
    let inside = [outer, &[packing]].concat();
    let reader: Box<dyn Read + Send + 'r> = match packing {
        Packing::Plain => Box::new(input),
        // An archive can be made that holds itself.
        _ if outer.len() > 1 => return Err(Flaw::Nested { packing: within }.into()),
        Packing::Utf16(big_endian) => Box::new(Inner::new(Utf16::new(input, big_endian), inside)),
        _ => {
            let window = if outer.is_empty() { WINDOW } else { INNER_WINDOW };
            Box::new(Inner::new(Members::new(input, packing, window), inside))
        }
    };
    Ok(Unpacked { packing, reader, foreign })
}

/// Reads as many bytes as it takes to tell what they are. Plain text is passed on at once: the rest of a pipe may be long
/// in coming.
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
            // Only gzip starts with a byte that no text has. An archive in the making must not be taken for another file.
            Verdict::Foreign(_) if Packing::is_open(start) => {
                return Err(Flaw::Cut { packing: Packing::Gzip, at: start.len() as u64 }.into());
            }
            Verdict::Foreign(foreign) => return Ok((packing, Some(foreign))),
        }
    }
}

/// What an archive holds, recognised at the first read: opening an archive must not cost the unpacking of its start.
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
