//! zstd: the checksum and the length of each frame. The crate computes the checksum, but its caller must compare it.
//! Skippable frames are skipped.

use super::input::Input;
use super::members::{Fault, Member, Step};
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};
use std::io::{self, Read};

pub(super) struct Zstd {
    decoder: FrameDecoder,
    in_frame: bool,
    /// The unpacked length of this frame so far, in bytes.
    len: u64,
}

impl Zstd {
    pub(super) fn new(window: u64) -> Self {
        let mut decoder = FrameDecoder::new();
        decoder.set_max_window_size(window);
        Self { decoder, in_frame: false, len: 0 }
    }

    /// Reads a frame's header; false if the frame was skippable.
    fn start(&mut self, packed: &mut Input<'_>) -> Result<bool, Fault> {
        match self.decoder.init(&mut *packed) {
            Ok(()) => Ok(true),
            Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                let length = u64::from(length);
                let skipped = io::copy(&mut packed.take(length), &mut io::sink()).map_err(Fault::Read)?;
                if skipped == length { Ok(false) } else { Err(Fault::Data("a frame lacks its end".into())) }
            }
            Err(FrameDecoderError::WindowSizeTooBig { requested, .. }) => Err(Fault::Window(requested)),
            Err(FrameDecoderError::DictNotProvided { .. }) => Err(Fault::Dictionary),
            Err(_) => Err(Fault::Data("the header of a frame is wrong".into())),
        }
    }

    /// Compares the checksum and length of a frame with its text. The crate's own errors would show internals.
    fn check(&self) -> Result<(), Fault> {
        let (stored, computed) = (self.decoder.get_checksum_from_data(), self.decoder.get_calculated_checksum());
        if stored.is_some() && stored != computed {
            return Err(Fault::Data("its checksum is wrong".into()));
        }
        // The size of a frame without a length is 0.
        let len = self.decoder.content_size();
        if len > 0 && len != self.len {
            return Err(Fault::Data("its length is wrong".into()));
        }
        Ok(())
    }
}

impl Member for Zstd {
    fn unpack(&mut self, packed: &mut Input<'_>, buffer: &mut [u8]) -> Result<Step, Fault> {
        if !self.in_frame {
            if !self.start(packed)? {
                return Ok(Step { count: 0, ended: true });
            }
            (self.in_frame, self.len) = (true, 0);
        }
        // The decoder keeps the last window of an unfinished frame.
        while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
            self.decoder
                .decode_blocks(&mut *packed, BlockDecodingStrategy::UptoBlocks(1))
                .map_err(|_| Fault::Data("a block cannot be unpacked".into()))?;
        }
        let count = self.decoder.read(buffer).map_err(Fault::Read)?;
        self.len += count as u64;
        let ended = self.decoder.is_finished() && self.decoder.can_collect() == 0;
        if ended {
            self.check()?;
            self.in_frame = false;
        }
        Ok(Step { count, ended })
    }
}
