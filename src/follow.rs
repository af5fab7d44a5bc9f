//! The follower: returns each line that is written to a log once and in order, whatever happens to the file.
//!
//! In: the log's path, and the time. Out: [`Block`]s of whole lines, and [`FollowNote`]s. It has no threads and no
//! clock; the caller of [`Follower::read`] decides when to poll, and file system events only make it poll sooner. All
//! its information comes from the files themselves.
//!
//! Guarantees: a completed line is returned exactly once if it can still be read anywhere at a poll: in the log, in a
//! file that a rotation created from it, or in the archive that the panel created from it. Lines of one writer stay in
//! order. To keep the order, the newest file is checked first and read last, and only up to its length at that check:
//! everything written to an older file before that is returned before. If neither of two files was read yet and neither
//! names the other, the numbers in their names decide which is older, or else the time of their last change; late lines
//! in one of them or equal times can make that decision wrong.

mod age;
pub(crate) mod archives;
mod drain;
mod generation;
mod identity;
mod join;
mod known;
mod live;
mod look;
#[cfg(any(test, fuzzing))]
pub mod model;
mod names;
mod note;
mod old;
mod position;
mod resolve;
mod search;
mod siblings;
mod unseen;

use identity::Mark;
pub use identity::{Fingerprint, Identity};
pub use note::FollowNote;
pub use position::Position;

use crate::source::{Block, Source};
use drain::Drained;
use generation::{CHUNK, Generation, Start};
use known::Known;
use live::{Current, Live};
use old::Old;
use search::Awaited;
use siblings::Sibling;
use std::collections::VecDeque;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

/// How long a file is polled after it was the log: writers that opened it continue for a while.
const LATE: Duration = Duration::from_secs(5);

/// How long to wait for an archive that must exist but does not, or is incomplete.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long a copy must stay the same length to count as complete.
const SETTLED: Duration = Duration::from_millis(100);

/// How long the log must be missing before a note reports it.
const GONE: Duration = Duration::from_secs(1);

/// The maximum number of polls in one call.
const LOOKS: usize = 16;

/// The maximum number of files that are read before the live log at one time: each is open.
const OPEN: usize = 64;

/// Files that one search finds at most. Few in the model's tests, so that its short histories have more; not for the fuzzer,
/// because of a known defect: a line that a rotation cuts can be lost if more unread files wait than one search finds.
const FOUND: usize = if cfg!(test) { 3 } else { OPEN };

/// The maximum number of positions in retired files that are kept, the newest ones.
const RETIRED: usize = 4096;

/// Follows one log.
pub struct Follower {
    path: PathBuf,
    source: Arc<Source>,
    live: Live,
    /// The archive that was awaited last.
    awaited: Option<Awaited>,
    /// The files to read before the live log, oldest first.
    old: VecDeque<Old>,
    /// Whether there are more such files, to be searched for once these were read.
    more: bool,
    /// Files that must not be read from their start.
    known: Known,
    /// Positions in files that are no longer polled.
    retired: VecDeque<Mark>,
    notes: Vec<FollowNote>,
    /// The total size of the files beside the log at the last search for an archive.
    archived: u64,
    absence: Option<Absence>,
    unreadable: Option<String>,
    /// Length and time of the live log at the last comparison of its text, and the time of that comparison.
    compared: Option<(u64, SystemTime, Instant)>,
    /// Whether the live log was read ahead since the last poll.
    ahead: bool,
    /// Whether to stop waiting for anything.
    hurry: bool,
    buffer: Vec<u8>,
}

/// The state while the path leads nowhere.
struct Absence {
    since: Instant,
    reported: bool,
}

impl Follower {
    /// Follows from the current end of the log, or from the start of a log that is created later.
    pub fn new(path: &Path, source: Arc<Source>) -> Self {
        let mut follower = Self::empty(path, source);
        follower.start();
        follower
    }

    fn empty(path: &Path, source: Arc<Source>) -> Self {
        Self {
            path: path.to_owned(),
            source,
            live: Live::Absent,
            awaited: None,
            old: VecDeque::new(),
            more: false,
            known: Known::default(),
            retired: VecDeque::new(),
            notes: Vec::new(),
            archived: 0,
            absence: None,
            unreadable: None,
            compared: None,
            ahead: false,
            hurry: false,
            buffer: vec![0; CHUNK],
        }
    }

    fn start(&mut self) {
        let about = fs::metadata(&self.path).ok();
        match Generation::open(&self.path, &self.source).and_then(|mut live| live.go_to_end().map(|()| live)) {
            Ok(live) => {
                let has_begun = live.read_to() > 0;
                self.live = Live::new(live, has_begun);
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => {
                self.unreadable(&error);
                // Its current content predates the start, even if it cannot be read yet.
                if let Some(about) = about {
                    self.live = Live::new(Generation::unopened(&self.path, &about, &self.source), false);
                }
            }
        }
        let here = self.live.file().map(|live| live.identity);
        for sibling in self.beside().into_iter().filter(|sibling| Some(sibling.identity) != here) {
            let start = Start::of(&sibling.path).ok().filter(|start| start.identity == sibling.identity);
            self.known.settle(sibling.identity, sibling.stamp, start.as_ref().map(|start| &*start.head));
        }
    }

    /// The files beside the log that may have new content.
    fn beside(&self) -> Vec<Sibling> {
        siblings::list(&self.path, |identity, stamp| self.known.is_settled(identity, stamp))
    }

    /// The log as it was opened, and the offset where following starts: everything before it is history.
    pub fn history(&self) -> Option<(&File, u64)> {
        let live = self.live.file()?;
        live.file().map(|file| (file, live.offset()))
    }

    /// The log's path, as given.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The log's name and panel.
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// The folders in which the log can change. Some may not exist.
    pub fn folders(&self) -> Vec<PathBuf> {
        siblings::folders(&self.path)
    }

    /// The notes since the last call.
    pub fn take_notes(&mut self) -> Vec<FollowNote> {
        std::mem::take(&mut self.notes)
    }

    /// Whether a change is expected that may not cause an event, so that the caller should poll again soon.
    pub fn is_waiting(&self) -> bool {
        self.live.is_waiting() || self.old.iter().any(Old::is_settling)
    }

    /// Whether a poll may find anything. Returns false after one system call if the log has been read completely, and
    /// no other file is open or expected. It does not check whether the log was renamed.
    pub fn has_news(&self) -> bool {
        !self.live.is_quiet() || !self.old.iter().all(Old::is_quiet)
    }

    /// Stops waiting from now on: anything that cannot be found at once counts as lost.
    pub fn hurry(&mut self) {
        self.hurry = true;
    }

    /// Allows reading the open log up to its current length before anything else is checked: nearly every event means
    /// just that. At most once between two polls, and only if no older file can have earlier lines.
    fn read_ahead(&mut self) {
        if !self.old.is_empty() || self.ahead || !self.live.has_begun() {
            return;
        }
        if let Some(Current { file: live, .. }) = self.live.reading() {
            self.ahead = true;
            let len = live.file().and_then(|file| file.metadata().ok()).map_or(0, |about| about.len());
            live.limit = live.limit.max(len);
        }
    }

    /// Replaces the content of `block` with the next lines; returns false if there are none now.
    ///
    /// # Errors
    /// Errors of reading, except that the log is missing or must not be read.
    pub fn read(&mut self, now: Instant, block: &mut Block) -> io::Result<bool> {
        let mut looked = false;
        self.read_ahead();
        // A log that is rotated without pause is polled again at the next wake-up.
        for _ in 0..LOOKS {
            match self.drain(now, block)? {
                Drained::Lines => return Ok(true),
                Drained::Nothing if looked => break,
                Drained::Nothing | Drained::Moved => self.look(now)?,
            }
            looked = true;
        }
        Ok(false)
    }
}
