//! Converts one log with several threads, with the output in the log's order.
//!
//! No thread only reads or only writes: an idle thread takes the next job, which is to read a block,
//! to convert one or to hand out a finished one. Only one thread at a time reads, and only one hands out. Reading runs
//! slightly ahead, so that a packed log, where unpacking takes longest, is unpacked without pauses.
//!
//! Memory is limited to a few blocks and their output per thread, for the whole process: a full sink waits until the
//! blocks before its own were handed out, and then hands out its content as it arrives. Of large blocks, which hold one
//! long line each, there is only one at a time: no further block is read before its output was handed out. One thread
//! converts all of them, because allocators keep much of the freed memory for each thread.

#[cfg(test)]
mod tests;
mod turn;
mod work;

use super::{Converter, Sink, Totals};
use crate::source::{Block, BlockReader, Source};
use std::io::{self, Read};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use turn::Turn;
use work::{Job, Ready, Work};

/// Converts a stream with a converter, and with others like it on more threads. All state that outlives a request, such
/// as the calls seen by `--unique` and the names in use, stays in the converter: pass the same one for the next log of
/// a run. `make` creates a sink; `hand_out` is called with each filled sink in order, with the counts of its block, and
/// must empty it. A sink that is full before its block ends is handed out with zero counts.
///
/// # Errors
/// The first error of reading or of `hand_out`; all blocks before it were handed out.
pub fn convert_parallel<R, S>(
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
    // State over a whole log cannot be divided between threads.
    let threads = if converter.depends_on_earlier() { 1 } else { threads.min(MOST_THREADS) };
    let team = Team {
        work: Mutex::new(Work::new(reader, hand_out)),
        changed: Condvar::new(),
        new_block: || Block::new(Arc::clone(source)),
        new_sink: make,
        most_in_flight: 2 * threads as u64 + AHEAD as u64,
    };
    // Converting a short input takes less time than starting a thread: the second call shows that there is no more
    // input.
    let is_short = team.convert_one(converter, true) || team.convert_one(converter, true);
    if !is_short && threads > 1 {
        team.lock().ahead = AHEAD;
    }
    std::thread::scope(|scope| {
        for _ in 1..if is_short { 1 } else { threads } {
            let mut other = converter.like();
            let team = &team;
            scope.spawn(move || team.convert_all(&mut other, false));
        }
        team.convert_all(converter, true);
    });
    team.work.into_inner().unwrap_or_else(PoisonError::into_inner).result
}

/// Blocks that are read in advance for busy threads, so that they need not wait.
const AHEAD: usize = 2;

/// More threads would only take more memory: reading and handing out are sequential.
const MOST_THREADS: usize = 16;

struct Team<R, S, F, B, M> {
    work: Mutex<Work<R, S, F>>,
    /// Notified when a waiting thread may find a job.
    changed: Condvar,
    new_block: B,
    new_sink: M,
    /// The maximum number of blocks that were read and not handed out yet.
    most_in_flight: u64,
}

impl<R, S, F, B, M> Team<R, S, F, B, M>
where
    R: Read,
    S: Sink,
    F: FnMut(&mut S, Totals) -> io::Result<()>,
    B: Fn() -> Block,
    M: Fn() -> S,
{
    fn convert_all(&self, converter: &mut Converter<'_>, is_caller: bool) {
        while !self.convert_one(converter, is_caller) {}
    }

    /// Works until this thread has converted a block or, if it is not needed, another thread has. Returns true if all
    /// work is done.
    fn convert_one(&self, converter: &mut Converter<'_>, is_caller: bool) -> bool {
        let _guard = StopOnPanic(self);
        loop {
            match self.next_job(is_caller) {
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

    /// Waits until there is a job; `None` if there will be no more.
    fn next_job(&self, is_caller: bool) -> Option<Job<R, S, F>> {
        let mut work = self.lock();
        while !work.is_over() {
            if let Some(job) = work.job(self.most_in_flight, is_caller) {
                return Some(job);
            }
            work.waiting += 1;
            work = self.changed.wait(work).unwrap_or_else(PoisonError::into_inner);
            work.waiting -= 1;
        }
        self.changed.notify_all();
        None
    }

    /// Reads a block and passes it to a waiting thread, or returns one to convert here.
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
            Ok(true) => {
                work.read += 1;
                if block.is_large() {
                    work.large = Some(number);
                    work.large_block = Some((number, block));
                } else {
                    let is_for_others = work.blocks.len() < work.waiting + work.ahead;
                    work.blocks.push_back((number, block));
                    if !is_for_others {
                        // Take the oldest block, so that a thread that waits for its turn always waits for a block that
                        // another thread has.
                        mine = work.blocks.pop_front();
                    }
                }
            }
            Err(error) => {
                work.read += 1;
                let fault = Ready { sink: (self.new_sink)(), totals: Totals::default(), result: Err(error) };
                work.ready.insert(number, fault);
            }
        }
        self.notify(&work);
        mine
    }

    fn convert(&self, number: u64, block: Block, converter: &mut Converter<'_>) {
        let spare = self.lock().spare_sinks.pop();
        let sink = spare.unwrap_or_else(&self.new_sink);
        let before = converter.totals();
        let hand_out = |sink: &mut S| self.hand_out_part(number, sink);
        let mut turn = Turn { sink, hand_out, stopped: false };
        let result = converter.block(&block, &mut turn);
        let Turn { sink, stopped, .. } = turn;
        let block = Some(block).filter(|block| !block.is_large());
        let mut work = self.lock();
        if stopped {
            return;
        }
        work.spare_blocks.extend(block);
        work.ready.insert(number, Ready { sink, totals: converter.totals() - before, result });
        self.notify(&work);
    }

    /// Hands out the content of a full sink, once all blocks before its own were handed out. False if the work was
    /// stopped.
    fn hand_out_part(&self, number: u64, sink: &mut S) -> bool {
        let mut work = self.lock();
        loop {
            if work.stopped {
                return false;
            }
            let at = work.handed_out;
            if at == number
                && let Some(mut hand_out) = work.hand_out.take()
            {
                drop(work);
                let result = hand_out(sink, Totals::default());
                let mut work = self.lock();
                work.hand_out = Some(hand_out);
                let is_well = result.is_ok();
                if !is_well {
                    (work.stopped, work.result) = (true, result);
                }
                self.notify(&work);
                return is_well;
            }
            // All threads may be waiting here; then one of them hands out the finished block.
            if work.hand_out.is_some()
                && let Some(ready) = work.ready.remove(&at)
                && let Some(hand_out) = work.hand_out.take()
            {
                drop(work);
                self.hand_out(hand_out, ready);
                work = self.lock();
                continue;
            }
            work.waiting_turn += 1;
            work = self.changed.wait(work).unwrap_or_else(PoisonError::into_inner);
            work.waiting_turn -= 1;
        }
    }

    fn hand_out(&self, mut hand_out: F, mut ready: Ready<S>) {
        let result = hand_out(&mut ready.sink, ready.totals).and(ready.result);
        let mut work = self.lock();
        work.handed_out += 1;
        work.hand_out = Some(hand_out);
        work.spare_sinks.push(ready.sink);
        work.stopped = result.is_err();
        work.result = result;
        self.notify(&work);
    }

    fn notify(&self, work: &Work<R, S, F>) {
        if work.waiting + work.waiting_turn > 0 {
            self.changed.notify_all();
        }
    }
}

impl<R, S, F, B, M> Team<R, S, F, B, M> {
    fn lock(&self) -> MutexGuard<'_, Work<R, S, F>> {
        self.work.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A thread that panics must not leave the others waiting for its block.
struct StopOnPanic<'a, R, S, F, B, M>(&'a Team<R, S, F, B, M>);

impl<R, S, F, B, M> Drop for StopOnPanic<'_, R, S, F, B, M> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.lock().stopped = true;
            self.0.changed.notify_all();
        }
    }
}
