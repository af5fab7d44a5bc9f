//! Polls the path and the open files: checks which exist, and how far they may be read.
//!
//! In: the time. Out: limits for reading, and retired generations. The live log's length is taken first and those of
//! older files after it. So if a writer switches to the new log, its last lines in an older file are within the limits
//! whenever its lines in the new one are.

use super::generation::Generation;
use super::identity::Identity;
use super::live::{Current, Start};
use super::{Absence, FollowNote, Follower, GONE, LATE, OPEN, RETIRED, siblings};
use crate::sys;
use std::collections::VecDeque;
use std::fs::{self, Metadata};
use std::io;
use std::time::{Duration, Instant};

/// For this long after a change, the text is compared at each poll: file system clocks are coarse, and a second change
/// within a tick is invisible.
const TICK: Duration = Duration::from_secs(1);

impl Follower {
    pub(super) fn look(&mut self, now: Instant) -> io::Result<()> {
        self.ahead = false;
        match fs::metadata(&self.path) {
            Ok(about) if about.is_file() => self.look_at(&about, now)?,
            Ok(_) => self.missing(now),
            Err(error) if sys::is_gone(&error) => self.missing(now),
            Err(error) => self.unreadable(&error),
        }
        for old in self.old.iter_mut().rev() {
            old.look(now);
        }
        self.retire(now);
        Ok(())
    }

    fn look_at(&mut self, about: &Metadata, now: Instant) -> io::Result<()> {
        if self.absence.take().is_some_and(|absence| absence.reported) {
            self.notes.push(FollowNote::Back);
        }
        let changed = self.compare_again(about, now);
        let here = Identity::at(&self.path, about);
        let is_live = |live: &&mut Generation| live.identity == here && live.file().is_some();
        if let Some(live) = self.live.file_mut().filter(is_live) {
            live.limit = about.len();
            let same_length = live.limit == live.read_to() && live.read_to() > 0;
            if live.limit < live.read_to() || (same_length && changed && !live.holds()?) {
                self.live.breaks(now);
            }
            if let Some(Current { file: live, start }) = self.live.reading() {
                // A log without text that was touched may have been filled and emptied unseen.
                let textless = live.limit == 0 || (live.head.is_empty() && live.limit == live.read_to());
                let touched = textless && changed && *start != Start::Begun;
                return if touched { self.begin(now).map(drop) } else { Ok(()) };
            }
        }
        self.resolve(now)?;
        if let Some(Current { file: live, .. }) = self.live.reading() {
            live.extend_limit();
        }
        Ok(())
    }

    /// Whether the log's text may have changed since the last comparison without a change of its length.
    fn compare_again(&mut self, about: &Metadata, now: Instant) -> bool {
        let Ok(modified) = about.modified() else { return true };
        match self.compared {
            Some((len, time, since)) if len == about.len() && time == modified => now < since + TICK,
            _ => {
                self.compared = Some((about.len(), modified, now));
                true
            }
        }
    }

    fn missing(&mut self, now: Instant) {
        let Absence { since, reported } = self.absence.get_or_insert(Absence { since: now, reported: false });
        let since = *since;
        if now >= since + GONE && !std::mem::replace(reported, true) {
            self.notes.push(FollowNote::Gone);
        }
        let over = self.hurry || now >= since + GONE;
        // The files before its first lines cannot be found while its folder is away.
        if !over && !self.live.has_begun() {
            return;
        }
        let Some(live) = self.live.file_mut() else { return };
        live.extend_limit();
        if now >= since + LATE && live.is_read_up() && live.file().is_some() {
            self.known.add(live.identity, &live.head);
            live.close_deleted();
            self.live.mends();
        }
    }

    /// Reports once that the log cannot be read.
    pub(super) fn unreadable(&mut self, error: &io::Error) {
        let fault = error.to_string();
        if self.unreadable.as_ref() != Some(&fault) {
            self.notes.push(FollowNote::Unreadable(fault.clone()));
            self.unreadable = Some(fault);
        }
    }

    /// Closes files that were read to their end and whose time is over.
    fn retire(&mut self, now: Instant) {
        let mut kept = VecDeque::with_capacity(self.old.len());
        let mut spare = self.old.len().saturating_sub(OPEN);
        for old in std::mem::take(&mut self.old) {
            if !old.is_done(now, spare > 0) {
                kept.push_back(old);
                continue;
            }
            spare = spare.saturating_sub(1);
            let file = old.file();
            self.known.add(file.identity, &file.head);
            if let Some(stamp) = file.final_stamp() {
                self.known.settle(file.identity, stamp, None);
            }
            if self.retired.len() == RETIRED {
                self.retired.pop_front();
            }
            self.retired.push_back(file.mark(true));
        }
        self.old = kept;
        if self.known.is_crowded() {
            let here = siblings::list(&self.path, |_, _| false);
            self.known.forget_gone(&here.into_iter().map(|file| file.identity).collect());
        }
    }
}
