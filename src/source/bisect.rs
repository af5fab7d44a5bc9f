//! Finds a range of time in a long sorted log without reading all of it.
//!
//! In: a plain file, and a function that compares stamps with the period. Out: the range of bytes that contains the
//! whole period. Each probe reads a block and compares its first record that has a bare stamp. The range starts and
//! ends at such a record, so the context of its first line is known.

use crate::record::{ansi, parse};
use crate::sys;
use std::cmp::Ordering;
use std::fs::File;
use std::io;
use std::ops::Range;

/// A range that is not narrowed further, in bytes, and the size of one read of a probe.
const ENOUGH: u64 = 256 * 1024;
const PROBE: usize = 64 * 1024;

/// How far a probe searches for a record: a dump may be long, and a hole of NUL bytes endless.
const FAR: u64 = 4 * 1024 * 1024;

/// The range of a file of `len` bytes that contains the whole period. `compare` returns `Less` if no record before the
/// stamp's can be in the period, `Greater` if no record after it can.
///
/// # Errors
/// Errors of reading the file.
pub(crate) fn range(file: &File, len: u64, compare: impl Fn(&[u8]) -> Ordering) -> io::Result<Range<u64>> {
    let start = border(file, 0..len, |stamp| compare(stamp).is_lt())?.start;
    let end = border(file, start..len, |stamp| compare(stamp).is_le())?.end;
    Ok(start..end)
}

/// Narrows a range down to the border where `goes_on` changes from true to false: it is true for the record at the new
/// start, unless the start did not move, and false for the record at the new end.
fn border(file: &File, within: Range<u64>, goes_on: impl Fn(&[u8]) -> bool) -> io::Result<Range<u64>> {
    let Range { mut start, mut end } = within;
    // Probes have seen every record between `top` and `end`.
    let mut top = end;
    while top - start > ENOUGH {
        let middle = start + (top - start) / 2;
        match probe(file, middle..top, &goes_on)? {
            Some((at, true)) => start = at,
            Some((at, false)) => (end, top) = (at, middle),
            None => top = middle,
        }
    }
    Ok(start..end)
}

/// The first record with a bare stamp that starts after the first line end in the range, and the result of `goes_on`.
fn probe(file: &File, within: Range<u64>, goes_on: impl Fn(&[u8]) -> bool) -> io::Result<Option<(u64, bool)>> {
    let (mut bytes, mut scratch) = (Vec::new(), Vec::new());
    let mut searched = 0;
    let window = FAR.min(within.end - within.start);
    while (bytes.len() as u64) < window {
        let have = bytes.len();
        bytes.resize(have + PROBE, 0);
        let read = sys::read_at(file, &mut bytes[have..], within.start + have as u64)?;
        bytes.truncate(have + read);
        while let Some(line_end) = memchr::memchr(b'\n', &bytes[searched..]).map(|at| searched + at) {
            let line = line_end + 1;
            let Some(next) = memchr::memchr(b'\n', &bytes[line..]) else { break };
            let text = ansi::strip(&bytes[line..line + next], &mut scratch);
            if let Some(stamped) = parse::stamp(text).filter(|stamped| stamped.prefix == 0) {
                let at = within.start + line as u64;
                return Ok((at < within.end).then(|| (at, goes_on(stamped.head.time))));
            }
            searched = line;
        }
        if read == 0 {
            break;
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::fmt::Write as _;
    use std::io::Write as _;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

        /// Records with one number each, in order except for some disorder, with dumps between them.
        #[test]
        fn everything_in_the_period_is_in_the_range(
            seconds in proptest::collection::vec((0_u32..9, 0_usize..3000), 1..1500),
            since in 0_u32..6000,
            length in 0_u32..3000,
        ) {
            let (mut text, mut now, mut lines) = (String::new(), 10, Vec::new());
            for (step, filler) in seconds {
                now += step;
                // Up to five seconds late.
                let stamp = now - step.min(5);
                lines.push((text.len() as u64, stamp));
                writeln!(text,
                    "Jun 25 {:02}:{:02}:{:02} [1:2] x INFO '\n{}\n'",
                    stamp / 3600, stamp / 60 % 60, stamp % 60, "x".repeat(filler)
                )
                .expect("memory");
            }
            let mut file = tempfile::tempfile().expect("temporary file");
            file.write_all(text.as_bytes()).expect("write");
            let until = since + length;
            let compare = |stamp: &[u8]| {
                let clock = std::str::from_utf8(&stamp[7..]).expect("a time");
                let seconds = clock.split(':').fold(0, |sum, part| sum * 60 + part.parse::<u32>().expect("digits"));
                if seconds + 10 < since { Ordering::Less } else if seconds > until + 10 { Ordering::Greater } else { Ordering::Equal }
            };
            let found = range(&file, text.len() as u64, compare).expect("read");
            for (at, stamp) in lines.iter().filter(|(_, stamp)| (since..=until).contains(stamp)) {
                prop_assert!(found.contains(at), "{stamp} at {at} is not in {found:?}");
            }
            let is_start = |at| at == 0 || at == text.len() as u64 || lines.iter().any(|(start, _)| *start == at);
            prop_assert!(is_start(found.start) && is_start(found.end));
        }
    }
}
