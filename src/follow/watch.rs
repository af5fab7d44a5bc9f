//! Wakes a follower when something happens in its folders, and when it is time to stop.
//!
//! In: folders, events of the file system, signals. Out: a reason to look, never what happened. Folders are watched and
//! not files, because a watch on a file goes blind when the file is renamed. Events get lost (a full queue, a file
//! system without them, no watches left), so waiting always ends after [`Watch::TICK`] as well. The thread that waits is the
//! one that reads: handing each event from thread to thread took longer than all the rest.

use super::Identity;
use crate::sys::events::{self, Events};
use std::fs;
use std::io::{self, PipeReader, PipeWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Waits for something to look at.
#[derive(Debug)]
pub struct Watch {
    /// `None` where the system has no events to give.
    events: Option<Events>,
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
    /// How long a change can go unnoticed when no event tells of it.
    pub const TICK: Duration = Duration::from_millis(250);

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
        match Events::open() {
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
                events.remove(*watch);
            }
            keep
        });
        for (folder, identity) in now {
            if self.watched.iter().any(|(name, known, _)| *name == folder && *known == identity) {
                continue;
            }
            match events.add(&folder) {
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
        events::wait(&self.asked, self.events.as_ref(), time);
        if let Some(events) = &self.events {
            events.forget();
        }
    }
}

fn identity(folder: &Path) -> Option<Identity> {
    fs::metadata(folder).ok().map(|about| Identity::of(&about))
}
