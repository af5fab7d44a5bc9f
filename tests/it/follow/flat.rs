//! Memory over a long time: 10 GB pass through one follower, with a million requests and a rotation every 100 MB.
//!
//! Run by hand, because it takes minutes; `FLAT_GB` is the size: `FLAT_GB=10 cargo test --release --test it
//! follow::flat -- --ignored --nocapture`. It needs 400 MB of disk: a rotated file is deleted after two more rotations,
//! once its requests have been printed.

use crate::support::follow::{Panel, mgr2api, request, watches};
use crate::support::program::{Signal, signal};
use std::fs::{self, File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// One line in each piece of the log is a request.
const PIECE: usize = 10_000;
const PIECES: u32 = 10_000;

#[test]
#[ignore = "takes minutes; run by hand"]
fn memory_over_ten_gigabytes() {
    let rounds: u32 = std::env::var("FLAT_GB").ok().and_then(|gb| gb.parse().ok()).unwrap_or(10) * 10;
    let panel = Panel::new();
    let mut child = mgr2api()
        .arg("-f")
        .arg(&panel.log)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("program");
    while !watches(&child) {
        std::thread::sleep(Duration::from_millis(5));
    }
    let out = BufReader::new(child.stdout.take().expect("pipe"));
    let printed = AtomicU32::new(0);
    let start = Instant::now();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for (number, line) in (1..).zip(out.lines()) {
                let line = line.expect("line");
                assert!(line.contains(&format!("elid={number}&")), "{number} was to come: {line}");
                printed.store(number, Ordering::Relaxed);
            }
        });
        write_and_rotate(&panel, rounds, &printed);
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).expect("status");
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("VmHWM").trim();
        let kilobytes: u32 = peak.trim_end_matches(" kB").parse().expect("number");
        eprintln!("{rounds} times 100 MB in {:?}, {} requests: peak {peak}", start.elapsed(), rounds * PIECES);
        signal(child.id(), Signal::TERM);
        assert!(kilobytes < 20_000, "{peak}");
    });
    let done = child.wait_with_output().expect("end");
    assert_eq!((done.status.code(), String::from_utf8_lossy(&done.stderr).as_ref()), (Some(0), ""));
}

fn write_and_rotate(panel: &Panel, rounds: u32, printed: &AtomicU32) {
    let dull = "Jun 25 09:07:51 [26956:1738] db EXTINFO SELECT * FROM profile WHERE account = 14 ORDER BY id\n";
    let piece = dull.repeat(PIECE / dull.len());
    for round in 0..rounds {
        let mut log = OpenOptions::new().append(true).create(true).open(&panel.log).expect("log");
        for number in round * PIECES + 1..=(round + 1) * PIECES {
            log.write_all(piece.as_bytes()).and_then(|()| log.write_all(request(number).as_bytes())).expect("write");
        }
        let name = format!("billmgr.log.{round:06}");
        match round % 3 {
            0 => {
                panel.rename(&name);
                File::create(&panel.log).expect("log");
            }
            1 => {
                fs::copy(&panel.log, panel.beside(&name)).expect("copy");
                fs::write(&panel.log, "").expect("truncate");
            }
            _ => {
                fs::copy(&panel.log, panel.beside(&name)).expect("copy");
                fs::write(&panel.log, format!("The log continues {name}\n")).expect("truncate");
            }
        }
        let waited = Instant::now();
        while printed.load(Ordering::Relaxed) < round * PIECES {
            assert!(waited.elapsed() < Duration::from_secs(60), "stuck at {}", printed.load(Ordering::Relaxed));
            std::thread::sleep(Duration::from_millis(5));
        }
        if let Some(old) = round.checked_sub(2) {
            fs::remove_file(panel.beside(&format!("billmgr.log.{old:06}"))).expect("delete");
        }
    }
    let waited = Instant::now();
    while printed.load(Ordering::Relaxed) < rounds * PIECES {
        assert!(waited.elapsed() < Duration::from_secs(60), "stuck at {}", printed.load(Ordering::Relaxed));
        std::thread::sleep(Duration::from_millis(5));
    }
}
