//! Windows.

use std::ffi::OsStr;
use std::fs::{DirEntry, File, Metadata};
use std::io::{self, ErrorKind};
use std::os::windows::fs::{FileExt, MetadataExt};

/// Reads from a place. It moves the file's own position, which nobody else may rely on.
pub(crate) fn read_at(file: &File, bytes: &mut [u8], place: u64) -> io::Result<usize> {
    file.seek_read(bytes, place)
}

/// As [`read_at`], until the buffer is full.
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

/// The number of a file's disk, and the file's number on it.
pub(crate) fn device_and_inode(about: &Metadata) -> (u64, u64) {
    (0, about.creation_time())
}

/// What tells a file in a folder from those that had its name before: when it was made. The file itself is not opened.
pub(crate) fn inode(entry: &DirEntry) -> u64 {
    entry.metadata().map_or(0, |about| about.creation_time())
}

/// A file name of these bytes. One that is not UTF-8 can be no file's name here that a log tells.
pub(crate) fn file_name(bytes: &[u8]) -> &OsStr {
    OsStr::new(std::str::from_utf8(bytes).unwrap_or_default())
}
