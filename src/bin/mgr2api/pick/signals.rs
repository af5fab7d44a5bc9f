//! Handles signals in a thread of its own.
//!
//! In: signals. Out: [`News`]. A signal takes its default action here only if the loop cannot handle it: the loop
//! has ended and the calls are being printed, or it is blocked on a terminal that accepts no output.

use super::feed::News;
use super::terminal;
use crate::sys::signals::{self, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, emulate_default_handler};
use std::io;
use std::sync::mpsc::{SyncSender, TrySendError};
use std::thread;
use std::time::Duration;

/// Number of attempts to reach a busy loop, and the pause between them.
const TRIES: usize = 100;
const APART: Duration = Duration::from_millis(10);

/// Sends signals to the loop.
pub(super) fn watch(news: SyncSender<News>) -> io::Result<()> {
    let mut ending = false;
    signals::watch(&[SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT], move |signal| {
        let ends = ![SIGTSTP, SIGCONT].contains(&signal);
        // A second signal while the first is pending: the user insists, exit now.
        let insists = ends && std::mem::replace(&mut ending, true);
        if insists || !send(&news, signal) {
            if ends {
                terminal::restore_now();
            }
            let _ = emulate_default_handler(signal);
        }
    })
}

/// False if the loop does not receive it.
fn send(news: &SyncSender<News>, signal: i32) -> bool {
    for _ in 0..TRIES {
        match news.try_send(News::Signal(signal)) {
            Ok(()) => return true,
            Err(TrySendError::Full(_)) => thread::sleep(APART),
            Err(TrySendError::Disconnected(_)) => return false,
        }
    }
    false
}
