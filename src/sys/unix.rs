//! Linux, macOS and other Unix systems.

use std::ffi::OsStr;
use std::fs::{DirEntry, File, Metadata};
use std::io::{self, ErrorKind};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirEntryExt, FileExt, MetadataExt};
use std::path::Path;

/// Reads at an offset, without moving the file's own position: several readers share a file.
pub(crate) fn read_at(file: &File, bytes: &mut [u8], place: u64) -> io::Result<usize> {
    file.read_at(bytes, place)
}

/// Like [`read_at`], but fills the whole buffer.
pub(crate) fn read_exact_at(file: &File, bytes: &mut [u8], place: u64) -> io::Result<()> {
    file.read_exact_at(bytes, place)
}

/// The number of a file's device, and the file's number on it.
pub(crate) fn numbers(_file: &File, about: &Metadata) -> (u64, u64) {
    (about.dev(), about.ino())
}

/// Like [`numbers`], for the file that a path leads to.
pub(crate) fn numbers_at(_path: &Path, about: &Metadata) -> (u64, u64) {
    (about.dev(), about.ino())
}

/// The number of a file, from its folder entry: the file itself is not accessed.
pub(crate) fn inode(entry: &DirEntry) -> u64 {
    entry.ino()
}

/// Whether this error means that a path leads nowhere.
pub(crate) fn is_gone(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// The bytes as a file name.
pub(crate) fn file_name(bytes: &[u8]) -> &OsStr {
    OsStr::from_bytes(bytes)
}
