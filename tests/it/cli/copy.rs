//! `--copy`: the last snippet on the clipboard of the terminal, checked by the bytes that the terminal receives.

use super::support::{Ended, has_tool, mgr2api, request};
use crate::support::installed;
use crate::support::program::PROGRAM;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use std::{fs, thread};

const PATIENCE: Duration = Duration::from_secs(20);
const CALL: &str = "/usr/local/mgr5/sbin/mgrctl -m core b 'name=it is'";
const SENT: &str = "sent to the terminal's clipboard";

/// A program on a terminal, and the bytes that it writes there.
struct Window {
    screen: Arc<Mutex<Vec<u8>>>,
    child: Box<dyn portable_pty::Child + Send + Sync>,
    _master: Box<dyn portable_pty::MasterPty + Send>,
}

impl Window {
    fn open(folder: &Path, program: &[&str], environment: &[(&str, &str)]) -> Self {
        let pty = native_pty_system().openpty(PtySize { rows: 20, cols: 200, ..PtySize::default() }).expect("pty");
        let mut command = CommandBuilder::new(program[0]);
        command.args(&program[1..]);
        command.env_clear();
        command.cwd(folder);
        let home = folder.to_str().expect("plain");
        for (name, value) in
            [("PATH", &*installed::path()), ("HOME", home), ("SCREENDIR", home), ("TERM", "xterm-256color")]
        {
            command.env(name, value);
        }
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pty.slave.spawn_command(command).expect("it starts");
        drop(pty.slave);
        let screen = Arc::new(Mutex::new(Vec::new()));
        let (shared, mut reader) = (Arc::clone(&screen), pty.master.try_clone_reader().expect("reader"));
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                shared.lock().expect("no panic").extend_from_slice(&buffer[..count]);
            }
        });
        Self { screen, child, _master: pty.master }
    }

    fn seen(&self) -> Vec<u8> {
        self.screen.lock().expect("no panic").clone()
    }

    #[track_caller]
    fn wait_for(&self, what: &str, found: impl Fn(&[u8]) -> bool) -> Vec<u8> {
        let start = Instant::now();
        while !found(&self.seen()) {
            assert!(start.elapsed() < PATIENCE, "no {what} in {}", self.seen().escape_ascii());
            thread::sleep(Duration::from_millis(5));
        }
        self.seen()
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The clipboard contents that a terminal would accept: the text of each complete OSC 52 at the top level.
fn clipboards(screen: &[u8]) -> Vec<String> {
    let screen = String::from_utf8_lossy(screen);
    let texts = screen.split("\u{1b}]52;").skip(1).filter_map(|rest| {
        let (_, rest) = rest.split_once(';')?;
        let text = rest.split(['\u{7}', '\u{1b}']).next()?;
        Some(String::from_utf8(STANDARD.decode(text).ok()?).expect("a snippet is UTF-8"))
    });
    texts.filter(|text| !text.is_empty()).collect()
}

fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("temporary folder");
    let log = request("func=a") + &request("func=b&name=it%20is");
    fs::write(folder.path().join("core.log"), log).expect("log");
    let path = folder.path().to_owned();
    (folder, path)
}

fn program(options: &str) -> String {
    format!("{PROGRAM} --copy -t mgrctl {options} core.log")
}

#[test]
fn the_last_snippet_goes_to_the_terminal_wherever_the_output_goes() {
    let (_kept, folder) = folder();
    // With comments, which must not be copied.
    let command = program("--comments always") + " > out 2> err";
    let mut window = Window::open(&folder, &["/bin/sh", "-c", &command], &[]);
    assert!(window.child.wait().expect("status").success());
    let screen = window.wait_for("OSC 52", |screen| screen.ends_with(b"\x07"));
    assert_eq!(clipboards(&screen), [CALL]);
    assert!(screen.starts_with(b"\x1b]52;c;") && !screen[1..].contains(&0x1b), "nothing else");
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect(name);
    assert_eq!(read("err"), format!("{SENT}\n"));
    assert!(read("out").ends_with(&format!("{CALL}\n")) && !read("out").contains('\u{1b}'));
}

#[test]
fn of_several_targets_the_last_one_is_copied_and_quiet_says_nothing() {
    let (_kept, folder) = folder();
    let mut window = Window::open(&folder, &["/bin/sh", "-c", &(program("-q -n 1 -t url") + " > out")], &[]);
    assert!(window.child.wait().expect("status").success());
    let screen = window.wait_for("OSC 52", |screen| screen.ends_with(b"\x07"));
    assert_eq!(clipboards(&screen), ["https://localhost:1500/core?func=b&name=it%20is&out=json"]);
    assert!(screen.starts_with(b"\x1b]52;c;"));
}

#[test]
fn while_following_each_snippet_is_copied() {
    let (_kept, folder) = folder();
    let window = Window::open(&folder, &["/bin/sh", "-c", &program("-f -n 1")], &[]);
    window.wait_for("following", |screen| String::from_utf8_lossy(screen).contains("Ctrl-C stops"));
    for function in ["c", "d"] {
        let mut log = fs::OpenOptions::new().append(true).open(folder.join("core.log")).expect("log");
        log.write_all(request(&format!("func={function}")).as_bytes()).expect("append");
        window.wait_for(function, |screen| {
            clipboards(screen).last().is_some_and(|call| call.ends_with(&format!(" {function}")))
        });
    }
    let screen = window.seen();
    assert_eq!(clipboards(&screen).len(), 3);
    assert_eq!(String::from_utf8_lossy(&screen).matches(SENT).count(), 1, "said once");
}

/// Runs the program in tmux with these settings, in a window of its own.
fn in_tmux(settings: &str) -> Option<(tempfile::TempDir, Window, Vec<u8>)> {
    if !has_tool("tmux") {
        return None;
    }
    let (kept, folder) = folder();
    fs::write(folder.join("conf"), settings).expect("settings");
    let script = format!("sleep 0.3; {}; touch done; sleep 60", program(""));
    let window = Window::open(&folder, &["tmux", "-S", "socket", "-f", "conf", "new-session", &script], &[]);
    let start = Instant::now();
    while !folder.join("done").exists() {
        assert!(start.elapsed() < PATIENCE, "{}", window.seen().escape_ascii());
        thread::sleep(Duration::from_millis(10));
    }
    let tmux = |words: &[&str]| Command::new("tmux").args(["-S", "socket"]).args(words).current_dir(&folder).output();
    thread::sleep(Duration::from_millis(300));
    let buffer = tmux(&["show-buffer"]).expect("tmux").stdout;
    window.wait_for("message", |screen| String::from_utf8_lossy(screen).contains("clipboard"));
    tmux(&["kill-server"]).expect("tmux");
    Some((kept, window, buffer))
}

#[test]
fn tmux_takes_it_when_its_clipboard_is_on() {
    let settings = "set -g set-clipboard on\nset -g allow-passthrough off\n";
    let Some((_kept, window, buffer)) = in_tmux(settings) else { return };
    assert_eq!(String::from_utf8_lossy(&buffer), CALL);
    assert_eq!(clipboards(&window.seen()), [CALL], "and hands it on to the terminal around it");
}

#[test]
fn tmux_lets_it_through_when_that_is_allowed() {
    let settings = "set -g set-clipboard off\nset -g allow-passthrough on\n";
    let Some((_kept, window, buffer)) = in_tmux(settings) else { return };
    assert_eq!(buffer, b"");
    assert_eq!(clipboards(&window.seen()), [CALL]);
}

#[test]
fn screen_lets_it_through_in_pieces() {
    if !has_tool("screen") {
        return;
    }
    for len in [10, 2_000, 20_000] {
        let (_kept, folder) = folder();
        let name = "x".repeat(len);
        fs::write(folder.join("core.log"), request(&format!("func=b&name={name}"))).expect("log");
        fs::write(folder.join("conf"), "startup_message off\n").expect("settings");
        let script = program("") + " > out; sleep 60";
        fs::set_permissions(&folder, std::os::unix::fs::PermissionsExt::from_mode(0o700)).expect("ours");
        let window = Window::open(&folder, &["screen", "-c", "conf", "/bin/sh", "-c", &script], &[]);
        let expected = format!("/usr/local/mgr5/sbin/mgrctl -m core b name={name}");
        let screen = window.wait_for("OSC 52", |screen| clipboards(screen).contains(&expected));
        let shown = anstream::adapter::strip_str(&String::from_utf8_lossy(&screen)).to_string();
        assert!(!shown.contains("xxx") && !shown.contains("eHh4eHh4"), "screen prints what it cannot hold: {shown:?}");
    }
}

#[test]
fn where_there_is_no_terminal_it_says_so_and_prints_as_ever() {
    // A session of its own has no terminal, wherever the tests run.
    if !has_tool("setsid") {
        return;
    }
    let run = mgr2api([""; 0]).file("core.log", request("func=a"));
    let mut command = Command::new("setsid");
    command.args(["-w", PROGRAM, "--copy", "-t", "mgrctl", "core.log"]).env_clear().current_dir(run.folder.path());
    let ended = Ended::from(command.stdin(Stdio::null()).output().expect("setsid")).status(0);
    ended
        .out("/usr/local/mgr5/sbin/mgrctl -m core a\n")
        .err_has(&["not sent to the clipboard", "does not run in a terminal"]);
}

#[test]
fn what_a_terminal_would_cut_or_print_is_not_sent() {
    let (_kept, folder) = folder();
    fs::write(folder.join("core.log"), request(&format!("func=b&name={}", "x".repeat(75_000)))).expect("log");
    for (term, reason) in [("xterm", "too many for a terminal's clipboard"), ("linux", "has no clipboard")] {
        let mut window = Window::open(&folder, &["/bin/sh", "-c", &(program("") + " > out 2> err")], &[("TERM", term)]);
        assert!(window.child.wait().expect("status").success());
        assert_eq!(window.seen(), b"", "{term}");
        let told = fs::read_to_string(folder.join("err")).expect("err");
        assert!(told.contains(reason) && told.lines().count() == 1, "{told}");
    }
}
