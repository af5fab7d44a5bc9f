//! Follows growing logs, for `--follow` and for the picker, woken by events, a timer and signals.
//!
//! In: the logs and a [`Listener`]. Out: calls of the listener, which reads the logs and passes on their content.
//!
//! The logs and the listener form one session behind a lock. Reading and printing run on the event thread, because
//! handing an event to another thread takes as long as all the rest. The main thread owns the watcher, watches folders
//! without holding the lock, and polls as well: events get lost (a full queue, a file system without events, no watches
//! left).

use crate::app::folders::{Folders, Hint};
use crate::app::log_level::{Missing, Watcher};
use crate::app::wake::Wake;
use mgr2api::Follower;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The poll interval: how long a change without an event can go unnoticed.
const TICK: Duration = Duration::from_millis(250);

/// The poll interval while an archive is being written.
const SOON: Duration = Duration::from_millis(25);

/// Handles the content of growing logs, on any thread.
pub(crate) trait Listener: Send + 'static {
    /// An error that ends the session.
    type Error: Send;

    /// Whether the session must end without an error.
    fn is_over(&self) -> bool;

    /// Reads all that is available now.
    fn read_all(&mut self, logs: &mut [Follower]) -> Result<(), Self::Error>;

    /// The watcher for panels that do not log their requests.
    fn level(&mut self) -> &mut Watcher;

    /// Called if a panel logs, but not its requests.
    fn report_level(&mut self, missing: Missing) -> Result<(), Self::Error>;

    /// Called with a note on the logs for the user.
    fn inform(&mut self, note: String) -> Result<(), Self::Error>;

    /// Called after each wait, whether or not there is something to read.
    fn waited(&mut self) -> Result<(), Self::Error>;
}

/// The logs, the listener, and the error or panic that ended them.
struct Session<L: Listener> {
    listener: L,
    logs: Vec<Follower>,
    end: Option<End<L::Error>>,
}

/// How a session ended if not by [`Listener::is_over`].
enum End<E> {
    Failed(E),
    Panicked(Box<dyn Any + Send>),
}

impl<L: Listener> Session<L> {
    fn is_over(&self) -> bool {
        self.end.is_some() || self.listener.is_over()
    }

    /// Calls the listener, unless the session is over. Catches a panic, which would only kill the event thread.
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

    /// Whether a change is expected that may cause no event.
    fn is_waiting(&self) -> bool {
        self.logs.iter().any(Follower::is_waiting)
    }
}

/// The session; `None` while the main thread has it.
struct Shared<L: Listener>(Mutex<Option<Session<L>>>);

impl<L: Listener> Shared<L> {
    fn lock(&self) -> MutexGuard<'_, Option<Session<L>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn with<R>(&self, what: impl FnOnce(&mut Session<L>) -> R) -> Option<R> {
        self.lock().as_mut().map(what)
    }

    /// Handles an event, on the event thread. True if the main thread must act.
    fn handle(&self, hint: Hint) -> bool {
        let must_act = self.with(|session| {
            // Every write causes an event, and most events arrive after the data was read.
            if hint == Hint::Changed || session.logs.iter().any(Follower::has_news) {
                session.attempt(Listener::read_all);
            }
            session.is_over() || session.is_waiting()
        });
        hint == Hint::Changed || must_act == Some(true)
    }
}

fn polling(fault: &str) -> String {
    format!("the system reports no changes of files ({fault}); checking every {} ms instead", TICK.as_millis())
}

/// Reads and waits until the session ends. Returns the listener, the logs and the error that ended the session.
///
/// # Panics
/// If the listener panics, on any thread.
pub(crate) fn follow<L: Listener>(
    listener: L,
    logs: Vec<Follower>,
    wake: &Arc<Wake>,
) -> (L, Vec<Follower>, Result<(), L::Error>) {
    let shared = Arc::new(Shared(Mutex::new(Some(Session { listener, logs, end: None }))));
    let (session, caller) = (Arc::clone(&shared), Arc::clone(wake));
    let (mut folders, fault) = Folders::new(move |hint| {
        if session.handle(hint) {
            caller.call();
        }
    });
    let mut note = fault.map(|fault| polling(&fault));
    loop {
        let mut guard = shared.lock();
        // Only this thread takes it, and puts it back below.
        let Some(mut session) = guard.take() else { unreachable!("the session is here until it is over") };
        if let Some(note) = note.take() {
            session.attempt(|listener, _| listener.inform(note));
        }
        // Print new lines first; changes of the folder can wait.
        session.attempt(Listener::read_all);
        session.attempt(|listener, _| match listener.level().take_hint(Instant::now()) {
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
        // Do not wait after a new watch: the folder may have changed before it.
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

    /// A listener that panics when it reads on the event thread.
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
