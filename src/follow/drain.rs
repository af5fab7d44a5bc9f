//! Reads what the last look found, the oldest file first.
//!
//! In: the generations and their limits. Out: lines, in the order of the files. An archive that is still being made
//! holds up all that is newer than it.

use super::generation::{CHUNK, Generation, Handle, Joined, ReadOutcome};
use super::identity::Identity;
use super::search::{first_line, older_than};
use super::{FollowNote, Follower, PATIENCE, SETTLED, names};
use crate::record::{ansi, parse};
use crate::source::{Block, packed};
use std::fs;
use std::io;
use std::path::Path;
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
            let (before, after) = self.old.make_contiguous().split_at_mut(index);
            let (older, old) = (before, &mut after[0]);
            if !self.hurry && old.settles.is_some_and(|(_, since)| now < since + SETTLED) {
                return Ok(Drained::Nothing);
            }
            old.settles = None;
            match read_old(old, older, &self.path, &mut self.buffer, block) {
                Ok(ReadOutcome::Lines) => return Ok(Drained::Lines),
                Ok(ReadOutcome::Changed) => {
                    let (at, unread) = (old.offset(), old.limit.saturating_sub(old.offset()));
                    self.notes.push(FollowNote::Truncated { at, unread, archive: None });
                    old.handle = Handle::Missing;
                }
                Ok(_) => {}
                Err(error) => {
                    let waits = !self.hurry && !packed::is_final(&error);
                    if waits && now < *old.stalled.get_or_insert(now) + PATIENCE {
                        return Ok(Drained::Nothing);
                    }
                    self.notes.push(FollowNote::archive(&old.path, &error));
                    old.handle = Handle::Missing;
                }
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
        let over = |old: &&mut Generation| hurry || (old.sealed && old.until.is_some_and(|until| until <= now));
        self.old.iter_mut().filter(over).any(|old| old.hand_out_partial(block))
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

/// Reads lines of a file that is not the log any more.
fn read_old(
    old: &mut Generation,
    older: &mut [Generation],
    log: &Path,
    buffer: &mut [u8],
    block: &mut Block,
) -> io::Result<ReadOutcome> {
    inherit(old, older);
    loop {
        match old.read(buffer, block)? {
            ReadOutcome::Part => {}
            ReadOutcome::Lines => {
                join(old, older, log, block);
                return Ok(ReadOutcome::Lines);
            }
            end => return Ok(end),
        }
    }
}

/// A record of several lines goes on in the next file.
fn inherit(generation: &mut Generation, older: &[Generation]) {
    if let Some(older) = older.last().filter(|_| generation.read_to() == 0) {
        generation.lines.set_context(older.lines.context());
    }
}

/// Puts the start of a line that the older file ends with before its end in this one. A line that starts with a stamp
/// is no such end: then whoever began the line may still finish it in the older file.
fn join(generation: &mut Generation, older: &mut [Generation], log: &Path, block: &mut Block) {
    if generation.joined {
        return;
    }
    let bytes = block.bytes();
    let first = first_line(bytes);
    let named = names::named_archive(log, first).is_some();
    let start = if named { bytes.len().min(first.len() + 1) } else { 0 };
    if start == bytes.len() {
        return;
    }
    generation.joined = true;
    let mut scratch = Vec::new();
    let line = first_line(&bytes[start..]);
    // A bare stamp stands at the front: no copy of all of a long line.
    let stamped = parse::stamp(ansi::strip(&line[..line.len().min(CHUNK)], &mut scratch)).is_some();
    let cut = older.iter_mut().rev().find(|older| older.lines.is_in_line() && !older.sealed);
    if let Some(cut) = cut.filter(|_| !stamped && block.skipped == 0) {
        let end = start + first_line(&bytes[start..]).len();
        match cut.lines.finish(&bytes[start..end]) {
            Joined::Start(partial) => block.insert(start, partial),
            Joined::Long(long) => {
                // What names the archive is no request and goes too.
                block.cut_front(end);
                long.note(block);
            }
        }
        generation.lines.set_context(block.context.after_lines(block.bytes(), &mut scratch));
    }
    // What is left unfinished now is no start of a line in yet newer files.
    for older in older.iter_mut() {
        older.sealed = true;
    }
}
