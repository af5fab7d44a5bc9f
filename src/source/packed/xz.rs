//! xz: the checksum of each block (CRC-32, CRC-64 or SHA-256), and the index and footer of each stream, which contain
//! the sizes of the blocks. The push decoder compares them all; the crate's reader does not compare the sizes.
//!
//! A block is the whole log, or 24 MB of it if xz used threads: too much to be held back until its checksum is
//! compared.

use super::input::Input;
use super::members::{Fault, Member, Moved, Step, pump};
use lzma_rust2::{Action, Status, XzStream};
use std::io::ErrorKind;

/// The memory of the decoder beside its window, in KiB.
const OVERHEAD_KB: u64 = 64;

pub(super) struct Xz {
    stream: XzStream,
    limit_kb: u32,
}

impl Xz {
    pub(super) fn new(window: u64) -> Self {
        let limit_kb = u32::try_from(window / 1024 + OVERHEAD_KB).unwrap_or(u32::MAX);
        Self { stream: XzStream::new_mem_limit(false, limit_kb), limit_kb }
    }
}

impl Member for Xz {
    fn unpack(&mut self, packed: &mut Input<'_>, buffer: &mut [u8]) -> Result<Step, Fault> {
        pump(packed, |bytes| {
            let result = self.stream.process(bytes, buffer, Action::Run);
            let result = result.map_err(|error| match self.stream.memory_usage() {
                Some(need) if error.kind() == ErrorKind::OutOfMemory => Fault::Window(u64::from(need) * 1024),
                _ => Fault::Data(error.to_string().into()),
            })?;
            let ended = result.status == Status::StreamEnd;
            if ended {
                self.stream = XzStream::new_mem_limit(false, self.limit_kb);
            }
            Ok(Moved { taken: result.bytes_consumed, given: result.bytes_produced, ended })
        })
    }
}
