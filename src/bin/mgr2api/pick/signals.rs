//! Signals, in a thread of its own.
//!
//! In: what the system sends. Out: [`News`]. What a signal does by itself it does here only where the loop cannot: it has
//! ended already and the calls are being printed, or it waits for a terminal that takes nothing any more.

use super::feed::News;
use super::terminal;
use crate::sys::signals::{self, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, emulate_default_handler};
use std::io;
use std::sync::mpsc::{SyncSender, TrySendError};
use std::thread;
use std::time::Duration;

/// How often, and how far apart, a loop that is busy is told.
const TRIES: usize = 100;
const APART: Duration = Duration::from_millis(10);

/// Hands on signals.
pub(super) fn watch(news: SyncSender<News>) -> io::Result<()> {
    let mut ending = false;
    signals::watch(&[SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT], move |signal| {
        let ends = ![SIGTSTP, SIGCONT].contains(&signal);
        // A second signal while the first is still waited for: the person insists.
        let insists = ends && std::mem::replace(&mut ending, true);
        if insists || !tell(&news, signal) {
            if ends {
                terminal::restore_now();
            }
            let _ = emulate_default_handler(signal);
        }
    })
}

/// False if the loop does not listen.
fn tell(news: &SyncSender<News>, signal: i32) -> bool {
    for _ in 0..TRIES {
        match news.try_send(News::Signal(signal)) {
            Ok(()) => return true,
            Err(TrySendError::Full(_)) => thread::sleep(APART),
            Err(TrySendError::Disconnected(_)) => return false,
        }
    }
    false
}
