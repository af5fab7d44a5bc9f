//! The terminal itself: `/dev/tty`, so that standard output stays free for what is picked.
//!
//! Beside `output`, which has the streams, this is the one place that writes to the terminal, and only while the picker
//! is open: cells that `draw` filled, and what `clipboard` made. Whatever ends the program or takes the terminal from it
//! puts the terminal back as it was: quitting, an error, a signal, a panic.

use crate::app::failure::NoTerminal;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode, size};
use crossterm::{cursor, execute, style};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the terminal is ours; also for threads that die.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// Whether what is typed is for the picker.
pub(super) fn is_ours() -> bool {
    ENTERED.load(Ordering::SeqCst)
}

/// The open picker's terminal. Dropping it puts the terminal back.
pub(crate) struct Screen {
    terminal: Terminal<CrosstermBackend<BufWriter<File>>>,
}

/// Opens the terminal for writing.
pub(crate) fn open() -> Result<File, NoTerminal> {
    if std::env::var_os("TERM").is_some_and(|term| term == "dumb") {
        return Err(NoTerminal::Dumb);
    }
    File::options().read(true).write(true).open("/dev/tty").map_err(NoTerminal::Absent)
}

impl Screen {
    /// Takes the terminal.
    pub(crate) fn enter(tty: File) -> Result<Self, NoTerminal> {
        restore_at_panic();
        // The theme decides about colour, and every other attribute stays.
        style::force_color_output(true);
        let mut screen = Self { terminal: Terminal::new(CrosstermBackend::new(BufWriter::new(tty)))? };
        screen.resume()?;
        Ok(screen)
    }

    /// Takes the terminal again, whatever was done to it meanwhile; the next frame is drawn in full.
    pub(crate) fn resume(&mut self) -> io::Result<()> {
        // First, because it is this call that makes the system stop a program in the background.
        disable_raw_mode()?;
        enable_raw_mode()?;
        ENTERED.store(true, Ordering::SeqCst);
        let out = self.terminal.backend_mut();
        execute!(out, EnterAlternateScreen, EnableMouseCapture, EnableBracketedPaste, cursor::Hide)?;
        // ratatui's own `clear` asks the terminal for the cursor, on standard output.
        let (width, height) = size()?;
        self.terminal.resize(Rect { x: 0, y: 0, width, height })
    }

    /// Gives the terminal back for a while.
    pub(crate) fn leave(&mut self) {
        restore(self.terminal.backend_mut());
    }

    /// Columns and lines.
    pub(crate) fn size() -> io::Result<(u16, u16)> {
        size()
    }

    /// Draws a frame: what is not as before.
    pub(crate) fn draw(&mut self, draw: impl FnOnce(&mut Buffer) -> Option<Position>) -> io::Result<()> {
        self.terminal.draw(|frame| {
            if let Some(cursor) = draw(frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        })?;
        Ok(())
    }

    /// Hands the terminal a sequence that shows nothing.
    pub(crate) fn send(&mut self, sequence: &[u8]) -> io::Result<()> {
        let out = self.terminal.backend_mut();
        out.write_all(sequence)?;
        Write::flush(out)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.leave();
    }
}

/// Puts the terminal back, once. Where that fails there is no terminal any more.
fn restore(out: &mut impl Write) {
    if ENTERED.swap(false, Ordering::SeqCst) {
        let _ = execute!(out, DisableBracketedPaste, DisableMouseCapture, LeaveAlternateScreen, cursor::Show);
        let _ = disable_raw_mode();
    }
}

/// Puts the terminal back from any thread, for a program that ends at once.
pub(crate) fn restore_now() {
    if let Ok(mut tty) = File::options().write(true).open("/dev/tty") {
        restore(&mut tty);
    }
}

/// A panic is told on a terminal that can show it, and ends the program whichever thread it was.
fn restore_at_panic() {
    let tell = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        restore_now();
        tell(info);
        std::process::exit(101);
    }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use portable_pty::{CommandBuilder, PtySize, native_pty_system};
    use std::io::Read;
    use std::thread;
    use std::time::Duration;

    /// Not a test: what the test below runs on a terminal of its own.
    #[test]
    #[ignore = "needs a terminal"]
    fn panic_on_a_thread() {
        let _screen = Screen::enter(open().expect("a terminal")).expect("a terminal");
        let _ = thread::spawn(|| panic!("as it may happen")).join();
        unreachable!("a panic ends the program");
    }

    #[test]
    #[ignore = "needs a terminal"]
    fn panic_while_drawing() {
        let mut screen = Screen::enter(open().expect("a terminal")).expect("a terminal");
        let _ = screen.draw(|_| panic!("as it may happen"));
    }

    #[test]
    #[ignore = "needs a terminal"]
    fn fail_while_drawing() {
        let fail = || -> Result<(), NoTerminal> {
            let _screen = Screen::enter(open()?)?;
            Err(io::Error::other("as it may happen").into())
        };
        fail().expect("drawing");
    }

    #[test]
    fn the_terminal_is_put_back_whatever_happens() {
        for accident in ["panic_on_a_thread", "panic_while_drawing", "fail_while_drawing"] {
            let pty = native_pty_system().openpty(PtySize::default()).expect("pty");
            let program = std::env::current_exe().expect("this program").display().to_string();
            let run = format!("stty -g; {program} --ignored --nocapture pick::terminal::tests::{accident}; stty -g");
            let mut command = CommandBuilder::new("/bin/sh");
            command.args(["-c", &run]);
            command.env("TERM", "xterm-256color");
            let mut child = pty.slave.spawn_command(command).expect("sh");
            drop(pty.slave);
            let mut reader = pty.master.try_clone_reader().expect("reader");
            let (send, receive) = std::sync::mpsc::channel();
            thread::spawn(move || {
                let mut text = Vec::new();
                // The last read of a terminal whose program has gone is an error on Linux.
                let _ = reader.read_to_end(&mut text);
                send.send(text)
            });
            let text = receive.recv_timeout(Duration::from_mins(1)).expect("it ends");
            child.wait().expect("it ends");
            let text = String::from_utf8(text).expect("UTF-8");
            let (open, back) = text.split_once("\x1b[?1049h").expect("the other screen was taken");
            let (_, after) = back.split_once("\x1b[?1049l").expect("the other screen was left");
            assert!(back.contains("\x1b[?1000l") && after.contains("\x1b[?25h"), "{accident}: {text:?}");
            assert!(after.contains("as it may happen"), "{accident}: it is told where it can be read: {text:?}");
            let modes = |text: &str| text.lines().filter(|line| line.contains(":1:0:")).map(str::to_owned).next_back();
            let modes = [modes(open), modes(after)];
            assert!(modes[0].is_some() && modes[0] == modes[1], "{accident}: {text:?}");
        }
    }
}
