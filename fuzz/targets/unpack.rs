//! Fuzzes the readers of packed logs: with any bytes, and with intact archives in which a few bits are flipped or whose
//! end is cut off. Laws: an intact archive returns its text; a flawed one returns its text too, or an error, but never
//! other text without an error.
#![no_main]

use arbitrary::Arbitrary;
use fuzz::pack::{PACKINGS, ZSTD, pack};
use libfuzzer_sys::fuzz_target;
use mgr2api::internal::{Packing, Unpacked, unpack};
use std::io::Read;

#[derive(Debug, Arbitrary)]
enum Input<'a> {
    Bytes(&'a [u8]),
    Archive {
        packing: u8,
        again: Option<u8>,
        /// A byte of the archive and a bit of it. More than three flips could produce a matching checksum.
        flips: [Option<(u16, u8)>; 3],
        cut: Option<u16>,
        text: &'a [u8],
    },
}

fuzz_target!(|input: Input<'_>| {
    let Input::Archive { packing, again, flips, cut, text } = input else {
        let Input::Bytes(bytes) = input else { return };
        return drop(read(bytes));
    };
    let mut sound = pack(packing, text);
    let first = sound.len();
    let mut whole = text.to_vec();
    if let Some(byte) = again {
        sound.extend(pack(packing, &[byte]));
        whole.push(byte);
    }
    let mut archive = sound.clone();
    // No checksum covers the header of a zstd frame, in which two flips could disable the checksum and hide its bytes.
    let count = if packing % PACKINGS == ZSTD { 1 } else { flips.len() };
    for (at, bit) in flips.into_iter().flatten().take(count) {
        let at = usize::from(at) % archive.len();
        archive[at] ^= 1 << (bit % 8);
    }
    archive.truncate(cut.map_or(archive.len(), |cut| usize::from(cut) % archive.len()));

    if archive.len() == first {
        // The cut removed the second member without a trace.
        whole = text.to_vec();
    }
    // Content that is not a log is refused, packed or not.
    let is_log = matches!(read(&whole), Some((Packing::Plain, _, Ok(()))));
    match read(&archive) {
        Some((Packing::Plain | Packing::Utf16(_), ..)) | None => assert_ne!(archive, sound, "it is not recognized"),
        Some((_, text, result)) if is_log => {
            assert!(result.is_err() || text == whole, "damage goes unnoticed: {}", text.escape_ascii());
            assert!(result.is_ok() || archive != sound, "{result:?}");
        }
        Some(_) => {}
    }
});

/// The packing, and the text up to the end or the error; `None` if the first bytes are not those of a log.
fn read(bytes: &[u8]) -> Option<(Packing, Vec<u8>, std::io::Result<()>)> {
    let (packing, reader) = unpack(bytes).and_then(Unpacked::log).ok()?;
    let mut text = Vec::new();
    // A few bytes may unpack to a lot of text.
    let result = reader.take(1 << 20).read_to_end(&mut text).map(drop);
    Some((packing, text, result))
}
