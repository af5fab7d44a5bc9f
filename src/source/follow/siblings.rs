//! The files around a log: where rotations put what was in it.
//!
//! In: the log's path. Out: the folders to look in, the files that start with the log's name, and the archive that a
//! log's first line names. What they hold is not looked at here.

use super::identity::Identity;
use crate::record::parse;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// A file beside the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sibling {
    pub(super) path: PathBuf,
    pub(super) identity: Identity,
    pub(super) len: u64,
    pub(super) modified: SystemTime,
}

/// The folders that a log can come and go in: its own, and that of the file behind a symbolic link.
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

/// All files that may be what a rotation made of the log. A folder is listed until it stands still: a file that is
/// renamed while the listing runs can be missed by it.
pub(super) fn list(log: &Path) -> Vec<Sibling> {
    let mut listed = list_once(log);
    for _ in 0..8 {
        let again = list_once(log);
        let same = listed.len() == again.len()
            && listed.iter().zip(&again).all(|(a, b)| a.path == b.path && a.identity == b.identity);
        listed = again;
        if same {
            break;
        }
    }
    listed
}

fn list_once(log: &Path) -> Vec<Sibling> {
    let target = fs::canonicalize(log).ok();
    let names: Vec<&OsStr> = [Some(log), target.as_deref()].into_iter().flatten().filter_map(Path::file_name).collect();
    let mut found: Vec<Sibling> = Vec::new();
    for folder in folders(log) {
        for folder in [folder.join("logs"), folder] {
            let Ok(entries) = fs::read_dir(folder) else { continue };
            for entry in entries.flatten() {
                let file_name = entry.file_name();
                if !names.iter().any(|name| file_name.as_bytes().starts_with(name.as_bytes())) {
                    continue;
                }
                if let Some(sibling) = sibling(&entry.path()).filter(|new| found.iter().all(|old| old.path != new.path))
                {
                    found.push(sibling);
                }
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

pub(super) fn sibling(path: &Path) -> Option<Sibling> {
    let about = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    let modified = about.modified().ok()?;
    Some(Sibling { path: path.to_owned(), identity: Identity::of(&about), len: about.len(), modified })
}

/// Whether a file's name looks like one that a rotation gives: digits, dates and the endings of packers after the
/// log's name. An extract or a lock beside the log does not.
pub(super) fn is_rotated(log: &Path, sibling: &Path) -> bool {
    let (Some(log), Some(name)) = (log.file_name(), sibling.file_name()) else { return false };
    let Some(suffix) = name.as_bytes().strip_prefix(log.as_bytes()) else {
        // The name of a symbolic link's target.
        return true;
    };
    // A word ends before a digit: bz is bz2.
    let known: &[&[u8]] = &[b"gz", b"zst", b"zstd", b"bz", b"xz", b"old", b"prev", b"log", b"t", b"z"];
    let mut words = suffix.split(|byte| !byte.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    !suffix.is_empty() && words.all(|word| known.contains(&word.to_ascii_lowercase().as_slice()))
}

/// The archive that the first line of a log names. The panel's wording is not documented: any line that is no record
/// and has a word that is a path with the log's name in it will do, and so does one that names an existing file.
pub(super) fn named_archive(log: &Path, first_line: &[u8]) -> Option<String> {
    if parse::stamp(first_line).is_some() {
        return None;
    }
    let name = log.file_name()?.as_bytes();
    let words = first_line.split(|&byte| byte.is_ascii_whitespace() || b"'\"`<>()[],;|=".contains(&byte));
    let mut words = words.map(|word| word.strip_suffix(b":").or(word.strip_suffix(b".")).unwrap_or(word));
    words
        .find(|word| {
            let file = word.rsplit(|&byte| byte == b'/').next().unwrap_or(word);
            let is_archive = file.len() > name.len() && file.starts_with(name);
            is_archive || (!file.is_empty() && file != name && !places(log, OsStr::from_bytes(word)).is_empty())
        })
        .map(|word| String::from_utf8_lossy(word).into_owned())
}

/// The files that a name in a log's first line can mean, packed later or not.
pub(super) fn places(log: &Path, name: &OsStr) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut look = |path: PathBuf| {
        for ending in ["", ".gz", ".zst", ".bz2", ".xz"] {
            let mut path = path.clone().into_os_string();
            path.push(ending);
            let path = PathBuf::from(path);
            if path.is_file() && !found.contains(&path) {
                found.push(path);
            }
        }
    };
    // Only these folders: the line may be a stranger's, and must not lead to other files.
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
    fn names_that_rotations_give() {
        let log = Path::new("/var/billmgr.log");
        for (name, rotated) in [
            ("billmgr.log.1", true),
            ("billmgr.log-20260101.gz", true),
            ("billmgr.log.2026-01-01T09_00_00Z.17.xz", true),
            ("billmgr.log.old", true),
            ("billmgr.log-20260101.bz2", true),
            ("billmgr.log", false),
            ("billmgr.log.extract", false),
            ("billmgr.log.state", false),
            ("billmgr.log.swp", false),
        ] {
            assert_eq!(is_rotated(log, &Path::new("/var/logs").join(name)), rotated, "{name}");
        }
    }

    #[test]
    fn a_first_line_that_is_no_record_may_name_the_archive() {
        let log = Path::new("/nowhere/billmgr.log");
        for (line, archive) in [
            (&b"Previous log: logs/billmgr.log.2026-01-01.1.gz\n"[..], Some("logs/billmgr.log.2026-01-01.1.gz")),
            (b"rotated to 'billmgr.log.7'.", Some("billmgr.log.7")),
            (b"Jun 25 09:07:51 [1:2] core INFO moved to billmgr.log.7", None),
            (b"billmgr.log starts here", None),
            (b"", None),
        ] {
            assert_eq!(named_archive(log, line).as_deref(), archive, "{}", line.escape_ascii());
        }
    }
}
