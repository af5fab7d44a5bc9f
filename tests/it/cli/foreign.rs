//! Files that are not logs: each is named, with the command that makes a log of it, and nothing is converted.

use super::support::{Ended, MGRCTL, Run, has_tool, mgr2api, request};
use std::fs;
use std::process::{Command, Stdio};

/// The file that a tool makes from a log in a folder.
fn made_by(command: &[&str], result: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("folder");
    fs::write(folder.path().join("ispmgr.log"), log()).expect("log");
    let mut tool = Command::new(command[0]);
    tool.args(&command[1..]).current_dir(&folder).stdin(Stdio::null());
    let output = tool.output().expect("tool");
    assert!(output.status.success(), "{command:?}: {}", output.stderr.escape_ascii());
    if result.is_empty() { output.stdout } else { fs::read(folder.path().join(result)).expect("result") }
}

fn log() -> String {
    (0..40).map(|number| request(&format!("elid={number}&func=user.edit"))).collect()
}

/// Checks all ways in which the program reads a file, with `-f` and `-n` too.
fn every_way(content: &[u8], judge: impl Fn(Ended)) {
    for options in [&["ispmgr.log"][..], &["-n", "5", "ispmgr.log"], &["-f", "ispmgr.log"], &["-"], &["-n", "5", "-"]] {
        judge(mgr2api(["-t", "mgrctl"]).args(options).file("ispmgr.log", content).stdin(content).run());
    }
}

#[track_caller]
fn refused(content: &[u8], what: &str, how: &str) {
    every_way(content, |run| {
        let text = run.err_text();
        assert!(text.starts_with("mgr2api: ispmgr.log: is ") || text.starts_with("mgr2api: stdin: is "), "{text}");
        assert_eq!(text.lines().count(), 1, "{text}");
        run.status(2).out("").err_has(&[what, "not a log", how]);
    });
}

#[test]
fn what_other_packers_make_is_named_with_the_command_that_unpacks_it() {
    for (command, result, what, how) in [
        (&["lz4", "-c", "ispmgr.log"][..], "", "an lz4 archive", "lz4 -dc FILE | mgr2api"),
        (&["lz4", "-c", "-l", "ispmgr.log"], "", "an lz4 archive", "lz4 -dc FILE | mgr2api"),
        (&["zip", "-q", "a.zip", "ispmgr.log"], "a.zip", "a zip archive", "unzip -p FILE | mgr2api"),
        (&["zip", "-q", "-0", "a.zip", "ispmgr.log"], "a.zip", "a zip archive", "unzip -p FILE | mgr2api"),
        (&["7z", "a", "a.7z", "ispmgr.log"], "a.7z", "a 7z archive", "7z x -so FILE | mgr2api"),
        (&["xz", "-c", "--format=lzma", "ispmgr.log"], "", "an lzma archive", "xz --format=lzma -dc FILE"),
        (&["tar", "-cf", "-", "ispmgr.log"], "", "a tar archive", "tar -xOf FILE | mgr2api"),
        (&["tar", "--format=v7", "-cf", "-", "ispmgr.log"], "", "a tar archive", "tar -xOf FILE | mgr2api"),
        (&["tar", "-czf", "-", "ispmgr.log"], "", "a tar archive within gzip", "tar -xOf FILE | mgr2api"),
        (&["tar", "-cJf", "-", "ispmgr.log"], "", "a tar archive within xz", "tar -xOf FILE | mgr2api"),
        (&["tar", "--zstd", "-cf", "-", "ispmgr.log"], "", "a tar archive within zstd", "tar -xOf FILE | mgr2api"),
        (&["iconv", "-f", "UTF-8", "-t", "UTF-16LE", "ispmgr.log"], "", "UTF-16 text", "iconv -f UTF-16LE -t UTF-8"),
        (&["iconv", "-f", "UTF-8", "-t", "UTF-16BE", "ispmgr.log"], "", "UTF-16 text", "iconv -f UTF-16BE -t UTF-8"),
        (&["iconv", "-f", "UTF-8", "-t", "UTF-32", "ispmgr.log"], "", "UTF-32 text", "iconv -f UTF-32 -t UTF-8"),
        (&["sqlite3", "a.db", "create table a(b)"], "a.db", "an SQLite database", "a text file"),
    ] {
        // tar runs the packer that its option names.
        let packer = [("-czf", "gzip"), ("-cJf", "xz"), ("--zstd", "zstd")];
        let packer = packer.into_iter().find(|(option, _)| command[0] == "tar" && command.contains(option));
        if has_tool(command[0]) && packer.is_none_or(|(_, packer)| has_tool(packer)) {
            refused(&made_by(command, result), what, how);
        }
    }
}

#[test]
fn programs_and_other_binary_files_are_named() {
    refused(&fs::read("/bin/sh").expect("a program"), "a program (ELF)", "a text file");
    let noise: Vec<u8> = (0..200_000_u32).map(|number| number.wrapping_mul(2_654_435_761).to_be_bytes()[0]).collect();
    for len in [40, 5000, 200_000] {
        refused(&noise[..len], "a binary file", "a text file");
    }
    refused(b"\x1f\x9d\x90 and so on", "a compress (.Z) archive", "gzip -dc FILE");
    refused(b"LPKSHHRH\0\0\0\0", "a systemd journal", "journalctl --file FILE");
}

/// Checks that a log that contains bytes of no text is read completely.
fn read_all_the_same(log: &[u8]) {
    let run = |run: Run| run.file("ispmgr.log", log).stdin(log).run().status(0).out(format!("{MGRCTL}a\n{MGRCTL}b\n"));
    run(mgr2api(["-q", "-t", "mgrctl", "ispmgr.log"]));
    run(mgr2api(["-q", "-t", "mgrctl", "-n", "9", "ispmgr.log"]));
    run(mgr2api(["-q", "-t", "mgrctl"]));
}

#[test]
fn a_log_with_a_hole_or_a_dump_in_it_is_still_a_log() {
    let requests = [request("func=a"), request("func=b")].concat();
    let dump: Vec<u8> = (0..=255).cycle().take(30_000).collect();
    let record = b"Jun 25 09:07:51 [1:2] db EXTINFO ";
    for len in [1, 3000, 300_000] {
        read_all_the_same(&[&vec![0; len][..], b"\n", requests.as_bytes()].concat());
    }
    read_all_the_same(&[&record[..], &dump, b"\n", requests.as_bytes()].concat());
    read_all_the_same(&[&dump, &b"\n"[..], requests.as_bytes()].concat());
}

#[test]
fn utf_16_with_a_mark_is_read_as_powershell_writes_it() {
    let text = (log() + &request("func=user.edit&name=Иван 😀&elid=7")).replace('\n', "\r\n");
    let expected = mgr2api(["-t", "json", "ispmgr.log"]).file("ispmgr.log", &text).run().status(0).out;
    for big_endian in [false, true] {
        let bytes = |unit: u16| if big_endian { unit.to_be_bytes() } else { unit.to_le_bytes() };
        let wide: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(bytes).collect();
        for options in [&[][..], &["-n", "99"], &["-f"]] {
            let run = mgr2api(["-t", "json", "ispmgr.log"]).args(options).file("ispmgr.log", &wide).run().status(0);
            let calls = |text: &[u8]| {
                let lines = String::from_utf8_lossy(text).into_owned();
                lines.lines().map(|line| line.split_once(",\"line\"").expect("a line").0.to_owned()).collect::<Vec<_>>()
            };
            assert_eq!(calls(&run.out), calls(&expected), "{options:?}");
        }
        mgr2api(["-q", "-t", "mgrctl"]).stdin(&wide).run().status(0);
        // Cut within the last character.
        let run = mgr2api(["-t", "mgrctl", "ispmgr.log"]).file("ispmgr.log", &wide[..wide.len() - 1]).run().status(2);
        assert_eq!(run.out_text().lines().count(), 41);
        run.err_has(&["ispmgr.log: the archive is cut: its UTF-16 data end too early"]);
    }
    let marked = ["\u{feff}", &request("func=a")].concat();
    mgr2api(["-q", "-t", "mgrctl"]).stdin(marked).run().status(0).out(format!("{MGRCTL}a\n"));
}

#[test]
fn a_file_that_is_not_a_log_does_not_keep_others_from_being_read() {
    for options in [&[][..], &["-n", "9"]] {
        let run = mgr2api(["-t", "mgrctl", "a.zip", "ispmgr.log"])
            .args(options)
            .file("a.zip", b"PK\x03\x04")
            .file("ispmgr.log", request("func=a"));
        run.run().status(2).out(format!("{MGRCTL}a\n")).err_has(&["a.zip: is a zip archive"]);
    }
}

#[test]
fn passthrough_hands_on_what_an_editor_has() {
    let noise: Vec<u8> = (0..=255).cycle().take(5000).collect();
    mgr2api(["--passthrough"]).stdin(&noise).any_bytes().run().status(0).out(&noise);
}
