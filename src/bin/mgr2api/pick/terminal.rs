//! The terminal, wherever the streams go, so that standard output stays free for the picked calls.
//!
//! Apart from `output`, which owns the streams, only this module writes to the terminal, and only while the picker is
//! open: the cells that `draw` filled and the sequence of `clipboard`. The terminal is restored however the program
//! ends or loses it: quitting, an error, a signal, a panic.

use crate::app::failure::NoTerminal;
use crate::sys::files::{self, Drawable};
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode, size};
use crossterm::{cursor, execute, style};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::io::{self, BufWriter, Write};
use std::mem::ManuallyDrop;
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the picker has the terminal; static for panics on other threads.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// Whether keys are for the picker.
pub(super) fn is_ours() -> bool {
    ENTERED.load(Ordering::SeqCst)
}

/// The terminal of the open picker. Dropping it restores the terminal.
pub(crate) struct Screen {
    /// Never dropped: dropping shows the cursor, which [`restore`] has done, and panics if the terminal is gone.
    terminal: ManuallyDrop<Terminal<CrosstermBackend<BufWriter<Drawable>>>>,
}

/// Opens the terminal for writing.
pub(crate) fn open() -> Result<Drawable, NoTerminal> {
    if std::env::var_os("TERM").is_some_and(|term| term == "dumb") {
        return Err(NoTerminal::Dumb);
    }
    files::drawable().map_err(NoTerminal::Absent)
}

impl Screen {
    /// Takes the terminal.
    pub(crate) fn enter(tty: Drawable) -> Result<Self, NoTerminal> {
        restore_at_panic();
        // Always write attributes: the theme decides about colour, and bold, dim and reversed are needed without it
        // too.
        style::force_color_output(true);
        let mut screen =
            Self { terminal: ManuallyDrop::new(Terminal::new(CrosstermBackend::new(BufWriter::new(tty)))?) };
        screen.resume()?;
        Ok(screen)
    }

    /// Takes the terminal again, whatever happened to it meanwhile; the next frame is drawn in full.
    pub(crate) fn resume(&mut self) -> io::Result<()> {
        // First, because this call makes the system stop a program in the background.
        disable_raw_mode()?;
        enable_raw_mode()?;
        ENTERED.store(true, Ordering::SeqCst);
        let out = self.terminal.backend_mut();
        execute!(out, EnterAlternateScreen, EnableMouseCapture, EnableBracketedPaste, cursor::Hide)?;
        // Not ratatui's `clear`: it queries the cursor position, through standard output.
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

    /// Draws a frame: writes only the cells that changed.
    pub(crate) fn draw(&mut self, draw: impl FnOnce(&mut Buffer) -> Option<Position>) -> io::Result<()> {
        self.terminal.draw(|frame| {
            if let Some(cursor) = draw(frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        })?;
        Ok(())
    }

    /// Sends an escape sequence that leaves the screen unchanged.
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

/// Restores the terminal once. Errors mean that the terminal is gone.
fn restore(out: &mut impl Write) {
    if ENTERED.swap(false, Ordering::SeqCst) {
        let _ = execute!(out, DisableBracketedPaste, DisableMouseCapture, LeaveAlternateScreen, cursor::Show);
        let _ = disable_raw_mode();
    }
}

/// Restores the terminal from any thread, before the program exits at once.
pub(crate) fn restore_now() {
    if let Ok(mut tty) = files::drawable() {
        restore(&mut tty);
    }
}

/// Reports a panic after the terminal is restored, and exits on a panic of any thread.
fn restore_at_panic() {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        restore_now();
        report(info);
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

    /// Not a test: the test below runs it on a terminal of its own.
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
                // On Linux the last read fails once the program on the terminal has ended.
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
