//! Property test: the scanner and the check for too long lines agree on which lines look like requests.

use super::*;
use crate::source::long;
use proptest::prelude::*;

/// Whether the scanner takes a short line for a request.
fn counted(line: &[u8], source: Source) -> bool {
    let mut counted = false;
    let options = ScanOptions::default();
    let scanned = scan(line, source, &options, |_, event| {
        counted |= !matches!(event, Event::Other(_));
        Ok(())
    });
    scanned.expect("memory");
    counted
}

const PIECES: &[&str] = &[
    "Jun 25 09:07:51 [1:2] core_module INFO ",
    "Jun 25 09:07:51 [1:2] db EXTINFO ",
    "Request ",
    "Request",
    "[",
    "][",
    "[1.2.3.4][root] ",
    "'func=a&b=c'",
    "func=a",
    "&func=",
    "&x=1",
    "'",
    "\x1b[1m",
    "&amp;func=a",
    "Request\u{a0}[",
    "\u{a0}",
    "\u{201c}",
    "- ",
    " text ",
    "x",
    "12:",
];

proptest! {
    #[test]
    fn a_long_line_is_judged_as_a_short_one(
        pieces in proptest::collection::vec((proptest::sample::select(PIECES), 0_usize..40), 0..9),
        sizes in proptest::collection::vec(1_usize..200, 1..5),
        stdin: bool,
    ) {
        let mut line = Vec::new();
        for (piece, filler) in pieces {
            line.extend_from_slice(piece.as_bytes());
            line.resize(line.len() + filler * 10, b'.');
        }
        let source = if stdin { Source::stdin() } else { Source::log("billmgr.log") };
        // Windows that overlap by more than a record head.
        let found = long::judged(&line, stdin, 400, &sizes);
        prop_assert_eq!(found.bytes, line.len() as u64);
        prop_assert_eq!(found, long::judged(&line, stdin, 400, &[usize::MAX]));
        let counted = counted(&line, source);
        prop_assert!(found.is_request || !counted, "missed: {}", line.escape_ascii());
        // For a query that a person may have typed, a false report is better than a missed request.
        let typed = stdin && memchr::memmem::find(&line, b"func=").is_some();
        prop_assert!(counted || !found.is_request || typed, "too much: {}", line.escape_ascii());
    }
}
