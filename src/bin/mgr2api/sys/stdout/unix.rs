//! Standard output of any kind: writing without a buffer, whether it is still read, its width.

pub(crate) use std::os::fd::AsFd as Stream;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use std::fs::File;
use std::io;

/// Writes as much as the system accepts at once.
pub(crate) fn write(out: &impl Stream, text: &[u8]) -> io::Result<usize> {
    Ok(rustix::io::write(out, text)?)
}

/// The stream as a file, which shares its position.
pub(crate) fn file(out: &impl Stream) -> io::Result<File> {
    Ok(out.as_fd().try_clone_to_owned()?.into())
}

/// Whether standard output is a pipe or a socket without a reader.
pub(crate) fn is_abandoned() -> bool {
    let out = io::stdout();
    let mut files = [PollFd::new(&out, PollFlags::empty())];
    poll(&mut files, Some(&Timespec { tv_sec: 0, tv_nsec: 0 }))
        .is_ok_and(|_| files[0].revents().intersects(PollFlags::ERR | PollFlags::HUP))
}

/// Enlarges a pipe on standard output to the output of a block, so that writing does not wait for the reader after
/// every 64 KB. If the system refuses, the pipe stays as it is.
pub(crate) fn widen() {
    #[cfg(target_os = "linux")]
    let _ = rustix::pipe::fcntl_setpipe_size(io::stdout(), 1 << 20);
}

/// Whether a terminal understands escape sequences: always, on Unix.
pub(crate) fn takes_escapes(_is_terminal: bool) -> bool {
    true
}

/// Columns of a terminal; 0 if it does not report them.
pub(crate) fn columns(terminal: &impl Stream) -> usize {
    rustix::termios::tcgetwinsize(terminal).map_or(0, |size| size.ws_col.into())
}
