//! Sources of lines: files, `-`, short names of managers, and their errors.

use super::support::{MGRCTL, has_tool, mgr2api, request};
use crate::support::installed::left_out;
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;
use std::{fs, thread};

fn asks(function: &str) -> String {
    request(&format!("func={function}"))
}

#[test]
fn several_logs_are_read_in_the_order_given() {
    let run = mgr2api(["-t", "mgrctl", "-m", "ispmgr", "b.log", "-", "a.log", "b.log"])
        .file("a.log", asks("a"))
        .file("b.log", asks("b"))
        .stdin(asks("from.stdin"));
    run.run().status(0).out(["b", "from.stdin", "a", "b"].map(|call| format!("{MGRCTL}{call}\n")).concat()).err("");
}

#[test]
fn the_logs_name_tells_the_manager() {
    for (name, manager) in [
        ("billmgr.log", "billmgr"),
        ("billmgr.log-20260101.gz", "billmgr"),
        ("old/vmmgr.log.1", "vmmgr"),
        ("ispmgrnode.log", "ispmgrnode"),
        ("core.log", "core"),
    ] {
        let run = mgr2api(["-t", "mgrctl", name]).file(name, asks("x")).run();
        run.status(0).out(format!("/usr/local/mgr5/sbin/mgrctl -m {manager} x\n")).err("");
    }
}

#[test]
fn a_manager_that_nothing_tells_is_said_once() {
    let run = mgr2api(["-t", "mgrctl", "a.log", "b.log"]).file("a.log", asks("a").repeat(3)).file("b.log", asks("b"));
    run.run().status(0).err(
        "a.log: cannot tell which panel wrote this, assuming ispmgr; set it with -m NAME, for example -m billmgr\n",
    );
    mgr2api(["-q"]).stdin(asks("a")).run().status(0).err("");
    mgr2api(["--func", "b", "-q"]).stdin(asks("a")).run().status(1).err("");
}

#[test]
fn the_option_outranks_the_logs_name() {
    let run = mgr2api(["-t", "mgrctl", "-m", "dcimgr", "billmgr.log"]).file("billmgr.log", asks("x")).run();
    run.status(0)
        .out("/usr/local/mgr5/sbin/mgrctl -m dcimgr x\n")
        .err("billmgr.log: its name says billmgr, but -m says dcimgr; the calls are for dcimgr\n");
}

#[test]
fn a_short_name_is_a_log_in_the_log_folder() {
    let run = || {
        mgr2api(["-t", "mgrctl", "billmgr"]).file("var/billmgr.log", asks("var")).file("opt/billmgr.log", asks("opt"))
    };
    let calls = |function: &str| format!("/usr/local/mgr5/sbin/mgrctl -m billmgr {function}\n");
    run().args(["--log-dir", "var"]).run().status(0).out(calls("var")).err("");
    run().env("MGR2API_LOG_DIR", "opt").run().status(0).out(calls("opt"));
    run().env("MGR2API_LOG_DIR", "opt").args(["--log-dir=var"]).run().status(0).out(calls("var"));
}

#[test]
fn a_file_in_the_current_folder_outranks_a_short_name() {
    let run = mgr2api(["-t", "mgrctl", "--log-dir", "var", "billmgr"])
        .file("billmgr", asks("here"))
        .file("var/billmgr.log", asks("there"));
    run.run().status(0).out("/usr/local/mgr5/sbin/mgrctl -m billmgr here\n");
}

#[test]
fn a_short_name_without_a_log_says_where_it_looked() {
    let run = mgr2api(["billmgr", "--log-dir", "nowhere"]).run().status(2).out("");
    run.err_has(&["no log of billmgr at nowhere/billmgr.log", "--log-dir"]);
}

#[test]
fn a_misspelt_short_name_gets_a_suggestion() {
    mgr2api(["bilmgr"]).run().status(2).err_has(&["bilmgr: no such file", "did you mean 'billmgr'?", "vmmgr"]);
    mgr2api(["nginx.log"]).run().status(2).err("mgr2api: nginx.log: no such file; a LOG is a file, '-' for standard input, or a panel's short name such as billmgr\n");
}

#[test]
fn a_missing_log_stops_the_run_before_anything_is_printed() {
    mgr2api(["good.log", "missing.log"]).file("good.log", asks("x")).run().status(2).out("").err_has(&["missing.log"]);
}

#[test]
fn a_folder_is_no_log() {
    mgr2api(["."]).run().status(2).out("").err("mgr2api: .: is a folder; name the logs in it\n");
    mgr2api(["-n", "1", "."]).run().status(2).out("").err("mgr2api: .: is a folder; name the logs in it\n");
}

#[test]
fn a_log_that_may_not_be_read_is_named() {
    let run = mgr2api(["secret.log"]).file("secret.log", asks("x"));
    let path = run.folder.path().join("secret.log");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("permissions");
    if fs::read(&path).is_ok() {
        left_out("this user may read everything");
        return;
    }
    run.run().status(2).out("").err_has(&["mgr2api: secret.log: ", "denied"]);
}

#[test]
fn a_log_without_requests_gets_a_hint_about_the_level() {
    for content in ["", "\n", "Jun 25 09:07:51 [1:2] libmgr EXTINFO Start thread\n"] {
        let run = mgr2api(["billmgr.log"]).file("billmgr.log", content).run();
        run.status(1).out("").err_has(&["no requests found", "5 or higher", "core_module"]);
    }
    mgr2api(["-q", "billmgr.log"]).file("billmgr.log", "").run().status(1).out("").err("");
    mgr2api([""; 0]).stdin("text\n").run().status(1).out("").err("no requests found on standard input\n");
}

#[test]
fn binary_input_is_survived() {
    let mut noise = Vec::new();
    fs::File::open("/dev/urandom").expect("noise").take(5_000_000).read_to_end(&mut noise).expect("noise");
    // Insert words that the search finds, so that the noise around them is parsed as well.
    for (index, chunk) in noise.chunks_mut(997).enumerate() {
        let word = [&b"Request ["[..], b"func=", b"\n'func=a&", b"][root] '", b"\x1b[31m", b"'\n"][index % 6];
        let len = word.len().min(chunk.len());
        chunk[..len].copy_from_slice(&word[..len]);
    }
    for arguments in [&["-t", "json"][..], &["noise.log", "-n", "3"]] {
        let run = mgr2api(arguments).args(["--stats"]).file("noise.log", &noise).stdin(&noise).run();
        assert!(matches!(run.status, Some(0 | 1)), "{:?}", run.status);
        assert_eq!(run.err_text().matches("requests: ").count(), 1);
    }
}

#[test]
fn lines_of_several_megabytes_are_read() {
    let value = "x".repeat(5_000_000);
    let run = mgr2api(["-t", "json"]).stdin(request(&format!("a={value}&func=x")) + &asks("y")).run().status(0);
    let text = run.out_text();
    assert!(text.lines().count() == 2 && text.contains(&value));
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let log: String = (0..8_000).map(|number| request(&format!("elid={number}&func=user.edit&passwd=*"))).collect();
    let run = |threads: &str| {
        let run =
            mgr2api(["--stats", "--threads", threads, "-t", "mgrctl", "-t", "url", "log"]).file("log", &log).run();
        (run.status, run.out, run.err)
    };
    let alone = run("1");
    assert_eq!(alone.1.split_inclusive(|&byte| byte == b'\n').count(), 16_000);
    assert!(run("2") == alone && run("7") == alone, "the output depends on the number of threads");
}

#[test]
fn a_pipe_that_stays_open_is_answered_at_once() {
    for threads in ["1", "2", "7"] {
        a_pipe_is_answered_at_once(threads);
    }
}

fn a_pipe_is_answered_at_once(threads: &str) {
    let run = mgr2api(["-t", "mgrctl", "--threads", threads]);
    let mut command = run.command();
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("piped");
    let lines = BufReader::new(child.stdout.take().expect("piped")).lines();
    let (send, receive) = mpsc::channel();
    let reader = thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| send.send(line)));
    // The first requests arrive before there are other threads, the last ones after all of them have worked.
    for number in 0..20 {
        let function = format!("f{number}");
        stdin.write_all(asks(&function).as_bytes()).expect("write");
        let line = receive.recv_timeout(Duration::from_secs(60)).expect("a line although the pipe is open");
        assert_eq!(line, format!("{MGRCTL}{function}"));
    }
    drop(stdin);
    assert!(child.wait().expect("status").success());
    reader.join().expect("reader").expect("nothing after the last line");
}

#[test]
fn a_named_pipe_is_a_log_too() {
    if !has_tool("mkfifo") {
        return;
    }
    let run = mgr2api(["-t", "mgrctl", "pipe"]);
    let pipe = run.folder.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let writer = thread::spawn(move || fs::write(pipe, asks("x")));
    run.run().status(0).out(format!("{MGRCTL}x\n"));
    writer.join().expect("writer").expect("pipe");
}
