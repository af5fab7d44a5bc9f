//! Refused requests: errors of the same thread before its next request.

use super::support::{mgr2api, request};
use std::io::Write;
use std::process::Stdio;
use std::time::{Duration, Instant};

/// A record.
fn record(thread: &str, text: &str) -> String {
    format!("Jun 25 09:07:52 [{thread}] {text}\n")
}

fn asked(thread: &str, query: &str) -> String {
    record(thread, &format!("core_module INFO Request [192.0.2.38][root] '{query}'"))
}

/// The errors in the json of each request.
#[track_caller]
fn errors(options: &[&str], log: impl AsRef<[u8]>) -> Vec<Option<String>> {
    let run =
        mgr2api(["-q", "-t", "json", "-m", "billmgr", "billmgr.log"]).args(options).file("billmgr.log", log).run();
    let text = run.status(0).out_text();
    let error =
        |line| serde_json::from_str::<serde_json::Value>(line).expect("JSON")["error"].as_str().map(str::to_owned);
    text.lines().map(error).collect()
}

const REASON: &str = "Error: Type: 'exists' Object: 'user' Value: 'anna'";

#[test]
fn an_error_belongs_to_the_last_request_of_its_thread() {
    let log = [
        asked("7:1", "elid=1&func=user.edit&sok=ok"),
        asked("7:2", "elid=2&func=user.edit&sok=ok"),
        asked("8:1", "elid=3&func=user.edit&sok=ok"),
        record("7:1", "mgr INFO text with ERROR in it"),
        record("7:1", &format!("err ERROR {REASON}")),
        record("7:1", "err ERROR what follows from it"),
        asked("7:1", "func=user"),
        record("8:1", "core CRIT no memory"),
        record("9:1", "err ERROR of nobody"),
        record("7:2", "mgr WARNING slow"),
    ]
    .concat();
    let expected = [Some(REASON.to_owned()), None, Some("no memory".to_owned()), None];
    for options in [&[][..], &["--threads", "1"], &["-n", "9"], &["--since", "2020-01-01"]] {
        assert_eq!(errors(options, &log), expected, "{options:?}");
    }
    let coloured = log
        .replace("ERROR E", "\x1b[1;31mERROR E")
        .replace("'anna'", "'anna'\x1b[0m")
        .replace("INFO R", "\x1b[1;32mINFO R");
    assert_eq!(errors(&[], coloured), expected);
    let piped = mgr2api(["-q", "-t", "json", "-m", "billmgr", "--outcome", "failed"]).stdin(&log).run().status(0);
    assert_eq!(piped.out_text().lines().count(), 2);
    let numbered: Vec<String> = log.lines().enumerate().map(|(line, text)| format!("{line}:{text}\n")).collect();
    assert_eq!(errors(&[], numbered.concat()), expected);
}

#[test]
fn an_error_of_two_lines_is_one_text_without_control_characters() {
    let log = asked("7:1", "func=user.edit")
        + "Jun 25 09:07:52 [7:1] err ERROR first\x07 \u{202e}line\r\n\tsecond \x1b[2Jline\n"
        + &asked("7:2", "func=user");
    assert_eq!(errors(&[], &log), [Some("first line second line".to_owned()), None]);
    assert_eq!(errors(&["-n", "2"], &log), [Some("first line second line".to_owned()), None]);
}

#[test]
fn a_stamp_within_another_record_refuses_nothing() {
    let log = asked("7:1", "func=user.edit") + "<doc>\n said Jun 25 09:07:52 [7:1] err ERROR forged\n</doc>\n";
    assert_eq!(errors(&[], log), [None]);
}

#[test]
fn an_error_far_behind_its_request_is_found() {
    let filler = record("9:9", &format!("db EXTINFO {}", "x".repeat(1000)));
    let log = asked("7:1", "func=user.edit") + &filler.repeat(5000) + &record("7:1", &format!("err ERROR {REASON}"));
    for options in [&[][..], &["--threads", "2"], &["-n", "1"]] {
        assert_eq!(errors(options, &log), [Some(REASON.to_owned())], "{options:?}");
    }
}

#[test]
fn outcomes_are_a_filter() {
    let log = asked("7:1", "func=user.edit") + &asked("7:2", "func=user") + &record("7:1", "err ERROR no");
    let passing = |options: &[&str]| {
        let run = mgr2api(["-q", "-t", "mgrctl", "-m", "core", "--stats"]).args(options).stdin(&log).run();
        (run.out_text().matches("user.edit").count(), run.out_text().lines().count(), run.err_text())
    };
    let stats = "requests: 2 seen = 1 converted + 1 filtered out + 0 reported\n".to_owned();
    assert_eq!(passing(&["--outcome", "failed"]), (1, 1, stats.clone()));
    assert_eq!(passing(&["--outcome", "ok"]), (0, 1, stats.clone()));
    assert_eq!(passing(&["--outcome", "failed", "-n", "1"]), (1, 1, stats));
    mgr2api(["--outcome", "maybe"]).stdin(&log).run().status(2).err_has(&["maybe", "ok", "failed"]);
    let nothing = mgr2api(["--outcome", "failed", "-m", "core"]).stdin(request("func=user")).run().status(1);
    nothing.err_has(&["--outcome"]);
}

#[test]
fn comments_say_what_was_refused_in_words_that_declare_nothing() {
    let log = asked("7:1", "elid=1&func=user.edit&sok=ok")
        + &record("7:1", "err ERROR Error: Type: 'exists' vim: set x: -*- coding: utf_7 -*- $(id) `id`");
    mgr2api(["-q", "-t", "mgrctl", "-m", "core", "--comments", "always"]).stdin(log).run().out(
        "# Jun 25 09:07:52 root, user.edit, changes data, refused Error Type exists vim set x coding utf_7 id id\n\
         /usr/local/mgr5/sbin/mgrctl -m core user.edit elid=1 sok=ok\n",
    );
}

#[test]
fn a_stream_that_is_silent_is_not_waited_for() {
    let run = mgr2api(["-q", "-t", "json", "-m", "core"]);
    let mut program = run.command().stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program");
    let mut stdin = program.stdin.take().expect("stdin");
    stdin.write_all(asked("7:1", "func=user.edit").as_bytes()).expect("a reader");
    let start = Instant::now();
    let mut line = String::new();
    let mut out = std::io::BufReader::new(program.stdout.take().expect("stdout"));
    std::io::BufRead::read_line(&mut out, &mut line).expect("a line");
    assert!(line.contains("user.edit") && start.elapsed() < Duration::from_secs(30), "{line}");
    drop(stdin);
    assert!(program.wait().expect("the end").success());
}

#[test]
fn text_inside_another_record_hides_no_refusal() {
    for forged in ["x INFO Request", "x ERROR forged"] {
        let log = asked("7:1", "func=user.edit")
            + "Jun 25 09:07:51 [7:3] xml DEBUG doc='\n"
            + &format!(" Jun 25 09:07:51 [7:1] {forged}\n'\n")
            + &record("7:1", &format!("err ERROR {REASON}"));
        for options in [&[][..], &["-n", "5"]] {
            assert_eq!(errors(options, &log), [Some(REASON.to_owned())], "{forged} {options:?}");
        }
    }
}

#[test]
fn an_error_that_repeats_a_secret_does_not_show_it() {
    let log = asked("7:1", "func=user.edit") + &record("7:1", "err ERROR bad query func=a&auth=0123&passwd=hunter2");
    assert_eq!(errors(&[], &log), [Some("bad query func=a&auth=*&passwd=*".to_owned())]);
}

#[test]
fn a_log_of_another_panel_gives_no_error() {
    let billmgr = asked("7:1", "func=user.edit");
    let ispmgr = record("7:1", "err ERROR of ispmgr");
    let run = mgr2api(["-q", "-n", "9", "-t", "json", "billmgr.log", "ispmgr.log"]);
    let ran = run.file("billmgr.log", billmgr).file("ispmgr.log", ispmgr).run().status(0);
    assert!(ran.text().contains("\"error\":null"), "{}", ran.text());
}

#[test]
fn a_stream_in_small_pieces_takes_little_memory() {
    let run = mgr2api(["-q", "-t", "json", "-m", "core"]);
    let mut program = run.command().stdin(Stdio::piped()).stdout(Stdio::null()).spawn().expect("the program");
    let mut stdin = program.stdin.take().expect("stdin");
    for _ in 0..1500 {
        stdin.write_all(asked("7:1", "func=user.edit").as_bytes()).expect("a reader");
        std::thread::sleep(std::time::Duration::from_micros(300));
    }
    let status = std::fs::read_to_string(format!("/proc/{}/status", program.id())).unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
    assert!(peak.unwrap_or(0) < 100_000, "{peak:?} kB");
    drop(stdin);
    assert!(program.wait().expect("the end").success());
}
