//! `--state` with a regular file as output: it contains each call once and complete, however the program ends.

mod once;

use crate::support::follow::{Panel, append, request, watches};
use crate::support::program::PROGRAM;
use crate::support::program::{Signal, signal};
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How the shell opens the output.
#[derive(Debug, Clone, Copy, PartialEq)]
enum How {
    /// `>>`
    Append,
    /// `>` around a loop of starts: all of them write to the same open file.
    Share,
}

struct Run {
    panel: Panel,
    out: PathBuf,
    shared: File,
    how: How,
    target: &'static str,
}

impl Run {
    fn new(how: How, target: &'static str) -> Self {
        let panel = Panel::new();
        let out = panel.folder.path().join("out");
        let shared = File::create(&out).expect("output");
        Self { panel, out, shared, how, target }
    }

    fn output(&self) -> File {
        match self.how {
            How::Append => File::options().append(true).create(true).open(&self.out).expect("output"),
            How::Share => self.shared.try_clone().expect("output"),
        }
    }

    fn command(&self, program: &mut Command) -> Child {
        program.args(["-f", "--color", "never", "--state", "state", "-t", self.target]).arg(&self.panel.log);
        program.current_dir(self.panel.folder.path()).env_clear().stdin(Stdio::null()).stdout(self.output());
        program.stderr(Stdio::piped()).spawn().expect("program")
    }

    fn start(&self) -> Child {
        self.command(&mut Command::new(PROGRAM))
    }

    /// Limits the size of files to this many blocks of 512 bytes.
    fn start_limited(&self, blocks: u64) -> Child {
        let mut sh = Command::new("/bin/sh");
        let script = format!("ulimit -f {blocks}; exec \"$0\" \"$@\"");
        self.command(sh.args(["-c", &script, PROGRAM]))
    }

    fn text(&self) -> String {
        String::from_utf8(fs::read(&self.out).expect("output")).expect("whole characters")
    }

    /// Checks that each line is a call, and that they are the calls with these numbers.
    #[track_caller]
    fn expect(&self, numbers: impl Iterator<Item = u32>) {
        let text = self.text();
        let found: Vec<u32> = text.lines().map(|line| number(self.target, line)).collect();
        assert!(text.ends_with('\n') && found == numbers.collect::<Vec<_>>(), "{found:?}");
    }

    #[track_caller]
    fn wait_for(&self, number: u32) {
        let word = if self.target == "json" { format!("\"{number}\"") } else { format!("elid={number}&") };
        wait("the last call", || {
            fs::read_to_string(&self.out).is_ok_and(|text| text.contains(&word) && text.ends_with('\n'))
        });
    }
}

/// The number in a line, which must be a complete call.
#[track_caller]
fn number(target: &str, line: &str) -> u32 {
    if target == "json" {
        let value: serde_json::Value = serde_json::from_str(line).expect(line);
        let mut params = value["params"].as_array().expect(line).iter();
        let elid = params.find(|param| param["name"] == "elid").expect(line);
        return elid["value"].as_str().and_then(|elid| elid.parse().ok()).expect(line);
    }
    let whole = line.starts_with("test -n ") && line.ends_with("https://localhost:1500/billmgr");
    assert!(whole && line.matches("elid=").count() == 1, "{line}");
    line.split_once("elid=").and_then(|(_, rest)| rest.split('&').next()?.parse().ok()).expect(line)
}

#[track_caller]
fn wait(what: &str, done: impl Fn() -> bool) {
    let start = Instant::now();
    while !done() {
        assert!(start.elapsed() < Duration::from_secs(40), "waited in vain for {what}");
        sleep(Duration::from_millis(2));
    }
}

fn notes(child: Child) -> (Option<i32>, String) {
    let done = child.wait_with_output().expect("end");
    (done.status.code(), String::from_utf8_lossy(&done.stderr).into_owned())
}

fn interrupt(child: Child) -> (Option<i32>, String) {
    signal(child.id(), Signal::INT);
    notes(child)
}

fn memmem(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// A request with a long value, so that a block of requests spans many pages.
fn long(number: u32) -> String {
    let value = "v".repeat(usize::try_from(number * 7919 % 3000).expect("small"));
    request(number).replace("sok=ok", &format!("note={value}&sok=ok"))
}

#[test]
fn killed_at_any_moment_each_call_is_there_once_and_whole() {
    for (how, target) in [(How::Append, "curl"), (How::Append, "json"), (How::Share, "curl")] {
        let run = Run::new(how, target);
        let mut last = 0;
        let mut child = run.start();
        wait("the program to watch", || watches(&child));
        for round in 0..16_u32 {
            let more = (last + 1..=last + 40 + round % 7 * 60).map(long).collect::<String>();
            last += 40 + round % 7 * 60;
            append(&run.panel.log, &more);
            // The state announces the text before its first byte is printed and until its last one is.
            let state = run.panel.folder.path().join("state");
            wait("the text", || fs::read(&state).is_ok_and(|state| memmem(&state, b"\"text\"")));
            sleep(Duration::from_micros(u64::from(round % 8 * 40)));
            child.kill().and_then(|()| child.wait()).expect("kill");
            child = run.start();
        }
        run.wait_for(last);
        interrupt(child);
        run.expect(1..=last);
    }
}

#[test]
fn a_text_that_was_torn_at_the_end_of_any_block_is_mended() {
    for how in [How::Append, How::Share] {
        let run = Run::new(how, "json");
        let state = run.panel.folder.path().join("state");
        let mut child = run.start();
        wait("the program to watch", || watches(&child));
        append(&run.panel.log, &(1..=5).map(long).collect::<String>());
        run.wait_for(5);
        append(&run.panel.log, &(6..=12).map(long).collect::<String>());
        run.wait_for(12);
        child.kill().and_then(|()| child.wait()).expect("kill");
        // Restore the state of a kill before the text is recorded as printed.
        let text = fs::read_to_string(&state).expect("state");
        let end =
            text.rfind("\"text\"").and_then(|at| Some(at + text[at..].find('\n')? + 1)).expect("an announced text");
        let line: serde_json::Value =
            serde_json::from_str(&text[text[..end - 1].rfind('\n').expect("lines") + 18..end]).expect("json");
        let [from, to] =
            ["from", "to"].map(|name| usize::try_from(line["text"][name].as_u64().expect("a place")).expect("small"));
        let printed = fs::read(&run.out).expect("output");
        assert!(to == printed.len() && to > from + 5000, "one text of several pages: {from} {to}");
        for len in [from, to].into_iter().chain((0..to).step_by(512).filter(|len| *len > from)) {
            fs::write(&state, &text[..end]).expect("state");
            fs::write(&run.out, &printed[..len]).expect("output");
            std::io::Seek::seek(&mut &run.shared, std::io::SeekFrom::End(0)).expect("place");
            let child = run.start();
            wait("the program to watch", || watches(&child));
            run.wait_for(12);
            let (_, said) = interrupt(child);
            assert_eq!(said.contains("were removed from the output"), len > from && len < to, "{len}: {said}");
            run.expect(1..=12);
        }
    }
}

#[test]
fn a_full_disk_leaves_whole_calls_and_a_restart_goes_on() {
    for (how, target) in [(How::Append, "curl"), (How::Append, "json"), (How::Share, "json")] {
        let run = Run::new(how, target);
        let child = run.start_limited(40);
        wait("the program to watch", || watches(&child));
        let mut last = 0;
        for step in [3, 60, 1] {
            append(&run.panel.log, &(last + 1..=last + step).map(long).collect::<String>());
            last += step;
            sleep(Duration::from_millis(30));
        }
        let (status, said) = notes(child);
        assert_eq!(status, Some(2), "{said}");
        assert!(
            said.contains("cannot write to standard output: ") && said.contains("the incomplete line was removed"),
            "{said}"
        );
        assert!(run.text().is_empty() || run.text().ends_with('\n'), "no half line: {}", run.text());
        // The disk is still full: nothing changes.
        let before = run.text();
        assert_eq!(notes(run.start_limited(40)).0, Some(2));
        assert_eq!(run.text(), before);
        let child = run.start();
        run.wait_for(last);
        interrupt(child);
        run.expect(1..=last);
    }
}

#[test]
fn without_a_state_a_full_disk_leaves_whole_lines() {
    let run = Run::new(How::Append, "curl");
    append(&run.panel.log, &(1..=50).map(long).collect::<String>());
    for way in [&[][..], &["-n", "60"], &["--threads", "1"]] {
        fs::write(&run.out, "").expect("output");
        let mut sh = Command::new("/bin/sh");
        sh.args(["-c", "ulimit -f 33; exec \"$0\" \"$@\"", PROGRAM, "--color", "never"]);
        let child = sh.args(way).arg(&run.panel.log).env_clear().stdout(run.output()).stderr(Stdio::piped()).spawn();
        let (status, said) = notes(child.expect("program"));
        assert!(status == Some(2) && said.contains("cannot write to standard output"), "{said}");
        let count = u32::try_from(run.text().lines().count()).expect("few");
        assert!((2..50).contains(&count), "{count}");
        run.expect(1..=count);
    }
}

#[test]
fn an_output_that_was_rotated_away_or_emptied_is_gone_on_with() {
    let run = Run::new(How::Append, "curl");
    let mut last = 0;
    for what in ["rename", "truncate", "nothing", "foreign"] {
        let mut child = run.start();
        wait("the program to watch", || watches(&child));
        append(&run.panel.log, &(last + 1..=last + 5).map(request).collect::<String>());
        last += 5;
        run.wait_for(last);
        sleep(Duration::from_millis(20));
        match what {
            "rename" => fs::rename(&run.out, run.panel.folder.path().join("out.1")).expect("rename"),
            "truncate" => fs::write(&run.out, "").expect("truncate"),
            "foreign" => append(&run.out, "not ours"),
            _ => {}
        }
        append(&run.panel.log, &(last + 1..=last + 5).map(request).collect::<String>());
        last += 5;
        let there = if what == "rename" { run.panel.folder.path().join("out.1") } else { run.out.clone() };
        wait("the call", || fs::read_to_string(&there).is_ok_and(|text| text.contains(&format!("elid={last}&"))));
        sleep(Duration::from_millis(20));
        child.kill().and_then(|()| child.wait()).expect("kill");
        if what == "rename" {
            assert_eq!(fs::read_to_string(&there).expect("output").lines().count(), 10);
        }
    }
    let text = run.text();
    assert_eq!(text.matches("not ours").count(), 1, "what others wrote stays: {text}");
    for number in 16..=40 {
        assert_eq!(text.matches(&format!("elid={number}&")).count(), 1, "{number}: {text}");
    }
}
