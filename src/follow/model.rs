//! Random actions on real files, checked against a small model: written lines must come out once and in order, except
//! for those that no reader could have got. Tests and a fuzzer choose the actions.

#[cfg(test)]
mod tests;
mod world;

use std::path::PathBuf;
use world::World;

/// An action on a log.
#[derive(Debug, Clone)]
enum Action {
    Write {
        lines: u8,
        padding: u8,
    },
    /// The start of a line, without its end.
    Part,
    /// A write by a writer that still has the file before the last rename open.
    WriteOld,
    Rename,
    Delete,
    CopyTruncate,
    /// A rotation as the panel does it.
    Archive {
        packed: bool,
        late: bool,
    },
    /// Truncation without an archive.
    Truncate,
    Hole,
    /// The same text under a new inode.
    CopyUp,
    Link,
    FolderAway,
    /// Renamed, and recreated only after a poll.
    Absent,
    /// Bytes at the end are cut off.
    Shrink,
    /// The program is killed and continues from its saved position.
    Restart,
    Read {
        millis: u16,
    },
    /// Read as far as the next lines: what comes next happens between two of them.
    ReadOn {
        millis: u16,
    },
}

/// Performs the actions that each two bytes encode in this empty folder, at most forty, and checks the output.
///
/// # Panics
/// A line is missing, repeated or out of order.
pub fn run(home: PathBuf, bytes: &[u8]) {
    let mut world = World::new(home);
    for pair in bytes.chunks_exact(2).take(40) {
        world.act(&Action::of(pair[0], pair[1]));
    }
    world.check();
}

impl Action {
    fn of(kind: u8, value: u8) -> Self {
        match kind % 25 {
            0..=4 => Self::Write { lines: 1 + value % 3, padding: value / 8 },
            5 => Self::Part,
            6 => Self::WriteOld,
            7 | 8 => Self::Rename,
            9 => Self::Delete,
            10 => Self::CopyTruncate,
            11 | 12 => Self::Archive { packed: value & 1 > 0, late: value & 2 > 0 },
            13 => Self::Truncate,
            14 => Self::Hole,
            15 => Self::CopyUp,
            16 => Self::Link,
            17 => Self::FolderAway,
            18 => Self::Absent,
            19 => Self::Shrink,
            20 => Self::Restart,
            24 => Self::ReadOn { millis: 2 * u16::from(value) },
            _ => Self::Read { millis: 2 * u16::from(value) },
        }
    }
}
