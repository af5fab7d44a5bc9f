//! Reads the files that the last poll found, oldest first.
//!
//! In: the generations and their limits. Out: lines, in the order of the files. An archive that is still being written
//! blocks all newer files.

use super::Follower;
use super::generation::{Generation, ReadOutcome};
use super::identity::Identity;
use super::join::{inherit, join};
use super::live::{Current, Live, Start};
use super::old::{Context, Step};
use super::unseen::{Place, Unseen};
use crate::source::Block;
use std::fs;
use std::io;
use std::time::Instant;

/// The result of reading up to the limits.
pub(super) enum Drained {
    Lines,
    Nothing,
    /// The files have changed: poll again.
    Moved,
}

impl Follower {
    pub(super) fn drain(&mut self, now: Instant, block: &mut Block) -> io::Result<Drained> {
        for index in 0..self.old.len() {
            let (older, old) = self.old.make_contiguous().split_at_mut(index);
            let mut context = Context { log: &self.path, now, hurry: self.hurry, buffer: &mut self.buffer, block };
            match old[0].read(older, &mut context) {
                Step::Lines => return Ok(Drained::Lines),
                Step::Wait => return Ok(Drained::Nothing),
                Step::End => {}
                Step::Lost(note) => self.notes.push(note),
            }
        }
        if std::mem::take(&mut self.more)
            && !self.live.has_begun()
            && let Some(current) = self.live.take_reading()
        {
            let missed = self.missed(&current.file);
            self.live = Live::Reading(current);
            self.enqueue_unseen(missed?.unwrap_or_default(), now);
            return Ok(Drained::Moved);
        }
        let drained = self.drain_live(now, block)?;
        if matches!(drained, Drained::Nothing) && self.give_up_partial(now, block) {
            return Ok(Drained::Lines);
        }
        Ok(drained)
    }

    /// Returns the start of a line that nobody will finish, so that it is accounted for.
    fn give_up_partial(&mut self, now: Instant, block: &mut Block) -> bool {
        let hurry = self.hurry;
        self.old.iter_mut().any(|old| old.give_up_partial(now, hurry, block))
    }

    fn drain_live(&mut self, now: Instant, block: &mut Block) -> io::Result<Drained> {
        loop {
            let Some(Current { file: live, start }) = self.live.reading() else { return Ok(Drained::Nothing) };
            let older = self.old.make_contiguous();
            inherit(live, older);
            match live.read(&mut self.buffer, block) {
                Ok(ReadOutcome::Part) => {}
                Ok(ReadOutcome::End) => {
                    if *start == Start::Held {
                        *start = Start::Unread;
                    }
                    return Ok(Drained::Nothing);
                }
                Ok(ReadOutcome::Lines) if *start == Start::Begun => {
                    join(live, older, &self.path, block);
                    return Ok(Drained::Lines);
                }
                // Its first lines: the last chance to find files before them that were rotated away unseen.
                Ok(ReadOutcome::Lines) => {
                    if !self.begin(now)? {
                        return Ok(if self.live.is_waiting() { Drained::Nothing } else { Drained::Moved });
                    }
                    if let Some(live) = self.live.file_mut() {
                        join(live, self.old.make_contiguous(), &self.path, block);
                    }
                    return Ok(Drained::Lines);
                }
                Ok(ReadOutcome::Changed) => {
                    self.live.breaks(now);
                    return Ok(Drained::Moved);
                }
                Err(error) => {
                    // A stale handle of a network file system, or a failing disk: open the path again.
                    live.lose();
                    self.live.breaks(now);
                    self.unreadable(&error);
                    return Ok(Drained::Nothing);
                }
            }
        }
    }

    /// Whether the live log's first lines come next. If not, it is read again after the files that come before.
    pub(super) fn begin(&mut self, now: Instant) -> io::Result<bool> {
        let Some(mut current) = self.live.take_reading() else { return Ok(false) };
        let live = &mut current.file;
        // Keep this order, so that an archive created in between is found.
        let is_held = self.waits_for_archive(live, live, now);
        let missed = self.missed(live);
        let comes_next = matches!(&missed, Ok(Some(missed)) if missed.files.is_empty());
        let begins = comes_next && !is_held && live.read_to() > 0 && !live.head.is_empty();
        let rewound = if begins { Ok(()) } else { live.rewind() };
        current.start = match () {
            () if begins => Start::Begun,
            () if is_held => Start::Held,
            () => Start::Unread,
        };
        self.live = Live::Reading(current);
        rewound?;
        self.enqueue_unseen(missed?.unwrap_or_default(), now);
        Ok(begins)
    }

    /// The files that come before the live log's first lines. The list is complete, because this file was the log
    /// before the search. If it is no longer the log, some files may be newer: then returns `None`.
    fn missed(&mut self, live: &Generation) -> io::Result<Option<Unseen>> {
        let mut missed = self.unseen(live, self.beside(), Some(Place::of(live)));
        let here = fs::metadata(&self.path).map(|about| Identity::at(&self.path, &about));
        let has_moved = here.as_ref().is_ok_and(|here| *here != live.identity);
        if has_moved || !live.holds()? {
            return Ok(None);
        }
        if let (Err(_), Ok(missed)) = (here, &mut missed) {
            // The path leads nowhere, so newer files may have been moved in the same way.
            missed.keep_older();
        }
        missed.map(Some)
    }
}
