//! The file that the path leads to, as far as is known.
//!
//! In: the results of polling and reading. Out: whether it can be read, and whether its first lines were returned:
//! until then, files that were rotated away unseen may come first. It is a single state, so that a missing log cannot
//! be broken, and a broken one is not read.

use super::generation::Generation;
use serde_json::Value;
use std::time::Instant;

/// The log.
#[derive(Default)]
pub(super) enum Live {
    /// There is none, or none that could be opened.
    #[default]
    Absent,
    /// It was unchanged at the last poll.
    Reading(Current),
    /// It has changed or cannot be read since this time. Its successor is being searched for.
    Broken(Current, Instant),
}

/// An existing log.
pub(super) struct Current {
    pub(super) file: Generation,
    pub(super) start: Start,
}

/// The state of a log's first lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// None of them was returned.
    Unread,
    /// They wait for an archive with the lines before them.
    Held,
    /// They were returned.
    Begun,
}

impl Live {
    /// A log whose first lines are unread, or one that is read after them.
    pub(super) fn new(file: Generation, has_begun: bool) -> Self {
        Self::Reading(Current { file, start: if has_begun { Start::Begun } else { Start::Unread } })
    }

    fn current(&self) -> Option<&Current> {
        match self {
            Self::Absent => None,
            Self::Reading(current) | Self::Broken(current, _) => Some(current),
        }
    }

    pub(super) fn file(&self) -> Option<&Generation> {
        self.current().map(|current| &current.file)
    }

    pub(super) fn file_mut(&mut self) -> Option<&mut Generation> {
        match self {
            Self::Absent => None,
            Self::Reading(current) | Self::Broken(current, _) => Some(&mut current.file),
        }
    }

    /// The log, if it can be read.
    pub(super) fn reading(&mut self) -> Option<&mut Current> {
        if let Self::Reading(current) = self { Some(current) } else { None }
    }

    /// Takes the log, if it can be read.
    pub(super) fn take_reading(&mut self) -> Option<Current> {
        match std::mem::take(self) {
            Self::Reading(current) => Some(current),
            other => {
                *self = other;
                None
            }
        }
    }

    pub(super) fn into_file(self) -> Option<Generation> {
        match self {
            Self::Absent => None,
            Self::Reading(current) | Self::Broken(current, _) => Some(current.file),
        }
    }

    /// Whether lines of it were returned.
    pub(super) fn has_begun(&self) -> bool {
        self.current().is_some_and(|current| current.start == Start::Begun)
    }

    /// The time since when it is broken.
    pub(super) fn broken_since(&self) -> Option<Instant> {
        if let Self::Broken(_, since) = self { Some(*since) } else { None }
    }

    /// Whether a change is expected that may not cause an event.
    pub(super) fn is_waiting(&self) -> bool {
        matches!(self, Self::Broken(..) | Self::Reading(Current { start: Start::Held, .. }))
    }

    /// Whether it was read completely, and not written to since.
    pub(super) fn is_quiet(&self) -> bool {
        matches!(self, Self::Reading(Current { file, start: Start::Begun }) if file.file().is_some() && !file.has_news())
    }

    /// Marks it as broken; keeps the earlier time if it is broken already.
    pub(super) fn breaks(&mut self, now: Instant) {
        if let Some(current) = self.take_reading() {
            *self = Self::Broken(current, now);
        }
    }

    /// Marks it as broken with a new time.
    pub(super) fn breaks_anew(&mut self, now: Instant) {
        self.mends();
        self.breaks(now);
    }

    /// Marks it as readable again.
    pub(super) fn mends(&mut self) {
        *self = match std::mem::take(self) {
            Self::Broken(current, _) => Self::Reading(current),
            other => other,
        };
    }

    /// The read position.
    pub(super) fn save(&self) -> Value {
        self.file().map_or(Value::Null, |file| file.save(self.has_begun(), true))
    }
}

#[cfg(test)]
mod tests {
    use crate::follow::Follower;
    use crate::source::{Block, Source};
    use std::fs;
    use std::io::Write;
    use std::sync::Arc;
    use std::time::{Duration, Instant};

    #[test]
    fn a_file_that_was_found_rotated_away_and_is_the_log_again_is_not_read_twice() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let file = |name: &str| folder.path().join(name);
        let log = file("billmgr.log");
        let line = |number| format!("Jun 25 09:07:51 [1:2] m INFO line {number}\n");
        fs::write(&log, "").expect("log");
        let mut follower = Follower::new(&log, Arc::new(Source::log("billmgr.log")));
        let mut block = Block::new(Arc::clone(follower.source()));
        let (mut now, mut read) = (Instant::now(), String::new());
        let mut read_on = |follower: &mut Follower| {
            for _ in 0..3 {
                now += Duration::from_millis(200);
                while follower.read(now, &mut block).expect("read") {
                    read += &String::from_utf8_lossy(block.bytes());
                }
            }
            read.clone()
        };
        // A log that existed between two polls.
        fs::rename(&log, file("billmgr.log.1")).expect("rename");
        fs::write(file("billmgr.log.2"), line(1)).expect("log");
        fs::write(&log, line(2)).expect("log");
        assert_eq!(read_on(&mut follower), line(1) + &line(2));
        fs::rename(&log, file("billmgr.log.3")).expect("rename");
        fs::rename(file("billmgr.log.2"), &log).expect("rename");
        fs::write(file("billmgr.log.4"), line(3)).expect("file");
        fs::File::options().append(true).open(&log).expect("log").write_all(line(4).as_bytes()).expect("log");
        let read = read_on(&mut follower);
        assert_eq!(read.matches("line 1").count(), 1, "{read}");
        assert!(read.contains("line 4"), "{read}");
    }
}
