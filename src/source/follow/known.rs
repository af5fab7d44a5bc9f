//! Files that were read, or lay beside the log when following began: they are never read from their start.
//!
//! In: a file's identity and its first bytes. Out: whether it is known, and entries to keep over a restart. A file is
//! known by its first bytes, as it was or packed since, or by its identity if it goes on with what it started with.
//! Nothing known becomes unknown: there is no limit on the number of entries, and a look-up does not depend on it.

use super::identity::{Identity, Print};
use super::position::{of_identity, of_print, to_identity, to_print};
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};

#[derive(Default)]
pub(super) struct Known {
    prints: HashSet<Print>,
    /// Each print that a file had: a short start is not the print of a longer one.
    files: HashMap<Identity, Vec<Print>>,
    /// What became known since it was last asked for.
    learned: Vec<(Identity, Print)>,
}

impl Known {
    pub(super) fn add(&mut self, identity: Identity, head: &[u8]) {
        if !head.is_empty() && self.insert(identity, Print::of(head)) {
            self.learned.push((identity, Print::of(head)));
        }
    }

    /// False if it was known.
    fn insert(&mut self, identity: Identity, print: Print) -> bool {
        let prints = self.files.entry(identity).or_default();
        let is_new = !prints.contains(&print);
        if is_new {
            prints.push(print);
            self.prints.insert(print);
        }
        is_new
    }

    pub(super) fn has(&self, identity: Identity, head: &[u8]) -> bool {
        self.prints.contains(&Print::of(head))
            || self.files.get(&identity).is_some_and(|prints| prints.iter().any(|print| print.starts(head)))
    }

    pub(super) fn take_learned(&mut self) -> Vec<Value> {
        self.learned.drain(..).map(entry).collect()
    }

    pub(super) fn entries(&self) -> Vec<Value> {
        self.files.iter().flat_map(|(&file, prints)| prints.iter().map(move |&print| entry((file, print)))).collect()
    }

    /// The files of these entries. `None` if a value is not an entry.
    pub(super) fn from_entries(entries: &[Value]) -> Option<Self> {
        let mut known = Self::default();
        for entry in entries {
            let [identity, head] = entry.as_array()?.as_slice() else { return None };
            known.insert(to_identity(identity)?, to_print(head)?);
        }
        Some(known)
    }
}

fn entry((identity, print): (Identity, Print)) -> Value {
    json!([of_identity(identity), of_print(print)])
}
