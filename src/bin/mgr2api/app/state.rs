//! `--state`: records what was printed of which log, so that no end of the program loses or repeats a call.
//!
//! In: positions of logs, and the texts to print. Out: a journal of short lines, at most one for each text. If
//! the output is a regular file, a line is written before the text: it gives the positions after the text and the
//! text's place in the file. The next start checks whether the text is there and counts it or prints it again, so the
//! file contains each call once. A pipe or a terminal cannot be checked: there the line is written after the text, and
//! a kill in between makes the next start repeat the text.
//!
//! What belongs to a text that was not printed completely is ignored: a log that was new in it is new again.

mod error;
mod journal;
mod printed;
mod recover;
mod whole;

pub(crate) use error::StateError;
pub(crate) use whole::{File, identify};

use journal::{Found, Journal};
use mgr2api::{Follower, Position};
use printed::Output;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use whole::Whole;

/// How often to record lines without a snippet, and to check that the file's name still leads to it.
const IDLE: Duration = Duration::from_secs(1);

/// The state of all logs.
pub(crate) struct State {
    path: PathBuf,
    journal: Journal,
    logs: BTreeMap<String, Entry>,
    /// Files that cannot grow and were converted.
    whole: Whole,
    output: Option<Output>,
    /// The content of the next line.
    staged: Staged,
    /// The last line announced a text; it counts only if the next line shows that the text was printed.
    open: bool,
    /// Lines without a snippet were read.
    silent: bool,
    /// This program created the file, which is still empty.
    is_new: bool,
    idled: Instant,
}

/// What is known of one log.
struct Entry {
    position: Position,
    /// Files beside the log; while a follower exists, it has the current list.
    known: Vec<Position>,
}

/// Changes that are not written yet.
#[derive(Default)]
struct Staged {
    logs: BTreeMap<String, Entry>,
    whole: Whole,
}

impl State {
    /// Opens the file, and repairs the output if a run ended while it printed. Returns notes for the user too.
    pub(crate) fn open(path: &Path) -> Result<(Self, Vec<String>), StateError> {
        let (journal, found) = Journal::open(path)?;
        let mut state = Self {
            path: path.to_owned(),
            journal,
            logs: BTreeMap::new(),
            whole: Whole::default(),
            output: Output::stdout(),
            staged: Staged::default(),
            open: false,
            silent: false,
            is_new: false,
            idled: Instant::now(),
        };
        let mut notes = Vec::new();
        match found {
            Found::Nothing { created: true } => state.is_new = true,
            Found::Nothing { created: false } => {
                notes.push("is empty, so following starts at the end of the logs".to_owned());
            }
            Found::Old(value) => state.old(value)?,
            Found::Lines(lines) => notes.extend(state.replay(lines)?),
        }
        Ok((state, notes.into_iter().map(|note| format!("--state {}: {note}", path.display())).collect()))
    }

    /// Writes the positions of the logs before anything is printed, so that a write error is reported at the start. If
    /// their `history` is still to be printed, the positions are written with its text.
    pub(crate) fn begin(&mut self, logs: &mut [Follower], history: bool) -> Result<(), StateError> {
        if !history {
            self.stage_all(logs);
            self.take_staged();
        }
        let written = self.rewrite(if history { &[] } else { logs });
        if written.is_err() && self.is_new {
            // Do not leave an empty file: the next start would report it.
            let _ = fs::remove_file(&self.path);
        }
        for log in logs {
            if history {
                self.stage(log);
            }
            if let Some(entry) = self.logs.get_mut(&key(log.path())) {
                entry.known = Vec::new();
            }
        }
        written
    }

    fn broken(&self, reason: &str) -> StateError {
        StateError::Foreign { path: self.path.clone(), reason: reason.to_owned() }
    }

    /// Whether there is a position of this log.
    pub(crate) fn has(&self, log: &Path) -> bool {
        self.logs.contains_key(&key(log))
    }

    /// The position of a log, and the known files beside it.
    pub(crate) fn position(&self, log: &Path) -> Option<(&Position, &[Position])> {
        self.logs.get(&key(log)).map(|entry| (&entry.position, entry.known.as_slice()))
    }

    /// An error for an unusable position.
    pub(crate) fn foreign(&self, log: &Path) -> StateError {
        self.broken(&format!("the entry of {} cannot be read", log.display()))
    }

    /// Whether an earlier run converted this file, which cannot grow.
    pub(crate) fn has_whole(&mut self, path: &Path) -> bool {
        let Some(file) = self.whole.find(path) else { return false };
        // If the same content has a new name or time, record these, so that the next start need not read the file.
        if !self.whole.holds(&file) {
            self.staged.whole.add(file);
        }
        true
    }

    /// Stages a converted file with the next text; `file` is its identity before the conversion.
    pub(crate) fn stage_whole(&mut self, file: Option<File>) {
        if let Some(file) = file {
            self.staged.whole.add(file);
        }
    }

    /// Stages the position of a log with the next text.
    pub(crate) fn stage(&mut self, log: &mut Follower) {
        let staged = self.staged.logs.entry(key(log.path())).or_insert_with(Entry::new);
        staged.add(log.position(), log.take_learned());
    }

    fn stage_all(&mut self, logs: &mut [Follower]) {
        for log in logs {
            self.stage(log);
        }
    }

    /// Lines of a log were read that gave nothing to print.
    pub(crate) fn skip(&mut self) {
        self.silent = true;
    }

    /// Call before printing a text. The staged changes take effect once the text is printed; a text without staged
    /// changes belongs to the texts after it.
    pub(crate) fn announce(&mut self, text: &[u8]) -> Result<(), StateError> {
        self.plan(text, !self.staged.is_empty())
    }

    /// Call before printing a part of a text. The staged changes belong to the last part.
    pub(crate) fn announce_part(&mut self, text: &[u8]) -> Result<(), StateError> {
        self.plan(text, false)
    }

    fn plan(&mut self, text: &[u8], is_last: bool) -> Result<(), StateError> {
        let Some(output) = self.output.as_mut().filter(|_| !text.is_empty()) else { return Ok(()) };
        let plan = output.plan(text, is_last).map_err(|error| StateError::Io { path: self.path.clone(), error })?;
        let mut line = if is_last { self.take_staged() } else { Map::new() };
        line.insert("text".to_owned(), plan);
        self.open = true;
        self.journal.append(&line.into())
    }

    /// Call after printing.
    pub(crate) fn printed(&mut self) -> Result<(), StateError> {
        self.flush()?;
        self.journal.sync(self.output.as_ref().map(Output::file))
    }

    /// Writes the staged changes.
    pub(crate) fn flush(&mut self) -> Result<(), StateError> {
        if self.staged.is_empty() {
            return Ok(());
        }
        let line = self.take_staged();
        self.close();
        self.journal.append(&line.into())
    }

    /// Call when all announced texts are printed and nothing is left to print.
    pub(crate) fn settle(&mut self) -> Result<(), StateError> {
        self.flush()?;
        if self.open {
            self.close();
            self.journal.append(&json!({}))?;
        }
        Ok(())
    }

    fn close(&mut self) {
        self.open = false;
        if let Some(output) = &mut self.output {
            output.settle();
        }
    }

    fn take_staged(&mut self) -> Map<String, Value> {
        let Staged { logs, whole } = std::mem::take(&mut self.staged);
        let mut line = Map::new();
        if !logs.is_empty() {
            let entries = logs.iter().map(|(key, entry)| (key.clone(), entry.line(&entry.known)));
            line.insert("logs".to_owned(), entries.collect());
        }
        if !whole.is_empty() {
            line.insert("whole".to_owned(), whole.line());
        }
        for (key, entry) in logs {
            // The follower itself keeps the files that it learned of.
            self.logs.entry(key).or_insert_with(Entry::new).position = entry.position;
        }
        self.whole.add_all(whole);
        line
    }

    /// Call regularly, with all logs, when nothing is being printed.
    pub(crate) fn tend(&mut self, logs: &mut [Follower]) -> Result<(), StateError> {
        if self.journal.has_grown() {
            self.settle()?;
            return self.rewrite(logs);
        }
        if self.idled.elapsed() < IDLE {
            return Ok(());
        }
        self.idled = Instant::now();
        if std::mem::take(&mut self.silent) {
            self.stage_all(logs);
            self.flush()?;
        }
        // Restore the file if it was deleted.
        if self.journal.leads_here()? { Ok(()) } else { self.rewrite(logs) }
    }

    /// Writes everything and syncs the disk.
    pub(crate) fn finish(&mut self, logs: &mut [Follower]) -> Result<(), StateError> {
        self.stage_all(logs);
        self.settle()?;
        if self.journal.leads_here()? { self.journal.sync_all() } else { self.rewrite(logs) }
    }

    fn rewrite(&mut self, logs: &[Follower]) -> Result<(), StateError> {
        let known: BTreeMap<String, Vec<Position>> = logs.iter().map(|log| (key(log.path()), log.known())).collect();
        let entries = self.logs.iter().map(|(key, entry)| {
            let entry = entry.line(known.get(key).unwrap_or(&entry.known));
            json!({ "logs": { key: entry } })
        });
        let whole = (!self.whole.is_empty()).then(|| json!({ "whole": self.whole.line() }));
        self.journal.rewrite(entries.chain(whole))
    }
}

impl Staged {
    fn is_empty(&self) -> bool {
        self.logs.is_empty() && self.whole.is_empty()
    }
}

impl Entry {
    fn new() -> Self {
        Self { position: Position::default(), known: Vec::new() }
    }

    fn add(&mut self, position: Position, learned: Vec<Position>) {
        self.position = position;
        self.known.extend(learned);
    }

    fn line(&self, known: &[Position]) -> Value {
        json!({ "position": self.position, "known": known })
    }
}

fn key(log: &Path) -> String {
    std::path::absolute(log).unwrap_or_else(|_| log.to_owned()).to_string_lossy().into_owned()
}
