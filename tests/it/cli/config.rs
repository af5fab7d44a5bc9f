//! The layers below the command line: environment, profiles, configuration file, in this order.

mod faults;

use super::support::{Run, mgr2api, request};
use crate::support::program::PROGRAM;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::process::{Command, Output};

/// A run with this configuration file.
fn configured<A: AsRef<OsStr>>(config: &str, arguments: impl IntoIterator<Item = A>) -> Run {
    let run = mgr2api(arguments).file("mgr2api/config.toml", config);
    let folder = run.folder.path().to_owned();
    run.env("XDG_CONFIG_HOME", folder).stdin(request("func=user.edit&elid=1&clicked_button=ok"))
}

/// The lines of `--show-config`, without the columns' padding and the folder's name.
fn shown(run: Run) -> Vec<String> {
    let folder = run.folder.path().display().to_string();
    let text = run.args(["--show-config"]).run().status(0).err("").out_text();
    let lines = text.lines().map(|line| line.replace(&folder, "").split_whitespace().collect::<Vec<_>>().join(" "));
    lines.collect()
}

#[track_caller]
fn has(lines: &[String], line: &str) {
    assert!(lines.iter().any(|shown| shown == line), "no {line:?} in {lines:#?}");
}

const FILE: &str = "\
url = 'https://file.example'
lang = 'file'
out = 'file'
su = 'file'
to = ['url', 'mgrctl']

[profile.staging]
url = 'https://profile.example'
lang = 'profile'
out = 'profile'

[profile.other]
url = 'https://other.example'
";

#[test]
fn the_nearest_word_wins() {
    let run = configured(FILE, ["--profile", "staging", "--url", "https://typed.example"]);
    let run = run.env("MGR2API_URL", "https://variable.example").env("MGR2API_LANG", "variable");
    let lines = shown(run);
    for line in [
        "# /mgr2api/config.toml, profile staging",
        "url = \"https://typed.example\" # --url",
        "lang = \"variable\" # MGR2API_LANG",
        "out = \"profile\" # /mgr2api/config.toml:10 [profile.staging]",
        "su = \"file\" # /mgr2api/config.toml:4",
        "to = [\"url\", \"mgrctl\"] # /mgr2api/config.toml:5",
        "auth = \"authinfo\" # default",
        "# drop = # default",
    ] {
        has(&lines, line);
    }
}

#[test]
fn settings_do_what_the_options_do() {
    let call = "func=user.edit&elid=1&clicked_button=ok";
    configured("to = 'url'\nmanager = 'billmgr'\nout = 'xml'\nquiet = true", [""; 0])
        .run()
        .status(0)
        .err("")
        .out(format!("https://localhost:1500/billmgr?{call}&out=xml\n"));
    configured("to = 'url'\nmanager = 'core'\ntidy = true", [""; 0])
        .run()
        .status(0)
        .out("https://localhost:1500/core?func=user.edit&elid=1&out=json\n");
    configured(FILE, ["-q", "-t", "url"])
        .env("MGR2API_PROFILE", "other")
        .run()
        .status(0)
        .out(format!("https://other.example/ispmgr?{call}&su=file&lang=file&out=file\n"));
    // A log by its manager's name, in the configured folder.
    let run = configured("log-dir = 'logs'\nto = 'url'", ["billmgr"]).file("logs/billmgr.log", request("func=a"));
    run.run().status(0).out("https://localhost:1500/billmgr?func=a&out=json\n");
}

/// The panels that the calls of a run are for, in order.
#[track_caller]
fn panels(run: Run) -> (Vec<String>, String) {
    let run = run.args(["-t", "mgrctl"]).run().status(0);
    let panel = |line: &str| line.split(" -m ").nth(1).and_then(|rest| rest.split(' ').next()).expect("-m").to_owned();
    (run.out_text().lines().map(panel).collect(), run.err_text())
}

#[test]
fn a_configured_panel_is_for_logs_whose_name_does_not_tell() {
    let file = |run: Run, name: &str| run.file(name, request("func=a"));
    let configured = |arguments: &[&str]| {
        let run = configured("manager = 'billmgr'\nlog-dir = 'var'", arguments);
        ["ispmgr.log", "vmmgr.log", "else.log", "var/dnsmgr.log"].into_iter().fold(run, file)
    };
    let variable = |arguments: &[&str]| file(mgr2api(arguments), "ispmgr.log").env("MGR2API_MANAGER", "billmgr");
    for (run, expected) in [
        (configured(&["ispmgr.log"]), &["ispmgr"][..]),
        (configured(&["dnsmgr"]), &["dnsmgr"]),
        (configured(&["-n", "1", "dnsmgr"]), &["dnsmgr"]),
        (configured(&["-"]), &["billmgr"]),
        (configured(&["else.log"]), &["billmgr"]),
        (configured(&["else.log", "ispmgr.log", "-", "vmmgr.log"]), &["billmgr", "ispmgr", "billmgr", "vmmgr"]),
        // HTTP calls always go to the panel in the address, so other calls must too.
        (configured(&["--url", "https://localhost/manager/dcimgr", "-", "ispmgr.log"]), &["dcimgr", "ispmgr"]),
        (variable(&["ispmgr.log"]), &["ispmgr"]),
        (variable(&["-"]).stdin(request("func=a")), &["billmgr"]),
        (
            file(file(mgr2api(["--profile", "p", "ispmgr.log", "else.log"]), "ispmgr.log"), "else.log")
                .file("config", "[profile.p]\nmanager = 'core'")
                .env("MGR2API_CONFIG", "config"),
            &["ispmgr", "core"],
        ),
    ] {
        assert_eq!(panels(run), (expected.iter().map(ToString::to_string).collect(), String::new()));
    }
    let shown = shown(configured(&[]));
    has(&shown, "manager = \"billmgr\" # /mgr2api/config.toml:1, for logs whose name does not show the panel");
}

#[test]
fn a_typed_panel_wins_and_a_log_that_says_another_one_is_told_once() {
    let run = |arguments: &[&str]| {
        let run = configured("manager = 'billmgr'", arguments);
        run.file("ispmgr.log", request("func=a") + &request("func=b")).file("vmmgr.log", request("func=c"))
    };
    let note = "ispmgr.log: its name says ispmgr, but -m says core; the calls are for core\n";
    let core = |count| vec!["core".to_owned(); count];
    assert_eq!(panels(run(&["-m", "core", "ispmgr.log", "vmmgr.log"])), (core(3), note.to_owned()));
    assert_eq!(panels(run(&["-m", "core", "ispmgr.log", "-n", "2"])), (core(2), note.to_owned()));
    assert_eq!(panels(run(&["-m", "core", "-q", "ispmgr.log"])), (core(2), String::new()));
    assert_eq!(panels(run(&["-m", "core", "-"])), (core(1), String::new()));
    assert_eq!(panels(run(&["-m", "ispmgr", "ispmgr.log"])), (vec!["ispmgr".to_owned(); 2], String::new()));
    has(&shown(run(&["-m", "core"])), "manager = \"core\" # --manager");
}

#[test]
fn what_is_typed_rules_out_what_is_configured() {
    configured("tidy = true\npassthrough = true", ["--raw", "-n", "1", "-q"]).run().status(0);
    has(&shown(configured("tidy = true", ["--raw"])), "tidy = false # default");
    has(&shown(configured("tidy = true", [""; 0]).env("MGR2API_TIDY", "0")), "tidy = false # MGR2API_TIDY");
    has(&shown(configured("tidy = true", [""; 0]).env("MGR2API_RAW", "1")), "tidy = false # default");
    has(&shown(configured("to = 'json'", ["-t", "url"])), "to = [\"url\"] # --to");
    // Two options of one layer contradict each other.
    configured("tidy = true\nraw = true", [""; 0]).run().status(2).err_has(&["--tidy", "--raw", "cannot be used with"]);
}

#[test]
fn what_is_configured_for_scripts_leaves_other_runs_alone() {
    for config in ["with-deletes = true", "script = true\nwith-deletes = true", "script = true\ncomments = 'never'"] {
        for options in [
            &["-t", "url"][..],
            &["-t", "curl,mgrctl"],
            &["-t", "curl", "--shell", "fish"],
            &["--passthrough"],
            &["--copy", "--color", "never"],
        ] {
            let run = configured(config, [&["-m", "core", "-q"], options].concat()).run().status(0);
            assert!(!run.out_text().contains("calls made"), "{config} {options:?}");
        }
    }
    configured("with-deletes = true", ["-m", "core", "-q"]).run().status(0);
    let delete = || request("func=user.delete&elid=1");
    for (config, options) in [
        ("with-deletes = true", &["--script"][..]),
        ("script = true", &["--with-deletes"]),
        ("script = true\nwith-deletes = true", &[]),
    ] {
        let options = [&["-m", "core", "-t", "mgrctl"], options].concat();
        let run = configured(config, options).stdin(delete()).run().status(0);
        assert!(run.out_text().contains("\n    step 1 user.delete\n"), "{config}");
    }
    // A configured dialect that scripts do not support is ignored; a typed one is an error.
    for shell in ["fish", "powershell"] {
        configured(&format!("shell = '{shell}'"), ["-m", "core", "--script"]).run().status(0);
    }
    configured("shell = 'powershell'", ["-m", "core", "-t", "mgrctl"]).run().status(0);
    configured("", ["--script", "--shell", "fish"]).run().status(2).err_has(&["a script runs in sh"]);
    // An error elsewhere is still reported, and no other one.
    configured("script = true\nwith-deletes = true\nurl = 'x y'", [""; 0])
        .run()
        .status(2)
        .err_has(&["config.toml:3: --url"]);
    configured("script = true\nto = 'json'", [""; 0]).run().status(2).err_has(&["--script does not support json"]);
}

#[test]
fn what_is_shown_is_a_configuration_of_the_same_meaning() {
    // Values that are hard to quote: a combining mark, a character that reverses text, a modeline of vim.
    let config = "drop = ['a\"\\b', 'c d', 'e\u{64f}', '\u{202e}f', 'vim: g']\nlang = \"\\u00fc\"\nkeep-empty = true\nthreads = 3\n";
    let once = configured(config, ["--show-config"]).run().status(0).out_text();
    let twice = configured(&once, ["--show-config"]).run().status(0).out_text();
    let settings = |text: &str| -> Vec<String> {
        text.lines().skip(1).map(|line| line.split(" # ").next().unwrap_or_default().trim().to_owned()).collect()
    };
    assert_eq!(settings(&once), settings(&twice));
    assert!(once.contains("\nkeep-empty = true ") && once.contains("\nlang = \"\u{fc}\" "), "{once}");
}

#[test]
fn the_standards_folder_is_looked_into() {
    let run = mgr2api(["-q"]).file(".config/mgr2api/config.toml", "to = 'url'").stdin(request("func=a"));
    let home = run.folder.path().to_owned();
    let url = "https://localhost:1500/ispmgr?func=a&out=json\n";
    // A relative folder must be ignored.
    run.env("HOME", home).env("XDG_CONFIG_HOME", "relative").run().status(0).out(url);
    let run = mgr2api(["-q"]).file("own.toml", "to = 'url'").env("MGR2API_CONFIG", "own.toml");
    run.stdin(request("func=a")).run().status(0).out(url);
}

#[test]
fn a_broken_configuration_hides_no_help() {
    for option in ["--help", "-h", "--version", "--list-targets", "--generate=man"] {
        configured("nonsense", [option]).run().status(0).err("");
    }
}

/// Runs the program as nobody, with these modes of the configuration file and of its home.
fn as_nobody(file: u32, home: u32) -> Output {
    let folder = tempfile::tempdir().expect("temporary folder");
    let place = |name: &str| folder.path().join(name);
    let set = |name: &str, mode| fs::set_permissions(place(name), fs::Permissions::from_mode(mode)).expect("mode");
    fs::create_dir_all(place("home/.config/mgr2api")).expect("folder");
    fs::write(place("home/.config/mgr2api/config.toml"), "to = 'url'").expect("config");
    fs::write(place("some.log"), request("func=a")).expect("log");
    // Another process must copy the program: a file that a concurrent test inherits open for writing cannot be
    // executed.
    let copied = Command::new("cp").arg(PROGRAM).arg(place("mgr2api")).status();
    assert!(copied.expect("cp").success());
    set("", 0o755);
    set("home/.config/mgr2api/config.toml", file);
    set("home", home);
    // Root may read everything, so run as another user.
    let is_root = fs::metadata(place("home")).is_ok_and(|about| about.uid() == 0);
    let words = ["--reuid=65534", "--clear-groups", "./mgr2api"];
    let mut program = Command::new(if is_root { "setpriv" } else { "./mgr2api" });
    program.args(words.iter().filter(|_| is_root)).args(["-q", "some.log"]).current_dir(&folder);
    let output = program.env_clear().env("PATH", "/usr/bin:/bin").env("HOME", place("home")).output().expect("setpriv");
    set("home", 0o755);
    output
}

#[test]
fn somebody_elses_home_is_passed_over_but_an_unreadable_file_is_not() {
    let open = as_nobody(0o644, 0o755);
    assert!(open.stdout.starts_with(b"https://"), "{open:?}");
    let closed = as_nobody(0o000, 0o755);
    let said = String::from_utf8_lossy(&closed.stderr).into_owned();
    assert!(closed.status.code() == Some(2) && said.contains("config.toml: Permission denied"), "{said}");
    let elsewhere = as_nobody(0o644, 0o000);
    assert!(elsewhere.stdout.starts_with(b"test -n "), "{elsewhere:?}");
}

#[test]
fn a_check_is_for_curl_only() {
    let run =
        |target: &str| configured("check = true\n", ["-q", "-m", "core", "-t", target]).run().status(0).out_text();
    assert!(run("curl").contains("| LC_ALL=C awk '") && run("url,curl").contains("awk"));
    assert!(!run("python").contains("awk"));
    configured("", ["--check", "-t", "python"]).run().status(2).err_has(&["--check", "-t curl"]);
}
