//! Several threads over one log, with the output in the log's order.
//!
//! There is no thread for reading and none for writing: whoever has nothing else to do takes the next piece of work, be it
//! to read a block, to convert one or to hand out what is ready. Reading and handing out are done by one thread at a time,
//! and reading is a little ahead, so that a packed log, where unpacking is the longest part, is unpacked without a pause.
//! Memory is bounded by a few blocks and their output a thread.

use super::{Converter, Sink, Totals};
use crate::source::{Block, BlockReader, Source};
use std::collections::{BTreeMap, VecDeque};
use std::io::{self, Read};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// Converts a stream with a converter, and with others like it on more threads. What is remembered from one request to
/// the next, the calls that `--unique` has seen and the names given out, stays with the converter: the next log of a
/// run must get the same one. `make` makes a sink; `hand_out` gets each filled one in order, with the account of its block,
/// and empties it.
///
/// # Errors
/// What reading or `hand_out` reports, whichever came first; all blocks before were handed out.
pub fn convert<R, S>(
    reader: BlockReader<R>,
    source: &Arc<Source>,
    converter: &mut Converter<'_>,
    threads: usize,
    make: impl Fn() -> S + Sync,
    hand_out: impl FnMut(&mut S, Totals) -> io::Result<()> + Send,
) -> io::Result<()>
where
    R: Read + Send,
    S: Sink + Send,
{
    let settings = converter.settings();
    // What is counted or remembered over a whole log cannot be divided.
    let alone = settings.filter.unique
        || settings.program().is_some()
        || settings.targets.iter().any(|target| target.depends_on_earlier());
    let threads = if alone { 1 } else { threads };
    let team = Team {
        work: Mutex::new(Work::new(reader, hand_out)),
        changed: Condvar::new(),
        new_block: || Block::new(Arc::clone(source)),
        new_sink: make,
        most_in_flight: 2 * threads as u64 + AHEAD as u64,
    };
    // A line from an editor is converted before another thread would have started: the second block shows that there is none.
    let is_short = team.convert_one(converter) || team.convert_one(converter);
    if !is_short && threads > 1 {
        team.lock().ahead = AHEAD;
    }
    std::thread::scope(|scope| {
        for _ in 1..if is_short { 1 } else { threads } {
            scope.spawn(|| team.convert_all(&mut Converter::new(settings)));
        }
        team.convert_all(converter);
    });
    team.work.into_inner().unwrap_or_else(PoisonError::into_inner).result
}

/// Blocks that are read for threads that are still busy, so that they need not wait.
const AHEAD: usize = 2;

struct Team<R, S, F, B, M> {
    work: Mutex<Work<R, S, F>>,
    /// Somebody who waits may find something to do.
    changed: Condvar,
    new_block: B,
    new_sink: M,
    /// Blocks that may be read and not yet handed out.
    most_in_flight: u64,
}

struct Work<R, S, F> {
    /// Not here while somebody reads.
    reader: Option<BlockReader<R>>,
    /// Blocks read so far; a block's number is its place in the output.
    read: u64,
    ended: bool,
    /// Blocks for threads that wait.
    blocks: VecDeque<(u64, Block)>,
    /// How many of them there may be beyond those that somebody waits for: none as long as there is one thread, since a
    /// pipe may make it wait for the next block.
    ahead: usize,
    /// Not here while somebody hands out.
    hand_out: Option<F>,
    handed_out: u64,
    /// What is ready but not yet at its turn.
    ready: BTreeMap<u64, Ready<S>>,
    result: io::Result<()>,
    stopped: bool,
    waiting: usize,
    /// To be filled again.
    spare_blocks: Vec<Block>,
    spare_sinks: Vec<S>,
}

/// What became of a block; a fault in reading takes the place of one.
struct Ready<S> {
    sink: S,
    totals: Totals,
    result: io::Result<()>,
}

enum Job<R, S, F> {
    Read(BlockReader<R>),
    Convert(u64, Block),
    HandOut(F, Ready<S>),
}

impl<R, S, F> Work<R, S, F> {
    fn new(reader: BlockReader<R>, hand_out: F) -> Self {
        Self {
            reader: Some(reader),
            read: 0,
            ended: false,
            blocks: VecDeque::new(),
            ahead: 0,
            hand_out: Some(hand_out),
            handed_out: 0,
            ready: BTreeMap::new(),
            result: Ok(()),
            stopped: false,
            waiting: 0,
            spare_blocks: Vec::new(),
            spare_sinks: Vec::new(),
        }
    }

    fn is_over(&self) -> bool {
        self.stopped || (self.ended && self.handed_out == self.read)
    }

    /// What can be done now: first what others wait for.
    fn job(&mut self, most_in_flight: u64) -> Option<Job<R, S, F>> {
        if self.hand_out.is_some()
            && let Some(ready) = self.ready.remove(&self.handed_out)
        {
            return self.hand_out.take().map(|hand_out| Job::HandOut(hand_out, ready));
        }
        // A block for each thread that waits is on its way to it.
        let supplied = self.blocks.len() > self.waiting + self.ahead;
        let may_read = !self.ended && self.read - self.handed_out < most_in_flight;
        if may_read && !supplied && self.reader.is_some() {
            return self.reader.take().map(Job::Read);
        }
        self.blocks.pop_front().map(|(number, block)| Job::Convert(number, block))
    }
}

impl<R, S, F, B, M> Team<R, S, F, B, M>
where
    R: Read,
    S: Sink,
    F: FnMut(&mut S, Totals) -> io::Result<()>,
    B: Fn() -> Block,
    M: Fn() -> S,
{
    fn convert_all(&self, converter: &mut Converter<'_>) {
        while !self.convert_one(converter) {}
    }

    /// Works until a block has been converted, by this thread or, where it is not needed, another. True if all is done.
    fn convert_one(&self, converter: &mut Converter<'_>) -> bool {
        let _guard = StopOnPanic(self);
        loop {
            match self.next_job() {
                None => return true,
                Some(Job::HandOut(hand_out, ready)) => self.hand_out(hand_out, ready),
                Some(Job::Convert(number, block)) => {
                    self.convert(number, block, converter);
                    return false;
                }
                Some(Job::Read(reader)) => {
                    if let Some((number, block)) = self.read(reader) {
                        self.convert(number, block, converter);
                        return false;
                    }
                }
            }
        }
    }

    /// Waits until there is something to do; `None` if there never will be.
    fn next_job(&self) -> Option<Job<R, S, F>> {
        let mut work = self.lock();
        while !work.is_over() {
            if let Some(job) = work.job(self.most_in_flight) {
                return Some(job);
            }
            work.waiting += 1;
            work = self.changed.wait(work).unwrap_or_else(PoisonError::into_inner);
            work.waiting -= 1;
        }
        self.changed.notify_all();
        None
    }

    /// Reads a block and gives it to a thread that waits, or back.
    fn read(&self, mut reader: BlockReader<R>) -> Option<(u64, Block)> {
        let spare = self.lock().spare_blocks.pop();
        let mut block = spare.unwrap_or_else(&self.new_block);
        let read = reader.read(&mut block);
        let mut work = self.lock();
        work.ended = !matches!(read, Ok(true));
        work.reader = Some(reader);
        let number = work.read;
        let mut mine = None;
        match read {
            Ok(false) => {}
            Ok(true) if work.blocks.len() < work.waiting + work.ahead => {
                work.read += 1;
                work.blocks.push_back((number, block));
            }
            Ok(true) => {
                work.read += 1;
                mine = Some((number, block));
            }
            Err(error) => {
                work.read += 1;
                let fault = Ready { sink: (self.new_sink)(), totals: Totals::default(), result: Err(error) };
                work.ready.insert(number, fault);
            }
        }
        self.tell(&work);
        mine
    }

    fn convert(&self, number: u64, block: Block, converter: &mut Converter<'_>) {
        let spare = self.lock().spare_sinks.pop();
        let mut sink = spare.unwrap_or_else(&self.new_sink);
        let before = converter.totals();
        let result = converter.block(&block, &mut sink);
        let mut work = self.lock();
        work.spare_blocks.push(block);
        work.ready.insert(number, Ready { sink, totals: converter.totals() - before, result });
        self.tell(&work);
    }

    fn hand_out(&self, mut hand_out: F, mut ready: Ready<S>) {
        let result = hand_out(&mut ready.sink, ready.totals).and(ready.result);
        let mut work = self.lock();
        work.handed_out += 1;
        work.hand_out = Some(hand_out);
        work.spare_sinks.push(ready.sink);
        work.stopped = result.is_err();
        work.result = result;
        self.tell(&work);
    }

    fn tell(&self, work: &Work<R, S, F>) {
        if work.waiting > 0 {
            self.changed.notify_all();
        }
    }
}

impl<R, S, F, B, M> Team<R, S, F, B, M> {
    fn lock(&self) -> MutexGuard<'_, Work<R, S, F>> {
        self.work.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A thread that dies must not leave the others waiting for its block.
struct StopOnPanic<'a, R, S, F, B, M>(&'a Team<R, S, F, B, M>);

impl<R, S, F, B, M> Drop for StopOnPanic<'_, R, S, F, B, M> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.lock().stopped = true;
            self.0.changed.notify_all();
        }
    }
}
