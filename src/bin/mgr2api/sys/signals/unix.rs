//! Signals as Unix knows them.

pub(crate) use signal_hook::consts::{SIGCONT, SIGHUP, SIGQUIT, SIGTSTP};

use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use signal_hook::iterator::Signals;
use std::io;
use std::sync::Arc;
use std::thread;

/// Tells of each of these signals; from here on they do nothing by themselves.
pub(crate) fn watch(signals: &[i32], mut hear: impl FnMut(i32) + Send + 'static) -> io::Result<()> {
    let mut signals = Signals::new(signals)?;
    thread::spawn(move || {
        for signal in &mut signals {
            hear(signal);
        }
    });
    Ok(())
}

/// Suspends the job. A shell sees it suspended only if all of its programs are; this one hears of it as of any signal.
pub(crate) fn suspend_job() -> io::Result<()> {
    Ok(kill_current_process_group(Signal::TSTP)?)
}

/// Whether no shell is above the job that could make it go on: it is that of a session's first program.
pub(crate) fn is_first_job() -> bool {
    getsid(None).is_ok_and(|session| session == getpgrp())
}

/// Makes a limit on the size of files an error of the write, which is told and mended, and not a signal that kills.
pub(crate) fn outlive_limits() {
    // Where that fails, the signal kills as it does every program.
    let _ = signal_hook::flag::register(Signal::XFSZ.as_raw(), Arc::default());
}
