//! Error messages: they report what is wrong and what to do, and pass no control characters to a terminal.

use super::support::{mgr2api, request};
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

#[test]
fn messages_name_the_cure() {
    for (arguments, parts) in [
        (&["-t", "crul"][..], &["'crul'", "similar value exists: 'curl'"][..]),
        (&["-t", "mgrctrl"], &["'mgrctrl'", "similar value exists: 'mgrctl'"]),
        (&["--folow"], &["similar argument exists: '--follow'", "--help"]),
        (&["--managr", "x"], &["similar argument exists: '--manager'"]),
        (&["--shell", "bsh"], &["similar value", "'bash'"]),
        (&["--generate", "complete-fsh"], &["similar value", "'complete-fish'"]),
        (&["bilmgr"], &["bilmgr: no such file", "did you mean 'billmgr'?"]),
        (&["curl", "some.log"], &["curl: no such file, did you mean -t curl?"]),
        (&["help"], &["help: no such file, did you mean --help?"]),
        (&["some.log"], &["some.log: no such file; a LOG is a file, '-'"]),
        (&["-t", "cobol"], &["'cobol'", "curl", "mgrctl", "rust", "url", "json"]),
        (&["-m", "bilmgr"], &["unknown manager 'bilmgr'", "did you mean 'billmgr'?", "ispmgr"]),
        (&["-m", ""], &["unknown manager ''", "ispmgr"]),
        (&["--func", "a("], &["--func a(: unclosed group"]),
        (&["--exclude", "*"], &["--exclude *", "repetition operator missing expression"]),
        (&["--user", "[a"], &["--user [a", "unclosed character class"]),
        (&["--origin", r"\p"], &[r"--origin \p"]),
        (&["--url", "/manager/billmgr"], &["--url /manager/billmgr", "https://panel.example.com:1500"]),
        (&["--url", ":1500"], &["--url :1500", "for example"]),
        (&["--url", "ftp://localhost"], &["--url ftp://localhost", "https or http"]),
        (&["--url", "https://localhost/?func=x"], &["--url", "not '?'"]),
        (&["--su", ""], &["--su", "auto, never or a name"]),
        (&["--lang", ""], &["--lang", "leave the option out"]),
        (&["--out="], &["--out", "leave the option out"]),
        (&["--masked", "show"], &["'show'", "omit", "env"]),
        (&["--secrets", "omit"], &["'omit'", "env", "show"]),
        (&["--auth", "basic"], &["'basic'", "authinfo", "session", "none"]),
        (&["--method", "put"], &["'put'", "post", "get"]),
        (&["--shell", "csh"], &["'csh'", "bash", "sh", "fish"]),
        (&["--color", "yes"], &["'yes'", "auto", "always", "never"]),
        (&["--comments", "yes"], &["'yes'", "auto", "always", "never"]),
        (&["--threads", "0"], &["'0'", "--threads"]),
        (&["--threads", "many"], &["'many'", "--threads"]),
        (&["-n", "x"], &["'x'", "--last", "use for example -n 10"]),
        (&["-n", "-1"], &["'-1'", "--last", "use for example -n 10"]),
        (&["--url", "https://a:b@localhost/"], &["--url contains a login", "MGR_AUTHINFO"]),
        (&["--tidy", "--raw"], &["--tidy", "--raw", "cannot be used with"]),
        (&["--passthrough", "-n", "1"], &["--passthrough", "--last", "cannot be used with"]),
        (&["--exlude", "a"], &["--exlude", "--exclude"]),
        (&["--func"], &["--func", "REGEX"]),
    ] {
        mgr2api(arguments).stdin(request("func=x")).run().status(2).out("").err_has(parts);
    }
}

/// Each message gives the replacement, not a list of options.
#[test]
fn what_other_programs_call_it_gets_the_word_of_this_one() {
    for (arguments, tip) in [
        (&["-t", "js"][..], "use -t node;"),
        (&["-t", "JavaScript"], "use -t node;"),
        (&["-t", "py"], "use -t python;"),
        (&["-t", "bash"], "use -t curl for a line that any shell runs, or -t mgrctl"),
        (&["-t", "sh"], "use -t curl for"),
        (&["-t", "csharp"], "use -t json, which gives the request as data"),
        (&["-t", "xml"], "use --out xml"),
        (&["-t", "url mgrctl"], "use -t url,mgrctl;"),
        (&["-F", "billmgr"], "use -f:"),
        (&["-N", "3"], "use -n (--last);"),
        (&["--Follow"], "use --follow;"),
        (&["-o", "calls.sh"], "append > FILE"),
        (&["-v"], "use --stats"),
        (&["--json"], "use -t json;"),
        (&["--Python"], "use -t python;"),
        (&["--tail", "3"], "use -n 10"),
        (&["-5"], "use -n 5 for the last 5 requests"),
        (&["--run"], "append | sh"),
        (&["--func", "-x"], "use --func=-x for a value that starts with a hyphen"),
        (&["--su", "-o"], "use --su=-o for"),
    ] {
        let text = mgr2api(arguments).stdin(request("func=x")).run().status(2).out("").err_text();
        assert!(text.contains(&format!("; tip: {tip}")) || text.contains(tip), "{arguments:?}: {text}");
        assert_eq!(text.lines().count(), 1, "{text}");
        assert!(!text.contains("'-- -") && !text.contains("possible values"), "{text}");
    }
    mgr2api(["-starts.log"]).file("-starts.log", "").run().status(2).err_has(&["use ./-starts.log"]);
    mgr2api(["--no-such"]).run().status(2).err("mgr2api: unexpected argument '--no-such' found; --help says more\n");
}

#[test]
fn what_cannot_be_done_as_typed_is_said_in_a_sentence() {
    for (arguments, parts) in [
        (&["-m", "isp"][..], &["unknown manager 'isp', did you mean 'ispmgr'?"][..]),
        (&["-m", "ISPmanager 6"], &["did you mean 'ispmgr'?"]),
        (&["-m", "billmgr.log"], &["did you mean 'billmgr'?"]),
        (&["bill"], &["bill: no such file", "did you mean 'billmgr'?"]),
        (&["https://vm.example.com"], &["did you mean --url https://vm.example.com?"]),
        (&["--since", "1h", "ago"], &["needs quotes, as in --since"]),
        (&["--since", "2026-11-23", "09:30"], &["needs quotes, as in --since"]),
        (&["--since", "--changes"], &["--since: '--changes' is not a time; use 10m"]),
        (&["--state", "x"], &["mgr2api: --state stores the position of --follow; add -f\n"]),
        (&["-n", "0"], &["-n 0 gives no requests; use -n 1"]),
        (&["-i", "."], &[".: is a folder; name the logs in it\n"]),
        (&["--var", "billmgr.log"], &["no log is left to read", "use --var NAME[=VAR] billmgr.log\n"]),
        (&["--func", "there.log"], &["no log is left to read", "use --func REGEX there.log\n"]),
    ] {
        let run = mgr2api(arguments).file("there.log", request("func=x")).stdin(request("func=x")).run();
        run.status(2).out("").err_has(parts);
    }
    // Similar words that are valid stay valid.
    for arguments in [&["--func", "x|absent.log"][..], &["--var", "elid", "there.log"], &["--var", "there", "-"]] {
        mgr2api(arguments).file("there.log", request("func=x")).stdin(request("func=x")).run().status(0);
    }
}

#[test]
fn what_can_only_mean_one_thing_is_taken_for_it() {
    let at = |host: &str| format!("https://{host}/ispmgr?func=x&out=json\n");
    for (arguments, expected) in [
        (&["-t", "URL"][..], at("localhost:1500")),
        (&["-t", " url "], at("localhost:1500")),
        (&["-t", "url, Url"], at("localhost:1500").repeat(2)),
        (&["-t", "url", "--url", "vm.example.com"], at("vm.example.com")),
        (&["-t", "url", "--url", "vm.example.com:1500"], at("vm.example.com:1500")),
        (&["-t", "url", "--url", "localhost:1500"], at("localhost:1500")),
        (&["-t", "url", "-m", "ISPmgr"], at("localhost:1500")),
        (&["-t", "url", "-m", "BILLmanager"], at("localhost:1500").replace("ispmgr", "billmgr")),
        (&["-t", "url", "--auth", "Session", "--SHELL=x"][..4], at("localhost:1500")),
        (&["-t", "mgrctl", "--shell", "FISH"], "/usr/local/mgr5/sbin/mgrctl -m ispmgr x\n".to_owned()),
    ] {
        mgr2api(["-q"]).args(arguments).stdin(request("func=x")).run().status(0).out(expected).err("");
    }
    for name in ["billmgr", "BILLmgr", "BILLmanager"] {
        let run = mgr2api(["-t", "mgrctl", "--log-dir", "var", name]).file("var/billmgr.log", request("func=x"));
        run.run().status(0).out("/usr/local/mgr5/sbin/mgrctl -m billmgr x\n").err("");
    }
    // A file with this name takes precedence.
    let run = mgr2api(["-q", "-t", "url", "BILLmanager"]).file("BILLmanager", request("func=x"));
    run.run().status(0).out(at("localhost:1500"));
}

#[test]
fn a_mistake_is_one_line_for_who_reads_standard_error_from_a_program() {
    let run = mgr2api(["-t", "crul"]).stdin("func=x").run().status(2).out("");
    let text = run.err_text();
    assert_eq!(text.lines().count(), 1, "{text}");
    assert!(text.starts_with("mgr2api: invalid value 'crul' for '--to <TARGET>'; "), "{text}");
    assert!(text.ends_with("; tip: a similar value exists: 'curl'; --help says more\n"), "{text}");
}

#[test]
fn a_mistyped_log_gets_the_name_of_its_neighbour() {
    let typed = |log: &str| mgr2api([log]).file("old/billmgr.log.gz", "").file("shop.log", "").run().status(2);
    typed("shpo.log").err_has(&["shpo.log: no such file, did you mean 'shop.log'?"]);
    typed("old/billmgr.log.zg").err_has(&["did you mean 'old/billmgr.log.gz'?"]);
    typed("old/else.log").err_has(&["no such file; a LOG is"]);
    typed("new/billmgr.log").err_has(&["no such file; a LOG is"]);
}

#[test]
fn a_login_in_the_url_is_refused_and_not_repeated() {
    for login in ["https://root:hunter2@localhost", "root:hunter2@localhost:1500"] {
        let run = mgr2api(["--url", login]).stdin(request("func=x")).run();
        assert!(!run.err_text().contains("hunter2"), "{login}");
        run.status(2).out("").err_has(&["--url", "MGR_AUTHINFO"]);
    }
    for broken in ["https://root:hunter2@local host", "root:hunter2@local host", "ftp://root:hunter2@localhost"] {
        let run = mgr2api(["--url", broken]).stdin(request("func=x")).run();
        assert!(!run.err_text().contains("hunter2"), "{broken}");
        run.status(2).out("").err_has(&["--url", "for example"]);
    }
}

/// Escape sequences, a C1 control, a character that reverses text, an invalid UTF-8 byte.
const HOSTILE: &[u8] = b"a\x1b]52;c;cm0=\x07\x1b[31m\x08\x7f\xc2\x9b31m\xe2\x80\xae\xff.log";

#[test]
fn a_hostile_file_name_is_spelt_out() {
    let name = OsStr::from_bytes(HOSTILE);
    // The harness fails on control characters on either stream of any run.
    let spelt = r"a\x1b]52;c;cm0=\x07\x1b[31m\x08\x7f\xc2\x9b31m\xe2\x80\xae";
    mgr2api([name]).run().status(2).err_has(&[spelt, "no such file"]);
    let run = || mgr2api([name]).file(name, request("func=x&passwd=*"));
    run().run().status(0).err_has(&[spelt, ":1: x: passwd was masked"]);
    run().args(["-n", "1"]).run().status(0).err_has(&[spelt, ":byte 0: x: passwd was masked"]);
    run().args(["-t", "json"]).run().status(0);
    let run = mgr2api([name]);
    std::fs::create_dir(run.folder.path().join(name)).expect("folder");
    run.run().status(2).err_has(&[spelt, "is a folder"]);
    mgr2api([name]).file(name, b"\x1f\x8b garbage").run().status(2).err_has(&[spelt]);
}

#[test]
fn a_newline_in_a_file_name_cannot_forge_a_note() {
    let name = "a\nbillmgr.log:1: all is well.log";
    let run = mgr2api([name, "-m", "core"]).file(name, request("func=x&passwd=*")).run().status(0);
    assert_eq!(run.err_text().lines().count(), 1, "{}", run.err_text());
}

#[test]
fn hostile_arguments_are_spelt_out() {
    let hostile = OsStr::from_bytes(&HOSTILE[..HOSTILE.len() - 5]);
    for option in [
        "-t",
        "-m",
        "--func",
        "--exclude",
        "--user",
        "--origin",
        "--url",
        "--masked",
        "--secrets",
        "--auth",
        "--method",
        "--shell",
        "--color",
        "--comments",
        "--threads",
        "-n",
        "--no-such-option",
        "--log-dir",
    ] {
        let run = mgr2api([OsStr::new(option), hostile]).args(["billmgr"]).run();
        assert!(
            run.status == Some(2) || (run.status == Some(1) && option.starts_with("--")),
            "{option}: {:?}",
            run.status
        );
        assert!(!run.err.is_empty(), "{option}");
    }
    let glued = [b"--no-such-option=", HOSTILE].concat();
    mgr2api([OsStr::from_bytes(&glued)]).run().status(2);
    mgr2api([OsStr::from_bytes(&[b"--", HOSTILE].concat())]).run().status(2).err_has(&["unexpected argument '--a"]);
    mgr2api([OsStr::from_bytes(&[b"-", HOSTILE].concat())]).run().status(2);
}

#[test]
fn what_is_wrong_with_an_argument_shows_all_of_it() {
    // clap alone removes the escape sequences, and the message would name an argument that nobody typed.
    let hostile = "a\u{1b}[31mb\u{1b}]52;c;cm0\u{7}c\n\u{9b}31m\u{202e}";
    let spelt = r"a\x1b[31mb\x1b]52;c;cm0\x07c\n\xc2\x9b31m\xe2\x80\xae";
    for option in ["-t", "--auth", "--shell", "--threads", "-n", "-m", "--func=(", "--since", "--generate"] {
        let glued = if option.starts_with("--") {
            format!("{option}{}", if option.contains('=') { "" } else { "=" })
        } else {
            option.to_owned()
        };
        let run = mgr2api([format!("{glued}{hostile}")]).stdin(request("func=x")).run().status(2);
        assert!(run.err_text().contains(spelt), "{option}: {}", run.err_text());
        assert_eq!(run.err_text().lines().count(), 1, "{}", run.err_text());
    }
    mgr2api([format!("--{hostile}")]).run().status(2).err_has(&[&format!("'--{spelt}'")]);
    let run = mgr2api([""; 0]).env("MGR2API_TO", hostile).env(&format!("MGR2API_{hostile}"), "1");
    run.run().status(2).err_has(&[spelt]);
    mgr2api(["-q", "-"]).env(&format!("MGR2API_{hostile}"), "1").run().status(1);
    let word = OsStr::from_bytes(b"a\x1b\xff");
    mgr2api([OsStr::new("--lang"), word]).run().status(2).err_has(&[r"not UTF-8: 'a\x1b\xff'"]);
}

#[test]
fn hostile_values_of_every_option_stay_out_of_the_terminal() {
    let hostile = OsStr::new("a\u{1b}[31m\u{7}\u{9b}31m\u{202e}\n");
    for option in ["--su", "--lang", "--out", "--drop", "--keep", "--log-dir"] {
        for target in ["curl", "mgrctl", "rust", "url", "json"] {
            let run = mgr2api([OsStr::new(option), hostile]).args(["-t", target, "--comments=always"]);
            run.stdin(request("elid=1&func=x")).run().status(0);
        }
    }
}

#[test]
fn hostile_log_lines_stay_out_of_the_notes() {
    let hostile = "%1B%5D52%3Bc%3Bcm0%07%C2%9B31m%E2%80%AE%0A";
    let log = request(&format!("auth=1&func=x{hostile}&pass{hostile}=*&{hostile}=*&a{hostile}=%00"));
    for options in
        [&["-t", "mgrctl"][..], &["-t", "curl"], &["--masked=env"], &["--raw"], &["-t", "json", "--comments=always"]]
    {
        let run = mgr2api(options).stdin(&log).run();
        assert!(!run.err_text().contains('\u{202e}') && !run.out_text().contains('\u{202e}'), "{options:?}");
        assert_eq!(
            run.err_text().lines().filter(|line| line.starts_with("stdin")).count(),
            run.err_text().lines().count()
        );
    }
}

#[test]
fn shells_that_cannot_be_quoted_for_are_refused_with_the_reason() {
    for (shell, reason) in [("cmd", "%NAME%"), ("cmd.exe", "%NAME%"), ("csh", "'!'"), ("tcsh", "line break")] {
        mgr2api(["--shell", shell, "-"]).run().status(2).out("").err_has(&["--shell: '", "cannot be quoted", reason]);
    }
}
