//! Signals on Windows: Ctrl-C, and the request to end. Windows has no job control.

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

// Numbers that no signal has here: nothing sends them.
pub(crate) const SIGHUP: i32 = -1;
pub(crate) const SIGQUIT: i32 = -2;
pub(crate) const SIGTSTP: i32 = -3;
pub(crate) const SIGCONT: i32 = -4;

/// How long a signal waits to be seen. A handler may not do more here than set a flag.
const TICK: Duration = Duration::from_millis(50);

/// Tells of each of these signals; from here on they do nothing by themselves.
pub(crate) fn watch(signals: &[i32], mut hear: impl FnMut(i32) + Send + 'static) -> io::Result<()> {
    let mut watched = Vec::new();
    for &signal in signals.iter().filter(|signal| [SIGINT, SIGTERM].contains(signal)) {
        let came = Arc::new(AtomicBool::new(false));
        flag::register(signal, Arc::clone(&came))?;
        watched.push((signal, came));
    }
    thread::spawn(move || {
        loop {
            for (signal, came) in &watched {
                if came.swap(false, Ordering::SeqCst) {
                    hear(*signal);
                }
            }
            thread::sleep(TICK);
        }
    });
    Ok(())
}

/// Windows has no job control, so this does nothing.
pub(crate) fn suspend_job() -> io::Result<()> {
    Ok(())
}

/// Whether no shell is above the job that could make it go on.
pub(crate) fn is_first_job() -> bool {
    true
}

/// No signal tells of a limit on the size of files.
pub(crate) fn outlive_limits() {}
