//! Tests of the output and the totals of conversions, on logs with requests, malformed requests and other lines.

use super::*;
use crate::Filter;
use crate::render::script::Deletes;
use crate::render::target::target;
use proptest::prelude::*;

/// A line with this query.
fn request(query: &str) -> String {
    format!("Jun 25 09:07:51 [1:2] core_module INFO Request [192.0.2.38][root] '{query}'\n")
}

const OTHER: &str = "Jun 25 09:07:51 [1:2] core_module DEBUG nothing\n";
/// A line that looks like a request and is cut.
const BROKEN: &str = "Jun 25 09:07:51 [1:2] core_module INFO Request [192.0.2.38][root] 'func=a&b\n";

fn options(targets: &[&str]) -> PrintOptions {
    let targets = targets.iter().map(|name| target(name).expect("format")).collect();
    PrintOptions::new(targets, CallOptions::default())
}

/// The whole output of a conversion, in order.
#[derive(Default)]
struct Given {
    snippets: Vec<String>,
    lines: String,
    notes: Vec<String>,
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("text")
}

impl Sink for Given {
    fn snippet(&mut self, snippet: &Snippet) -> io::Result<()> {
        self.snippets.push(text(&snippet.text));
        Ok(())
    }

    fn lines(&mut self, lines: &[u8]) -> io::Result<()> {
        self.lines += &text(lines);
        Ok(())
    }

    fn note(&mut self, note: &Note<'_>) -> io::Result<()> {
        self.notes.push(note.to_string());
        Ok(())
    }
}

fn converted(log: &str, scan: ScanOptions, print: PrintOptions) -> (Given, Totals) {
    let mut given = Given::default();
    let source = Source::log("billmgr.log");
    let totals = convert(log.as_bytes(), source, &Settings::of(scan, print), &mut given).expect("no fault");
    (given, totals)
}

fn functions(pattern: &str) -> ScanOptions {
    ScanOptions::default().filter(Filter::default().functions(&[pattern]).expect("pattern"))
}

proptest! {
    #[test]
    fn each_line_is_converted_filtered_reported_or_handed_on(kinds in proptest::collection::vec(0..5_usize, 0..60)) {
        let lines = [request("func=a&x=1"), request("func=b"), request("func=a&x=%00"), BROKEN.into(), OTHER.into()];
        let log: String = kinds.iter().map(|&kind| &*lines[kind]).collect();
        let count = |kind| kinds.iter().filter(|&&other| other == kind).count() as u64;
        // mgrctl cannot take a NUL byte.
        let print = options(&["mgrctl"]).passthrough(true);
        let (given, totals) = converted(&log, functions("^a$"), print);
        prop_assert_eq!((totals.converted, totals.filtered, totals.reported), (count(0), count(1), count(2) + count(3)));
        prop_assert_eq!(totals.seen, totals.converted + totals.filtered + totals.reported);
        prop_assert_eq!(totals.losses, given.notes.len() as u64);
        prop_assert_eq!(given.snippets.len() as u64, totals.converted);
        let handed_on: String = kinds.iter().filter(|&&kind| kind > 1).map(|&kind| &*lines[kind]).collect();
        prop_assert_eq!(given.lines, handed_on);
    }
}

#[test]
fn a_request_counts_once_however_many_formats_it_is_printed_in() {
    let log = request("func=a") + &request("func=b&x=%00") + &request("func=%00");
    let (given, totals) = converted(&log, ScanOptions::default(), options(&["url", "mgrctl"]));
    let expected = Totals { seen: 3, converted: 3, losses: 2, ..Totals::default() };
    assert_eq!(totals, expected, "{:?}", given.notes);
    // A request that one format cannot express is converted if another format can.
    assert_eq!(given.snippets.len(), 4);
    assert!(given.notes.iter().all(|note| note.contains("mgrctl")), "{:?}", given.notes);
}

#[test]
fn a_note_names_the_log_the_line_and_the_function() {
    let log = [OTHER, &request("func=a&x=%00"), BROKEN].concat();
    let (given, _) = converted(&log, ScanOptions::default(), options(&["mgrctl"]));
    assert_eq!(given.notes.len(), 2);
    assert!(given.notes[0].starts_with("billmgr.log:2: a: "), "{}", given.notes[0]);
    assert!(given.notes[1].starts_with("billmgr.log:3: not converted: "), "{}", given.notes[1]);
}

#[test]
fn a_masked_secret_is_noted_and_a_filtered_one_is_not() {
    let log = request("func=a&passwd=*") + &request("func=b&passwd=*");
    let (given, totals) = converted(&log, functions("^a$"), options(&["url"]));
    assert_eq!(given.notes.len(), 1, "{:?}", given.notes);
    assert!(given.notes[0].contains("a: passwd"), "{}", given.notes[0]);
    assert_eq!((totals.converted, totals.filtered, totals.losses), (1, 1, 1));
}

#[test]
fn a_call_that_was_printed_before_counts_as_filtered() {
    let log = request("func=a") + &request("func=b") + &request("func=a");
    let (given, totals) = converted(&log, ScanOptions::default(), options(&["url"]).unique(true));
    assert_eq!(given.snippets.len(), 2);
    assert_eq!((totals.seen, totals.converted, totals.filtered), (3, 2, 1));
}

/// The script of these queries, and its totals.
fn script(queries: &[&str], style: Style) -> (String, Totals) {
    let log: String = queries.iter().map(|query| request(query)).collect();
    let (given, totals) = converted(&log, ScanOptions::default(), options(&["mgrctl"]).script(style));
    (given.snippets.concat(), totals)
}

/// The arguments of the `step` lines of a script, one line for each call.
fn steps(script: &str) -> Vec<&str> {
    script
        .lines()
        .map(|line| line.trim_start_matches(['#', ' ']))
        .filter_map(|line| line.strip_prefix("step "))
        .collect()
}

#[test]
fn a_script_has_one_beginning_one_end_and_a_number_for_each_call_in_it() {
    let (script, totals) = script(&["func=a", "func=b&x=%00", "func=c"], Style::default());
    assert_eq!(steps(&script), ["1 a", "2 c"]);
    assert!(script.starts_with("#!/bin/sh\n"), "{script}");
    assert_eq!((script.matches("#!/bin/sh").count(), script.matches("\ncalls\n").count()), (1, 1));
    assert_eq!((totals.converted, totals.reported), (2, 1));
}

#[test]
fn a_script_without_a_call_is_no_text() {
    for queries in [&[][..], &["func=b&x=%00"]] {
        assert_eq!(script(queries, Style::default()).0, "");
    }
}

#[test]
fn a_call_that_deletes_is_commented_out_unless_it_is_asked_for() {
    let is_comment = |script: &str| {
        let mut lines = script.lines().map(str::trim_start).filter(|line| line.contains("step 1 "));
        lines.next().expect("the call").starts_with('#')
    };
    for (deletes, commented_out) in [(Deletes::CommentedOut, true), (Deletes::Run, false)] {
        let (script, totals) = script(&["func=user.delete&elid=1", "func=user"], Style::default().deletes(deletes));
        assert_eq!((is_comment(&script), totals.converted), (commented_out, 2), "{script}");
        assert_eq!(steps(&script), ["1 user.delete", "2 user"]);
    }
}
