//! Events of the file system: none yet, the clock does.
//!
//! In: folders. Out: a reason to look at them.

use std::io::{self, ErrorKind, PipeReader};
use std::path::Path;
use std::thread;
use std::time::Duration;

/// How long a request to stop may wait.
const TICK: Duration = Duration::from_millis(25);

/// A queue of events.
#[derive(Debug)]
pub(crate) enum Events {}

/// Waits until this time has passed, or a little while.
pub(crate) fn wait(_: &PipeReader, _: Option<&Events>, time: Duration) {
    thread::sleep(time.min(TICK));
}

impl Events {
    pub(crate) fn open() -> io::Result<Self> {
        Err(ErrorKind::Unsupported.into())
    }

    pub(crate) fn add(&self, _: &Path) -> io::Result<i32> {
        match *self {}
    }

    pub(crate) fn remove(&self, _: i32) {
        match *self {}
    }

    pub(crate) fn forget(&self) {
        match *self {}
    }
}
