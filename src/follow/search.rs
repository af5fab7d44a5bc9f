//! Searches the files beside the log for the rest of what was being read.
//!
//! In: the generation that was read last and the file that the path leads to now. Out: a generation to be read. The
//! text of a file decides what it is; its name only decides whether it is worth opening.

use super::generation::Generation;
use super::identity::HEAD;
use super::join::first_line;
use super::siblings::Sibling;
use super::{FollowNote, Follower, PATIENCE, names, siblings};
use crate::source::{Source, packed};
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

/// The result of the search for the rest of a generation.
pub(super) enum Rest {
    /// It was found.
    Found(Box<Generation>),
    /// An archive does not exist yet, or is incomplete.
    Later,
    Nowhere,
}

/// An archive that is named and does not exist.
pub(super) struct Awaited {
    name: String,
    since: Instant,
    reported: bool,
}

/// Whether a file that cannot be opened may be readable later, because it is being written, or was just renamed.
fn may_change(error: &io::Error) -> bool {
    error.kind() != ErrorKind::PermissionDenied && !packed::is_final(error)
}

impl Follower {
    /// Whether the archive that the log's first line names has the rest, but does not exist yet.
    pub(super) fn is_rest_awaited(&self, live: &Generation, next: &Generation) -> bool {
        // A first line that existed before names an archive that was read before.
        let is_new = first_line(&live.head) != first_line(&next.head) || live.restored.is_some();
        let named = names::named_archive(&self.path, first_line(&next.head));
        named.filter(|_| is_new).is_some_and(|name| self.is_awaited(&name, live))
    }

    /// Searches for the file with the text after the last line read; `since` is the time since when it is awaited.
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
        // Prefer the file itself, then a copy: a packed copy is complete only when the plain file is gone.
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
                    // The newest file would most likely have the rest.
                    if Some(sibling.stamp.modified) == newest {
                        unusable = Some(FollowNote::archive(&sibling.path, &error));
                    }
                }
            }
        }
        let whole_line = next.head.contains(&b'\n') || next.head.len() == HEAD;
        let size = files.iter().map(|file| file.stamp.len).sum();
        if std::mem::replace(&mut self.archived, size) != size && since.is_some() {
            // A file is being written.
            *since = Some(now);
        }
        let in_time = !self.hurry && since.is_none_or(|since| now < since + PATIENCE);
        // The first line may name the archive, once the line is complete.
        let later = incomplete || awaited || (!whole_line && live.identity == next.identity);
        if later && in_time {
            return Rest::Later;
        }
        self.notes.extend(unusable);
        // The note about the loss names it already.
        let named = names::named_archive(&self.path, first_line(&next.head));
        self.awaited = named.map(|name| Awaited { name, since: since.unwrap_or(now), reported: true });
        Rest::Nowhere
    }

    /// Whether the archive that this log's first line names must be awaited. Reports once if it never appears.
    pub(super) fn waits_for_archive(&mut self, next: &Generation, live: &Generation, now: Instant) -> bool {
        let named = names::named_archive(&self.path, first_line(&next.head));
        let Some(name) = named.filter(|name| self.is_awaited(name, live)) else { return false };
        let awaited = match &mut self.awaited {
            Some(awaited) if awaited.name == name => awaited,
            awaited => awaited.insert(Awaited { name, since: now, reported: false }),
        };
        if !self.hurry && now < awaited.since + PATIENCE {
            return true;
        }
        let missing = siblings::places(&self.path, OsStr::new(&awaited.name)).is_empty();
        if missing && !std::mem::replace(&mut awaited.reported, true) {
            let archive = Some(awaited.name.clone());
            self.notes.push(FollowNote::Truncated { at: 0, unread: 0, archive });
        }
        false
    }

    /// Whether the archive with this name does not exist yet, or is shorter than it must be: at least a line, and
    /// everything that was read if it starts like that. The start of a line is not enough: two archives that are being
    /// written may start alike.
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

    /// Whether a longer copy exists beside the log: a copy that replaced the log, was written to and rotated, all
    /// unseen.
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

    /// A copy of the read text that the new log names as its archive. It may still be written, so reading continues in
    /// it: it receives the text that was written to the copy in the log's place before that was rotated too.
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

    /// Lines of an archive have its name as their source, and the log's panel.
    pub(super) fn archive_source(&self, path: &Path) -> Arc<Source> {
        Arc::new(Source { name: path.to_string_lossy().into_owned(), ..(*self.source).clone() })
    }
}
