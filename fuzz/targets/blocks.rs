//! Fuzzes the block reader and the law of accounting with any bytes in any pieces. Laws: seen equals converted plus
//! filtered plus reported; the totals and the text depend neither on the pieces, nor on a second thread, nor on `-n`
//! with more requests than there are; `-n` with fewer keeps the sum.
#![no_main]

use arbitrary::Arbitrary;
use fuzz::run::{Pieces, Rendered, convert, newest};
use libfuzzer_sys::fuzz_target;
use mgr2api::{BlockReader, Converter, Settings, Source, Totals, convert_parallel, target};
use std::sync::Arc;

#[derive(Debug, Arbitrary)]
struct Input<'a> {
    stdin: bool,
    unique: bool,
    last: u8,
    sizes: [u8; 4],
    log: &'a [u8],
}

fuzz_target!(|input: Input<'_>| {
    let Input { stdin, unique, last, sizes, log } = input;
    let source = if stdin { Source::stdin() } else { Source::log("billmgr.log") };
    let mut settings = Settings::new(target("json").expect("a target"));
    settings.print.unique = unique;
    let pieces = || Pieces::new(log, &sizes);
    let (totals, rendered) = convert(log, source.clone(), &settings);

    let (in_pieces, text) = convert(pieces(), source.clone(), &settings);
    assert_eq!((in_pieces, &text.text), (totals, &rendered.text));

    let source = Arc::new(source);
    let (mut converter, mut sum, mut text) =
        (Converter::new(&settings.scan, &settings.print), Totals::default(), String::new());
    let reader = BlockReader::new(pieces(), Arc::clone(&source));
    let hand_out = |rendered: &mut Rendered, totals| {
        text += &std::mem::take(rendered).text;
        sum += totals;
        Ok(())
    };
    convert_parallel(reader, &source, &mut converter, 2, Rendered::default, hand_out).expect("memory");
    assert_eq!((sum, &text), (totals, &rendered.text), "two threads");

    // With -n, the last of equal calls is kept instead of the first.
    let (backwards, text) = newest(log, &source, &settings, usize::MAX, true);
    let Totals { losses, guessed, .. } = if unique { totals } else { backwards };
    assert_eq!(Totals { losses, guessed, ..backwards }, totals);
    assert!(unique || without_lines(&text) == without_lines(&rendered.text), "{text} {}", rendered.text);
    let last = usize::from(last);
    let (few, _) = newest(log, &source, &settings, last, false);
    assert_eq!((few.seen, few.converted + few.reported <= totals.seen), (totals.seen, true));
    assert!(few.converted <= last as u64);
    newest(log, &source, &settings, last, true);
});

/// A log that is read backwards has no line numbers.
fn without_lines(text: &str) -> Vec<&str> {
    text.lines().map(|line| line.rsplit_once(",\"line\":").map_or(line, |(line, _)| line)).collect()
}
