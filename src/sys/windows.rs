//! Windows.

use std::ffi::OsStr;
use std::fs::{DirEntry, File, Metadata};
use std::io::{self, ErrorKind};
use std::os::windows::fs::{FileExt, MetadataExt};

/// Reads at an offset. It moves the file's own position, so no caller may rely on that position.
pub(crate) fn read_at(file: &File, bytes: &mut [u8], place: u64) -> io::Result<usize> {
    file.seek_read(bytes, place)
}

/// Like [`read_at`], but fills the whole buffer.
pub(crate) fn read_exact_at(file: &File, mut bytes: &mut [u8], mut place: u64) -> io::Result<()> {
    while !bytes.is_empty() {
        match file.seek_read(bytes, place) {
            Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
            Ok(count) => {
                bytes = &mut bytes[count..];
                place += count as u64;
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Zero and the creation time: the standard library has no stable call for the numbers of a device and a file here.
pub(crate) fn device_and_inode(about: &Metadata) -> (u64, u64) {
    (0, about.creation_time())
}

/// The creation time, which differs from that of earlier files with this name. The file itself is not opened.
pub(crate) fn inode(entry: &DirEntry) -> u64 {
    entry.metadata().map_or(0, |about| about.creation_time())
}

/// The bytes as a file name. Bytes that are not UTF-8 cannot name a file here, so they give an empty name.
pub(crate) fn file_name(bytes: &[u8]) -> &OsStr {
    OsStr::new(std::str::from_utf8(bytes).unwrap_or_default())
}
