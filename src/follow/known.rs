//! Files that were read, or lay beside the log when following began: they are never read from their start.
//!
//! In: a file's identity, its first bytes and its stamp. Out: whether it is known, whether it must be looked at again, and
//! entries to keep over a restart. A file is known by its first bytes, as it was or packed since, or by its identity if it
//! goes on with what it started with. As long as its stamp is the same it need not even be opened, so that a rotation
//! beside thousands of archives costs their listing only.
//!
//! Nothing known becomes unknown: there is no limit for files that are there, and those that are gone are forgotten only
//! after very many others.

use super::identity::{Fingerprint, Identity};
use super::position::{of_fingerprint, of_identity, to_fingerprint, to_identity};
use super::siblings::Stamp;
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};

/// Files that are remembered although they are gone: their copies, or they themselves, may come back.
const GONE: usize = 1 << 16;

/// A file, a fingerprint of it, and the stamp that it has nothing new with.
type Entry = (Identity, Option<Fingerprint>, Option<Stamp>);

#[derive(Default)]
pub(super) struct Known {
    fingerprints: HashSet<Fingerprint>,
    files: HashMap<Identity, File>,
    /// What became known since it was last asked for, if it is asked for.
    learned: Option<Vec<Entry>>,
    /// So many files were added ever.
    added: u64,
    /// With so many files it is worth looking which of them are gone.
    crowded: usize,
}

#[derive(Default)]
struct File {
    /// Each fingerprint that the file had: a short start is not the fingerprint of a longer one.
    fingerprints: Vec<Fingerprint>,
    /// Its stamp when there was nothing in it to be read.
    settled: Option<Stamp>,
    number: u64,
}

impl Known {
    /// Whatever starts like this is known.
    pub(super) fn add(&mut self, identity: Identity, head: &[u8]) {
        if !head.is_empty() {
            self.insert(identity, Some(Fingerprint::of(head)), None);
        }
    }

    /// The file is known, and has nothing new for as long as it has this stamp.
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

    /// Whether nothing has changed since there was nothing to be read.
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

    /// Forgets the oldest of the files that are not among these, if they are too many.
    pub(super) fn forget_gone(&mut self, here: &HashSet<Identity>) {
        let mut gone: Vec<u64> =
            self.files.iter().filter(|(file, _)| !here.contains(file)).map(|(_, file)| file.number).collect();
        // A folder may be away for a while with all that is in it.
        if gone.len() > GONE && !here.is_empty() {
            let count = gone.len() - GONE;
            let first_kept = *gone.select_nth_unstable(count).1;
            self.files.retain(|file, about| here.contains(file) || about.number >= first_kept);
            self.fingerprints = self.files.values().flat_map(|file| &file.fingerprints).copied().collect();
        }
        self.crowded = 2 * self.files.len();
    }

    /// What became known since the last time, from the start of it.
    pub(super) fn take_learned(&mut self) -> Vec<Value> {
        match self.learned.replace(Vec::new()) {
            Some(learned) => learned.into_iter().map(of_entry).collect(),
            None => self.entries(),
        }
    }

    /// The oldest first.
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

    /// The files of these entries. `None` if a value is not an entry.
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
            // A part that is there and not readable is a fault.
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
