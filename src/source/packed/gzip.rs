//! gzip: header, data, CRC-32 and length of each member; the inflater compares them all.

use super::input::Input;
use super::members::{Fault, Member, Moved, Step, pump};
use flate2::{Decompress, FlushDecompress, Status};

/// The largest window of deflate, as a power of two.
const WINDOW_BITS: u8 = 15;

pub(super) struct Gzip(Decompress);

impl Gzip {
    pub(super) fn new() -> Self {
        Self(Decompress::new_gzip(WINDOW_BITS))
    }
}

impl Member for Gzip {
    fn unpack(&mut self, packed: &mut Input<'_>, buffer: &mut [u8]) -> Result<Step, Fault> {
        pump(packed, |bytes| {
            let (taken, given) = (self.0.total_in(), self.0.total_out());
            let status = self.0.decompress(bytes, buffer, FlushDecompress::None).map_err(|error| {
                Fault::Data(error.message().unwrap_or("its data cannot be unpacked").to_owned().into())
            })?;
            let ended = status == Status::StreamEnd;
            let count = |now: u64, before: u64| usize::try_from(now - before).unwrap_or_default();
            let moved =
                Moved { taken: count(self.0.total_in(), taken), given: count(self.0.total_out(), given), ended };
            if ended {
                self.0.reset(true);
            }
            Ok(moved)
        })
    }
}
