//! Files as Windows knows them. Rights are those of the folder that a file is made in; a user's own folders are open to
//! that user and to administrators.

use std::ffi::OsString;
use std::fs::{self, File, Metadata, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, IsTerminal, Seek, SeekFrom, Write};
use std::os::windows::fs::{FileExt, MetadataExt, OpenOptionsExt};
use std::os::windows::io::AsHandle;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

/// Opens a symbolic link itself and not what it leads to.
const OPEN_REPARSE_POINT: u32 = 0x0020_0000;
const DELETE_ON_CLOSE: u32 = 0x0400_0000;
const GENERIC_WRITE: u32 = 0x4000_0000;
const DELETE: u32 = 0x0001_0000;
/// Another program has the file open and shares it with nobody.
const SHARING_VIOLATION: i32 = 32;

/// How long a file may be held by others that it is to replace.
const PATIENCE: Duration = Duration::from_secs(1);

/// Reads from a place. It moves the file's own position.
pub(crate) fn read_at(file: &File, bytes: &mut [u8], place: u64) -> io::Result<usize> {
    file.seek_read(bytes, place)
}

/// How to open a file that is the user's alone: never through a symbolic link.
pub(crate) fn private() -> OpenOptions {
    let mut options = File::options();
    // A file that is open for appending alone cannot be cut.
    options.read(true).write(true).custom_flags(OPEN_REPARSE_POINT);
    options
}

/// Appends to a file that [`private`] opened.
pub(crate) fn append(mut file: &File, text: &[u8]) -> io::Result<()> {
    file.seek(SeekFrom::End(0))?;
    file.write_all(text)
}

/// Keeps others from a file: a second one beside it, which is there as long as the lock is held. A lock on the file itself
/// would end when the file is closed, and it must be closed before another one can take its place.
pub(crate) struct Lock {
    _beside: File,
}

impl Lock {
    /// Before the file is opened. Windows deletes the second file with its last handle, also after a kill.
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

    /// When the file was opened: nothing more.
    #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "on other systems the lock is on the file")]
    pub(crate) fn on_file(&self, _file: &File) -> Result<(), TryLockError> {
        Ok(())
    }
}

/// Gives the new file, which is opened and has a name of its own, the name of the old one, and closes that. Not every
/// version of Windows and not every disk can replace a file that is open, so it is closed before. A virus scanner, say,
/// may have it open for a moment.
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

/// Users have no numbers here.
pub(crate) fn user() -> u32 {
    0
}

/// Users have no numbers here.
pub(crate) fn owner(_: &Metadata) -> u32 {
    0
}

/// Whether every user may write to a file: that depends on its folder.
pub(crate) fn is_open_to_all(_: &Metadata) -> bool {
    false
}

/// When a file was made and when its text was changed last, each in units of 100 nanoseconds.
pub(crate) fn times(about: &Metadata) -> [i64; 4] {
    [about.last_write_time().cast_signed(), 0, about.creation_time().cast_signed(), 0]
}

/// Standard output as a file.
pub(crate) fn stdout() -> io::Result<File> {
    Ok(io::stdout().as_handle().try_clone_to_owned()?.into())
}

/// Whether a file was opened so that everything goes to its end: a shell's `>>` goes there once, when it opens the file.
pub(crate) fn appends(_: &File) -> bool {
    false
}

/// The file that is open for writing once more, for reading: the system has no name for it.
pub(crate) fn for_reading(_: &File) -> io::Result<File> {
    Err(ErrorKind::Unsupported.into())
}

/// The terminal that the program runs in, wherever the streams go.
pub(crate) fn terminal() -> io::Result<File> {
    File::options().write(true).open("CONOUT$")
}

/// The console, to be drawn on: standard error, because the standard library hands a console UTF-16. What is written to it
/// as to a file is read in its own code page, in which few characters are what they are in UTF-8.
pub(crate) type Drawable = io::Stderr;

pub(crate) fn drawable() -> io::Result<Drawable> {
    let error = io::stderr();
    if error.is_terminal() { Ok(error) } else { Err(io::Error::other("standard error leads to something else")) }
}

/// The user's folder of configuration files.
pub(crate) fn config_folder() -> Option<PathBuf> {
    std::env::var_os("APPDATA").filter(|folder| !folder.is_empty()).map(PathBuf::from)
}
