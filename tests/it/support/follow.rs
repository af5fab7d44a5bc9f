//! A log in a folder of its own, and the program that follows it.

use super::program::{self, PROGRAM, Signal};
use std::fs::{self, OpenOptions};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Far longer than any step takes; only a hang reaches it.
const DEADLINE: Duration = Duration::from_secs(40);

/// A request line that contains this number.
pub(crate) fn request(number: u32) -> String {
    format!(
        "Jun 25 09:07:51 [26956:1738] core_module INFO Request [192.0.2.38][root] 'elid={number}&func=a.edit&sok=ok'\n"
    )
}

/// A folder with a log.
pub(crate) struct Panel {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) log: PathBuf,
}

impl Panel {
    /// An empty log.
    pub(crate) fn new() -> Self {
        let panel = Self::without_log();
        panel.write("");
        panel
    }

    pub(crate) fn without_log() -> Self {
        let folder = tempfile::tempdir().expect("folder");
        fs::create_dir(folder.path().join("var")).expect("folder");
        let log = folder.path().join("var/billmgr.log");
        Self { folder, log }
    }

    /// A file beside the log.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.log.with_file_name(name)
    }

    /// Appends to the log.
    pub(crate) fn write(&self, text: &str) {
        append(&self.log, text);
    }

    pub(crate) fn requests(&self, numbers: std::ops::RangeInclusive<u32>) {
        numbers.for_each(|number| self.write(&request(number)));
    }

    pub(crate) fn rename(&self, name: &str) {
        fs::rename(&self.log, self.beside(name)).expect("rename");
    }

    pub(crate) fn follow(&self) -> Follow {
        Follow::start(mgr2api().arg("-f").arg(&self.log))
    }
}

pub(crate) fn append(path: &Path, text: &str) {
    let mut file = OpenOptions::new().append(true).create(true).open(path).expect("log");
    file.write_all(text.as_bytes()).expect("write");
}

pub(crate) fn mgr2api() -> Command {
    let mut command = Command::new(PROGRAM);
    command.env_clear().args(["-t", "url"]);
    command
}

/// Whether the program waits for events: later writes are new to it.
pub(crate) fn watches(program: &Child) -> bool {
    let files = fs::read_dir(format!("/proc/{}/fd", program.id())).into_iter().flatten().flatten();
    files.filter_map(|file| fs::read_link(file.path()).ok()).any(|link| link.ends_with("anon_inode:inotify"))
}

/// The running program.
pub(crate) struct Follow {
    child: Child,
    out: Arc<Mutex<Vec<String>>>,
    err: Arc<Mutex<String>>,
    readers: Vec<JoinHandle<()>>,
}

impl Follow {
    /// Starts the program and waits until it watches the log.
    pub(crate) fn start(command: &mut Command) -> Self {
        let follow = Self::spawn(command);
        follow.wait("the program to watch", |_, _| watches(&follow.child));
        follow
    }

    pub(crate) fn spawn(command: &mut Command) -> Self {
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("program");
        let (out, err) = (Arc::new(Mutex::new(Vec::new())), Arc::new(Mutex::new(String::new())));
        let (stdout, mut stderr) = (child.stdout.take().expect("pipe"), child.stderr.take().expect("pipe"));
        let (lines, text) = (Arc::clone(&out), Arc::clone(&err));
        let readers = vec![
            thread::spawn(move || {
                for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                    lines.lock().expect("lines").push(line);
                }
            }),
            thread::spawn(move || {
                let mut buffer = [0; 4096];
                while let Ok(len @ 1..) = stderr.read(&mut buffer) {
                    text.lock().expect("text").push_str(&String::from_utf8_lossy(&buffer[..len]));
                }
            }),
        ];
        Self { child, out, err, readers }
    }

    #[track_caller]
    fn wait(&self, what: &str, done: impl Fn(&[String], &str) -> bool) {
        let start = Instant::now();
        while !done(&self.out.lock().expect("lines"), &self.err.lock().expect("text")) {
            let (out, err) = (self.numbers(), self.err.lock().expect("text").clone());
            assert!(start.elapsed() < DEADLINE, "waited in vain for {what}; printed {out:?}; notes: {err}");
            thread::sleep(Duration::from_millis(2));
        }
    }

    /// The numbers printed so far.
    pub(crate) fn numbers(&self) -> Vec<u32> {
        let number = |line: &String| line.split_once("elid=")?.1.split('&').next()?.parse().ok();
        self.out.lock().expect("lines").iter().filter_map(number).collect()
    }

    pub(crate) fn lines(&self) -> Vec<String> {
        self.out.lock().expect("lines").clone()
    }

    /// Waits until this number was printed.
    #[track_caller]
    pub(crate) fn printed(&self, number: u32) {
        let text = format!("elid={number}&");
        self.wait(&text, |out, _| out.iter().any(|line| line.contains(&text)));
    }

    /// Waits until a note contains this text.
    #[track_caller]
    pub(crate) fn noted(&self, text: &str) {
        self.wait(text, |_, err| err.contains(text));
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    pub(crate) fn signal(&self, signal: Signal) {
        program::signal(self.child.id(), signal);
    }

    /// Does something while the program is stopped.
    pub(crate) fn while_stopped(&self, happen: impl FnOnce()) {
        self.signal(Signal::STOP);
        happen();
        self.signal(Signal::CONT);
    }

    /// Waits for the end; returns the numbers printed, the exit status and the notes.
    pub(crate) fn end(mut self) -> (Vec<u32>, ExitStatus, String) {
        let status = self.child.wait().expect("end");
        self.readers.drain(..).for_each(|reader| reader.join().expect("reader"));
        let notes = self.err.lock().expect("text").clone();
        (self.numbers(), status, notes)
    }

    /// Interrupts the program and waits for its end.
    pub(crate) fn interrupt(self) -> (Vec<u32>, ExitStatus, String) {
        self.signal(Signal::INT);
        self.end()
    }

    /// Checks that all numbers up to this one were printed once and in order, and nothing else.
    #[track_caller]
    pub(crate) fn expect_all(self, last: u32) -> String {
        self.printed(last);
        let (numbers, status, notes) = self.interrupt();
        assert_eq!(numbers, (1..=last).collect::<Vec<_>>(), "{notes}");
        assert_eq!(status.code(), Some(0), "{notes}");
        notes
    }
}

impl Drop for Follow {
    /// Leaves no program behind when a test fails.
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}
