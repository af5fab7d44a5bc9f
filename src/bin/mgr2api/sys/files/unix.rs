//! Files as Unix knows them: owners, rights, times, and how a file was opened.

use rustix::fs::OFlags;
use std::fs::{self, File, Metadata, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::os::fd::AsFd;
use std::os::unix::fs::{FileExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

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

/// Appends to a file that [`private`] opened.
pub(crate) fn append(mut file: &File, text: &[u8]) -> io::Result<()> {
    file.write_all(text)
}

/// Keeps others from a file. It is on the file itself: a file that is to take its place gets it before.
pub(crate) struct Lock;

impl Lock {
    /// Before the file is opened: nothing yet.
    #[expect(clippy::unnecessary_wraps, reason = "on other systems it can fail")]
    pub(crate) fn on_path(_path: &Path) -> Result<Self, TryLockError> {
        Ok(Self)
    }

    /// When the file was opened.
    #[expect(clippy::unused_self, reason = "on other systems the lock is not on the file")]
    pub(crate) fn on_file(&self, file: &File) -> Result<(), TryLockError> {
        file.try_lock()
    }
}

/// Gives the new file, which is opened and has a name of its own, the name of the old one.
pub(crate) fn replace(_old: &mut File, _new: &File, from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
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
#[cfg(not(target_vendor = "apple"))]
pub(crate) fn for_reading(file: &File) -> io::Result<File> {
    use std::os::fd::AsRawFd;
    File::open(format!("/proc/self/fd/{}", file.as_raw_fd()))
}

/// The file that is open for writing once more, for reading, by the name that it has now.
#[cfg(target_vendor = "apple")]
pub(crate) fn for_reading(file: &File) -> io::Result<File> {
    use std::os::unix::ffi::OsStrExt;
    let path = rustix::fs::getpath(file)?;
    File::open(std::ffi::OsStr::from_bytes(path.as_bytes()))
}

/// The terminal that the program runs in, wherever the streams go.
pub(crate) fn terminal() -> io::Result<File> {
    File::options().write(true).open("/dev/tty")
}

/// The same, to be drawn on.
pub(crate) type Drawable = File;

pub(crate) fn drawable() -> io::Result<Drawable> {
    terminal()
}

/// The user's folder of configuration files. The standard has relative folders ignored.
pub(crate) fn config_folder() -> Option<PathBuf> {
    let variable = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    variable("XDG_CONFIG_HOME")
        .filter(|folder| folder.is_absolute())
        .or_else(|| Some(variable("HOME")?.join(".config")))
}
