//! A follower's position as JSON, for keeping it over a restart.
//!
//! In: a follower. Out: a small value that says which files it was reading and how far, and one entry for each file that it
//! knows; and back. An entry never changes, so whoever keeps them only appends those that are new. Prints stand for text,
//! so that nothing of the log leaks. What the values are kept in is not decided here.

use super::generation::{Generation, Handle};
use super::identity::{Fingerprint, Identity, Mark};
use super::known::Known;
use super::look::extend_limit;
use super::siblings::{Sibling, TRIES};
use super::{Follower, LATE, names};
use crate::record::continuation::{Context, Prefix};
use crate::source::Source;
use crate::source::long::Scan;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

impl Follower {
    /// Where following stands: every line handed out is before it, every other line after.
    pub fn position(&self) -> Value {
        let live = self.live.as_ref().map(generation);
        json!({
            "live": live,
            "old": self.old.iter().map(generation).collect::<Vec<_>>(),
        })
    }

    /// An entry for each file that became known since the last call. A position is complete with all entries that were
    /// taken up to it.
    pub fn take_learned(&mut self) -> Vec<Value> {
        self.known.take_learned()
    }

    /// The entries of all files that are known: those taken up to now and not taken yet.
    pub fn known(&self) -> Vec<Value> {
        self.known.entries()
    }

    /// Goes on at a position, whatever was rotated since. `known` has the entries taken up to it, in any order, and may
    /// have later ones or repeat some. `None` if one of the values is not what this program wrote.
    pub fn resume(path: &Path, source: Arc<Source>, position: &Value, known: &[Value], now: Instant) -> Option<Self> {
        let mut follower = Self::empty(path, source);
        follower.known = Known::from_entries(known)?;
        let live = position.get("live")?;
        if !live.is_null() {
            follower.live = Some(follower.restored(live)?);
        }
        let mut entries = Vec::new();
        for old in position.get("old")?.as_array()? {
            entries.push((follower.restored(old)?, old.get("at_end")?.as_bool()?));
        }
        let own: Vec<Identity> =
            follower.live.iter().chain(entries.iter().map(|(old, _)| old)).map(|g| g.identity).collect();
        for (restored, at_end) in entries {
            let mark = restored.mark(true);
            // What is not found had been read to its end, or is told as lost.
            match follower.find(&mark, &own) {
                Some(mut found) => {
                    (found.context, found.long) = (restored.context, restored.long);
                    (found.joined, found.sealed) = (restored.joined, restored.sealed);
                    found.until = Some(now + LATE);
                    extend_limit(&mut found, now);
                    follower.known.add(found.identity, &found.head);
                    follower.old.push_back(found);
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

    /// A file that is still to be found.
    fn restored(&self, value: &Value) -> Option<Generation> {
        let mark = Mark {
            identity: to_identity(value.get("file")?)?,
            offset: value.get("offset")?.as_u64()?,
            head_at: value.get("head_at")?.as_u64()?,
            head: to_fingerprint(value.get("head")?)?,
            last: to_fingerprint(value.get("last")?)?,
        };
        if mark.last.len as u64 > mark.offset {
            return None;
        }
        let mut generation = Generation::new(Handle::Missing, &self.path, mark.identity, Arc::clone(&self.source));
        generation.read_to = mark.offset;
        generation.begun = value.get("begun")?.as_bool()?;
        generation.joined = value.get("joined")?.as_bool()?;
        generation.sealed = value.get("sealed")?.as_bool()?;
        let skipping = value.get("skipping")?.as_u64()?;
        generation.long = (skipping > 0).then(|| Scan::resumed(skipping));
        generation.context = context_of(value.get("before")?)?;
        generation.restored = Some(mark);
        Some(generation)
    }
}

fn context_of(value: &Value) -> Option<Context> {
    match value {
        Value::String(word) if word == "nothing" => Some(Context::Nothing),
        Value::Array(prefix) => {
            let [len, hash] = prefix.as_slice() else { return None };
            let len = len.as_u64()?.try_into().ok()?;
            Some(Context::Record(Prefix { len, hash: hash.as_u64()? }))
        }
        _ => None,
    }
}

fn generation(generation: &Generation) -> Value {
    let mark = generation.mark(true);
    let context = match generation.context {
        Context::Nothing => json!("nothing"),
        Context::Record(prefix) => json!([prefix.len, prefix.hash]),
    };
    json!({
        "file": of_identity(mark.identity),
        "offset": mark.offset,
        "head_at": mark.head_at,
        "head": of_fingerprint(mark.head),
        "last": of_fingerprint(mark.last),
        "skipping": generation.long.as_ref().map_or(0, Scan::bytes),
        "before": context,
        "begun": generation.begun,
        "joined": generation.joined,
        "sealed": generation.sealed,
        "at_end": generation.partial.is_empty() && generation.is_at_end(),
    })
}

pub(super) fn of_identity(identity: Identity) -> Value {
    json!([identity.device, identity.inode, identity.birth])
}

pub(super) fn to_identity(value: &Value) -> Option<Identity> {
    let [device, inode, birth] = value.as_array()?.as_slice() else { return None };
    Some(Identity { device: device.as_u64()?, inode: inode.as_u64()?, birth: birth.as_u64() })
}

pub(super) fn of_fingerprint(fingerprint: Fingerprint) -> Value {
    json!([fingerprint.len, fingerprint.hash])
}

pub(super) fn to_fingerprint(value: &Value) -> Option<Fingerprint> {
    let [len, hash] = value.as_array()?.as_slice() else { return None };
    let len = usize::try_from(len.as_u64()?).ok().filter(|len| *len <= super::identity::HEAD)?;
    Some(Fingerprint { len, hash: hash.as_u64()? })
}
