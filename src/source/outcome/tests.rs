//! Property test: the errors found in blocks equal those that a simple reader of the whole log finds.

use super::*;
use crate::source::BlockReader;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::Read;

/// A record, or a line that continues one.
#[derive(Debug, Clone, Copy)]
enum Line {
    Request(u8),
    Error(u8),
    Crit(u8),
    /// An INFO record whose text contains the level names.
    Info(u8),
    More,
}

fn lines() -> impl Strategy<Value = Vec<Line>> {
    let thread = 0_u8..4;
    let line = prop_oneof![
        4 => thread.clone().prop_map(Line::Request),
        2 => thread.clone().prop_map(Line::Error),
        1 => thread.clone().prop_map(Line::Crit),
        1 => thread.prop_map(Line::Info),
        1 => Just(Line::More),
    ];
    proptest::collection::vec(line, 0..40)
}

/// The log, and for each refused request the offset of its line and the error.
fn log(lines: &[Line], coloured: bool) -> (String, BTreeMap<u64, String>) {
    let (on, off) = if coloured { ("\x1b[1;31m", "\x1b[0m") } else { ("", "") };
    let mut text = String::new();
    let mut open: BTreeMap<u8, u64> = BTreeMap::new();
    let mut refused: BTreeMap<u64, String> = BTreeMap::new();
    let mut last: Option<u64> = None;
    for (number, line) in lines.iter().enumerate() {
        let at = text.len() as u64;
        let thread = match *line {
            Line::Request(thread) | Line::Error(thread) | Line::Crit(thread) | Line::Info(thread) => thread,
            Line::More => {
                let _ = writeln!(text, "more {number}{off}");
                if let Some(of) = last.and_then(|of| refused.get_mut(&of)) {
                    let _ = write!(of, " more {number}");
                }
                continue;
            }
        };
        last = None;
        let head = format!("Jun 25 09:07:51 [77:{thread}] module ");
        let (level, said) = match line {
            Line::Request(_) => {
                open.insert(thread, at);
                ("INFO", format!("Request [::1][root] 'func=a.edit&n={number}'"))
            }
            Line::Info(_) => ("INFO", "ERROR and CRIT are words here".to_owned()),
            Line::Crit(_) => ("CRIT", format!("e{number}")),
            _ => ("ERROR", format!("e{number}")),
        };
        if level != "INFO"
            && let Some(of) = open.remove(&thread)
        {
            refused.insert(of, said.clone());
            last = Some(of);
        }
        let _ = writeln!(text, "{head}{on}{level} {said}{off}");
    }
    (text, refused)
}

/// The errors, with the offsets of their requests.
fn found(block: &Block, start: u64) -> impl Iterator<Item = (u64, String)> {
    block.failures.iter().map(move |failure| (start + failure.at as u64, failure.error.to_string()))
}

/// A block of these bytes, which start at this byte of the log.
fn block(source: &Arc<Source>, bytes: &[u8], start: u64) -> Block {
    let mut block = Block::new(Arc::clone(source));
    block.extend(bytes);
    block.place = Place::Byte(start);
    block
}

/// The log, split at line ends into pieces of at least these sizes.
fn pieces<'t>(text: &'t str, sizes: &[usize]) -> Vec<(u64, &'t str)> {
    let (mut pieces, mut at, mut sizes) = (Vec::new(), 0, sizes.iter().cycle());
    while at < text.len() {
        let least = at + *sizes.next().unwrap_or(&1);
        let end =
            text[least.min(text.len() - 1)..].find('\n').map_or(text.len(), |end| least.min(text.len() - 1) + end + 1);
        pieces.push((at as u64, &text[at..end]));
        at = end;
    }
    pieces
}

/// A stream that returns a few bytes at a time.
struct Slowly<'t>(&'t [u8]);

impl Read for Slowly<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = buffer.len().min(50).min(self.0.len());
        buffer[..count].copy_from_slice(&self.0[..count]);
        self.0 = &self.0[count..];
        Ok(count)
    }
}

proptest! {
    #[test]
    fn refusals_are_those_that_a_simple_reader_finds(
        lines in lines(),
        sizes in proptest::collection::vec(1_usize..400, 1..5),
        coloured: bool,
    ) {
        let (text, refused) = log(&lines, coloured);
        let source = Arc::new(Source::log("billmgr.log"));

        let mut reader = BlockReader::new(Slowly(text.as_bytes()), Arc::clone(&source))
            .starting_at(Place::Byte(0))
            .with_outcomes(|| true);
        let mut ahead = BTreeMap::new();
        let mut read = Block::new(Arc::clone(&source));
        let mut at = 0;
        while reader.read(&mut read).expect("text") {
            ahead.extend(found(&read, at));
            at += read.bytes().len() as u64;
        }
        prop_assert_eq!(at, text.len() as u64);
        prop_assert_eq!(&ahead, &refused);

        let first_line = |text: &String| text.split(" more").next().unwrap_or_default().to_owned();
        let firsts = |refused: &BTreeMap<u64, String>| refused.iter().map(|(at, text)| (*at, first_line(text))).collect();
        let firsts: [BTreeMap<u64, String>; 1] = [firsts(&refused)];

        let mut backward = Backward::default();
        let mut before = BTreeMap::new();
        for (start, piece) in pieces(&text, &sizes).into_iter().rev() {
            let mut block = block(&source, piece.as_bytes(), start);
            backward.look(&mut block);
            before.extend(found(&block, start).map(|(at, text)| (at, first_line(&text))));
        }
        prop_assert_eq!(&before, &firsts[0]);

        let mut growing = Outcomes::of_growing_log(true);
        let mut grown = BTreeMap::new();
        for (start, piece) in pieces(&text, &sizes) {
            let mut block = block(&source, piece.as_bytes(), start);
            growing.look(&mut block);
            prop_assert_eq!(block.bytes(), piece.as_bytes());
            grown.extend(found(&block, start).map(|(at, text)| (at, first_line(&text))));
            for late in block.late() {
                let Place::Byte(at) = late.place else { panic!("bytes are counted") };
                let again = late.block(&source).expect("its line");
                prop_assert_eq!(again.error_of(0), Some(&*late.error));
                prop_assert!(text[usize::try_from(at).expect("small")..].starts_with(str::from_utf8(again.bytes()).expect("text")));
                grown.insert(at, first_line(&late.error.to_string()));
            }
        }
        prop_assert_eq!(&grown, &firsts[0]);
    }
}

#[test]
fn an_error_is_one_line_of_visible_text() {
    for (lines, shown) in [
        (&b"Error: Type: 'date' Value: '"[..], "Error: Type: 'date' Value: '"),
        (b"a\tb\x1b[31mc\x1b[0m\r\nd\x07\xe2\x80\xaee\n\nf", "a bc de f"),
        (b"\xff\xd0\x98", "\u{fffd}\u{418}"),
        (b"", ""),
    ] {
        assert_eq!(&*record::text(lines), shown, "{}", lines.escape_ascii());
    }
    assert!(record::text(&[b'x'; 10_000]).len() <= 4096);
}

#[test]
fn threads_without_end_take_no_memory_without_end() {
    let source = Arc::new(Source::log("billmgr.log"));
    let mut growing = Outcomes::of_growing_log(false);
    for number in 0..30 {
        let line = |thread| format!("Jun 25 09:07:51 [{number}:{thread}] m INFO Request [][] 'func=a'\n");
        let text: String = (0..10_000).map(line).collect();
        growing.look(&mut block(&source, text.as_bytes(), 0));
    }
    assert!(growing.last.len() <= MOST_THREADS + 10_000);
}
