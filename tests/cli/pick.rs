//! `--interactive` on a real terminal, with the real program.

use super::support::{has_tool, mgr2api, request, request_by};
use super::tty::Tty;
use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const SIZE: (u16, u16) = (80, 24);
const START: &str = "exec $mgr2api -i billmgr.log > out 2> err";
const ENTER: &str = "\r";

/// Writes down the terminal's modes before and after, the program's process and its exit status.
const WATCHED: &str = "stty -g > before; (echo $BASHPID > pid; exec $mgr2api -i billmgr.log > out 2> err); \
                       echo $? > status; stty -g > after";

/// Three requests, the second of which changes something.
fn log() -> String {
    request("elid=1&func=a.list")
        + &request_by("192.0.2.7", "root#shop(3)", "elid=2&func=b.edit&passwd=*&sok=ok")
        + &request("func=dashboard.items")
}

/// What the program prints for a log without a picker, on both streams.
fn printed(log: &str, arguments: &[&str]) -> (String, String) {
    let run = mgr2api(arguments).file("billmgr.log", log).run().status(0);
    (run.out_text(), run.err_text())
}

#[test]
fn a_click_appears_and_enter_prints_its_call() {
    let mut tty = Tty::open(log(), START, SIZE);
    tty.shows("dashboard.items");
    tty.shows(" live ");
    tty.log(&request("elid=new%20one&func=c.delete"));
    tty.shows("elid=new one");
    tty.shows("c.delete, changes data");
    tty.press(ENTER);
    assert_eq!(tty.end(), 0);
    let (call, _) = printed(&request("elid=new%20one&func=c.delete"), &["billmgr.log"]);
    assert_eq!(tty.file("out"), call);
    assert_eq!(tty.file("err"), "");
    tty.is_restored();
}

#[test]
fn on_the_terminal_itself_the_call_stays_when_the_picker_has_gone() {
    let mut tty = Tty::open(log(), "$mgr2api -i -t mgrctl billmgr.log; echo status $?", SIZE);
    tty.shows("dashboard.items");
    tty.press("k\r");
    assert_eq!(tty.end(), 0);
    tty.shows(
        "# Jun 25 09:07:51 root as shop: b.edit, changes data, without masked passwd\n\
         /usr/local/mgr5/sbin/mgrctl -m billmgr b.edit elid=2 sok=ok su=shop\n",
    );
    tty.shows("b.edit: passwd was masked, left out\nstatus 0");
    tty.is_restored();
}

#[test]
fn all_marked_is_all_printed_as_without_the_picker() {
    let log =
        log() + &request("func=%D0%98&x=%00%1b") + "Jun 25 09:07:51 [1:2] core_module INFO Request [x][y] 'func=cut\n";
    for arguments in ["-n 9", "-n 9 -t mgrctl --tidy", "-n 9 -t json,rust", "-n 9 --unique --changes -q"] {
        let mut tty = Tty::open(&log, &format!("$mgr2api -i {arguments} billmgr.log 2> err | cat > out"), SIZE);
        tty.shows(" live ");
        tty.press("a");
        tty.shows("marked");
        tty.press(ENTER);
        assert_eq!(tty.end(), 0);
        let mut plain: Vec<&str> = arguments.split(' ').collect();
        plain.push("billmgr.log");
        assert_eq!((tty.file("out"), tty.file("err")), printed(&log, &plain), "{arguments}");
    }
}

#[test]
fn packed_logs_are_read_whole_and_keep_their_line_numbers() {
    if !has_tool("gzip") {
        return;
    }
    let command = "gzip billmgr.log; exec $mgr2api -i -t json billmgr.log.gz > out 2> err";
    let mut tty = Tty::open(log(), command, SIZE);
    tty.shows("read to the end");
    tty.press("a");
    tty.shows("3 marked");
    tty.press(ENTER);
    assert_eq!(tty.end(), 0);
    let (json, notes) = printed(&log(), &["-t", "json", "billmgr.log"]);
    assert_eq!(tty.file("out"), json.replace("billmgr.log", "billmgr.log.gz"));
    assert_eq!(tty.file("err"), notes.replace("billmgr.log", "billmgr.log.gz"));
}

#[test]
fn a_pipe_is_read_while_keys_come_from_the_terminal() {
    let command = "(cat billmgr.log; until [ -e more ]; do sleep 0.05; done; cat more) | $mgr2api -i -m core > out";
    let mut tty = Tty::open(log(), command, SIZE);
    tty.shows("dashboard.items");
    tty.press("k");
    tty.shows("> 09:07:51  root#shop  * b.edit");
    fs::write(tty.path("more"), request("func=late.one")).expect("more");
    tty.shows("late.one");
    tty.shows("read to the end");
    tty.press(ENTER);
    assert_eq!(tty.end(), 0);
    assert!(tty.file("out").contains("func=b.edit"), "{}", tty.file("out"));
}

#[test]
fn keys_filter_mark_switch_and_hide() {
    let mut tty = Tty::open(log(), START, SIZE);
    tty.shows("dashboard.items");
    tty.press("b");
    tty.wait("no dashboard", |screen| !screen.contains("dashboard") && screen.contains("2/2 of 3"));
    tty.press("2");
    tty.shows("/usr/local/mgr5/sbin/mgrctl -m billmgr b.edit elid=2 sok=ok su=shop");
    tty.shows("! passwd was masked, left out");
    tty.press("\t");
    tty.shows("fn b_edit()");
    tty.press("/LIST");
    tty.shows("/LIST");
    tty.shows("1/1 of 3");
    tty.press("\r ");
    tty.shows("1 marked");
    tty.press("\x1b");
    tty.shows("1/2 of 3");
    tty.press("?");
    tty.shows("print the marked calls, or the selected one, and quit");
    tty.press("x2\r");
    assert_eq!(tty.end(), 0);
    assert_eq!(tty.file("out"), "/usr/local/mgr5/sbin/mgrctl -m billmgr a.list elid=1\n");
}

#[test]
fn the_mouse_clicks_and_turns() {
    let mut tty = Tty::open(log(), START, SIZE);
    tty.shows("> 09:07:51  root         dashboard.items");
    tty.press("\x1b[<0;30;2M\x1b[<0;30;2m");
    tty.shows("> 09:07:51  root         a.list");
    tty.press("\x1b[<65;30;2M");
    tty.shows("> 09:07:51  root         dashboard.items");
    tty.press("\x1b[<0;50;1M");
    tty.shows("/usr/local/mgr5/sbin/mgrctl");
    tty.press("q");
    assert_eq!(tty.end(), 1);
}

#[test]
fn who_quits_gets_nothing() {
    for (keys, status) in [("q", 1), ("\x1b", 1), ("\x03", 130), ("й", 1)] {
        let mut tty = Tty::open(log(), START, SIZE);
        tty.shows("dashboard.items");
        tty.press(keys);
        assert_eq!(tty.end(), status, "{keys:?}");
        assert_eq!((tty.file("out"), tty.file("err")), (String::new(), String::new()));
        tty.is_restored();
    }
}

#[test]
fn a_signal_ends_it_and_leaves_the_terminal_as_it_was() {
    for (signal, status) in [("TERM", "143\n"), ("HUP", "129\n"), ("INT", "130\n")] {
        let mut tty = Tty::open(log(), WATCHED, SIZE);
        tty.shows("dashboard.items");
        tty.signal(signal);
        tty.end();
        assert_eq!(tty.file("status"), status);
        assert_eq!(tty.file("before"), tty.file("after"));
        assert_eq!((tty.file("out"), tty.file("err")), (String::new(), String::new()));
        tty.is_restored();
    }
}

#[test]
fn a_closed_window_ends_it() {
    let mut tty = Tty::open(log(), "echo $$ > pid; exec $mgr2api -i billmgr.log > out", SIZE);
    tty.shows("dashboard.items");
    let process = format!("/proc/{}", tty.pid());
    assert!(fs::exists(&process).expect("proc"));
    tty.hang_up();
    assert_ne!(tty.end(), 0);
    assert_eq!(tty.file("out"), "");
}

#[test]
fn suspended_it_gives_the_terminal_back_and_goes_on_later() {
    let folder = tempfile::tempdir().expect("temporary folder");
    fs::write(folder.path().join("billmgr.log"), log()).expect("log");
    let mut tty = Tty::open_in(folder, &["bash", "--norc", "--noediting", "-i"], SIZE);
    tty.shows("ready> ");
    tty.press("stty -g > before; $mgr2api -i billmgr.log | cat > out\n");
    tty.shows("dashboard.items");
    for round in ["1", "2"] {
        tty.press("\x1a");
        tty.shows("Stopped");
        tty.is_restored();
        tty.press("stty -g > between; echo again$((0))\n");
        tty.shows("again0");
        assert_eq!(tty.file("before"), tty.file("between"));
        tty.log(&request(&format!("func=meanwhile.{round}")));
        tty.press("clear; fg\n");
        tty.shows(&format!("meanwhile.{round}"));
        tty.shows(" live ");
    }
    tty.press(ENTER);
    tty.shows("ready> ");
    tty.press("stty -g > after; exit\n");
    tty.end();
    assert!(tty.file("out").contains("func=meanwhile.2"), "{}", tty.file("out"));
    assert_eq!(tty.file("before"), tty.file("after"));
}

#[test]
fn where_no_shell_could_resume_it_it_is_not_suspended() {
    let mut tty = Tty::open(log(), "$mgr2api -i billmgr.log | cat > out", SIZE);
    tty.shows("dashboard.items");
    tty.press("\x1a");
    tty.shows("no shell to go back to");
    tty.press("k\r");
    assert_eq!(tty.end(), 0);
    assert!(tty.file("out").contains("func=b.edit"));
}

#[test]
fn colour_can_be_turned_off() {
    for (command, colour) in [
        ("exec $mgr2api -i billmgr.log > out", true),
        ("exec $mgr2api -i --color never billmgr.log > out", false),
        ("NO_COLOR=1 exec $mgr2api -i billmgr.log > out", false),
        ("NO_COLOR=1 exec $mgr2api -i --color always billmgr.log > out", true),
    ] {
        let mut tty = Tty::open(log(), command, SIZE);
        tty.shows("dashboard.items");
        tty.press("q");
        tty.end();
        let raw = String::from_utf8_lossy(&tty.raw()).into_owned();
        assert_eq!(raw.contains("\x1b[38;5;"), colour, "{command}");
        assert!(raw.contains("\x1b[1m") || raw.contains(";1m"), "{command}: bold stays");
    }
}

#[test]
fn another_size_is_another_layout() {
    let mut tty = Tty::open(log(), START, SIZE);
    tty.shows(" 5 json");
    tty.resize(20, 5);
    tty.wait("a small screen", |screen| screen.lines().count() == 5 && screen.contains("curl 3/3"));
    tty.press("k");
    tty.shows("> * b.edit");
    tty.resize(120, 40);
    tty.shows("Jun 25 09:07:51  root#shop  * b.edit");
    tty.press("q");
    assert_eq!(tty.end(), 1);
}

#[test]
fn nothing_in_a_log_reaches_the_terminal_as_it_is() {
    let hostile = "\x1b]52;c;ZXZpbA==\x07\x1b[2J\x1b[?1049l\u{9b}31m\u{202e}\u{200b}\x7f\x08evil";
    let encoded = hostile.bytes().fold(String::new(), |text, byte| format!("{text}%{byte:02X}"));
    let log = request(&format!("func=a{hostile}&x={hostile}"))
        + &request_by(hostile, hostile, &format!("func={encoded}&{encoded}={encoded}&sok=ok"))
        + &request("func=the.last");
    let name = "bill\x1b[2J\u{202e}.log";
    let mut tty =
        Tty::open(log, &format!("cp billmgr.log $'{name}'; exec $mgr2api -i -m core $'{name}' > out"), (140, 40));
    tty.shows("the.last");
    for keys in ["g", "1", "2", "3", "4", "5", "k", "1", "2", "3", "4", "5", "w", "s", "a", "?", "x", "y"] {
        tty.press(keys);
        thread::sleep(Duration::from_millis(30));
    }
    tty.press("/evil\u{202e}");
    tty.shows("/evil\\xe2\\x80\\xae");
    tty.press("\x03");
    tty.end();
    let raw = tty.raw();
    // What was copied is the one string that a terminal acts on; it holds the snippet as base64.
    let text = String::from_utf8(raw).expect("UTF-8");
    let mut rest = text.as_str();
    while let Some(at) = rest.find(['\x1b', '\x07', '\u{9b}', '\u{202e}', '\u{200b}', '\x7f', '\x08']) {
        let sequence = &rest[at..];
        let known = ["\x1b[", "\x1b]52;c;"].into_iter().find(|known| sequence.starts_with(known));
        let known = known.unwrap_or_else(|| panic!("{:?}", &sequence.chars().take(20).collect::<String>()));
        let body = &sequence[known.len()..];
        let end = body.find(|char: char| char.is_ascii_alphabetic() || char == '\x07').expect("an end");
        if known == "\x1b[" {
            assert!(body[..end].bytes().all(|byte| b"?0123456789;".contains(&byte)), "{body:.20}");
            assert!("mHhlJ".contains(&body[end..=end]), "{body:.20}");
            assert!(!body.starts_with("2Jevil"));
            rest = &body[end + 1..];
        } else {
            let end = body.find('\x07').expect("an end");
            assert!(!body.starts_with("ZXZpbA=="));
            rest = &body[end + 1..];
        }
    }
}

#[test]
fn a_hundred_thousand_requests_are_no_burden() {
    let log: String =
        (0..100_000).map(|number| request(&format!("elid=number%20{number}&func=a.edit&sok=ok"))).collect();
    let mut tty = Tty::open(&log, "echo $$ > pid; exec $mgr2api -i -n 100000 billmgr.log > out", SIZE);
    tty.shows("100000/100000");
    tty.press("g/number 77777");
    tty.shows("1/1 of 100000");
    tty.press("\r");
    tty.shows("Esc clear");
    let status = fs::read_to_string(format!("/proc/{}/status", tty.pid())).expect("status");
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("VmRSS");
    let kilobytes: u64 = resident.trim().trim_end_matches(" kB").parse().expect("a number");
    assert!(kilobytes < 100_000, "{kilobytes} kB");
    // The whole way of a key, in a build that is not optimised and on a machine with other work to do.
    let start = Instant::now();
    tty.press("\x1b");
    tty.shows("77778/100000");
    tty.press("G");
    tty.shows("100000/100000");
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    tty.press("/number 54321\r\r");
    assert_eq!(tty.end(), 0);
    assert!(tty.file("out").contains("elid=number%2054321&"), "{}", tty.file("out"));
}

#[test]
fn what_is_copied_is_the_call() {
    let mut tty = Tty::open(log(), "exec $mgr2api -i -t mgrctl billmgr.log > out", SIZE);
    tty.shows("dashboard.items");
    tty.press("ky");
    tty.shows("the call: sent to the terminal's clipboard");
    tty.press("q");
    tty.end();
    // /usr/local/mgr5/sbin/mgrctl -m billmgr b.edit elid=2 sok=ok su=shop
    let copied =
        "\x1b]52;c;L3Vzci9sb2NhbC9tZ3I1L3NiaW4vbWdyY3RsIC1tIGJpbGxtZ3IgYi5lZGl0IGVsaWQ9MiBzb2s9b2sgc3U9c2hvcA==\x07";
    assert!(String::from_utf8_lossy(&tty.raw()).contains(copied));
}

#[test]
fn a_log_that_is_not_there_yet_is_waited_for() {
    let mut tty = Tty::open("", "exec $mgr2api -i ./late.log -m core > out", SIZE);
    tty.shows("no requests yet: click in the panel");
    fs::write(tty.path("late.log"), request("func=at.last")).expect("late.log");
    tty.shows("at.last");
    tty.press("q");
    assert_eq!(tty.end(), 1);
}

#[test]
fn what_the_logs_had_to_tell_is_told_at_the_end() {
    let mut tty = Tty::open(log(), START, SIZE);
    tty.shows("dashboard.items");
    fs::remove_file(tty.path("billmgr.log")).expect("remove");
    tty.shows("billmgr.log: the log is gone, waiting for it");
    tty.press("q");
    assert_eq!(tty.end(), 1);
    assert!(tty.file("err").starts_with("billmgr.log: the log is gone"), "{}", tty.file("err"));
}

#[test]
fn without_a_terminal_it_says_so() {
    // A session of its own has no terminal, wherever the tests run.
    let folder = tempfile::tempdir().expect("temporary folder");
    fs::write(folder.path().join("billmgr.log"), log()).expect("log");
    let run = Command::new("setsid")
        .args(["--wait", env!("CARGO_BIN_EXE_mgr2api"), "-i", "billmgr.log"])
        .current_dir(&folder)
        .stdin(Stdio::null())
        .output()
        .expect("setsid");
    assert_eq!(run.status.code(), Some(2));
    let told = String::from_utf8(run.stderr).expect("UTF-8");
    assert!(told.starts_with("mgr2api: -i draws on the terminal, and there is none (No such device"), "{told}");
    assert!(told.contains("ssh -t") && told.lines().count() == 1, "{told}");
    assert!(run.stdout.is_empty());
}

#[test]
fn terminals_that_cannot_serve_are_told_about() {
    for (command, reason) in [
        ("TERM=dumb $mgr2api -i billmgr.log 2> err", "TERM=dumb cannot place text"),
        ("$mgr2api -i - 2> err", "takes its keys from the terminal"),
        ("$mgr2api -i 2> err", "no log given"),
        ("$mgr2api -i --passthrough billmgr.log 2> err", "cannot be used with"),
    ] {
        let mut tty = Tty::open(log(), command, SIZE);
        assert_eq!(tty.end(), 2, "{command}");
        assert!(tty.file("err").contains(reason), "{command}: {}", tty.file("err"));
    }
}
