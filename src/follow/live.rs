//! The file that the path leads to, as far as is known.
//!
//! In: what looking and reading found out about it. Out: whether it can be read, and whether its first lines were handed
//! out: before that, files that were rotated away unseen may come first. One state, so that a log that is gone cannot be
//! broken and one that is broken is not read.

use super::generation::Generation;
use serde_json::Value;
use std::time::Instant;

/// The log.
#[derive(Default)]
pub(super) enum Live {
    /// There is none, or none that could be opened.
    #[default]
    Absent,
    /// It was what it had been when it was last looked at.
    Reading(Current),
    /// It is not what was read, or cannot be read, since then. What comes in its place is being searched for.
    Broken(Current, Instant),
}

/// A log that is there.
pub(super) struct Current {
    pub(super) file: Generation,
    pub(super) start: Start,
}

/// What became of a log's first lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// None of them was handed out.
    Unread,
    /// They wait for an archive that has what comes before them.
    Held,
    /// They were handed out.
    Begun,
}

impl Live {
    /// A log of which nothing was handed out, or one that is read on behind its first lines.
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

    /// Takes out the log, if it can be read.
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

    /// Whether lines of it were handed out.
    pub(super) fn has_begun(&self) -> bool {
        self.current().is_some_and(|current| current.start == Start::Begun)
    }

    /// Since when it is not what was read.
    pub(super) fn broken_since(&self) -> Option<Instant> {
        if let Self::Broken(_, since) = self { Some(*since) } else { None }
    }

    /// Whether something is expected of which no event may tell.
    pub(super) fn is_waiting(&self) -> bool {
        matches!(self, Self::Broken(..) | Self::Reading(Current { start: Start::Held, .. }))
    }

    /// Whether it is read up, and was not written to since.
    pub(super) fn is_quiet(&self) -> bool {
        matches!(self, Self::Reading(Current { file, start: Start::Begun }) if file.file().is_some() && !file.has_news())
    }

    /// It is not what was read; if that was known already, since when it was.
    pub(super) fn breaks(&mut self, now: Instant) {
        if let Some(current) = self.take_reading() {
            *self = Self::Broken(current, now);
        }
    }

    /// It is waited for anew.
    pub(super) fn breaks_anew(&mut self, now: Instant) {
        self.mends();
        self.breaks(now);
    }

    /// It is what was read.
    pub(super) fn mends(&mut self) {
        *self = match std::mem::take(self) {
            Self::Broken(current, _) => Self::Reading(current),
            other => other,
        };
    }

    /// Where reading stands.
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
        // A log that came and went unseen.
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
