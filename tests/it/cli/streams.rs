//! Standard output contains only snippets; pipes that close and disks that are full.

use super::support::{MGRCTL, mgr2api, request};
use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader};
use std::process::Stdio;

fn long_log() -> String {
    (0..8_000).map(|number| request(&format!("elid={number}&func=user.edit&passwd=*"))).collect()
}

#[test]
fn snippets_and_everything_else_go_to_different_streams() {
    let log = request("func=a&passwd=*") + &request("elid=1") + &request("auth=1&func=b");
    let run = || mgr2api(["-t", "mgrctl"]).stdin(&log);
    run().args(["--stats"]).run().status(0).out(format!("{MGRCTL}a\n{MGRCTL}b\n")).err(
        "stdin:1: a: passwd was masked, left out\n\
         stdin:2: not converted: expected a parameter 'func' with a value at byte 74, before \"elid=1'\"\n\
         stdin:3: b: auth is a credential, left out\n\
         stdin: cannot tell which panel wrote this, assuming ispmgr; set it with -m NAME, for example -m billmgr\n\
         requests: 3 seen = 2 converted + 0 filtered out + 1 reported\n",
    );
    run().args(["-q"]).run().status(0).out(format!("{MGRCTL}a\n{MGRCTL}b\n")).err("");
    run().args(["--quiet", "--stats"]).run().err("requests: 3 seen = 2 converted + 0 filtered out + 1 reported\n");
}

#[test]
fn quiet_does_not_hide_what_ends_a_run() {
    mgr2api(["-q", "missing.log"]).run().status(2).err("mgr2api: missing.log: no such file; a LOG is a file, '-' for standard input, or a panel's short name such as billmgr\n");
    mgr2api(["-q", "."]).run().status(2).err("mgr2api: .: is a folder; name the logs in it\n");
}

#[test]
fn a_reader_that_has_seen_enough_ends_the_run_quietly() {
    for options in [&["-t", "mgrctl"][..], &["-t", "rust"], &["--passthrough"], &["--threads", "1"], &["-n", "7000"]] {
        let run = mgr2api(["-q", "long.log"]).args(options).file("long.log", long_log());
        let mut child =
            run.command().stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("start");
        let mut stdout = BufReader::new(child.stdout.take().expect("piped"));
        let mut line = String::new();
        stdout.read_line(&mut line).expect("first line");
        drop(stdout);
        let ended = child.wait_with_output().expect("end");
        assert!(!line.is_empty() && ended.status.code() == Some(0), "{options:?}: {:?}", ended.status);
        assert_eq!(String::from_utf8_lossy(&ended.stderr), "", "{options:?}");
    }
}

#[test]
fn nobody_on_standard_error_is_no_failure() {
    let run = mgr2api(["-t", "mgrctl", "long.log"]).file("long.log", long_log());
    let mut child =
        run.command().stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("start");
    drop(child.stderr.take());
    let ended = child.wait_with_output().expect("end");
    assert_eq!(ended.status.code(), Some(0));
    assert_eq!(ended.stdout.split_inclusive(|&byte| byte == b'\n').count(), 8_000);
}

#[test]
fn a_full_disk_is_reported_with_status_two() {
    let full = || -> File { OpenOptions::new().write(true).open("/dev/full").expect("/dev/full") };
    for arguments in [
        &["-q", "short.log"][..],
        &["-q", "long.log"],
        &["-q", "-n", "1", "short.log"],
        &["-q", "--passthrough", "other.log"],
        &["--help"],
        &["--version"],
    ] {
        let run = mgr2api(arguments)
            .file("long.log", long_log())
            .file("short.log", request("func=x"))
            .file("other.log", "no request\n");
        let ended = run.command().stdin(Stdio::null()).stdout(full()).output().expect("end");
        assert_eq!(ended.status.code(), Some(2), "{arguments:?}");
        let message = String::from_utf8_lossy(&ended.stderr);
        assert!(message.starts_with("mgr2api: cannot write to standard output: "), "{arguments:?}: {message}");
        assert_eq!(message.lines().count(), 1, "{arguments:?}: {message}");
    }
}

#[test]
fn help_into_a_closed_pipe_is_no_failure() {
    let run = mgr2api(["--help"]);
    let mut child = run.command().stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("start");
    drop(child.stdout.take());
    let ended = child.wait_with_output().expect("end");
    assert_eq!(ended.status.code(), Some(0));
    assert!(ended.stderr.is_empty());
}

#[test]
fn colour_is_painted_only_where_it_is_asked_for() {
    let log = request("func=user.edit&ipmipass=hunter2");
    let run = |target: &str| mgr2api(["-t", target, "--comments", "always"]).stdin(&log).any_bytes();
    for target in ["curl", "mgrctl", "rust", "url"] {
        let plain = run(target).run().out;
        assert!(!plain.contains(&0x1b), "{target}: a pipe gets no colour by itself");
        assert_eq!(run(target).args(["--color", "never"]).env("CLICOLOR_FORCE", "1").run().out, plain);
        assert_eq!(run(target).env("NO_COLOR", "1").run().out, plain);
        let painted = run(target).args(["--color=always"]).env("NO_COLOR", "1").run().out;
        assert_eq!(run(target).env("CLICOLOR_FORCE", "1").run().out, painted, "{target}");
        assert!(painted.contains(&0x1b), "{target}");
        assert_eq!(anstream::adapter::strip_bytes(&painted).into_vec(), plain, "{target}: colour changes no text");
    }
}
