//! Goes on with growing logs: one loop for `--follow` and for the picker, woken by events, the clock and signals.
//!
//! In: the logs, and who listens. Out: calls of the [`Listener`], who reads the logs and hands on what they give.

use crate::app::log_level::{Missing, Watcher};
use mgr2api::{Follower, Watch};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// How soon to look again while an archive is in the making.
const SOON: Duration = Duration::from_millis(25);

/// Hears what growing logs give.
pub(crate) trait Listener {
    /// Ends the loop.
    type Error;

    /// Whether to end without an error.
    fn is_over(&self) -> bool;

    /// Reads all that can be read now.
    fn read_all(&mut self, logs: &mut [Follower]) -> Result<(), Self::Error>;

    /// What was read so far, as far as it tells whether the panels log their requests.
    fn level(&mut self) -> &mut Watcher;

    /// A panel logs, but not its requests.
    fn report_level(&mut self, missing: Missing) -> Result<(), Self::Error>;

    /// Something about the logs that a person should know.
    fn inform(&mut self, note: String) -> Result<(), Self::Error>;

    /// A wait is over, which does not mean that there is something to read.
    fn waited(&mut self) -> Result<(), Self::Error>;
}

/// Asks the system for events, and says so if there are none.
pub(crate) fn ask_for_events(watch: &mut Watch) -> Option<String> {
    watch.ask_for_events().map(|fault| polling(&fault))
}

fn polling(fault: &str) -> String {
    format!("no events from the system ({fault}), looking every {} ms instead", Watch::TICK.as_millis())
}

/// Reads and waits in turns, until the listener ends it.
pub(crate) fn follow<L: Listener>(logs: &mut [Follower], watch: &mut Watch, listener: &mut L) -> Result<(), L::Error> {
    while !listener.is_over() {
        // What was written comes first. What became of the log's folder can wait until that is handed on.
        listener.read_all(logs)?;
        if let Some(missing) = listener.level().speak(Instant::now()) {
            listener.report_level(missing)?;
        }
        let folders: Vec<PathBuf> = logs.iter().flat_map(Follower::folders).collect();
        let (is_new, fault) = watch.cover(&folders);
        if let Some(fault) = fault {
            listener.inform(polling(&fault))?;
        }
        // In a new folder something may have happened before it was watched.
        if !is_new {
            watch.wait(if logs.iter().any(Follower::is_waiting) { SOON } else { Watch::TICK });
            listener.waited()?;
        }
    }
    Ok(())
}
