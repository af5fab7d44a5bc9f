//! Files beside the log: very many archives, and files of other logs.

use crate::support::follow::{Follow, Panel, append, mgr2api, request};
use std::fs;
use std::os::unix::fs::symlink;

/// Opening each of them at every check would be noticed.
const MANY: u32 = 5_000;

fn archives(panel: &Panel) {
    for number in 1..=MANY {
        fs::write(panel.beside(&format!("billmgr.log.{:06}", 100_000 + number)), request(1_000_000 + number))
            .expect("file");
    }
}

#[test]
fn a_log_beside_very_many_archives_is_followed_as_any() {
    let panel = Panel::new();
    archives(&panel);
    let follow = panel.follow();
    panel.requests(1..=1);
    follow.printed(1);
    for number in 2..=9 {
        panel.rename(&format!("billmgr.log.{}", 200_000 + number));
        panel.requests(number..=number);
        follow.printed(number);
    }
    follow.expect_all(9);
}

#[test]
fn very_many_archives_are_known_after_a_restart() {
    let panel = Panel::new();
    archives(&panel);
    let mut all = Vec::new();
    for number in [1, 3] {
        let state = panel.folder.path().join("state");
        let follow = Follow::start(mgr2api().arg("-f").arg(&panel.log).arg("--state").arg(state));
        panel.rename(&format!("billmgr.log.{}", 200_000 + number));
        panel.requests(number..=number);
        follow.printed(number);
        all.extend(follow.interrupt().0);
        panel.requests(number + 1..=number + 1);
    }
    assert_eq!(all, [1, 2, 3]);
}

#[test]
fn more_files_than_can_be_open_are_read_in_order() {
    let panel = Panel::new();
    let state = panel.folder.path().join("state");
    let follow = || Follow::start(mgr2api().arg("-f").arg(&panel.log).arg("--state").arg(&state));
    let first = follow();
    panel.requests(1..=1);
    first.printed(1);
    first.interrupt();
    for number in 2..=1_100 {
        panel.rename(&format!("billmgr.log.{number}"));
        panel.requests(number..=number);
    }
    let second = follow();
    second.printed(1_100);
    let (numbers, _, notes) = second.interrupt();
    assert_eq!(numbers, (2..=1_100).collect::<Vec<_>>(), "{notes}");
}

/// Other logs beside this one, and files whose names only start with its name, each with requests in it.
fn others(panel: &Panel) -> Vec<&'static str> {
    let names =
        ["ispmgr.log", "ispmgr.log.1", "billmgr.logs", "billmgr.logother", "billmgr.log.extract", "billmgr.log.swp"];
    for (name, number) in names.iter().zip(900..) {
        append(&panel.beside(name), &request(number));
    }
    let elsewhere = panel.folder.path().join("elsewhere");
    fs::create_dir(&elsewhere).expect("folder");
    append(&elsewhere.join("billmgr.log.8"), &request(990));
    symlink("ispmgr.log", panel.beside("billmgr.log.9")).expect("link");
    [&names[..], &["../elsewhere/billmgr.log.8", "billmgr.log.9", "billmgr.log"]].concat()
}

#[test]
fn a_first_line_that_names_other_files_leads_to_none_of_them() {
    let panel = Panel::new();
    for name in others(&panel) {
        fs::write(&panel.log, format!("see {name}\n{}", request(1))).expect("log");
        let done = mgr2api().args(["-n", "9"]).arg(&panel.log).output().expect("program");
        let printed = String::from_utf8_lossy(&done.stdout).into_owned();
        assert_eq!((printed.matches("elid=").count(), printed.matches("elid=1&").count()), (1, 1), "{name}: {printed}");
    }
}

#[test]
fn a_rotation_that_names_other_files_leads_to_none_of_them() {
    for packed_away in [false, true] {
        let panel = Panel::new();
        let follow = panel.follow();
        let names = others(&panel);
        for (name, number) in names.iter().zip(1..) {
            if packed_away {
                panel.rename(&format!("billmgr.log.2026-06-25_09-07-51.{number}"));
            }
            fs::write(&panel.log, format!("see {name}\n{}", request(number))).expect("log");
            follow.printed(number);
        }
        follow.expect_all(u32::try_from(names.len()).expect("few"));
    }
}
