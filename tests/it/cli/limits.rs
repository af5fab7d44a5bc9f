//! Limits: the longest line, and the memory that any log may need, measured by the kernel.
//!
//! The input is generated while it is written, so the tests need neither the memory nor the disk space that they
//! measure.

use super::support::{has_tool, request};
use crate::support::installed;
use crate::support::program::PROGRAM;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

/// The maximum memory of the program, in KiB.
const MOST: u64 = 128 * 1024;

const LONGEST: usize = mgr2api::LONGEST_LINE;

/// Runs a program and prints its peak memory, in KiB, on standard error.
const MEASURE: &str = "import resource, subprocess, sys
status = subprocess.run(sys.argv[1:]).returncode
print('peak', resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
sys.exit(status)";

/// A piece of input: text, and how often it is repeated.
type Piece<'a> = (&'a str, usize);

/// The results of a run.
struct Measured {
    status: Option<i32>,
    /// Bytes on standard output.
    printed: u64,
    err: String,
    peak: u64,
}

impl Measured {
    #[track_caller]
    fn sums_up(&self, sum: &str) {
        assert!(self.err.contains(&format!("requests: {sum}\n")), "{}", self.shown());
    }

    /// The start of the notes and the totals, for messages.
    fn shown(&self) -> String {
        self.err.lines().map(|line| format!("{}\n", line.chars().take(300).collect::<String>())).take(20).collect()
    }
}

fn write(pieces: &[Piece<'_>], to: &mut impl Write) {
    for &(text, count) in pieces {
        // Ignore a reader that stops early: other checks report it.
        let (some, rest) = ((1 << 20) / text.len() + 1, count);
        let many = text.repeat(some.min(rest));
        for _ in 0..rest / some {
            let _ = to.write_all(many.as_bytes());
        }
        let _ = to.write_all(text.repeat(rest % some).as_bytes());
    }
}

/// Runs the program in a folder with this standard input.
#[track_caller]
fn measure(folder: &Path, arguments: &[&str], stdin: &[Piece<'_>]) -> Measured {
    let mut command = Command::new("python3");
    command.args(["-c", MEASURE, PROGRAM]).args(arguments);
    command.current_dir(folder).env_clear().env("PATH", installed::path());
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("python3");
    let (mut input, mut out) = (child.stdin.take().expect("pipe"), child.stdout.take().expect("pipe"));
    let (printed, err) = thread::scope(|scope| {
        scope.spawn(move || write(stdin, &mut input));
        let printed = scope.spawn(move || std::io::copy(&mut out, &mut std::io::sink()).expect("output"));
        let mut err = Vec::new();
        child.stderr.take().expect("pipe").read_to_end(&mut err).expect("notes");
        (printed.join().expect("thread"), err)
    });
    let err = String::from_utf8(err).expect("UTF-8");
    let status = child.wait().expect("end").code();
    let (err, peak) = err.rsplit_once("peak ").expect("what was measured");
    let peak = peak.trim().parse().expect("a number");
    assert!(peak <= MOST, "{arguments:?}: {peak} KiB");
    Measured { status, printed, err: err.to_owned(), peak }
}

const HEAD: &str = "Jun 25 09:07:51 [26956:1738] core_module INFO Request [192.0.2.38][root] 'func=user.edit&x=";
const DUMP: &str = "Jun 25 09:07:51 [26956:1738] db EXTINFO Query: '";

/// A log with an overlong request and optionally overlong dumps, between requests of usual length.
fn with_long_lines(first: &str, dumps: usize) -> Vec<Piece<'_>> {
    let over = LONGEST + 1000;
    let request = [(first, 1), (HEAD, 1), ("x", over), ("'\n", 1), (first, 1)];
    let dump = [(DUMP, 1), ("x'", over / 2), ("\n", 1)].repeat(dumps);
    [&request[..], &dump, &[(first, 1)]].concat()
}

#[test]
fn a_line_that_is_too_long_has_one_answer_however_the_log_is_read() {
    if !["python3", "gzip"].into_iter().all(has_tool) {
        return;
    }
    let folder = tempfile::tempdir().expect("temporary folder");
    let (line, log) = (request("func=user.edit&x=1"), folder.path().join("core.log"));
    let pieces = with_long_lines(&line, 0);
    write(&pieces, &mut std::fs::File::create(&log).expect("log"));
    let packed = Command::new("gzip").args(["-1", "-k"]).arg(&log).status().expect("gzip");
    assert!(packed.success());
    let note = format!(
        ": not converted: the line is {} bytes long, and the limit is {LONGEST} (32 MiB)\n",
        HEAD.len() + LONGEST + 1001
    );
    let mut first = None;
    for (arguments, place, stdin) in [
        ("core.log", "core.log:2", &[][..]),
        ("core.log.gz --threads 4", "core.log.gz:2", &[]),
        ("-m core", "stdin:2", &pieces),
        ("-n 9 core.log", "core.log:byte 94", &[]),
        ("-n 9 -m core", "stdin:2", &pieces),
    ] {
        let usual = arguments.split(' ').chain(["-t", "url", "--stats", "--strict"]);
        let run = measure(folder.path(), &usual.collect::<Vec<_>>(), stdin);
        run.sums_up("4 seen = 3 converted + 0 filtered out + 1 reported");
        assert!(run.err.contains(&format!("{place}{note}")), "{arguments}: {}", run.shown());
        assert_eq!((run.status, run.printed), (Some(1), *first.get_or_insert(run.printed)), "{arguments}");
        assert!(run.printed > 0);
    }
    // Older than the last two, so not requested.
    let run = measure(folder.path(), &["-n", "2", "core.log", "-t", "url", "--stats", "--strict"], &[]);
    run.sums_up("2 seen = 2 converted + 0 filtered out + 0 reported");
    assert_eq!(run.status, Some(0));
}

#[test]
fn long_lines_fit_into_memory_beside_the_window_of_their_archive() {
    if !["python3", "xz", "zstd", "bzip2"].into_iter().all(has_tool) {
        return;
    }
    let folder = tempfile::tempdir().expect("temporary folder");
    let (line, long) = (request("func=user.edit&x=1"), 63 << 20);
    // Lines that differ, so that both the window and the line's memory are really used.
    let pieces = [(&*line, 1), (DUMP, 1), ("x", long), ("\n", 1), (DUMP, 1), ("y", long), ("\n", 1), (&*line, 1)];
    for (packer, level) in [("xz", "-9"), ("zstd", "-19"), ("bzip2", "-9")] {
        let archive = std::fs::File::create(folder.path().join("core.log.packed")).expect("archive");
        let mut packer = Command::new(packer);
        let window = if level == "-19" { &["--long=26"][..] } else { &[] };
        let mut child =
            packer.args([level, "-c"]).args(window).stdin(Stdio::piped()).stdout(archive).spawn().expect("packer");
        write(&pieces, &mut child.stdin.take().expect("pipe"));
        assert!(child.wait().expect("end").success());
        for options in [&[][..], &["-n", "9"], &["--threads", "4"], &["--passthrough"]] {
            let usual = ["core.log.packed", "-m", "core", "-t", "url", "--stats"];
            let run = measure(folder.path(), &[&usual[..], options].concat(), &[]);
            run.sums_up("2 seen = 2 converted + 0 filtered out + 0 reported");
        }
    }
}

#[test]
fn what_is_handed_on_is_handed_on_whole() {
    if !has_tool("python3") {
        return;
    }
    let folder = tempfile::tempdir().expect("temporary folder");
    let line = request("func=user.edit&x=1");
    let pieces = with_long_lines(&line, 1);
    let run = measure(folder.path(), &["-m", "core", "-t", "url", "--passthrough", "--func", "none"], &pieces);
    let all: usize = pieces.iter().map(|(text, count)| text.len() * count).sum();
    assert_eq!(run.printed, (all - 3 * line.len()) as u64, "{}", run.shown());
}

#[test]
fn a_request_whose_call_would_be_too_long_is_reported() {
    if !has_tool("python3") {
        return;
    }
    let folder = tempfile::tempdir().expect("temporary folder");
    let end = "'\n";
    for (pieces, reason) in [
        (vec![(HEAD, 1), ("x", 9 << 20), (end, 1)], "a request and a call of at most 8 MiB"),
        (vec![(HEAD, 1), ("\u{1}", 3 << 20), (end, 1)], "a request and a call of at most 8 MiB"),
        (vec![(HEAD, 1), ("\x1b[0mx", 2 << 20), (end, 1)], "a request and a call of at most 8 MiB"),
        (vec![(HEAD, 1), ("&a=1", 100_001), (end, 1)], "at most 100000 parameters"),
        (
            vec![("Jun 25 09:07:51 [1:2] m INFO Request [a][", 1), ("u", 2 << 20), ("] 'func=user.edit'\n", 1)],
            "a request and a call of at most 8 MiB",
        ),
        (
            vec![("Jun 25 09:07:51 [1:2] m INFO Request [a][b] 'func=", 1), ("f", 2 << 20), (end, 1)],
            "a request and a call of at most 8 MiB",
        ),
        (vec![(HEAD, 1), ("x", 9 << 20), ("\n", 1)], "expected the closing quote"),
    ] {
        let run = measure(folder.path(), &["-m", "core", "-t", "json", "--stats"], &pieces);
        run.sums_up("1 seen = 0 converted + 0 filtered out + 1 reported");
        assert!(
            run.err.contains(&format!("not converted: expected {}", reason.trim_start_matches("expected "))),
            "{}",
            run.shown()
        );
        assert_eq!(run.status, Some(1));
        let last = measure(folder.path(), &["-m", "core", "-t", "json", "--stats", "-n", "1"], &pieces);
        assert_eq!((last.status, last.err), (run.status, run.err));
    }
}

#[test]
fn many_long_requests_take_no_more_than_one() {
    if !has_tool("python3") {
        return;
    }
    let folder = tempfile::tempdir().expect("temporary folder");
    let one = [(HEAD, 1), ("x", 6 << 20), ("'\n", 1)];
    let pieces = one.repeat(7);
    let run = measure(folder.path(), &["-m", "core", "-t", "json,url", "--stats", "--threads", "4"], &one.repeat(3));
    run.sums_up("3 seen = 3 converted + 0 filtered out + 0 reported");
    assert!(run.printed > 2 * 3 * (6 << 20));
    assert!(run.peak < 60 * 1024, "{} KiB", run.peak);
    // A request that does not fit beside newer ones is reported, from a file as well.
    std::fs::File::create(folder.path().join("core.log")).map(|mut log| write(&pieces, &mut log)).expect("log");
    for arguments in [&["-m", "core"][..], &["core.log"]] {
        let arguments = [arguments, &["-t", "url", "--stats", "-n", "6"]].concat();
        let run = measure(folder.path(), &arguments, if arguments[0] == "-m" { &pieces } else { &[] });
        let seen = if arguments[0] == "-m" { (7, 1) } else { (6, 0) };
        run.sums_up(&format!("{} seen = 5 converted + {} filtered out + 1 reported", seen.0, seen.1));
        assert!(run.err.contains("not converted: too long to be kept together with other requests"), "{}", run.shown());
    }
}

#[test]
fn a_request_with_many_notes_and_a_log_that_grows_to_many_times_its_length() {
    if !has_tool("python3") {
        return;
    }
    let folder = tempfile::tempdir().expect("temporary folder");
    let masked = [(HEAD, 1), ("&password=*", 40_000), ("'\n", 1)].repeat(4);
    let run = measure(folder.path(), &["-m", "core", "-t", "json", "--stats"], &masked);
    assert_eq!(run.err.matches("password was masked").count(), 160_000);
    let targets = "curl,rust,url,json,python,php,perl,node,go,ansible,powershell,http,hurl,har,postman,mgrctl";
    let flags = [(HEAD, 1), ("&a", 30_000), ("'\n", 1)].repeat(20);
    let run =
        measure(folder.path(), &["-m", "core", "-t", targets, "--keep-empty", "--stats", "--threads", "4"], &flags);
    run.sums_up("20 seen = 20 converted + 0 filtered out + 0 reported");
    assert!(run.peak < 100 * 1024, "{} KiB", run.peak);
}

/// The full sizes, in all formats. Run by hand, with a release build: `cargo test --release --test it cli::limits --
/// --ignored --nocapture`.
#[test]
#[ignore = "takes minutes; run by hand"]
fn no_log_takes_more_than_128_mib() {
    if !has_tool("python3") {
        return;
    }
    let folder = tempfile::tempdir().expect("temporary folder");
    let call = (8 << 20) - 1000;
    let end = "'\n";
    for target in mgr2api::TARGETS {
        for (name, pieces, options) in [
            ("plain", vec![(HEAD, 1), ("x", call), (end, 1)], ""),
            ("300 MB", vec![(HEAD, 1), ("x", 300_000_000), (end, 1)], ""),
            ("31 MB", vec![(HEAD, 1), ("x", 31_000_000), (end, 1)], ""),
            ("raw bytes", vec![(HEAD, 1), ("\u{1}", call / 3), (end, 1)], ""),
            ("raw bytes, 31 MB", vec![(HEAD, 1), ("\u{1}", 31_000_000), (end, 1)], ""),
            ("escapes", vec![("\x1b[0m", 1), (HEAD, 1), ("%2D%01", 1), ("%FF", call / 3), (end, 1)], ""),
            ("hidden text", vec![("\x1b[0m", 1), (HEAD, 1), ("%2D", 1), ("%01", call / 3), (end, 1)], ""),
            ("a shift", vec![("\x1b[0m", 1), (HEAD, 1), ("%2D%01", 1), ("x", call), (end, 1)], ""),
            (
                "masked",
                vec![(HEAD, 1), (&format!("&{}_passwd=*", "%01".repeat(105)), 49_900), (end, 1)],
                "--masked env",
            ),
            ("secrets", vec![(HEAD, 1), (&format!("&{}_passwd=abc", "%01".repeat(105)), 49_900), (end, 1)], ""),
            ("variables", vec![(HEAD, 1), ("&a=1", 49_900), (end, 1)], "--var a"),
            ("parameters", vec![(HEAD, 1), ("&a=1", 15_000_000), (end, 1)], ""),
            ("many", [(HEAD, 1), ("x", call), (end, 1)].repeat(5), "--threads 8"),
            ("unique", [(HEAD, 1), ("x", call), (end, 1)].repeat(5), "--unique"),
            ("last", [(HEAD, 1), ("x", call), (end, 1)].repeat(5), "-n 3"),
            ("handed on", [(HEAD, 1), ("x", 31_000_000), (end, 1)].repeat(2), "--passthrough"),
            ("copied", vec![(HEAD, 1), ("x", call), (end, 1)], "--copy"),
        ] {
            let options = options.split_ascii_whitespace().chain(["-m", "core", "--stats", "-t", target.info().name]);
            let options = options.chain(["--comments", "always"]).collect::<Vec<_>>();
            let run = measure(folder.path(), &options, &pieces);
            let sum = run.err.lines().rfind(|line| line.starts_with("requests: ")).unwrap_or("no sum");
            eprintln!("{:10} {name:18} {:7} KiB {:11} bytes  {sum}", target.info().name, run.peak, run.printed);
        }
    }
}
