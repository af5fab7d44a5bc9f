//! The file behind `--state`: a journal of lines, written by one program at a time.
//!
//! In: a path, and values to store. Out: the values stored before. The file is never opened through a symbolic
//! link, must be a regular file of the user's own, and stays locked while the program runs. Each line contains a
//! checksum, so a line that a kill or a full disk truncated is detected; it is the last one and counts as not written.
//! A journal that has grown is rewritten under a random name and atomically replaces the old one.

mod line;
mod lock;

use super::StateError;
use crate::sys::files::{self, Lock};
use line::{header, line, lines};
use lock::{Numbers, leads_to, lock, numbers};
use serde_json::{Value, json};
use std::ffi::OsString;
use std::fs::{self, File};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How often the disk is synced. A kill of the program needs no sync, a crash of the machine does.
const SYNC: Duration = Duration::from_millis(250);

/// The minimum growth of a journal before it is rewritten, in bytes.
const GROWTH: u64 = 1 << 20;

/// The content of the file.
pub(super) enum Found {
    /// Nothing: the file is new or was empty.
    Nothing {
        created: bool,
    },
    Lines(Vec<Value>),
    /// A state of the first version: one JSON value.
    Old(Value),
}

/// The open, locked file.
pub(super) struct Journal {
    path: PathBuf,
    file: File,
    /// The identity of `file`.
    numbers: Numbers,
    lock: Lock,
    len: u64,
    /// Its length after the last rewrite.
    fresh: u64,
    /// It consists of lines, so it is not of the first version.
    has_lines: bool,
    synced: Instant,
}

impl Journal {
    pub(super) fn open(path: &Path) -> Result<(Self, Found), StateError> {
        let created = matches!(fs::symlink_metadata(path), Err(error) if error.kind() == ErrorKind::NotFound);
        let (mut file, lock) = lock(path)?;
        let numbers = numbers(&file).map_err(|error| fault(path, error))?;
        let mut text = Vec::new();
        file.read_to_end(&mut text).map_err(|error| fault(path, error))?;
        let foreign = |reason: String| StateError::Foreign { path: path.to_owned(), reason };
        // A start on a full disk leaves only a part of the header.
        let found = if header().starts_with(&text) {
            file.set_len(0).map_err(|error| fault(path, error))?;
            Found::Nothing { created }
        } else if text.starts_with(b"{") {
            Found::Old(serde_json::from_slice(&text).map_err(|error| foreign(error.to_string()))?)
        } else {
            Found::Lines(lines(&text).map_err(foreign)?)
        };
        let len = if matches!(found, Found::Nothing { .. }) { 0 } else { text.len() as u64 };
        let has_lines = !matches!(found, Found::Old(_));
        let journal =
            Self { path: path.to_owned(), file, numbers, lock, len, fresh: len, has_lines, synced: Instant::now() };
        if let Found::Lines(lines) = &found {
            journal.remove_leftover(lines);
        }
        Ok((journal, found))
    }

    /// Appends one line completely, or nothing.
    pub(super) fn append(&mut self, value: &Value) -> Result<(), StateError> {
        self.extend(&line(value))
    }

    fn extend(&mut self, text: &[u8]) -> Result<(), StateError> {
        if let Err(error) = files::append(&self.file, text) {
            // If this fails too, the line's checksum marks it as truncated.
            let _ = self.file.set_len(self.len);
            return Err(fault(&self.path, error));
        }
        self.len += text.len() as u64;
        Ok(())
    }

    /// Whether a rewrite is worthwhile.
    pub(super) fn has_grown(&self) -> bool {
        self.len - self.fresh > GROWTH.max(self.fresh)
    }

    /// Replaces the whole content by these lines.
    pub(super) fn rewrite(&mut self, values: impl Iterator<Item = Value>) -> Result<(), StateError> {
        let mut text = header();
        text.extend(line(&json!({ "pid": std::process::id() })));
        values.for_each(|value| text.extend(line(&value)));
        if self.len == 0 {
            // The file contains no position yet, so a partly written one does no harm.
            self.extend(&text)?;
        } else {
            self.replace(&text)?;
        }
        self.fresh = self.len;
        self.sync_all()
    }

    fn replace(&mut self, text: &[u8]) -> Result<(), StateError> {
        let name = format!("new-{:016x}", RandomState::new().build_hasher().finish());
        let next = beside(&self.path, &name);
        if self.has_lines {
            // Announce the new file: after a kill the next start removes it.
            self.append(&json!({ "next": name }))?;
        }
        let fault = |error| fault(&next, error);
        let mut file = files::private().create_new(true).open(&next).map_err(fault)?;
        let locked = self.lock.on_file(&file).map_err(io::Error::from);
        let written = locked.and_then(|()| file.write_all(text)).and_then(|()| file.sync_all());
        let numbers = written.and_then(|()| numbers(&file)).map_err(fault);
        let given = numbers.and_then(|numbers| self.give_name(&file, &next).map(|()| numbers));
        let numbers = given.inspect_err(|_| fs::remove_file(&next).unwrap_or_default())?;
        (self.file, self.numbers, self.len, self.has_lines) = (file, numbers, text.len() as u64, true);
        Ok(())
    }

    /// Renames the new file to the old one's name. If the old one was deleted meanwhile, never overwrites a file that
    /// another program has just created there.
    fn give_name(&mut self, file: &File, next: &Path) -> Result<(), StateError> {
        let given = if self.leads_here()? {
            files::replace(&mut self.file, file, next, &self.path)
        } else {
            fs::hard_link(next, &self.path).and_then(|()| fs::remove_file(next))
        };
        given.map_err(|error| fault(&self.path, error))
    }

    /// Whether the path still leads to this file; false if nothing is at the path.
    pub(super) fn leads_here(&self) -> Result<bool, StateError> {
        match leads_to(&self.path, self.numbers).map_err(|error| fault(&self.path, error))? {
            Some(false) => Err(StateError::Replaced { path: self.path.clone() }),
            here => Ok(here.is_some()),
        }
    }

    /// Syncs the disk, unless it was done recently; the output first, because the journal must not be ahead of it.
    pub(super) fn sync(&mut self, output: Option<&File>) -> Result<(), StateError> {
        if self.synced.elapsed() < SYNC {
            return Ok(());
        }
        let kept = output.map_or(Ok(()), File::sync_data).and_then(|()| self.file.sync_data());
        self.synced = Instant::now();
        kept.map_err(|error| fault(&self.path, error))
    }

    /// Syncs the disk in any case.
    pub(super) fn sync_all(&self) -> Result<(), StateError> {
        self.file.sync_all().map_err(|error| fault(&self.path, error))
    }

    /// Removes the file that a program left when it was killed during a rewrite.
    fn remove_leftover(&self, lines: &[Value]) {
        let next = lines.last().and_then(|line| line.get("next")?.as_str());
        if let Some(name) = next.filter(|name| name.starts_with("new-") && !name.contains('/')) {
            let _ = fs::remove_file(beside(&self.path, name));
        }
    }
}

/// A name that starts with the state file's.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(".");
    name.push(ending);
    name.into()
}

fn fault(path: &Path, error: io::Error) -> StateError {
    StateError::Io { path: path.to_owned(), error }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::TryLockError;

    #[test]
    fn a_file_that_a_kill_left_is_removed_and_no_other() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = folder.path().join("state");
        let left = beside(&path, "new-0123456789abcdef");
        let other = folder.path().join("other");
        for (name, is_left) in [("new-0123456789abcdef", true), ("new-/../other", false), ("../other", false)] {
            let (mut journal, _) = Journal::open(&path).expect("a new file");
            journal.rewrite(std::iter::empty()).expect("a folder");
            journal.append(&json!({ "next": name })).expect("disk space");
            drop(journal);
            fs::write(&left, "").and_then(|()| fs::write(&other, "")).expect("files");
            Journal::open(&path).expect("a journal");
            assert_eq!((left.exists(), other.exists()), (!is_left, true), "{name}");
        }
    }

    #[test]
    fn a_rewrite_takes_the_name_and_keeps_the_lock() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = folder.path().join("state");
        let (mut journal, _) = Journal::open(&path).expect("a new file");
        for number in 0..3 {
            journal.rewrite(std::iter::once(json!({ "number": number }))).expect("a folder");
            journal.append(&json!({})).expect("disk space");
            assert!(matches!(lock::open(&path).expect("file").try_lock(), Err(TryLockError::WouldBlock)));
            assert_eq!(fs::read_dir(&folder).expect("folder").count(), 1);
            let values = lines(&fs::read(&path).expect("file")).expect("a journal");
            assert_eq!(values[2..], [json!({ "number": number }), json!({})]);
        }
        fs::remove_file(&path).expect("file");
        assert!(!journal.leads_here().expect("folder"));
        journal.rewrite(std::iter::empty()).expect("a folder");
        assert!(journal.leads_here().expect("folder") && fs::read_dir(&folder).expect("folder").count() == 1);
        fs::write(folder.path().join("new"), "").expect("file");
        fs::rename(folder.path().join("new"), &path).expect("rename");
        assert!(matches!(journal.rewrite(std::iter::empty()), Err(StateError::Replaced { .. })));
        assert_eq!(fs::read_dir(&folder).expect("folder").count(), 1);
    }
}
