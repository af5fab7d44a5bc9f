//! Reads a log backwards, block by block: finding the last requests of a 10 GB log takes a few reads.
//!
//! In: a plain file and the range to read. Out: [`Block`]s of whole lines, the last one first. A block starts at a line
//! with a bare stamp if there is one, because the context of such a line does not matter.

use super::long::{LONGEST_LINE, Scan};
use super::{Block, Place, Source};
use crate::record::ansi;
use crate::record::continuation::{Context, Prefix};
use crate::record::parse;
use crate::sys;
use std::fs::File;
use std::io;
use std::ops::Range;
use std::sync::Arc;

/// The size of the first block, in bytes; a log whose last request is long ago gets larger ones.
const FIRST: u64 = 64 * 1024;
/// The size of later blocks: fits into a processor's cache and into a buffer that is reused.
const USUAL: u64 = 256 * 1024;
/// The size of blocks in a log without bare stamps.
const LARGEST: u64 = 4 * 1024 * 1024;

/// How far from the start of a line its head is searched for.
const HEAD: usize = 4096;

/// A log read from its end.
#[derive(Debug)]
pub(crate) struct Tail<'f> {
    file: &'f File,
    source: Arc<Source>,
    /// The part of the log that was not read yet.
    rest: Range<u64>,
    want: u64,
    longest: u64,
    scratch: Vec<u8>,
}

impl<'f> Tail<'f> {
    /// Reads a range of a file, in bytes; it must start at the start of a record.
    pub(crate) fn new(file: &'f File, rest: Range<u64>, source: Arc<Source>) -> Self {
        Self { file, source, rest, want: FIRST, longest: LONGEST_LINE as u64, scratch: Vec::new() }
    }

    /// The lines before those returned last; false if there are none. A line that is too long to be kept is only
    /// reported.
    ///
    /// # Errors
    /// Errors of reading the file.
    pub(crate) fn read(&mut self, block: &mut Block) -> io::Result<bool> {
        let whole = self.rest.end - self.rest.start;
        // The longest line that is kept, its end, and the end of the line before it.
        let most = whole.min(self.longest + 2);
        let mut len = self.want.min(most);
        while !self.rest.is_empty() {
            let start = self.rest.end - len;
            block.clear();
            self.read_at(start, len, block)?;
            let has_end = block.bytes().ends_with(b"\n");
            let last = &block.bytes()[..block.bytes().len() - usize::from(has_end)];
            let last = last.len() - memchr::memrchr(b'\n', last).map_or(0, |at| at + 1);
            if last as u64 > self.longest {
                self.read_long(has_end, block)?;
                return Ok(true);
            }
            let cut = if start == self.rest.start { Some((0, Context::Nothing)) } else { self.cut(block.bytes()) };
            let Some((cut, context)) = cut else {
                // No line starts here, or only lines that continue a record: read from further back.
                len = most.min(len * 2);
                continue;
            };
            // In a log without bare stamps, the next block must be as large.
            self.want = if context == Context::Nothing { USUAL.min(len * 2) } else { LARGEST.min(len) };
            block.cut_front(cut);
            block.source = Arc::clone(&self.source);
            block.place = Place::Byte(start + cut as u64);
            block.context = context;
            self.rest.end = start + cut as u64;
            return Ok(true);
        }
        Ok(false)
    }

    fn read_at(&self, start: u64, len: u64, block: &mut Block) -> io::Result<()> {
        let len = usize::try_from(len).map_err(io::Error::other)?;
        sys::read_exact_at(self.file, &mut block.spare(len)[..len], start)?;
        block.advance(len);
        Ok(())
    }

    /// Checks the last line, which is too long to be kept.
    fn read_long(&mut self, has_end: bool, block: &mut Block) -> io::Result<()> {
        let end = self.rest.end - u64::from(has_end);
        let mut start = end;
        while start > self.rest.start {
            let piece = (start - self.rest.start).min(FIRST);
            block.clear();
            self.read_at(start - piece, piece, block)?;
            if let Some(at) = memchr::memrchr(b'\n', block.bytes()) {
                start = start - piece + at as u64 + 1;
                break;
            }
            start -= piece;
        }
        let (mut scan, mut at) = (Scan::new(self.source.fragments), start);
        while at < end {
            block.clear();
            self.read_at(at, (end - at).min(FIRST), block)?;
            scan.feed(block.bytes());
            at += block.bytes().len() as u64;
        }
        block.clear();
        block.extend(if has_end { b"\n" } else { b"" });
        scan.finish().note(block);
        block.source = Arc::clone(&self.source);
        block.place = Place::Byte(start);
        block.context = self.usual();
        self.rest.end = start;
        Ok(())
    }

    /// The assumed context of a line far from any bare stamp: a record like the first one of the log. Either all stamps
    /// of this log have a prefix, or this is inside a huge dump, where a stamp with a prefix is part of the text.
    fn usual(&mut self) -> Context {
        let mut start = vec![0; usize::try_from(FIRST).unwrap_or_default()];
        let len = sys::read_at(self.file, &mut start, 0).unwrap_or_default();
        let prefix = start[..len].split(|&byte| byte == b'\n').find_map(|line| {
            let line = ansi::strip(line, &mut self.scratch);
            parse::stamp(line).map(|stamped| Prefix::of(&line[..stamped.prefix]))
        });
        Context::Record(prefix.unwrap_or_default())
    }

    /// The possible start of the block, and the context of its first line. A log in which no line has a bare stamp
    /// (such as one from journald) is cut at any line once enough was read.
    fn cut(&mut self, bytes: &[u8]) -> Option<(usize, Context)> {
        let starts = || memchr::memchr_iter(b'\n', bytes).map(|end| end + 1).filter(|&start| start < bytes.len());
        let mut is_bare = |start: &usize| {
            // A bare stamp is at the start, so the rest of a long line does not matter.
            let line = &bytes[*start..bytes.len().min(start + HEAD)];
            let line = &line[..memchr::memchr(b'\n', line).unwrap_or(line.len())];
            let line = ansi::strip(line, &mut self.scratch);
            parse::stamp(line).is_some_and(|stamped| stamped.prefix == 0)
        };
        let len = bytes.len() as u64;
        // The block was enlarged for a long line: return as little else as possible with it.
        let (bare, any) = if len > LARGEST {
            (starts().rfind(&mut is_bare), starts().next_back())
        } else {
            (starts().find(&mut is_bare), starts().next())
        };
        let enough = len >= LARGEST.min(self.longest + 2);
        bare.map(|start| (start, Context::Nothing)).or_else(|| Some((any.filter(|_| enough)?, self.usual())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Dropped;
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
    fn a_line_that_is_too_long_is_told_of_and_the_others_come() {
        let request = "Jun 25 09:07:51 [1:2] core_module INFO Request [][root] 'func=a'";
        for len in [99, 100, 101, 102, 500] {
            let long = request.to_owned() + &"x".repeat(len - request.len());
            for text in [format!("{long}\n"), long.clone(), format!("{request}\n{long}\n{request}\n{long}")] {
                for first in [1, 60, 1000] {
                    let mut file = tempfile::tempfile().expect("temporary file");
                    file.write_all(text.as_bytes()).expect("write");
                    let source = Arc::new(Source::log("test.log"));
                    let mut tail = Tail::new(&file, 0..text.len() as u64, Arc::clone(&source));
                    (tail.want, tail.longest) = (first, 100);
                    let mut block = Block::new(source);
                    let (mut bytes, mut reported) = (0, 0);
                    while tail.read(&mut block).expect("read") {
                        bytes += block.bytes().len() as u64 + block.skipped;
                        if let Some(dropped) = block.dropped.take() {
                            assert_eq!((dropped, block.skipped), (Dropped::TooLong(len as u64), len as u64));
                            reported += 1;
                        }
                    }
                    assert_eq!(bytes, text.len() as u64);
                    let longs = text.split('\n').filter(|line| line.len() > 100).count();
                    assert_eq!(reported, longs, "{len} {first}");
                }
            }
        }
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
