//! The world of the model: a log on a real disk, the lines written to it, and the lines that came out.

mod rotate;

use super::Action;
use crate::follow::{Follower, LATE, SETTLED};
use crate::source::{Block, Source};
use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

pub(super) struct World {
    home: PathBuf,
    log: PathBuf,
    follower: Follower,
    /// Entries that the follower returned, in order.
    learned: Vec<crate::follow::Position>,
    now: Instant,
    /// The number of the next line.
    next: u32,
    /// The file before the last rename.
    old: Option<File>,
    old_since: Instant,
    /// Whether that file has a name that the follower checks.
    old_named: bool,
    /// Lines written since the last read to files without such a name.
    nameless: Vec<u32>,
    /// The rest of an unfinished line.
    rest: Option<String>,
    archives: u32,
    /// Whether the log has an unread first line from the panel.
    rotated: bool,
    /// Lines written to the log since the last read.
    unread: Vec<u32>,
    /// Lines that no reader can get any more.
    lost: BTreeSet<u32>,
    /// Whether the follower has polled the log since it was created.
    open: bool,
    late: BTreeSet<u32>,
    got: Vec<u32>,
    clock: SystemTime,
    stamped: BTreeSet<(u64, u64, i64)>,
}

impl World {
    /// An empty log in an empty folder.
    pub(super) fn new(home: PathBuf) -> Self {
        let folder = home.join("var");
        fs::create_dir(&folder).expect("folder");
        let log = folder.join("billmgr.log");
        fs::write(&log, "").expect("log");
        let follower = Follower::new(&log, Arc::new(Source::log("billmgr.log")));
        Self {
            home,
            log,
            follower,
            learned: Vec::new(),
            now: Instant::now(),
            next: 0,
            old: None,
            old_since: Instant::now(),
            old_named: true,
            nameless: Vec::new(),
            rest: None,
            archives: 0,
            rotated: false,
            unread: Vec::new(),
            lost: BTreeSet::new(),
            open: true,
            late: BTreeSet::new(),
            got: Vec::new(),
            // No file may seem older than its text, because the birth time of a file cannot be set.
            clock: SystemTime::now() - Duration::from_secs(60 * 60),
            stamped: BTreeSet::new(),
        }
    }

    fn append(&self, text: &str) {
        let mut file = OpenOptions::new().append(true).create(true).open(&self.log).expect("log");
        file.write_all(text.as_bytes()).and_then(|()| file.set_modified(self.clock)).expect("write");
    }

    fn line(&mut self, padding: u8) -> String {
        let number = self.next;
        self.next += 1;
        // The number at both ends, so that no two halves of lines are alike.
        format!("Jun 25 09:07:51 [1:2] m INFO n={number:06} {} {number:06} end\n", "x".repeat(usize::from(padding)))
    }

    fn finish_part(&mut self) {
        if let Some(rest) = self.rest.take() {
            self.append(&rest);
        }
    }

    fn aside(&mut self, name: &str) -> PathBuf {
        self.archives += 1;
        self.log.with_file_name(format!("billmgr.log.{name}{}", self.archives))
    }

    pub(super) fn act(&mut self, action: &Action) {
        self.clock += Duration::from_millis(20);
        self.do_act(action);
        // The clock of the file system is too coarse for a test without pauses.
        for folder in [self.log.parent().expect("folder")] {
            for entry in fs::read_dir(folder).expect("folder").flatten() {
                let about = fs::metadata(entry.path()).expect("file");
                let state = (about.ino(), about.len(), about.mtime_nsec());
                if !self.stamped.contains(&state) {
                    File::options()
                        .append(true)
                        .open(entry.path())
                        .and_then(|file| file.set_modified(self.clock))
                        .expect("time");
                    let about = fs::metadata(entry.path()).expect("file");
                    self.stamped.insert((about.ino(), about.len(), about.mtime_nsec()));
                }
            }
        }
    }

    fn do_act(&mut self, action: &Action) {
        match action {
            Action::Write { lines, padding } => {
                self.finish_part();
                for _ in 0..*lines {
                    self.unread.push(self.next);
                    let line = self.line(*padding);
                    self.append(&line);
                }
            }
            Action::Part if self.rest.is_none() => {
                self.unread.push(self.next);
                let line = self.line(3);
                let (start, rest) = line.split_at(38);
                self.append(start);
                self.rest = Some(rest.to_owned());
            }
            Action::Part => self.finish_part(),
            Action::WriteOld => {
                // A file that is no longer the log is not polled for ever.
                if self.old.is_some() && self.now + Duration::from_millis(500) < self.old_since + LATE {
                    self.late.insert(self.next);
                    self.nameless.extend((!self.old_named).then_some(self.next));
                    let line = self.line(1);
                    self.old.as_mut().expect("old log").write_all(line.as_bytes()).expect("write");
                }
            }
            Action::Rename => {
                self.rename();
                self.fresh();
            }
            Action::Delete => {
                if !self.open {
                    self.lose();
                }
                self.late_file();
                self.hide();
                fs::remove_file(&self.log).expect("delete");
                self.fresh();
            }
            Action::CopyTruncate => {
                let aside = self.aside("");
                fs::copy(&self.log, aside).expect("copy");
                fs::write(&self.log, "").expect("truncate");
            }
            Action::Archive { packed, late } => self.archive(*packed, *late),
            Action::Truncate => {
                self.finish_part();
                self.lose();
                fs::write(&self.log, "").expect("truncate");
            }
            Action::Hole => {
                self.finish_part();
                self.lose();
                let len = fs::metadata(&self.log).expect("log").len();
                fs::write(&self.log, "").expect("truncate");
                OpenOptions::new().write(true).open(&self.log).and_then(|log| log.set_len(len)).expect("hole");
            }
            Action::CopyUp => {
                // Only when nothing is pending.
                self.read(200);
                while self.follower.is_waiting() {
                    self.read(200);
                }
                let upper = self.log.with_file_name("upper");
                fs::copy(&self.log, &upper).expect("copy");
                fs::rename(&upper, &self.log).expect("rename");
                self.open = false;
            }
            Action::Link => self.link(),
            Action::Absent => {
                self.rename();
                self.read(10);
                self.fresh();
            }
            Action::Shrink => self.shrink(),
            Action::Restart => self.restart(),
            Action::FolderAway => {
                let (folder, away) = (self.home.join("var"), self.home.join("away"));
                fs::rename(&folder, &away).expect("rename");
                self.read(10);
                fs::rename(&away, &folder).expect("rename");
            }
            Action::Read { millis } => self.read(*millis),
            Action::ReadOn { millis } => {
                self.now += Duration::from_millis((*millis).into());
                self.read_on();
            }
        }
    }

    fn read(&mut self, millis: u16) {
        self.now += Duration::from_millis(millis.into());
        while self.read_on() {}
        if !self.follower.is_waiting() && self.log.exists() {
            self.open = true;
            self.nameless.clear();
            self.rotated = false;
            let unfinished = self.unread.pop().filter(|_| self.rest.is_some());
            self.unread = unfinished.into_iter().collect();
        }
    }

    /// Reads the next lines; false if there are none now.
    fn read_on(&mut self) -> bool {
        let mut block = Block::new(Arc::clone(self.follower.source()));
        let is_read = self.follower.read(self.now, &mut block).expect("read");
        for line in String::from_utf8_lossy(block.bytes()).lines().filter(|_| is_read) {
            let whole = line.strip_prefix("Jun 25 09:07:51 [1:2] m INFO n=").filter(|rest| rest.ends_with(" end"));
            self.got.extend(whole.and_then(|rest| rest[..6].parse::<u32>().ok()));
        }
        is_read
    }

    pub(super) fn check(&mut self) {
        self.finish_part();
        for _ in 0..4 {
            self.read(u16::try_from(SETTLED.as_millis()).expect("short") + 10);
        }
        self.read(20_000);
        self.read(20_000);
        // Files beyond the limit of one search are found by the next.
        while self.follower.is_waiting() {
            self.read(200);
        }
        let once: BTreeSet<u32> = self.got.iter().copied().collect();
        let missing: Vec<u32> = (0..self.next).filter(|n| !once.contains(n) && !self.lost.contains(n)).collect();
        let state = format!("notes {:?}", self.follower.take_notes());
        assert!(missing.is_empty(), "lost {missing:?} of {}; got {:?}; {state}", self.next, self.got);
        assert_eq!(once.len(), self.got.len(), "repeated: {:?}; {state}", self.got);
        let in_order = |late: bool| {
            let numbers: Vec<u32> = self.got.iter().copied().filter(|n| self.late.contains(n) == late).collect();
            assert!(numbers.is_sorted(), "out of order: {numbers:?}; {state}");
        };
        in_order(false);
        in_order(true);
    }
}
