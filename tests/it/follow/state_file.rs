//! The state file: links, locks, permissions, sizes, and states of earlier versions.

use crate::support::follow::{Follow, Panel, mgr2api};
use crate::support::program::Signal;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};

impl Panel {
    fn state(&self) -> PathBuf {
        self.folder.path().join("state")
    }

    fn follow_with(&self, state: &Path) -> Follow {
        Follow::start(mgr2api().arg("-f").arg(&self.log).arg("--state").arg(state))
    }

    /// The program must refuse the state file with these words.
    #[track_caller]
    fn refuses(&self, state: &Path, words: &[&str]) {
        let done = mgr2api().arg("-f").arg(&self.log).arg("--state").arg(state).output().expect("program");
        let notes = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!(done.status.code(), Some(2), "{notes}");
        for word in words {
            assert!(notes.contains(word), "{word}: {notes}");
        }
    }
}

#[test]
fn nothing_is_written_through_a_link_beside_the_state() {
    let panel = Panel::new();
    let victim = panel.folder.path().join("victim");
    fs::write(&victim, "precious").expect("file");
    for name in ["state.new", "state.tmp", "state.lock", "state~"] {
        symlink(&victim, panel.folder.path().join(name)).expect("link");
    }
    for round in 0..3 {
        let follow = panel.follow_with(&panel.state());
        panel.requests(round * 3 + 1..=round * 3 + 3);
        follow.printed(round * 3 + 3);
        follow.interrupt();
        assert!(fs::symlink_metadata(panel.state()).expect("state").is_file());
    }
    assert_eq!(fs::read_to_string(&victim).expect("file"), "precious");
    assert_eq!(fs::read_dir(panel.folder.path()).expect("folder").count(), 7, "no file is left beside the state");
}

#[test]
fn a_symbolic_link_as_state_is_refused_and_one_of_its_folder_is_not() {
    let panel = Panel::new();
    let target = panel.folder.path().join("target");
    symlink(&target, panel.state()).expect("link");
    panel.refuses(&panel.state(), &["is a symbolic link to", &target.display().to_string(), "give that file itself"]);
    assert!(!target.exists());
    fs::write(&target, "precious").expect("file");
    panel.refuses(&panel.state(), &["is a symbolic link"]);
    assert_eq!(fs::read_to_string(&target).expect("file"), "precious");

    fs::create_dir(panel.folder.path().join("lib")).expect("folder");
    symlink(panel.folder.path().join("lib"), panel.folder.path().join("link")).expect("link");
    let follow = panel.follow_with(&panel.folder.path().join("link/state"));
    panel.requests(1..=2);
    follow.expect_all(2);
    assert!(panel.folder.path().join("lib/state").is_file());
}

#[test]
fn a_second_follower_ends_and_says_who_is_first() {
    let panel = Panel::new();
    for round in 0..3 {
        let follow = panel.follow_with(&panel.state());
        panel.requests(round + 1..=round + 1);
        follow.printed(round + 1);
        panel.refuses(&panel.state(), &["in use by another mgr2api", &format!("process {}", follow.id()), "stop that"]);
        assert_eq!(follow.interrupt().0, [round + 1]);
    }
}

#[test]
fn many_followers_at_once_are_one() {
    let panel = Panel::new();
    let mut children: Vec<_> = (0..8)
        .map(|_| {
            let mut command = mgr2api();
            command.arg("-f").arg(&panel.log).arg("--state").arg(panel.state());
            command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn().expect("program")
        })
        .collect();
    let start = std::time::Instant::now();
    while children.len() > 1 {
        children.retain_mut(|child| match child.try_wait().expect("program") {
            None => true,
            Some(status) => {
                assert_eq!(status.code(), Some(2));
                false
            }
        });
        assert!(start.elapsed().as_secs() < 40, "{} followers on one state", children.len());
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    children[0].kill().and_then(|()| children[0].wait()).expect("end");
}

#[test]
fn an_empty_file_is_a_new_state_and_that_is_said() {
    let panel = Panel::new();
    panel.requests(90..=95);
    // A part of the first line, which a start on a full disk leaves, counts as empty too.
    for head in ["", "0", "b"] {
        fs::write(panel.state(), head.replace('b', &header()[..20])).expect("state");
        if head == "0" && !header().starts_with('0') {
            continue;
        }
        let follow = panel.follow_with(&panel.state());
        follow.noted("is empty, so following starts at the end of the logs");
        panel.requests(1..=3);
        follow.printed(3);
        assert_eq!(follow.interrupt().0, [1, 2, 3]);
        let follow = panel.follow_with(&panel.state());
        panel.requests(4..=4);
        follow.printed(4);
        let (numbers, _, notes) = follow.interrupt();
        assert_eq!((numbers, notes.contains("empty")), (vec![4], false), "{notes}");
    }
}

/// The first line of a state file.
fn header() -> String {
    let panel = Panel::new();
    panel.follow_with(&panel.state()).interrupt();
    fs::read_to_string(panel.state()).expect("state").lines().next().expect("a line").to_owned()
}

#[test]
fn a_state_that_was_cut_goes_on_at_an_earlier_place() {
    let panel = Panel::new();
    let follow = panel.follow_with(&panel.state());
    for number in 1..=6 {
        panel.requests(number..=number);
        follow.printed(number);
    }
    follow.signal(Signal::KILL);
    follow.end();
    let whole = fs::read(panel.state()).expect("state");
    let first = whole.iter().position(|&byte| byte == b'\n').expect("a line") + 1;
    for step in 1..12 {
        let len = first + (whole.len() - first) * step / 12;
        fs::write(panel.state(), &whole[..len]).expect("state");
        let follow = panel.follow_with(&panel.state());
        panel.requests(6 + u32::try_from(step).expect("small")..=6 + u32::try_from(step).expect("small"));
        follow.printed(6 + u32::try_from(step).expect("small"));
        let (numbers, _, notes) = follow.interrupt();
        assert!(numbers.windows(2).all(|pair| pair[1] == pair[0] + 1), "{len}: {numbers:?} {notes}");
    }
    let mut damaged = whole.clone();
    damaged[first + 20] ^= 1;
    fs::write(panel.state(), &damaged).expect("state");
    panel.refuses(&panel.state(), &["line 2 is damaged", "delete this one to start at the end"]);
    assert_eq!(fs::read(panel.state()).expect("state"), damaged, "it is left as it was");
}

#[test]
fn a_state_of_the_first_version_is_taken_over() {
    let panel = Panel::new();
    panel.requests(90..=95);
    fs::write(panel.beside("billmgr.log.1"), crate::support::follow::request(80)).expect("archive");
    let follow = panel.follow_with(&panel.state());
    panel.requests(1..=2);
    follow.printed(2);
    follow.interrupt();
    let text = fs::read_to_string(panel.state()).expect("state");
    let mut old = serde_json::json!({ "mgr2api position": 1, "logs": {} });
    for line in text.lines() {
        let line: serde_json::Value = serde_json::from_str(&line[17..]).expect("json");
        for (log, entry) in line["logs"].as_object().into_iter().flatten() {
            let mut known = old["logs"][log]["known"].as_array().cloned().unwrap_or_default();
            known.extend(entry["known"].as_array().expect("known").iter().cloned());
            old["logs"][log] = entry["position"].clone();
            old["logs"][log]["known"] = known.into();
        }
    }
    assert_eq!(old["logs"].as_object().expect("logs").len(), 1, "{text}");
    fs::write(panel.state(), old.to_string()).expect("state");
    panel.requests(3..=4);
    for round in 0..2 {
        let follow = panel.follow_with(&panel.state());
        panel.requests(round * 2 + 5..=round * 2 + 5);
        follow.printed(round * 2 + 5);
        let numbers = follow.interrupt().0;
        assert_eq!(numbers, if round == 0 { vec![3, 4, 5] } else { vec![6, 7] });
        panel.requests(round * 2 + 6..=round * 2 + 6);
    }
}

#[test]
fn a_file_that_others_may_write_to_or_own_is_refused() {
    let panel = Panel::new();
    panel.follow_with(&panel.state()).interrupt();
    let about = fs::metadata(panel.state()).expect("state");
    assert_eq!(about.permissions().mode() & 0o777, 0o600);
    fs::set_permissions(panel.state(), fs::Permissions::from_mode(0o666)).expect("mode");
    panel.refuses(&panel.state(), &["every user may write to it", "chmod o-w"]);
    fs::set_permissions(panel.state(), fs::Permissions::from_mode(0o664)).expect("mode");
    panel.follow_with(&panel.state()).interrupt();
    // Only root can change a file's owner.
    if about.uid() == 0 && std::os::unix::fs::chown(panel.state(), Some(12345), None).is_ok() {
        panel.refuses(&panel.state(), &["belongs to user 12345", "runs as user 0"]);
    }
}

#[test]
fn a_state_that_is_deleted_comes_back_and_one_that_is_replaced_ends_it() {
    let panel = Panel::new();
    let follow = panel.follow_with(&panel.state());
    panel.requests(1..=2);
    follow.printed(2);
    fs::remove_file(panel.state()).expect("state");
    panel.requests(3..=3);
    follow.printed(3);
    follow.interrupt();
    panel.requests(4..=4);
    let follow = panel.follow_with(&panel.state());
    follow.printed(4);
    fs::write(panel.folder.path().join("other"), "precious").expect("file");
    fs::rename(panel.folder.path().join("other"), panel.state()).expect("rename");
    let (numbers, status, notes) = follow.end();
    assert_eq!((numbers, status.code()), (vec![4], Some(2)), "{notes}");
    assert!(notes.contains("it was replaced by another file"), "{notes}");
    assert_eq!(fs::read_to_string(panel.state()).expect("state"), "precious");
}

#[test]
fn a_line_costs_the_same_however_many_archives_there_are_and_the_file_stays_small() {
    let panel = Panel::new();
    for number in 0..2000 {
        fs::write(panel.beside(&format!("billmgr.log.{number}")), crate::support::follow::request(100_000 + number))
            .expect("file");
    }
    let len = || fs::metadata(panel.state()).expect("state").len();
    let follow = panel.follow_with(&panel.state());
    let before = len();
    assert!(before > 100_000, "2,000 archives are known: {before}");
    let written = || {
        let counts = fs::read_to_string(format!("/proc/{}/io", follow.id())).expect("counts");
        let count = counts.lines().find_map(|line| line.strip_prefix("wchar: ")).expect("a count");
        count.parse::<u64>().expect("a number")
    };
    let start = written();
    for number in 1..=20 {
        panel.requests(number..=number);
        follow.printed(number);
    }
    assert!(written() - start < 20 * 2000, "{} bytes for 20 lines", written() - start);
    let mut largest = 0;
    for number in 21..=5000 {
        panel.requests(number..=number);
        if number % 5 == 0 {
            follow.printed(number);
            largest = largest.max(len());
        }
    }
    follow.expect_all(5000);
    assert!(largest < before + (3 << 19), "{largest}");
    let follow = panel.follow_with(&panel.state());
    panel.requests(5001..=5001);
    follow.printed(5001);
    assert_eq!(follow.interrupt().0, [5001]);
}
