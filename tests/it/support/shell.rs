//! Real shells.

use super::installed::{self, find};
use std::path::Path;
use std::process::{Command, Stdio};

/// Variables for a script, besides PATH and a home of its own.
pub(crate) type Environment = Vec<(String, String)>;

/// A shell, and how to start it without a user's settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shell {
    pub(crate) name: &'static str,
    program: &'static str,
    /// Arguments for a script, whose path follows.
    script: &'static [&'static str],
    /// Arguments for a user at a terminal.
    pub(crate) interactive: &'static [&'static str],
}

pub(crate) const BASH: Shell = Shell {
    name: "bash",
    program: "bash",
    script: &["--norc", "--noprofile"],
    interactive: &["--norc", "--noprofile", "-i"],
};
pub(crate) const BASH_POSIX: Shell = Shell {
    name: "bash --posix",
    program: "bash",
    script: &["--norc", "--noprofile", "--posix"],
    interactive: &["--norc", "--noprofile", "--posix", "-i"],
};
pub(crate) const DASH: Shell = Shell { name: "dash", program: "dash", script: &[], interactive: &["-i"] };
pub(crate) const BUSYBOX: Shell =
    Shell { name: "busybox sh", program: "busybox", script: &["sh"], interactive: &["sh", "-i"] };
pub(crate) const ZSH: Shell = Shell { name: "zsh", program: "zsh", script: &["-f"], interactive: &["-f", "-i"] };
pub(crate) const FISH: Shell =
    Shell { name: "fish", program: "fish", script: &["--no-config"], interactive: &["--no-config", "-i"] };

/// The shells in which the same curl line must work.
pub(crate) const ALL: [Shell; 4] = [BASH, DASH, ZSH, FISH];

/// The result of a script.
#[derive(Debug)]
pub(crate) struct Done {
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: String,
    pub(crate) status: Option<i32>,
}

impl Shell {
    /// The shell's path; `None`, with a note, if it is missing and may be.
    pub(crate) fn find(self) -> Option<std::path::PathBuf> {
        find(self.program)
    }

    /// The arguments before a script's path.
    pub(crate) fn script_arguments(self) -> &'static [&'static str] {
        self.script
    }

    /// Runs a script in a new, empty folder, and fails if the folder is not empty afterwards: a value that was executed
    /// would have left a file. Does not check the exit status; the callers check what arrived.
    #[track_caller]
    pub(crate) fn run(self, script: &[u8], environment: &[(String, String)], locale: &str) -> Option<Done> {
        let program = self.find()?;
        // Programs that are called by name.
        let is_called = |name: &str| script.windows(name.len()).any(|part| part == name.as_bytes());
        if ["curl", "awk"].iter().any(|name| is_called(name) && !installed::has_tool(name)) {
            return None;
        }
        let room = Room::new();
        let path = room.home().join("script");
        std::fs::write(&path, script).expect("a writable temporary folder");
        let mut command = Command::new(program);
        command.args(self.script).arg(path).current_dir(room.dir()).env_clear();
        command.envs(room.environment(locale)).envs(environment.iter().map(|(name, value)| (name, value)));
        let output = command.stdin(Stdio::null()).output().expect("the shell starts");
        room.assert_untouched(self.name);
        Some(Done {
            stdout: output.stdout,
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
            status: output.status.code(),
        })
    }
}

/// An empty folder to run in, and a home beside it for files of the shells.
#[derive(Debug)]
pub(crate) struct Room {
    root: tempfile::TempDir,
}

impl Room {
    pub(crate) fn new() -> Self {
        let root = tempfile::tempdir().expect("a writable temporary folder");
        for folder in ["home", "empty"] {
            std::fs::create_dir(root.path().join(folder)).expect("a writable temporary folder");
        }
        Self { root }
    }

    pub(crate) fn home(&self) -> std::path::PathBuf {
        self.root.path().join("home")
    }

    pub(crate) fn dir(&self) -> std::path::PathBuf {
        self.root.path().join("empty")
    }

    /// The variables that a shell and curl need.
    pub(crate) fn environment(&self, locale: &str) -> Environment {
        let path = installed::path();
        let home = self.home().to_string_lossy().into_owned();
        [("PATH", &*path), ("HOME", &home), ("XDG_RUNTIME_DIR", &home), ("LC_ALL", locale), ("TERM", "xterm")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .to_vec()
    }

    /// Fails if the folder is not empty.
    #[track_caller]
    pub(crate) fn assert_untouched(&self, who: &str) {
        let left = names(&self.dir());
        assert!(left.is_empty(), "{who}: something in a value was executed and left {left:?}");
    }
}

fn names(folder: &Path) -> Vec<std::ffi::OsString> {
    let entries = std::fs::read_dir(folder).expect("a readable folder");
    entries.map(|entry| entry.expect("a readable folder").file_name()).collect()
}
