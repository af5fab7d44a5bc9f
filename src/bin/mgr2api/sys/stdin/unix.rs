//! Standard input on Unix.

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use std::io;
use std::os::fd::AsFd;

/// The longest pause of a writer within a piece of work.
const SILENCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 200_000_000 };

/// Whether data or the end is available, now or after a short pause.
pub(crate) fn has_more_soon() -> bool {
    let stdin = io::stdin();
    let mut wanted = [PollFd::from_borrowed_fd(stdin.as_fd(), PollFlags::IN)];
    // If polling fails, read.
    poll(&mut wanted, Some(&SILENCE)).is_err() || !wanted[0].revents().is_empty()
}
