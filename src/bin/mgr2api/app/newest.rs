//! Finds the newest requests of logs: for `-n`, for the history before following, and for the picker.
//!
//! In: followers and inputs, the newest first. Out: the lines of the newest requests in log order, and errors:
//! after an unreadable log the next one is tried.

use crate::app::failure::Failure;
use crate::app::log_level::Watcher;
use crate::app::output::Batch;
use crate::app::run::Run;
use crate::app::saved::{open, selected_range, unreadable};
use crate::cli::inputs::Input;
use mgr2api::{Block, Converter, Follower, Last, Settings, Source, Totals, archives, manager_of};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

/// Searches several logs together for their newest requests.
pub(crate) struct Newest<'s> {
    settings: &'s Settings,
    count: usize,
    last: Last<'s>,
    faults: Vec<String>,
}

/// Counts and errors besides the lines found.
pub(crate) struct Account {
    /// Requests that were seen and not kept.
    pub(crate) passed_over: Totals,
    /// Logs that cannot be read.
    pub(crate) faults: Vec<String>,
}

impl<'s> Newest<'s> {
    pub(crate) fn new(settings: &'s Settings, count: usize) -> Self {
        Self { settings, count, last: Last::new(settings, count), faults: Vec::new() }
    }

    /// Finds the outcomes of requests even if the settings do not require it.
    pub(crate) fn with_outcomes(self) -> Self {
        Self { last: self.last.with_outcomes(), ..self }
    }

    /// Searches the part of a log before the position where following starts.
    pub(crate) fn followed(&mut self, log: &Follower) {
        let Some((file, end)) = log.history().filter(|_| self.count > 0) else { return };
        let range = selected_range(self.settings, file, end, log.source());
        if let Err(error) = range.and_then(|range| self.last.file(file, range, log.source())) {
            self.faults.push(format!("{}: {error}", log.source().name));
        }
    }

    /// Searches a whole log. False if it cannot be read.
    pub(crate) fn input(&mut self, input: &Input) -> bool {
        let looked = self.look_into(input);
        looked.map_err(|message| self.faults.push(message)).is_ok()
    }

    fn look_into(&mut self, input: &Input) -> Result<(), String> {
        let opened = open(input, self.settings)?;
        let looked = match opened.plain {
            Some((file, len)) => {
                let range = selected_range(self.settings, &file, len, &input.source);
                range.and_then(|range| self.last.file(&file, range, &input.source))
            }
            None => self.last.stream(opened.reader, &input.source),
        };
        looked.map_err(|error| unreadable(input, &error))
    }

    /// Searches the log's archives for the requests still missing. An unreadable archive ends the search: older
    /// requests must not pass for the newest ones.
    pub(crate) fn archives(&mut self, log: Option<&Path>) {
        let Some(log) = log.filter(|_| !self.last.is_complete()) else { return };
        for path in archives(log) {
            let written = fs::metadata(&path).and_then(|about| about.modified()).ok();
            if self.last.is_complete() || written.is_some_and(|written| self.settings.scan.filter.is_after(written)) {
                break;
            }
            let name = path.to_string_lossy();
            let manager = manager_of(&log.to_string_lossy()).map(str::to_owned);
            let source = Arc::new(Source::log(&name).manager(manager).written(written));
            if let Err(message) = self.look_into(&Input { path: Some(path), source }) {
                self.faults.push(format!("{message}; older archives were not read"));
                break;
            }
        }
    }

    /// The lines found, oldest first.
    pub(crate) fn into_lines(self) -> (impl Iterator<Item = Block>, Account) {
        let (lines, passed_over) = self.last.into_lines();
        (lines, Account { passed_over, faults: self.faults })
    }

    /// The same, for logs that are followed from here on; adds to `level` whether their panels log requests.
    pub(crate) fn into_history(self, logs: &[&Follower], level: &mut Watcher) -> (Vec<Block>, Account) {
        let count = self.count;
        let (lines, account) = self.into_lines();
        let lines: Vec<Block> = lines.collect();
        let has_requests = account.passed_over.seen > 0 || !lines.is_empty();
        for log in logs.iter().filter(|_| count > 0) {
            if let Some((file, _)) = log.history() {
                level.add_history(file, log.source(), has_requests, Instant::now());
            }
        }
        (lines, account)
    }
}

impl Run<'_> {
    /// Converts the last requests of all logs together.
    pub(crate) fn last(&mut self, count: usize, converter: &mut Converter<'_>) -> Result<(), Failure> {
        let options = self.options;
        let mut newest = Newest::new(&options.settings, count);
        for input in options.inputs.iter().rev() {
            if newest.last.is_complete() {
                break;
            }
            newest.input(input);
        }
        newest.archives(options.archives_of.as_deref());
        let (lines, account) = newest.into_lines();
        self.account_for(&account);
        let mut batch = Batch::direct(options);
        for line in lines {
            let before = converter.totals();
            converter.block(&line, &mut batch).map_err(Failure::Write)?;
            let totals = converter.totals() - before;
            self.print(&mut batch)?;
            self.account(totals, &line.source);
        }
        Ok(())
    }

    /// Adds the counts of a search and reports its errors.
    pub(crate) fn account_for(&mut self, account: &Account) {
        self.totals += account.passed_over;
        account.faults.iter().for_each(|fault| self.cannot_read(fault));
    }
}
