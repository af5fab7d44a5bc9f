//! `--since` and `--until`: ranges of time, for stamps without a year.

use super::huge::read_by;
use super::support::{Run, mgr2api};
use crate::support::installed;
use crate::support::program::PROGRAM;
use std::fmt::Write as _;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, SystemTime};

fn at(stamp: &str, function: &str) -> String {
    format!("{stamp} [26956:1738] core_module INFO Request [192.0.2.38][root] 'func={function}'\n")
}

/// Sets a file's time, in seconds since 1970.
fn written(path: &Path, seconds: u64) {
    let file = File::options().append(true).open(path).expect("log");
    file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)).expect("time");
}

/// 3 January 2026, 12:00 UTC.
const WRITTEN: u64 = 1_767_441_600;

fn over_new_year(arguments: &[&str]) -> Run {
    let log = [
        at("Feb 28 10:00:00", "early"),
        at("Dec 31 23:59:59", "old"),
        at("Jan  1 00:00:00", "new"),
        at("Jan  2 08:00:00", "next"),
        at("Jan  2 07:59:58", "racing"),
        at("Jan  3 11:59:59", "last"),
    ];
    let run = mgr2api(["-t", "url", "core.log"]).args(arguments).env("TZ", "UTC").file("core.log", log.concat());
    written(&run.folder.path().join("core.log"), WRITTEN);
    run
}

#[track_caller]
fn functions(run: &Run) -> String {
    let ended = run.run();
    assert!(ended.status.is_some_and(|status| status < 2), "{}", ended.err_text());
    let functions = ended.out_text();
    let functions: Vec<&str> = functions
        .lines()
        .map(|line| line.split("func=").nth(1).expect("func").split('&').next().expect("it"))
        .collect();
    functions.join(" ")
}

#[test]
fn a_log_over_new_year_is_cut_where_it_is_meant() {
    for (options, expected) in [
        (&["--since", "2026-01-01"][..], "new next racing last"),
        (&["--until", "2025-12-31"], "early old"),
        (&["--since", "2025-12-31 23:59:59", "--until", "2026-01-02"], "old new next racing"),
        (&["--since", "2026-01-02T08:00:00"], "next last"),
        (&["--since", "2026-01-02T08:00:00", "-n", "1"], "last"),
        (&["--until", "2026-01-02T07:59:58", "-n", "2"], "new racing"),
        (&["--since", "2026-01-02T11:00:00+03:00", "--until", "2026-01-02"], "next"),
        (&["--since", "1d", "-n", "5"], ""),
    ] {
        assert_eq!(functions(&over_new_year(options)), expected, "{options:?}");
    }
}

#[test]
fn the_time_zone_is_that_of_the_machine() {
    for (zone, expected) in
        [("UTC", "next last"), ("Europe/Berlin", "last"), ("UTC-3", "last"), ("UTC+3", "next racing last")]
    {
        let run = over_new_year(&["--since", "2026-01-02T08:00:00Z", "--strict"]).env("TZ", zone);
        assert_eq!(functions(&run), expected, "{zone}");
    }
}

#[test]
fn the_last_day_of_february_lies_in_a_leap_year() {
    let run = |since: &str| {
        let run = mgr2api(["-t", "url", "core.log", "--since", since]).env("TZ", "UTC");
        let run = run.file("core.log", at("Feb 29 10:00:00", "a") + &at("Mar  1 10:00:00", "b"));
        // 2 March 2024.
        written(&run.folder.path().join("core.log"), 1_709_337_600);
        run
    };
    assert_eq!(functions(&run("2024-02-29")), "a b");
    assert_eq!(functions(&run("2024-03-01")), "b");
}

#[test]
fn what_is_left_out_is_counted_and_a_fragment_has_no_time() {
    let run = over_new_year(&["--since", "2026-01-03", "--stats"]).run().status(0);
    run.err("requests: 6 seen = 1 converted + 5 filtered out + 0 reported\n");
    let run = mgr2api(["-t", "url", "--since", "1h", "--stats", "-q"]).stdin("func=a&elid=1\n").run().status(1);
    run.out("").err("requests: 1 seen = 0 converted + 1 filtered out + 0 reported\n");
}

#[test]
fn recent_requests_on_standard_input_are_of_now() {
    let run = |since: &str| {
        let now = jiff::Timestamp::now() - jiff::SignedDuration::from_mins(30);
        let stamp = now.strftime("%b %e %H:%M:%S").to_string();
        functions(&mgr2api(["-t", "url", "-q", "--since", since]).env("TZ", "UTC").stdin(at(&stamp, "a")))
    };
    assert_eq!((run("45m"), run("2h"), run("15m")), ("a".to_owned(), "a".to_owned(), String::new()));
    assert_eq!((run("-45m"), run("-1h"), run("-15m")), ("a".to_owned(), "a".to_owned(), String::new()));
}

#[test]
fn what_is_no_time_gets_the_forms_that_are() {
    for (option, text) in [("--since", "soon"), ("--until", "2026-02-30"), ("--since", "")] {
        let run = mgr2api([option, text, "-"]).run().status(2);
        run.err_has(&[option, &format!("'{text}' is not a time"), "10m", "09:30", "yesterday", "2026-11-23"]);
    }
    let run = mgr2api(["--since", "2026-01-02", "--until", "2026-01-01", "-"]).run().status(2);
    run.err_has(&["--since 2026-01-02T00:00:00 is later than --until 2026-01-01T23:59:59", "swap them"]);
}

/// A day of requests in 40 MB.
fn long_log(folder: &Path) -> u64 {
    let mut text = String::new();
    let filler = format!("Jun 25 00:00:00 [1:2] db EXTINFO {}\n", "x".repeat(350));
    for second in 0..86_400 {
        let clock = format!("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
        text += &filler.replace("00:00:00", &clock);
        if second % 60 == 0 {
            write!(text, "{}", at(&format!("Jun 25 {clock}"), &format!("f{}", second / 60))).expect("memory");
        }
    }
    let path = folder.join("core.log");
    File::create(&path).and_then(|mut file| file.write_all(text.as_bytes())).expect("log");
    // 26 June 2026.
    written(&path, 1_782_432_000);
    text.len() as u64
}

#[test]
fn a_long_sorted_log_is_read_only_around_the_range() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let len = long_log(folder.path());
    let overhead = read_by(folder.path(), "--version").1;
    for (options, functions) in [
        ("--since '2026-06-25 23:30'", "1410 1439"),
        ("--since '2026-06-25 12:00' --until '2026-06-25 12:10'", "720 730"),
        ("--until '2026-06-25T00:05:00'", "0 5"),
        ("--since '2026-06-25 12:00' --until '2026-06-25 12:10' -n 3", "728 730"),
        ("--since '2026-06-26' -n 3", ""),
    ] {
        let (printed, read) = read_by(folder.path(), &format!("-q -t url core.log {options} --threads 2"));
        let functions_printed: Vec<&str> = printed
            .lines()
            .map(|line| line.split("func=f").nth(1).expect("f").split('&').next().expect("it"))
            .collect();
        let ends = [functions_printed.first(), functions_printed.last()].into_iter().flatten();
        assert_eq!(ends.copied().collect::<Vec<_>>().join(" "), functions, "{options}");
        // Allow two hours of slack on each side of the range, and the probes.
        let read = read - overhead;
        assert!(read < len / 4, "{options}: {read} of {len}");
    }
}

#[test]
fn while_following_what_is_older_stays_out() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let stamp = |minutes: i64| {
        let time = jiff::Timestamp::now() - jiff::SignedDuration::from_mins(minutes);
        time.strftime("%b %e %H:%M:%S").to_string()
    };
    File::create(folder.path().join("core.log"))
        .and_then(|mut log| log.write_all((at(&stamp(180), "before") + &at(&stamp(5), "recent")).as_bytes()))
        .expect("log");
    std::fs::write(folder.path().join("more"), at(&stamp(170), "late") + &at(&stamp(0), "new")).expect("more");
    let script = format!(
        ": > out; {PROGRAM} -q -f -n 9 --since 1h -t url core.log >> out & pid=$!
         for word in recent new; do
             tries=0
             until case $(cat out) in *func=$word*) true ;; *) [ $tries = 200 ] ;; esac; do
                 sleep 0.05; tries=$((tries + 1))
             done
             [ $word = new ] || cat more >> core.log
         done
         kill -TERM $pid; wait $pid"
    );
    let mut shell = std::process::Command::new("/bin/sh");
    shell.args(["-c", &script]).current_dir(&folder).env_clear().env("PATH", installed::path()).env("TZ", "UTC");
    assert!(shell.status().expect("sh").success());
    let printed = std::fs::read_to_string(folder.path().join("out")).expect("out");
    let url = |function: &str| format!("https://localhost:1500/core?func={function}&out=json\n");
    assert_eq!(printed, url("recent") + &url("new"));
}

/// The timestamps of json.
#[track_caller]
fn timestamps(run: &Run) -> Vec<serde_json::Value> {
    let ended = run.run();
    let lines = ended.out_text();
    let timestamp = |line: &str| serde_json::from_str::<serde_json::Value>(line).expect("json")["timestamp"].take();
    // Skip the lines of the url target, which `over_new_year` prints too.
    lines.lines().filter(|line| line.starts_with('{')).map(timestamp).collect()
}

#[test]
fn a_timestamp_has_the_year_that_since_goes_by() {
    let expected = [
        "2025-02-28T10:00:00+00:00",
        "2025-12-31T23:59:59+00:00",
        "2026-01-01T00:00:00+00:00",
        "2026-01-02T08:00:00+00:00",
        "2026-01-02T07:59:58+00:00",
        "2026-01-03T11:59:59+00:00",
    ];
    assert_eq!(timestamps(&over_new_year(&["-t", "json"])), expected);
    assert_eq!(timestamps(&over_new_year(&["-t", "json", "-n", "2"])), expected[4..]);
    let in_berlin = over_new_year(&["-t", "json", "-n", "1"]).env("TZ", "Europe/Berlin");
    assert_eq!(timestamps(&in_berlin), ["2026-01-03T11:59:59+01:00"]);
}

#[test]
fn who_knows_when_a_stream_was_written_tells_its_year() {
    let log = at("Dec 31 23:59:59", "a") + &at("Jan  1 00:00:00", "b") + &at("Feb 30 00:00:00", "c");
    let run = |arguments: &[&str]| mgr2api(["-t", "json"]).args(arguments).env("TZ", "UTC").stdin(log.as_str());
    let expected = serde_json::json!(["2019-12-31T23:59:59+00:00", "2020-01-01T00:00:00+00:00", null]);
    for written in ["2020-01-01", "2020-01-01T00:00:01Z", "2020-02-01 09:30"] {
        assert_eq!(timestamps(&run(&["--written", written])), *expected.as_array().expect("a list"), "{written}");
    }
    // A fragment has no time; `--since` uses the same year.
    let fragment = mgr2api(["-t", "json"]).stdin("func=user.edit&elid=1");
    assert_eq!(timestamps(&fragment), [serde_json::Value::Null]);
    assert_eq!(timestamps(&run(&["--written", "2020-01-01", "--since", "2020-01-01"])), ["2020-01-01T00:00:00+00:00"]);
    let over_the_file = over_new_year(&["-t", "json", "--written", "2011-05-01", "-n", "1"]);
    assert_eq!(timestamps(&over_the_file), ["2011-01-03T11:59:59+00:00"]);
    run(&["--written", "soon"]).run().status(2).out("");
    mgr2api(["-f", "--written", "2020-01-01", "core.log"]).run().status(2).out("");
}
