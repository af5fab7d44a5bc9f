//! Finds the records of outcomes: errors, and the requests before them.

use super::secret::masked;
use crate::record::continuation::Prefix;
use crate::record::find::Finder;
use crate::record::{Head, ansi, parse};
use crate::source::Block;
use crate::text::is_hidden;
use memchr::{memchr, memmem, memrchr};
use std::ops::Range;

/// An error that a thread logged.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) at: usize,
    /// The end of its last line.
    pub(super) end: usize,
    /// A hash of the process, the thread, and the text before the stamp: a forged record has a text before it.
    pub(super) thread: u64,
    pub(super) text: Box<str>,
}

#[derive(Debug)]
pub(super) struct Request {
    pub(super) at: usize,
    pub(super) thread: u64,
    /// Whether there is text before the stamp.
    pub(super) is_prefixed: bool,
}

/// Levels of records that report a failure.
const LEVELS: [&[u8]; 2] = [b"ERROR", b"CRIT"];

/// The longest error text that is kept, in bytes.
const LONGEST: usize = 4096;

/// The prepared searches.
#[derive(Debug)]
pub(super) struct Records {
    requests: Finder,
    errors: [memmem::Finder<'static>; 2],
    pub(super) scratch: Vec<u8>,
}

impl Default for Records {
    fn default() -> Self {
        let errors = LEVELS.map(memmem::Finder::new);
        Self { requests: Finder::new(false), errors, scratch: Vec::new() }
    }
}

impl Records {
    /// The errors of a block, in order.
    pub(super) fn errors(&mut self, block: &Block) -> Vec<Refusal> {
        let Self { errors, scratch, .. } = self;
        let bytes = block.bytes();
        let mut found = Vec::new();
        for level in &*errors {
            let mut from = 0;
            while let Some(hit) = level.find(&bytes[from..]).map(|at| from + at) {
                let start = memrchr(b'\n', &bytes[..hit]).map_or(0, |at| at + 1);
                let line_end = line_end(bytes, hit);
                from = line_end;
                if let Some(error) = error(bytes, start..line_end, hit, scratch) {
                    found.push(error);
                }
            }
        }
        found.sort_by_key(|error| error.at);
        // A line may contain both words.
        found.dedup_by_key(|error| error.at);
        found
    }

    /// The requests that start in this range of a block, in order; the range must end at a line end.
    pub(super) fn requests(&mut self, block: &Block, range: Range<usize>, mut each: impl FnMut(Request)) {
        let Self { requests, scratch, .. } = self;
        let bytes = &block.bytes()[range.clone()];
        for line in requests.lines(bytes) {
            let text = start_of(&bytes[line.clone()], HEAD, scratch);
            let Some(stamped) = parse::stamp(text).filter(|stamped| parse::says_request(stamped.text)) else {
                continue;
            };
            let thread = thread(&text[..stamped.prefix], &stamped.head);
            each(Request { at: range.start + line.start, thread, is_prefixed: stamped.prefix > 0 });
        }
    }
}

/// The part of a line, in bytes, that is searched for its head.
const HEAD: usize = 4096;

/// The first bytes of a line, without colour codes.
fn start_of<'a>(line: &'a [u8], len: usize, scratch: &'a mut Vec<u8>) -> &'a [u8] {
    ansi::strip(&line[..line.len().min(len)], scratch)
}

/// The error of a line, if the word at `hit` is its level.
fn error(bytes: &[u8], line: Range<usize>, hit: usize, scratch: &mut Vec<u8>) -> Option<Refusal> {
    // Most such words are far behind the level of their record.
    if hit - line.start > HEAD {
        return None;
    }
    let text = start_of(&bytes[line.clone()], HEAD + LONGEST, scratch);
    let stamped = parse::stamp(text).filter(|stamped| LEVELS.contains(&stamped.head.level))?;
    let thread = thread(&text[..stamped.prefix], &stamped.head);
    let first = self::text(stamped.text);
    let end = error_end(bytes, line.end, scratch);
    let text = joined(&first, &self::text(&bytes[line.end..end]));
    Some(Refusal { at: line.start, end, thread, text })
}

/// The end of the lines without a stamp that continue a record.
pub(super) fn error_end(bytes: &[u8], from: usize, scratch: &mut Vec<u8>) -> usize {
    let mut end = from;
    while end < bytes.len() && end - from < LONGEST {
        let next = line_end(bytes, end);
        if parse::stamp(start_of(&bytes[end..next], HEAD, scratch)).is_some() {
            break;
        }
        end = next;
    }
    end
}

/// The line that starts at a byte, without its line end.
pub(super) fn line(bytes: &[u8], start: usize) -> &[u8] {
    let line = &bytes[start..line_end(bytes, start)];
    line.strip_suffix(b"\n").unwrap_or(line)
}

/// The end of the line that contains a byte.
fn line_end(bytes: &[u8], at: usize) -> usize {
    memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |end| at + end + 1)
}

/// Joins lines into one line of visible text.
pub(super) fn text(lines: &[u8]) -> Box<str> {
    let mut scratch = Vec::new();
    let mut text = String::new();
    for line in lines[..lines.len().min(LONGEST)].split(|&byte| byte == b'\n') {
        let line = String::from_utf8_lossy(ansi::strip(line, &mut scratch)).replace('\t', " ");
        let line: String = line.chars().filter(|&char| !is_hidden(char)).collect();
        text = joined(&text, line.trim()).into();
    }
    masked(&text).into()
}

/// Joins two pieces of a text, up to the longest text that is kept.
pub(super) fn joined(before: &str, behind: &str) -> Box<str> {
    let mut text =
        if before.is_empty() || behind.is_empty() { [before, behind].concat() } else { [before, " ", behind].concat() };
    text.truncate(crate::text::char_boundary(&text, LONGEST));
    text.into()
}

/// A hash of process and thread, and of the text before the stamp.
fn thread(prefix: &[u8], head: &Head<'_>) -> u64 {
    let [start, prime] = [0xcbf2_9ce4_8422_2325_u64 ^ Prefix::of(prefix).hash, 0x0100_0000_01b3];
    let bytes = head.pid.iter().chain(b":").chain(head.thread.unwrap_or_default());
    bytes.fold(start, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(prime))
}
