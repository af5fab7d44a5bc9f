//! Signals on Unix.

pub(crate) use signal_hook::consts::{SIGCONT, SIGHUP, SIGQUIT, SIGTSTP};

use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use signal_hook::iterator::Signals;
use std::io;
use std::sync::Arc;
use std::thread;

/// Calls `report` for each of these signals; their default actions are disabled.
pub(crate) fn watch(signals: &[i32], mut report: impl FnMut(i32) + Send + 'static) -> io::Result<()> {
    let mut signals = Signals::new(signals)?;
    thread::spawn(move || {
        for signal in &mut signals {
            report(signal);
        }
    });
    Ok(())
}

/// Suspends the job. A shell considers it suspended only if all its programs are; this program receives the signal too.
pub(crate) fn suspend_job() -> io::Result<()> {
    Ok(kill_current_process_group(Signal::TSTP)?)
}

/// Whether no shell could continue the job: it is that of a session's first program.
pub(crate) fn is_first_job() -> bool {
    getsid(None).is_ok_and(|session| session == getpgrp())
}

/// Makes a file size limit an error of the write, which is reported, instead of a signal that kills.
pub(crate) fn outlive_limits() {
    // If this fails, the signal kills the program as usual.
    let _ = signal_hook::flag::register(Signal::XFSZ.as_raw(), Arc::default());
}
