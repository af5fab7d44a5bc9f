//! Orders rotated files by age.
//!
//! In: files beside the log. Out: the same files, oldest first. The time of the last write is not reliable: a packed
//! copy that is still being written, or whose packer does not set its time, is newer than the log after it. So the
//! numbers in the names decide, if all names are of one kind. Dates grow; whether other numbers grow or `.1` is always
//! the newest is derived from the times of the existing files, plain and packed ones separately.

use super::generation::Generation;
use super::names;
use super::siblings::{self, Sibling};
use std::fs;
use std::path::Path;
use std::time::SystemTime;

pub(super) fn oldest_first(log: &Path, files: &mut [Sibling]) {
    files.sort_by(|a, b| written(a).cmp(&written(b)).then_with(|| a.path.cmp(&b.path)));
    let Some(kind) = files.first().map(kind).filter(|_| files.len() > 1) else { return };
    if kind.is_none() || files.iter().any(|file| self::kind(file) != kind) {
        return;
    }
    let direction = if kind == Some(Kind::Date) { 1 } else { direction(log, kind) };
    match direction {
        0 => {}
        1.. => files.sort_by(|a, b| a.rotation.cmp(&b.rotation)),
        _ => files.sort_by(|a, b| b.rotation.cmp(&a.rotation)),
    }
}

/// The time of its last write, as far as the disk shows it: a packed copy is not older than its file.
fn written(file: &Sibling) -> u64 {
    let birth = file.identity.birth.filter(|_| names::is_packed(&file.path));
    birth.map_or(file.stamp.modified, |birth| birth.min(file.stamp.modified))
}

impl Generation {
    /// The time of its last write, as far as the disk shows it: a packed copy is not older than its file.
    pub(super) fn modified(&self) -> Option<SystemTime> {
        if let Some(file) = self.file() {
            return file.metadata().and_then(|about| about.modified()).ok();
        }
        let about = fs::metadata(&self.path).ok()?;
        let modified = about.modified().ok()?;
        Some(about.created().map_or(modified, |birth| birth.min(modified)))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Date,
    /// A fixed count of numbers.
    Numbers(usize),
}

fn kind(file: &Sibling) -> Option<Kind> {
    match file.rotation.as_deref()? {
        [] => None,
        [1970..=9999, 1..=12, 1..=31, ..] | [19_700_101..=99_991_231, ..] => Some(Kind::Date),
        numbers => Some(Kind::Numbers(numbers.len())),
    }
}

/// Positive if greater numbers are newer, negative if smaller ones are.
fn direction(log: &Path, kind: Option<Kind>) -> i32 {
    let mut files = siblings::list(log, |_, _| false);
    files.retain(|file| self::kind(file) == kind);
    files.sort_by(|a, b| a.rotation.cmp(&b.rotation));
    let (packed, plain): (Vec<_>, Vec<_>) = files.iter().partition(|file| names::is_packed(&file.path));
    [packed, plain]
        .iter()
        .flat_map(|files| files.windows(2))
        .map(|pair| written(pair[1]).cmp(&written(pair[0])) as i32)
        .sum()
}
