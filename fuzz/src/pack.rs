//! Packs text like the command line tools, with checksums enabled.

use std::io::Write;

/// The number of packings: gzip, zstd, bzip2 and xz.
pub const PACKINGS: u8 = 4;

/// The index of zstd.
pub const ZSTD: u8 = 1;

/// Packs the text.
pub fn pack(packing: u8, text: &[u8]) -> Vec<u8> {
    let written = match packing % PACKINGS {
        0 => {
            let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
            packer.write_all(text).and_then(|()| packer.finish())
        }
        ZSTD => Ok(ruzstd::encoding::compress_to_vec(text, ruzstd::encoding::CompressionLevel::Fastest)),
        2 => {
            let mut packer = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::fast());
            packer.write_all(text).and_then(|()| packer.finish())
        }
        _ => {
            let options = lzma_rust2::XzOptions::with_preset(0);
            lzma_rust2::XzWriter::new(Vec::new(), options)
                .and_then(|mut packer| packer.write_all(text).and_then(|()| packer.finish()))
        }
    };
    written.expect("memory can be written")
}
