//! The program, spawned the way a user would, with nothing of the developer's own environment.

use super::harmless::assert_harmless;
use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

/// A run in the making.
#[must_use]
#[derive(Debug, Clone, Default)]
pub(crate) struct Mgr2api {
    args: Vec<OsString>,
    stdin: Vec<u8>,
    envs: Vec<(OsString, OsString)>,
    dir: Option<OsString>,
    any_bytes: bool,
}

/// What a run gave.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: String,
    pub(crate) status: ExitStatus,
}

impl Mgr2api {
    /// No arguments, empty standard input, the current folder.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn args<A: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.args.extend(args.into_iter().map(|arg| arg.as_ref().to_owned()));
        self
    }

    pub(crate) fn arg(self, arg: impl AsRef<OsStr>) -> Self {
        self.args([arg])
    }

    pub(crate) fn stdin(mut self, bytes: impl Into<Vec<u8>>) -> Self {
        self.stdin = bytes.into();
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.envs.push((name.into(), value.as_ref().to_owned()));
        self
    }

    pub(crate) fn current_dir(mut self, dir: &Path) -> Self {
        self.dir = Some(dir.into());
        self
    }

    /// Does not check that the output is harmless: for `--passthrough` and `--color always`.
    pub(crate) fn any_bytes(mut self) -> Self {
        self.any_bytes = true;
        self
    }

    /// Runs to the end.
    #[track_caller]
    pub(crate) fn run(&self) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mgr2api"));
        command.args(&self.args).env_clear().envs(self.envs.iter().map(|(name, value)| (name, value)));
        if let Some(dir) = &self.dir {
            command.current_dir(dir);
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program is built");
        let mut stdin = child.stdin.take().expect("piped");
        let output = std::thread::scope(|scope| {
            // The program may stop reading early; that is not for this thread to judge.
            scope.spawn(move || stdin.write_all(&self.stdin));
            child.wait_with_output()
        });
        let output = output.expect("a child can be waited for");
        if !self.any_bytes {
            assert_harmless("standard output", &output.stdout);
            assert_harmless("standard error", &output.stderr);
        }
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        Ran { stdout: output.stdout, stderr, status: output.status }
    }
}

impl Ran {
    /// Fails unless something was converted and nothing went wrong.
    #[track_caller]
    pub(crate) fn success(self) -> Self {
        assert_eq!(self.status.code(), Some(0), "standard error: {}", self.stderr);
        self
    }

    /// Whether a note says that this target cannot say the request at `place`.
    pub(crate) fn leaves_out(&self, place: &str, target: &str) -> bool {
        let [place, reason] = [format!("{place}: "), format!(": not converted to {target}: ")];
        self.stderr.lines().any(|note| note.starts_with(&place) && note.contains(&reason))
    }

    /// Standard output as text.
    #[track_caller]
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.stdout).expect("standard output is UTF-8")
    }
}
