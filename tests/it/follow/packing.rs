//! Rotations whose files are still being packed when the program is ended and started again.
//!
//! A writer numbers its lines. Rotations are faster than the packing, so at each start some files are plain, some
//! packed, and some both. With `--state` the numbers must be in order and complete; only lines of the block that was
//! being printed at a kill may be repeated.

use crate::support::follow::{Follow, Panel, append, mgr2api, request};
use crate::support::program::Signal;
use flate2::{Compression, write::GzEncoder};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Mutex, mpsc};
use std::thread;
use std::time::Duration;

const ROTATION: Duration = Duration::from_millis(125);
const PACKING: Duration = Duration::from_millis(150);

/// How files are packed.
#[derive(Debug, Clone, Copy)]
struct Packer {
    /// The packed file gets the time of the plain one, as the real packers do it.
    restores_time: bool,
    /// Files are packed one after the other, so that packing falls behind; else all at once.
    queued: bool,
}

impl Packer {
    /// Packs like the real programs: the copy grows beside the file, and the file is deleted once the copy is complete.
    fn pack(self, path: &Path) {
        let name = format!("{}.gz", path.file_name().expect("name").to_string_lossy());
        let time = fs::metadata(path).and_then(|about| about.modified()).expect("time");
        let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
        gzip.write_all(&fs::read(path).expect("log")).expect("pack");
        let whole = gzip.finish().expect("pack");
        let mut file = File::create(path.with_file_name(name)).expect("archive");
        // The first part is too short to reveal the start of the text.
        let half = 12.max(whole.len() / 2);
        for part in [&whole[..12], &whole[12..half], &whole[half..]] {
            file.write_all(part).expect("archive");
            thread::sleep(PACKING / 3);
        }
        if self.restores_time {
            file.set_modified(time).expect("time");
        }
        fs::remove_file(path).expect("delete");
    }
}

/// Rotates until `done`.
fn rotate(panel: &Panel, packer: Packer, turn: &Mutex<()>, done: &AtomicBool) {
    thread::scope(|scope| {
        let (queue, files) = mpsc::channel::<PathBuf>();
        scope.spawn(move || files.iter().for_each(|file| packer.pack(&file)));
        let mut count = 0;
        while !done.load(Ordering::Relaxed) {
            thread::sleep(ROTATION);
            count += 1;
            let name = format!("billmgr.log.{count}");
            let renames = turn.lock().expect("turn");
            panel.rename(&name);
            panel.write("");
            drop(renames);
            let aside = panel.beside(&name);
            if packer.queued {
                queue.send(aside).expect("packer");
            } else {
                scope.spawn(move || packer.pack(&aside));
            }
        }
    });
}

/// Ends the program by these signals and starts it again while the log is written to and rotated, and checks all
/// output.
fn restart_while_packing(packer: Packer, signals: &[Signal], seed: u64) {
    let panel = Panel::new();
    let (done, written) = (AtomicBool::new(false), AtomicU32::new(0));
    // Prevents writes to a file that is already packed: these would be lost for every reader.
    let turn = Mutex::new(());
    let state = panel.folder.path().join("state");
    let start = || Follow::start(mgr2api().arg("-f").arg(&panel.log).arg("--state").arg(&state));
    let mut runs = Vec::new();
    thread::scope(|scope| {
        let mut follow = start();
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                let writes = turn.lock().expect("turn");
                append(&panel.log, &request(written.load(Ordering::Relaxed) + 1));
                drop(writes);
                written.fetch_add(1, Ordering::Relaxed);
                thread::sleep(Duration::from_millis(2));
            }
        });
        scope.spawn(|| rotate(&panel, packer, &turn, &done));
        for (round, signal) in signals.iter().zip(0..).map(|(&signal, round)| (seed + round, signal)) {
            thread::sleep(Duration::from_millis(300 + round * 61 % 140));
            follow.signal(signal);
            runs.push(follow.end().0);
            thread::sleep(Duration::from_millis(round * 97 % 500));
            follow = start();
        }
        done.store(true, Ordering::Relaxed);
        thread::sleep(ROTATION);
        follow.printed(written.load(Ordering::Relaxed));
        runs.push(follow.interrupt().0);
    });
    let (mut next, mut killed) = (1, false);
    for (run, numbers) in runs.iter().enumerate() {
        if killed {
            // The last block before a kill may be repeated.
            next = numbers.first().map_or(next, |first| next.min(*first));
        }
        for &number in numbers {
            assert_eq!(number, next, "run {run} of {signals:?}, seed {seed}, {packer:?}: {numbers:?}");
            next += 1;
        }
        killed = (killed && numbers.is_empty()) || signals.get(run) == Some(&Signal::KILL);
    }
    assert_eq!(next - 1, written.load(Ordering::Relaxed), "the last line");
}

fn all_packers(signals: &[Signal], seeds: std::ops::Range<u64>) {
    for seed in seeds {
        thread::scope(|scope| {
            for (restores_time, queued) in [(true, false), (true, true), (false, false), (false, true)] {
                scope.spawn(move || restart_while_packing(Packer { restores_time, queued }, signals, seed * 7));
            }
        });
    }
}

#[test]
fn a_kill_while_files_are_packed_keeps_the_order() {
    all_packers(&[Signal::KILL; 4], 0..1);
}

#[test]
fn an_end_while_files_are_packed_keeps_the_order() {
    all_packers(&[Signal::TERM; 4], 0..1);
}

#[test]
#[ignore = "takes minutes; run by hand"]
fn many_ends_while_files_are_packed_keep_the_order() {
    all_packers(&[Signal::KILL, Signal::TERM, Signal::KILL, Signal::KILL, Signal::TERM], 1..12);
}
