//! A user who pastes into an interactive shell on a terminal.
//!
//! Text is written to the terminal as typed bytes, without the markers of a bracketed paste: the worst case, because
//! then every control byte acts on the line editor.

use super::shell::{Room, Shell};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// The longest time that a shell may need for one line.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// An interactive shell.
pub(crate) struct Terminal {
    shell: Shell,
    room: Room,
    keyboard: Box<dyn Write + Send>,
    screen: Arc<Mutex<Vec<u8>>>,
    child: Box<dyn Child + Send + Sync>,
    _master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    /// Opens a terminal with the shell in it and waits for its prompt. `None` if the shell is not installed.
    pub(crate) fn open(shell: Shell, environment: &[(String, String)]) -> Option<Self> {
        let program = shell.find()?;
        let room = Room::new();
        let size = PtySize { rows: 50, cols: 200, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("the system has terminals");
        let mut command = CommandBuilder::new(program);
        command.args(shell.interactive);
        command.cwd(room.dir());
        command.env_clear();
        for (name, value) in room.environment("C.UTF-8").iter().chain(environment) {
            command.env(name, value);
        }
        command.env("PS1", "ready> ");
        let child = pair.slave.spawn_command(command).expect("the shell starts");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a terminal can be read");
        let keyboard = pair.master.take_writer().expect("a terminal can be written");
        let screen = Arc::new(Mutex::new(Vec::new()));
        let shared = Arc::clone(&screen);
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                shared.lock().expect("nobody panics with it").extend_from_slice(&buffer[..count]);
            }
        });
        let mut terminal = Self { shell, room, keyboard, screen, child, _master: pair.master };
        terminal.settle();
        Some(terminal)
    }

    /// Types lines and waits until `done` returns true.
    #[track_caller]
    pub(crate) fn paste(&mut self, lines: &str, mut done: impl FnMut() -> bool) {
        // A terminal in line mode, as under dash, drops longer lines.
        assert!(lines.len() < 4000, "too long for a terminal: {}", lines.len());
        self.keyboard.write_all(lines.as_bytes()).expect("the shell lives");
        self.keyboard.flush().expect("the shell lives");
        let start = Instant::now();
        while !done() {
            let patient = start.elapsed() < PATIENCE;
            assert!(patient, "{}: this did not run: {lines}\nscreen: {}", self.shell.name, self.screen());
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// The shell's folder.
    pub(crate) fn folder(&self) -> PathBuf {
        self.room.dir()
    }

    /// Leaves the shell and fails if anything was left in its folder.
    #[track_caller]
    pub(crate) fn close(mut self) {
        self.settle();
        self.room.assert_untouched(self.shell.name);
        // Errors do not matter here: the shell may be doing anything.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Waits until the screen is not empty and stops changing.
    fn settle(&mut self) {
        let start = Instant::now();
        let mut seen = 0;
        while start.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(150));
            let now = self.screen.lock().expect("nobody panics with it").len();
            if now > 0 && now == seen {
                return;
            }
            seen = now;
        }
    }

    fn screen(&self) -> String {
        self.screen.lock().expect("nobody panics with it").escape_ascii().to_string()
    }
}
