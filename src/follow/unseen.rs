//! Searches for rotated files that were never read.
//!
//! In: the file that the path leads to now, and the files beside it. Out: generations to be read, oldest first, and how
//! many of them come before the file that was read last. That file is among them under its new name, so the same rules
//! give its place: names before times, because times can be equal.

use super::generation::{Generation, Handle, Start};
use super::identity::Identity;
use super::join::first_line;
use super::old::Old;
use super::siblings::{Sibling, TRIES};
use super::{FOUND, Follower, age, names};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

/// Files that were never read.
#[derive(Default)]
pub(super) struct Unseen {
    /// Oldest first.
    pub(super) files: Vec<Generation>,
    /// The number of them that are older than the file that was read last.
    pub(super) older: usize,
    /// Whether there are more, newer than these, to be searched for once these were read.
    pub(super) more: bool,
}

impl Unseen {
    /// Removes all that are not older than the file that was read last.
    pub(super) fn keep_older(&mut self) {
        self.more &= self.older == self.files.len();
        self.files.truncate(self.older);
    }
}

/// The data that gives the place of a file among others: its name, if it is beside them, or else the time of its last
/// write.
#[derive(Clone, Copy)]
pub(super) struct Place {
    identity: Identity,
    modified: Option<SystemTime>,
}

impl Place {
    pub(super) fn of(file: &Generation) -> Self {
        Self { identity: file.identity, modified: file.modified() }
    }

    /// The number of these files that were last written to before it.
    pub(super) fn among(self, files: &[Generation]) -> usize {
        files.iter().take_while(|file| file.modified() <= self.modified).count()
    }
}

impl Follower {
    /// The log that was truncated, written to and then moved or deleted: a new text behind the open handle.
    pub(super) fn emptied(&self, next: &Generation, holds: bool) -> io::Result<Option<Generation>> {
        let live = self.live.file().filter(|live| !holds && live.identity != next.identity);
        let Some((live, file)) = live.and_then(|live| Some((live, live.file()?))) else { return Ok(None) };
        let handle = Handle::Plain(file.try_clone()?);
        let mut emptied = Generation::new(handle, &live.path, live.identity, Arc::clone(&live.source));
        emptied.peek()?;
        // The new file may be a copy of it.
        Ok(Some(emptied).filter(|emptied| emptied.head.is_empty() || !next.head.starts_with(&emptied.head)))
    }

    /// Rotated files that were never read, and which of them are older than the file `last`; not all at once if there
    /// are very many.
    pub(super) fn unseen(
        &mut self,
        next: &Generation,
        mut beside: Vec<Sibling>,
        last: Option<Place>,
    ) -> io::Result<Unseen> {
        for _ in 0..TRIES {
            if let Some(unseen) = self.unseen_of(next, beside, last, false)? {
                return Ok(unseen);
            }
            beside = self.beside();
        }
        // Some file systems give a file another identity each time.
        self.unseen_of(next, beside, last, true).map(Option::unwrap_or_default)
    }

    /// `None` if files were renamed or deleted meanwhile, unless `anyway` accepts that.
    fn unseen_of(
        &mut self,
        next: &Generation,
        mut files: Vec<Sibling>,
        last: Option<Place>,
        anyway: bool,
    ) -> io::Result<Option<Unseen>> {
        // The log that was emptied and moved: writers may still have it open, so it is worth polling even without text.
        let emptied = self.live.file().filter(|live| !live.holds().unwrap_or(false)).map(|live| live.identity);
        let is_last =
            |file: &Sibling| last.is_some_and(|last| last.identity == file.identity) && file.rotation.is_some();
        let is_worth_reading = |file: &Sibling| {
            // Exclude the log itself, whatever its name.
            file.identity != next.identity
                && (emptied == Some(file.identity) || (file.rotation.is_some() && file.stamp.len > 0))
        };
        files.retain(|file| is_last(file) || is_worth_reading(file));
        age::oldest_first(&self.path, &mut files);
        let last_path = files.iter().find(|file| is_last(file)).map(|file| file.path.clone());
        let (mut unseen, mut more): (Vec<Generation>, bool) = (Vec::new(), false);
        for file in files {
            if unseen.len() == FOUND {
                more = true;
                break;
            }
            let start = match Start::of(&file.path) {
                Ok(start) if anyway || start.identity == file.identity => start,
                Err(error) if anyway || error.kind() != ErrorKind::NotFound => continue,
                // The file may have a name now that was not listed.
                _ => return Ok(None),
            };
            let is_emptied = emptied == Some(file.identity) && start.head.is_empty();
            let is_taken = is_emptied || is_last(&file);
            if !is_taken && (start.head.is_empty() || file.rotation.is_none() || self.is_read(next, &start.head)?) {
                continue;
            }
            if !is_taken && self.known.has(start.identity, &start.head) {
                // Skip it until it changes.
                self.known.settle(start.identity, file.stamp, Some(&start.head));
                continue;
            }
            let found = match Generation::archive(&file.path, &self.archive_source(&file.path)) {
                Ok(found) => found,
                Err(_) if anyway => continue,
                Err(_) => return Ok(None),
            };
            match unseen.iter_mut().find(|other| !other.head.is_empty() && other.head == found.head) {
                // The packer deletes a plain file only when the packed one is complete.
                Some(other) if other.file().is_none() || found.file().is_some() => *other = found,
                Some(_) => {}
                None => unseen.push(found),
            }
        }
        // An archive that another file's first line names is older than that file, whatever their times.
        for _ in 0..unseen.len() {
            for later in 1..unseen.len() {
                if names(&self.path, &unseen[later - 1], &unseen[later].path) {
                    unseen.swap(later - 1, later);
                }
            }
        }
        // Compare paths: some file systems give a file another identity each time.
        let place = last_path.as_ref().and_then(|path| unseen.iter().position(|file| file.path == *path));
        let older = match (place, last) {
            (Some(place), _) => {
                unseen.remove(place);
                place
            }
            // The last file comes after these.
            (None, Some(_)) if last_path.is_some() && more => unseen.len(),
            (None, Some(last)) => last.among(&unseen),
            (None, None) => 0,
        };
        Ok(Some(Unseen { files: unseen, older, more }))
    }

    /// Whether a file with this start is the log, or one of the files that are being read.
    fn is_read(&self, next: &Generation, head: &[u8]) -> io::Result<bool> {
        // Read after the candidate's head, so that a copy of the log is never longer than the log.
        let is_now = |other: &Generation| other.head_now().is_ok_and(|other| other == head);
        let is_live = self.live.file().is_some_and(|live| {
            let holds = live.holds().unwrap_or(false);
            // A file that was only peeked at and then rotated away was not read, nor was text written after it was
            // emptied.
            ((holds || live.has_rest()) && live.head == head) || (holds && is_now(live))
        });
        let is_old = || self.old.iter().map(Old::file).any(|other| other.head == head || is_now(other));
        Ok(is_live || next.head_now()?.starts_with(head) || is_old())
    }
}

/// Whether the first line of a generation names this file.
fn names(log: &Path, newer: &Generation, older: &Path) -> bool {
    names::named_archive(log, first_line(&newer.head)).is_some_and(|name| names::is_named(older, &name))
}

#[cfg(test)]
mod tests {
    use crate::follow::Follower;
    use crate::source::{Block, Source};
    use std::fs::{self, File};
    use std::sync::Arc;
    use std::time::{Duration, Instant, SystemTime};

    #[test]
    fn files_that_were_written_to_at_the_same_time_are_read_in_the_order_of_their_names() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let file = |name: &str| folder.path().join(name);
        let log = file("billmgr.log");
        let line = |number| format!("Jun 25 09:07:51 [1:2] m INFO line {number}\n");
        fs::write(&log, "").expect("log");
        let mut follower = Follower::new(&log, Arc::new(Source::log("billmgr.log")));
        fs::write(&log, line(1)).expect("log");
        for (number, name) in [(2, "billmgr.log-20260101"), (3, "billmgr.log-20260102")] {
            fs::rename(&log, file(name)).expect("rename");
            fs::write(&log, line(number)).expect("log");
        }
        // As on a disk that stores whole seconds.
        let time = SystemTime::now() - Duration::from_secs(60);
        for name in ["billmgr.log-20260101", "billmgr.log-20260102", "billmgr.log"] {
            File::options().append(true).open(file(name)).and_then(|file| file.set_modified(time)).expect("time");
        }
        let mut block = Block::new(Arc::clone(follower.source()));
        let (mut now, mut read) = (Instant::now(), String::new());
        for _ in 0..4 {
            now += Duration::from_millis(200);
            while follower.read(now, &mut block).expect("read") {
                read += &String::from_utf8_lossy(block.bytes());
            }
        }
        assert_eq!(read, line(1) + &line(2) + &line(3));
    }
}
