//! Searches beside the log: for the rest of what was being read, and for files that were never seen.
//!
//! In: the generation that was read last and the file that the path leads to now. Out: generations to be read. What a
//! file is is decided by its text; its name only tells whether it is worth opening.

use super::generation::{Generation, Handle};
use super::siblings::{self, Sibling};
use super::{FollowNote, Follower, PATIENCE};
use crate::source::Source;
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

impl Follower {
    /// Looks for the file that has what comes after the last line read.
    pub(super) fn rest_of(&mut self, live: &Generation, next: &Generation, now: Instant) -> Rest {
        let mark = live.mark(false);
        let (mut files, named) = self.candidates(next);
        files.sort_by_key(|file| std::cmp::Reverse(file.modified));
        let mut incomplete = false;
        for sibling in files.iter().filter(|sibling| sibling.identity != next.identity) {
            match Generation::continued(&sibling.path, &mark, &self.archive_source(&sibling.path)) {
                Ok(Some(mut rest)) if !mark.is_blank() || sibling.identity == mark.identity => {
                    if live.restored.is_none() {
                        rest.partial.clone_from(&live.partial);
                        rest.tail.clone_from(&live.tail);
                        rest.restored = None;
                    }
                    (rest.skipping, rest.before, rest.begun, rest.joined) =
                        (live.skipping, live.before, true, live.joined);
                    return Rest::Found(Box::new(rest));
                }
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::PermissionDenied => {}
                // Being written, or renamed a moment ago.
                Err(_) => incomplete = true,
            }
        }
        let whole_line = next.head.contains(&b'\n') || next.head.len() == super::identity::HEAD;
        let size = files.iter().map(|file| file.len).sum();
        if std::mem::replace(&mut self.archived, size) != size && self.broken.is_some() {
            // Something is being written.
            self.broken = Some(now);
        }
        let in_time = !self.hurry && self.broken.is_none_or(|since| now < since + PATIENCE);
        // A line that was there before names what was read before.
        let is_new = first_line(&live.head) != first_line(&next.head) || live.restored.is_some();
        let awaited = named.as_ref().filter(|_| is_new).is_some_and(|name| self.is_awaited(name, live));
        // The first line may name the archive, once it is there.
        let later = incomplete || awaited || (!whole_line && live.identity == next.identity);
        if later && in_time {
            return Rest::Later;
        }
        // The note on what is lost names it.
        self.awaited = named.map(|name| Awaited { name, since: self.broken.unwrap_or(now), told: true });
        Rest::Nowhere
    }

    /// Whether what comes next waits for the archive that this log's first line names. Tells once if it never comes.
    pub(super) fn waits_for_archive(&mut self, next: &Generation, live: &Generation, now: Instant) -> bool {
        let named = siblings::named_archive(&self.path, first_line(&next.head));
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

    /// Whether the archive of this name is not there yet, or is not as much as it must be: some text, and all that was
    /// read if it has the start of that.
    fn is_awaited(&self, name: &str, live: &Generation) -> bool {
        let mark = live.mark(false);
        let known = mark.offset.max(mark.head_at + mark.head.len as u64);
        siblings::places(&self.path, OsStr::new(name)).iter().all(|path| {
            let archive = match Generation::archive(path, &self.source) {
                Ok(archive) => archive,
                Err(error) => return error.kind() != ErrorKind::PermissionDenied,
            };
            let starts_alike = if archive.head.len() < mark.head.len {
                live.restored.is_some() || live.head.starts_with(&archive.head)
            } else {
                mark.head.starts(&archive.head)
            };
            if archive.head.is_empty() || mark.is_blank() || !starts_alike {
                return archive.head.is_empty();
            }
            match archive.file().map(File::metadata) {
                Some(about) => about.is_ok_and(|about| about.len() < known),
                None => Generation::continued(path, &mark, &self.source).is_err(),
            }
        })
    }

    /// Whether a longer copy lies beside the log: one that took its place, was written to and rotated, all unseen.
    pub(super) fn is_outgrown(&self, next: &Generation) -> io::Result<bool> {
        let Some((live, file)) = self.live.as_ref().and_then(|live| Some((live, live.file()?))) else {
            return Ok(false);
        };
        let (mark, len) = (live.mark(false), file.metadata()?.len());
        if mark.is_blank() || mark.offset < len {
            return Ok(false);
        }
        let mut others = siblings::list(&self.path).into_iter();
        Ok(others.any(|other| {
            let distinct = other.identity != live.identity && other.identity != next.identity;
            distinct
                && Generation::continued(&other.path, &mark, &self.source)
                    .is_ok_and(|rest| rest.is_some_and(Generation::goes_on))
        }))
    }

    /// The log that was truncated, written to and then moved or deleted: a text of its own behind the open handle.
    pub(super) fn emptied(&self, next: &Generation, holds: bool) -> io::Result<Option<Generation>> {
        let live = self.live.as_ref().filter(|live| !holds && live.identity != next.identity);
        let Some((live, file)) = live.and_then(|live| Some((live, live.file()?))) else { return Ok(None) };
        let handle = Handle::Plain(file.try_clone()?);
        let mut emptied = Generation::new(handle, &live.path, live.identity, Arc::clone(&live.source));
        emptied.peek()?;
        // The new file may be a copy of it.
        Ok(Some(emptied).filter(|emptied| emptied.head.is_empty() || !next.head.starts_with(&emptied.head)))
    }

    /// Files that a rotation left and that were never read, oldest first.
    pub(super) fn unseen(&self, next: &Generation) -> io::Result<Vec<Generation>> {
        let (files, named) = self.candidates(next);
        let mut unseen: Vec<(Sibling, Generation)> = Vec::new();
        // What was peeked at and then rotated away was not read.
        let live = self.live.as_ref().filter(|live| live.has_rest() || live.holds().unwrap_or(false));
        // The log that was emptied and moved: writers may still have it open, so it is worth watching without text too.
        let emptied = self.live.as_ref().filter(|live| !live.holds().unwrap_or(false)).map(|live| live.identity);
        for sibling in files {
            let was_live = emptied == Some(sibling.identity);
            // The very file, by whatever name, or what is being read under another.
            if sibling.identity == next.identity || (sibling.len == 0 && !was_live) {
                continue;
            }
            let by_name = siblings::is_rotated(&self.path, &sibling.path)
                || named.iter().any(|name| is_named(&sibling.path, name))
                || unseen.iter().any(|(_, newer)| names(&self.path, newer, &sibling.path));
            let Ok(found) = Generation::archive(&sibling.path, &self.archive_source(&sibling.path)) else { continue };
            // Read after the candidate's, so that a copy of the log is never longer than it.
            let being_read = next.head_now()?.starts_with(&found.head)
                || live
                    .into_iter()
                    .chain(&self.old)
                    .any(|other| other.head == found.head || other.head_now().is_ok_and(|head| head == found.head));
            let is_new =
                !found.head.is_empty() && by_name && !being_read && !self.known.has(found.identity, &found.head);
            if is_new || (found.head.is_empty() && was_live) {
                unseen.retain(|(_, other)| other.head.is_empty() || other.head != found.head);
                unseen.push((sibling, found));
            }
        }
        unseen.sort_by(|(a, _), (b, _)| a.modified.cmp(&b.modified).then_with(|| a.path.cmp(&b.path)));
        // The clock of a file system is coarse; who names whom is not.
        for _ in 0..unseen.len() {
            for later in 1..unseen.len() {
                if names(&self.path, &unseen[later - 1].1, &unseen[later].0.path) {
                    unseen.swap(later - 1, later);
                }
            }
        }
        Ok(unseen.into_iter().map(|(_, generation)| generation).collect())
    }

    /// What lies beside the log, and the archive that its first line names.
    fn candidates(&self, next: &Generation) -> (Vec<Sibling>, Option<String>) {
        let mut files = siblings::list(&self.path);
        let named = siblings::named_archive(&self.path, first_line(&next.head));
        for path in named.iter().flat_map(|name| siblings::places(&self.path, OsStr::new(name))) {
            if files.iter().all(|file| file.path != path) {
                files.extend(siblings::sibling(&path));
            }
        }
        (files, named)
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

pub(super) fn first_line(head: &[u8]) -> &[u8] {
    memchr::memchr(b'\n', head).map_or(head, |end| &head[..end])
}

/// Whether the first line of a generation names this file.
fn names(log: &Path, newer: &Generation, older: &Path) -> bool {
    siblings::named_archive(log, first_line(&newer.head)).is_some_and(|name| is_named(older, &name))
}

fn is_named(path: &Path, name: &str) -> bool {
    let file = Path::new(name).file_name().unwrap_or_default().to_string_lossy();
    path.file_name().is_some_and(|path| path.to_string_lossy().starts_with(&*file))
}
