//! `-n`: only the last requests, from any input.

use super::support::{Run, mgr2api, request};
use crate::support::log::gzip;
use crate::support::program::PROGRAM;
use std::fmt::Write as _;
use std::fs;
use std::process::Command;

fn log(functions: &[&str]) -> String {
    functions.iter().fold(String::new(), |mut log, function| {
        write!(log, "{}", request(&format!("func={function}"))).expect("memory");
        log + "Jun 25 09:07:51 [26956:1738] db EXTINFO begin transaction\n"
    })
}

/// The functions that a run prints.
#[track_caller]
fn functions(run: Run) -> Vec<String> {
    let run = run.args(["-t", "url"]).run().status(0);
    let of = |line: &str| line.split("func=").nth(1).and_then(|rest| rest.split('&').next()).expect("func").to_owned();
    run.out_text().lines().map(of).collect()
}

#[test]
fn only_the_last_requests_are_converted() {
    let run = |count: &str| mgr2api(["-n", count, "log"]).file("log", log(&["a", "b", "c"]));
    assert_eq!(functions(run("1")), ["c"]);
    assert_eq!(functions(run("2")), ["b", "c"]);
    assert_eq!(functions(run("9")), ["a", "b", "c"]);
    run("0").run().status(2).out("").err_has(&["-n 0 gives no requests; use -n 1"]);
}

#[test]
fn they_are_counted_over_all_logs_together() {
    let run = |count: &str| {
        mgr2api(["-n", count, "old", "-", "new"])
            .file("old", log(&["a", "b"]))
            .file("new", log(&["e"]))
            .stdin(log(&["c", "d"]))
    };
    assert_eq!(functions(run("2")), ["d", "e"]);
    assert_eq!(functions(run("4")), ["b", "c", "d", "e"]);
}

#[test]
fn only_matching_requests_count() {
    let run =
        || mgr2api(["-n", "2", "log"]).file("log", log(&["user.edit", "a", "user.delete", "user.edit", "b", "c"]));
    assert_eq!(functions(run().args(["--func", "user"])), ["user.delete", "user.edit"]);
    assert_eq!(functions(run().args(["--changes"])), ["user.delete"]);
    assert_eq!(functions(run().args(["--unique"])), ["b", "c"]);
    assert_eq!(functions(run().args(["--unique", "--func", "user"])), ["user.delete", "user.edit"]);
}

#[test]
fn a_long_log_gives_the_same_as_reading_it_whole() {
    let mut text = String::new();
    for number in 0..6_000 {
        let filler = "x".repeat(number % 700);
        write!(text, "Jun 25 09:07:51 [1:2] db EXTINFO {filler}\n{}", request(&format!("func=f{number}")))
            .expect("memory");
    }
    let whole = functions(mgr2api(["log"]).file("log", &text));
    for count in [1, 99, 2_500] {
        let last = functions(mgr2api(["-n", &count.to_string(), "log"]).file("log", &text));
        assert_eq!(last, whole[whole.len() - count..], "-n {count}");
    }
}

#[test]
fn text_in_a_dump_is_no_request_for_it_either() {
    for dumped in ["  ", "<note>", "12:"].map(|prefix| format!("{prefix}{}", request("elid=1&func=user.delete"))) {
        let text = format!("Jun 25 09:08:39 [1:1] processing DEBUG x = '<doc>\n{dumped}</doc>\n'\n{}", log(&["a"]));
        for input in [&["log"][..], &[]] {
            let run =
                mgr2api(["-n", "5", "-t", "mgrctl", "-m", "core"]).args(input).file("log", &text).stdin(&text).run();
            run.status(0).out("/usr/local/mgr5/sbin/mgrctl -m core a\n").err_has(&["not converted", "inside another"]);
        }
    }
}

#[test]
fn a_note_says_the_place_in_bytes() {
    let text = log(&["a"]) + &request("func=b&passwd=*");
    let run = mgr2api(["-n", "1", "billmgr.log"]).file("billmgr.log", &text).run();
    let at = log(&["a"]).len();
    run.status(0).err(format!(
        "billmgr.log:byte {at}: b: passwd was masked, left out\n\
         bytes count from 0; this shows the line at byte {at}: tail -c +{} billmgr.log | head -n 1\n",
        at + 1
    ));
}

#[test]
fn what_is_said_of_a_byte_finds_its_line() {
    let text = log(&["a"]) + &request("func=b&passwd=*") + &log(&["c"]);
    for name in ["billmgr.log", "-x y'z.log", "./a/b.log"] {
        let folder = tempfile::tempdir().expect("temporary folder");
        fs::create_dir(folder.path().join("a")).expect("folder");
        fs::write(folder.path().join(name), &text).expect("log");
        let run = |program: &str, arguments: &[&str]| {
            Command::new(program).args(arguments).current_dir(&folder).output().expect("it runs")
        };
        let said = run(PROGRAM, &["-n", "2", "-m", "core", "--", name]).stderr;
        let said = String::from_utf8(said).expect("UTF-8");
        let hint = said.lines().find(|line| line.starts_with("bytes count from 0")).expect("a hint");
        let (_, command) = hint.split_once(": ").expect("a command");
        let shown = run("/bin/sh", &["-c", command]).stdout;
        assert_eq!(String::from_utf8_lossy(&shown), request("func=b&passwd=*"), "{command}");
    }
}

#[test]
fn the_account_of_it_adds_up() {
    let run = mgr2api(["-q", "-n", "2", "--stats", "log"]).file("log", log(&["a", "b", "c"])).run().status(0);
    let numbers: Vec<u32> = run.err_text().split_whitespace().filter_map(|word| word.parse().ok()).collect();
    let [seen, converted, filtered, reported] = numbers[..] else { panic!("{}", run.err_text()) };
    assert_eq!((converted, reported), (2, 0));
    assert_eq!(seen, converted + filtered + reported);
}

/// A log with two archives as its panel makes them: the first line of each file names the previous one.
fn rotated(arguments: &[&str]) -> Run {
    let named = |name: &str, functions: &[&str]| format!("previous log: {name}\n{}", log(functions));
    let (older, newer) = ("billmgr.log-20260101090000.1.gz", "billmgr.log-20260102090000.2");
    mgr2api(arguments)
        .file(format!("logs/{older}"), gzip(log(&["a", "b&passwd=*"])))
        .file(format!("logs/{newer}"), named(older, &["c", "d"]))
        .file("billmgr.log", named(newer, &["e"]))
        .file("billmgr.log.swp", log(&["x"]))
        .env("MGR2API_LOG_DIR", ".")
}

#[test]
fn what_the_live_log_lacks_comes_from_its_archives() {
    for live in ["billmgr", "billmgr.log"] {
        for (count, expected) in
            [("1", &["e"][..]), ("2", &["d", "e"]), ("4", &["b", "c", "d", "e"]), ("9", &["a", "b", "c", "d", "e"])]
        {
            assert_eq!(functions(rotated(&["-q", "-n", count, live])), expected, "{live} {count}");
        }
        assert_eq!(functions(rotated(&["-n", "1", live, "--func", "^a"])), ["a"]);
        assert_eq!(functions(rotated(&[live])), ["e"], "without -n only the log itself");
    }
}

#[test]
fn a_request_from_an_archive_names_it_and_keeps_its_panel() {
    let run = rotated(&["-n", "5", "billmgr", "-t", "json"]).run().status(0);
    let objects: Vec<serde_json::Value> =
        run.out_text().lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let source = |index: usize| objects[index]["source"].as_str().expect("text").to_owned();
    assert_eq!(
        [0, 2, 4].map(source),
        ["./logs/billmgr.log-20260101090000.1.gz", "./logs/billmgr.log-20260102090000.2", "./billmgr.log"]
    );
    assert!(objects.iter().all(|object| object["manager"] == "billmgr"));
    run.err("./logs/billmgr.log-20260101090000.1.gz:3: b: passwd was masked, left out\n");
}

#[test]
fn a_named_archive_or_several_logs_lead_to_no_others() {
    assert_eq!(functions(rotated(&["-n", "9", "logs/billmgr.log-20260102090000.2"])), ["c", "d"]);
    assert_eq!(functions(rotated(&["-n", "9", "billmgr.log", "-"]).stdin(log(&["z"]))), ["e", "z"]);
}

#[test]
fn a_damaged_archive_is_reported_and_nothing_older_is_taken() {
    let broken =
        || rotated(&["-n", "4", "billmgr", "-t", "url"]).file("logs/billmgr.log-20260102090000.2", b"\x1f\x8bx");
    let run = broken().run().status(2);
    assert_eq!(run.out_text().lines().count(), 1);
    run.err_has(&["billmgr.log-20260102090000.2: ", "the archive is cut", "older archives were not read"]);
    broken().args(["--strict"]).run().status(2);
}
