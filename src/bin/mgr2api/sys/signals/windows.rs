//! Signals on Windows: Ctrl-C, and the request to terminate. Windows has no job control.

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

// These signals do not exist on Windows; the numbers are never sent.
pub(crate) const SIGHUP: i32 = -1;
pub(crate) const SIGQUIT: i32 = -2;
pub(crate) const SIGTSTP: i32 = -3;
pub(crate) const SIGCONT: i32 = -4;

/// The longest delay of a signal. Handlers on Windows may only set a flag.
const TICK: Duration = Duration::from_millis(50);

/// Calls `report` for each of these signals; their default actions are disabled.
pub(crate) fn watch(signals: &[i32], mut report: impl FnMut(i32) + Send + 'static) -> io::Result<()> {
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
                    report(*signal);
                }
            }
            thread::sleep(TICK);
        }
    });
    Ok(())
}

/// Windows has no job control, so this does nothing.
#[expect(clippy::unnecessary_wraps, reason = "on other systems it can fail")]
pub(crate) fn suspend_job() -> io::Result<()> {
    Ok(())
}

/// Whether no shell could continue the job.
pub(crate) fn is_first_job() -> bool {
    true
}

/// Windows has no signal for a file size limit.
pub(crate) fn outlive_limits() {}
