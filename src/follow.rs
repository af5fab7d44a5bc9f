//! The follower: hands out each line that is written to a log once and in order, whatever becomes of the file.
//!
//! In: the log's path, and the time. Out: [`Block`]s of whole lines, and [`FollowNote`]s. It has no threads and no
//! clock; whoever calls [`Follower::read`] decides when to look, and an event of the file system is only a reason to
//! look sooner. All it knows it takes from the files themselves.
//!
//! What it promises: a line that was completed is handed out once if it can still be read anywhere when the follower
//! looks: in the log, in a file that a rotation made of it, or in the archive that the panel made of it. Lines of
//! one writer keep their order. To keep it, the newest file is looked at first and read last, and only as far as it
//! had grown at that look: whatever was written to an older file before that is handed out before. Which of two files is
//! older is told by the numbers in their names or else by the time of their last change, if neither was read yet and neither
//! names the other: late lines in one of them mislead that, and so do equal times.

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

/// How long a file that is no longer the log is looked at: writers that opened it go on for a while.
const LATE: Duration = Duration::from_secs(5);

/// How long an archive is waited for that must exist but does not, or is not whole.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long a copy must not have grown to be whole.
const SETTLED: Duration = Duration::from_millis(100);

/// How long the log is missing before it is worth a note.
const GONE: Duration = Duration::from_secs(1);

/// Looks at most in one call.
const LOOKS: usize = 16;

/// Files that are read before the live log at one time: each is open.
const OPEN: usize = 64;

/// Files that one search finds at most. Few in the model, so that its short histories have more.
const FOUND: usize = if cfg!(any(test, fuzzing)) { 3 } else { OPEN };

/// Positions in files that are no longer looked at, the newest ones.
const RETIRED: usize = 4096;

/// Follows one log.
pub struct Follower {
    path: PathBuf,
    source: Arc<Source>,
    live: Live,
    /// The archive that was waited for last.
    awaited: Option<Awaited>,
    /// What is read before the live log, oldest first.
    old: VecDeque<Old>,
    /// Whether there are more such files, to be searched for when these were read.
    more: bool,
    /// Never to be read whole.
    known: Known,
    /// Positions in files that are no longer looked at.
    retired: VecDeque<Mark>,
    notes: Vec<FollowNote>,
    /// Bytes beside the log when an archive was last looked for.
    archived: u64,
    absence: Option<Absence>,
    unreadable: Option<String>,
    /// Length and time of the live log when its text was last compared, and when that was.
    compared: Option<(u64, SystemTime, Instant)>,
    /// The live log was read ahead since the last look.
    ahead: bool,
    /// Nothing is waited for any more.
    hurry: bool,
    buffer: Vec<u8>,
}

/// The path leads nowhere.
struct Absence {
    since: Instant,
    told: bool,
}

impl Follower {
    /// Follows from the end of what is there, or from the start of a log that comes later.
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
                // What it holds now came before the start, even if it cannot be read yet.
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

    /// The files beside the log that may have something new.
    fn beside(&self) -> Vec<Sibling> {
        siblings::list(&self.path, |identity, stamp| self.known.is_settled(identity, stamp))
    }

    /// The log as it was opened, and where following starts: what stands before is history.
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

    /// The folders in which something can happen to the log. Some may not exist.
    pub fn folders(&self) -> Vec<PathBuf> {
        siblings::folders(&self.path)
    }

    /// What there is to tell since the last time.
    pub fn take_notes(&mut self) -> Vec<FollowNote> {
        std::mem::take(&mut self.notes)
    }

    /// Whether something is expected that no event may tell of, so that looking again soon is worth it.
    pub fn is_waiting(&self) -> bool {
        self.live.is_waiting() || self.old.iter().any(Old::is_settling)
    }

    /// Whether a look may find something. False costs one question to the system: the log holds what was read, and nothing
    /// else is open or expected. What became of its name is not looked at.
    pub fn has_news(&self) -> bool {
        !self.live.is_quiet() || !self.old.iter().all(Old::is_quiet)
    }

    /// From now on nothing is waited for: what cannot be found at once counts as lost.
    pub fn hurry(&mut self) {
        self.hurry = true;
    }

    /// Lets the open log be read as far as it goes now, before anything else is looked at: that is what an event tells of
    /// nearly always. Once between two looks, and only if no older file could have lines that come before.
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

    /// The next lines, in place of what `block` held; false if there are none now.
    ///
    /// # Errors
    /// What reading reports, other than that the log is missing or may not be read.
    pub fn read(&mut self, now: Instant, block: &mut Block) -> io::Result<bool> {
        let mut looked = false;
        self.read_ahead();
        // A log that is rotated without pause is looked at again at the next wake-up.
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
