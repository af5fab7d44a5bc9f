//! Signals, and the job that the program is part of.
//!
//! In: signals. Out: calls of a closure, on a thread of its own.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
use unix as system;
#[cfg(windows)]
use windows as system;

pub(crate) use signal_hook::consts::{SIGINT, SIGTERM};
pub(crate) use signal_hook::low_level::emulate_default_handler;
pub(crate) use system::{SIGCONT, SIGHUP, SIGQUIT, SIGTSTP, is_first_job, outlive_limits, suspend_job, watch};
