//! Files on Windows. A file inherits the permissions of its folder; a user's own folders are accessible to that user
//! and to administrators.

use std::ffi::OsString;
use std::fs::{self, File, Metadata, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, IsTerminal, Seek, SeekFrom, Write};
use std::os::windows::fs::{FileExt, MetadataExt, OpenOptionsExt};
use std::os::windows::io::AsHandle;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

/// Opens a symbolic link itself and not its target.
const OPEN_REPARSE_POINT: u32 = 0x0020_0000;
const DELETE_ON_CLOSE: u32 = 0x0400_0000;
const GENERIC_WRITE: u32 = 0x4000_0000;
const DELETE: u32 = 0x0001_0000;
/// The error code for a file that another program has open without sharing.
const SHARING_VIOLATION: i32 = 32;

/// How long to wait for other programs that have the old file open.
const PATIENCE: Duration = Duration::from_secs(1);

/// Reads at a position. Moves the file's own position.
pub(crate) fn read_at(file: &File, bytes: &mut [u8], place: u64) -> io::Result<usize> {
    file.seek_read(bytes, place)
}

/// Options to open a file that must be the user's own: never follow a symbolic link.
pub(crate) fn private() -> OpenOptions {
    let mut options = File::options();
    // A file that is open only for appending cannot be truncated.
    options.read(true).write(true).custom_flags(OPEN_REPARSE_POINT);
    options
}

/// Appends to a file that [`private`] opened.
pub(crate) fn append(mut file: &File, text: &[u8]) -> io::Result<()> {
    file.seek(SeekFrom::End(0))?;
    file.write_all(text)
}

/// Excludes other programs from a file by a second file beside it, which exists as long as the lock is held. A lock on
/// the file itself would end when the file is closed, and it must be closed before it can be replaced.
pub(crate) struct Lock {
    _beside: File,
}

impl Lock {
    /// Locks before the file is opened. Windows deletes the second file with its last handle, even after a kill.
    pub(crate) fn on_path(path: &Path) -> Result<Self, TryLockError> {
        let mut beside = OsString::from(path);
        beside.push(".mgr2api-lock");
        let mut options = File::options();
        options.write(true).create(true).access_mode(GENERIC_WRITE | DELETE).share_mode(0);
        match options.custom_flags(DELETE_ON_CLOSE | OPEN_REPARSE_POINT).open(beside) {
            Ok(beside) => Ok(Self { _beside: beside }),
            Err(error) if error.raw_os_error() == Some(SHARING_VIOLATION) => Err(TryLockError::WouldBlock),
            Err(error) => Err(TryLockError::Error(error)),
        }
    }

    /// Locks the opened file: nothing to do on Windows.
    #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "on other systems the lock is on the file")]
    pub(crate) fn on_file(&self, _file: &File) -> Result<(), TryLockError> {
        Ok(())
    }
}

/// Renames the new file to the old one's name. Closes the old one first, because not every version of Windows and not
/// every disk can replace an open file. Retries, because a virus scanner, for example, may have it open for a moment.
pub(crate) fn replace(old: &mut File, new: &File, from: &Path, to: &Path) -> io::Result<()> {
    *old = new.try_clone()?;
    let deadline = Instant::now() + PATIENCE;
    loop {
        match fs::rename(from, to) {
            Err(error) if error.kind() == ErrorKind::PermissionDenied && Instant::now() < deadline => {
                thread::sleep(Duration::from_millis(10));
            }
            renamed => return renamed,
        }
    }
}

/// Users have no numbers on Windows.
pub(crate) fn user() -> u32 {
    0
}

/// Users have no numbers on Windows.
pub(crate) fn owner(_: &Metadata) -> u32 {
    0
}

/// Whether every user may write to a file: that depends on its folder.
pub(crate) fn is_open_to_all(_: &Metadata) -> bool {
    false
}

/// Times of the last change of a file's content and of its creation, each in units of 100 nanoseconds.
pub(crate) fn times(about: &Metadata) -> [i64; 4] {
    [about.last_write_time().cast_signed(), 0, about.creation_time().cast_signed(), 0]
}

/// Standard output as a file.
pub(crate) fn stdout() -> io::Result<File> {
    Ok(io::stdout().as_handle().try_clone_to_owned()?.into())
}

/// Whether a file was opened for appending: a shell's `>>` only moves to the end once, when it opens the file.
pub(crate) fn appends(_: &File) -> bool {
    false
}

/// Not supported: the system has no name for an open file.
pub(crate) fn for_reading(_: &File) -> io::Result<File> {
    Err(ErrorKind::Unsupported.into())
}

/// The console, wherever the streams go.
pub(crate) fn terminal() -> io::Result<File> {
    File::options().write(true).open("CONOUT$")
}

/// The console, for drawing: standard error, because the standard library writes UTF-16 to a console. Bytes written to
/// it as to a file would be decoded in its own code page, not as UTF-8.
pub(crate) type Drawable = io::Stderr;

pub(crate) fn drawable() -> io::Result<Drawable> {
    let error = io::stderr();
    if error.is_terminal() { Ok(error) } else { Err(io::Error::other("standard error leads to something else")) }
}

/// The user's folder of configuration files.
pub(crate) fn config_folder() -> Option<PathBuf> {
    std::env::var_os("APPDATA").filter(|folder| !folder.is_empty()).map(PathBuf::from)
}
