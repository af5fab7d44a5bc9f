//! Detects a panel that does not log its requests, the most frequent problem of new users.
//!
//! In: the content of live logs. Out: a hint, once. Its text is in [`crate::cli::about`].

use crate::cli::about::{cure, setting};
use crate::sys::files;
use mgr2api::internal::parse::stamp;
use mgr2api::{Block, Source};
use std::fs::File;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long records may arrive without a request before the hint: enough time for two clicks.
const PATIENCE: Duration = Duration::from_secs(3);

/// Bytes at the start of a log that contain a record if the log has any.
const START: usize = 64 * 1024;

/// Records were logged, but no request. Contains the panel that writes them, if known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Missing(Option<String>);

impl Missing {
    /// The whole hint.
    pub(crate) fn hint(&self) -> String {
        format!("the log grows but contains no requests so far; {}", cure(self.0.as_deref()))
    }

    /// The setting alone, where space is short.
    pub(crate) fn setting(&self) -> String {
        setting(self.0.as_deref())
    }
}

/// Watches for a panel that logs, but not its requests.
#[derive(Debug, Default)]
pub(crate) struct Watcher {
    /// When the first record was read, and the panel that wrote it.
    first: Option<(Instant, Option<String>)>,
    /// A request was read, or the hint was given.
    done: bool,
}

impl Watcher {
    /// Adds what was logged; `requests`: whether any line looks like a request.
    pub(crate) fn add(&mut self, block: &Block, requests: bool, now: Instant) {
        self.done |= requests;
        if self.done || self.first.is_some() {
            return;
        }
        let mut lines = block.bytes().split(|&byte| byte == b'\n');
        if lines.any(|line| stamp(line).is_some()) {
            self.first = Some((now, block.source.manager.clone()));
        }
    }

    /// Adds the start of a log that was searched completely; `requests`: whether it has any request.
    pub(crate) fn add_history(&mut self, log: &File, source: &Arc<Source>, requests: bool, now: Instant) {
        let mut block = Block::new(Arc::clone(source));
        // Elsewhere an unreadable log is reported.
        let len = files::read_at(log, &mut block.spare(START)[..START], 0).unwrap_or(0);
        block.advance(len);
        self.add(&block, requests, now);
    }

    /// Whether records arrived without a request and the hint was not given yet.
    pub(crate) fn is_wanting(&self) -> bool {
        self.first.is_some() && !self.done
    }

    /// The hint, once, if it is time.
    pub(crate) fn take_hint(&mut self, now: Instant) -> Option<Missing> {
        let (since, _) = self.first.as_ref().filter(|_| !self.done)?;
        if now.duration_since(*since) < PATIENCE {
            return None;
        }
        self.done = true;
        self.first.take().map(|(_, manager)| Missing(manager))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(text: &str) -> Block {
        let mut block = Block::new(Arc::new(Source::log("billmgr.log")));
        block.extend(text.as_bytes());
        block
    }

    const RECORD: &str = "text\nJun 25 09:07:51 [1:2] libmgr EXTINFO Start thread\n";

    #[test]
    fn it_speaks_once_and_only_of_records_without_requests() {
        let start = Instant::now();
        let late = start + PATIENCE;
        let mut watcher = Watcher::default();
        assert_eq!(watcher.take_hint(late), None, "nothing was logged");
        watcher.add(&block("moved to logs/billmgr.log.1\n"), false, start);
        assert_eq!(watcher.take_hint(late), None, "no record");
        watcher.add(&block(RECORD), false, start);
        assert_eq!(watcher.take_hint(start), None, "too early");
        let hint = watcher.take_hint(late).expect("it is time").hint();
        assert!(hint.contains("'billmgr.core_module 5'") && hint.contains("-m billmgr -R"), "{hint}");
        watcher.add(&block(RECORD), false, late);
        assert_eq!(watcher.take_hint(late + PATIENCE), None, "it was said");
    }

    #[test]
    fn a_request_settles_it() {
        let start = Instant::now();
        let mut watcher = Watcher::default();
        watcher.add(&block(RECORD), false, start);
        watcher.add(&block(RECORD), true, start);
        assert_eq!(watcher.take_hint(start + PATIENCE), None);
    }
}
