//! Wakes a follower when something happens in its folders, and when it is time to stop.
//!
//! In: folders, events of the file system, signals. Out: a reason to look, never what happened. Folders are watched and
//! not files, because a watch on a file goes blind when the file is renamed. Events get lost (a full queue, a file
//! system without them, no watches left), so waiting always ends after [`TICK`] as well. The thread that waits is the
//! one that reads: handing each event from thread to thread took longer than all the rest.

use super::follow::Identity;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::OwnedFd;
use std::fs;
use std::io::{self, PipeReader, PipeWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// How long a change can go unnoticed when no event tells of it.
pub const TICK: Duration = Duration::from_millis(250);

/// Waits for something to look at.
#[derive(Debug)]
pub struct Watch {
    /// `None` where the system has no events to give.
    events: Option<OwnedFd>,
    watched: Vec<(PathBuf, Identity, i32)>,
    /// Gets readable with the first request to stop.
    asked: PipeReader,
    stop: Stop,
    fault_told: bool,
}

/// Ends the waiting from another thread.
#[derive(Debug, Clone)]
pub struct Stop {
    asked: Arc<AtomicBool>,
    wake: Arc<PipeWriter>,
}

impl Stop {
    /// Asks to stop; false if that was asked before.
    pub fn ask(&self) -> bool {
        let first = !self.asked.swap(true, Ordering::SeqCst);
        if first {
            // Never full. If it fails, the clock wakes.
            let _ = (&*self.wake).write_all(b"!");
        }
        first
    }

    /// Whether it is time to stop.
    pub fn is_asked(&self) -> bool {
        self.asked.load(Ordering::SeqCst)
    }
}

impl Watch {
    /// Waits for the clock and for [`Stop`] only.
    ///
    /// # Errors
    /// There are no more files to open.
    pub fn new() -> io::Result<Self> {
        let (asked, wake) = io::pipe()?;
        let stop = Stop { asked: Arc::default(), wake: Arc::new(wake) };
        Ok(Self { events: None, watched: Vec::new(), asked, stop, fault_told: false })
    }

    /// Asks the system for events, or says why there will be none.
    pub fn ask_for_events(&mut self) -> Option<String> {
        match system::open() {
            Ok(events) => {
                self.events = Some(events);
                None
            }
            Err(error) => Some(error.to_string()),
        }
    }

    /// A handle for signals.
    pub fn stop(&self) -> Stop {
        self.stop.clone()
    }

    /// Watches these folders and no others. One that was made anew is watched anew; one that does not exist is tried
    /// again at the next call. True if there is a new one, in which something may have happened before. Says once if
    /// the system has no watches left.
    pub fn cover(&mut self, folders: &[PathBuf]) -> (bool, Option<String>) {
        let Some(events) = &self.events else { return (false, None) };
        let (mut fault, mut is_new) = (None, false);
        let now: Vec<(PathBuf, Identity)> =
            folders.iter().filter_map(|folder| Some((folder.clone(), identity(folder)?))).collect();
        // Folders before watches: two names of one folder share a watch.
        self.watched.retain(|(folder, identity, watch)| {
            let keep = now.iter().any(|(name, now)| name == folder && now == identity);
            if !keep && now.iter().all(|(_, now)| now != identity) {
                system::remove(events, *watch);
            }
            keep
        });
        for (folder, identity) in now {
            if self.watched.iter().any(|(name, known, _)| *name == folder && *known == identity) {
                continue;
            }
            match system::add(events, &folder) {
                Ok(watch) => {
                    is_new = true;
                    self.watched.push((folder, identity, watch));
                }
                Err(error) => fault = Some(error.to_string()),
            }
        }
        (is_new, fault.filter(|_| !std::mem::replace(&mut self.fault_told, true)))
    }

    /// Waits for an event, a request to stop or the end of this time.
    pub fn wait(&self, time: Duration) {
        let time = Timespec { tv_sec: time.as_secs().cast_signed(), tv_nsec: time.subsec_nanos().into() };
        let mut files = vec![PollFd::new(&self.asked, PollFlags::IN)];
        files.extend(self.events.as_ref().map(|events| PollFd::new(events, PollFlags::IN)));
        // A signal that interrupts is as good as an event.
        let _ = poll(&mut files, Some(&time));
        if let Some(events) = &self.events {
            system::forget(events);
        }
    }
}

fn identity(folder: &Path) -> Option<Identity> {
    fs::metadata(folder).ok().map(|about| Identity::of(&about))
}

#[cfg(target_os = "linux")]
mod system {
    //! inotify.

    use rustix::fd::OwnedFd;
    use rustix::fs::inotify::{self, CreateFlags, WatchFlags};
    use rustix::io;
    use std::path::Path;

    pub(super) fn open() -> io::Result<OwnedFd> {
        inotify::init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK)
    }

    /// All but access: reading causes it, and would wake the reader for ever.
    pub(super) fn add(events: &OwnedFd, folder: &Path) -> io::Result<i32> {
        let changes = WatchFlags::MODIFY | WatchFlags::ATTRIB | WatchFlags::CREATE | WatchFlags::DELETE;
        let moves = WatchFlags::MOVE | WatchFlags::MOVE_SELF | WatchFlags::DELETE_SELF;
        inotify::add_watch(events, folder, changes | moves | WatchFlags::ONLYDIR)
    }

    pub(super) fn remove(events: &OwnedFd, watch: i32) {
        // A folder that is gone took its watch with it.
        let _ = inotify::remove_watch(events, watch);
    }

    /// Empties the queue. What does not fit wakes again.
    pub(super) fn forget(events: &OwnedFd) {
        let _ = io::read(events, &mut [0; 16 * 1024]);
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    //! No events here: the panels run on Linux, and elsewhere the clock does.

    use rustix::fd::OwnedFd;
    use rustix::io::{self, Errno};
    use std::path::Path;

    pub(super) fn open() -> io::Result<OwnedFd> {
        Err(Errno::NOSYS)
    }

    pub(super) fn add(_: &OwnedFd, _: &Path) -> io::Result<i32> {
        Err(Errno::NOSYS)
    }

    pub(super) fn remove(_: &OwnedFd, _: i32) {}

    pub(super) fn forget(_: &OwnedFd) {}
}
