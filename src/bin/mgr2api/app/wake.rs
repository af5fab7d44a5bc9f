//! Wakes the thread that waits, and tells it to stop.
//!
//! In: calls from the threads of signals and of the system's events. Out: the end of a wait, sooner than by the clock.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// What one thread waits for and others call.
#[derive(Debug, Default)]
pub(crate) struct Wake {
    called: Mutex<bool>,
    calls: Condvar,
    /// Read between two blocks of a log.
    stopped: AtomicBool,
}

impl Wake {
    /// Ends the wait, or the next one if there is none now.
    pub(crate) fn call(&self) {
        *self.called.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.calls.notify_one();
    }

    /// Asks to stop; false if that was asked before.
    pub(crate) fn stop(&self) -> bool {
        let is_first = !self.stopped.swap(true, Ordering::SeqCst);
        self.call();
        is_first
    }

    /// Whether it is time to stop.
    pub(crate) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::SeqCst)
    }

    /// Waits for a call, or for the end of this time.
    pub(crate) fn wait(&self, time: Duration) {
        let called = self.called.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.calls.wait_timeout_while(called, time, |called| !*called);
        *waited.unwrap_or_else(PoisonError::into_inner).0 = false;
    }
}
