//! The follower with damaged archives: lines that were written while it did not run come from the archive of a
//! rotation, and no number is printed that was not logged, unless the exit status reports an error.

use crate::support::follow::Panel;
use crate::support::installed::has_tool;
use crate::support::program::Signal;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

fn pack(packer: &str, text: &str) -> Option<Vec<u8>> {
    let mut child = Command::new(packer).arg("-c").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
    child.stdin.take().expect("piped").write_all(text.as_bytes()).expect("packer reads");
    Some(child.wait_with_output().expect("packer").stdout)
}

/// The numbers 1 to 300: the follower reads the first 3 from the log, and the others from an archive of it.
#[track_caller]
fn rotated(packer: &str, damage: impl FnOnce(&mut Vec<u8>)) -> (Vec<u32>, Option<i32>, String) {
    let panel = Panel::new();
    let follow = panel.follow();
    panel.requests(1..=3);
    follow.printed(3);
    follow.while_stopped(|| {
        panel.requests(4..=300);
        let mut archive = pack(packer, &fs::read_to_string(&panel.log).expect("log")).expect("packer");
        damage(&mut archive);
        fs::write(panel.beside("billmgr.log.1"), archive).expect("archive");
        fs::write(&panel.log, "").expect("truncate");
        panel.requests(301..=302);
        // Interrupt it before it continues, so that it ends without waiting for a better archive.
        follow.signal(Signal::INT);
    });
    let (numbers, status, notes) = follow.end();
    (numbers, status.code(), notes)
}

#[test]
fn a_damaged_archive_gives_no_other_numbers_with_status_0() {
    for packer in ["gzip", "zstd", "bzip2", "xz"] {
        if !has_tool(packer) {
            continue;
        }
        let (numbers, status, notes) = rotated(packer, |_| {});
        assert_eq!((numbers.len(), status), (302, Some(0)), "{packer}: {notes}");
        for (bit, part) in (0..6).zip([2, 3, 4, 5, 7, 9]) {
            let (numbers, status, notes) = rotated(packer, |archive| {
                let at = archive.len() / part * (part - 1);
                archive[at] ^= 1 << bit;
            });
            let is_whole = numbers == (1..=302).collect::<Vec<_>>();
            let is_known = numbers.iter().all(|number| (1..=302).contains(number));
            assert!(is_whole || status == Some(2), "{packer} {bit}: {status:?} {numbers:?} {notes}");
            assert!(is_whole || notes.contains("billmgr.log.1: the archive is "), "{packer} {bit}: {notes}");
            assert!(is_known || status == Some(2), "{packer} {bit}: {status:?}");
        }
    }
}

#[test]
fn bytes_behind_an_archive_hold_nothing_up() {
    if !has_tool("gzip") {
        return;
    }
    for (tail, status) in [(&[0; 700][..], 0), (b"a tail, and more", 2)] {
        let panel = Panel::new();
        let follow = panel.follow();
        panel.requests(1..=3);
        follow.printed(3);
        let start = Instant::now();
        follow.while_stopped(|| {
            panel.requests(4..=6);
            let packed = pack("gzip", &fs::read_to_string(&panel.log).expect("log")).expect("gzip");
            fs::write(panel.beside("billmgr.log.1"), [&packed, tail].concat()).expect("archive");
            fs::write(&panel.log, "").expect("truncate");
            panel.requests(7..=8);
        });
        follow.printed(8);
        assert!(start.elapsed() < Duration::from_secs(8), "it waited for more of the archive");
        let (numbers, ended, notes) = follow.interrupt();
        assert_eq!((numbers, ended.code()), ((1..=8).collect(), Some(status)), "{notes}");
        let note = "16 bytes after the end of the gzip data were ignored; the data are complete";
        assert_eq!(notes.contains(note), status == 2, "{notes}");
        assert!(!notes.contains("lost"), "{notes}");
    }
}

#[test]
fn an_archive_of_another_kind_is_named_and_not_waited_for() {
    let panel = Panel::new();
    let follow = panel.follow();
    panel.requests(1..=3);
    follow.printed(3);
    let start = Instant::now();
    follow.while_stopped(|| {
        panel.requests(4..=6);
        fs::write(panel.beside("billmgr.log.1"), b"PK\x03\x04 and what a zip archive holds").expect("archive");
        fs::write(&panel.log, "").expect("truncate");
        panel.requests(7..=8);
    });
    follow.printed(8);
    assert!(start.elapsed() < Duration::from_secs(8), "it waited for another archive");
    let (numbers, ended, notes) = follow.interrupt();
    assert_eq!((numbers, ended.code()), (vec![1, 2, 3, 7, 8], Some(2)), "{notes}");
    assert!(notes.contains("billmgr.log.1: is a zip archive, not a log; use: unzip -p FILE"), "{notes}");
}
