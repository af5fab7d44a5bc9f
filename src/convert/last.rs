//! The last N requests of several logs, the newest looked for first.
//!
//! In: logs, the newest first. Out: the lines of the last N wanted requests, in log order, ready to be converted. A
//! plain file is read backwards until there are enough, so that the length of a log does not matter; a packed one or a
//! pipe has to be read whole. The lines that are kept may take 32 MiB; what does not fit beside the newer ones is
//! reported.

use super::converter::Verdict;
use super::{Converter, Settings, Totals};
use crate::source::tail::Tail;
use crate::source::{Block, BlockReader, Dropped, Source};
use std::collections::{HashSet, VecDeque};
use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::sync::Arc;

/// Collects the newest wanted requests.
#[derive(Debug)]
pub struct Last<'s> {
    converter: Converter<'s>,
    want: usize,
    unique: bool,
    found: VecDeque<Found>,
    /// How many may have been found before some are dropped.
    limit: usize,
    wanted: usize,
    /// Bytes of the lines found, and of those that were set aside.
    bytes: usize,
    newer: usize,
    /// Some are kept without their lines.
    is_over: bool,
    /// Requests that were looked at and not kept.
    totals: Totals,
}

/// Bytes that the lines kept may take: so many, and some for each line that was asked for.
const ROOM: usize = 32 * 1024 * 1024;
const ROOM_A_LINE: usize = 1024;

/// One line worth keeping: a wanted request, or an unreadable one among them.
#[derive(Debug)]
struct Found {
    block: Block,
    verdict: Verdict,
}

impl Found {
    fn is_wanted(&self) -> bool {
        !matches!(self.verdict, Verdict::Unreadable(_))
    }
}

impl<'s> Last<'s> {
    /// Looks for `want` requests.
    pub fn new(settings: &'s Settings, want: usize) -> Self {
        Self {
            converter: Converter::new(settings),
            want,
            unique: settings.filter.unique,
            found: VecDeque::new(),
            limit: want.saturating_mul(2),
            wanted: 0,
            bytes: 0,
            newer: 0,
            is_over: false,
            totals: Totals::default(),
        }
    }

    /// Whether older logs need not be looked at.
    pub fn is_complete(&mut self) -> bool {
        if self.wanted >= self.want {
            self.settle();
        }
        self.wanted >= self.want
    }

    /// Looks through a plain file that is older than what was found, backwards through this stretch of
    /// its bytes, which starts with a record.
    ///
    /// # Errors
    /// What reading the file reports.
    pub fn file(&mut self, file: &File, stretch: Range<u64>, source: &Arc<Source>) -> io::Result<()> {
        let mut tail = Tail::new(file, stretch, Arc::clone(source));
        let mut block = Block::new(Arc::clone(source));
        while !self.is_complete() && tail.read(&mut block)? {
            let newer = self.set_aside();
            self.judge(&block);
            self.put_behind(newer);
        }
        Ok(())
    }

    /// Looks through a stream that is older than what was found.
    ///
    /// # Errors
    /// What reading it reports, after all that came before was looked at.
    pub fn stream(&mut self, input: impl Read, source: &Arc<Source>) -> io::Result<()> {
        let newer = self.set_aside();
        let mut reader = BlockReader::new(input, Arc::clone(source));
        let mut block = Block::new(Arc::clone(source));
        let result = loop {
            match reader.read(&mut block) {
                Ok(true) => self.judge(&block),
                Ok(false) => break Ok(()),
                Err(error) => break Err(error),
            }
        };
        self.put_behind(newer);
        result
    }

    /// The lines found, oldest first, and the account of those that were not kept.
    pub fn into_lines(mut self) -> (impl Iterator<Item = Block>, Totals) {
        self.settle();
        (self.found.into_iter().map(|found| found.block), self.totals)
    }

    fn judge(&mut self, block: &Block) {
        if let Some(dropped) = &block.dropped {
            let block = Block::without_line(Arc::clone(&block.source), block.place, dropped.clone());
            self.found.push_back(Found { block, verdict: Verdict::Unreadable(None) });
        }
        let Self { converter, found, wanted, totals, bytes, .. } = self;
        converter.judge(block, |line, place, before, verdict| match verdict {
            Verdict::NoRequest => {}
            Verdict::Filtered => {
                totals.seen += 1;
                totals.filtered += 1;
            }
            Verdict::Unreadable(_) | Verdict::Wanted(_) => {
                let mut kept = Block::new(Arc::clone(&block.source));
                match &verdict {
                    Verdict::Unreadable(Some(why)) => {
                        kept.dropped = Some(Dropped::Unreadable(Arc::clone(why)));
                    }
                    _ => kept.extend(&block.bytes()[line]),
                }
                kept.place = place;
                kept.before = before;
                *bytes += kept.bytes().len();
                let kept = Found { block: kept, verdict };
                *wanted += usize::from(kept.is_wanted());
                found.push_back(kept);
            }
        });
        self.trim();
    }

    fn set_aside(&mut self) -> VecDeque<Found> {
        self.wanted = 0;
        self.newer = std::mem::take(&mut self.bytes);
        std::mem::take(&mut self.found)
    }

    fn put_behind(&mut self, newer: VecDeque<Found>) {
        self.wanted += newer.iter().filter(|found| found.is_wanted()).count();
        self.bytes += std::mem::take(&mut self.newer);
        self.found.extend(newer);
        self.trim();
    }

    /// Keeps what was found from growing without bound; looking for repeats each time would cost more than finding them.
    fn trim(&mut self) {
        let room = ROOM.saturating_add(self.want.saturating_mul(ROOM_A_LINE));
        let is_over = self.is_over || self.bytes + self.newer > room;
        if self.found.len() > self.limit || is_over {
            self.settle();
            self.limit = self.found.len().max(self.want).saturating_mul(2);
        }
        if is_over {
            self.fit(room.saturating_sub(self.newer));
        }
    }

    /// Keeps the newest lines for which there is room. What is older is kept without its line, to be reported, even where it
    /// would fit: which ones those are must not depend on the order in which a log is read.
    fn fit(&mut self, mut room: usize) {
        self.is_over = false;
        for Found { block, .. } in self.found.iter_mut().rev() {
            let len = block.bytes().len();
            self.is_over |= len > room || block.dropped == Some(Dropped::NoRoom);
            if !self.is_over {
                room -= len;
            } else if block.dropped.is_none() {
                self.bytes -= len;
                *block = Block::without_line(Arc::clone(&block.source), block.place, Dropped::NoRoom);
            }
        }
    }

    /// Drops the older of equal calls, and all that is older than the last `want`.
    fn settle(&mut self) {
        let kept = self.found.len();
        if self.unique {
            self.drop_repeats();
        }
        while self.found.front().is_some_and(|oldest| self.wanted + usize::from(!oldest.is_wanted()) > self.want) {
            let Some(oldest) = self.found.pop_front() else { break };
            self.wanted -= usize::from(oldest.is_wanted());
            self.bytes -= oldest.block.bytes().len();
        }
        let dropped = (kept - self.found.len()) as u64;
        self.totals.seen += dropped;
        self.totals.filtered += dropped;
    }

    fn drop_repeats(&mut self) {
        let mut known = HashSet::new();
        let mut repeats: Vec<bool> = Vec::with_capacity(self.found.len());
        for found in self.found.iter().rev() {
            let identity = if let Verdict::Wanted(identity) = &found.verdict { identity.as_ref() } else { None };
            repeats.push(identity.is_some_and(|identity| !known.insert(identity)));
        }
        self.wanted -= repeats.iter().filter(|repeat| **repeat).count();
        // The newest came first into the list, so the oldest comes first out of it.
        self.found.retain(|_| !repeats.pop().unwrap_or(false));
        self.bytes = self.found.iter().map(|found| found.block.bytes().len()).sum();
    }
}
