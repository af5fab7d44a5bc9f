//! Several threads over one log, with the output in the log's order.
//!
//! Each thread takes the next block, converts it into a sink of its own, waits for its turn and hands the sink out. Only
//! reading and handing out are done one at a time, and memory is bounded by a block and its output a thread. There is
//! no reader thread: on two cores it would stand in the way of the work.

use super::{Converter, Sink, Totals};
use crate::source::{Block, BlockReader, Source};
use std::io::{self, Read};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// Converts a stream with a converter, and with others like it on more threads. What is remembered from one request to
/// the next, the calls that `--unique` has seen and the names given out, stays with the converter: the next log of a
/// run must get the same one. `make` makes a sink for a thread; `hand_out` gets each filled one in order, with the account of
/// its block, and empties it.
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
    S: Sink,
{
    let shared = Shared {
        input: Mutex::new(Input { reader, blocks: 0, ended: false }),
        output: Mutex::new(Output { hand_out, next: 0, result: Ok(()), stopped: false }),
        turn: Condvar::new(),
    };
    let settings = converter.settings();
    // What is counted or remembered over a whole log cannot be divided.
    let alone = settings.filter.unique || settings.targets.iter().any(|target| target.depends_on_earlier());
    std::thread::scope(|scope| {
        for _ in 1..if alone { 1 } else { threads } {
            scope.spawn(|| shared.work(source, &mut Converter::new(settings), make()));
        }
        shared.work(source, converter, make());
    });
    shared.output.into_inner().unwrap_or_else(PoisonError::into_inner).result
}

struct Shared<R, F> {
    input: Mutex<Input<R>>,
    output: Mutex<Output<F>>,
    turn: Condvar,
}

struct Input<R> {
    reader: BlockReader<R>,
    /// Blocks read so far; a block's number is its place in the output.
    blocks: u64,
    ended: bool,
}

struct Output<F> {
    hand_out: F,
    /// The number of the block that may be handed out.
    next: u64,
    result: io::Result<()>,
    stopped: bool,
}

impl<R: Read, F> Shared<R, F> {
    fn work<S: Sink>(&self, source: &Arc<Source>, converter: &mut Converter<'_>, mut sink: S)
    where
        F: FnMut(&mut S, Totals) -> io::Result<()>,
    {
        let _guard = StopOnPanic(self);
        let mut block = Block::new(Arc::clone(source));
        while let Some((number, read)) = self.next_block(&mut block) {
            let before = converter.totals();
            let result = read.and_then(|()| converter.block(&block, &mut sink));
            let mut output = lock(&self.output);
            while output.next != number && !output.stopped {
                output = self.turn.wait(output).unwrap_or_else(PoisonError::into_inner);
            }
            if output.stopped {
                return;
            }
            let result = (output.hand_out)(&mut sink, converter.totals() - before).and(result);
            output.next += 1;
            output.stopped = result.is_err();
            output.result = result;
            drop(output);
            self.turn.notify_all();
        }
    }

    /// Reads the next block and its number; a fault takes the place of a block.
    fn next_block(&self, block: &mut Block) -> Option<(u64, io::Result<()>)> {
        let mut input = lock(&self.input);
        if input.ended {
            return None;
        }
        let read = input.reader.read(block);
        input.ended = !matches!(read, Ok(true));
        let number = input.blocks;
        input.blocks += 1;
        match read {
            Ok(false) => None,
            Ok(true) => Some((number, Ok(()))),
            Err(error) => Some((number, Err(error))),
        }
    }
}

/// A thread that dies must not leave the others waiting for its block.
struct StopOnPanic<'a, R, F>(&'a Shared<R, F>);

impl<R, F> Drop for StopOnPanic<'_, R, F> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            lock(&self.0.output).stopped = true;
            self.0.turn.notify_all();
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
