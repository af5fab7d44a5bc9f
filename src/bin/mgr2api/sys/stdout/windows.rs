//! Standard output, whatever it is: written to without a buffer, asked for its size.

pub(crate) use std::os::windows::io::AsHandle as Stream;

use std::fs::File;
use std::io::{self, IsTerminal, Write};

/// Writes as much as the system takes at once. A console is not written to as a file: the bytes would be read in its own
/// code page, not as UTF-8.
pub(crate) fn write(out: &impl Stream, text: &[u8]) -> io::Result<usize> {
    let file = file(out)?;
    if !file.is_terminal() {
        return (&file).write(text);
    }
    let mut out = io::stdout().lock();
    out.write_all(text).and_then(|()| out.flush())?;
    Ok(text.len())
}

/// The stream as a file, with the same place in it.
pub(crate) fn file(out: &impl Stream) -> io::Result<File> {
    Ok(out.as_handle().try_clone_to_owned()?.into())
}

/// Whether standard output is a pipe that nobody reads any more: here only writing to it tells.
pub(crate) fn is_abandoned() -> bool {
    false
}

/// A pipe keeps the size that its maker gave it.
pub(crate) fn widen() {}

/// Whether a console understands escape sequences. A file or a pipe gets the sequences that were asked for.
pub(crate) fn takes_escapes(is_terminal: bool) -> bool {
    !is_terminal || ratatui::crossterm::ansi_support::supports_ansi()
}

/// Columns of the terminal; 0 if there is none.
pub(crate) fn columns(_: &impl Stream) -> usize {
    ratatui::crossterm::terminal::size().map_or(0, |(columns, _)| columns.into())
}
