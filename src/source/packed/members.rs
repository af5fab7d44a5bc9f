//! An archive as its members: gzip calls them members, zstd frames, bzip2 and xz streams.
//!
//! In: the packed bytes. Out: the text of all members, one after the other. NUL bytes between and after them are
//! padding, as on tapes and block devices. Any other bytes after a member are counted, and reported once all lines were
//! returned: they may be a member whose start is damaged.

use super::bzip2::Bzip2;
use super::flaw::{Flaw, repeat};
use super::gzip::Gzip;
use super::input::Input;
use super::xz::Xz;
use super::zstd::Zstd;
use super::{MAGIC, Packing};
use std::borrow::Cow;
use std::io::{self, BufRead, Read};

/// Unpacks the members of one packing, one after the other.
pub(super) trait Member: Send {
    /// Unpacks bytes into the buffer, which must not be empty. After an error, the buffer's content is invalid.
    fn unpack(&mut self, packed: &mut Input<'_>, buffer: &mut [u8]) -> Result<Step, Fault>;
}

/// The result of one call.
pub(super) struct Step {
    /// The number of bytes written into the buffer.
    pub(super) count: usize,
    /// Whether the member has ended and its checksums match.
    pub(super) ended: bool,
}

/// Why a member cannot be unpacked. At the end of the file, `Data` means that the archive is cut.
pub(super) enum Fault {
    Read(io::Error),
    Data(Cow<'static, str>),
    Window(u64),
    Dictionary,
}

/// The result of one call of a decoder from bytes to bytes: how many it took and returned, and whether the member has
/// ended.
pub(super) struct Moved {
    pub(super) taken: usize,
    pub(super) given: usize,
    pub(super) ended: bool,
}

/// Calls such a decoder until it returns bytes. The decoder is called before more is read, because a read from a pipe
/// may block.
pub(super) fn pump(
    packed: &mut Input<'_>,
    mut decode: impl FnMut(&[u8]) -> Result<Moved, Fault>,
) -> Result<Step, Fault> {
    loop {
        let moved = decode(packed.buffered())?;
        packed.consume(moved.taken);
        if moved.ended || moved.given > 0 {
            return Ok(Step { count: moved.given, ended: moved.ended });
        }
        if moved.taken == 0 && (!packed.buffered().is_empty() || !packed.more().map_err(Fault::Read)?) {
            return Err(Fault::Data("its data are invalid".into()));
        }
    }
}

/// Reads all members.
pub(super) struct Members<'r> {
    input: Input<'r>,
    packing: Packing,
    member: Box<dyn Member>,
    window: u64,
    in_member: bool,
    /// Whether the last member has ended. A follower reads again after the end.
    ended: bool,
    /// The error that ended the reading.
    failed: Option<io::Error>,
}

impl<'r> Members<'r> {
    /// Starts with a member of this packing. `window` is the largest allowed window.
    pub(super) fn new(input: Input<'r>, packing: Packing, window: u64) -> Self {
        Self { input, packing, member: member(packing, window), window, in_member: true, ended: false, failed: None }
    }

    /// Advances to the next member; false at the end.
    fn next(&mut self) -> io::Result<bool> {
        let end = self.input.at();
        while let Some(&first) = self.input.fill_buf()?.first() {
            if first == 0 {
                self.input.consume(1);
                continue;
            }
            while self.input.buffered().len() < MAGIC && self.input.more()? {}
            let start = self.input.buffered();
            match Packing::of(start) {
                Packing::Plain | Packing::Utf16(_) if Packing::is_open(start) => return Err(self.cut().into()),
                Packing::Plain | Packing::Utf16(_) => {
                    io::copy(&mut self.input, &mut io::sink())?;
                    return Err(Flaw::Trailing { packing: self.packing, count: self.input.at() - end }.into());
                }
                packing if packing == self.packing => {}
                packing => (self.packing, self.member) = (packing, member(packing, self.window)),
            }
            return Ok(true);
        }
        Ok(false)
    }

    fn cut(&self) -> Flaw {
        Flaw::Cut { packing: self.packing, at: self.input.at() + self.input.buffered().len() as u64 }
    }

    fn fault(&self, fault: Fault) -> io::Error {
        let (packing, at) = (self.packing, self.input.at());
        match fault {
            Fault::Read(error) => error,
            Fault::Data(_) if self.input.has_ended() => self.cut().into(),
            Fault::Data(what) => Flaw::Damaged { packing, at, what }.into(),
            Fault::Window(need) => Flaw::Window { packing, need, allowed: self.window }.into(),
            Fault::Dictionary => Flaw::Dictionary.into(),
        }
    }
}

fn member(packing: Packing, window: u64) -> Box<dyn Member> {
    match packing {
        Packing::Zstd => Box::new(Zstd::new(window)),
        Packing::Bzip2 => Box::new(Bzip2::new()),
        Packing::Xz => Box::new(Xz::new(window)),
        Packing::Gzip | Packing::Plain | Packing::Utf16(_) => Box::new(Gzip::new()),
    }
}

impl Members<'_> {
    fn unpack(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if self.ended || (!self.in_member && !self.next()?) {
                self.ended = true;
                return Ok(0);
            }
            let step = self.member.unpack(&mut self.input, buffer).map_err(|fault| self.fault(fault))?;
            self.in_member = !step.ended;
            if step.count > 0 {
                return Ok(step.count);
            }
        }
    }
}

impl Read for Members<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        if let Some(error) = &self.failed {
            return Err(repeat(error));
        }
        self.unpack(buffer).inspect_err(|error| self.failed = Some(repeat(error)))
    }
}
