//! Fuzzes the state file: with any bytes, and with a journal of any values, cut anywhere. Laws: it is opened or refused
//! with a message; a journal that is cut counts as the lines before the cut; the results of one start hold for the next
//! one; a position is accepted or refused.
#![no_main]
#![allow(dead_code, unused_imports)]

#[path = "../../src/bin/mgr2api"]
mod program {
    pub(crate) mod sys {
        pub(crate) mod files;
    }
    pub(crate) mod app {
        pub(crate) mod state;
    }
}

use libfuzzer_sys::fuzz_target;
use mgr2api::internal::Fingerprint;
use mgr2api::{Follower, Position, Source};
use program::app::state::State;
use program::sys;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

/// The log whose position an input may contain.
const LOG: &str = "/var/billmgr.log";

fuzz_target!(|input: (bool, Option<u16>, &[u8])| {
    let (raw, cut, bytes) = input;
    let folder = tempfile::tempdir().expect("a writable temporary folder");
    let path = folder.path().join("state");
    let text = if raw { bytes.to_vec() } else { journal(bytes) };
    fs::write(&path, &text).expect("disk space");
    let Some((position, known)) = open(&path) else { return };
    if let (Some(position), Some(known)) = (&position, &known) {
        let log = folder.path().join("billmgr.log");
        fs::write(&log, "a\n").expect("disk space");
        drop(Follower::resume(&log, Arc::new(Source::log("billmgr.log")), position, known, Instant::now()));
    }
    // A position never contains a float, and one that does would be refused.
    if !position.iter().chain(known.iter().flatten()).any(|part| has_float(&serde_json::json!(part))) {
        assert_eq!(open(&path), Some((position, known)), "what was written is read again");
    }
    if let Some(cut) = cut.filter(|_| !raw) {
        let len = text.len() - usize::from(cut) % (text.len() + 1);
        fs::write(&path, &text[..len]).expect("disk space");
        assert!(open(&path).is_some(), "cut to {len} bytes");
    }
});

/// Each line as a value, with its required checksum.
fn journal(bytes: &[u8]) -> Vec<u8> {
    let line = |text: &[u8]| [format!("{:016x} ", Fingerprint::of(text).hash).as_bytes(), text, b"\n"].concat();
    let header: &[u8] = br#"{"mgr2api state":2}"#;
    [header].into_iter().chain(bytes.split(|&byte| byte == b'\n')).flat_map(line).collect()
}

/// The position of the log and the files beside it, as a start reads and then stores them; `None` if the file is
/// refused.
fn open(path: &Path) -> Option<(Option<Position>, Option<Vec<Position>>)> {
    let mut state = match State::open(path) {
        Ok((state, _)) => state,
        Err(error) => {
            assert!(error.to_string().contains("state: "), "{error}");
            return None;
        }
    };
    state.begin(&mut [], false).expect("disk space");
    let found = state.position(Path::new(LOG)).map(|(position, known)| (position.clone(), known.to_vec()));
    Some(found.unzip())
}

/// JSON does not keep the last digit of every float.
fn has_float(value: &Value) -> bool {
    match value {
        Value::Array(values) => values.iter().any(has_float),
        Value::Object(values) => values.values().any(has_float),
        other => other.is_f64(),
    }
}
