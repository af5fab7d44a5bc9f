//! The files around a log, where rotations move its content.
//!
//! In: the log's path. Out: the folders to search, and the files in them whose names belong to the log. Their content
//! is not checked here.

use super::identity::{self, Identity};
use super::names::{Names, PACKED};
use crate::sys;
use std::ffi::OsStr;
use std::fs::{self, DirEntry, Metadata};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

/// The maximum number of attempts to list a folder until it is unchanged.
pub(super) const TRIES: usize = 8;

/// The metadata that show changes of a file's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) len: u64,
    /// The time of its last write, in nanoseconds since 1970.
    pub(super) modified: u64,
}

impl Stamp {
    pub(super) fn of(about: &Metadata) -> Option<Self> {
        Some(Self { len: about.len(), modified: identity::nanoseconds(about.modified().ok()?) })
    }
}

/// A file beside the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sibling {
    pub(super) path: PathBuf,
    pub(super) identity: Identity,
    pub(super) stamp: Stamp,
    /// The numbers in its name, if that is a name from a rotation: digits, dates and the extensions of packers after
    /// the log's name. `None` for other files, such as an extract or a lock beside the log.
    pub(super) rotation: Option<Vec<u64>>,
}

/// The folders in which the log can appear and disappear: its own, and that of the file behind a symbolic link.
pub(super) fn folders(log: &Path) -> Vec<PathBuf> {
    let mut folders = vec![folder(log)];
    if let Ok(target) = fs::canonicalize(log) {
        let target = folder(&target);
        if fs::canonicalize(&folders[0]).is_ok_and(|first| first != target) {
            folders.push(target);
        }
    }
    folders
}

fn folder(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if parent.as_os_str().is_empty() => PathBuf::from("."),
        Some(parent) => parent.to_owned(),
        None => PathBuf::from("/"),
    }
}

/// The file with this name, if it belongs to the log. A symbolic link is judged by its target: it must not turn another
/// log's text into this one's.
fn sibling(names: &Names, path: PathBuf, about: io::Result<Metadata>) -> Option<Sibling> {
    let mut about = about.ok()?;
    let rotation = names.rotation(path.file_name()?);
    if about.is_symlink() {
        names.suffix(fs::canonicalize(&path).ok()?.file_name()?)?;
        about = fs::metadata(&path).ok()?;
    }
    let stamp = Stamp::of(&about).filter(|_| about.is_file())?;
    let identity = Identity::at(&path, &about);
    Some(Sibling { path, identity, stamp, rotation })
}

/// All files that a rotation may have created from the log, sorted by path, except those that `pass_over` excludes. A
/// folder is listed until two listings agree: a file that is renamed during a listing can be missing from it.
///
/// At each rotation many archives are passed over, so nothing is allocated for them: each costs a check of its name and
/// its metadata.
pub(super) fn list(log: &Path, pass_over: impl Fn(Identity, Stamp) -> bool) -> Vec<Sibling> {
    let names = Names::of(log);
    let folders: Vec<PathBuf> = folders(log).into_iter().flat_map(|folder| [folder.join("logs"), folder]).collect();
    let mut found = Vec::new();
    for _ in 0..TRIES {
        found.clear();
        let looked_at = walk(&folders, &names, &mut |entry| {
            let (path, about) = (entry.path(), entry.metadata());
            let is_passed_over = about.as_ref().is_ok_and(|about| {
                about.is_file() && Stamp::of(about).is_some_and(|stamp| pass_over(Identity::at(&path, about), stamp))
            });
            if !is_passed_over {
                found.extend(sibling(&names, path, about));
            }
        });
        if looked_at == walk(&folders, &names, &mut |_| ()) {
            break;
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// Iterates over the log's files in these folders. The result is the same as long as they have the same names.
fn walk(folders: &[PathBuf], names: &Names, look: &mut dyn FnMut(DirEntry)) -> (u64, u64) {
    let (mut count, mut sum) = (0, 0_u64);
    for (number, folder) in folders.iter().enumerate() {
        let Ok(entries) = fs::read_dir(folder) else { continue };
        for entry in entries.flatten() {
            let name = entry.file_name();
            if names.suffix(&name).is_some() {
                count += 1;
                let mut hasher = DefaultHasher::new();
                (number, name, sys::inode(&entry)).hash(&mut hasher);
                // The sum does not depend on the order.
                sum = sum.wrapping_add(hasher.finish());
                look(entry);
            }
        }
    }
    (count, sum)
}

impl Sibling {
    /// Whether the path still leads to this file.
    pub(super) fn is_there(&self) -> bool {
        fs::metadata(&self.path).is_ok_and(|about| Identity::at(&self.path, &about) == self.identity)
    }
}

/// The files that a name in a log's first line can mean, whether packed later or not.
pub(super) fn places(log: &Path, name: &OsStr) -> Vec<PathBuf> {
    let names = Names::of(log);
    let mut found = Vec::new();
    let mut look = |path: PathBuf| {
        for ending in [""].iter().chain(PACKED) {
            let mut path = path.clone().into_os_string();
            path.push(ending);
            let path = PathBuf::from(path);
            let about = fs::symlink_metadata(&path);
            found.extend(sibling(&names, path, about).map(|sibling| sibling.path).filter(|path| !found.contains(path)));
        }
    };
    // Only these folders: a stranger may have written the line, and it must not lead to other files.
    if let Some(file) = Path::new(name).file_name() {
        for folder in folders(log) {
            look(folder.join("logs").join(file));
            look(folder.join(file));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_the_log_are_listed() {
        let folder = tempfile::tempdir().expect("folder");
        let path = |name: &str| folder.path().join(name);
        fs::create_dir(path("logs")).expect("folder");
        for name in
            ["billmgr.log", "billmgr.log.1", "billmgr.logother", "ispmgr.log", "logs/billmgr.log.2", "billmgr.log.note"]
        {
            fs::write(path(name), name).expect("file");
        }
        std::os::unix::fs::symlink("ispmgr.log", path("billmgr.log.3")).expect("link");
        std::os::unix::fs::symlink("logs/billmgr.log.2", path("billmgr.log.4")).expect("link");
        let listed = |pass_over: &dyn Fn(Identity, Stamp) -> bool| {
            let files = list(&path("billmgr.log"), pass_over).into_iter();
            let name = |file: Sibling| file.path.strip_prefix(folder.path()).expect("in it").display().to_string();
            files.map(name).collect::<Vec<_>>()
        };
        let all = ["billmgr.log", "billmgr.log.1", "billmgr.log.4", "billmgr.log.note", "logs/billmgr.log.2"];
        assert_eq!(listed(&|_, _| false), all);
        assert_eq!(listed(&|_, stamp| stamp.len == 13), [all[0], all[2], all[3], all[4]]);
        assert_eq!(places(&path("billmgr.log"), OsStr::new("billmgr.log.3")), [] as [PathBuf; 0]);
    }
}
