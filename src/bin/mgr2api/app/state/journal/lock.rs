//! Opens a state file as what it is, and for one program alone.
//!
//! In: a path. Out: the file that it leads to, locked, or why it may not be used. Root runs this program in folders that
//! others may write to: a file there is used only if it is the user's own, and never through a symbolic link.

use super::line::lines;
use super::{StateError, fault};
use crate::sys::files;
use std::fs::{self, File, Metadata, TryLockError};
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::time::{Duration, Instant};

/// A program that is just ending still holds the lock.
const PATIENCE: Duration = Duration::from_secs(1);

/// Opens the file and locks it. The program that holds the lock may put another file in its place at any time, so the
/// lock counts only on the file that the path leads to.
pub(super) fn lock(path: &Path) -> Result<File, StateError> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let file = open(path)?;
        match file.try_lock() {
            Ok(()) if leads_to(path, &file).map_err(|error| fault(path, error))? == Some(true) => return Ok(file),
            Err(TryLockError::Error(error)) => return Err(fault(path, error)),
            Err(TryLockError::WouldBlock) if Instant::now() > deadline => {
                return Err(StateError::InUse { path: path.to_owned(), holder: holder(file) });
            }
            Ok(()) | Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(5)),
        }
    }
}

pub(super) fn open(path: &Path) -> Result<File, StateError> {
    let fault = |error| fault(path, error);
    match fs::symlink_metadata(path) {
        Ok(about) => check(path, &about)?,
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(fault(error)),
    }
    let file = files::private().create(true).open(path).map_err(fault)?;
    check(path, &file.metadata().map_err(fault)?)?;
    Ok(file)
}

/// Whether a file may be used: what stands in it decides what is printed, and what is cut off the output.
fn check(path: &Path, about: &Metadata) -> Result<(), StateError> {
    if about.is_symlink() {
        let target = fs::read_link(path).unwrap_or_default();
        return Err(StateError::Link { path: path.to_owned(), target });
    }
    if !about.is_file() {
        return Err(fault(path, io::Error::new(ErrorKind::InvalidInput, "is not a regular file")));
    }
    let user = files::user();
    let owner = files::owner(about);
    if owner != user && owner != 0 {
        return Err(StateError::Owner { path: path.to_owned(), owner, user });
    }
    if files::is_open_to_all(about) {
        return Err(StateError::Writable { path: path.to_owned() });
    }
    Ok(())
}

/// Whether a path leads to this file; `None` if it leads nowhere.
pub(super) fn leads_to(path: &Path, file: &File) -> io::Result<Option<bool>> {
    let here = file.metadata()?;
    match fs::symlink_metadata(path) {
        Ok(there) => Ok(Some(files::is_same(&there, &here))),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The process that holds the lock, as far as the file says.
fn holder(mut file: File) -> Option<u64> {
    let mut text = Vec::new();
    file.read_to_end(&mut text).ok()?;
    lines(&text).ok()?.iter().rev().find_map(|line| line.get("pid")?.as_u64())
}
