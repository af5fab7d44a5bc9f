//! Goes on with growing logs, for `--follow` and for the picker, woken by events, the clock and signals.
//!
//! In: the logs, and who listens. Out: calls of the [`Listener`], who reads the logs and hands on what they give.
//!
//! The logs and the listener are one session behind a lock. Reading and printing happen on the thread that the system's
//! events come in on: handing each event to another thread takes as long as all the rest. The main thread has the watcher,
//! covers folders without the lock, and looks by the clock as well: events get lost (a full queue, a file system without
//! them, no watches left).

use crate::app::folders::{Folders, Hint};
use crate::app::log_level::{Missing, Watcher};
use crate::app::wake::Wake;
use mgr2api::Follower;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How long a change can go unnoticed when no event tells of it.
const TICK: Duration = Duration::from_millis(250);

/// How soon to look again while an archive is in the making.
const SOON: Duration = Duration::from_millis(25);

/// Hears what growing logs give, on any thread.
pub(crate) trait Listener: Send + 'static {
    /// Ends the session.
    type Error: Send;

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

/// The logs, who listens, and how it ended.
struct Session<L: Listener> {
    listener: L,
    logs: Vec<Follower>,
    end: Option<End<L::Error>>,
}

/// What ended a session that the listener did not end.
enum End<E> {
    Failed(E),
    Panicked(Box<dyn Any + Send>),
}

impl<L: Listener> Session<L> {
    fn is_over(&self) -> bool {
        self.end.is_some() || self.listener.is_over()
    }

    /// Does something, unless it is over. A panic must not die with the thread of the events.
    fn attempt(&mut self, what: impl FnOnce(&mut L, &mut [Follower]) -> Result<(), L::Error>) {
        if self.is_over() {
            return;
        }
        let Self { listener, logs, end } = self;
        match catch_unwind(AssertUnwindSafe(|| what(listener, logs))) {
            Ok(Ok(())) => {}
            Ok(Err(error)) => *end = Some(End::Failed(error)),
            Err(panic) => *end = Some(End::Panicked(panic)),
        }
    }

    /// Whether something is expected that no event may tell of.
    fn is_waiting(&self) -> bool {
        self.logs.iter().any(Follower::is_waiting)
    }
}

/// The session, until the main thread takes it back.
struct Shared<L: Listener>(Mutex<Option<Session<L>>>);

impl<L: Listener> Shared<L> {
    fn lock(&self) -> MutexGuard<'_, Option<Session<L>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn with<R>(&self, what: impl FnOnce(&mut Session<L>) -> R) -> Option<R> {
        self.lock().as_mut().map(what)
    }

    /// An event came, on the thread of the events. True if the main thread has something to do.
    fn hear(&self, hint: Hint) -> bool {
        let heard = self.with(|session| {
            // Each write is an event. Most of them come when all was read already.
            if hint == Hint::Changed || session.logs.iter().any(Follower::has_news) {
                session.attempt(Listener::read_all);
            }
            session.is_over() || session.is_waiting()
        });
        hint == Hint::Changed || heard == Some(true)
    }
}

fn polling(fault: &str) -> String {
    format!("no events from the system ({fault}), looking every {} ms instead", TICK.as_millis())
}

/// Reads and waits until the listener ends it. The listener and the logs come back with the error that ended it, if one did.
///
/// # Panics
/// As the listener does, on whichever thread that was.
pub(crate) fn follow<L: Listener>(
    listener: L,
    logs: Vec<Follower>,
    wake: &Arc<Wake>,
) -> (L, Vec<Follower>, Result<(), L::Error>) {
    let shared = Arc::new(Shared(Mutex::new(Some(Session { listener, logs, end: None }))));
    let (session, caller) = (Arc::clone(&shared), Arc::clone(wake));
    let (mut folders, fault) = Folders::new(move |hint| {
        if session.hear(hint) {
            caller.call();
        }
    });
    let mut note = fault.map(|fault| polling(&fault));
    loop {
        let mut guard = shared.lock();
        // Only this thread takes it.
        let Some(mut session) = guard.take() else { unreachable!("the session is here until it is over") };
        if let Some(note) = note.take() {
            session.attempt(|listener, _| listener.inform(note));
        }
        // What was written comes first. What became of the log's folder can wait until that is handed on.
        session.attempt(Listener::read_all);
        session.attempt(|listener, _| match listener.level().speak(Instant::now()) {
            Some(missing) => listener.report_level(missing),
            None => Ok(()),
        });
        if session.is_over() {
            let Session { listener, logs, end } = session;
            return match end {
                None => (listener, logs, Ok(())),
                Some(End::Failed(error)) => (listener, logs, Err(error)),
                Some(End::Panicked(panic)) => resume_unwind(panic),
            };
        }
        let wanted: Vec<PathBuf> = session.logs.iter().flat_map(Follower::folders).collect();
        let time = if session.is_waiting() { SOON } else { TICK };
        *guard = Some(session);
        drop(guard);
        let (is_new, fault) = folders.cover(&wanted);
        note = fault.map(|fault| polling(&fault));
        // In a new folder something may have happened before it was watched.
        if !is_new && note.is_none() {
            wake.wait(time);
            shared.with(|session| session.attempt(|listener, _| listener.waited()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mgr2api::Source;
    use std::fs;
    use std::sync::mpsc::channel;
    use std::thread::{self, ThreadId};

    /// Reads on the thread of the events only, and cannot bear what it reads.
    struct Fragile {
        main: ThreadId,
        level: Watcher,
        has_waited: std::sync::mpsc::Sender<()>,
    }

    impl Listener for Fragile {
        type Error = String;

        fn is_over(&self) -> bool {
            false
        }

        fn read_all(&mut self, _: &mut [Follower]) -> Result<(), String> {
            assert_eq!(thread::current().id(), self.main, "as it may happen");
            Ok(())
        }

        fn level(&mut self) -> &mut Watcher {
            &mut self.level
        }

        fn report_level(&mut self, _: Missing) -> Result<(), String> {
            Ok(())
        }

        fn inform(&mut self, note: String) -> Result<(), String> {
            Err(note)
        }

        fn waited(&mut self) -> Result<(), String> {
            let _ = self.has_waited.send(());
            Ok(())
        }
    }

    #[test]
    fn a_panic_on_the_thread_of_the_events_ends_the_program() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = folder.path().join("billmgr.log");
        fs::write(&path, "").expect("log");
        let log = Follower::new(&path, Arc::new(Source::log("billmgr.log")));
        let (has_waited, waits) = channel();
        let (has_ended, ends) = channel();
        thread::spawn(move || {
            let listener = Fragile { main: thread::current().id(), level: Watcher::default(), has_waited };
            let panicked = catch_unwind(AssertUnwindSafe(|| drop(follow(listener, vec![log], &Arc::default()))));
            let message = panicked.expect_err("it cannot end in another way");
            let _ = has_ended.send(message.downcast::<String>().map(|message| *message).unwrap_or_default());
        });
        waits.recv_timeout(Duration::from_secs(30)).expect("it watches");
        fs::write(&path, "Jun 25 09:07:51 [1:2] m INFO text\n").expect("log");
        let message = ends.recv_timeout(Duration::from_secs(30)).expect("it ends");
        assert!(message.contains("as it may happen"), "{message}");
    }
}
