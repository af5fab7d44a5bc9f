//! Watches the folders of logs for events of the file system.
//!
//! In: folders. Out: events, on a thread of the watcher, and whether all folders are watched. Watches are on
//! folders, not files, because a watch on a file is lost when the file is renamed.
//!
//! The watcher processes requests on the thread that delivers events. So never call this module from that thread, nor
//! while holding a lock that it waits for: that deadlocks.

use mgr2api::internal::Identity;
use notify::event::{EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The kind of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hint {
    /// A file in a folder was written to.
    Written,
    /// Files or folders may have appeared, disappeared or been renamed, or events were lost.
    Changed,
}

/// The watched folders.
pub(crate) struct Folders {
    /// `None` if the system provides no events.
    watcher: Option<RecommendedWatcher>,
    covered: Covered,
    fault_reported: bool,
}

/// The watched folders, shared with the event thread, which marks the lost ones.
#[derive(Clone, Default)]
struct Covered(Arc<Mutex<Vec<Folder>>>);

struct Folder {
    path: PathBuf,
    identity: Identity,
    /// The watcher may have dropped its watch.
    is_lost: bool,
}

impl Folders {
    /// Starts to receive events; the second value is the error if that fails.
    pub(crate) fn new(mut report: impl FnMut(Hint) + Send + 'static) -> (Self, Option<String>) {
        let covered = Covered::default();
        let known = covered.clone();
        let handler = move |event: notify::Result<Event>| {
            let Some(hint) = hint(&event) else { return };
            if let (Hint::Changed, Ok(event)) = (hint, event) {
                known.lose(&event.paths);
            }
            report(hint);
        };
        let (watcher, fault) = match notify::recommended_watcher(handler) {
            Ok(watcher) => (Some(watcher), None),
            Err(error) => (None, Some(error.to_string())),
        };
        (Self { watcher, covered, fault_reported: false }, fault)
    }

    /// Watches exactly these folders. A recreated folder is watched again; a missing one is tried again at the next
    /// call. True if a folder was added: something may have changed in it before the watch. Returns an error once if
    /// the system has no watches left.
    pub(crate) fn cover(&mut self, folders: &[PathBuf]) -> (bool, Option<String>) {
        let Some(watcher) = &mut self.watcher else { return (false, None) };
        let (mut fault, mut is_new) = (None, false);
        let wanted = distinct(folders);
        let (gone, new) = self.covered.compare(&wanted);
        for path in gone {
            // This fails if the folder is gone, because its watch went with it.
            let _ = watcher.unwatch(&path);
        }
        for (path, identity) in new {
            match watcher.watch(&path, RecursiveMode::NonRecursive) {
                Ok(()) => {
                    is_new = true;
                    self.covered.lock().push(Folder { path, identity, is_lost: false });
                }
                Err(error) if matches!(error.kind, notify::ErrorKind::PathNotFound) => {}
                Err(error) => fault = Some(error.to_string()),
            }
        }
        (is_new, fault.filter(|_| !std::mem::replace(&mut self.fault_reported, true)))
    }
}

impl Covered {
    fn lock(&self) -> MutexGuard<'_, Vec<Folder>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Removes the unwanted and the lost folders; returns these, and the folders to add.
    fn compare(&self, wanted: &[(PathBuf, Identity)]) -> (Vec<PathBuf>, Vec<(PathBuf, Identity)>) {
        let mut covered = self.lock();
        let is = |folder: &Folder, (path, identity): &(PathBuf, Identity)| {
            folder.path == *path && folder.identity == *identity && !folder.is_lost
        };
        let gone = covered.extract_if(.., |folder| !wanted.iter().any(|wanted| is(folder, wanted)));
        let gone = gone.map(|folder| folder.path).collect();
        let new = wanted.iter().filter(|wanted| !covered.iter().any(|folder| is(folder, wanted)));
        (gone, new.cloned().collect())
    }

    /// Marks folders that were renamed or deleted: the watcher drops their watches. Each must be watched again when it
    /// reappears, even as the same folder.
    fn lose(&self, paths: &[PathBuf]) {
        self.lock().iter_mut().filter(|folder| paths.contains(&folder.path)).for_each(|folder| folder.is_lost = true);
    }
}

/// The existing folders, each under one absolute name: two names of one folder would share a watch and lose it
/// together.
fn distinct(folders: &[PathBuf]) -> Vec<(PathBuf, Identity)> {
    let mut distinct: Vec<(PathBuf, Identity)> = Vec::new();
    for folder in folders {
        let Ok(about) = fs::metadata(folder) else { continue };
        let identity = Identity::at(folder, &about);
        if distinct.iter().all(|(_, other)| *other != identity) {
            distinct.push((std::path::absolute(folder).unwrap_or_else(|_| folder.clone()), identity));
        }
    }
    distinct
}

/// The kind of an event; `None` for reads: the program's own reads would wake it endlessly.
fn hint(event: &notify::Result<Event>) -> Option<Hint> {
    match event.as_ref().map(|event| event.kind) {
        // Closing a file after writing: each write already had its own event.
        Ok(EventKind::Access(_)) => None,
        Ok(EventKind::Modify(ModifyKind::Any | ModifyKind::Data(_))) => Some(Hint::Written),
        _ => Some(Hint::Changed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::{Receiver, channel};
    use std::time::Duration;

    /// Far longer than any step takes; only a hang reaches it.
    const DEADLINE: Duration = Duration::from_secs(30);

    #[track_caller]
    fn await_hint(hints: &Receiver<Hint>, wanted: Hint) {
        while hints.recv_timeout(DEADLINE).expect("an event") != wanted {}
    }

    #[test]
    fn a_folder_is_watched_again_whatever_became_of_it() {
        let home = tempfile::tempdir().expect("temporary folder");
        let (folder, away) = (home.path().join("var"), home.path().join("away"));
        fs::create_dir(&folder).expect("folder");
        let (send, hints) = channel();
        let (mut folders, fault) = Folders::new(move |hint| send.send(hint).unwrap_or_default());
        assert_eq!(fault, None);
        // Watch the parent too, so that the watcher reports the folder in two ways.
        let wanted = [folder.clone(), home.path().to_owned()];
        let accidents: [&dyn Fn(); 4] = [
            &|| {},
            &|| {
                fs::rename(&folder, &away).and_then(|()| fs::rename(&away, &folder)).expect("there and back");
            },
            &|| {
                fs::remove_dir_all(&folder).and_then(|()| fs::create_dir(&folder)).expect("made anew");
            },
            &|| {
                fs::rename(&folder, &away).and_then(|()| fs::create_dir(&folder)).expect("another in its place");
            },
        ];
        for (number, accident) in accidents.iter().enumerate() {
            accident();
            if number > 0 {
                await_hint(&hints, Hint::Changed);
            }
            // One accident may cause several events; drain them.
            while hints.recv_timeout(Duration::from_millis(100)).is_ok() {}
            assert_eq!(folders.cover(&wanted), (true, None), "accident {number}: it must be watched anew");
            assert_eq!(folders.cover(&wanted), (false, None), "accident {number}: nothing is new");
            fs::write(folder.join(number.to_string()), "text").expect("file");
            await_hint(&hints, Hint::Written);
        }
    }

    #[test]
    fn reading_wakes_nobody() {
        let home = tempfile::tempdir().expect("temporary folder");
        let file = home.path().join("file");
        fs::write(&file, "text").expect("file");
        let (send, hints) = channel();
        let (mut folders, _) = Folders::new(move |hint| send.send(hint).unwrap_or_default());
        folders.cover(&[home.path().to_owned()]);
        fs::read(&file).expect("file");
        fs::read_dir(home.path()).expect("folder").for_each(drop);
        fs::write(&file, "more").expect("file");
        assert_eq!(hints.recv_timeout(DEADLINE), Ok(Hint::Written), "the first event is that of the write");
    }
}
