//! What tools and users do to a log: rename, copy, delete, link.

use crate::support::follow::{Panel, append, request};
use crate::support::installed::left_out;
use std::collections::HashSet;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{MetadataExt, symlink};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

#[test]
fn rename_and_create() {
    let panel = Panel::new();
    let follow = panel.follow();
    panel.requests(1..=3);
    panel.rename("billmgr.log.1");
    append(&panel.beside("billmgr.log.1"), &request(4));
    follow.printed(4);
    panel.requests(5..=6);
    follow.expect_all(6);
}

#[test]
fn a_writer_that_keeps_the_old_file() {
    let panel = Panel::new();
    let follow = panel.follow();
    panel.requests(1..=1);
    follow.printed(1);
    panel.rename("billmgr.log.1");
    panel.requests(2..=2);
    follow.printed(2);
    append(&panel.beside("billmgr.log.1"), &request(3));
    follow.expect_all(3);
}

#[test]
fn rename_twice_between_two_looks() {
    let panel = Panel::new();
    let follow = panel.follow();
    panel.requests(1..=2);
    follow.printed(2);
    follow.while_stopped(|| {
        panel.requests(3..=4);
        panel.rename("billmgr.log.1");
        panel.requests(5..=6);
        std::thread::sleep(std::time::Duration::from_millis(20));
        fs::rename(panel.beside("billmgr.log.1"), panel.beside("billmgr.log.2")).expect("rename");
        panel.rename("billmgr.log.1");
        panel.requests(7..=8);
    });
    follow.expect_all(8);
}

#[test]
fn folders_that_come_and_go_while_it_prints() {
    let panel = Panel::new();
    let follow = panel.follow();
    let (folder, away) = (panel.folder.path().join("var"), panel.folder.path().join("away"));
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let writer = scope.spawn(|| {
            let mut number = 0;
            while !done.load(Ordering::Relaxed) {
                let log = OpenOptions::new().append(true).create(true).open(&panel.log);
                // While the folder is away, writing fails.
                if log.and_then(|mut log| log.write_all(request(number + 1).as_bytes())).is_ok() {
                    number += 1;
                }
                if number % 50 == 0 {
                    thread::sleep(Duration::from_millis(1));
                }
            }
            number
        });
        for round in 0..60 {
            thread::sleep(Duration::from_millis(10));
            match round % 4 {
                0 => panel.rename(&format!("billmgr.log.{round}")),
                1 => fs::rename(&folder, &away).and_then(|()| fs::rename(&away, &folder)).expect("there and back"),
                2 => fs::rename(&folder, &away).and_then(|()| fs::create_dir(&folder)).expect("another one"),
                _ => fs::remove_dir_all(&away).expect("removed"),
            }
            if round % 4 != 3 {
                append(&panel.log, "");
            }
        }
        done.store(true, Ordering::Relaxed);
        let last = writer.join().expect("writer") + 1;
        panel.requests(last..=last);
        follow.printed(last);
    });
    let (numbers, status, notes) = follow.interrupt();
    assert!(status.success(), "{status}: {notes}");
    let distinct: HashSet<u32> = numbers.iter().copied().collect();
    assert_eq!(distinct.len(), numbers.len(), "some came twice; {notes}");
    assert!(distinct.len() > 500, "only {} came; {notes}", distinct.len());
}

#[test]
fn copy_and_truncate() {
    let panel = Panel::new();
    let follow = panel.follow();
    panel.requests(1..=4);
    follow.printed(4);
    follow.while_stopped(|| {
        panel.requests(5..=6);
        fs::copy(&panel.log, panel.beside("billmgr.log.1")).expect("copy");
        fs::write(&panel.log, "").expect("truncate");
        panel.requests(7..=8);
    });
    follow.expect_all(8);
}

#[test]
fn truncate_without_an_archive_tells_what_is_lost() {
    let panel = Panel::new();
    let follow = panel.follow();
    panel.requests(1..=2);
    panel.write("Jun 25 09:07:51 [1:2] core");
    follow.printed(2);
    std::thread::sleep(std::time::Duration::from_millis(600));
    fs::write(&panel.log, "").expect("truncate");
    panel.requests(3..=3);
    let notes = follow.expect_all(3);
    assert!(notes.contains("truncated after byte") && notes.contains("at least 26 bytes are lost"), "{notes}");
}

#[test]
fn truncate_and_grow_past_the_old_offset() {
    let panel = Panel::new();
    let follow = panel.follow();
    panel.requests(1..=2);
    follow.printed(2);
    follow.while_stopped(|| {
        fs::write(&panel.log, "").expect("truncate");
        panel.requests(3..=30);
    });
    follow.expect_all(30);
}

#[test]
fn delete_and_create() {
    let panel = Panel::new();
    let follow = panel.follow();
    panel.requests(1..=2);
    follow.printed(2);
    follow.while_stopped(|| {
        panel.requests(3..=4);
        fs::remove_file(&panel.log).expect("delete");
        panel.requests(5..=6);
    });
    follow.expect_all(6);
}

#[test]
fn deleted_for_a_while_and_back() {
    let panel = Panel::new();
    let follow = panel.follow();
    panel.requests(1..=1);
    follow.printed(1);
    fs::remove_file(&panel.log).expect("delete");
    follow.noted("the log does not exist");
    panel.requests(2..=2);
    follow.noted("there again");
    follow.expect_all(2);
}

#[test]
fn the_same_inode_number_used_again() {
    let panel = Panel::new();
    let follow = panel.follow();
    panel.requests(1..=1);
    follow.printed(1);
    let inode = fs::metadata(&panel.log).expect("log").ino();
    // Wait until the follower has closed the deleted file, so that its inode number is free.
    fs::remove_file(&panel.log).expect("delete");
    std::thread::sleep(std::time::Duration::from_secs(6));
    panel.requests(2..=9);
    if fs::metadata(&panel.log).expect("log").ino() != inode {
        left_out("this file system did not use the inode number again");
    }
    let notes = follow.expect_all(9);
    assert!(!notes.contains("lost"), "{notes}");
}

#[test]
fn replaced_by_a_symlink_that_is_switched() {
    let panel = Panel::new();
    let follow = panel.follow();
    panel.requests(1..=1);
    follow.printed(1);
    let other = panel.folder.path().join("other");
    fs::create_dir(&other).expect("folder");
    for (number, name) in [(2, "a.log"), (3, "b.log")] {
        append(&other.join(name), &request(number));
        symlink(other.join(name), panel.beside("link")).expect("link");
        fs::rename(panel.beside("link"), &panel.log).expect("switch");
        follow.printed(number);
    }
    // The link leads to another folder, whose events must be noticed too.
    append(&other.join("b.log"), &request(4));
    follow.printed(4);
    symlink(other.join("a.log"), panel.beside("link")).expect("link");
    append(&other.join("a.log"), &request(5));
    fs::rename(panel.beside("link"), &panel.log).expect("switch back");
    follow.expect_all(5);
}

#[test]
fn directory_removed_and_back() {
    let panel = Panel::new();
    let follow = panel.follow();
    panel.requests(1..=1);
    follow.printed(1);
    let folder = panel.folder.path().join("var");
    fs::remove_dir_all(&folder).expect("remove");
    follow.noted("the log does not exist");
    fs::create_dir(&folder).expect("folder");
    panel.requests(2..=2);
    follow.printed(2);
    fs::rename(&folder, panel.folder.path().join("away")).expect("rename");
    fs::create_dir(&folder).expect("folder");
    panel.requests(3..=3);
    follow.printed(3);
    panel.requests(4..=4);
    follow.expect_all(4);
}

#[test]
fn absent_at_start() {
    let panel = Panel::without_log();
    fs::remove_dir(panel.folder.path().join("var")).expect("folder");
    let follow = panel.follow();
    fs::create_dir(panel.folder.path().join("var")).expect("folder");
    panel.requests(1..=2);
    follow.expect_all(2);
}

#[test]
fn a_copy_of_the_same_text_is_the_same_log() {
    let panel = Panel::new();
    let follow = panel.follow();
    panel.requests(1..=3);
    follow.printed(3);
    fs::copy(&panel.log, panel.beside("upper")).expect("copy");
    fs::rename(panel.beside("upper"), &panel.log).expect("rename");
    panel.requests(4..=5);
    follow.expect_all(5);
}
