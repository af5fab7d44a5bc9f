//! Rotations and other changes of the log's file, and what no reader can get after them.

use super::World;
use crate::follow::Follower;
use flate2::{Compression, write::GzEncoder};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::sync::Arc;

impl World {
    pub(super) fn rename(&mut self) {
        let is_link = fs::symlink_metadata(&self.log).expect("log").is_symlink();
        if is_link && !self.open {
            self.lose();
        }
        self.late_file();
        if is_link {
            // A symbolic link in a rotated name counts only if it leads to a file with the log's name.
            self.hide();
        }
        let aside = self.aside("");
        fs::rename(&self.log, aside).expect("rename");
    }

    pub(super) fn link(&mut self) {
        self.late_file();
        self.archives += 1;
        let target = self.log.with_file_name(format!("target-{}.log", self.archives));
        let link = self.log.with_file_name("link");
        // After a link was switched, its former target is found only if it is open.
        if !self.open {
            self.lose();
        }
        fs::write(&target, "").expect("target");
        std::os::unix::fs::symlink(&target, &link).expect("link");
        self.hide();
        fs::rename(&link, &self.log).expect("switch");
        (self.open, self.unread) = (false, Vec::new());
    }

    pub(super) fn shrink(&mut self) {
        self.finish_part();
        self.read(200);
        self.read(200);
        let len = fs::metadata(&self.log).expect("log").len();
        let text = fs::read(&self.log).expect("log");
        // The follower must see the cut at once: text written after a cut within a line cannot be distinguished from
        // the line's end. And the cut must not be in the first line, which is awaited because it may name an archive.
        let line_left = text.iter().rev().skip(7).any(|&byte| byte == b'\n');
        if self.open && self.unread.is_empty() && line_left {
            OpenOptions::new().write(true).open(&self.log).and_then(|log| log.set_len(len - 7)).expect("cut");
            self.read(200);
        }
    }

    /// A rotation as the panel does it. The archive may appear after the first line that names it, and in pieces.
    pub(super) fn archive(&mut self, packed: bool, late: bool) {
        let text = fs::read(&self.log).expect("log");
        let mut aside = self.aside("2026-01-01.");
        let content = if packed {
            aside.set_extension(format!("{}.gz", self.archives));
            let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
            gzip.write_all(&text).expect("pack");
            gzip.finish().expect("pack")
        } else {
            text
        };
        self.rotated = true;
        // A file is identified by its start. Two archives that contain only an unfinished line, each found while half
        // of it is written, cannot be distinguished.
        let late = late && self.rest.is_none();
        let first_line = format!("rotated to {}\n", aside.display());
        if late {
            fs::write(&self.log, first_line).expect("truncate");
            let half = content.len() / 2;
            for piece in [&content[..half], &content[half..]] {
                self.read(10);
                let mut file = OpenOptions::new().append(true).create(true).open(&aside).expect("archive");
                file.write_all(piece).and_then(|()| file.set_modified(self.clock)).expect("archive");
            }
        } else {
            fs::write(&aside, content).expect("archive");
            fs::write(&self.log, first_line).expect("truncate");
        }
    }

    /// A writer that has the log open now keeps it.
    pub(super) fn late_file(&mut self) {
        self.finish_part();
        // Late lines make an unread file look newer than it is, and nothing else shows its age: neither order nor
        // completeness of a line that was cut meanwhile is guaranteed for it.
        let read = self.open
            && !self.rotated
            && self.unread.is_empty()
            && fs::read(&self.log).is_ok_and(|log| log.iter().any(|&byte| byte != 0));
        (self.old_named, self.old_since) = (true, self.now);
        self.old = read.then(|| OpenOptions::new().append(true).open(&self.log).expect("log"));
    }

    /// Called before the log's file loses its name.
    pub(super) fn hide(&mut self) {
        self.old_named = false;
        self.nameless.append(&mut self.unread);
    }

    /// A kill at any moment. Files without a name are lost with the program that had them open.
    pub(super) fn restart(&mut self) {
        let position = self.follower.position();
        self.learned.extend(self.follower.take_learned());
        // A state file may contain either.
        let known = if self.next.is_multiple_of(2) { self.follower.known() } else { self.learned.clone() };
        let source = Arc::clone(self.follower.source());
        self.follower = Follower::resume(&self.log, source, &position, &known, self.now).expect("position");
        self.open = false;
        self.lost.extend(self.nameless.drain(..));
        if !self.old_named {
            self.old = None;
        }
    }

    pub(super) fn fresh(&mut self) {
        fs::write(&self.log, "").expect("log");
        (self.open, self.unread) = (false, Vec::new());
    }

    pub(super) fn lose(&mut self) {
        self.lost.extend(self.unread.drain(..));
    }
}
