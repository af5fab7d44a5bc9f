//! Torture: four writers, rotations at random moments, lines written in pieces, a follower that is stopped again and
//! again.
//!
//! Each writer numbers its lines. In the end each number must have been printed once, and each writer's numbers in
//! order. A short run is part of the tests; a long one is started by hand: `TORTURE_LINES=1000000 cargo test --release
//! --test it follow::torture -- --ignored --nocapture`.

use crate::support::follow::{Follow, Panel, append, mgr2api};
use crate::support::program::Signal;
use flate2::{Compression, write::GzEncoder};
use std::collections::HashMap;
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

const WRITERS: u32 = 4;
/// The maximum number of lines of one writer.
const SPAN: u32 = 100_000_000;

/// A small random generator, the same on every machine (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Rename,
    Twice,
    CopyTruncate,
    Panel,
    PanelPacked,
}

const KINDS: [Kind; 5] = [Kind::Rename, Kind::Twice, Kind::CopyTruncate, Kind::Panel, Kind::PanelPacked];

struct Torture {
    panel: Panel,
    /// Only one thread at a time writes a line or rotates: otherwise lines would be mixed in the file itself. A
    /// rotation may happen between two pieces of a line.
    turn: Mutex<()>,
    rotate: Mutex<u32>,
    /// A rotation is waiting: writers must pause, because the lock is unfair and they would nearly always get it.
    due: AtomicBool,
}

/// A request line, in pieces. Each piece contains the number: the follower takes files with the same text for copies of
/// one file and reads only one of them.
fn pieces(number: u32, random: &mut Random) -> Vec<String> {
    let start = format!("Jun 25 09:07:51 [{number}:1738]");
    let middle = format!(" core_module INFO Request [192.0.2.38][root] 'elid={number}&func=a.edit&sok=");
    if random.below(4) > 0 {
        return vec![format!("{start}{middle}{number}'\n")];
    }
    let (left, right) = middle.split_at(usize::try_from(random.below(middle.len() as u64 + 1)).expect("short"));
    vec![start + left, format!("{right}{number}'\n")]
}

impl Torture {
    fn write_all(&self, writer: u32, lines: u32, seed: u64) {
        let mut random = Random(seed);
        for number in 0..lines {
            let pieces = pieces(writer * SPAN + number, &mut random);
            let turn = self.turn.lock().expect("turn");
            for piece in &pieces {
                while self.due.load(Ordering::Relaxed) {
                    thread::yield_now();
                }
                let rotation = self.rotate.lock().expect("rotation");
                append(&self.panel.log, piece);
                drop(rotation);
                if pieces.len() > 1 {
                    thread::yield_now();
                }
            }
            drop(turn);
            if random.below(10) == 0 {
                thread::sleep(Duration::from_micros(random.below(1000)));
            }
        }
    }

    fn rotate(&self, kind: Kind) {
        for _ in 0..if kind == Kind::Twice { 2 } else { 1 } {
            self.due.store(true, Ordering::Relaxed);
            let mut count = self.rotate.lock().expect("rotation");
            self.due.store(false, Ordering::Relaxed);
            *count += 1;
            let name = format!("billmgr.log.{:06}", *count);
            match kind {
                Kind::Rename | Kind::Twice => {
                    self.panel.rename(&name);
                    File::create(&self.panel.log).expect("log");
                }
                Kind::CopyTruncate => {
                    fs::copy(&self.panel.log, self.panel.beside(&name)).expect("copy");
                    truncate(&self.panel, "");
                }
                Kind::Panel | Kind::PanelPacked => {
                    let text = fs::read(&self.panel.log).expect("log");
                    let archive = self.panel.beside(&format!("logs/{name}"));
                    if kind == Kind::Panel {
                        fs::write(archive, text).expect("archive");
                    } else {
                        let file = File::create(archive.with_extension(format!("{:06}.gz", *count))).expect("archive");
                        let mut packer = GzEncoder::new(file, Compression::fast());
                        packer.write_all(&text).and_then(|()| packer.finish().map(drop)).expect("pack");
                    }
                    truncate(&self.panel, &format!("Log continues logs/{name}\n"));
                }
            }
            drop(count);
            // Ensure different times: a file system's clock ticks every few milliseconds.
            thread::sleep(Duration::from_millis(10));
        }
    }
}

fn truncate(panel: &Panel, first_line: &str) {
    let mut log = OpenOptions::new().write(true).truncate(true).open(&panel.log).expect("log");
    log.write_all(first_line.as_bytes()).expect("write");
}

fn torture(kinds: &[Kind], lines: u32, pause: u64, seed: u64) {
    let panel = Panel::new();
    fs::create_dir(panel.beside("logs")).expect("folder");
    let follow = Follow::start(mgr2api().arg("-f").arg(&panel.log));
    let torture = Torture { panel, turn: Mutex::new(()), rotate: Mutex::new(0), due: AtomicBool::new(false) };
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let torture = &torture;
                scope.spawn(move || torture.write_all(writer, lines / WRITERS, seed * 31 + u64::from(writer) + 1))
            })
            .collect();
        scope.spawn(|| {
            let mut random = Random(seed * 77 + 5);
            while !done.load(Ordering::Relaxed) {
                thread::sleep(Duration::from_millis(5 + random.below(pause)));
                torture.rotate(kinds[usize::try_from(random.below(kinds.len() as u64)).expect("short")]);
            }
        });
        scope.spawn(|| {
            let mut random = Random(seed * 99 + 7);
            while !done.load(Ordering::Relaxed) {
                follow.signal(Signal::STOP);
                thread::sleep(Duration::from_millis(random.below(150)));
                follow.signal(Signal::CONT);
                thread::sleep(Duration::from_millis(random.below(60)));
            }
        });
        for writer in writers {
            writer.join().expect("writer");
        }
        done.store(true, Ordering::Relaxed);
    });
    let all = usize::try_from(lines / WRITERS * WRITERS).expect("count");
    let (mut got, mut since) = (0, Instant::now());
    while got < all && since.elapsed() < Duration::from_secs(15) {
        thread::sleep(Duration::from_millis(50));
        let now = follow.lines().len();
        if now != got {
            (got, since) = (now, Instant::now());
        }
    }
    let (numbers, _, notes) = follow.interrupt();
    let mut times: HashMap<u32, u32> = HashMap::new();
    for number in &numbers {
        *times.entry(*number).or_default() += 1;
    }
    let lost: Vec<u32> = (0..WRITERS)
        .flat_map(|writer| (0..lines / WRITERS).map(move |n| writer * SPAN + n))
        .filter(|n| !times.contains_key(n))
        .collect();
    let repeated = numbers.len() - times.len();
    let disordered: usize = (0..WRITERS)
        .map(|writer| {
            let own: Vec<u32> = numbers.iter().copied().filter(|number| number / SPAN == writer).collect();
            own.windows(2).filter(|pair| pair[0] > pair[1]).count()
        })
        .sum();
    let rotations = *torture.rotate.lock().expect("rotation");
    eprintln!(
        "{kinds:?}: {all} lines, {rotations} rotations: {} lost, {repeated} repeated, {disordered} out of order",
        lost.len()
    );
    assert!(
        lost.is_empty() && repeated == 0 && disordered == 0,
        "first lost {:?}; {notes}",
        &lost[..lost.len().min(20)]
    );
}

#[test]
fn short() {
    torture(&KINDS, 8_000, 60, 3);
}

#[test]
#[ignore = "takes minutes; run by hand"]
fn long() {
    let lines = std::env::var("TORTURE_LINES").ok().and_then(|lines| lines.parse().ok()).unwrap_or(200_000);
    let seed = std::env::var("TORTURE_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    for kind in KINDS {
        torture(&[kind], lines / 10, 60, seed);
    }
    torture(&KINDS, lines / 2, 60, seed);
}
