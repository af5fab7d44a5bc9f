//! Files that cannot grow, packed logs say, which were converted whole and are not converted again.
//!
//! In: paths. Out: entries to keep, and whether a file has one. A file is known by what stands in it, whatever its name:
//! a rotation moves archives from name to name. One that was changed is another file. So that not every start reads every
//! archive, the entry says what the system told of the file; as long as that is the same, so is the file.

use crate::sys::files;
use mgr2api::internal::Identity;
use serde_json::{Map, Value, json};
use std::fs;
use std::io::Read;
use std::path::Path;

/// A file: its length and print, and what the system tells of it.
pub(crate) type File = (String, Value);

/// The files that were converted.
#[derive(Default)]
pub(super) struct Whole(Map<String, Value>);

impl Whole {
    /// The entry of a file, if it was converted, with what the system tells of it now.
    pub(super) fn find(&self, path: &Path) -> Option<File> {
        let about = about(path)?;
        if let Some(found) = self.0.iter().find(|(_, known)| **known == about) {
            return Some((found.0.clone(), about));
        }
        // Reading it is worth it only if an entry can be its own.
        let len = format!("{}-", fs::metadata(path).ok()?.len());
        self.0.keys().find(|key| key.starts_with(&len))?;
        identify(path).filter(|(key, _)| self.0.contains_key(key))
    }

    /// Whether there is this entry.
    pub(super) fn holds(&self, (key, about): &File) -> bool {
        self.0.get(key) == Some(about)
    }

    pub(super) fn add(&mut self, (key, about): File) {
        self.0.insert(key, about);
    }

    pub(super) fn add_all(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Takes over what [`Whole::line`] gave; `None` if it is something else.
    pub(super) fn extend(&mut self, line: Value) -> Option<()> {
        let Value::Object(entries) = line else { return None };
        self.0.extend(entries);
        Some(())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn line(&self) -> Value {
        Value::Object(self.0.clone())
    }
}

/// Reads a file to know it again; `None` if it cannot be read, or is not a regular file.
pub(crate) fn identify(path: &Path) -> Option<File> {
    let about = about(path)?;
    let mut file = fs::File::open(path).ok()?;
    let mut buffer = vec![0; 1 << 16];
    let (mut len, mut hash) = (0_u64, super::printed::Hash::default());
    loop {
        match file.read(&mut buffer).ok()? {
            0 => return Some((format!("{len}-{:016x}", hash.0), about)),
            count => {
                len += count as u64;
                hash.add(&buffer[..count]);
            }
        }
    }
}

/// What the system tells of a regular file. The time of the last change of any kind covers what keeps the others.
fn about(path: &Path) -> Option<Value> {
    let about = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    let Identity { device, inode, birth } = Identity::of(&about);
    let times = files::times(&about);
    Some(json!([device, inode, birth, about.len(), times]))
}
