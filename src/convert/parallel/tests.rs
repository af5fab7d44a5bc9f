//! Compares several threads with one: the same text, in the same order, with the same totals, whatever fails.

use super::*;
use crate::convert::{Note, Settings};
use crate::render::{Snippet, target::target};
use std::iter;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Several megabytes, so many blocks. Requests come in clusters, so that blocks take different times.
fn log() -> String {
    let filler = "x".repeat(700);
    let line = |number: u32| match number / 300 % 3 {
        0 => format!("Jun 25 09:07:51 [1:2] m INFO Request [192.0.2.38][root] 'func=a&elid={number}'\n"),
        1 => format!("Jun 25 09:07:51 [1:2] m INFO Request [192.0.2.38][root] 'func=a&elid={number}\n"),
        _ => format!("Jun 25 09:07:51 [1:2] m DEBUG {filler}\n"),
    };
    (0..12_000).map(line).collect()
}

/// A text sink with a limit in bytes.
struct Text {
    text: Vec<u8>,
    full: usize,
}

impl Sink for Text {
    fn snippet(&mut self, snippet: &Snippet) -> io::Result<()> {
        self.text.snippet(snippet)
    }

    fn lines(&mut self, lines: &[u8]) -> io::Result<()> {
        self.text.lines(lines)
    }

    fn note(&mut self, note: &Note<'_>) -> io::Result<()> {
        self.text.extend_from_slice(format!("{note}\n").as_bytes());
        Ok(())
    }

    fn is_full(&self) -> bool {
        self.text.len() >= self.full
    }
}

/// Converts a log, and returns each part that was handed out, the sum of their totals, those of the calling thread's
/// converter, and the result. Handing out fails at part `fail_at`.
fn run(input: impl Read + Send, threads: usize, full: usize, fail_at: usize) -> (Vec<String>, Totals, io::Result<()>) {
    let settings = Settings::new(target("url").expect("format"));
    let mut converter = Converter::new(&settings.scan, &settings.print);
    let source = Arc::new(Source::log("billmgr.log"));
    let (mut parts, mut totals) = (Vec::new(), Totals::default());
    let result = convert_parallel(
        BlockReader::new(input, Arc::clone(&source)),
        &source,
        &mut converter,
        threads,
        || Text { text: Vec::new(), full },
        |sink, account| {
            if parts.len() == fail_at {
                return Err(io::Error::other("full disk"));
            }
            parts.push(String::from_utf8(std::mem::take(&mut sink.text)).expect("text"));
            totals += account;
            Ok(())
        },
    );
    (parts, totals, result)
}

const NEVER: usize = usize::MAX;

#[test]
fn any_number_of_threads_gives_the_text_and_the_account_of_one() {
    let log = log();
    let (one, expected, result) = run(log.as_bytes(), 1, NEVER, NEVER);
    result.expect("no fault");
    assert!(one.len() > 8, "{} blocks", one.len());
    assert_eq!((expected.seen, expected.converted, expected.reported), (8100, 4200, 3900));
    for threads in [2, 3, 16, 1000] {
        let (parts, totals, result) = run(log.as_bytes(), threads, NEVER, NEVER);
        result.expect("no fault");
        assert!(parts == one, "{threads} threads");
        assert_eq!(totals, expected, "{threads} threads");
    }
}

#[test]
fn a_full_sink_is_handed_out_before_its_block_is_done() {
    let log = log();
    let (whole, expected, _) = run(log.as_bytes(), 1, NEVER, NEVER);
    for threads in [1, 4] {
        let (parts, totals, result) = run(log.as_bytes(), threads, 1000, NEVER);
        result.expect("no fault");
        assert!(parts.concat() == whole.concat() && parts.len() > 10 * whole.len(), "{} parts", parts.len());
        assert_eq!(totals, expected);
    }
}

#[test]
fn all_that_was_read_before_a_fault_is_handed_out() {
    /// A reader that fails at its end.
    struct Broken<R>(R);

    impl<R: Read> Read for Broken<R> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            match self.0.read(buffer)? {
                0 => Err(io::Error::other("broken disk")),
                len => Ok(len),
            }
        }
    }
    let log = log();
    let (_, expected, _) = run(log.as_bytes(), 1, NEVER, NEVER);
    for threads in [1, 4] {
        let (_, totals, result) = run(Broken(log.as_bytes()), threads, NEVER, NEVER);
        assert_eq!(result.expect_err("fault").to_string(), "broken disk");
        assert_eq!(totals, expected);
    }
}

#[test]
fn nothing_is_handed_out_after_handing_out_failed() {
    let log = log();
    let (whole, ..) = run(log.as_bytes(), 1, NEVER, NEVER);
    for (threads, full) in [(1, NEVER), (4, NEVER), (4, 1000)] {
        let (parts, _, result) = run(log.as_bytes(), threads, full, 3);
        assert_eq!(result.expect_err("fault").to_string(), "full disk");
        assert_eq!(parts.len(), 3);
        assert!(whole.concat().starts_with(&parts.concat()), "{threads} threads");
    }
}

#[test]
fn a_run_in_which_calls_depend_on_earlier_ones_keeps_to_one_thread() {
    let settings = Settings::new(target("url").expect("format"));
    let print = settings.print.unique(true);
    let mut converter = Converter::new(&settings.scan, &print);
    let source = Arc::new(Source::log("billmgr.log"));
    let log: String = iter::repeat_with(log).take(2).collect();
    let reader = BlockReader::new(log.as_bytes(), Arc::clone(&source));
    let mut lines = 0;
    let hand_out = |sink: &mut Vec<u8>, _| {
        lines += sink.split(|&byte| byte == b'\n').count() - 1;
        sink.clear();
        Ok(())
    };
    convert_parallel(reader, &source, &mut converter, 8, Vec::new, hand_out).expect("no fault");
    assert_eq!((lines, converter.totals().filtered), (4200, 4200));
}

#[test]
fn a_thread_that_panics_ends_the_run_and_leaves_no_other_waiting() {
    let log = log();
    let mut handed_out = 0;
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        let settings = Settings::new(target("url").expect("format"));
        let source = Arc::new(Source::log("billmgr.log"));
        let mut converter = Converter::new(&settings.scan, &settings.print);
        let reader = BlockReader::new(log.as_bytes(), Arc::clone(&source));
        let _ = convert_parallel(reader, &source, &mut converter, 4, Vec::new, |_: &mut Vec<u8>, _| {
            handed_out += 1;
            assert!(handed_out < 4, "on purpose");
            Ok(())
        });
    }));
    assert!(panicked.is_err());
    assert_eq!(handed_out, 4);
}
