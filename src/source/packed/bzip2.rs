//! bzip2: blocks of at most 900 kB, each with its CRC-32, and one CRC over the whole stream.
//!
//! The decoder writes a block, then compares its CRC, and continues while the buffer has space. So if space is left
//! after a call, the CRCs of all written blocks were compared. The output is collected here and returned block by
//! block, so that no line of a damaged block is returned.

use super::input::Input;
use super::members::{Fault, Member, Moved, Step, pump};
use bzip2::{Decompress, Status};

/// A little more than a block, in bytes.
const BLOCK: usize = 1024 * 1024;

/// The maximum number of bytes that are held back. Blocks of a log are far shorter; a block of equal bytes may be 46 MB
/// long, and is returned before its CRC is compared.
const MOST: usize = 8 * BLOCK;

pub(super) struct Bzip2 {
    decoder: Decompress,
    held: Vec<u8>,
    given: usize,
    ended: bool,
}

impl Bzip2 {
    pub(super) fn new() -> Self {
        Self { decoder: Decompress::new(false), held: Vec::new(), given: 0, ended: false }
    }

    /// Unpacks one or more blocks.
    fn decode(&mut self, bytes: &[u8]) -> Result<usize, Fault> {
        let Self { decoder, held, ended, .. } = self;
        let before = decoder.total_in();
        let taken = |now: u64| usize::try_from(now - before).unwrap_or_default();
        loop {
            if held.len() == held.capacity() {
                held.reserve(BLOCK);
            }
            let rest = &bytes[taken(decoder.total_in())..];
            let status = decoder.decompress_vec(rest, held);
            *ended = match status {
                Ok(Status::StreamEnd) => true,
                Ok(Status::Ok) => false,
                _ => return Err(Fault::Data("a block or its CRC is wrong".into())),
            };
            if *ended || held.len() < held.capacity() || held.len() >= MOST {
                break;
            }
        }
        let taken = taken(decoder.total_in());
        if *ended {
            *decoder = Decompress::new(false);
        }
        Ok(taken)
    }
}

impl Member for Bzip2 {
    fn unpack(&mut self, packed: &mut Input<'_>, buffer: &mut [u8]) -> Result<Step, Fault> {
        pump(packed, |bytes| {
            let mut taken = 0;
            if self.given == self.held.len() {
                self.held.clear();
                self.given = 0;
                taken = self.decode(bytes)?;
            }
            let count = buffer.len().min(self.held.len() - self.given);
            buffer[..count].copy_from_slice(&self.held[self.given..self.given + count]);
            self.given += count;
            let ended = self.ended && self.given == self.held.len();
            self.ended &= !ended;
            Ok(Moved { taken, given: count, ended })
        })
    }
}
