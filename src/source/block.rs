//! Cuts a stream of bytes into blocks of whole lines.
//!
//! In: any reader. Out: [`Block`]s, filled in place so that a long log needs one buffer a thread; the piece of a line
//! at the end of one read becomes the start of the next block. A pipe is not waited for: what has arrived goes on as
//! soon as it has a line end, so that `tail -f | mgr2api` answers at once.

use super::{Place, Source};
use crate::record::continuation::Before;
use memchr::{memchr_iter, memrchr};
use std::io::{self, ErrorKind, Read};
use std::sync::Arc;

/// Whole lines of one source.
#[derive(Debug, Clone)]
pub struct Block {
    /// Grows to the longest stretch and is never emptied: clearing memory costs as much as reading it.
    buffer: Vec<u8>,
    len: usize,
    /// Where the first line stands.
    pub place: Place,
    /// What the first line follows.
    pub before: Before,
    /// Where the lines come from.
    pub source: Arc<Source>,
    /// How many lines end in front of each [`STEP`]; nothing where lines are not counted.
    line_ends: Vec<u64>,
    /// Bytes of the first line that were passed over because it is longer than [`LONGEST_LINE`].
    pub skipped: u64,
}

impl Block {
    /// A block to be filled.
    pub fn new(source: Arc<Source>) -> Self {
        Self {
            buffer: Vec::new(),
            len: 0,
            place: Place::Line(1),
            before: Before::default(),
            source,
            line_ends: Vec::new(),
            skipped: 0,
        }
    }

    /// The lines with their ends; only the last line of a source may lack one.
    pub fn bytes(&self) -> &[u8] {
        &self.buffer[..self.len]
    }

    /// Empties the block.
    pub fn clear(&mut self) {
        self.len = 0;
        self.line_ends.clear();
    }

    /// How many lines end in front of that byte.
    pub fn line_ends_before(&self, at: usize) -> u64 {
        let (counted, ends) = self.line_ends.get(at / STEP).map_or((0, 0), |&ends| (at / STEP * STEP, ends));
        ends + memchr_iter(b'\n', &self.bytes()[counted..at]).count() as u64
    }

    /// Counts the lines, and says how many they are.
    fn count_lines(&mut self) -> u64 {
        let mut count = 0;
        for step in self.buffer[..self.len].chunks(STEP) {
            self.line_ends.push(count);
            count += memchr_iter(b'\n', step).count() as u64;
        }
        count
    }

    /// Appends bytes.
    pub fn extend(&mut self, bytes: &[u8]) {
        self.room(bytes.len())[..bytes.len()].copy_from_slice(bytes);
        self.len += bytes.len();
    }

    /// Room for `want` more bytes at least, to be filled and then counted with [`Block::advance`].
    pub fn room(&mut self, want: usize) -> &mut [u8] {
        if self.buffer.len() < self.len + want {
            self.buffer.resize(self.len + want, 0);
        }
        &mut self.buffer[self.len..]
    }

    /// Counts bytes that were written to the room.
    pub fn advance(&mut self, count: usize) {
        self.len += count;
    }

    /// Drops all from `len` on.
    pub fn truncate(&mut self, len: usize) {
        self.len = self.len.min(len);
    }
}

/// Bytes of a block: enough for a few hundred lines, little enough for a processor's cache.
const BLOCK: usize = 256 * 1024;

/// Bytes between two places of a block at which it is known how many lines end in front of them.
const STEP: usize = 2048;

/// The longest line that is kept whole. A longer one is no log line but a file of another kind, and would cost as much
/// memory as it is long.
pub const LONGEST_LINE: usize = 128 * 1024 * 1024;

/// Reads blocks from a stream.
#[derive(Debug)]
pub struct BlockReader<R> {
    reader: R,
    source: Arc<Source>,
    /// The start of a line whose end has not been read yet.
    partial: Vec<u8>,
    place: Place,
    before: Before,
    scratch: Vec<u8>,
    ended: bool,
    /// Met after the bytes that are still to be handed out.
    fault: Option<io::Error>,
    longest: usize,
}

impl<R: Read> BlockReader<R> {
    /// Starts at the reader's first byte, which is line 1.
    pub fn new(reader: R, source: Arc<Source>) -> Self {
        Self {
            reader,
            source,
            partial: Vec::new(),
            place: Place::Line(1),
            before: Before::default(),
            scratch: Vec::new(),
            ended: false,
            fault: None,
            longest: LONGEST_LINE,
        }
    }

    /// Starts at another place of the log, where a record does.
    #[must_use]
    pub fn starting_at(self, place: Place) -> Self {
        Self { place, ..self }
    }

    /// The next lines, in place of what `block` held; false at the end.
    ///
    /// # Errors
    /// What the reader reports, after all that was read before has been handed out.
    pub fn read(&mut self, block: &mut Block) -> io::Result<bool> {
        block.clear();
        block.skipped = 0;
        block.extend(&self.partial);
        self.partial.clear();
        let mut complete = None;
        while complete.is_none() && !self.ended {
            let searched = block.len;
            self.fill(block);
            complete = memrchr(b'\n', &block.bytes()[searched..]).map(|at| searched + at + 1);
            if complete.is_none() && block.len > self.longest {
                self.skip_line(block);
                complete = memrchr(b'\n', block.bytes()).map(|at| at + 1);
            }
        }
        if let Some(end) = complete {
            self.partial.extend_from_slice(&block.bytes()[end..]);
            block.truncate(end);
        }
        if block.len == 0 && block.skipped == 0 {
            return self.fault.take().map_or(Ok(false), Err);
        }
        block.source = Arc::clone(&self.source);
        block.place = self.place;
        block.before = self.before;
        match &mut self.place {
            Place::Line(number) => *number += block.count_lines(),
            Place::Byte(offset) => *offset += block.skipped + block.len as u64,
        }
        self.before = self.before.after_lines(block.bytes(), &mut self.scratch);
        Ok(true)
    }

    /// Appends what one read gives: files fill the block, a pipe gives what it has.
    fn fill(&mut self, block: &mut Block) {
        loop {
            // A long line doubles the block, so that reading it stays linear.
            let want = BLOCK.max(block.len).min(self.longest + 1);
            match self.reader.read(&mut block.room(want)[..want]) {
                Ok(0) => self.ended = true,
                Ok(count) => block.advance(count),
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => {
                    self.ended = true;
                    self.fault = Some(error);
                }
            }
            return;
        }
    }

    /// Drops a line of absurd length, all but its end.
    fn skip_line(&mut self, block: &mut Block) {
        while !self.ended {
            block.skipped += block.len as u64;
            block.clear();
            self.fill(block);
            if let Some(end) = memchr::memchr(b'\n', block.bytes()) {
                block.skipped += end as u64;
                let rest = block.bytes()[end..].to_vec();
                block.clear();
                block.extend(&rest);
                return;
            }
        }
        block.skipped += block.len as u64;
        block.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Gives its bytes in pieces of the sizes asked for, then an error if there is one.
    struct Pieces<'a>(&'a [u8], Vec<usize>, Option<ErrorKind>);

    impl Read for Pieces<'_> {
        fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
            let want = self.1.pop().unwrap_or(usize::MAX).max(1).min(room.len()).min(self.0.len());
            match self.2 {
                Some(kind) if want == 0 => Err(kind.into()),
                _ => {
                    room[..want].copy_from_slice(&self.0[..want]);
                    self.0 = &self.0[want..];
                    Ok(want)
                }
            }
        }
    }

    fn blocks(pieces: Pieces<'_>) -> (Vec<(Place, Vec<u8>)>, Option<ErrorKind>) {
        let source = Arc::new(Source::log("test.log"));
        let mut reader = BlockReader::new(pieces, Arc::clone(&source));
        let mut block = Block::new(source);
        let mut read = Vec::new();
        loop {
            match reader.read(&mut block) {
                Ok(true) => read.push((block.place, block.bytes().to_vec())),
                Ok(false) => return (read, None),
                Err(error) => return (read, Some(error.kind())),
            }
        }
    }

    proptest! {
        #[test]
        fn blocks_are_whole_lines_with_their_numbers(
            text in "[ab\n]{0,40}",
            sizes in proptest::collection::vec(1_usize..9, 0..40),
        ) {
            let (read, _) = blocks(Pieces(text.as_bytes(), sizes, None));
            let mut joined = Vec::new();
            for (place, bytes) in &read {
                let lines = memchr_iter(b'\n', &joined).count() as u64;
                prop_assert_eq!(*place, Place::Line(lines + 1));
                joined.extend_from_slice(bytes);
                prop_assert!(bytes.ends_with(b"\n") || joined.len() == text.len());
            }
            prop_assert_eq!(joined, text.as_bytes());
        }
    }

    #[test]
    fn what_was_read_before_a_fault_is_handed_out() {
        let (read, fault) = blocks(Pieces(b"one\ntw", Vec::new(), Some(ErrorKind::InvalidData)));
        assert_eq!(read, [(Place::Line(1), b"one\n".to_vec()), (Place::Line(2), b"tw".to_vec())]);
        assert_eq!(fault, Some(ErrorKind::InvalidData));
    }

    #[test]
    fn a_line_of_absurd_length_is_passed_over_and_counted() {
        for len in [11, 19, 20, 21, 500] {
            let long = vec![b'x'; len];
            let text = [b"first\n", &long[..], b"\nlast\n", &long].concat();
            let source = Arc::new(Source::log("test.log"));
            let mut reader = BlockReader::new(&text[..], Arc::clone(&source));
            reader.longest = 10;
            let mut block = Block::new(source);
            let (mut kept, mut skipped) = (Vec::new(), 0);
            while reader.read(&mut block).expect("memory") {
                kept.extend_from_slice(block.bytes());
                skipped += block.skipped;
            }
            kept.retain(|&byte| byte != b'x');
            assert_eq!(kept, b"first\n\nlast\n");
            assert!(skipped >= len as u64, "{len}");
        }
    }
}
