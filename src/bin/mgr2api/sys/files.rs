//! Files as Unix knows them: owners, rights, times, and how a file was opened.

use rustix::fs::OFlags;
use std::fs::{File, Metadata, OpenOptions};
use std::io;
use std::os::fd::{AsFd, AsRawFd};
use std::os::unix::fs::{FileExt, MetadataExt, OpenOptionsExt};

/// Reads from a place, without moving the file's own position.
pub(crate) fn read_at(file: &File, bytes: &mut [u8], place: u64) -> io::Result<usize> {
    file.read_at(bytes, place)
}

/// How to open a file that is the user's alone: never through a symbolic link, never waiting for a pipe.
pub(crate) fn private() -> OpenOptions {
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY;
    let mut options = File::options();
    options.read(true).append(true).mode(0o600).custom_flags(flags.bits().cast_signed());
    options
}

/// The user that the program runs as.
pub(crate) fn user() -> u32 {
    rustix::process::geteuid().as_raw()
}

/// The user that a file belongs to.
pub(crate) fn owner(about: &Metadata) -> u32 {
    about.uid()
}

/// Whether every user may write to a file.
pub(crate) fn is_open_to_all(about: &Metadata) -> bool {
    about.mode() & 0o002 != 0
}

/// Whether both are of one file.
pub(crate) fn is_same(one: &Metadata, other: &Metadata) -> bool {
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// When a file's text and anything about it were changed last, each in seconds and nanoseconds.
pub(crate) fn times(about: &Metadata) -> [i64; 4] {
    [about.mtime(), about.mtime_nsec(), about.ctime(), about.ctime_nsec()]
}

/// Standard output as a file.
pub(crate) fn stdout() -> io::Result<File> {
    Ok(io::stdout().as_fd().try_clone_to_owned()?.into())
}

/// Whether a file was opened so that everything goes to its end.
pub(crate) fn appends(file: &File) -> bool {
    rustix::fs::fcntl_getfl(file).is_ok_and(|flags| flags.contains(OFlags::APPEND))
}

/// The file that is open for writing once more, for reading.
pub(crate) fn for_reading(file: &File) -> io::Result<File> {
    File::open(format!("/proc/self/fd/{}", file.as_raw_fd()))
}
