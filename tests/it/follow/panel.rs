//! The panel's own rotation: the text is moved to an archive, the log is truncated, and its first line names the
//! archive.

use crate::support::follow::{Panel, request};
use crate::support::program::Signal;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs::{self, File};
use std::io::Write;
use std::time::Duration;

impl Panel {
    /// Rotates; the archive may appear after the first line that names it.
    fn rotate(&self, number: u32, packed: bool, late: Duration) {
        fs::create_dir_all(self.beside("logs")).expect("folder");
        let name = format!("logs/billmgr.log.2026-06-25_09-07-51.{number}");
        let text = fs::read(&self.log).expect("log");
        let archive = || {
            if packed {
                let mut gzip = GzEncoder::new(
                    File::create(self.beside(&format!("{name}.gz"))).expect("file"),
                    Compression::fast(),
                );
                let (start, rest) = text.split_at(text.len() / 2);
                gzip.write_all(start).and_then(|()| gzip.flush()).expect("pack");
                std::thread::sleep(late);
                gzip.write_all(rest).and_then(|()| gzip.finish().map(drop)).expect("pack");
            } else {
                std::thread::sleep(late);
                fs::write(self.beside(&name), &text).expect("archive");
            }
        };
        let truncate = || fs::write(&self.log, format!("The log continues {name}\n")).expect("truncate");
        if late.is_zero() {
            archive();
            truncate();
        } else {
            truncate();
            archive();
        }
    }
}

#[test]
fn what_was_not_read_is_taken_from_the_archive() {
    for packed in [false, true] {
        let panel = Panel::new();
        let follow = panel.follow();
        panel.requests(1..=5);
        follow.printed(5);
        follow.while_stopped(|| {
            panel.requests(6..=9);
            panel.rotate(1, packed, Duration::ZERO);
            panel.requests(10..=11);
        });
        follow.expect_all(11);
    }
}

#[test]
fn several_rotations_between_two_looks() {
    for packed in [false, true] {
        let panel = Panel::new();
        let follow = panel.follow();
        panel.requests(1..=2);
        follow.printed(2);
        follow.while_stopped(|| {
            for round in 1..=4 {
                panel.requests(round * 3..=round * 3 + 2);
                panel.rotate(round, packed, Duration::ZERO);
            }
            panel.requests(15..=16);
        });
        panel.requests(17..=17);
        follow.printed(17);
        let (numbers, ..) = follow.interrupt();
        assert_eq!(numbers, [1, 2].into_iter().chain(3..=17).collect::<Vec<_>>());
    }
}

#[test]
fn an_archive_that_is_still_being_written_is_waited_for() {
    for packed in [false, true] {
        let panel = Panel::new();
        let follow = panel.follow();
        panel.requests(1..=400);
        follow.printed(400);
        follow.while_stopped(|| {
            panel.requests(401..=800);
            fs::copy(&panel.log, panel.beside("whole")).expect("copy");
        });
        std::thread::scope(|scope| {
            follow.signal(Signal::STOP);
            panel.requests(801..=1000);
            let writer = scope.spawn(|| panel.rotate(1, packed, Duration::from_millis(700)));
            std::thread::sleep(Duration::from_millis(100));
            follow.signal(Signal::CONT);
            writer.join().expect("writer");
        });
        panel.requests(1001..=1002);
        follow.expect_all(1002);
    }
}

#[test]
fn a_line_cut_by_the_rotation() {
    let panel = Panel::new();
    let follow = panel.follow();
    panel.requests(1..=1);
    let line = request(2);
    let (start, rest) = line.split_at(line.len() - 20);
    panel.write(start);
    follow.printed(1);
    panel.rotate(1, true, Duration::ZERO);
    panel.write(rest);
    panel.requests(3..=3);
    follow.expect_all(3);
}

#[test]
fn an_archive_that_is_gone_is_told_with_the_bytes_lost() {
    let panel = Panel::new();
    let follow = panel.follow();
    panel.requests(1..=1);
    follow.printed(1);
    fs::write(&panel.log, "The log continues logs/billmgr.log.2026-06-25.1\n").expect("truncate");
    panel.requests(2..=2);
    follow.noted("its archive logs/billmgr.log.2026-06-25.1 was not found: everything that was seen had been read");
    follow.expect_all(2);
}
