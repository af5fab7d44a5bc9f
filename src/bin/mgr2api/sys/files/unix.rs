//! Files on Unix: owners, permissions, times, and how a file was opened.

use rustix::fs::OFlags;
use std::fs::{self, File, Metadata, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::os::fd::AsFd;
use std::os::unix::fs::{FileExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// Reads at a position, without moving the file's own position.
pub(crate) fn read_at(file: &File, bytes: &mut [u8], place: u64) -> io::Result<usize> {
    file.read_at(bytes, place)
}

/// Options to open a file that must be the user's own: never follow a symbolic link, never block on a pipe.
pub(crate) fn private() -> OpenOptions {
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY;
    let mut options = File::options();
    options.read(true).append(true).mode(0o600).custom_flags(flags.bits().cast_signed());
    options
}

/// Appends to a file that [`private`] opened.
pub(crate) fn append(mut file: &File, text: &[u8]) -> io::Result<()> {
    file.write_all(text)
}

/// Excludes other programs from a file. The lock is on the file itself, so a replacement is locked before it gets the
/// name.
pub(crate) struct Lock;

impl Lock {
    /// Locks before the file is opened: nothing to do on Unix.
    #[expect(clippy::unnecessary_wraps, reason = "on other systems it can fail")]
    pub(crate) fn on_path(_path: &Path) -> Result<Self, TryLockError> {
        Ok(Self)
    }

    /// Locks the opened file.
    #[expect(clippy::unused_self, reason = "on other systems the lock is not on the file")]
    pub(crate) fn on_file(&self, file: &File) -> Result<(), TryLockError> {
        file.try_lock()
    }
}

/// Renames the new file to the old one's name; the old one may stay open.
pub(crate) fn replace(_old: &mut File, _new: &File, from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

/// The user that the program runs as.
pub(crate) fn user() -> u32 {
    rustix::process::geteuid().as_raw()
}

/// The owner of a file.
pub(crate) fn owner(about: &Metadata) -> u32 {
    about.uid()
}

/// Whether every user may write to a file.
pub(crate) fn is_open_to_all(about: &Metadata) -> bool {
    about.mode() & 0o002 != 0
}

/// Times of the last change of a file's content and of its status, each in seconds and nanoseconds.
pub(crate) fn times(about: &Metadata) -> [i64; 4] {
    [about.mtime(), about.mtime_nsec(), about.ctime(), about.ctime_nsec()]
}

/// Standard output as a file.
pub(crate) fn stdout() -> io::Result<File> {
    Ok(io::stdout().as_fd().try_clone_to_owned()?.into())
}

/// Whether a file was opened for appending.
pub(crate) fn appends(file: &File) -> bool {
    rustix::fs::fcntl_getfl(file).is_ok_and(|flags| flags.contains(OFlags::APPEND))
}

/// Opens again for reading a file that is open for writing.
#[cfg(not(target_vendor = "apple"))]
pub(crate) fn for_reading(file: &File) -> io::Result<File> {
    use std::os::fd::AsRawFd;
    File::open(format!("/proc/self/fd/{}", file.as_raw_fd()))
}

/// Opens again for reading a file that is open for writing, by its current name.
#[cfg(target_vendor = "apple")]
pub(crate) fn for_reading(file: &File) -> io::Result<File> {
    use std::os::unix::ffi::OsStrExt;
    let path = rustix::fs::getpath(file)?;
    File::open(std::ffi::OsStr::from_bytes(path.as_bytes()))
}

/// The controlling terminal, wherever the streams go.
pub(crate) fn terminal() -> io::Result<File> {
    File::options().write(true).open("/dev/tty")
}

/// The terminal, for drawing.
pub(crate) type Drawable = File;

pub(crate) fn drawable() -> io::Result<Drawable> {
    terminal()
}

/// The user's folder of configuration files. By the XDG standard relative folders are ignored.
pub(crate) fn config_folder() -> Option<PathBuf> {
    let variable = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    variable("XDG_CONFIG_HOME")
        .filter(|folder| folder.is_absolute())
        .or_else(|| Some(variable("HOME")?.join(".config")))
}
