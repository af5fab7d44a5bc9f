//! Opens a state file safely, and for one program only.
//!
//! In: a path. Out: its file, locked, or why it may not be used. Root runs this program in folders where others
//! may write: a file there is used only if it is the user's own, and never through a symbolic link.

use super::line::lines;
use super::{StateError, fault};
use crate::sys::files::{self, Lock};
use mgr2api::internal::Identity;
use std::fs::{self, File, Metadata, TryLockError};
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::time::{Duration, Instant};

/// Wait this long: a program that is just ending still holds the lock.
const PATIENCE: Duration = Duration::from_secs(1);

/// Opens the file and locks it.
pub(super) fn lock(path: &Path) -> Result<(File, Lock), StateError> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(locked) = try_lock(path)? {
            return Ok(locked);
        }
        if Instant::now() > deadline {
            return Err(StateError::InUse { path: path.to_owned(), holder: holder(path) });
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Tries once. The program that holds the lock may replace the file at any time, so the lock counts only if the path
/// still leads to the locked file.
fn try_lock(path: &Path) -> Result<Option<(File, Lock)>, StateError> {
    let fault = |error| fault(path, error);
    let free = |locked: Result<Lock, TryLockError>| match locked {
        Ok(lock) => Ok(Some(lock)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(fault(error)),
    };
    let Some(lock) = free(Lock::on_path(path))? else { return Ok(None) };
    let file = open(path)?;
    let Some(lock) = free(lock.on_file(&file).map(|()| lock))? else { return Ok(None) };
    let leads_here = numbers(&file).and_then(|file| leads_to(path, file)).map_err(fault)? == Some(true);
    Ok(leads_here.then_some((file, lock)))
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

/// Whether a file may be used: its content decides what is printed and what is cut off the output.
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

/// Device and file number. Unique as long as the file is open.
pub(super) type Numbers = (u64, u64);

/// The numbers of an open file.
pub(super) fn numbers(file: &File) -> io::Result<Numbers> {
    let Identity { device, inode, .. } = Identity::of(file, &file.metadata()?);
    Ok((device, inode))
}

/// Whether a path leads to the file with these numbers; `None` if nothing is at the path.
pub(super) fn leads_to(path: &Path, file: Numbers) -> io::Result<Option<bool>> {
    match fs::symlink_metadata(path) {
        Ok(there) if there.is_symlink() => Ok(Some(false)),
        Ok(there) => {
            let Identity { device, inode, .. } = Identity::at(path, &there);
            Ok(Some((device, inode) == file))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The process that holds the lock, according to the file.
fn holder(path: &Path) -> Option<u64> {
    let (mut file, mut text) = (open(path).ok()?, Vec::new());
    file.read_to_end(&mut text).ok()?;
    lines(&text).ok()?.iter().rev().find_map(|line| line.get("pid")?.as_u64())
}
