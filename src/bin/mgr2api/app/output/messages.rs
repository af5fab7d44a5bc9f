//! Messages and documents of the program: errors and notes on standard error, help and documents on standard output.
//!
//! In: text. Out: visible characters only on standard error, and the exit status for documents.

use crate::sys::files;
use anstream::ColorChoice;
use clap::builder::StyledStr;
use mgr2api::Visible;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

/// Prints a message of one or several lines on standard error.
pub(crate) fn print_error(text: &str) {
    let mut err = io::stderr().lock();
    for line in text.trim_end().lines() {
        let _ = writeln!(err, "{}", Visible(line.as_bytes()));
    }
}

/// Prints a message as one line on standard error: a line break in a name cannot start another message.
pub(crate) fn print_line(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", Visible(text.as_bytes()));
}

/// Prints clap's message: all lines on a terminal, one line for editors that show only one.
pub(crate) fn print_mistake(text: &str) {
    if io::stderr().is_terminal() {
        return print_error(text);
    }
    let lines = text.trim_start_matches("error: ").lines().map(str::trim);
    let idle = |line: &&str| line.is_empty() || line.starts_with("Usage: ") || line.starts_with("For more");
    let kept: Vec<&str> = lines.filter(|line| !idle(line)).collect();
    print_error(&format!("mgr2api: {}; --help says more", kept.join("; ").replace(":; ", ": ")));
}

/// Writes an escape sequence to the controlling terminal, wherever the streams go.
///
/// # Errors
/// The program has no terminal, or writing to it fails.
pub(crate) fn send_to_terminal(sequence: &[u8]) -> io::Result<()> {
    files::terminal()?.write_all(sequence)
}

/// Prints help or version on standard output.
pub(crate) fn print_help(text: &StyledStr) -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let plain = arguments.any(|argument| argument == "--color=never")
        || std::env::args_os().zip(std::env::args_os().skip(1)).any(|(a, b)| a == "--color" && b == "never");
    let choice = if plain { ColorChoice::Never } else { ColorChoice::Auto };
    let mut out = anstream::AutoStream::new(io::stdout(), choice);
    status(write!(out, "{}", text.ansi()).and_then(|()| out.flush()))
}

/// Prints a document of the program on standard output; returns the exit status.
pub(crate) fn print_document(text: &str) -> ExitCode {
    let mut out = io::stdout().lock();
    status(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

fn status(written: io::Result<()>) -> ExitCode {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            print_error(&format!("mgr2api: cannot write to standard output: {error}"));
            ExitCode::from(2)
        }
        _ => ExitCode::SUCCESS,
    }
}
