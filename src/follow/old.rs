//! A file that is no longer the log, and is read to its end before anything newer.
//!
//! In: a generation, and the time. Out: its lines, or the reason why newer files have to wait for them. Its progress is
//! a single state, which only this module sets. A file that is given up is closed, and a note reports the loss.

use super::generation::{Generation, ReadOutcome, Seam};
use super::join::{inherit, join};
use super::{FollowNote, LATE, PATIENCE, SETTLED};
use crate::source::{Block, packed};
use serde_json::Value;
use std::io;
use std::path::Path;
use std::time::Instant;

/// A rotated file.
pub(super) struct Old {
    file: Generation,
    state: State,
    /// How long it is polled after its end: writers that opened it continue for a while.
    until: Instant,
}

/// A file that was read to its end is still polled for late lines: it is draining.
enum State {
    /// A copy that may still be written: its length at the last poll, and since when it has this length.
    Settling {
        len: u64,
        since: Instant,
    },
    Draining,
    /// It cannot be read further since this time, such as an archive that is still being written.
    Stalled {
        since: Instant,
        fault: io::Error,
    },
}

/// The result of reading an old file.
pub(super) enum Step {
    Lines,
    /// Nothing now; newer files can be read.
    End,
    /// Nothing now; newer files have to wait.
    Wait,
    /// Nothing any more, and the rest is lost.
    Lost(FollowNote),
}

/// The context that reading needs.
pub(super) struct Context<'c> {
    pub(super) log: &'c Path,
    pub(super) now: Instant,
    /// Whether to stop waiting for anything.
    pub(super) hurry: bool,
    pub(super) buffer: &'c mut [u8],
    pub(super) block: &'c mut Block,
}

impl Old {
    /// The former log: it is complete, and writers may continue to write to it.
    pub(super) fn was_log(file: Generation, now: Instant) -> Self {
        Self { file, state: State::Draining, until: now + LATE }
    }

    /// A file that was found beside the log. It may be a copy that is still being written.
    pub(super) fn found(file: Generation, now: Instant) -> Self {
        let settles = file.file().is_some();
        let state = if settles { State::Settling { len: 0, since: now } } else { State::Draining };
        let mut found = Self { file, state, until: now + LATE };
        // Set the limit at once: a file without one would be skipped in favour of the next.
        found.look(now);
        found
    }

    pub(super) fn file(&self) -> &Generation {
        &self.file
    }

    pub(super) fn file_mut(&mut self) -> &mut Generation {
        &mut self.file
    }

    /// Converts it back when the path leads to it again.
    pub(super) fn into_log(mut self) -> Generation {
        if self.file.seam == Seam::Sealed && !self.file.lines.is_in_line() {
            // Everything written to it from now on is newer than all other files.
            self.file.seam = Seam::Joined;
        }
        self.file
    }

    /// Whether it should soon be complete, which may not cause an event.
    pub(super) fn is_settling(&self) -> bool {
        matches!(self.state, State::Settling { .. })
    }

    /// Whether it was read completely, and not written to since.
    pub(super) fn is_quiet(&self) -> bool {
        matches!(self.state, State::Draining) && !self.file.has_news()
    }

    /// The read position, and whether it was read to its end.
    pub(super) fn save(&self) -> Value {
        self.file.save(self.file.offset() > 0, !matches!(self.state, State::Stalled { .. }))
    }

    /// Sets the limit to the file's length. A file that still grows is polled for longer.
    pub(super) fn look(&mut self, now: Instant) {
        if matches!(self.state, State::Stalled { .. }) && self.file.reopen_if_grown() {
            self.state = State::Draining;
        }
        let Some((len, has_grown)) = self.file.extend_limit() else { return };
        if has_grown {
            self.until = self.until.max(now + LATE);
        }
        if let State::Settling { len: seen, since } = &mut self.state
            && *seen != len
        {
            (*seen, *since) = (len, now);
        }
    }

    /// Reads lines. `older` are the files whose last lines may end in this one.
    pub(super) fn read(&mut self, older: &mut [Self], context: &mut Context<'_>) -> Step {
        if let State::Settling { since, .. } = self.state
            && !context.hurry
            && context.now < since + SETTLED
        {
            return Step::Wait;
        }
        inherit(&mut self.file, older);
        loop {
            match self.file.read(context.buffer, context.block) {
                Ok(ReadOutcome::Part) => {}
                Ok(ReadOutcome::Lines) => {
                    self.state = State::Draining;
                    join(&mut self.file, older, context.log, context.block);
                    return Step::Lines;
                }
                Ok(ReadOutcome::End) if self.is_held_up() => return self.stall(None, context),
                Ok(ReadOutcome::End) => {
                    self.state = State::Draining;
                    return Step::End;
                }
                Ok(ReadOutcome::Changed) => {
                    let note = self.file.truncated();
                    self.give_up();
                    return Step::Lost(note);
                }
                Err(fault) => return self.stall(Some(fault), context),
            }
        }
    }

    /// Whether it is an archive that has not grown since it could not be read further.
    fn is_held_up(&self) -> bool {
        matches!(self.state, State::Stalled { .. }) && self.file.is_closed()
    }

    fn stall(&mut self, fault: Option<io::Error>, context: &Context<'_>) -> Step {
        let since = if let State::Stalled { since, .. } = self.state { since } else { context.now };
        if let Some(fault) = fault {
            self.state = State::Stalled { since, fault };
        }
        let State::Stalled { fault, .. } = &self.state else { return Step::End };
        if !context.hurry && !packed::is_final(fault) && context.now < since + PATIENCE {
            return Step::Wait;
        }
        let note = FollowNote::archive(&self.file.path, fault);
        self.give_up();
        Step::Lost(note)
    }

    fn give_up(&mut self) {
        self.file.close();
        self.state = State::Draining;
    }

    /// Returns the start of a line that nobody will finish, so that it is accounted for.
    pub(super) fn give_up_partial(&mut self, now: Instant, hurry: bool, block: &mut Block) -> bool {
        (hurry || (self.file.seam == Seam::Sealed && self.until <= now)) && self.file.hand_out_partial(block)
    }

    /// Whether it was read to its end. A `spare` file is not polled for late lines.
    pub(super) fn is_done(&self, now: Instant, spare: bool) -> bool {
        matches!(self.state, State::Draining)
            && self.file.is_read_up()
            && self.file.lines.partial().is_empty()
            && (spare || self.until <= now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow::Follower;
    use crate::source::Source;
    use flate2::{Compression, write::GzEncoder};
    use std::fs;
    use std::io::Write;
    use std::iter::successors;
    use std::sync::Arc;
    use std::time::Duration;

    /// Lines that hardly compress: half of their archive contains about half of them.
    fn lines() -> String {
        let next = |seed: &u64| Some(seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1));
        let lines = successors(Some(7), next).map(|number| format!("Jun 25 09:07:51 [1:2] m INFO {number:x}\n"));
        lines.take(6000).collect::<Vec<_>>().concat()
    }

    #[test]
    fn an_archive_that_was_met_while_it_was_packed_is_read_on_and_then_let_go() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let (log, archive) = (folder.path().join("billmgr.log"), folder.path().join("billmgr.log.1.gz"));
        fs::write(&log, "").expect("log");
        let mut follower = Follower::new(&log, Arc::new(Source::log("billmgr.log")));
        let mut block = Block::new(Arc::clone(follower.source()));
        let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
        gzip.write_all(lines().as_bytes()).expect("memory");
        let packed = gzip.finish().expect("memory");
        let (mut now, mut read) = (Instant::now(), Vec::new());
        let mut read_on = |follower: &mut Follower, millis| {
            now += Duration::from_millis(millis);
            while follower.read(now, &mut block).expect("read") {
                read.extend_from_slice(block.bytes());
            }
            read.len()
        };
        let half = packed.len() / 2;
        fs::write(&archive, &packed[..half]).expect("archive");
        fs::rename(&log, folder.path().join("billmgr.log.0")).expect("rename");
        fs::write(&log, "Jun 25 09:07:52 [1:2] m INFO last\n").expect("log");
        let first = read_on(&mut follower, 10);
        assert!(first > 0 && first < lines().len(), "{first}");
        assert!(follower.old.iter().any(|old| matches!(old.state, State::Stalled { .. })));
        let mut rest = fs::File::options().append(true).open(&archive).expect("archive");
        rest.write_all(&packed[half..]).expect("archive");
        assert!(read_on(&mut follower, 300) > lines().len());
        read_on(&mut follower, 300);
        read_on(&mut follower, 6000);
        assert!(follower.old.is_empty(), "the old file is let go in the end");
        assert_eq!(follower.take_notes(), []);
        assert_eq!(String::from_utf8(read).expect("text"), lines() + "Jun 25 09:07:52 [1:2] m INFO last\n");
    }
}
