//! Recognizes names of a log's files: which are its archives, and which belong to other logs or to a person.
//!
//! In: the log's path, and names in its folder or in its first line. Out: whether they belong to it, and the numbers in
//! them. A name only decides whether a file is worth opening, so the rules are lenient, but it must start with the
//! log's own name: a stranger's text in the log's first line must not lead to another log.

use super::siblings::folders;
use crate::record::parse;
use crate::sys;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Component, Path};

/// The names of a log: its own, and that of the file behind a symbolic link.
pub(super) struct Names(Vec<OsString>);

impl Names {
    pub(super) fn of(log: &Path) -> Self {
        let target = fs::canonicalize(log).ok();
        Self([Some(log), target.as_deref()].into_iter().flatten().filter_map(Path::file_name).map(Into::into).collect())
    }

    /// The log's name, and the rest of a file's name after it. If a letter follows directly, the name belongs to
    /// another log, unless the whole rest is a suffix of rotations.
    pub(super) fn suffix<'n>(&self, file: &'n OsStr) -> Option<(&OsStr, &'n [u8])> {
        let suffixes = self
            .0
            .iter()
            .filter_map(|name| Some((&**name, file.as_encoded_bytes().strip_prefix(name.as_encoded_bytes())?)));
        let (name, suffix) = suffixes.min_by_key(|(_, suffix)| suffix.len())?;
        let goes_on = suffix.first().is_some_and(u8::is_ascii_alphabetic);
        (!goes_on || is_of_rotation(name, suffix)).then_some((name, suffix))
    }

    /// The numbers in a file's name, if that is a name from a rotation.
    pub(super) fn rotation(&self, file: &OsStr) -> Option<Vec<u64>> {
        self.suffix(file).filter(|(name, suffix)| is_of_rotation(name, suffix)).map(|(_, suffix)| numbers(suffix))
    }
}

/// The extensions of packed files.
pub(super) const PACKED: &[&str] = &[".gz", ".zst", ".bz2", ".xz"];

/// Whether a file is packed, judged by its name.
pub(super) fn is_packed(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| PACKED.iter().any(|ending| name.as_encoded_bytes().ends_with(ending.as_bytes())))
}

/// Whether this is the file with this name, packed or not.
pub(super) fn is_named(path: &Path, name: &str) -> bool {
    let (Some(file), Some(name)) = (path.file_name(), Path::new(name).file_name()) else { return false };
    let ending = file.as_encoded_bytes().strip_prefix(name.as_encoded_bytes());
    ending.is_some_and(|ending| ending.is_empty() || PACKED.iter().any(|packed| packed.as_bytes() == ending))
}

/// Words that mark an archive without a number. A word ends before a digit: `bz` is from `bz2`.
const MARKS: &[&str] = &["gz", "zst", "zstd", "bz", "xz", "old", "prev"];

/// Words in dates.
const DATES: &[&str] = &[
    "t", "z", "utc", "gmt", "am", "pm", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
    "dec", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
];

/// Whether a rotation adds this suffix to a log's name. `core.log` is not an archive of `core`.
fn is_of_rotation(name: &OsStr, suffix: &[u8]) -> bool {
    let is_log = |word: &str| word == "log" && name.as_encoded_bytes().ends_with(b"log");
    let words = suffix.split(|byte| !byte.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(|word| String::from_utf8_lossy(word).to_ascii_lowercase()).collect();
    let is_marked = suffix.iter().any(|&byte| byte.is_ascii_digit() || byte == b'~')
        || words.iter().any(|word| MARKS.contains(&word.as_str()));
    is_marked
        && words.iter().all(|word| MARKS.contains(&word.as_str()) || DATES.contains(&word.as_str()) || is_log(word))
}

/// The numbers in the suffix of a rotation; that of `bz2` does not count.
fn numbers(suffix: &[u8]) -> Vec<u64> {
    let suffix = suffix.strip_suffix(b".bz2").unwrap_or(suffix);
    let runs = suffix.split(|byte| !byte.is_ascii_digit()).filter(|run| !run.is_empty());
    runs.map(|run| String::from_utf8_lossy(run).parse().unwrap_or(u64::MAX)).collect()
}

/// The archive that the first line of a log names. The panel's wording is not documented: any line that is not a record
/// and contains the name of an archive of this log counts. Other names are ignored.
pub(super) fn named_archive(log: &Path, first_line: &[u8]) -> Option<String> {
    if parse::stamp(first_line).is_some() {
        return None;
    }
    let names = Names::of(log);
    let words = first_line.split(|&byte| byte.is_ascii_whitespace() || b"'\"`<>()[],;|=".contains(&byte));
    let mut words = words.map(|word| word.strip_suffix(b":").or(word.strip_suffix(b".")).unwrap_or(word));
    words
        .find(|word| {
            let path = Path::new(sys::file_name(word));
            path.file_name().is_some_and(|file| names.rotation(file).is_some()) && leads_beside(log, path)
        })
        .map(|word| String::from_utf8_lossy(word).into_owned())
}

/// Whether a path may mean a folder that is searched for archives of the log, whatever folder it is relative to.
fn leads_beside(log: &Path, path: &Path) -> bool {
    let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) else { return true };
    // Compare with the path as it was given too: a folder that is away for a moment has no other name.
    let own = folders(log).into_iter().flat_map(|folder| [fs::canonicalize(&folder).unwrap_or_default(), folder]);
    let is_own = |name: &OsStr| name == "logs" || own.clone().any(|own| own.ends_with(name));
    let goes_up = folder.components().any(|part| part == Component::ParentDir);
    !goes_up
        && match folder.components().next_back() {
            Some(Component::Normal(name)) => is_own(name),
            last => last == Some(Component::CurDir),
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_rotations_give() {
        for (log, name, rotated) in [
            ("billmgr.log", "billmgr.log.1", true),
            ("billmgr.log", "billmgr.log.1.gz", true),
            ("billmgr.log", "billmgr.log-20260101.gz", true),
            ("billmgr.log", "billmgr.log20260101", true),
            ("billmgr.log", "billmgr.log-2026-01-01.log", true),
            ("billmgr.log", "billmgr.log.2026-01-01T09_00_00Z.17.xz", true),
            ("billmgr.log", "billmgr.log.2026-Jan-01", true),
            ("billmgr.log", "billmgr.log.old", true),
            ("billmgr.log", "billmgr.log-20260101.bz2", true),
            ("billmgr.log", "billmgr.log", false),
            ("billmgr.log", "billmgr.logs", false),
            ("billmgr.log", "billmgr.logother", false),
            ("billmgr.log", "billmgr.logother.1", false),
            ("billmgr.log", "billmgr.log.extract", false),
            ("billmgr.log", "billmgr.log.state", false),
            ("billmgr.log", "billmgr.log.swp", false),
            ("billmgr.log", "ispmgr.log.1", false),
            ("ispmgr.log", "ispmgrnode.log.1", false),
            ("core", "core.log", false),
            ("core", "core.log.1", false),
            ("core", "core.1", true),
            ("a", "access.log", false),
            ("a", "a1.log", false),
            ("a", "a.gz", true),
        ] {
            let names = Names::of(&Path::new("/nowhere").join(log));
            assert_eq!(names.rotation(OsStr::new(name)).is_some(), rotated, "{name} of {log}");
        }
    }

    #[test]
    fn a_first_line_that_is_no_record_may_name_the_archive() {
        let log = Path::new("/nowhere/billmgr.log");
        for (line, archive) in [
            (&b"Previous log: logs/billmgr.log.2026-01-01.1.gz\n"[..], Some("logs/billmgr.log.2026-01-01.1.gz")),
            (b"rotated to 'billmgr.log.7'.", Some("billmgr.log.7")),
            (b"see ispmgr.log, then ./billmgr.log.7", Some("./billmgr.log.7")),
            (b"var/logs/billmgr.log.7", Some("var/logs/billmgr.log.7")),
            (b"Jun 25 09:07:51 [1:2] core INFO moved to billmgr.log.7", None),
            (b"billmgr.log starts here", None),
            (b"see billmgr.logs and billmgr.log.swp", None),
            (b"see ../billmgr.log.7", None),
            (b"see logs/../../logs/billmgr.log.7", None),
            (b"see /elsewhere/billmgr.log.7", None),
            (b"", None),
        ] {
            assert_eq!(named_archive(log, line).as_deref(), archive, "{}", line.escape_ascii());
        }
    }
}
