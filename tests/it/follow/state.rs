//! `--state`: the program is ended and started again while the log grows.

use crate::support::follow::{Follow, Panel, append, mgr2api, request};
use crate::support::log::gzip;
use crate::support::program::Signal;
use std::fs;

impl Panel {
    fn follow_with_state(&self) -> Follow {
        Follow::start(mgr2api().arg("-f").arg(&self.log).arg("--state").arg(self.folder.path().join("state")))
    }
}

#[test]
fn a_restart_goes_on_where_it_stopped() {
    let panel = Panel::new();
    panel.requests(90..=95);
    let mut all = Vec::new();
    for round in 0..4 {
        let follow = panel.follow_with_state();
        panel.requests(round * 10 + 1..=round * 10 + 5);
        follow.printed(round * 10 + 5);
        all.extend(follow.interrupt().0);
        panel.requests(round * 10 + 6..=round * 10 + 10);
    }
    assert_eq!(all, (1..=35).collect::<Vec<_>>());
}

#[test]
fn a_restart_after_rotations() {
    for kind in ["rename", "twice", "copy", "panel", "packed"] {
        let panel = Panel::new();
        panel.requests(90..=95);
        let follow = panel.follow_with_state();
        panel.requests(1..=5);
        follow.printed(5);
        let (mut all, ..) = follow.interrupt();
        panel.requests(6..=8);
        let archive = panel.beside("billmgr.log.2026-06-25.1");
        match kind {
            "rename" => panel.rename("billmgr.log.1"),
            "twice" => {
                panel.rename("billmgr.log.2");
                panel.requests(9..=9);
                std::thread::sleep(std::time::Duration::from_millis(20));
                panel.rename("billmgr.log.1");
            }
            "copy" => {
                fs::copy(&panel.log, panel.beside("billmgr.log.1")).expect("copy");
                fs::write(&panel.log, "").expect("truncate");
            }
            _ => {
                fs::copy(&panel.log, &archive).expect("copy");
                fs::write(&panel.log, format!("Continues {}\n", archive.display())).expect("truncate");
                if kind == "packed" {
                    let packed = gzip(fs::read(&archive).expect("archive"));
                    fs::write(archive.with_extension("1.gz"), packed).expect("archive");
                    fs::remove_file(&archive).expect("archive");
                }
            }
        }
        let first = if kind == "twice" { 10 } else { 9 };
        panel.requests(first..=12);
        let follow = panel.follow_with_state();
        follow.printed(12);
        let (rest, _, notes) = follow.interrupt();
        all.extend(rest);
        assert_eq!(all, (1..=12).collect::<Vec<_>>(), "{kind}: {notes}");
    }
}

#[test]
fn killed_without_warning() {
    let panel = Panel::new();
    let mut all = Vec::new();
    for round in 0..6 {
        let follow = panel.follow_with_state();
        for number in round * 20 + 1..=round * 20 + 20 {
            panel.requests(number..=number);
            if number % 7 == 0 {
                follow.printed(number);
            }
        }
        // After a quiet moment the state contains everything printed, whenever the kill comes.
        let state = panel.folder.path().join("state");
        follow.printed(round * 20 + 20);
        std::thread::sleep(std::time::Duration::from_millis(100));
        assert!(state.exists());
        follow.signal(Signal::KILL);
        all.extend(follow.end().0);
    }
    assert_eq!(all, (1..=120).collect::<Vec<_>>());
}

#[test]
fn a_broken_or_foreign_file_is_an_error_with_a_cure() {
    let panel = Panel::new();
    let state = panel.folder.path().join("state");
    for text in ["x\n", "{", "{}", "[1]", "{\"mgr2api position\":1}", "{\"mgr2api position\":99,\"logs\":{}}", "\n"] {
        fs::write(&state, text).expect("state");
        let done = mgr2api().arg("-f").arg(&panel.log).arg("--state").arg(&state).output().expect("program");
        let notes = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!(done.status.code(), Some(2), "{text}: {notes}");
        assert!(notes.contains("delete this one to start at the end"), "{text}: {notes}");
        assert_eq!(fs::read_to_string(&state).expect("state"), text, "a foreign file is not touched");
    }
}

#[test]
fn a_position_whose_log_is_gone_is_told() {
    let panel = Panel::new();
    let follow = panel.follow_with_state();
    panel.requests(1..=3);
    follow.printed(3);
    follow.interrupt();
    fs::remove_file(&panel.log).expect("delete");
    panel.requests(4..=6);
    let follow = panel.follow_with_state();
    follow.noted("the log that the saved position");
    follow.printed(6);
    assert_eq!(follow.interrupt().0, [4, 5, 6]);
}

#[test]
fn what_is_no_place_for_a_file_is_an_error_with_a_cure() {
    let panel = Panel::new();
    let folder = panel.folder.path().to_owned();
    for state in ["/dev/full".into(), folder.clone(), folder.join("missing/state")] {
        let done = mgr2api().arg("-f").arg(&panel.log).arg("--state").arg(&state).output().expect("program");
        let notes = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!(done.status.code(), Some(2), "{notes}");
        assert!(notes.contains("use a file in a folder that you may write to"), "{notes}");
    }
}

#[test]
fn two_logs_in_one_file() {
    let panel = Panel::new();
    let other = panel.beside("ispmgr.log");
    fs::write(&other, "").expect("log");
    let mut all = Vec::new();
    for round in 0..3 {
        let state = panel.folder.path().join("state");
        let follow = Follow::start(mgr2api().arg("-f").arg(&panel.log).arg(&other).arg("--state").arg(state));
        append(&other, &request(round * 4 + 1));
        panel.requests(round * 4 + 2..=round * 4 + 2);
        follow.printed(round * 4 + 1);
        follow.printed(round * 4 + 2);
        all.extend(follow.interrupt().0);
        append(&other, &request(round * 4 + 3));
        panel.requests(round * 4 + 4..=round * 4 + 4);
    }
    all.sort_unstable();
    assert_eq!(all, (1..=10).collect::<Vec<_>>());
}
