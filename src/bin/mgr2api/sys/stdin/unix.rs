//! Standard input on Unix.

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use std::io;
use std::os::fd::AsFd;

/// How long a stream may be silent within a piece of work of its writer.
const SILENCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 200_000_000 };

/// Whether there is something to read, or the end, or will be at once.
pub(crate) fn has_more_soon() -> bool {
    let stdin = io::stdin();
    let mut wanted = [PollFd::from_borrowed_fd(stdin.as_fd(), PollFlags::IN)];
    // What cannot be asked is read.
    poll(&mut wanted, Some(&SILENCE)).is_err() || !wanted[0].revents().is_empty()
}
