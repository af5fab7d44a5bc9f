//! A terminal for tests: a program's output becomes the screen that a terminal would show, and keys are typed.

use crate::support::installed;
use crate::support::program::{self, PROGRAM, Signal};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::fs;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// Far longer than any step takes; only a hang reaches it.
const DEADLINE: Duration = Duration::from_secs(40);

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).expect("a terminal has a size")
}

/// The program's output: the bytes, and the screen.
struct Seen {
    raw: Vec<u8>,
    screen: vt100::Parser,
    closed: bool,
}

/// A terminal in which one command runs.
pub(crate) struct Tty {
    pub(crate) folder: tempfile::TempDir,
    keyboard: Box<dyn Write + Send>,
    master: Option<Box<dyn MasterPty + Send>>,
    child: Box<dyn Child + Send + Sync>,
    seen: Arc<Mutex<Seen>>,
}

impl Tty {
    /// Runs a shell command, with `$mgr2api` as the program, in a folder that contains `billmgr.log`.
    pub(crate) fn open(log: impl AsRef<[u8]>, command: &str, (cols, rows): (u16, u16)) -> Self {
        let folder = tempfile::tempdir().expect("temporary folder");
        fs::write(folder.path().join("billmgr.log"), log).expect("log");
        Self::open_in(folder, &["/bin/sh", "-c", command], (cols, rows))
    }

    /// Runs a program in this folder.
    pub(crate) fn open_in(folder: tempfile::TempDir, program: &[&str], (cols, rows): (u16, u16)) -> Self {
        let pty = native_pty_system().openpty(PtySize { rows, cols, ..PtySize::default() }).expect("pty");
        let mut command = CommandBuilder::new(program[0]);
        command.args(&program[1..]);
        command.env_clear();
        command.cwd(folder.path());
        for (name, value) in
            [("TERM", "xterm-256color"), ("PATH", &installed::path()), ("PS1", "ready> "), ("LC_ALL", "C.UTF-8")]
        {
            command.env(name, value);
        }
        command.env("mgr2api", PROGRAM);
        let child = pty.slave.spawn_command(command).expect("the program starts");
        drop(pty.slave);
        let mut reader = pty.master.try_clone_reader().expect("reader");
        let seen = Seen { raw: Vec::new(), screen: vt100::Parser::new(cells(rows), cells(cols), 0), closed: false };
        let seen = Arc::new(Mutex::new(seen));
        let shared = Arc::clone(&seen);
        thread::spawn(move || {
            let mut buffer = vec![0; 64 * 1024];
            while let Ok(len @ 1..) = reader.read(&mut buffer) {
                let mut seen = shared.lock().expect("nobody panics with it");
                seen.raw.extend_from_slice(&buffer[..len]);
                seen.screen.process(&buffer[..len]);
                if seen.closed {
                    return;
                }
            }
            shared.lock().expect("nobody panics with it").closed = true;
        });
        let keyboard = pty.master.take_writer().expect("writer");
        Self { folder, keyboard, master: Some(pty.master), child, seen }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A file that the command wrote; empty if there is none.
    pub(crate) fn file(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_default()
    }

    /// Appends to the log.
    pub(crate) fn log(&self, text: &str) {
        let mut log = fs::OpenOptions::new().append(true).open(self.path("billmgr.log")).expect("log");
        log.write_all(text.as_bytes()).expect("log");
    }

    pub(crate) fn press(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).expect("the terminal is open");
        self.keyboard.flush().expect("the terminal is open");
    }

    /// The current screen.
    pub(crate) fn screen(&self) -> String {
        self.seen.lock().expect("nobody panics with it").screen.screen().contents()
    }

    /// Reads the screen with its colours.
    pub(crate) fn look<T>(&self, at: impl FnOnce(&vt100::Screen) -> T) -> T {
        at(self.seen.lock().expect("nobody panics with it").screen.screen())
    }

    /// All bytes received.
    pub(crate) fn raw(&self) -> Vec<u8> {
        self.seen.lock().expect("nobody panics with it").raw.clone()
    }

    /// Waits until the screen satisfies `done`.
    #[track_caller]
    pub(crate) fn wait(&self, what: &str, done: impl Fn(&str) -> bool) {
        let start = Instant::now();
        while !done(&self.screen()) {
            let late = start.elapsed() > DEADLINE;
            assert!(!late, "waited in vain for {what}; the screen is\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until the screen contains this text.
    #[track_caller]
    pub(crate) fn shows(&self, text: &str) {
        self.wait(text, |screen| screen.contains(text));
    }

    pub(crate) fn resize(&self, cols: u16, rows: u16) {
        self.seen.lock().expect("nobody panics with it").screen.screen_mut().set_size(cells(rows), cells(cols));
        let size = PtySize { rows, cols, ..PtySize::default() };
        self.master.as_ref().expect("open").resize(size).expect("resize");
    }

    /// Waits until the command ends; returns its exit status.
    #[track_caller]
    pub(crate) fn end(&mut self) -> u32 {
        let start = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("status") {
                break status.exit_code();
            }
            assert!(start.elapsed() < DEADLINE, "it does not end; the screen is\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        };
        while !self.seen.lock().expect("nobody panics with it").closed && start.elapsed() < DEADLINE {
            thread::sleep(Duration::from_millis(5));
        }
        status
    }

    /// Closes the window: every handle on it. The reader thread drops its own handle when the next bytes arrive, so a
    /// key is pressed.
    pub(crate) fn hang_up(&mut self) {
        self.seen.lock().expect("nobody panics with it").closed = true;
        self.press("k");
        self.keyboard = Box::new(std::io::sink());
        self.master = None;
    }

    /// The program's process id, which the command wrote to `pid`.
    #[track_caller]
    pub(crate) fn pid(&self) -> String {
        self.wait("a process", |_| self.file("pid").ends_with('\n'));
        self.file("pid").trim().to_owned()
    }

    #[track_caller]
    pub(crate) fn signal(&self, signal: Signal) {
        program::signal(self.pid().parse().expect("the number of a process"), signal);
    }

    /// Checks that the program left the terminal's modes as they were.
    #[track_caller]
    pub(crate) fn is_restored(&self) {
        let seen = self.seen.lock().expect("nobody panics with it");
        let screen = seen.screen.screen();
        assert!(!screen.alternate_screen(), "still on the other screen");
        assert!(!screen.hide_cursor(), "no cursor");
        assert!(!screen.bracketed_paste(), "pasted text is still bracketed");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    }
}
