//! Standard output of any kind: writing without a buffer, its width.

pub(crate) use std::os::windows::io::AsHandle as Stream;

use std::fs::File;
use std::io::{self, IsTerminal, Write};

/// Writes as much as the system accepts at once. Never writes to a console as a file: the console would decode the
/// bytes in its own code page, not as UTF-8.
pub(crate) fn write(out: &impl Stream, text: &[u8]) -> io::Result<usize> {
    let file = file(out)?;
    if !file.is_terminal() {
        return (&file).write(text);
    }
    let mut out = io::stdout().lock();
    out.write_all(text).and_then(|()| out.flush())?;
    Ok(text.len())
}

/// The stream as a file, which shares its position.
pub(crate) fn file(out: &impl Stream) -> io::Result<File> {
    Ok(out.as_handle().try_clone_to_owned()?.into())
}

/// Whether standard output is a pipe without a reader: on Windows only a write detects that.
pub(crate) fn is_abandoned() -> bool {
    false
}

/// A pipe keeps the size that its creator gave it.
pub(crate) fn widen() {}

/// Whether a console understands escape sequences. Files and pipes get the requested sequences.
pub(crate) fn takes_escapes(is_terminal: bool) -> bool {
    !is_terminal || ratatui::crossterm::ansi_support::supports_ansi()
}

/// Columns of the terminal; 0 if there is none.
pub(crate) fn columns(_: &impl Stream) -> usize {
    ratatui::crossterm::terminal::size().map_or(0, |(columns, _)| columns.into())
}
