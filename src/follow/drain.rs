//! Reads what the last look found, the oldest file first.
//!
//! In: the generations and their limits. Out: lines, in the order of the files. An archive that is still being made
//! holds up all that is newer than it.

use super::Follower;
use super::generation::{Generation, ReadOutcome};
use super::identity::Identity;
use super::join::{inherit, join};
use super::old::{Context, Step};
use super::search::older_than;
use crate::source::Block;
use std::fs;
use std::io;
use std::time::Instant;

/// What reading up to the limits gave.
pub(super) enum Drained {
    Lines,
    Nothing,
    /// The files are not what they were: look again.
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
            && let Some(live) = self.live.take_if(|live| !live.begun)
        {
            let unseen = self.unseen(&live, self.beside());
            self.live = Some(live);
            self.enqueue(unseen?, now);
            return Ok(Drained::Moved);
        }
        let drained = self.drain_live(now, block)?;
        if matches!(drained, Drained::Nothing) && self.give_up_partial(now, block) {
            return Ok(Drained::Lines);
        }
        Ok(drained)
    }

    /// Hands out the start of a line that nobody will finish, so that it is accounted for.
    fn give_up_partial(&mut self, now: Instant, block: &mut Block) -> bool {
        let hurry = self.hurry;
        self.old.iter_mut().any(|old| old.give_up_partial(now, hurry, block))
    }

    fn drain_live(&mut self, now: Instant, block: &mut Block) -> io::Result<Drained> {
        loop {
            let Some(live) = self.live.as_mut().filter(|_| self.broken.is_none()) else { return Ok(Drained::Nothing) };
            let older = self.old.make_contiguous();
            inherit(live, older);
            let read = live.read(&mut self.buffer, block);
            match read {
                Ok(ReadOutcome::Part) => {}
                Ok(ReadOutcome::End) => {
                    self.held_up = false;
                    return Ok(Drained::Nothing);
                }
                Ok(ReadOutcome::Lines) if live.begun => {
                    join(live, older, &self.path, block);
                    return Ok(Drained::Lines);
                }
                // Its first lines: the last moment to find what was rotated away unseen before them.
                Ok(ReadOutcome::Lines) => {
                    if !self.begin(now)? {
                        return Ok(if self.held_up { Drained::Nothing } else { Drained::Moved });
                    }
                    if let Some(live) = &mut self.live {
                        join(live, self.old.make_contiguous(), &self.path, block);
                    }
                    return Ok(Drained::Lines);
                }
                Ok(ReadOutcome::Changed) => {
                    self.broken = Some(now);
                    return Ok(Drained::Moved);
                }
                Err(error) => {
                    // A stale handle of a network file system, a failing disk: the path is tried again.
                    self.unreadable(&error);
                    self.live.iter_mut().for_each(Generation::lose);
                    self.broken = Some(now);
                    return Ok(Drained::Nothing);
                }
            }
        }
    }

    /// Whether the live log's first lines are what comes next. If not, it is read again after what comes before.
    pub(super) fn begin(&mut self, now: Instant) -> io::Result<bool> {
        let Some(mut live) = self.live.take() else { return Ok(false) };
        // In this order: an archive that comes in between is found.
        self.held_up = self.waits_for_archive(&live, &live, now);
        let mut missed = self.unseen(&live, self.beside());
        // Found after the lines were read, so complete, unless the log changed in between.
        let here = fs::metadata(&self.path).map(|about| Identity::of(&about));
        let moved = here.as_ref().is_ok_and(|here| *here != live.identity);
        if let (Err(_), Ok(missed)) = (here, &mut missed) {
            // The path leads nowhere, so newer files may have gone the same way.
            missed.truncate(older_than(&live, missed));
        }
        let stands = !moved && live.holds()?;
        live.begun = live.read_to() > 0
            && !live.head.is_empty()
            && stands
            && !self.held_up
            && missed.as_ref().is_ok_and(Vec::is_empty);
        if !live.begun {
            live.rewind()?;
        }
        let begun = live.begun;
        self.live = Some(live);
        if stands {
            self.enqueue(missed?, now);
        }
        Ok(begun)
    }
}
