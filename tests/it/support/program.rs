//! The program, spawned as a user would do, without the developer's environment. Every run fails on a control character
//! in its output, unless the test allows colour or another program's bytes.

use super::harmless::assert_harmless;
use rustix::process::{Pid, kill_process};
use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use std::{fs, thread};
use tempfile::TempDir;

pub(crate) use rustix::process::Signal;

/// The path of the program.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_mgr2api");

/// A run in preparation; a clone shares the folder.
#[must_use]
#[derive(Debug, Clone)]
pub(crate) struct Run {
    /// The folder that it runs in.
    pub(crate) folder: Arc<TempDir>,
    elsewhere: Option<PathBuf>,
    arguments: Vec<OsString>,
    variables: Vec<(OsString, OsString)>,
    stdin: Vec<u8>,
    any_bytes: bool,
}

/// The program with these arguments, in an empty folder, with empty standard input.
pub(crate) fn mgr2api<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Run {
    let folder = Arc::new(tempfile::tempdir().expect("temporary folder"));
    let run =
        Run { folder, elsewhere: None, arguments: vec![], variables: vec![], stdin: Vec::new(), any_bytes: false };
    run.args(arguments)
}

impl Run {
    pub(crate) fn args<A: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        self.arguments.extend(arguments.into_iter().map(|argument| argument.as_ref().to_owned()));
        self
    }

    /// Creates a file in the folder of the run.
    pub(crate) fn file(self, name: impl AsRef<Path>, content: impl AsRef<[u8]>) -> Self {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().expect("parent")).expect("folder");
        fs::write(path, content).expect("file");
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.variables.push((name.into(), value.as_ref().to_owned()));
        self
    }

    pub(crate) fn stdin(mut self, content: impl AsRef<[u8]>) -> Self {
        self.stdin = content.as_ref().to_vec();
        self
    }

    /// Runs in this folder instead of its own.
    pub(crate) fn current_dir(mut self, folder: &Path) -> Self {
        self.elsewhere = Some(folder.to_owned());
        self
    }

    /// Allows control characters in the output: it is coloured or passed through.
    pub(crate) fn any_bytes(mut self) -> Self {
        self.any_bytes = true;
        self
    }

    /// The command, for a test that handles the streams itself.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(PROGRAM);
        command.env_clear().envs(self.variables.iter().map(|(name, value)| (name, value)));
        command.args(&self.arguments).current_dir(self.elsewhere.as_deref().unwrap_or(self.folder.path()));
        command
    }

    /// Runs to the end.
    #[track_caller]
    pub(crate) fn run(&self) -> Ended {
        let mut command = self.command();
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let mut pipe = child.stdin.take().expect("piped");
        let ended: Ended = thread::scope(|scope| {
            // The program may stop reading early; that is not a failure.
            scope.spawn(move || drop(pipe.write_all(&self.stdin)));
            child.wait_with_output().expect("output").into()
        });
        if !self.any_bytes {
            assert_harmless("standard output", &ended.out);
        }
        assert_harmless("standard error", &ended.err);
        ended
    }
}

/// A finished run.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) status: Option<i32>,
    pub(crate) out: Vec<u8>,
    pub(crate) err: Vec<u8>,
}

/// Sends a signal to a process.
#[track_caller]
pub(crate) fn signal(process: u32, signal: Signal) {
    let process = i32::try_from(process).ok().and_then(Pid::from_raw).expect("the number of a process");
    kill_process(process, signal).expect("the process is there");
}

impl From<Output> for Ended {
    fn from(output: Output) -> Self {
        Self { status: output.status.code(), out: output.stdout, err: output.stderr }
    }
}

impl Ended {
    #[track_caller]
    pub(crate) fn status(self, expected: i32) -> Self {
        assert_eq!(self.status, Some(expected), "stderr: {}", self.err.escape_ascii());
        self
    }

    /// Standard output is exactly this.
    #[track_caller]
    pub(crate) fn out(self, expected: impl AsRef<[u8]>) -> Self {
        assert_eq!(self.out.escape_ascii().to_string(), expected.as_ref().escape_ascii().to_string());
        self
    }

    /// Standard error is exactly this.
    #[track_caller]
    pub(crate) fn err(self, expected: impl AsRef<[u8]>) -> Self {
        assert_eq!(self.err.escape_ascii().to_string(), expected.as_ref().escape_ascii().to_string());
        self
    }

    /// Standard error contains all of these.
    #[track_caller]
    pub(crate) fn err_has(self, parts: &[&str]) -> Self {
        let text = self.err_text();
        for part in parts {
            assert!(text.contains(part), "no {part:?} in {text:?}");
        }
        self
    }

    /// Standard output as text.
    #[track_caller]
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.out).expect("standard output is UTF-8")
    }

    pub(crate) fn out_text(&self) -> String {
        String::from_utf8_lossy(&self.out).into_owned()
    }

    pub(crate) fn err_text(&self) -> String {
        String::from_utf8_lossy(&self.err).into_owned()
    }

    /// Whether a note reports that this target cannot express the request at `place`.
    pub(crate) fn leaves_out(&self, place: &str, target: &str) -> bool {
        let [place, reason] = [format!("{place}: "), format!(": not converted to {target}: ")];
        self.err_text().lines().any(|note| note.starts_with(&place) && note.contains(&reason))
    }
}
