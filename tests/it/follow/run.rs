//! The program around the follower: several logs, signals, pipes, disks, inputs that cannot grow.

use crate::support::follow::{Follow, Panel, append, mgr2api, request, watches};
use crate::support::program::PROGRAM;
use crate::support::program::{Signal, signal};
use flate2::{Compression, write::GzEncoder};
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

#[test]
fn several_logs_each_with_its_own_panel() {
    let panel = Panel::new();
    let other = panel.beside("ispmgr.log");
    fs::write(&other, "").expect("log");
    let follow = Follow::start(mgr2api().arg("-f").arg(&panel.log).arg(&other).arg(&panel.log));
    for number in 1..=20 {
        append(if number % 2 == 0 { &other } else { &panel.log }, &request(number));
        if number % 5 == 0 {
            follow.printed(number);
        }
    }
    follow.printed(19);
    follow.printed(20);
    let lines = follow.lines();
    assert_eq!(lines.len(), 20, "a log given twice is followed once: {lines:?}");
    for line in &lines {
        let number: u32 =
            line.split_once("elid=").and_then(|(_, rest)| rest.split('&').next()?.parse().ok()).expect(line);
        assert_eq!(line.contains("/ispmgr?"), number.is_multiple_of(2), "{line}");
    }
    let (numbers, ..) = follow.interrupt();
    for odd in [0, 1] {
        assert!(numbers.iter().filter(|number| *number % 2 == odd).is_sorted());
    }
}

#[test]
fn history_and_new_lines_without_gap_or_repeat() {
    let panel = Panel::new();
    panel.requests(1..=50);
    let follow = Follow::start(mgr2api().args(["-f", "-n", "50"]).arg(&panel.log));
    panel.requests(51..=60);
    follow.expect_all(60);
}

#[test]
fn a_signal_prints_what_was_read_and_the_account() {
    for signal in [Signal::INT, Signal::TERM, Signal::HUP] {
        let panel = Panel::new();
        let follow = Follow::start(mgr2api().args(["-f", "--stats"]).arg(&panel.log));
        follow.while_stopped(|| {
            panel.requests(1..=500);
            follow.signal(signal);
        });
        let (numbers, status, notes) = follow.end();
        assert_eq!(numbers, (1..=500).collect::<Vec<_>>());
        assert_eq!(status.code(), Some(0), "{notes}");
        assert!(notes.contains("requests: 500 seen = 500 converted + 0 filtered out + 0 reported"), "{notes}");
    }
}

#[test]
fn a_signal_is_heard_while_lines_come_without_pause() {
    let panel = Panel::new();
    let follow = panel.follow();
    let mut log = File::options().append(true).open(&panel.log).expect("log");
    let (done, start) = (AtomicBool::new(false), Instant::now());
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let many: String = (1..=300).map(request).collect();
            while !done.load(Ordering::Relaxed) && start.elapsed() < Duration::from_secs(30) {
                log.write_all(many.as_bytes()).expect("write");
                std::thread::sleep(Duration::from_millis(1));
            }
        });
        follow.printed(300);
        follow.signal(Signal::TERM);
        let (numbers, status, notes) = follow.end();
        done.store(true, Ordering::Relaxed);
        assert_eq!(status.code(), Some(0), "{notes}");
        assert!(numbers.starts_with(&(1..=300).collect::<Vec<_>>()));
        assert!(start.elapsed() < Duration::from_secs(25), "it ended only with the lines");
    });
}

#[test]
fn a_signal_ends_a_document() {
    for (target, list, count) in [("har", "/log/entries", 30), ("postman", "/item", 30), ("har", "/log/entries", 0)] {
        let panel = Panel::new();
        let mut command = Command::new(PROGRAM);
        command.env_clear().args(["-t", target, "-f"]).arg(&panel.log);
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("program");
        while !watches(&child) {
            std::thread::sleep(Duration::from_millis(5));
        }
        let mut out = BufReader::new(child.stdout.take().expect("pipe"));
        let mut text = String::new();
        for number in 1..=count {
            append(&panel.log, &request(number));
            // Each request is printed at once, as a line of its own.
            while !text.contains(&format!("elid={number}&"))
                && !text.contains(&format!("\"elid\",\"value\":\"{number}\""))
            {
                assert!(out.read_line(&mut text).expect("UTF-8") > 0, "{text}");
            }
        }
        signal(child.id(), Signal::INT);
        out.read_to_string(&mut text).expect("UTF-8");
        let status = child.wait().expect("end");
        assert_eq!(status.code(), Some(i32::from(count == 0)));
        let document: serde_json::Value = serde_json::from_str(&text).expect("a whole document");
        let found = document.pointer(list).and_then(serde_json::Value::as_array).expect(list).len();
        assert_eq!(found, usize::try_from(count).expect("a small number"));
    }
}

#[test]
fn nothing_converted_is_status_1() {
    let panel = Panel::new();
    let follow = panel.follow();
    let (numbers, status, _) = follow.interrupt();
    assert_eq!((numbers.len(), status.code()), (0, Some(1)));
}

#[test]
fn a_closed_pipe_ends_it_even_if_nothing_is_logged() {
    let panel = Panel::new();
    let mut follow = mgr2api();
    follow.arg("-f").arg(&panel.log).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = follow.spawn().expect("program");
    std::thread::sleep(Duration::from_millis(600));
    assert!(child.try_wait().expect("program").is_none(), "a pipe that somebody reads is no reason to end");
    drop(child.stdout.take());
    let ended = child.wait_with_output().expect("program");
    assert_eq!((ended.status.code(), String::from_utf8_lossy(&ended.stderr).as_ref()), (Some(0), ""));
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let panel = Panel::new();
    let mut child = mgr2api()
        .args(["-n", "1", "-f"])
        .arg(&panel.log)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("program");
    let mut out = child.stdout.take().expect("pipe");
    let mut number = 1;
    let mut first = [0; 1];
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| out.read_exact(&mut first).expect("output"));
        while !reader.is_finished() {
            panel.requests(number..=number);
            number += 1;
            std::thread::sleep(Duration::from_millis(20));
        }
    });
    drop(out);
    while child.try_wait().expect("program").is_none() {
        panel.requests(number..=number);
        std::thread::sleep(Duration::from_millis(20));
    }
    let mut notes = String::new();
    child.stderr.take().expect("pipe").read_to_string(&mut notes).expect("notes");
    assert_eq!((child.wait().expect("end").code(), notes.as_str()), (Some(0), ""));
}

#[test]
fn a_full_disk_is_an_error() {
    let panel = Panel::new();
    let full = File::options().write(true).open("/dev/full").expect("/dev/full");
    let mut child = mgr2api()
        .arg("-f")
        .arg(&panel.log)
        .stdin(Stdio::null())
        .stdout(full)
        .stderr(Stdio::piped())
        .spawn()
        .expect("program");
    let mut number = 1;
    while child.try_wait().expect("program").is_none() {
        panel.requests(number..=number);
        number += 1;
        std::thread::sleep(Duration::from_millis(20));
    }
    let mut notes = String::new();
    child.stderr.take().expect("pipe").read_to_string(&mut notes).expect("notes");
    assert_eq!(child.wait().expect("end").code(), Some(2));
    assert!(notes.contains("cannot write to standard output"), "{notes}");
}

#[test]
fn what_cannot_grow_is_converted_once() {
    let panel = Panel::without_log();
    let packed = panel.beside("billmgr.log-20260625.gz");
    let mut gzip = GzEncoder::new(File::create(&packed).expect("file"), Compression::fast());
    gzip.write_all((request(1) + &request(2)).as_bytes()).and_then(|()| gzip.finish().map(drop)).expect("pack");
    let done = mgr2api().arg("-f").arg(&packed).output().expect("program");
    assert_eq!((done.status.code(), String::from_utf8_lossy(&done.stdout).lines().count()), (Some(0), 2));

    let program = PROGRAM;
    for logs in ["", "-"] {
        let script = format!("printf %s \"$1\" | \"$0\" -t url -f {logs}");
        let done = Command::new("/bin/sh").args(["-c", &script, program, &request(3)]).output().expect("sh");
        assert_eq!((done.status.code(), String::from_utf8_lossy(&done.stdout).lines().count()), (Some(0), 1));
    }
    let done = mgr2api().arg("-f").arg(panel.folder.path()).output().expect("program");
    assert_eq!(done.status.code(), Some(2));
}
