//! The program on a pseudo-terminal, as a user runs it.

use super::support::request;
use super::tty::Tty;
use crate::support::program::PROGRAM;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::fs;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// What the terminal received, with plain line breaks, and the exit status.
struct Screen {
    text: String,
    status: u32,
}

impl Screen {
    fn plain(&self) -> String {
        anstream::adapter::strip_str(&self.text).to_string()
    }
}

/// Runs the program on a terminal, in a folder that contains `x.log`.
fn on_terminal(log: &[u8], arguments: &[&str], environment: &[(&str, &str)]) -> Screen {
    let program = [&[PROGRAM], arguments].concat();
    run_on_terminal(log, &program, environment)
}

fn run_on_terminal(log: &[u8], program: &[&str], environment: &[(&str, &str)]) -> Screen {
    let folder = tempfile::tempdir().expect("temporary folder");
    fs::write(folder.path().join("x.log"), log).expect("log");
    let pty = native_pty_system().openpty(PtySize { rows: 50, cols: 500, ..PtySize::default() }).expect("pty");
    let mut command = CommandBuilder::new(program[0]);
    command.env_clear();
    command.cwd(folder.path());
    command.args(&program[1..]);
    for (name, value) in environment {
        command.env(name, value);
    }
    let mut child = pty.slave.spawn_command(command).expect("the program starts");
    drop(pty.slave);
    let mut reader = pty.master.try_clone_reader().expect("reader");
    let (send, receive) = mpsc::channel();
    thread::spawn(move || {
        let mut text = Vec::new();
        // On Linux the last read fails once the program on the terminal has ended.
        let _ = std::io::Read::read_to_end(&mut reader, &mut text);
        send.send(text)
    });
    let text = receive.recv_timeout(Duration::from_secs(60)).expect("the program ends");
    let status = child.wait().expect("status").exit_code();
    Screen { text: String::from_utf8(text).expect("UTF-8").replace("\r\n", "\n"), status }
}

const XTERM: (&str, &str) = ("TERM", "xterm-256color");

#[test]
fn without_a_log_there_is_a_hint_and_no_waiting() {
    for arguments in [&[][..], &["-t", "mgrctl"], &["-n", "1"]] {
        let screen = on_terminal(b"", arguments, &[XTERM]);
        assert_eq!(screen.status, 2);
        for part in ["mgr2api: no log given, and standard input is a terminal", "mgr2api billmgr.log", "--help"] {
            assert!(screen.text.contains(part), "{part}: {}", screen.text);
        }
        assert_eq!(screen.text.lines().count(), 5, "{}", screen.text);
        assert!(screen.text.lines().skip(1).all(|line| line.len() < 80), "{}", screen.text);
    }
}

#[test]
fn a_first_run_names_the_logs_that_are_there() {
    let folder = tempfile::tempdir().expect("temporary folder");
    for (logs, found, panel) in [
        (&["core.log"][..], ": core\n", "core"),
        (&["core.log", "billmgr.log"], ": core billmgr\n", "billmgr"),
        (&["core.log", "billmgr.log", "other.log", "ispmgr.log-20260101"], ": core billmgr\n", "billmgr"),
    ] {
        for log in logs {
            fs::write(folder.path().join(log), "").expect("log");
        }
        let dir = folder.path().to_str().expect("UTF-8");
        let screen = on_terminal(b"", &[], &[XTERM, ("MGR2API_LOG_DIR", dir)]);
        assert_eq!((screen.status, screen.text.lines().count()), (2, 5), "{}", screen.text);
        for part in [found, &format!("mgr2api -f {panel} "), &format!("mgr2api {panel} -n 1 --changes "), "-h"] {
            assert!(screen.text.contains(part), "{part}: {}", screen.text);
        }
    }
}

#[test]
fn colour_and_comments_come_by_themselves() {
    let log = request("func=user.edit&sok=ok");
    let screen = on_terminal(log.as_bytes(), &["-t", "mgrctl", "-m", "core", "x.log"], &[XTERM]);
    assert_eq!(screen.status, 0);
    assert!(screen.text.contains("\x1b["), "{:?}", screen.text);
    let comment = "# Jun 25 09:07:51 root, user.edit, changes data\n";
    assert_eq!(screen.plain(), format!("{comment}/usr/local/mgr5/sbin/mgrctl -m core user.edit sok=ok\n"));
}

#[test]
fn colour_and_comments_can_be_turned_off() {
    let log = request("func=user.edit");
    let plain = "/usr/local/mgr5/sbin/mgrctl -m core user.edit\n";
    let run = |options: &[&str], environment: &[(&str, &str)]| {
        on_terminal(log.as_bytes(), &[&["-t", "mgrctl", "-m", "core", "x.log"], options].concat(), environment)
    };
    assert_eq!(run(&["--comments", "never", "--color", "never"], &[XTERM]).text, plain);
    assert_eq!(run(&["--comments", "never"], &[XTERM, ("NO_COLOR", "1")]).text, plain);
    assert_eq!(run(&["--comments", "never"], &[("TERM", "dumb")]).text, plain);
    let forced = run(&["--comments", "never", "--color", "always"], &[XTERM, ("NO_COLOR", "1")]);
    assert!(forced.text.contains("\x1b[") && forced.plain() == plain, "an option outranks the environment");
}

#[test]
fn notes_stand_below_the_snippet_they_are_about() {
    let log = request("func=a&passwd=*") + &request("elid=1") + &request("func=b&passwd=*");
    let options = ["-t", "mgrctl", "-m", "core", "--comments", "never", "--color", "never", "x.log"];
    let mark = format!("{:76}^", "");
    let expected = format!(
        "/usr/local/mgr5/sbin/mgrctl -m core a\n\
         x.log:1: a: passwd was masked, left out\n\
         x.log:2: not converted: expected a parameter 'func' with a value at byte 74\n  \
         Jun 25 09:07:51 [26956:1738] core_module INFO Request [192.0.2.38][root] 'elid=1'\n\
         {mark}\n\
         /usr/local/mgr5/sbin/mgrctl -m core b\n\
         x.log:3: b: passwd was masked, left out\n"
    );
    assert_eq!(on_terminal(log.as_bytes(), &options, &[XTERM]).text, expected);
}

#[test]
fn a_masked_secret_is_told_once_where_the_comment_is_seen() {
    let log = request("func=a&passwd=*");
    let screen = |options: &[&str]| {
        on_terminal(log.as_bytes(), &[&["-m", "core", "--color", "never", "x.log"], options].concat(), &[XTERM]).text
    };
    assert_eq!(screen(&["-t", "mgrctl"]).matches("passwd").count(), 1);
    assert!(screen(&["-t", "mgrctl"]).contains("without masked passwd"));
    // Neither json nor a snippet without its comment reports it, so the note must.
    for options in [&["-t", "mgrctl", "--comments", "never"][..], &["-t", "json"]] {
        assert!(screen(options).contains("x.log:1: a: passwd was masked, left out\n"), "{options:?}");
    }
}

#[test]
fn a_line_that_goes_wrong_is_pointed_at_within_the_width_of_the_terminal() {
    let head = "Jun 25 09:07:51 [1:2] core_module INFO Request [192.0.2.38][root] ";
    for (line, under) in [
        (format!("{head}‘func=a&elid=1’\n"), '‘'),
        (format!("{head}'func=a&name=%D0%98' and more\n"), 'a'),
        (format!("Jun 25 09:07:51 [1:2] core_module INFO Request [Имя][漢字] “func={}”\n", "x".repeat(300)), '“'),
    ] {
        let mut tty = Tty::open(&line, "exec $mgr2api billmgr.log", (60, 20));
        assert_eq!(tty.end(), 1);
        let screen = tty.screen();
        let lines: Vec<&str> = screen.lines().collect();
        let mark = lines.iter().position(|line| line.trim() == "^").expect("a mark");
        // A wide character takes two columns.
        let cells = |text: &str| text.chars().map(|char| 1 + usize::from(char > '\u{2e80}')).sum::<usize>();
        let (column, text) = (lines[mark].len() - 1, lines[mark - 1]);
        let found = text.char_indices().find(|(at, _)| cells(&text[..*at]) == column).map(|(_, char)| char);
        assert_eq!(found, Some(under), "{screen}");
        assert!(cells(text) < 60, "{screen}");
    }
}

#[test]
fn lines_handed_on_cannot_act_on_the_terminal() {
    let log = b"\x1b]52;c;cm0=\x07 \x1b[2J tab\there \x9b31m \xe2\x80\xae\n".repeat(2);
    let screen = on_terminal(&log, &["--passthrough", "--color", "never", "x.log"], &[XTERM]);
    assert_eq!(screen.text, "\\x1b]52;c;cm0=\\x07 \\x1b[2J tab\\there \\x9b31m \\xe2\\x80\\xae\n".repeat(2));
}

#[test]
fn help_is_coloured_on_a_terminal_only() {
    let plain = on_terminal(b"", &["--help"], &[XTERM, ("NO_COLOR", "1")]);
    let painted = on_terminal(b"", &["--help"], &[XTERM]);
    assert!(!plain.text.contains('\x1b') && painted.text.contains('\x1b'));
    assert_eq!(painted.plain(), plain.text);
    for never in [&["--help", "--color=never"][..], &["--color", "never", "--help"]] {
        assert_eq!(on_terminal(b"", never, &[XTERM]).text, plain.text, "{never:?}");
    }
}

#[test]
fn who_filters_out_everything_is_told() {
    let log = request("func=a") + &request("func=b");
    let run = |options: &[&str]| on_terminal(log.as_bytes(), &[&["-m", "core", "x.log"], options].concat(), &[XTERM]);
    let screen = run(&["--func", "nothing"]);
    assert_eq!(screen.status, 1);
    assert!(screen.text.starts_with("none of 2 requests matches --func; --stats"), "{}", screen.text);
    assert_eq!(run(&["--func", "nothing", "-q"]).text, "");
    assert!(!run(&["--func", "^a$"]).text.contains("none of"));
}

#[test]
fn what_is_wrong_is_said_plainly() {
    let screen = on_terminal(b"", &["-m", "bilmgr", "x.log"], &[XTERM]);
    assert_eq!((screen.status, screen.text.lines().count()), (2, 1), "{}", screen.text);
    let screen = on_terminal(b"", &["--no-such-option\x1b]0;x\x07"], &[XTERM]);
    // clap removes what it takes for an escape sequence.
    let harmless = !screen.text.contains(['\x1b', '\x07']);
    assert!(screen.status == 2 && harmless && screen.text.contains("'--no-such-option"), "{:?}", screen.text);
}

/// The reader of the snippets sleeps, so the log takes longer than a second on any machine.
const SLOWLY: &str = r#""$0" "$@" x.log | { sleep 1.5; wc -l; }"#;

#[test]
fn a_long_log_shows_how_far_it_is_and_leaves_nothing_behind() {
    let log = request("func=a&elid=14&password=*").repeat(20_000);
    let slowly = |arguments: &[&str]| {
        let program = [&["/bin/sh", "-c", SLOWLY, PROGRAM], arguments].concat();
        let screen = run_on_terminal(log.as_bytes(), &program, &[XTERM, ("PATH", "/usr/bin:/bin")]);
        assert!(screen.plain().ends_with("20000\n"), "{}", &screen.text[screen.text.len() - 300..]);
        screen
    };
    let screen = slowly(&["--secrets=show"]);
    let bar = screen.text.rfind("100 %").expect("a bar that came to its end");
    assert!(screen.text.contains("x.log \u{2588}"), "a bar");
    assert!(screen.text[bar..].contains("\r\x1b[2K"), "the bar is wiped away");
    // A note never shares its line with the bar.
    for line in screen.text.lines().filter(|line| line.contains("was masked")) {
        let shown = line.rsplit("\x1b[2K").next().unwrap_or_default();
        assert!(shown.trim_start_matches('\r').starts_with("x.log:"), "{line:?}");
    }
    assert!(!slowly(&["-q"]).text.contains('\u{2588}'), "-q is quiet");
}
