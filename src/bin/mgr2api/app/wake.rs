//! Wakes a waiting thread, or makes it stop.
//!
//! In: calls from the threads of signals and events. Out: the end of a wait, before its timeout.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// One thread waits on it, others call it.
#[derive(Debug, Default)]
pub(crate) struct Wake {
    called: Mutex<bool>,
    calls: Condvar,
    /// Checked between two blocks of a log.
    stopped: AtomicBool,
}

impl Wake {
    /// Ends the current wait, or the next one if no thread waits now.
    pub(crate) fn call(&self) {
        *self.called.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.calls.notify_one();
    }

    /// Requests a stop; false if it was requested before.
    pub(crate) fn stop(&self) -> bool {
        let is_first = !self.stopped.swap(true, Ordering::SeqCst);
        self.call();
        is_first
    }

    /// Whether a stop was requested.
    pub(crate) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::SeqCst)
    }

    /// Waits for a call, at most this long.
    pub(crate) fn wait(&self, time: Duration) {
        let called = self.called.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.calls.wait_timeout_while(called, time, |called| !*called);
        *waited.unwrap_or_else(PoisonError::into_inner).0 = false;
    }
}
