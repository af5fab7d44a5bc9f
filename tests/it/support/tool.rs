//! The tools for which the exchange formats are made. Each runs in a new folder with the given files and variables.
//!
//! Debian has no packages of them: `tests/run` builds Hurl, and npm installs newman (Postman without its window) and
//! httpyac.

use super::form;
use super::installed::{self, find};
use std::collections::HashMap;
use std::path::PathBuf;
use std::process::Command;

/// The exit status of a tool, and its output on both streams.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) status: Option<i32>,
    pub(crate) said: String,
}

impl Ended {
    #[track_caller]
    pub(crate) fn success(&self) {
        assert_eq!(self.status, Some(0), "{}", form::shorten(&self.said));
    }
}

/// Files: names and contents.
type Files<'f> = [(&'f str, &'f str)];

/// Runs Hurl. `None` if it is missing and may be.
///
/// Status 2: an unreadable file; 3: a call that could not be made (unknown variable, no connection); 4: an unexpected
/// answer.
pub(crate) fn hurl(arguments: &[&str], files: &Files<'_>, variables: &HashMap<String, String>) -> Option<Ended> {
    let variables = variables.iter().map(|(name, value)| (format!("HURL_{name}"), value.clone())).collect();
    let arguments = [&["--no-color", "--no-output"], arguments].concat();
    Some(run(find("hurl")?, &arguments, files, &variables))
}

/// Runs a tool of npm. `None` if it is missing and may be.
pub(crate) fn npm(
    tool: &str,
    arguments: &[&str],
    files: &Files<'_>,
    variables: &HashMap<String, String>,
) -> Option<Ended> {
    find("node")?;
    Some(run(find(tool)?, arguments, files, variables))
}

fn run(program: PathBuf, arguments: &[&str], files: &Files<'_>, variables: &HashMap<String, String>) -> Ended {
    let folder = tempfile::tempdir().expect("a writable temporary folder");
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).expect("a writable temporary folder");
    }
    let mut command = Command::new(program);
    command.args(arguments).current_dir(&folder).env_clear().env("PATH", installed::path()).env("HOME", folder.path());
    let output = command.envs(variables).output().expect("it starts");
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    Ended { status: output.status.code(), said }
}
