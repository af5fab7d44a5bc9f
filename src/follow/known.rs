//! Files that were read, or existed beside the log when following started: they are never read from their start.
//!
//! In: a file's identity, its first bytes and its stamp. Out: whether it is known, whether it must be checked again,
//! and entries to keep over a restart. A file is known by its first bytes, whether or not it was packed since, or by
//! its identity if it still starts with the same text. While its stamp is unchanged it need not even be opened, so a
//! rotation beside thousands of archives costs only their listing.
//!
//! A known file never becomes unknown while it exists; files that are gone are forgotten only after very many others.

use super::identity::{Fingerprint, Identity};
use super::position::{of_fingerprint, of_identity, to_fingerprint, to_identity};
use super::siblings::Stamp;
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};

/// The number of files that are kept although they are gone: they or their copies may come back.
const GONE: usize = 1 << 16;

/// A file, a fingerprint of it, and the stamp with which it has nothing new.
type Entry = (Identity, Option<Fingerprint>, Option<Stamp>);

#[derive(Default)]
pub(super) struct Known {
    fingerprints: HashSet<Fingerprint>,
    files: HashMap<Identity, File>,
    /// New entries since the last `take_learned`; `None` if all entries are still to be taken.
    learned: Option<Vec<Entry>>,
    /// The number of files that were ever added.
    added: u64,
    /// The number of files at which to check which of them are gone.
    crowded: usize,
}

#[derive(Default)]
struct File {
    /// All fingerprints of the file over time: a short start has another fingerprint than a longer one.
    fingerprints: Vec<Fingerprint>,
    /// Its stamp when everything in it was read.
    settled: Option<Stamp>,
    number: u64,
}

impl Known {
    /// Marks a file, and all files with this start, as known.
    pub(super) fn add(&mut self, identity: Identity, head: &[u8]) {
        if !head.is_empty() {
            self.insert(identity, Some(Fingerprint::of(head)), None);
        }
    }

    /// Marks a file as known, and as having nothing new while it has this stamp.
    pub(super) fn settle(&mut self, identity: Identity, stamp: Stamp, head: Option<&[u8]>) {
        self.insert(identity, head.filter(|head| !head.is_empty()).map(Fingerprint::of), Some(stamp));
    }

    fn insert(&mut self, identity: Identity, fingerprint: Option<Fingerprint>, settled: Option<Stamp>) {
        let file = self.files.entry(identity).or_insert_with(|| {
            self.added += 1;
            File { number: self.added, ..File::default() }
        });
        let unknown = fingerprint.filter(|fingerprint| !file.fingerprints.contains(fingerprint));
        let new_stamp = settled.filter(|stamp| file.settled != Some(*stamp));
        file.fingerprints.extend(unknown);
        file.settled = settled.or(file.settled);
        self.fingerprints.extend(fingerprint);
        if let Some(learned) = self.learned.as_mut().filter(|_| unknown.is_some() || new_stamp.is_some()) {
            learned.push((identity, fingerprint, settled));
        }
    }

    /// Whether the file is unchanged since everything in it was read.
    pub(super) fn is_settled(&self, identity: Identity, stamp: Stamp) -> bool {
        self.files.get(&identity).is_some_and(|file| file.settled == Some(stamp))
    }

    pub(super) fn has(&self, identity: Identity, head: &[u8]) -> bool {
        self.fingerprints.contains(&Fingerprint::of(head))
            || self
                .files
                .get(&identity)
                .is_some_and(|file| file.fingerprints.iter().any(|fingerprint| fingerprint.starts(head)))
    }

    pub(super) fn is_crowded(&self) -> bool {
        self.files.len() > self.crowded.max(2 * GONE)
    }

    /// Forgets the oldest of the files that are not in `here`, if there are too many.
    pub(super) fn forget_gone(&mut self, here: &HashSet<Identity>) {
        let mut gone: Vec<u64> =
            self.files.iter().filter(|(file, _)| !here.contains(file)).map(|(_, file)| file.number).collect();
        // A whole folder may be away for a while.
        if gone.len() > GONE && !here.is_empty() {
            let count = gone.len() - GONE;
            let first_kept = *gone.select_nth_unstable(count).1;
            self.files.retain(|file, about| here.contains(file) || about.number >= first_kept);
            self.fingerprints = self.files.values().flat_map(|file| &file.fingerprints).copied().collect();
        }
        self.crowded = 2 * self.files.len();
    }

    /// The entries since the last call; the first call returns all.
    pub(super) fn take_learned(&mut self) -> Vec<Value> {
        match self.learned.replace(Vec::new()) {
            Some(learned) => learned.into_iter().map(of_entry).collect(),
            None => self.entries(),
        }
    }

    /// All entries, oldest file first.
    pub(super) fn entries(&self) -> Vec<Value> {
        let mut files: Vec<(&Identity, &File)> = self.files.iter().collect();
        files.sort_by_key(|(_, file)| file.number);
        let mut entries = Vec::new();
        for (&identity, file) in files {
            let mut fingerprints = file.fingerprints.iter().copied();
            entries.push(of_entry((identity, fingerprints.next(), file.settled)));
            entries.extend(fingerprints.map(|fingerprint| of_entry((identity, Some(fingerprint), None))));
        }
        entries
    }

    /// Restores the files of these entries. `None` if a value is not an entry.
    pub(super) fn from_entries<'v>(entries: impl IntoIterator<Item = &'v Value>) -> Option<Self> {
        let mut known = Self::default();
        for entry in entries {
            let (identity, fingerprint, settled) = match entry.as_array()?.as_slice() {
                [identity, fingerprint] => (identity, fingerprint, &Value::Null),
                [identity, fingerprint, settled] => (identity, fingerprint, settled),
                _ => return None,
            };
            let fingerprint = (!fingerprint.is_null()).then(|| to_fingerprint(fingerprint));
            let settled = (!settled.is_null()).then(|| to_stamp(settled));
            // A part that is present but invalid is an error.
            if fingerprint == Some(None) || settled == Some(None) {
                return None;
            }
            known.insert(to_identity(identity)?, fingerprint.flatten(), settled.flatten());
        }
        known.learned = Some(Vec::new());
        Some(known)
    }
}

fn of_entry((identity, fingerprint, settled): Entry) -> Value {
    let settled = settled.map(|stamp| json!([stamp.len, stamp.modified]));
    json!([of_identity(identity), fingerprint.map(of_fingerprint), settled])
}

fn to_stamp(value: &Value) -> Option<Stamp> {
    let [len, modified] = value.as_array()?.as_slice() else { return None };
    Some(Stamp { len: len.as_u64()?, modified: modified.as_u64()? })
}
