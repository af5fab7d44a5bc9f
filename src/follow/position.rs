//! A follower's position as JSON, for keeping it over a restart.
//!
//! In: a follower. Out: a small value that says which files it was reading and how far, and one entry for each file that it
//! knows; and back. An entry never changes, so whoever keeps them only appends those that are new. Prints stand for text,
//! so that nothing of the log leaks. What the values are kept in is not decided here.

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

/// Where following stands, or a file that is known: to be kept as it is, by any format that serde writes.
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
    /// Where following stands: every line handed out is before it, every other line after.
    pub fn position(&self) -> Position {
        Position(json!({
            "live": self.live.save(),
            "old": self.old.iter().map(Old::save).collect::<Vec<_>>(),
        }))
    }

    /// An entry for each file that became known since the last call. A position is complete with all entries that were
    /// taken up to it.
    pub fn take_learned(&mut self) -> Vec<Position> {
        self.known.take_learned().into_iter().map(Position).collect()
    }

    /// The entries of all files that are known: those taken up to now and not taken yet.
    pub fn known(&self) -> Vec<Position> {
        self.known.entries().into_iter().map(Position).collect()
    }

    /// Goes on at a position, whatever was rotated since. `known` has the entries taken up to it, in any order, and may
    /// have later ones or repeat some. `None` if one of the values is not what this program wrote.
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
            // What is not found had been read to its end, or is told as lost.
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

    /// The file of a mark, by whatever name, else one with its text that is none of these others.
    fn find(&self, mark: &Mark, others: &[Identity]) -> Option<Generation> {
        for _ in 0..TRIES {
            let mut files = self.beside();
            files
                .retain(|file| file.identity == mark.identity || !(mark.is_blank() || others.contains(&file.identity)));
            files.sort_by_key(|file| (file.identity != mark.identity, names::is_packed(&file.path)));
            let open = |file: &Sibling| Generation::continued(&file.path, mark, &self.source).ok().flatten();
            let found = files.iter().find_map(open);
            // What was renamed or packed meanwhile has a name now that was not listed.
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
