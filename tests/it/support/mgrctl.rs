//! A stand-in for mgrctl that records its arguments.
//!
//! Snippets contain the vendor's path of mgrctl. The tests replace it in the text by the stand-in's path: installing at
//! the vendor's path would need root, and a test must not replace the mgrctl of a real panel. The first occurrence on a
//! line is the command itself, because no logged text precedes it.

use super::form::Pair;
use super::shell::Environment;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The vendor's path.
const MGRCTL: &str = "/usr/local/mgr5/sbin/mgrctl";

/// Records the number of arguments, then each argument, all followed by a NUL.
const SCRIPT: &str = "#!/bin/sh\n{ printf '%s\\0' \"$#\" \"$@\"; } >> \"$MGRCTL_RECORD\"\n";

/// The stand-in and its record.
#[derive(Debug)]
pub(crate) struct StandIn {
    folder: tempfile::TempDir,
}

impl StandIn {
    pub(crate) fn new() -> Self {
        let stand_in = Self { folder: tempfile::tempdir().expect("a writable temporary folder") };
        let text = stand_in.folder.path().join("text");
        fs::write(&text, SCRIPT).expect("a writable temporary folder");
        // Another process must write the script: a file that a concurrent test inherits open for writing cannot be
        // executed.
        let installed = Command::new("install").args(["-m", "755"]).arg(text).arg(stand_in.path()).status();
        assert!(installed.expect("install is a part of every system").success());
        stand_in
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("mgrctl")
    }

    fn record(&self) -> PathBuf {
        self.folder.path().join("record")
    }

    /// The variable that the stand-in needs.
    pub(crate) fn environment(&self) -> Environment {
        vec![("MGRCTL_RECORD".to_owned(), self.record().to_string_lossy().into_owned())]
    }

    /// The snippets with the stand-in instead of mgrctl.
    #[track_caller]
    pub(crate) fn replace(&self, snippets: &str) -> String {
        let path = self.path();
        let path = path.to_str().expect("a temporary folder with a plain name");
        let lines = snippets.lines().map(|line| {
            if line.starts_with('#') {
                return format!("{line}\n");
            }
            assert!(line.contains(MGRCTL), "no mgrctl in {line}");
            format!("{}\n", line.replacen(MGRCTL, path, 1))
        });
        lines.collect()
    }

    /// The number of calls so far.
    pub(crate) fn count(&self) -> usize {
        calls(&fs::read(self.record()).unwrap_or_default()).len()
    }

    /// The arguments of every call since the last call of this.
    pub(crate) fn take(&self) -> Vec<Vec<Vec<u8>>> {
        let record = fs::read(self.record()).unwrap_or_default();
        let _ = fs::remove_file(self.record());
        calls(&record)
    }
}

fn calls(record: &[u8]) -> Vec<Vec<Vec<u8>>> {
    let mut words = record.split_inclusive(|&byte| byte == 0).filter_map(|word| word.strip_suffix(&[0]));
    let mut calls = Vec::new();
    while let Some(count) = words.next() {
        let count = std::str::from_utf8(count).ok().and_then(|count| count.parse().ok()).expect("a number first");
        calls.push(words.by_ref().take(count).map(<[u8]>::to_vec).collect());
    }
    calls
}

/// A call as the oracle returns it: `func`, then the parameters. Arguments of `-e` are returned separately.
#[track_caller]
pub(crate) fn pairs(arguments: &[Vec<u8>], manager: &str) -> (Vec<Pair>, Vec<Vec<u8>>) {
    let [option, panel, function, words @ ..] = arguments else { panic!("too few arguments: {arguments:?}") };
    assert_eq!((&option[..], &panel[..]), (&b"-m"[..], manager.as_bytes()));
    let mut pairs = vec![(b"func".to_vec(), function.clone())];
    let mut from_env = Vec::new();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        if word == b"-e" {
            from_env.push(words.next().expect("-e has a value").clone());
            continue;
        }
        let equals = word.iter().position(|&byte| byte == b'=').expect("a parameter is name=value");
        pairs.push((word[..equals].to_vec(), word[equals + 1..].to_vec()));
    }
    (pairs, from_env)
}
