//! Runs the program and says what to expect of it. Every run is hermetic, and every run is held to the law that no
//! control character comes out, unless a test says that its output is colour or another program's bytes.

use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs, thread};
use tempfile::TempDir;

/// How mgrctl calls to the panel of logs without a name begin.
pub(crate) const MGRCTL: &str = "/usr/local/mgr5/sbin/mgrctl -m ispmgr ";

/// A log line with this query, asked for by root.
pub(crate) fn request(query: &str) -> String {
    request_by("192.0.2.38", "root", query)
}

/// A log line with these brackets and this query.
pub(crate) fn request_by(origin: &str, user: &str, query: &str) -> String {
    format!("Jun 25 09:07:51 [26956:1738] core_module INFO Request [{origin}][{user}] '{query}'\n")
}

/// A run in preparation.
#[derive(Debug)]
#[must_use]
pub(crate) struct Run {
    pub(crate) folder: TempDir,
    pub(crate) command: Command,
    stdin: Vec<u8>,
    any_bytes: bool,
}

/// The program with these arguments, in an empty folder, with nothing on standard input.
pub(crate) fn mgr2api<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Run {
    let folder = tempfile::tempdir().expect("temporary folder");
    let mut command = Command::new(env!("CARGO_BIN_EXE_mgr2api"));
    command.env_clear().current_dir(&folder).args(arguments);
    Run { folder, command, stdin: Vec::new(), any_bytes: false }
}

/// What mgrctl snippets look like for one request on standard input, with these options; without the program's name.
#[track_caller]
pub(crate) fn mgrctl(options: &[&str], query: &str) -> String {
    let run = mgr2api(["-t", "mgrctl"]).args(options).stdin(request(query)).run();
    let call = run.status(0).out.strip_prefix(MGRCTL.as_bytes()).expect("a call of mgrctl").to_vec();
    String::from_utf8(call).expect("UTF-8").trim_end().to_owned()
}

/// The curl snippet for one request on standard input, with these options, as one line.
#[track_caller]
pub(crate) fn curl(options: &[&str], query: &str) -> String {
    let run = mgr2api(options).stdin(request(query)).run().status(0);
    String::from_utf8(run.out).expect("UTF-8").trim_end().to_owned()
}

impl Run {
    pub(crate) fn args<A: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        self.command.args(arguments);
        self
    }

    /// A file in the folder of the run.
    pub(crate) fn file(self, name: impl AsRef<Path>, content: impl AsRef<[u8]>) -> Self {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().expect("parent")).expect("folder");
        fs::write(path, content).expect("file");
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub(crate) fn stdin(mut self, content: impl AsRef<[u8]>) -> Self {
        self.stdin = content.as_ref().to_vec();
        self
    }

    /// The output may hold control characters: it is colour, or handed on as it came.
    pub(crate) fn any_bytes(mut self) -> Self {
        self.any_bytes = true;
        self
    }

    #[track_caller]
    pub(crate) fn run(mut self) -> Ended {
        self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().expect("the program starts");
        let mut pipe = child.stdin.take().expect("piped");
        let stdin = std::mem::take(&mut self.stdin);
        // Who stops reading early is no fault of the test.
        let feeder = thread::spawn(move || drop(pipe.write_all(&stdin)));
        let output = child.wait_with_output().expect("output");
        feeder.join().expect("feeder");
        let ended = Ended { status: output.status.code(), out: output.stdout, err: output.stderr };
        if !self.any_bytes {
            assert_harmless(&ended.out, "standard output");
        }
        assert_harmless(&ended.err, "standard error");
        ended
    }
}

/// No byte acts on a terminal.
#[track_caller]
pub(crate) fn assert_harmless(text: &[u8], stream: &str) {
    let text = std::str::from_utf8(text).unwrap_or_else(|_| panic!("{stream}: {}", text.escape_ascii()));
    let acting = text.chars().find(|&char| char != '\n' && char.is_control());
    assert_eq!(acting, None, "{stream}: {}", text.escape_debug());
}

/// A run that is over.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) status: Option<i32>,
    pub(crate) out: Vec<u8>,
    pub(crate) err: Vec<u8>,
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

    /// Standard error holds all of these.
    #[track_caller]
    pub(crate) fn err_has(self, parts: &[&str]) -> Self {
        let text = self.err_text();
        for part in parts {
            assert!(text.contains(part), "no {part:?} in {text:?}");
        }
        self
    }

    pub(crate) fn out_text(&self) -> String {
        String::from_utf8_lossy(&self.out).into_owned()
    }

    pub(crate) fn err_text(&self) -> String {
        String::from_utf8_lossy(&self.err).into_owned()
    }
}

/// Whether a tool of the system is there. One that is not skips its test, loudly; where everything must be there, it fails.
pub(crate) fn has_tool(name: &str) -> bool {
    let found = Command::new(name).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    if !found {
        assert!(env::var_os("MGR2API_TESTS_COMPLETE").is_none_or(|set| set != "1"), "{name} is not installed");
        eprintln!("SKIPPED: {name} is not installed");
    }
    found
}
