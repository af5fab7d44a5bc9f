//! Lists the history of a log: its rotated files, newest first.
//!
//! In: the log's path. Out: the paths of its archives, packed or not. The panel writes the name of the last one into
//! the log's first line; that has priority. Then the names decide, if all are of one kind: `.1` is newer than `.2`, and
//! a later date than an earlier one. Otherwise the time of the last write decides.

use super::generation::Start;
use super::identity::Identity;
use super::join::first_line;
use super::names;
use super::siblings::{self, Sibling};
use std::cmp::Reverse;
use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// The archives of a log, newest first. A file that starts like the log itself or like a newer archive is a copy that a
/// rotation or a packer is writing, and is left out. Each file is opened only when the iterator reaches it.
pub fn archives(log: &Path) -> impl Iterator<Item = PathBuf> {
    let live = fs::metadata(log).ok().map(|about| Identity::at(log, &about));
    let mut rotated = siblings::list(log, |_, _| false);
    rotated.retain(|file| file.stamp.len > 0 && Some(file.identity) != live && file.rotation.is_some());
    sort(log, &mut rotated);
    let log = log.to_owned();
    let mut newest = head(&log);
    let mut heads: HashSet<Vec<u8>> = newest.iter().cloned().collect();
    let mut rotated = rotated.into_iter().map(|file| file.path);
    std::iter::from_fn(move || {
        // List unreadable files too: reading them reports the error, and an older file must not be taken for them.
        let mut is_new = |path: &PathBuf| {
            let head = head(path);
            head.clone().is_none_or(|head| heads.insert(head)).then_some(head)
        };
        let named = newest.take().and_then(|newer| names::named_archive(&log, first_line(&newer)));
        let places = named.map(|name| siblings::places(&log, OsStr::new(&name))).unwrap_or_default();
        for path in places {
            if let Some(head) = is_new(&path) {
                newest = head;
                return Some(path);
            }
        }
        rotated.find(|path| is_new(path).is_some())
    })
}

/// The first bytes of a file's text, if it can be opened and unpacked.
fn head(path: &Path) -> Option<Vec<u8>> {
    Start::of(path).ok().map(|start| start.head)
}

fn sort(log: &Path, files: &mut [Sibling]) {
    let suffixes: Option<Vec<String>> = files.iter().map(|file| digits(log, &file.path)).collect();
    let lengths = |digits: &[String]| digits.iter().map(String::len).collect::<Vec<_>>();
    match suffixes {
        Some(digits) if digits.iter().all(|digits| (1..=4).contains(&digits.len())) => {
            files.sort_by_cached_key(|file| number(log, &file.path));
        }
        // Dates, with or without a time and a number: all written in the same way.
        Some(digits) if digits.iter().all(|digits| digits.len() >= 8) && all_equal(&lengths(&digits)) => {
            files.sort_by_cached_key(|file| Reverse(self::digits(log, &file.path)));
        }
        _ => files.sort_by(|a, b| b.stamp.modified.cmp(&a.stamp.modified).then_with(|| b.path.cmp(&a.path))),
    }
}

fn all_equal(lengths: &[usize]) -> bool {
    lengths.windows(2).all(|pair| pair[0] == pair[1])
}

/// The digits in the suffix that a rotation added to the log's name; those of `bz2` do not count.
fn digits(log: &Path, archive: &Path) -> Option<String> {
    let suffix = archive.file_name()?.as_encoded_bytes().strip_prefix(log.file_name()?.as_encoded_bytes())?;
    let suffix = suffix.strip_suffix(b".bz2").unwrap_or(suffix);
    Some(suffix.iter().filter(|byte| byte.is_ascii_digit()).map(|&byte| char::from(byte)).collect())
}

fn number(log: &Path, archive: &Path) -> u32 {
    digits(log, archive).and_then(|digits| digits.parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, SystemTime};

    #[track_caller]
    fn ordered(names: &[&str], first_line: &str) -> Vec<String> {
        let folder = tempfile::tempdir().expect("temporary folder");
        let log = folder.path().join("core.log");
        fs::write(&log, format!("{first_line}\n")).expect("log");
        fs::create_dir(folder.path().join("logs")).expect("folder");
        for (age, name) in names.iter().enumerate() {
            let path = folder.path().join(name);
            fs::write(&path, format!("text of {name}")).expect("archive");
            let time = SystemTime::now() - Duration::from_secs(60 * age as u64);
            fs::File::options().write(true).open(&path).and_then(|file| file.set_modified(time)).expect("time");
        }
        let name = |path: PathBuf| path.strip_prefix(folder.path()).expect("in it").to_string_lossy().into_owned();
        archives(&log).map(name).collect()
    }

    #[test]
    fn names_of_one_kind_tell_the_order_else_the_time_does() {
        let mixed = ["core.log.2.gz", "core.log.10", "core.log.1"];
        assert_eq!(ordered(&mixed, ""), ["core.log.1", "core.log.2.gz", "core.log.10"]);
        let dates = ["core.log-20260102.bz2", "logs/core.log-20260103", "core.log-20260101"];
        assert_eq!(ordered(&dates, ""), ["logs/core.log-20260103", "core.log-20260102.bz2", "core.log-20260101"]);
        let kinds = ["core.log-20260101", "core.log.old", "core.log.7", "core.log.note"];
        assert_eq!(ordered(&kinds, ""), kinds[..3]);
    }

    #[test]
    fn the_archive_that_the_first_line_names_is_the_newest() {
        let names = ["core.log-20260102", "logs/core.log-20251231", "logs/core.log.7", "logs/odd", "other.log"];
        let expected = ["logs/core.log.7", "core.log-20260102", "logs/core.log-20251231"];
        assert_eq!(ordered(&names, "previous: logs/core.log.7"), expected);
        for line in ["see other.log", "previous: logs/odd", "core.log goes on"] {
            assert_eq!(ordered(&names, line)[0], "core.log-20260102", "{line}");
        }
    }

    #[test]
    fn a_copy_in_the_making_is_no_older_text() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let log = folder.path().join("core.log");
        for (name, text) in
            [("core.log", "new"), ("core.log.1", "new"), ("core.log.2", "old"), ("core.log.2.old", "old")]
        {
            fs::write(folder.path().join(name), text).expect("file");
        }
        assert_eq!(archives(&log).collect::<Vec<_>>(), [folder.path().join("core.log.2")]);
    }
}
