//! The law of accounting: every line that looks like a request is converted, filtered out or reported, whatever else
//! the log contains and whatever the options are. The tests make the logs, so they know the number of requests.

mod options;

use crate::support;
use crate::support::stretch::{HEAD, dump, log};
use crate::support::{Logged, mgr2api};
use mgr2api::{Note, NoteKind, Settings, Sink, Snippet, Source, TARGETS, Totals, convert};
use options::{options, settings};
use proptest::collection::vec;
use proptest::prelude::*;
use std::io::{self, Read};

/// Counts the output of a conversion.
#[derive(Default)]
struct Count {
    text: Vec<u8>,
    handed_on: Vec<u8>,
    snippets: u64,
    unreadable: u64,
    not_rendered: u64,
}

impl Sink for Count {
    fn snippet(&mut self, snippet: &Snippet) -> io::Result<()> {
        support::harmless::assert_harmless("a snippet", &snippet.text);
        self.text.extend_from_slice(&snippet.text);
        self.snippets += 1;
        Ok(())
    }

    fn lines(&mut self, lines: &[u8]) -> io::Result<()> {
        self.handed_on.extend_from_slice(lines);
        Ok(())
    }

    fn note(&mut self, note: &Note<'_>) -> io::Result<()> {
        support::harmless::assert_harmless("a note", note.to_string().as_bytes());
        self.unreadable += u64::from(matches!(note.kind, NoteKind::Unreadable(_)));
        self.not_rendered += u64::from(matches!(note.kind, NoteKind::NotRendered(..)));
        Ok(())
    }
}

/// A reader that returns its bytes in pieces of these sizes, cyclically.
struct Pieces<'a>(&'a [u8], std::iter::Cycle<std::vec::IntoIter<usize>>);

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.1.next().unwrap_or(1).min(buffer.len()).min(self.0.len());
        let (now, later) = self.0.split_at(count);
        buffer[..count].copy_from_slice(now);
        self.0 = later;
        Ok(count)
    }
}

fn run(input: impl Read, source: &Source, settings: &Settings) -> (Totals, Count) {
    let mut count = Count::default();
    let totals = convert(input, source.clone(), settings, &mut count).expect("memory can be read and written");
    (totals, count)
}

/// The number of extra pieces that end a document; checks that the text is one.
fn ends(settings: &Settings, text: &[u8]) -> u64 {
    let is_document = settings.print.targets.len() == 1
        && settings.print.targets[0].document().is_some()
        && !settings.print.passthrough;
    if is_document {
        serde_json::from_slice::<serde::de::IgnoredAny>(text).expect("one document");
    }
    u64::from(is_document)
}

proptest! {
    #![proptest_config(support::cases(300))]

    #[test]
    fn every_request_is_converted_filtered_or_reported(
        (log, requests) in log(),
        settings in settings(),
        stdin: bool,
        sizes in vec(1_usize..200, 1..8),
    ) {
        let source = if stdin { Source::stdin() } else { Source::log("billmgr.log") };
        let (totals, count) = run(&log[..], &source, &settings);
        prop_assert_eq!(totals.seen, requests, "{}", log.escape_ascii());
        prop_assert_eq!(totals.seen, totals.converted + totals.filtered + totals.reported);
        // A readable request becomes a snippet for every target, or a note with the reason.
        let readable = totals.converted + totals.reported - count.unreadable;
        let said = count.snippets - ends(&settings, &count.text);
        prop_assert_eq!(said + count.not_rendered, readable * settings.print.targets.len() as u64);
        prop_assert!(said >= totals.converted);
        prop_assert!(totals.losses >= totals.reported);
        if !settings.print.passthrough {
            prop_assert_eq!(&count.handed_on, b"");
        } else if totals.converted + totals.filtered == 0 {
            prop_assert_eq!(&count.handed_on, &log);
        }

        // The result does not depend on the sizes of reads.
        let (in_pieces, pieces) = run(Pieces(&log, sizes.into_iter().cycle()), &source, &settings);
        prop_assert_eq!(in_pieces, totals);
        prop_assert_eq!(pieces.text, count.text);
        prop_assert_eq!(pieces.handed_on, count.handed_on);
    }

    #[test]
    fn what_strangers_wrote_into_a_dump_is_reported_and_never_converted(dump in dump(), stdin: bool) {
        let source = if stdin { Source::stdin() } else { Source::log("billmgr.log") };
        let (totals, count) = run(&dump.text[..], &source, &Settings::new(TARGETS[0]));
        prop_assert_eq!([totals.seen, totals.reported, totals.converted], [dump.requests, dump.requests, 0]);
        prop_assert_eq!(&count.text, b"");
    }

    #[test]
    fn any_bytes_are_accounted_for(bytes in vec(any::<u8>(), 0..2000), settings in settings(), stdin: bool) {
        let source = if stdin { Source::stdin() } else { Source::log("x") };
        let (totals, _) = run(&bytes[..], &source, &settings);
        prop_assert_eq!(totals.seen, totals.converted + totals.filtered + totals.reported);
    }

    #[test]
    fn pieces_of_the_grammar_in_any_order_are_accounted_for(
        pieces in vec(proptest::sample::select(PIECES), 0..60),
        settings in settings(),
        stdin: bool,
    ) {
        let log: Vec<u8> = pieces.concat().into_bytes();
        let source = if stdin { Source::stdin() } else { Source::log("x") };
        let (totals, count) = run(&log[..], &source, &settings);
        prop_assert_eq!(totals.seen, totals.converted + totals.filtered + totals.reported);
        let readable = totals.converted + totals.reported - count.unreadable;
        let said = count.snippets - ends(&settings, &count.text);
        prop_assert_eq!(said + count.not_rendered, readable * settings.print.targets.len() as u64);
    }
}

#[test]
fn a_cut_request_is_reported_and_never_converted() {
    let settings = Settings::new(TARGETS[0]);
    let whole = Logged::new("elid=14&func=processing.edit&name=test%2D5&sok=ok").line();
    let next = Logged::new("func=next&x=1").line();
    let word = HEAD.len() + "core_module INFO Request".len();
    for source in [Source::stdin(), Source::log("billmgr.log")] {
        for end in 0..whole.len() - 1 {
            let seen = u64::from(end >= word);
            let alone = run(&whole[..end], &source, &settings).0;
            assert_eq!([alone.seen, alone.converted, alone.reported], [seen, 0, seen], "{end}");
            let (totals, count) = run(&[&whole[..end], b"\n", &next].concat()[..], &source, &settings);
            assert_eq!([totals.seen, totals.converted, totals.reported], [seen + 1, 1, seen], "{end}");
            assert!(count.text.windows(9).any(|text| text == b"func=next"));
            // Cut together with the line break: the next record's closing quote must not complete the cut request.
            let (_, count) = run(&[&whole[..end], &next].concat()[..], &source, &settings);
            assert!(!count.text.windows(4).any(|text| text == b"elid"), "{end}: {}", count.text.escape_ascii());
        }
    }
}

/// Parts of lines.
const PIECES: &[&str] = &[
    HEAD,
    "Jun 25 09:07:51",
    " [1:2] ",
    "core_module ",
    "INFO ",
    "Request",
    "Request ",
    " [",
    "][",
    "]",
    "[][root] ",
    "'",
    "'\n",
    "func=a",
    "&x=1",
    "&p=*",
    "=",
    "&",
    "%",
    "%2",
    "%00",
    "+",
    "\n",
    "\r\n",
    "\r",
    " ",
    "\x1b[0m",
    "\x1b",
    "\x1b[",
    "12:",
    "\u{202e}",
    "?",
    "http://",
    "#",
    "\0",
    "func=",
    "Internal ",
    "EXTINFO ",
];

proptest! {
    #![proptest_config(support::cases(8))]

    /// The log is long enough for several blocks, which threads process in turn.
    #[test]
    fn threads_change_nothing(logs in vec(log(), 1..20), options in options()) {
        let log: Vec<u8> = logs.iter().flat_map(|(log, _)| log.iter().copied()).collect();
        let requests: u64 = logs.iter().map(|(_, requests)| requests).sum();
        let times = 1 + 1_500_000 / log.len().max(1).max(200);
        // Passed-through lines are an editor's own bytes; all other output must be harmless.
        let handed_on = options.contains(&"--passthrough");
        let program = mgr2api(["--stats", "-m", "billmgr"]).args(options).stdin(log.repeat(times));
        let program = if handed_on { program.any_bytes() } else { program };
        let alone = program.clone().args(["--threads", "1"]).run();
        let many = program.args(["--threads", "4"]).run();
        prop_assert_eq!(alone.status, many.status);
        prop_assert!(alone.out == many.out, "standard output differs");
        prop_assert!(alone.err == many.err, "standard error differs");
        let notes = alone.err_text();
        let sum = notes.lines().last().unwrap_or_default();
        let seen = format!("requests: {} seen = ", requests * times as u64);
        prop_assert!(sum.starts_with(&seen), "{} but {}", sum, seen);
        let numbers: Vec<u64> = sum.split(' ').filter_map(|word| word.parse().ok()).collect();
        prop_assert_eq!(numbers[0], numbers[1..].iter().sum::<u64>());
    }
}
