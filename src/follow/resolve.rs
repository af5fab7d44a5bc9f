//! Decides what to do when the path leads to another file, or the file has changed.
//!
//! In: the generation that was read last, the file that the path leads to now, and the files beside it. Out: the
//! generations to read before the new one, oldest first. The plan is made from the state of the disk and carried out
//! only if the disk is unchanged since; so a rotation in between costs another attempt and no line.

use super::generation::{Cut, Generation, Handle};
use super::identity::Identity;
use super::join::first_line;
use super::live::Live;
use super::old::Old;
use super::search::Rest;
use super::unseen::{Place, Unseen};
use super::{FollowNote, Follower, names};
use std::fs;
use std::io::{self, ErrorKind};
use std::sync::Arc;
use std::time::Instant;

/// The maximum number of attempts before the next wake-up.
const TRIES: usize = 8;

impl Follower {
    /// Switches to the file that the path leads to now, with all files that come before it.
    pub(super) fn resolve(&mut self, now: Instant) -> io::Result<()> {
        for _ in 0..TRIES {
            let next = match Generation::open(&self.path, &self.source) {
                Ok(next) => next,
                Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
                Err(error) => {
                    self.unreadable(&error);
                    return Ok(());
                }
            };
            if self.go_over(next, now)? {
                self.unreadable = None;
                return Ok(());
            }
        }
        Ok(())
    }

    /// One attempt. Returns true if there is nothing more to do for now.
    fn go_over(&mut self, mut next: Generation, now: Instant) -> io::Result<bool> {
        if self.is_same(&mut next)? || self.was_read(&mut next, now)? {
            return Ok(true);
        }
        let holds = self.live.file().map_or(Ok(false), Generation::holds)?;
        if holds {
            // It may contain text that was written to a copy of the log, which replaced it unseen.
            let live = std::mem::take(&mut self.live);
            let waits = live.file().is_some_and(|live| self.waits_for_archive(&next, live, now));
            self.live = live;
            if waits {
                self.live.breaks(now);
                return Ok(true);
            }
        }
        // Keep this order, so that changes in between are awaited or found.
        let awaited = self.live.file().is_some_and(|live| live.has_rest() && self.is_rest_awaited(live, &next));
        let beside = self.beside();
        let held = holds && !self.is_outgrown(&next, &beside)?;
        if let Some(live) = self.live.file_mut().filter(|_| held) {
            // It may have been empty at the last poll.
            live.peek()?;
            live.limit = live.read_to();
        }
        let copy = if held { self.named_copy(&next, &beside) } else { None };
        let mut queue: Vec<Generation> = copy.into_iter().collect();
        let mut lost = None;
        if !held && self.live.file().is_some_and(Generation::has_rest) {
            let mut broken = std::mem::take(&mut self.live);
            let mut since = broken.broken_since();
            let search = |live| self.rest_of(live, &next, &beside, awaited, &mut since, now);
            let rest = broken.file().map_or(Rest::Nowhere, search);
            if let Some(since) = since {
                broken.breaks_anew(since);
            }
            self.live = broken;
            let Some(live) = self.live.file() else { return Ok(true) };
            match rest {
                Rest::Found(rest) => queue.push(*rest),
                Rest::Later => {
                    self.live.breaks(now);
                    return Ok(true);
                }
                Rest::Nowhere if live.read_to() == 0 || live.is_deleted() => {}
                Rest::Nowhere => {
                    let same_file = live.identity == next.identity;
                    lost = Some((self.loss(live, &next), same_file));
                }
            }
        }
        if lost.as_ref().is_some_and(|(_, same_file)| *same_file) && self.shrunk(&next)? {
            return Ok(true);
        }
        // If none of its lines was returned yet, rotated files may be older.
        let rest = if held { self.live.file() } else { queue.first() };
        let unbegun = rest.filter(|_| !self.live.has_begun()).map(Place::of);
        let Unseen { files: mut older, older: place, more } = self.unseen(&next, beside, unbegun)?;
        let mut newer = older.split_off(place);
        let may_be_older = unbegun.is_some() && more && newer.is_empty();
        // Copies of queued files are not unseen either.
        let is_queued = |unseen: &Generation, queued: &Generation| {
            queued.identity == unseen.identity || (!queued.head.is_empty() && queued.head == unseen.head)
        };
        for unseen in [&mut older, &mut newer] {
            unseen.retain(|unseen| !queue.iter().any(|queued| is_queued(unseen, queued)));
        }
        let is_unseen = |emptied: &Generation| {
            older.iter().chain(&newer).any(|file| file.identity == emptied.identity || file.head == emptied.head)
        };
        if let Some(emptied) = self.emptied(&next, holds)?.filter(|emptied| !is_unseen(emptied)) {
            newer.insert(Place::of(&emptied).among(&newer), emptied);
        }
        // The checked state must be unchanged, or the queue may lack a file.
        let unmoved = fs::metadata(&self.path).is_ok_and(|about| Identity::at(&self.path, &about) == next.identity);
        if !unmoved || !next.holds()? {
            return Ok(false);
        }
        self.more = more;
        let is_first_part = may_be_older && !older.is_empty();
        self.enqueue(older, now);
        if is_first_part {
            // The next part is searched for once these were read.
            return Ok(true);
        }
        self.notes.extend(lost.as_ref().map(|(note, _)| note.clone()));
        if let Some(live) = std::mem::take(&mut self.live).into_file() {
            if held {
                self.retain(live, now);
            } else if lost.is_some() {
                // If more of it turns up later, that is not read from its start.
                self.known.add(live.identity, &live.head);
            }
        }
        self.enqueue(queue, now);
        self.enqueue(newer, now);
        self.live = Live::new(next, false);
        Ok(true)
    }

    /// Queues files that were never read before the live log.
    pub(super) fn enqueue_unseen(&mut self, unseen: Unseen, now: Instant) {
        self.more = unseen.more;
        self.enqueue(unseen.files, now);
    }

    /// Queues these files to be read before the live log.
    pub(super) fn enqueue(&mut self, queue: Vec<Generation>, now: Instant) {
        for generation in queue {
            let found = Old::found(generation, now);
            self.known.add(found.file().identity, &found.file().head);
            self.old.push_back(found);
        }
    }

    /// Queues the former log to be read to its end.
    pub(super) fn retain(&mut self, log: Generation, now: Instant) {
        self.known.add(log.identity, &log.head);
        self.old.push_back(Old::was_log(log, now));
    }

    /// Whether the file has the text that was read, whatever its inode: overlayfs changes the inode at the first write,
    /// and a folder that was moved away may come back.
    fn is_same(&mut self, next: &mut Generation) -> io::Result<bool> {
        let Some(live) = self.live.file_mut() else { return Ok(false) };
        let mark = live.mark(false);
        let Some(file) = next.file() else { return Ok(false) };
        let same = if mark.is_blank() && mark.identity != next.identity {
            // Its current content is its text only if the hole before it, if any, still is one.
            if live.holds()? {
                live.peek()?;
            }
            !live.head.is_empty() && next.head.starts_with(&live.head)
        } else {
            file.metadata()?.len() >= mark.offset && mark.fits(file)?
        };
        if !same {
            return Ok(false);
        }
        live.handle = std::mem::replace(&mut next.handle, Handle::Missing);
        live.identity = next.identity;
        if live.restored.take().is_some() {
            live.head_at = mark.head_at;
            live.remember()?;
        }
        self.live.mends();
        Ok(true)
    }

    /// Whether the path leads back to a file that was read before, such as when a symbolic link is switched back and
    /// forth.
    fn was_read(&mut self, next: &mut Generation, now: Instant) -> io::Result<bool> {
        let mut earlier = None;
        if let Some(index) = self.old.iter().position(|old| old.file().identity == next.identity) {
            if !self.old[index].file().holds()? {
                return Ok(false);
            }
            earlier = self.old.remove(index).map(Old::into_log);
        } else if let Some(file) = next.file() {
            let marks = self.retired.iter().rev();
            for mark in marks.filter(|mark| mark.identity == next.identity && !mark.is_blank()) {
                if mark.fits(file)? {
                    earlier = Generation::continued(&self.path, mark, &self.source)?;
                    break;
                }
            }
        }
        let Some(mut earlier) = earlier else { return Ok(false) };
        earlier.source = Arc::clone(&self.source);
        let has_begun = earlier.offset() > 0;
        if let Some(live) = std::mem::replace(&mut self.live, Live::new(earlier, has_begun)).into_file() {
            self.retain(live, now);
        }
        Ok(true)
    }

    /// Whether the file only lost bytes at its end; if so, continues at the cut.
    fn shrunk(&mut self, next: &Generation) -> io::Result<bool> {
        let Some(live) = self.live.file_mut() else { return Ok(false) };
        let Some(cut) = live.shrink(next)? else { return Ok(false) };
        if cut == Cut::Rewritten {
            self.notes.push(FollowNote::Rewritten);
        }
        self.live.mends();
        Ok(true)
    }

    fn loss(&self, live: &Generation, next: &Generation) -> FollowNote {
        if live.restored.is_some() {
            return FollowNote::Forgotten { at: live.read_to() };
        }
        let archive = names::named_archive(&self.path, first_line(&next.head));
        FollowNote::Truncated { at: live.offset(), unread: live.seen.max(live.read_to()) - live.offset(), archive }
    }
}
