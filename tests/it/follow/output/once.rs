//! Packed logs and history with `--state`: the output contains each of their calls once.

use super::{How, Run, interrupt, long, notes, wait};
use crate::support::follow::{Panel, append, mgr2api, request, watches};
use crate::support::program::PROGRAM;
use flate2::{Compression, write::GzEncoder};
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// Packs text into a file.
fn pack(path: &Path, text: &str) {
    let mut gzip = GzEncoder::new(File::create(path).expect("file"), Compression::fast());
    gzip.write_all(text.as_bytes()).and_then(|()| gzip.finish().map(drop)).expect("pack");
}

#[test]
fn what_cannot_grow_is_converted_once_and_not_at_each_start() {
    let panel = Panel::without_log();
    let (one, two) = (panel.beside("billmgr.log-1.gz"), panel.beside("billmgr.log-2.gz"));
    pack(&one, &(request(1) + &request(2)));
    let state = panel.folder.path().join("state");
    let run = |files: &[&Path]| {
        let done = mgr2api().arg("-f").args(files).arg("--state").arg(&state).output().expect("program");
        (String::from_utf8_lossy(&done.stdout).lines().count(), String::from_utf8_lossy(&done.stderr).into_owned())
    };
    assert_eq!(run(&[&one]), (2, String::new()));
    let (count, notes) = run(&[&one]);
    assert!(count == 0 && notes.contains("not converted again"), "{count} {notes}");
    // The same file with another name and another time, beside a new file.
    fs::rename(&one, &two).expect("rename");
    File::options()
        .append(true)
        .open(&two)
        .and_then(|file| file.set_modified(std::time::SystemTime::now()))
        .expect("time");
    pack(&one, &request(3));
    assert_eq!(run(&[&one, &two]).0, 1);
    assert_eq!(run(&[&two, &one]).0, 0);
    // Changed in place, with the same length or another: a different file.
    pack(&one, &request(4));
    assert_eq!(run(&[&two, &one]).0, 1);
    pack(&one, &(request(5) + &request(6) + &request(7)));
    assert_eq!(run(&[&one, &two]).0, 3);
    // A pipe has no identity, so it is converted again.
    for _ in 0..2 {
        let script = "printf %s \"$1\" | \"$0\" -t url -f --state \"$2\" -";
        let mut sh = Command::new("/bin/sh");
        sh.args(["-c", script, PROGRAM, &request(8)]).arg(&state);
        assert_eq!(String::from_utf8_lossy(&sh.output().expect("sh").stdout).lines().count(), 1);
    }
}

#[test]
fn a_packed_log_whose_conversion_was_killed_is_there_once() {
    let run = Run::new(How::Append, "curl");
    let packed = run.panel.beside("billmgr.log-1.gz");
    pack(&packed, &(1..=4000).map(long).collect::<String>());
    let mut cuts = 0;
    for round in 0..=15_u64 {
        let mut program = Command::new(PROGRAM);
        let mut child = run.command(program.arg(&packed));
        if round < 15 {
            let len = run.text().len();
            wait("some of the output", || run.text().len() != len || len > 0);
            sleep(Duration::from_micros(round * 700));
            child.kill().and_then(|()| child.wait()).expect("kill");
            let mut said = String::new();
            child.stderr.take().expect("pipe").read_to_string(&mut said).expect("notes");
            cuts += u32::from(said.contains("were removed from the output"));
        } else {
            wait("the program to watch", || watches(&child));
            append(&run.panel.log, &request(4001));
            run.wait_for(4001);
            interrupt(child);
        }
    }
    assert!(cuts > 0, "no kill came while it printed");
    run.expect(1..=4001);
}

#[test]
fn history_is_printed_at_the_first_start_only() {
    let run = Run::new(How::Append, "curl");
    append(&run.panel.log, &(1..=20).map(request).collect::<String>());
    fs::write(run.panel.beside("billmgr.log.1"), request(99)).expect("archive");
    for last in [20, 25] {
        let mut program = Command::new(PROGRAM);
        let child = run.command(program.args(["-n", "10"]));
        wait("the program to watch", || watches(&child));
        append(&run.panel.log, &(last + 1..=last + 5).map(request).collect::<String>());
        run.wait_for(last + 5);
        interrupt(child);
    }
    run.expect(11..=30);
}

/// The state records its position only with the last part.
#[test]
fn a_long_history_is_printed_in_parts_and_is_there_once_after_kills() {
    let panel = Panel::new();
    panel.write(&(1..=4000).map(long).collect::<String>());
    let (state, out) = (panel.folder.path().join("state"), panel.folder.path().join("out"));
    let start = |arguments: &[&std::ffi::OsStr]| {
        let out = fs::OpenOptions::new().create(true).append(true).open(&out).expect("output");
        let mut program = mgr2api();
        program
            .args(["-f", "-n", "9999", "-t", "curl,json,rust,python,php,perl,node,go"])
            .arg(&panel.log)
            .args(arguments);
        program.stdin(Stdio::null()).stdout(out).stderr(Stdio::piped()).spawn().expect("program")
    };
    let child = start(&[]);
    wait("the program to watch", || watches(&child));
    interrupt(child);
    let whole = fs::read(&out).expect("output");
    fs::remove_file(&out).expect("output");
    let with_state = ["--state".as_ref(), state.as_os_str()];
    let mut cut = 0;
    for round in 1..5 {
        let mut child = start(&with_state);
        wait("some parts", || fs::metadata(&out).is_ok_and(|out| out.len() > round * whole.len() as u64 / 8));
        child.kill().expect("kill");
        cut += u32::from(notes(child).1.contains("were removed from the output"));
    }
    assert!(cut >= 3, "only {cut} starts found a history that was printed in part");
    let child = start(&with_state);
    wait("the whole history", || fs::metadata(&out).is_ok_and(|out| out.len() >= whole.len() as u64));
    let memory = fs::read_to_string(format!("/proc/{}/status", child.id())).expect("status");
    let peak =
        memory.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse::<usize>().ok());
    interrupt(child);
    assert!(fs::read(&out).expect("output") == whole, "the output is another one than without a state");
    let peak = peak.expect("VmHWM") * 1024;
    assert!(peak < whole.len() / 2, "{peak} bytes of memory for {} of output", whole.len());
}
