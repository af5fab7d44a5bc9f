//! Events of the file system: inotify on Linux. Elsewhere there are none: the panels run on Linux, and the clock does.
//!
//! In: folders. Out: a reason to look at them.

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::OwnedFd;
#[cfg(target_os = "linux")]
use rustix::fs::inotify::{self, CreateFlags, WatchFlags};
use rustix::io;
use std::io::PipeReader;
use std::path::Path;
use std::time::Duration;

/// A queue of events.
#[derive(Debug)]
pub(crate) struct Events(OwnedFd);

/// Waits until there is something to read from the pipe or an event, or until this time has passed.
pub(crate) fn wait(pipe: &PipeReader, events: Option<&Events>, time: Duration) {
    let time = Timespec { tv_sec: time.as_secs().cast_signed(), tv_nsec: time.subsec_nanos().into() };
    let mut files = vec![PollFd::new(pipe, PollFlags::IN)];
    files.extend(events.map(|events| PollFd::new(&events.0, PollFlags::IN)));
    // A signal that interrupts is as good as an event.
    let _ = poll(&mut files, Some(&time));
}

#[cfg(target_os = "linux")]
impl Events {
    pub(crate) fn open() -> io::Result<Self> {
        inotify::init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK).map(Self)
    }

    /// All events but access, which the reader causes itself: it would wake itself without end.
    pub(crate) fn add(&self, folder: &Path) -> io::Result<i32> {
        let changes = WatchFlags::MODIFY | WatchFlags::ATTRIB | WatchFlags::CREATE | WatchFlags::DELETE;
        let moves = WatchFlags::MOVE | WatchFlags::MOVE_SELF | WatchFlags::DELETE_SELF;
        inotify::add_watch(&self.0, folder, changes | moves | WatchFlags::ONLYDIR)
    }

    pub(crate) fn remove(&self, watch: i32) {
        // A folder that is gone took its watch with it.
        let _ = inotify::remove_watch(&self.0, watch);
    }

    /// Empties the queue. What does not fit wakes again.
    pub(crate) fn forget(&self) {
        let _ = io::read(&self.0, &mut [0; 16 * 1024]);
    }
}

#[cfg(not(target_os = "linux"))]
impl Events {
    pub(crate) fn open() -> io::Result<Self> {
        Err(io::Errno::NOSYS)
    }

    pub(crate) fn add(&self, _: &Path) -> io::Result<i32> {
        Err(io::Errno::NOSYS)
    }

    pub(crate) fn remove(&self, _: i32) {}

    pub(crate) fn forget(&self) {}
}
