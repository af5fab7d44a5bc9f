//! Saves a follower's position as JSON over a restart.
//!
//! In: a follower. Out: a small value with the files that it was reading and their read positions, and one entry for
//! each file that it knows. The reverse restores the follower. Entries never change, so a caller that stores them only
//! appends new ones. Fingerprints replace text, so that nothing of the log leaks. The caller chooses the storage.

use super::generation::Generation;
use super::identity::{Fingerprint, HEAD, Identity, Mark};
use super::known::Known;
use super::live::Live;
use super::old::Old;
use super::siblings::{Sibling, TRIES};
use super::{Follower, names};
use crate::source::Source;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

/// The position of a follower, or a known file: to be stored unchanged, in any format that serde writes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Position(Value);

impl Serialize for Position {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Position {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(Self)
    }
}

impl Follower {
    /// The current position: every returned line is before it, every other line after it.
    pub fn position(&self) -> Position {
        Position(json!({
            "live": self.live.save(),
            "old": self.old.iter().map(Old::save).collect::<Vec<_>>(),
        }))
    }

    /// An entry for each file that became known since the last call. A position is complete together with all entries
    /// taken up to it.
    pub fn take_learned(&mut self) -> Vec<Position> {
        self.known.take_learned().into_iter().map(Position).collect()
    }

    /// The entries of all known files, whether taken before or not.
    pub fn known(&self) -> Vec<Position> {
        self.known.entries().into_iter().map(Position).collect()
    }

    /// Continues at a position, whatever was rotated since. `known` contains the entries taken up to it, in any order,
    /// and may contain later ones and repetitions. `None` if one of the values was not written by this program.
    pub fn resume(
        path: &Path,
        source: Arc<Source>,
        position: &Position,
        known: &[Position],
        now: Instant,
    ) -> Option<Self> {
        let Position(position) = position;
        let mut follower = Self::empty(path, source);
        let source = Arc::clone(&follower.source);
        follower.known = Known::from_entries(known.iter().map(|Position(entry)| entry))?;
        let live = position.get("live")?;
        if !live.is_null() {
            follower.live = Live::new(Generation::restore(live, path, &source)?, live.get("begun")?.as_bool()?);
        }
        let mut entries = Vec::new();
        for old in position.get("old")?.as_array()? {
            entries.push((Generation::restore(old, path, &source)?, old.get("at_end")?.as_bool()?));
        }
        let own: Vec<Identity> =
            follower.live.file().into_iter().chain(entries.iter().map(|(old, _)| old)).map(|g| g.identity).collect();
        for (restored, at_end) in entries {
            let mark = restored.mark(true);
            // A file that is not found was read to its end, or is reported as lost.
            match follower.find(&mark, &own) {
                Some(mut found) => {
                    found.go_on_as(&restored);
                    found.extend_limit();
                    follower.retain(found, now);
                }
                None if at_end || mark.is_blank() => {}
                None => follower.notes.push(super::FollowNote::Forgotten { at: mark.offset }),
            }
        }
        Some(follower)
    }

    /// The file of a mark, whatever its name, or else one with its text that is none of these others.
    fn find(&self, mark: &Mark, others: &[Identity]) -> Option<Generation> {
        for _ in 0..TRIES {
            let mut files = self.beside();
            files
                .retain(|file| file.identity == mark.identity || !(mark.is_blank() || others.contains(&file.identity)));
            files.sort_by_key(|file| (file.identity != mark.identity, names::is_packed(&file.path)));
            let open = |file: &Sibling| Generation::continued(&file.path, mark, &self.source).ok().flatten();
            let found = files.iter().find_map(open);
            // A file that was renamed or packed meanwhile has a name that was not listed.
            if found.is_some() || files.iter().all(Sibling::is_there) {
                return found;
            }
        }
        None
    }
}

pub(super) fn of_identity(identity: Identity) -> Value {
    json!([identity.device, identity.inode, identity.birth])
}

pub(super) fn to_identity(value: &Value) -> Option<Identity> {
    let [device, inode, birth] = value.as_array()?.as_slice() else { return None };
    Some(Identity { device: device.as_u64()?, inode: inode.as_u64()?, birth: birth.as_u64() })
}

pub(super) fn of_fingerprint(print: Fingerprint) -> Value {
    json!([print.len, print.hash])
}

pub(super) fn to_fingerprint(value: &Value) -> Option<Fingerprint> {
    let [len, hash] = value.as_array()?.as_slice() else { return None };
    let len = usize::try_from(len.as_u64()?).ok().filter(|len| *len <= HEAD)?;
    Some(Fingerprint { len, hash: hash.as_u64()? })
}
