//! Reads a log backwards, a block at a time: the last requests of a 10 GB log cost a few reads.
//!
//! In: a plain file and where to stop. Out: [`Block`]s of whole lines, the last one first. A block starts with a line
//! that has a bare stamp wherever there is one, so that what its first line follows need not be known.

use super::block::LONGEST_LINE;
use super::{Block, Place, Source};
use crate::record::ansi;
use crate::record::continuation::{Before, Prefix};
use crate::record::parse;
use std::fs::File;
use std::io;
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::sync::Arc;

/// The first block's bytes; a log whose last request is long ago gets larger ones.
const FIRST: u64 = 64 * 1024;
const LARGEST: u64 = 4 * 1024 * 1024;

/// A log read from its end.
#[derive(Debug)]
pub struct Tail<'f> {
    file: &'f File,
    source: Arc<Source>,
    /// What is still to be read.
    rest: Range<u64>,
    want: u64,
    scratch: Vec<u8>,
}

impl<'f> Tail<'f> {
    /// Reads a stretch of a file, in bytes; it starts where a record does.
    pub fn new(file: &'f File, rest: Range<u64>, source: Arc<Source>) -> Self {
        Self { file, source, rest, want: FIRST, scratch: Vec::new() }
    }

    /// The lines before those handed out last, false when there are none.
    ///
    /// # Errors
    /// What reading the file reports.
    pub fn read(&mut self, block: &mut Block) -> io::Result<bool> {
        let whole = self.rest.end - self.rest.start;
        let mut len = self.want.min(whole);
        self.want = LARGEST.min(self.want * 2);
        loop {
            if self.rest.is_empty() {
                return Ok(false);
            }
            let start = self.rest.end - len;
            let bytes = self.read_at(start, len)?;
            let cut = if start == self.rest.start { Some((0, Before::Nothing)) } else { self.cut(&bytes) };
            let Some((cut, before)) = cut else {
                // No line starts in here, or only such as continue a record: look further back.
                len = whole.min(len * 2);
                continue;
            };
            block.clear();
            block.extend(&bytes[cut..]);
            block.source = Arc::clone(&self.source);
            block.place = Place::Byte(start + cut as u64);
            block.before = before;
            self.rest.end = if block.bytes().is_empty() { start } else { start + cut as u64 };
            return Ok(true);
        }
    }

    fn read_at(&self, start: u64, len: u64) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; usize::try_from(len).map_err(io::Error::other)?];
        self.file.read_exact_at(&mut bytes, start)?;
        Ok(bytes)
    }

    /// What a line far from any bare stamp follows: a record like the first one of the log. Either all stamps of this log
    /// have a prefix, or this is the inside of a huge dump, where a stamp with a prefix is somebody's text.
    fn usual(&mut self) -> Before {
        let mut start = vec![0; usize::try_from(FIRST).unwrap_or_default()];
        let len = self.file.read_at(&mut start, 0).unwrap_or_default();
        let prefix = start[..len].split(|&byte| byte == b'\n').find_map(|line| {
            let line = ansi::strip(line, &mut self.scratch);
            parse::stamp(line).map(|stamped| Prefix::of(&line[..stamped.prefix]))
        });
        Before::Record(prefix.unwrap_or_default())
    }

    /// Where the block may start, and what its first line follows. A log in which no line has a bare stamp (journald
    /// writes such) starts at any line once enough was read.
    fn cut(&mut self, bytes: &[u8]) -> Option<(usize, Before)> {
        let starts = || memchr::memchr_iter(b'\n', bytes).map(|end| end + 1).filter(|&start| start < bytes.len());
        let bare = starts().find(|&start| {
            let end = memchr::memchr(b'\n', &bytes[start..]).map_or(bytes.len(), |at| start + at);
            let line = ansi::strip(&bytes[start..end], &mut self.scratch);
            parse::stamp(line).is_some_and(|stamped| stamped.prefix == 0)
        });
        let enough = bytes.len() as u64 >= LARGEST;
        bare.map(|start| (start, Before::Nothing))
            .or_else(|| Some((starts().next().filter(|_| enough)?, self.usual())))
            // One line and no end of it: no log line, and not worth the memory.
            .or_else(|| (bytes.len() > LONGEST_LINE).then(|| (bytes.len(), self.usual())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn read_back(text: &[u8], first: u64) -> Vec<Vec<u8>> {
        let mut file = tempfile::tempfile().expect("temporary file");
        file.write_all(text).expect("write");
        let source = Arc::new(Source::log("test.log"));
        let mut tail = Tail::new(&file, 0..text.len() as u64, Arc::clone(&source));
        tail.want = first;
        let mut block = Block::new(source);
        let mut blocks = Vec::new();
        while tail.read(&mut block).expect("read") {
            assert_eq!(block.place, Place::Byte(tail.rest.end));
            blocks.push(block.bytes().to_vec());
        }
        blocks.reverse();
        blocks
    }

    #[test]
    fn every_byte_comes_once_and_blocks_start_with_a_stamp() {
        let record = "Jun 25 09:07:51 [1:2] db EXTINFO Query: '\n dump\n'\n";
        let text = record.repeat(300) + "Jun 25 09:07:51 [1:2] db EXTINFO cut";
        for first in [1, 7, 60, 1000, 1 << 20] {
            let blocks = read_back(text.as_bytes(), first);
            assert_eq!(blocks.concat(), text.as_bytes());
            assert!(blocks.iter().all(|block| block.starts_with(b"Jun 25")), "{first}");
        }
        assert!(read_back(b"", 10).is_empty());
    }

    #[test]
    fn a_log_without_bare_stamps_is_read_in_pieces_too() {
        let line = "host billmgr[1]: Jun 25 09:07:51 [1:2] db EXTINFO x\n";
        let text = line.repeat(120_000);
        let blocks = read_back(text.as_bytes(), FIRST);
        assert!(blocks.len() > 1);
        assert_eq!(blocks.concat(), text.as_bytes());
    }
}
