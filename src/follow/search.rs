//! Searches beside the log: for the rest of what was being read, and for files that were never seen.
//!
//! In: the generation that was read last and the file that the path leads to now. Out: generations to be read. What a
//! file is is decided by its text; its name only tells whether it is worth opening.

use super::generation::{Generation, Handle, Start};
use super::identity::HEAD;
use super::join::first_line;
use super::old::Old;
use super::siblings::{Sibling, TRIES};
use super::{FollowNote, Follower, OPEN, PATIENCE, age, names, siblings};
use crate::source::{Source, packed};
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

/// How the search for the rest of a generation ended.
pub(super) enum Rest {
    /// It is here.
    Found(Box<Generation>),
    /// An archive is not there yet, or not whole.
    Later,
    Nowhere,
}

/// An archive that is named and not there.
pub(super) struct Awaited {
    name: String,
    since: Instant,
    told: bool,
}

/// Whether a file that cannot be opened may be readable later: being written, or renamed a moment ago.
fn may_change(error: &io::Error) -> bool {
    error.kind() != ErrorKind::PermissionDenied && !packed::is_final(error)
}

impl Follower {
    /// Whether the archive that the log's first line names has the rest, but is not there yet.
    pub(super) fn is_rest_awaited(&self, live: &Generation, next: &Generation) -> bool {
        // A line that was there before names what was read before.
        let is_new = first_line(&live.head) != first_line(&next.head) || live.restored.is_some();
        let named = names::named_archive(&self.path, first_line(&next.head));
        named.filter(|_| is_new).is_some_and(|name| self.is_awaited(&name, live))
    }

    /// Looks for the file that has what comes after the last line read; `since` when it has been waited for.
    pub(super) fn rest_of(
        &mut self,
        live: &Generation,
        next: &Generation,
        beside: &[Sibling],
        awaited: bool,
        since: &mut Option<Instant>,
        now: Instant,
    ) -> Rest {
        let mark = live.mark(live.lines.is_read_again());
        // The file itself, else a copy: a packed one is whole only when the plain one is gone.
        let mut files: Vec<&Sibling> = beside.iter().collect();
        files.sort_by_key(|file| {
            let newest = std::cmp::Reverse(file.stamp.modified);
            (file.identity != mark.identity, names::is_packed(&file.path), newest)
        });
        let others = || files.iter().filter(|sibling| sibling.identity != next.identity);
        let newest = others().map(|file| file.stamp.modified).max();
        let (mut incomplete, mut unusable) = (false, None);
        for sibling in others() {
            match Generation::continued(&sibling.path, &mark, &self.archive_source(&sibling.path)) {
                Ok(Some(mut rest)) if !mark.is_blank() || rest.identity == mark.identity => {
                    rest.go_on_as(live);
                    return Rest::Found(Box::new(rest));
                }
                // Renamed meanwhile: another file has its name.
                Ok(_) if !sibling.is_there() => incomplete = true,
                Ok(_) => {}
                Err(error) => {
                    incomplete |= may_change(&error);
                    // The newest would be the one.
                    if Some(sibling.stamp.modified) == newest {
                        unusable = Some(FollowNote::archive(&sibling.path, &error));
                    }
                }
            }
        }
        let whole_line = next.head.contains(&b'\n') || next.head.len() == HEAD;
        let size = files.iter().map(|file| file.stamp.len).sum();
        if std::mem::replace(&mut self.archived, size) != size && since.is_some() {
            // Something is being written.
            *since = Some(now);
        }
        let in_time = !self.hurry && since.is_none_or(|since| now < since + PATIENCE);
        // The first line may name the archive, once it is there.
        let later = incomplete || awaited || (!whole_line && live.identity == next.identity);
        if later && in_time {
            return Rest::Later;
        }
        self.notes.extend(unusable);
        // The note on what is lost names it.
        let named = names::named_archive(&self.path, first_line(&next.head));
        self.awaited = named.map(|name| Awaited { name, since: since.unwrap_or(now), told: true });
        Rest::Nowhere
    }

    /// Whether what comes next waits for the archive that this log's first line names. Tells once if it never comes.
    pub(super) fn waits_for_archive(&mut self, next: &Generation, live: &Generation, now: Instant) -> bool {
        let named = names::named_archive(&self.path, first_line(&next.head));
        let Some(name) = named.filter(|name| self.is_awaited(name, live)) else { return false };
        let awaited = match &mut self.awaited {
            Some(awaited) if awaited.name == name => awaited,
            awaited => awaited.insert(Awaited { name, since: now, told: false }),
        };
        if !self.hurry && now < awaited.since + PATIENCE {
            return true;
        }
        let missing = siblings::places(&self.path, OsStr::new(&awaited.name)).is_empty();
        if missing && !std::mem::replace(&mut awaited.told, true) {
            let archive = Some(awaited.name.clone());
            self.notes.push(FollowNote::Truncated { at: 0, unread: 0, archive });
        }
        false
    }

    /// Whether the archive of this name is not there yet, or is not as much as it must be: a line, and all that was read if
    /// it has the start of that. The start of a line does not do: two archives that are being written may start alike.
    fn is_awaited(&self, name: &str, live: &Generation) -> bool {
        let mark = live.mark(false);
        let known = mark.offset.max(mark.head_at + mark.head.len as u64);
        siblings::places(&self.path, OsStr::new(name)).iter().all(|path| {
            let archive = match Generation::archive(path, &self.source) {
                Ok(archive) => archive,
                Err(error) => return may_change(&error),
            };
            let starts_alike = if archive.head.len() < mark.head.len {
                live.restored.is_some() || live.head.starts_with(&archive.head)
            } else {
                mark.head.starts(&archive.head)
            };
            if archive.head.is_empty() || mark.is_blank() || !starts_alike {
                return archive.head.len() < HEAD && !archive.head.contains(&b'\n');
            }
            match archive.file().map(File::metadata) {
                Some(about) => about.is_ok_and(|about| about.len() < known),
                None => Generation::continued(path, &mark, &self.source).is_err_and(|error| may_change(&error)),
            }
        })
    }

    /// Whether a longer copy lies beside the log: one that took its place, was written to and rotated, all unseen.
    pub(super) fn is_outgrown(&self, next: &Generation, beside: &[Sibling]) -> io::Result<bool> {
        let Some((live, file)) = self.live.file().and_then(|live| Some((live, live.file()?))) else {
            return Ok(false);
        };
        let (mark, len) = (live.mark(false), file.metadata()?.len());
        if mark.is_blank() || mark.offset < len {
            return Ok(false);
        }
        Ok(beside.iter().any(|other| {
            let distinct = other.identity != live.identity && other.identity != next.identity;
            distinct
                && Generation::continued(&other.path, &mark, &self.source)
                    .is_ok_and(|rest| rest.is_some_and(Generation::goes_on))
        }))
    }

    /// A copy of what was read that the new log names as its archive. It may still be written, so it is read on: what the
    /// copy that took the log's place was given before that was rotated too comes there.
    pub(super) fn named_copy(&self, next: &Generation, beside: &[Sibling]) -> Option<Generation> {
        let live = self.live.file().filter(|live| live.lines.partial().is_empty())?;
        let name = names::named_archive(&self.path, first_line(&next.head))?;
        let mark = Some(live.mark(false)).filter(|mark| !mark.is_blank())?;
        let copy = beside.iter().find(|other| {
            let distinct = other.identity != live.identity && other.identity != next.identity;
            distinct && names::is_named(&other.path, &name) && !names::is_packed(&other.path)
        })?;
        let mut copy = Generation::continued(&copy.path, &mark, &self.archive_source(&copy.path)).ok()??;
        copy.go_on_as(live);
        Some(copy)
    }

    /// The log that was truncated, written to and then moved or deleted: a text of its own behind the open handle.
    pub(super) fn emptied(&self, next: &Generation, holds: bool) -> io::Result<Option<Generation>> {
        let live = self.live.file().filter(|live| !holds && live.identity != next.identity);
        let Some((live, file)) = live.and_then(|live| Some((live, live.file()?))) else { return Ok(None) };
        let handle = Handle::Plain(file.try_clone()?);
        let mut emptied = Generation::new(handle, &live.path, live.identity, Arc::clone(&live.source));
        emptied.peek()?;
        // The new file may be a copy of it.
        Ok(Some(emptied).filter(|emptied| emptied.head.is_empty() || !next.head.starts_with(&emptied.head)))
    }

    /// Files that a rotation left and that were never read, oldest first; not all at once if they are very many.
    pub(super) fn unseen(&mut self, next: &Generation, mut beside: Vec<Sibling>) -> io::Result<Vec<Generation>> {
        for _ in 0..TRIES {
            if let Some(unseen) = self.unseen_of(next, beside, false)? {
                return Ok(unseen);
            }
            beside = self.beside();
        }
        // There are file systems that give a file another identity each time.
        self.unseen_of(next, beside, true).map(Option::unwrap_or_default)
    }

    /// None if files were renamed or deleted while they were looked at, unless that is to be taken as it is.
    fn unseen_of(
        &mut self,
        next: &Generation,
        mut files: Vec<Sibling>,
        anyway: bool,
    ) -> io::Result<Option<Vec<Generation>>> {
        // The log that was emptied and moved: writers may still have it open, so it is worth watching without text too.
        let emptied = self.live.file().filter(|live| !live.holds().unwrap_or(false)).map(|live| live.identity);
        // Not the very file, by whatever name.
        files.retain(|file| file.identity != next.identity);
        files.retain(|file| emptied == Some(file.identity) || (file.rotation.is_some() && file.stamp.len > 0));
        age::oldest_first(&self.path, &mut files);
        self.more = false;
        let mut unseen: Vec<Generation> = Vec::new();
        for file in files {
            if unseen.len() == OPEN {
                self.more = true;
                break;
            }
            let start = match Start::of(&file.path) {
                Ok(start) if anyway || start.identity == file.identity => start,
                Err(error) if anyway || error.kind() != ErrorKind::NotFound => continue,
                // The file may have a name now that was not listed.
                _ => return Ok(None),
            };
            let is_emptied = emptied == Some(file.identity) && start.head.is_empty();
            if !is_emptied && (start.head.is_empty() || file.rotation.is_none() || self.is_read(next, &start.head)?) {
                continue;
            }
            if !is_emptied && self.known.has(start.identity, &start.head) {
                // Until it changes.
                self.known.settle(start.identity, file.stamp, Some(&start.head));
                continue;
            }
            let found = match Generation::archive(&file.path, &self.archive_source(&file.path)) {
                Ok(found) => found,
                Err(_) if anyway => continue,
                Err(_) => return Ok(None),
            };
            match unseen.iter_mut().find(|other| !other.head.is_empty() && other.head == found.head) {
                // The packer deletes a plain file only when the packed one is whole.
                Some(other) if other.file().is_none() || found.file().is_some() => *other = found,
                Some(_) => {}
                None => unseen.push(found),
            }
        }
        // Who names whom counts more.
        for _ in 0..unseen.len() {
            for later in 1..unseen.len() {
                if names(&self.path, &unseen[later - 1], &unseen[later].path) {
                    unseen.swap(later - 1, later);
                }
            }
        }
        Ok(Some(unseen))
    }

    /// Whether a file with this start is the log, or one of those that are being read.
    fn is_read(&self, next: &Generation, head: &[u8]) -> io::Result<bool> {
        // What was peeked at and then rotated away was not read.
        let live = self.live.file().filter(|live| live.has_rest() || live.holds().unwrap_or(false));
        // Read after the candidate's, so that a copy of the log is never longer than it.
        Ok(next.head_now()?.starts_with(head)
            || live
                .into_iter()
                .chain(self.old.iter().map(Old::file))
                .any(|other| other.head == head || other.head_now().is_ok_and(|other| other == head)))
    }

    /// Lines of an archive bear its name, and the log's panel.
    fn archive_source(&self, path: &Path) -> Arc<Source> {
        Arc::new(Source { name: path.to_string_lossy().into_owned(), ..(*self.source).clone() })
    }
}

/// How many of these files were last written to before this one.
pub(super) fn older_than(live: &Generation, unseen: &[Generation]) -> usize {
    unseen.iter().take_while(|unseen| unseen.modified() <= live.modified()).count()
}

/// Whether the first line of a generation names this file.
fn names(log: &Path, newer: &Generation, older: &Path) -> bool {
    names::named_archive(log, first_line(&newer.head)).is_some_and(|name| names::is_named(older, &name))
}
