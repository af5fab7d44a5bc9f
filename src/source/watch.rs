//! Wakes a follower when something happens in its folders, and when it is time to stop.
//!
//! In: folders, events of the file system, signals. Out: a reason to look, never what happened. Folders are watched and
//! not files, because a watch on a file goes blind when the file is renamed. Events get lost (a full queue, a file
//! system without them, no watches left), so waiting always ends after [`TICK`] as well.

use super::follow::Identity;
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::Duration;

/// How long a change can go unnoticed when no event tells of it.
pub const TICK: Duration = Duration::from_millis(250);

/// Waits for something to look at.
#[derive(Debug)]
pub struct Watch {
    /// `None` where the system has no watches to give.
    watcher: Option<RecommendedWatcher>,
    watched: Vec<(PathBuf, Identity)>,
    wakes: Receiver<()>,
    stop: Stop,
    fault_told: bool,
}

/// Ends the waiting from another thread.
#[derive(Debug, Clone)]
pub struct Stop {
    asked: Arc<AtomicBool>,
    wake: SyncSender<()>,
}

impl Stop {
    /// Asks to stop; false if that was asked before.
    pub fn ask(&self) -> bool {
        let first = !self.asked.swap(true, Ordering::SeqCst);
        // A full channel wakes as well.
        let _ = self.wake.try_send(());
        first
    }

    /// Whether it is time to stop.
    pub fn is_asked(&self) -> bool {
        self.asked.load(Ordering::SeqCst)
    }
}

impl Default for Watch {
    fn default() -> Self {
        Self::new()
    }
}

impl Watch {
    /// Waits for the clock and for [`Stop`] only.
    pub fn new() -> Self {
        // One place: many events are one reason to look, and a busy folder must not fill memory.
        let (wake, wakes) = sync_channel(1);
        let stop = Stop { asked: Arc::default(), wake };
        Self { watcher: None, watched: Vec::new(), wakes, stop, fault_told: false }
    }

    /// Asks the system for events, or says why there will be none.
    pub fn ask_for_events(&mut self) -> Option<String> {
        let wake = self.stop.wake.clone();
        let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            // Reading causes access events; they would wake the reader for ever.
            if !event.is_ok_and(|event| matches!(event.kind, EventKind::Access(_))) {
                let _ = wake.try_send(());
            }
        });
        match watcher {
            Ok(watcher) => {
                self.watcher = Some(watcher);
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
    /// again at the next call. Says once if the system has no watches left.
    pub fn cover(&mut self, folders: &[PathBuf]) -> Option<String> {
        let watcher = self.watcher.as_mut()?;
        let mut fault = None;
        let now: Vec<(PathBuf, Identity)> =
            folders.iter().filter_map(|folder| Some((folder.clone(), identity(folder)?))).collect();
        self.watched.retain(|watched| {
            let keep = now.contains(watched);
            if !keep {
                let _ = watcher.unwatch(&watched.0);
            }
            keep
        });
        for folder in now {
            if self.watched.contains(&folder) {
                continue;
            }
            match watcher.watch(&folder.0, RecursiveMode::NonRecursive) {
                Ok(()) => self.watched.push(folder),
                Err(error) => fault = Some(error.to_string()),
            }
        }
        fault.filter(|_| !std::mem::replace(&mut self.fault_told, true))
    }

    /// Waits for an event, a request to stop or the end of this time.
    pub fn wait(&self, time: Duration) {
        let _ = self.wakes.recv_timeout(time);
    }
}

fn identity(folder: &Path) -> Option<Identity> {
    fs::metadata(folder).ok().map(|about| Identity::of(&about))
}
