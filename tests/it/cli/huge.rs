//! Huge logs: how many bytes of them the program reads, counted by the kernel.

use super::support::{request, request_by};
use crate::support::installed;
use crate::support::program::PROGRAM;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::process::Command;

/// 10 GB.
const HUGE: u64 = 10_000_000_000;

/// The output of the program and the number of bytes that it read: a shell's counters include the programs that it
/// waited for.
#[track_caller]
pub(crate) fn read_by(folder: &std::path::Path, arguments: &str) -> (String, u64) {
    let script = format!("{PROGRAM} {arguments}; cat /proc/$$/io >&2");
    let mut run = Command::new("/bin/sh");
    run.args(["-c", &script]).current_dir(folder).env_clear().env("PATH", installed::path());
    let output = run.output().expect("sh");
    let account = String::from_utf8(output.stderr).expect("UTF-8");
    let read = account.lines().find_map(|line| line.strip_prefix("rchar: ")).unwrap_or_else(|| panic!("{account}"));
    (String::from_utf8(output.stdout).expect("UTF-8"), read.parse().expect("a number"))
}

/// Bytes read to load the program and the counters.
fn overhead(folder: &std::path::Path) -> u64 {
    read_by(folder, "--version").1
}

fn huge(tail: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("temporary folder");
    let mut file = File::create(folder.path().join("core.log")).expect("log");
    file.write_all(request("func=first").as_bytes()).expect("write");
    file.seek(SeekFrom::Start(HUGE)).expect("seek");
    file.write_all(b"\n").expect("write");
    file.write_all(tail.as_bytes()).expect("write");
    folder
}

#[test]
fn the_last_request_of_a_huge_log_costs_one_block() {
    let folder = huge(&request("func=a&sok=ok").repeat(500));
    let (printed, read) = read_by(folder.path(), "-t url -n 1 --changes core.log");
    assert_eq!(printed, "https://localhost:1500/core?func=a&sok=ok&out=json\n");
    let read = read - overhead(folder.path());
    assert!((1..=100_000).contains(&read), "{read} bytes were read");
}

#[test]
fn a_change_long_ago_costs_what_stands_behind_it() {
    let mut tail = request("func=a&sok=ok");
    for number in 0..10_000 {
        write!(tail, "{}", request_by("192.0.2.38", "root", &format!("func=progress.get&elid={number}")))
            .expect("memory");
    }
    let folder = huge(&tail);
    let (printed, read) = read_by(folder.path(), "-t url -n 1 --changes core.log");
    assert_eq!(printed, "https://localhost:1500/core?func=a&sok=ok&out=json\n");
    let (read, behind) = (read - overhead(folder.path()), tail.len() as u64);
    assert!(read > behind && read < 3 * behind, "{read} bytes were read for {behind}");
}
