//! Files that cannot grow, such as packed logs; each is converted once.
//!
//! In: paths. Out: entries to store, and whether a file has one. A file is identified by its content, because
//! rotations rename archives; a changed file is another file. To avoid reading every archive at every start, the entry
//! includes the file's metadata: while these are unchanged, so is the file.

use crate::sys::files;
use mgr2api::internal::Identity;
use serde_json::{Map, Value, json};
use std::fs;
use std::io::Read;
use std::path::Path;

/// A file: its length and fingerprint, and its metadata.
pub(crate) type File = (String, Value);

/// The files that were converted.
#[derive(Default)]
pub(super) struct Whole(Map<String, Value>);

impl Whole {
    /// The entry of a converted file, with its current metadata.
    pub(super) fn find(&self, path: &Path) -> Option<File> {
        let about = about(path)?;
        if let Some(found) = self.0.iter().find(|(_, known)| **known == about) {
            return Some((found.0.clone(), about));
        }
        // Read the file only if an entry has its length.
        let len = format!("{}-", fs::metadata(path).ok()?.len());
        self.0.keys().find(|key| key.starts_with(&len))?;
        identify(path).filter(|(key, _)| self.0.contains_key(key))
    }

    /// Whether this exact entry exists.
    pub(super) fn holds(&self, (key, about): &File) -> bool {
        self.0.get(key) == Some(about)
    }

    pub(super) fn add(&mut self, (key, about): File) {
        self.0.insert(key, about);
    }

    pub(super) fn add_all(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Adds the entries of a [`Whole::line`]; `None` if the value is not one.
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

/// Reads a file to identify it; `None` if it is unreadable or not a regular file.
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

/// The metadata of a regular file. The time of the last status change detects changes that keep all other values.
fn about(path: &Path) -> Option<Value> {
    let about = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    let Identity { device, inode, birth } = Identity::at(path, &about);
    let times = files::times(&about);
    Some(json!([device, inode, birth, about.len(), times]))
}
