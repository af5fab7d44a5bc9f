//! Packed logs: told by their first bytes, never by their name, and unpacked while they are read.

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};
use std::io::{self, BufRead, BufReader, Cursor, Read};

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
    /// xz.
    Xz,
}

/// Bytes enough to tell.
pub const MAGIC: usize = 6;

impl Packing {
    /// What these first bytes say.
    pub fn of(start: &[u8]) -> Self {
        match start {
            [0x1f, 0x8b, ..] => Self::Gzip,
            [0x28, 0xb5, 0x2f, 0xfd, ..] => Self::Zstd,
            // A block's own magic follows: "BZh9" alone could be text.
            [b'B', b'Z', b'h', b'1'..=b'9', 0x31 | 0x17, ..] => Self::Bzip2,
            [0xfd, b'7', b'z', b'X', b'Z', 0, ..] => Self::Xz,
            _ => Self::Plain,
        }
    }
}

/// What unpacking xz may take: the largest dictionary of its presets is 64 MB, a hostile archive may ask for 4 GB.
const XZ_MEMORY_KB: u32 = 128 * 1024;

/// The plain bytes behind a reader, and how they were packed.
///
/// # Errors
/// What reading the first bytes reports.
pub fn unpack<'r>(mut reader: impl Read + Send + 'r) -> io::Result<(Packing, Box<dyn Read + Send + 'r>)> {
    let mut start = Vec::with_capacity(MAGIC);
    // A short first read of a pipe must not hide the magic.
    while start.len() < MAGIC {
        let mut rest = [0; MAGIC];
        match reader.read(&mut rest[start.len()..]) {
            Ok(0) => break,
            Ok(count) => start.extend_from_slice(&rest[start.len()..][..count]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
        // Plain text is passed on at once: the rest may be long in coming.
        if Packing::of(&start) == Packing::Plain && !could_be_packed(&start) {
            break;
        }
    }
    let packing = Packing::of(&start);
    let whole = Cursor::new(start).chain(reader);
    let buffered = |whole| BufReader::with_capacity(64 * 1024, whole);
    Ok((
        packing,
        match packing {
            Packing::Plain => Box::new(whole),
            Packing::Gzip => Box::new(MultiGzDecoder::new(buffered(whole))),
            Packing::Zstd => Box::new(ZstdFrames::new(buffered(whole))),
            Packing::Bzip2 => Box::new(bzip2::bufread::MultiBzDecoder::new(buffered(whole))),
            Packing::Xz => Box::new(lzma_rust2::XzReader::new_mem_limit(buffered(whole), true, XZ_MEMORY_KB)),
        },
    ))
}

fn could_be_packed(start: &[u8]) -> bool {
    [&[0x1f, 0x8b][..], &[0x28, 0xb5, 0x2f, 0xfd], b"BZh", &[0xfd, b'7', b'z', b'X', b'Z', 0]]
        .iter()
        .any(|magic| magic.starts_with(start) || start.starts_with(magic))
}

/// All frames of a zstd stream, one after the other. The crate's own reader stops after the first, and `zstd` itself,
/// like `pzstd`, writes several and may put frames to be skipped between them.
struct ZstdFrames<R> {
    packed: R,
    decoder: FrameDecoder,
    in_frame: bool,
}

impl<R: BufRead> ZstdFrames<R> {
    fn new(packed: R) -> Self {
        Self { packed, decoder: FrameDecoder::new(), in_frame: false }
    }

    /// Goes to the next frame; false at the end of the stream.
    fn next_frame(&mut self) -> io::Result<bool> {
        while !self.packed.fill_buf()?.is_empty() {
            match self.decoder.init(&mut self.packed) {
                Ok(()) => return Ok(true),
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                    io::copy(&mut self.packed.by_ref().take(length.into()), &mut io::sink())?;
                }
                Err(_) => return Err(damaged()),
            }
        }
        Ok(false)
    }
}

impl<R: BufRead> Read for ZstdFrames<R> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        loop {
            if self.in_frame && self.decoder.can_collect() > 0 {
                return self.decoder.read(room);
            }
            if self.in_frame && !self.decoder.is_finished() {
                self.decoder
                    .decode_blocks(&mut self.packed, BlockDecodingStrategy::UptoBlocks(1))
                    .map_err(|_| damaged())?;
                continue;
            }
            self.in_frame = self.next_frame()?;
            if !self.in_frame {
                return Ok(0);
            }
        }
    }
}

/// The crate's own errors show its insides.
fn damaged() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "the zstd archive is cut or damaged")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bytes_tell() {
        for (start, packing) in [
            (&b"\x1f\x8b\x08"[..], Packing::Gzip),
            (b"\x28\xb5\x2f\xfd\x04\0", Packing::Zstd),
            (b"BZh91AY", Packing::Bzip2),
            (b"\xfd7zXZ\0", Packing::Xz),
            (b"Jun 25 ", Packing::Plain),
            (b"BZh9 is text", Packing::Plain),
            (b"", Packing::Plain),
            (b"\x1f", Packing::Plain),
        ] {
            assert_eq!(Packing::of(start), packing, "{}", start.escape_ascii());
        }
    }

    #[test]
    fn plain_text_passes_whole_however_it_arrives() {
        for text in ["", "B", "BZh", "BZh9 is text", "Jun 25"] {
            let (packing, mut reader) = unpack(text.as_bytes()).expect("memory");
            let mut read = String::new();
            reader.read_to_string(&mut read).expect("text");
            assert_eq!((packing, read.as_str()), (Packing::Plain, text));
        }
    }
}
