//! Reads from followed logs, converts and prints, on any thread.
//!
//! In: followers. Out: snippets and notes, each printed as soon as its line was read, and the state that belongs
//! to them.

use crate::app::failure::Failure;
use crate::app::live::Listener;
use crate::app::log_level::{Missing, Watcher};
use crate::app::output::{Batch, Rest};
use crate::app::run::Run;
use crate::app::state::{State, StateError};
use crate::app::wake::Wake;
use crate::sys::stdout;
use mgr2api::{Block, Converter, Follower, Note, Outcomes, Sink, Snippet, Visible};
use std::io;
use std::sync::Arc;
use std::time::Instant;

/// A run that follows logs.
pub(super) struct Following {
    pub(super) run: Run<'static>,
    pub(super) converter: Converter<'static>,
    pub(super) batch: Batch,
    pub(super) wake: Arc<Wake>,
}

impl Listener for Following {
    type Error = Failure;

    fn is_over(&self) -> bool {
        self.wake.is_stopped()
    }

    fn read_all(&mut self, logs: &mut [Follower]) -> Result<(), Failure> {
        let Self { run, converter, batch, wake } = self;
        run.read_all(logs, converter, batch, || wake.is_stopped()).map(drop)
    }

    fn level(&mut self) -> &mut Watcher {
        &mut self.run.level
    }

    fn report_level(&mut self, missing: Missing) -> Result<(), Failure> {
        self.run.inform(&missing.hint());
        Ok(())
    }

    fn inform(&mut self, note: String) -> Result<(), Failure> {
        self.run.inform(&note);
        Ok(())
    }

    fn waited(&mut self) -> Result<(), Failure> {
        // A quiet panel causes no writes, so only this check notices that the reader of the pipe has ended.
        if stdout::is_abandoned() { Err(Failure::Write(io::ErrorKind::BrokenPipe.into())) } else { Ok(()) }
    }
}

impl Run<'_> {
    /// Prints all that can be read now, a block of each log in turn, so that a busy log does not delay the others.
    /// Returns true if `is_over` stopped it first: lines may arrive as fast as they are read.
    pub(super) fn read_all(
        &mut self,
        logs: &mut [Follower],
        converter: &mut Converter<'_>,
        batch: &mut Batch,
        is_over: impl Fn() -> bool,
    ) -> Result<bool, Failure> {
        let (mut more, mut is_cut) = (true, false);
        while std::mem::take(&mut more) {
            is_cut = is_over();
            if is_cut {
                break;
            }
            for log in &mut *logs {
                let mut block = self.block.take().unwrap_or_else(|| Block::new(Arc::clone(log.source())));
                match log.read(Instant::now(), &mut block) {
                    Ok(false) => {}
                    Ok(true) => {
                        more = true;
                        self.find_refusals(&mut block);
                        let in_parts = self.convert(&block, converter, batch)?;
                        match &mut self.state {
                            Some(state) if batch.is_empty() && !in_parts => state.skip(),
                            Some(state) => state.stage(log),
                            None => {}
                        }
                        self.print(batch)?;
                        self.copy();
                        // Free the memory of a long line now, not when the next line arrives.
                        block.clear();
                    }
                    Err(error) => self.cannot_read(&format!("{}: {error}", log.source().name)),
                }
                self.block = Some(block);
                self.report_notes(log);
            }
            if let Some(state) = &mut self.state {
                state.tend(logs)?;
            }
        }
        self.settle().map(|()| is_cut)
    }

    /// Finds refusals in the block, also of requests that were printed before.
    fn find_refusals(&mut self, block: &mut Block) {
        let settings = &self.options.settings;
        if self.options.quiet && !settings.wants_outcomes() {
            return;
        }
        let keeps_lines = settings.scan.filter.failed == Some(true);
        let name = &block.source.name;
        if !self.outcomes.contains_key(name) {
            self.outcomes.insert(name.clone(), Outcomes::of_growing_log(keeps_lines));
        }
        if let Some(outcomes) = self.outcomes.get_mut(name) {
            outcomes.look(block);
        }
    }

    fn report_notes(&mut self, log: &mut Follower) {
        for note in log.take_notes() {
            self.totals.losses += u64::from(note.is_loss());
            self.unreadable |= note.is_flaw();
            self.inform(&format!("{}: {note}", Visible(log.source().name.as_bytes())));
        }
    }

    /// Converts a block; returns whether a part of its output is printed already.
    pub(super) fn convert(
        &mut self,
        block: &Block,
        converter: &mut Converter<'_>,
        batch: &mut Batch,
    ) -> Result<bool, Failure> {
        let before = converter.totals();
        let mut parts = Parts { batch, state: self.state.as_mut(), is_printed: false, failure: None };
        let result = converter.block(block, &mut parts).map_err(Failure::Write);
        let Parts { is_printed, failure, .. } = parts;
        failure.map_or(result, |error| Err(error.into()))?;
        let totals = converter.totals() - before;
        self.level.add(block, totals.seen > 0, Instant::now());
        self.account(totals, &block.source);
        Ok(is_printed)
    }
}

/// With a state, prints the output of a block in parts, which bounds memory. The state counts all parts with the last
/// one.
struct Parts<'b, 's> {
    batch: &'b mut Batch,
    state: Option<&'s mut State>,
    is_printed: bool,
    failure: Option<StateError>,
}

impl Parts<'_, '_> {
    fn print_if_full(&mut self) -> io::Result<()> {
        let Some(state) = self.state.as_mut().filter(|_| self.batch.is_full()) else { return Ok(()) };
        if let Err(error) = state.announce_part(self.batch.text()) {
            self.failure = Some(error);
            return Err(io::Error::other("the state cannot be written"));
        }
        self.is_printed = true;
        self.batch.print(Rest::Nothing)
    }
}

impl Sink for Parts<'_, '_> {
    fn snippet(&mut self, snippet: &Snippet) -> io::Result<()> {
        self.batch.snippet(snippet)?;
        self.print_if_full()
    }

    fn large(&mut self, snippet: &mut Snippet) -> io::Result<()> {
        self.batch.large(snippet)?;
        self.print_if_full()
    }

    fn lines(&mut self, lines: &[u8]) -> io::Result<()> {
        self.batch.lines(lines)?;
        self.print_if_full()
    }

    fn note(&mut self, note: &Note<'_>) -> io::Result<()> {
        self.batch.note(note)?;
        self.print_if_full()
    }

    fn is_full(&self) -> bool {
        self.batch.is_full()
    }

    fn wants_notes(&self) -> bool {
        self.batch.wants_notes()
    }
}
