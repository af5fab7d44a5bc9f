//! Damaged archives: no damage of a packed log produces a call that the log does not contain, unless an error reports
//! that the archive is damaged.
//!
//! The real packers make the archives, with checksums on. `DAMAGE_CASES` is the number of cases of each kind, and
//! `DAMAGE_SEED` selects them.

use crate::support;
use mgr2api::internal::{Unpacked, unpack};
use mgr2api::{Settings, Source, convert};
use std::collections::HashSet;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::process::{Command, Stdio};
use std::thread;

/// The packers, with the options for checksums that are off by default.
const PACKERS: [&[&str]; 7] = [
    &["gzip"],
    &["zstd", "--check"],
    &["zstd", "--check", "-19"],
    &["bzip2"],
    &["xz"],
    &["xz", "--check=sha256", "--block-size=20000"],
    &["xz", "--check=crc32", "-T2", "--block-size=100000"],
];

fn log(first: u32, count: u32) -> String {
    (first..first + count).fold(String::new(), |mut log, number| {
        let id = number.wrapping_mul(2_654_435_761);
        writeln!(log, "Jun 25 09:07:51 [26956:1738] db EXTINFO Query: SELECT {id}").expect("memory");
        let query = format!("elid={number}&func=user.edit&name=customer{id}&sok=ok");
        writeln!(log, "Jun 25 09:07:51 [26956:1738] core_module INFO Request [192.0.2.38][root] '{query}'")
            .expect("memory");
        log
    })
}

fn pack(packer: &[&str], text: &[u8]) -> Vec<u8> {
    let mut command = Command::new(packer[0]);
    command.args(&packer[1..]).arg("-c").stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("packer starts");
    let mut pipe = child.stdin.take().expect("piped");
    let text = text.to_vec();
    let feeder = thread::spawn(move || pipe.write_all(&text));
    let output = child.wait_with_output().expect("packer");
    feeder.join().expect("feeder").expect("packer reads");
    assert!(output.status.success());
    output.stdout
}

/// The calls of an archive, and the error after them.
fn calls(archive: &[u8]) -> (Vec<String>, Option<io::Error>) {
    let settings = Settings::new(mgr2api::target("url").expect("a target"));
    let mut out = Vec::new();
    let result = unpack(archive)
        .and_then(Unpacked::log)
        .and_then(|(_, reader)| convert(reader, Source::log("ispmgr.log"), &settings, &mut out));
    let text = String::from_utf8(out).expect("calls are ASCII");
    (text.lines().map(str::to_owned).collect(), result.err())
}

/// Small numbers from a seed (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).expect("below end")
    }
}

fn number(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

/// Damages an archive once; true if the result may be a sound archive of other lines.
fn accident(archive: &mut Vec<u8>, random: &mut Random) -> (String, bool) {
    let len = archive.len();
    let (at, count) = (random.below(len), 1 + random.below(200.min(len)));
    let end = (at + count).min(len);
    match random.below(8) {
        0 => {
            archive[at] = archive[at].wrapping_add(u8::try_from(1 + random.below(255)).expect("a byte"));
            (format!("byte {at} changed"), false)
        }
        1 => {
            archive.truncate(at);
            (format!("cut at {at}"), true)
        }
        2 => {
            archive.drain(at..end);
            (format!("bytes {at} to {end} removed"), true)
        }
        3 => {
            let piece = archive[at..end].to_vec();
            archive.splice(at..at, piece);
            (format!("bytes {at} to {end} doubled"), true)
        }
        4 => {
            archive[at..end].fill(0);
            (format!("bytes {at} to {end} emptied"), true)
        }
        _ => {
            let bit = random.below(8);
            archive[at] ^= 1 << bit;
            (format!("bit {bit} of byte {at} flipped"), false)
        }
    }
}

/// Damages an archive again and again.
#[track_caller]
fn damage(packer: &[&str], archive: &[u8], cases: u64) {
    let (sound, error) = calls(archive);
    assert!(error.is_none() && !sound.is_empty(), "{packer:?}: {error:?}");
    let known: HashSet<&String> = sound.iter().collect();
    let seed = number("DAMAGE_SEED", 1);
    let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut refused = 0;
    for case in 0..cases {
        let mut damaged = archive.to_vec();
        let (what, may_be_sound) = accident(&mut damaged, &mut random);
        let (found, error) = calls(&damaged);
        let all_known = found.iter().all(|call| known.contains(call));
        refused += u64::from(error.is_some());
        if error.is_none() {
            // A changed bit in a name or date of a header has no effect.
            assert!(all_known, "{packer:?}, seed {seed}, case {case}, {what}: a call that the log does not hold");
            assert!(may_be_sound || found == sound, "{packer:?}, seed {seed}, case {case}, {what}: calls are missing");
        }
        // bzip2 releases each block only after its check, and no packer's output is released before the end of a read.
        // The readable part of a truncated archive is converted.
        let is_cut = error.is_some_and(|error| error.kind() == io::ErrorKind::UnexpectedEof);
        if packer[0] == "bzip2" || sound.len() < 100 && packer[0] != "xz" && !is_cut {
            assert!(all_known, "{packer:?}, seed {seed}, case {case}, {what}: not held back");
        }
    }
    assert!(cases < 100 || refused > cases * 3 / 4, "{packer:?}: only {refused} of {cases} were refused");
}

#[test]
fn no_accident_gives_a_call_that_the_log_does_not_hold_without_an_error() {
    let cases = number("DAMAGE_CASES", 400);
    thread::scope(|scope| {
        for packer in PACKERS.into_iter().filter(|packer| support::installed::find(packer[0]).is_some()) {
            scope.spawn(move || {
                damage(packer, &pack(packer, log(0, 60).as_bytes()), cases);
                // Several members, and more text than one read returns.
                let large = [pack(packer, log(0, 1500).as_bytes()), pack(packer, log(1500, 700).as_bytes())].concat();
                damage(packer, &large, cases.div_ceil(10));
            });
        }
    });
}
