//! Packed logs, made by the usual packers and recognised by their first bytes.

use super::support::{has_tool, mgr2api, request};
use std::fmt::Write as _;
use std::io::Write;
use std::process::{Command, Stdio};
use std::thread;

const PACKERS: [&str; 4] = ["gzip", "zstd", "bzip2", "xz"];

fn log(first: u32, count: u32) -> String {
    (first..first + count).fold(String::new(), |mut log, number| {
        write!(log, "{}", request(&format!("elid={number}&func=user.edit"))).expect("memory");
        log
    })
}

fn calls(first: u32, count: u32) -> String {
    let call = |elid: u32| format!("/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit elid={elid}\n");
    (first..first + count).map(call).collect()
}

fn pack(packer: &str, text: &str) -> Vec<u8> {
    let mut child =
        Command::new(packer).arg("-c").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("packer starts");
    let mut pipe = child.stdin.take().expect("piped");
    let text = text.to_owned();
    let feeder = thread::spawn(move || pipe.write_all(text.as_bytes()));
    let output = child.wait_with_output().expect("packer");
    feeder.join().expect("feeder").expect("packer reads");
    output.stdout
}

#[test]
fn the_name_has_no_say_in_how_a_log_is_packed() {
    for packer in PACKERS.into_iter().filter(|packer| has_tool(packer)) {
        let packed = pack(packer, &log(0, 1500));
        assert!(packed.len() < 100_000, "{packer} packs");
        for name in ["ispmgr.log", "ispmgr.log.gz", "ispmgr.log.zst", "ispmgr.xz"] {
            mgr2api(["-t", "mgrctl", name]).file(name, &packed).run().status(0).out(calls(0, 1500)).err("");
        }
        mgr2api(["-t", "mgrctl", "-m", "ispmgr"]).stdin(&packed).run().status(0).out(calls(0, 1500)).err("");
    }
    let plain = mgr2api(["-t", "mgrctl", "ispmgr.log.gz"]).file("ispmgr.log.gz", log(0, 2)).run();
    plain.status(0).out(calls(0, 2)).err("");
}

#[test]
fn several_members_are_one_log() {
    for packer in PACKERS.into_iter().filter(|packer| has_tool(packer)) {
        // The border may be anywhere, even within a line.
        let text = log(0, 20);
        for border in [text.len() / 2, text.find('\n').expect("line") + 1] {
            let joined = [pack(packer, &text[..border]), pack(packer, ""), pack(packer, &text[border..])].concat();
            let run = mgr2api(["-t", "mgrctl", "ispmgr.log"]).file("ispmgr.log", joined).run();
            run.status(0).out(calls(0, 20)).err("");
        }
    }
}

#[test]
fn an_empty_member_is_an_empty_log() {
    for packer in PACKERS.into_iter().filter(|packer| has_tool(packer)) {
        mgr2api(["ispmgr.log"])
            .file("ispmgr.log", pack(packer, ""))
            .run()
            .status(1)
            .out("")
            .err_has(&["no requests found"]);
    }
}

#[test]
fn what_can_be_read_of_a_cut_log_is_converted() {
    for packer in PACKERS.into_iter().filter(|packer| has_tool(packer)) {
        // The first member is complete, the second is cut: any part of it may be readable.
        let second = pack(packer, &log(50, 50));
        let cut = [&pack(packer, &log(0, 50))[..], &second[..second.len() - 12]].concat();
        for options in [&[][..], &["-n", "1000"]] {
            let run = mgr2api(["-t", "mgrctl", "ispmgr.log.1", "ispmgr.log"])
                .args(options)
                .file("ispmgr.log.1", &cut)
                .file("ispmgr.log", log(200, 1))
                .run()
                .status(2)
                .err_has(&["mgr2api: ispmgr.log.1: the archive is cut: its ", packer, "copy the archive again"]);
            let text = run.out_text();
            assert!(text.starts_with(&calls(0, 50)), "{packer}: what came before the cut is there");
            assert!(text.ends_with(&calls(200, 1)), "{packer}: the next log is read all the same");
            let between = text.lines().count() - 51;
            assert!(
                between <= 50 && text == calls(0, 50) + &calls(50, 50)[..between * calls(50, 1).len()] + &calls(200, 1)
            );
        }
    }
}

#[test]
fn bytes_that_only_begin_like_a_packed_log_are_an_error_or_text() {
    for content in [&b"\x1f\x8b garbage"[..], b"\x28\xb5\x2f\xfd garbage", b"\xfd7zXZ\0 garbage"] {
        mgr2api(["odd.log"]).file("odd.log", content).run().status(2).out("").err_has(&["mgr2api: odd.log: "]);
    }
    let text = format!("BZh9 is a word\n{}", log(7, 1));
    mgr2api(["-t", "mgrctl", "ispmgr.log"]).file("ispmgr.log", text).run().status(0).out(calls(7, 1));
}

#[test]
fn the_last_requests_of_a_packed_log_are_found() {
    for packer in PACKERS.into_iter().filter(|packer| has_tool(packer)) {
        let run =
            mgr2api(["-t", "mgrctl", "-n", "2", "ispmgr.log"]).file("ispmgr.log", pack(packer, &log(0, 2500))).run();
        run.status(0).out(calls(2498, 2)).err("");
    }
}

#[test]
fn an_archive_with_one_wrong_bit_never_ends_with_status_0() {
    for packer in PACKERS.into_iter().filter(|packer| has_tool(packer)) {
        let sound = pack(packer, &log(0, 200));
        for (case, place) in (0..20).zip((0..).step_by(997)) {
            // Names and dates in headers have no checksum; gzip's take up 10 bytes.
            let mut damaged = sound.clone();
            let at = 10 + place % (sound.len() - 10);
            damaged[at] ^= 1 << (case % 8);
            for options in [&["ispmgr.log"][..], &["-n", "1000", "ispmgr.log"], &["--strict", "ispmgr.log"], &["-"]] {
                let run = mgr2api(["-t", "mgrctl", "-m", "ispmgr"]).args(options);
                run.file("ispmgr.log", &damaged).stdin(&damaged).run().status(2);
            }
        }
    }
}

#[test]
fn a_wrong_checksum_is_named_with_the_command_that_checks() {
    for packer in PACKERS.into_iter().filter(|packer| has_tool(packer)) {
        let mut damaged = pack(packer, &log(0, 200));
        // The checksums of the text are the last bytes, except in xz, which has its index there.
        let at = if packer == "xz" { damaged.len() / 2 } else { damaged.len() - 3 };
        damaged[at] ^= 0x10;
        let run = mgr2api(["ispmgr.log"]).file("ispmgr.log", damaged).run().status(2);
        run.err_has(&["ispmgr.log: the archive is damaged near byte ", &format!("({packer} -t FILE checks it)")]);
    }
}

#[test]
fn bytes_behind_an_archive_are_padding_or_noted_once_all_lines_came() {
    for packer in PACKERS.into_iter().filter(|packer| has_tool(packer)) {
        let packed = pack(packer, &log(0, 20));
        for options in [&[][..], &["-n", "1000"]] {
            let run = || mgr2api(["-t", "mgrctl", "ispmgr.log"]).args(options);
            run().file("ispmgr.log", [&packed[..], &[0; 5000]].concat()).run().status(0).out(calls(0, 20)).err("");
            let note = format!(
                "mgr2api: ispmgr.log: 2000 bytes after the end of the {packer} data were ignored; the data are complete\n"
            );
            let trailed = run().file("ispmgr.log", [&packed[..], &b"a tail, ".repeat(250)].concat());
            trailed.run().status(2).out(calls(0, 20)).err(note);
        }
    }
}

#[test]
fn archives_of_several_packings_are_one_log() {
    let tools: Vec<&str> = PACKERS.into_iter().filter(|packer| has_tool(packer)).collect();
    let joined: Vec<u8> = (0..).zip(&tools).flat_map(|(number, packer)| pack(packer, &log(number, 1))).collect();
    let count = u32::try_from(tools.len()).expect("few");
    if count == 0 {
        return;
    }
    mgr2api(["-t", "mgrctl", "ispmgr.log"]).file("ispmgr.log", joined).run().status(0).out(calls(0, count)).err("");
}

#[test]
fn a_sound_archive_that_needs_too_much_memory_is_told_from_a_damaged_one() {
    let options = ["-q", "--ultra", "-1", "--long=31", "--stdout", "-"];
    if has_tool("zstd") {
        let mut child =
            Command::new("zstd").args(options).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("zstd");
        child.stdin.take().expect("piped").write_all(log(0, 20).as_bytes()).expect("zstd reads");
        let packed = child.wait_with_output().expect("zstd").stdout;
        let run = mgr2api(["ispmgr.log"]).file("ispmgr.log", packed).run().status(2).out("");
        run.err_has(&["needs a window of 2048 MB", "more than the 64 MB", "zstd -d --long=31 -c FILE | mgr2api"]);
    }
    if has_tool("xz") {
        let options = ["-c", "--lzma2=preset=0,dict=256MiB"];
        let mut child =
            Command::new("xz").args(options).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("xz");
        child.stdin.take().expect("piped").write_all(log(0, 20).as_bytes()).expect("xz reads");
        let packed = child.wait_with_output().expect("xz").stdout;
        let run = mgr2api(["ispmgr.log"]).file("ispmgr.log", packed).run().status(2).out("");
        run.err_has(&["needs a window of 257 MB", "more than the 64 MB", "xz -dc FILE | mgr2api"]);
    }
}

#[test]
fn an_archive_in_an_archive_is_unpacked() {
    for packer in PACKERS.into_iter().filter(|packer| has_tool(packer)) {
        let inner = pack(packer, &log(0, 20));
        let mut outer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        outer.write_all(&inner).expect("memory");
        let packed = outer.finish().expect("memory");
        mgr2api(["-t", "mgrctl", "ispmgr.log"]).file("ispmgr.log", packed).run().status(0).out(calls(0, 20)).err("");
    }
}
