//! `--interactive` takes and restores the terminal: signals, suspending, sizes, hostile text, no terminal at all.

use super::pick::{ENTER, SIZE, START, log};
use super::support::{has_tool, request, request_by};
use super::tty::Tty;
use crate::support::program::{PROGRAM, Signal};
use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

/// Records the terminal's modes before and after, the program's process id and its exit status.
const WATCHED: &str = "stty -g > before; /bin/sh -c 'echo $$ > pid; exec $mgr2api -i billmgr.log > out 2> err'; \
                       echo $? > status; stty -g > after";

#[test]
fn on_the_terminal_itself_the_call_stays_when_the_picker_has_gone() {
    let mut tty = Tty::open(log(), "$mgr2api -i -t mgrctl billmgr.log; echo status $?", SIZE);
    tty.shows("dashboard.items");
    tty.press("k\r");
    assert_eq!(tty.end(), 0);
    tty.shows(
        "# Jun 25 09:07:51 root as shop, b.edit, changes data, without masked passwd\n\
         /usr/local/mgr5/sbin/mgrctl -m billmgr b.edit elid=2 sok=ok su=shop\n\
         status 0",
    );
    tty.is_restored();
}

#[test]
fn a_slow_line_makes_no_escape_of_an_arrow() {
    // On a busy machine a pause may become longer than intended and rightly count as Esc; so try again.
    let moved = (0..5).any(|_| {
        let mut tty = Tty::open(log(), START, SIZE);
        tty.shows("> 09:07:51  root         dashboard.items");
        for byte in ["\x1b", "[", "A"] {
            tty.press(byte);
            thread::sleep(Duration::from_millis(3));
        }
        tty.wait("an answer", |screen| !screen.contains("> 09:07:51  root         dashboard.items"));
        tty.screen().contains("> 09:07:51  root#shop  * b.edit")
    });
    assert!(moved, "it quits");
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
    for (signal, status) in [(Signal::TERM, "143\n"), (Signal::HUP, "129\n"), (Signal::INT, "130\n")] {
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
fn a_signal_ends_it_while_it_prints_too() {
    let many: String = (0..2000).map(|number| request(&format!("func=a&elid={number}"))).collect();
    let command = "/bin/sh -c 'echo $$ > pid; exec $mgr2api -i billmgr.log' | until [ -e done ]; do sleep 0.05; done";
    let mut tty = Tty::open(many, command, SIZE);
    tty.shows("2000/2000");
    tty.press("a\r");
    let process = format!("/proc/{}", tty.pid());
    tty.wait("the list to go", |screen| !screen.contains("2000"));
    assert!(fs::exists(&process).expect("proc"), "nobody reads, so it waits");
    tty.signal(Signal::INT);
    // Its shell may not have waited for it yet: a zombie counts as ended.
    tty.wait("its end", |_| {
        fs::read_to_string(format!("{process}/stat")).is_ok_and(|stat| stat.contains(") Z "))
            || !fs::exists(&process).expect("proc")
    });
    fs::write(tty.path("done"), "").expect("done");
    tty.end();
    tty.is_restored();
}

#[test]
fn what_is_typed_after_it_is_for_who_comes_after_it() {
    let many: String = (0..2000).map(|number| request(&format!("func=a&elid={number}"))).collect();
    let command = "$mgr2api -i billmgr.log | { until [ -e more ]; do sleep 0.05; done; read -r line < /dev/tty; \
                   echo \"$line\" > typed; cat > out; }";
    let mut tty = Tty::open(many, command, SIZE);
    tty.shows("2000/2000");
    tty.press("a\r");
    tty.wait("the list to go", |screen| !screen.contains("2000"));
    thread::sleep(Duration::from_millis(600));
    tty.press("for somebody else\n");
    thread::sleep(Duration::from_millis(600));
    fs::write(tty.path("more"), "").expect("more");
    assert_eq!(tty.end(), 0);
    assert_eq!(tty.file("typed"), "for somebody else\n");
    assert_eq!(tty.file("out").lines().count(), 2000);
}

#[test]
fn a_closed_window_ends_it() {
    let mut tty = Tty::open(log(), "echo $$ > pid; exec $mgr2api -i billmgr.log > out", SIZE);
    tty.shows("dashboard.items");
    let process = format!("/proc/{}", tty.pid());
    assert!(fs::exists(&process).expect("proc"));
    tty.hang_up();
    let end = tty.end();
    assert!(end != 0 && end != 101, "{end}: 101 is a panic");
    assert_eq!(tty.file("out"), "");
}

#[test]
fn suspended_it_gives_the_terminal_back_and_goes_on_later() {
    if !has_tool("bash") {
        return;
    }
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
    tty.shows("cannot suspend: no shell started the program");
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
    let folder = tempfile::tempdir().expect("temporary folder");
    fs::write(folder.path().join(name), log).expect("log");
    let command = format!("exec $mgr2api -i -m core '{name}' > out");
    let mut tty = Tty::open_in(folder, &["/bin/sh", "-c", &command], (140, 40));
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
    // The only other sequence that a terminal executes is the copied text; it contains the snippet as base64.
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
fn without_a_terminal_it_says_so() {
    // A session of its own has no terminal, wherever the tests run.
    if !has_tool("setsid") {
        return;
    }
    let folder = tempfile::tempdir().expect("temporary folder");
    fs::write(folder.path().join("billmgr.log"), log()).expect("log");
    let run = Command::new("setsid")
        .args(["--wait", PROGRAM, "-i", "billmgr.log"])
        .current_dir(&folder)
        .stdin(Stdio::null())
        .output()
        .expect("setsid");
    assert_eq!(run.status.code(), Some(2));
    let told = String::from_utf8(run.stderr).expect("UTF-8");
    assert!(told.starts_with("mgr2api: -i needs a terminal, and there is none (No such device"), "{told}");
    assert!(told.contains("ssh -t") && told.lines().count() == 1, "{told}");
    assert!(run.stdout.is_empty());
}

#[test]
fn terminals_that_cannot_serve_are_told_about() {
    for (command, reason) in [
        ("TERM=dumb $mgr2api -i billmgr.log 2> err", "cannot draw on a terminal of type TERM=dumb"),
        ("$mgr2api -i - 2> err", "reads its keys from the terminal"),
        ("$mgr2api -i 2> err", "no log given"),
        ("$mgr2api -i --passthrough billmgr.log 2> err", "cannot be used with"),
    ] {
        let mut tty = Tty::open(log(), command, SIZE);
        assert_eq!(tty.end(), 2, "{command}");
        assert!(tty.file("err").contains(reason), "{command}: {}", tty.file("err"));
    }
}
