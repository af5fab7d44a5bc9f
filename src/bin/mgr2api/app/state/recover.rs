//! Reads the state at a start, and finds out what happened to the text that was being printed when the last run ended.
//!
//! In: the lines of the journal in order, or a state of the first version. Out: the resulting state, the output
//! without a partly printed text, and a note about it.

use super::printed::{Outcome, Output, Plan};
use super::{Entry, State, StateError};
use mgr2api::Position;
use serde_json::Value;
use std::io;

/// The first key of a state file of the first version.
const OLD_KEY: &str = "mgr2api position";

impl State {
    /// Reads a file of the first version.
    pub(super) fn old(&mut self, mut value: Value) -> Result<(), StateError> {
        match value.get(OLD_KEY).and_then(Value::as_u64) {
            Some(1) => {}
            Some(_) => return Err(self.broken("another version of the program wrote it")),
            None => return Err(self.broken("its first line does not name this program")),
        }
        let Some(Value::Object(logs)) = value.get_mut("logs").map(Value::take) else {
            return Err(self.broken("it contains no logs"));
        };
        for (key, mut position) in logs {
            let entry = known(&mut position).zip(serde_json::from_value(position).ok());
            let Some((known, position)) = entry else {
                return Err(self.broken(&format!("the entry of {key} cannot be read")));
            };
            self.logs.insert(key, Entry { position, known });
        }
        Ok(())
    }

    /// Replays the lines of a journal; returns a note on a text that was being printed at its end.
    pub(super) fn replay(&mut self, lines: Vec<Value>) -> Result<Option<String>, StateError> {
        let mut open: Option<Value> = None;
        // Skip leftovers of a rewrite: a start that was killed during one has printed nothing.
        for line in lines.into_iter().filter(|line| line.get("next").is_none()) {
            // A next line means that the text of the previous one was printed.
            if let Some(before) = open.take() {
                self.apply(before).ok_or_else(|| self.broken("a line cannot be read"))?;
            }
            if let Some(plan) = line.get("text") {
                // Check every plan: a truncated journal must not be worse than the whole one.
                Plan::of(plan).ok_or_else(|| self.broken("a line cannot be read"))?;
                open = Some(line);
            } else {
                self.apply(line).ok_or_else(|| self.broken("a line cannot be read"))?;
            }
        }
        open.map_or(Ok(None), |line| self.recover(line))
    }

    /// Finds out what happened to the text of the last line.
    fn recover(&mut self, line: Value) -> Result<Option<String>, StateError> {
        let is_last = line.get("logs").or(line.get("whole")).is_some();
        let fault = |error: io::Error| StateError::Io {
            path: self.path.clone(),
            error: io::Error::new(error.kind(), format!("the program cannot check what was printed last: {error}")),
        };
        let outcome = match &self.output {
            None => Outcome::Unknown("the output is not the same file"),
            Some(output) => {
                let looked = output.look(&line["text"], is_last);
                looked.ok_or_else(|| self.broken("its last line cannot be read"))?.map_err(fault)?
            }
        };
        Ok(match outcome {
            Outcome::Absent => None,
            Outcome::Printed => {
                self.apply(line).ok_or_else(|| self.broken("its last line cannot be read"))?;
                None
            }
            Outcome::Cut(len) => Some(format!(
                "the last run ended while it printed; its incomplete {len} bytes were removed from the output and are printed again"
            )),
            Outcome::Unknown(reason) => {
                self.output.as_ref().map_or(Ok(()), Output::end_line).map_err(fault)?;
                Some(format!("the last run ended while it printed, and {reason}; its last calls may be printed twice"))
            }
        })
    }

    fn apply(&mut self, mut line: Value) -> Option<()> {
        if let Some(logs) = line.get_mut("logs").map(Value::take) {
            let Value::Object(logs) = logs else { return None };
            for (key, mut entry) in logs {
                let learned = known(&mut entry)?;
                let position = serde_json::from_value(entry.get_mut("position")?.take()).ok()?;
                self.logs.entry(key).or_insert_with(Entry::new).add(position, learned);
            }
        }
        if let Some(whole) = line.get_mut("whole").map(Value::take) {
            self.whole.extend(whole)?;
        }
        Some(())
    }
}

/// Removes and returns the known files of an entry.
fn known(entry: &mut Value) -> Option<Vec<Position>> {
    serde_json::from_value(entry.get_mut("known")?.take()).ok()
}

#[cfg(test)]
mod tests {
    use super::super::journal::Journal;
    use super::*;
    use serde_json::json;
    use std::path::Path;

    #[test]
    fn a_text_counts_as_printed_if_something_was_written_after_it() {
        let log = Path::new("/var/billmgr.log");
        let at = |place: u64| json!({ "/var/billmgr.log": { "position": place, "known": [] } });
        // Of a file that is not the current output.
        let text = json!({ "file": [0, 0, 0], "from": 5, "before": 0, "at": 5, "to": 9, "sums": "" });
        let announced = json!({ "logs": at(2), "text": text });
        for (rest, position) in [
            (vec![announced.clone()], 1),
            (vec![announced.clone(), json!({ "next": "new-0" })], 1),
            (vec![announced.clone(), json!({})], 2),
            (vec![announced.clone(), json!({}), json!({ "next": "new-0" })], 2),
            (vec![announced.clone(), json!({ "text": text })], 2),
            (vec![announced.clone(), json!({ "logs": at(3), "text": text }), json!({ "next": "new-0" })], 2),
            (vec![announced, json!({ "logs": at(3) })], 3),
        ] {
            let folder = tempfile::tempdir().expect("temporary folder");
            let path = folder.path().join("state");
            let (mut journal, _) = Journal::open(&path).expect("a new file");
            journal.rewrite(std::iter::once(json!({ "logs": at(1) }))).expect("disk space");
            for line in &rest {
                journal.append(line).expect("disk space");
            }
            drop(journal);
            let (mut state, _) = State::open(&path).expect("a state");
            let found = |state: &State| json!(state.position(log).expect("a position").0);
            assert_eq!(found(&state), position, "{rest:?}");
            // The next start must reach the same result.
            state.begin(&mut [], false).expect("disk space");
            drop(state);
            let (state, notes) = State::open(&path).expect("a state");
            assert_eq!((found(&state), notes.len()), (json!(position), 0), "{rest:?}");
        }
    }

    #[test]
    fn a_plan_that_cannot_be_read_is_refused_wherever_it_stands() {
        // It starts after its own text.
        let text = json!({ "file": [0, 0, 0], "from": 6, "before": 0, "at": 5, "to": 9, "sums": "" });
        for rest in [&[][..], &[json!({})]] {
            let folder = tempfile::tempdir().expect("temporary folder");
            let path = folder.path().join("state");
            let (mut journal, _) = Journal::open(&path).expect("a new file");
            journal.rewrite(std::iter::once(json!({ "text": text }))).expect("disk space");
            for line in rest {
                journal.append(line).expect("disk space");
            }
            drop(journal);
            assert!(matches!(State::open(&path), Err(StateError::Foreign { .. })), "{rest:?}");
        }
    }
}
