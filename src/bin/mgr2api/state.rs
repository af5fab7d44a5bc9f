//! `--state`: positions in a file, written so that no end of the program leaves it half done.
//!
//! In: a position for each log. Out: a JSON file. What is guaranteed: the next state lies complete on the disk before
//! the snippets it counts are printed, and takes the file's name right after they were. So nothing is ever lost, and
//! only a program that is killed between these two calls of the system repeats: the lines of the one block that it
//! had just printed.

use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The first key of the file; a JSON file without it is somebody else's.
const KEY: &str = "mgr2api position";
const VERSION: u64 = 1;

/// No position is as large as that.
const LARGEST: u64 = 64 << 20;

/// How often the disk is made to keep what was written. A crash of the program needs none of it, one of the machine does.
const SYNC: Duration = Duration::from_millis(250);

/// How often lines that gave no snippet are worth a write.
const IDLE: Duration = Duration::from_secs(1);

/// A state file that cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StateError {
    #[error("{}: {error}; name a file in a folder that you may write to and that has room", path.display())]
    Io { path: PathBuf, error: io::Error },
    #[error(
        "{}: is no position that mgr2api wrote ({reason}); name another file; if it was to be one, delete this one to start at the end of the logs",
        path.display()
    )]
    Foreign { path: PathBuf, reason: String },
}

/// The state file.
pub(crate) struct State {
    path: PathBuf,
    logs: Map<String, Value>,
    /// Files beside each log that are known.
    known: BTreeMap<String, Vec<Value>>,
    /// Changed since it was written.
    dirty: bool,
    written: Instant,
    synced: Instant,
    prepared: Option<File>,
}

impl State {
    /// Reads the file, if there is one.
    pub(crate) fn load(path: &Path) -> Result<Self, StateError> {
        let foreign = |reason: &str| StateError::Foreign { path: path.to_owned(), reason: reason.to_owned() };
        match fs::metadata(path) {
            Ok(about) if !about.is_file() => {
                let error = io::Error::new(ErrorKind::InvalidInput, "is no regular file");
                return Err(StateError::Io { path: path.to_owned(), error });
            }
            Ok(about) if about.len() > LARGEST => return Err(foreign("too large")),
            _ => {}
        }
        let mut known = BTreeMap::new();
        let logs = match fs::read(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => Map::new(),
            Err(error) => return Err(StateError::Io { path: path.to_owned(), error }),
            Ok(text) => {
                let mut value: Value = serde_json::from_slice(&text).map_err(|error| foreign(&error.to_string()))?;
                match value.get(KEY).and_then(Value::as_u64) {
                    Some(VERSION) => {}
                    Some(_) => return Err(foreign("of another version")),
                    None => return Err(foreign("it says nothing of this program")),
                }
                match value.get_mut("logs").map(Value::take) {
                    Some(Value::Object(mut logs)) => {
                        for (log, position) in &mut logs {
                            let Some(Value::Array(files)) =
                                position.as_object_mut().and_then(|log| log.remove("known"))
                            else {
                                return Err(foreign("no files in it"));
                            };
                            known.insert(log.clone(), files);
                        }
                        logs
                    }
                    _ => return Err(foreign("no logs in it")),
                }
            }
        };
        let now = Instant::now();
        let mut state =
            Self { path: path.to_owned(), logs, known, dirty: true, written: now, synced: now, prepared: None };
        // A file that cannot be written is better known now than after the first snippet.
        state.write()?;
        Ok(state)
    }

    /// The position of a log, and the files beside it that are known.
    pub(crate) fn position(&self, log: &Path) -> Option<(&Value, &[Value])> {
        let key = key(log);
        Some((self.logs.get(&key)?, self.known.get(&key).map_or(&[], Vec::as_slice)))
    }

    /// An unusable position.
    pub(crate) fn foreign(&self, log: &Path) -> StateError {
        StateError::Foreign {
            path: self.path.clone(),
            reason: format!("the entry of {} cannot be read", log.display()),
        }
    }

    /// Notes where a log stands, and the files that became known.
    pub(crate) fn set(&mut self, log: &Path, position: Value, learned: Vec<Value>) {
        let key = key(log);
        self.dirty |= !learned.is_empty() || self.logs.get(&key) != Some(&position);
        self.known.entry(key.clone()).or_default().extend(learned);
        self.logs.insert(key, position);
    }

    /// Writes the next state beside the file.
    pub(crate) fn prepare(&mut self) -> Result<(), StateError> {
        let mut logs = self.logs.clone();
        for (log, files) in &self.known {
            logs[log]["known"] = json!(files);
        }
        let text = json!({ KEY: VERSION, "logs": logs }).to_string();
        let next = self.next();
        let written = File::create(&next).and_then(|mut file| file.write_all(text.as_bytes()).map(|()| file));
        self.prepared = Some(written.map_err(|error| StateError::Io { path: next, error })?);
        Ok(())
    }

    /// The prepared state takes the file's name.
    pub(crate) fn commit(&mut self) -> Result<(), StateError> {
        let Some(file) = self.prepared.take() else { return Ok(()) };
        let fault = |error| StateError::Io { path: self.path.clone(), error };
        fs::rename(self.next(), &self.path).map_err(fault)?;
        if self.synced.elapsed() >= SYNC {
            file.sync_data().map_err(fault)?;
            self.synced = Instant::now();
        }
        (self.dirty, self.written) = (false, Instant::now());
        Ok(())
    }

    /// Writes what is not worth a write of its own, now and then.
    pub(crate) fn idle(&mut self) -> Result<(), StateError> {
        if self.dirty && self.written.elapsed() >= IDLE { self.write() } else { Ok(()) }
    }

    /// Writes the state and makes the disk keep it.
    pub(crate) fn write(&mut self) -> Result<(), StateError> {
        self.prepare()?;
        if let Some(file) = &self.prepared {
            file.sync_all().map_err(|error| StateError::Io { path: self.path.clone(), error })?;
        }
        self.commit()
    }

    fn next(&self) -> PathBuf {
        let mut name = self.path.clone().into_os_string();
        name.push(".new");
        name.into()
    }
}

fn key(log: &Path) -> String {
    std::path::absolute(log).unwrap_or_else(|_| log.to_owned()).to_string_lossy().into_owned()
}
