//! Faults of a log: permissions, cut lines, huge lines, holes, a system without events.

use crate::support::follow::{Follow, Panel, append, mgr2api, request};
use crate::support::installed::{has_tool, left_out};
use crate::support::program::PROGRAM;
use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{Seek, SeekFrom, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::process::Command;
use std::time::Duration;

#[test]
fn no_permission_and_then_granted() {
    let panel = Panel::new();
    panel.requests(90..=92);
    fs::set_permissions(&panel.log, Permissions::from_mode(0o000)).expect("rights");
    let mut command = if fs::metadata("/proc/self").expect("proc").uid() == 0 {
        // Permissions do not restrict root: run the program as nobody, from a folder that only its owner may enter
        // otherwise.
        for path in [panel.folder.path(), &panel.folder.path().join("var")] {
            fs::set_permissions(path, Permissions::from_mode(0o755)).expect("rights");
        }
        let program = panel.folder.path().join("mgr2api");
        // Another process must copy it: a file that a concurrent test inherits open for writing cannot be executed.
        let copied = Command::new("cp").arg(PROGRAM).arg(&program).status();
        assert!(copied.expect("cp").success());
        if !has_tool("setpriv") {
            return;
        }
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(program).args(["-t", "url"]);
        command
    } else {
        mgr2api()
    };
    let follow = Follow::start(command.arg("-f").arg(&panel.log));
    follow.noted("cannot be read");
    panel.requests(1..=1);
    fs::set_permissions(&panel.log, Permissions::from_mode(0o644)).expect("rights");
    follow.printed(1);
    panel.requests(2..=2);
    follow.expect_all(2);
}

#[test]
fn a_partial_last_line_finished_later() {
    let panel = Panel::new();
    panel.requests(90..=91);
    let line = request(1);
    let (start, rest) = line.split_at(40);
    panel.write(start);
    let follow = panel.follow();
    std::thread::sleep(Duration::from_millis(50));
    panel.write(rest);
    follow.printed(1);
    for piece in request(2).as_bytes().chunks(10) {
        panel.write(std::str::from_utf8(piece).expect("text"));
        std::thread::sleep(Duration::from_millis(5));
    }
    follow.expect_all(2);
}

#[test]
fn a_partial_last_line_finished_after_a_rotation() {
    let panel = Panel::new();
    let follow = panel.follow();
    panel.requests(1..=1);
    let line = request(2);
    let (start, rest) = line.split_at(line.len() - 30);
    panel.write(start);
    follow.printed(1);
    panel.rename("billmgr.log.1");
    panel.write(rest);
    panel.requests(3..=3);
    follow.expect_all(3);
}

#[test]
fn a_line_of_64_megabytes() {
    let panel = Panel::new();
    let follow = panel.follow();
    panel.requests(1..=1);
    let mut log = OpenOptions::new().append(true).open(&panel.log).expect("log");
    log.write_all(b"Jun 25 09:07:51 [26956:1738] db DEBUG dump ").expect("write");
    let piece = vec![b'x'; 1 << 20];
    for _ in 0..64 {
        log.write_all(&piece).expect("write");
    }
    log.write_all(b"\n").expect("write");
    panel.requests(2..=3);
    follow.expect_all(3);
}

#[test]
fn a_writer_that_never_ends_its_line() {
    let panel = Panel::new();
    let follow = panel.follow();
    panel.requests(1..=1);
    follow.printed(1);
    let mut log = OpenOptions::new().append(true).open(&panel.log).expect("log");
    let piece = vec![b'x'; 1 << 20];
    let start = request(7);
    log.write_all(start.trim_end().as_bytes()).expect("write");
    for _ in 0..70 {
        log.write_all(&piece).expect("write");
    }
    log.write_all(b"\n").expect("write");
    panel.requests(2..=2);
    follow.noted(&format!("not converted: the line is {} bytes long", start.len() - 1 + (70 << 20)));
    follow.expect_all(2);
}

#[test]
fn nul_bytes_in_a_hole_after_truncation() {
    let panel = Panel::new();
    let follow = panel.follow();
    panel.requests(1..=3);
    follow.printed(3);
    // A writer without O_APPEND continues at its old position.
    let mut writer = File::options().write(true).open(&panel.log).expect("log");
    writer.seek(SeekFrom::End(0)).expect("end");
    fs::write(&panel.log, "").expect("truncate");
    writer.write_all(request(4).as_bytes()).expect("write");
    writer.write_all(request(5).as_bytes()).expect("write");
    follow.expect_all(5);
}

#[test]
fn a_log_that_shrinks_by_some_bytes_only() {
    let panel = Panel::new();
    let follow = panel.follow();
    panel.requests(1..=9);
    follow.printed(9);
    let log = File::options().write(true).open(&panel.log).expect("log");
    log.set_len(log.metadata().expect("log").len() - 7).expect("shrink");
    std::thread::sleep(Duration::from_millis(600));
    panel.requests(10..=12);
    follow.expect_all(12);
}

#[test]
fn inotify_queue_overflow() {
    let panel = Panel::new();
    let follow = panel.follow();
    panel.requests(1..=1);
    follow.printed(1);
    follow.while_stopped(|| {
        let [mut a, mut b] = ["a", "b"].map(|name| File::create(panel.beside(name)).expect("file"));
        for _ in 0..12_000 {
            // Alternate between two files: the kernel merges identical consecutive events.
            a.write_all(b"x").and_then(|()| b.write_all(b"x")).expect("write");
        }
        panel.rename("billmgr.log.1");
        panel.requests(2..=3);
    });
    follow.expect_all(3);
}

#[test]
fn a_file_system_without_events() {
    let panel = Panel::new();
    let follow = panel.follow();
    // The event goes to the folder of the written name: writing to another name of the file causes none in the watched
    // folder.
    let hidden = panel.folder.path().join("hidden");
    fs::hard_link(&panel.log, &hidden).expect("link");
    for number in 1..=3 {
        append(&hidden, &request(number));
        follow.printed(number);
    }
    follow.expect_all(3);
}

#[test]
fn inotify_instance_limit_reached() {
    without("max_inotify_instances");
}

#[test]
fn inotify_watch_limit_reached() {
    without("max_inotify_watches");
}

/// Polling only, as on a file system without events.
fn without(limit: &str) {
    let usable = Command::new("unshare").args(["-Ur", "true"]).output().is_ok_and(|done| done.status.success());
    if !usable {
        left_out("this machine has no user namespaces");
        return;
    }
    let panel = Panel::new();
    let script = format!("echo 0 > /proc/sys/user/{limit} && exec \"$0\" -t url -f \"$1\"");
    let mut command = Command::new("unshare");
    command.args(["-Ur", "/bin/sh", "-c", &script, PROGRAM]).arg(&panel.log);
    let follow = Follow::spawn(&mut command);
    follow.noted("the system reports no changes of files");
    panel.requests(1..=2);
    follow.printed(2);
    panel.rename("billmgr.log.1");
    panel.requests(3..=4);
    let notes = follow.expect_all(4);
    assert_eq!(notes.matches("reports no changes").count(), 1, "{notes}");
}
