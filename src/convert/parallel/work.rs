//! The state of a team: blocks that were read, finished blocks, and the next job for an idle thread.

use crate::convert::Totals;
use crate::source::{Block, BlockReader};
use std::collections::{BTreeMap, VecDeque};
use std::io;

pub(super) struct Work<R, S, F> {
    /// `None` while a thread reads.
    pub(super) reader: Option<BlockReader<R>>,
    /// The number of blocks read so far; the number of a block is its position in the output.
    pub(super) read: u64,
    pub(super) ended: bool,
    /// The number of the newest large block; the block itself, until the calling thread takes it.
    pub(super) large: Option<u64>,
    pub(super) large_block: Option<(u64, Block)>,
    /// Blocks for waiting threads.
    pub(super) blocks: VecDeque<(u64, Block)>,
    /// How many of them there may be beyond one per waiting thread. Zero for a single thread, because reading the next
    /// block from a pipe may block.
    pub(super) ahead: usize,
    /// `None` while a thread hands out.
    pub(super) hand_out: Option<F>,
    pub(super) handed_out: u64,
    /// Finished blocks whose turn has not come yet.
    pub(super) ready: BTreeMap<u64, Ready<S>>,
    pub(super) result: io::Result<()>,
    pub(super) stopped: bool,
    pub(super) waiting: usize,
    /// The number of threads that wait for their block's turn to be handed out.
    pub(super) waiting_turn: usize,
    /// For reuse.
    pub(super) spare_blocks: Vec<Block>,
    pub(super) spare_sinks: Vec<S>,
}

/// A converted block; an error of reading takes the place of a block.
pub(super) struct Ready<S> {
    pub(super) sink: S,
    pub(super) totals: Totals,
    pub(super) result: io::Result<()>,
}

pub(super) enum Job<R, S, F> {
    Read(BlockReader<R>),
    Convert(u64, Block),
    HandOut(F, Ready<S>),
}

impl<R, S, F> Work<R, S, F> {
    pub(super) fn new(reader: BlockReader<R>, hand_out: F) -> Self {
        Self {
            reader: Some(reader),
            read: 0,
            ended: false,
            large: None,
            large_block: None,
            blocks: VecDeque::new(),
            ahead: 0,
            hand_out: Some(hand_out),
            handed_out: 0,
            ready: BTreeMap::new(),
            result: Ok(()),
            stopped: false,
            waiting: 0,
            waiting_turn: 0,
            spare_blocks: Vec::new(),
            spare_sinks: Vec::new(),
        }
    }

    pub(super) fn is_over(&self) -> bool {
        self.stopped || (self.ended && self.handed_out == self.read)
    }

    /// The next job; jobs that other threads wait for come first.
    pub(super) fn job(&mut self, most_in_flight: u64, is_caller: bool) -> Option<Job<R, S, F>> {
        if self.hand_out.is_some()
            && let Some(ready) = self.ready.remove(&self.handed_out)
        {
            return self.hand_out.take().map(|hand_out| Job::HandOut(hand_out, ready));
        }
        if is_caller && let Some((number, block)) = self.large_block.take() {
            return Some(Job::Convert(number, block));
        }
        // Each waiting thread has a block already.
        let supplied = self.blocks.len() > self.waiting + self.ahead;
        let large_is_over = self.large.is_none_or(|number| number < self.handed_out);
        let may_read = !self.ended && large_is_over && self.read - self.handed_out < most_in_flight;
        if may_read && !supplied && self.reader.is_some() {
            return self.reader.take().map(Job::Read);
        }
        self.blocks.pop_front().map(|(number, block)| Job::Convert(number, block))
    }
}
