//! Finds the last N requests of several logs, newest first.
//!
//! In: logs, the newest first. Out: the lines of the last N selected requests, in log order, ready to be converted. A
//! plain file is read backwards until there are enough, so the length of a log does not matter; a packed one or a pipe
//! must be read completely. The kept lines may take 32 MiB; older lines that do not fit are reported.

use super::{Refusal, Settings, Totals};
use crate::scan::{Event, Known, Logged, Scanner};
use crate::source::outcome::Backward;
use crate::source::tail::Tail;
use crate::source::{Block, BlockReader, Dropped, Source};
use std::collections::{HashSet, VecDeque};
use std::convert::Infallible;
use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::sync::Arc;

/// Collects the newest selected requests.
#[derive(Debug)]
pub struct Last<'s> {
    scanner: Scanner<'s>,
    want: usize,
    /// Computes fingerprints of calls, with `--unique`.
    known: Option<Known>,
    /// Finds the outcomes of the requests, if they are needed.
    outcomes: Option<Backward>,
    /// The last log that was searched.
    found_in: Option<Arc<Source>>,
    found: VecDeque<Found>,
    /// The number of found lines at which surplus ones are dropped.
    limit: usize,
    wanted: usize,
    /// The size of the found lines in bytes, and of those that were set aside.
    bytes: usize,
    newer: usize,
    /// Whether some are kept without their lines.
    is_over: bool,
    /// Requests that were counted and not kept.
    totals: Totals,
}

/// The memory limit of the kept lines, in bytes: a fixed part, and a part per requested line.
const BUDGET: usize = 32 * 1024 * 1024;
const BUDGET_A_LINE: usize = 1024;

/// A kept line: a selected request, or an unreadable one among them.
#[derive(Debug)]
struct Found {
    logged: Logged,
    is_wanted: bool,
    /// The fingerprint of the call, with `--unique`.
    identity: Option<u128>,
}

impl<'s> Last<'s> {
    /// Searches for the last `want` requests.
    pub fn new(settings: &'s Settings, want: usize) -> Self {
        Self {
            scanner: Scanner::new(&settings.scan),
            want,
            known: settings.print.unique.then(Known::default),
            outcomes: settings.wants_outcomes().then(Backward::default),
            found_in: None,
            found: VecDeque::new(),
            limit: want.saturating_mul(2),
            wanted: 0,
            bytes: 0,
            newer: 0,
            is_over: false,
            totals: Totals::default(),
        }
    }

    /// Finds the outcomes of the requests, whatever the settings need.
    #[must_use]
    pub fn with_outcomes(self) -> Self {
        Self { outcomes: Some(Backward::default()), ..self }
    }

    /// Whether older logs are not needed.
    pub fn is_complete(&mut self) -> bool {
        if self.wanted >= self.want {
            self.settle();
        }
        self.wanted >= self.want
    }

    /// Searches a plain file that is older than everything found so far. Reads this range of its bytes backwards; the
    /// range must start at the start of a record.
    ///
    /// # Errors
    /// Errors of reading the file.
    pub fn file(&mut self, file: &File, range: Range<u64>, source: &Arc<Source>) -> io::Result<()> {
        // Threads of another panel have the same numbers.
        if self.found_in.as_ref().is_some_and(|last| last.manager != source.manager)
            && let Some(outcomes) = &mut self.outcomes
        {
            *outcomes = Backward::default();
        }
        self.found_in = Some(Arc::clone(source));
        let mut tail = Tail::new(file, range, Arc::clone(source));
        let mut block = Block::new(Arc::clone(source));
        while !self.is_complete() && tail.read(&mut block)? {
            if let Some(outcomes) = &mut self.outcomes {
                outcomes.look(&mut block);
            }
            let newer = self.set_aside();
            self.add(&block);
            self.put_behind(newer);
        }
        Ok(())
    }

    /// Searches a stream that is older than everything found so far.
    ///
    /// # Errors
    /// Errors of reading it; everything before the error was searched.
    pub fn stream(&mut self, input: impl Read, source: &Arc<Source>) -> io::Result<()> {
        let newer = self.set_aside();
        let mut reader = BlockReader::new(input, Arc::clone(source));
        if self.outcomes.is_some() {
            reader = reader.with_outcomes(|| true);
        }
        let mut block = Block::new(Arc::clone(source));
        let result = loop {
            match reader.read(&mut block) {
                Ok(true) => self.add(&block),
                Ok(false) => break Ok(()),
                Err(error) => break Err(error),
            }
        };
        self.put_behind(newer);
        result
    }

    /// The found lines, oldest first, and the counts of those that were not kept.
    pub fn into_lines(mut self) -> (impl Iterator<Item = Block>, Totals) {
        self.settle();
        (self.found.into_iter().map(|found| found.logged.block()), self.totals)
    }

    fn add(&mut self, block: &Block) {
        let Self { scanner, found, wanted, totals, known, bytes, .. } = self;
        let Ok(()) = scanner.scan(block, |at, event| {
            let (logged, identity) = match event {
                Event::Other(_) => return Ok::<(), Infallible>(()),
                Event::Filtered => {
                    totals.seen += 1;
                    totals.filtered += 1;
                    return Ok(());
                }
                Event::Dropped(why) => (at.to_dropped(why.clone()), None),
                Event::Unreadable(fault) => (Refusal::of(fault, at).to_logged(at), None),
                Event::Request(request) => {
                    *wanted += 1;
                    (at.to_logged(), known.as_mut().map(|known| known.identity(request)))
                }
            };
            *bytes += logged.line().len();
            found.push_back(Found { logged, is_wanted: matches!(event, Event::Request(_)), identity });
            Ok(())
        });
        self.trim();
    }

    fn set_aside(&mut self) -> VecDeque<Found> {
        self.wanted = 0;
        self.newer = std::mem::take(&mut self.bytes);
        std::mem::take(&mut self.found)
    }

    fn put_behind(&mut self, newer: VecDeque<Found>) {
        self.wanted += newer.iter().filter(|found| found.is_wanted).count();
        self.bytes += std::mem::take(&mut self.newer);
        self.found.extend(newer);
        self.trim();
    }

    /// Limits the number of found lines. Repeats are removed only at the limit: doing so each time would cost more than
    /// the search.
    fn trim(&mut self) {
        let budget = BUDGET.saturating_add(self.want.saturating_mul(BUDGET_A_LINE));
        let is_over = self.is_over || self.bytes + self.newer > budget;
        if self.found.len() > self.limit || is_over {
            self.settle();
            self.limit = self.found.len().max(self.want).saturating_mul(2);
        }
        if is_over {
            self.fit(budget.saturating_sub(self.newer));
        }
    }

    /// Keeps the newest lines that fit into the budget. All older lines lose their text and are reported, even if some
    /// would fit: the selection must not depend on the order in which a log is read.
    fn fit(&mut self, mut budget: usize) {
        self.is_over = false;
        for Found { logged, .. } in self.found.iter_mut().rev() {
            let len = logged.line().len();
            self.is_over |= len > budget || logged.dropped() == Some(&Dropped::NotKept);
            if !self.is_over {
                budget -= len;
            } else if logged.dropped().is_none() {
                self.bytes -= len;
                logged.drop_line(Dropped::NotKept);
            }
        }
    }

    /// Drops the older ones of equal calls, and everything older than the last `want`.
    fn settle(&mut self) {
        let kept = self.found.len();
        if self.known.is_some() {
            self.drop_repeats();
        }
        while self.found.front().is_some_and(|oldest| self.wanted + usize::from(!oldest.is_wanted) > self.want) {
            let Some(oldest) = self.found.pop_front() else { break };
            self.wanted -= usize::from(oldest.is_wanted);
            self.bytes -= oldest.logged.line().len();
        }
        let dropped = (kept - self.found.len()) as u64;
        self.totals.seen += dropped;
        self.totals.filtered += dropped;
    }

    fn drop_repeats(&mut self) {
        let mut known = HashSet::new();
        let mut repeats: Vec<bool> = Vec::with_capacity(self.found.len());
        for found in self.found.iter().rev() {
            repeats.push(found.identity.is_some_and(|identity| !known.insert(identity)));
        }
        self.wanted -= repeats.iter().filter(|repeat| **repeat).count();
        // The list was filled with the newest first, so popping yields the oldest first.
        self.found.retain(|_| !repeats.pop().unwrap_or(false));
        self.bytes = self.found.iter().map(|found| found.logged.line().len()).sum();
    }
}
