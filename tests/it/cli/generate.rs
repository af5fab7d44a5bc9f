//! Completions in the real shells and the man page in the real readers.

use super::support::{has_tool, mgr2api};
use super::tty::Tty;
use std::fs;
use std::process::Command;
use tempfile::TempDir;

fn generated(what: &str) -> String {
    mgr2api(["--generate", what]).run().status(0).err("").out_text()
}

/// A folder with a completion script, two logs, and one with a space in its name.
fn folder(what: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("temporary folder");
    fs::write(folder.path().join("script"), generated(what)).expect("script");
    for name in ["vault.log", "other.log", "with space.log"] {
        fs::write(folder.path().join(name), "").expect(name);
    }
    fs::create_dir(folder.path().join("folder")).expect("folder");
    folder
}

/// The typed text before the Tab, and the completed line.
const TYPED: &[(&str, &str)] = &[
    ("mgr2api -t mgr", "mgr2api -t mgrctl "),
    ("mgr2api --to js", "mgr2api --to json "),
    ("mgr2api -t curl,mgr", "mgr2api -t curl,mgrctl "),
    ("mgr2api --to curl,mgrctl,ans", "mgr2api --to curl,mgrctl,ansible "),
    ("mgr2api -m bil", "mgr2api -m billmgr "),
    ("mgr2api --manager dns", "mgr2api --manager dnsmgr "),
    ("mgr2api bil", "mgr2api billmgr "),
    ("mgr2api -f -n 3 bil", "mgr2api -f -n 3 billmgr "),
    ("mgr2api vau", "mgr2api vault.log "),
    ("mgr2api other.log vau", "mgr2api other.log vault.log "),
    ("mgr2api wi", "mgr2api with\\ space.log "),
    ("mgr2api --passt", "mgr2api --passthrough "),
    ("mgr2api billmgr --foll", "mgr2api billmgr --follow "),
    ("mgr2api --auth s", "mgr2api --auth session "),
    ("mgr2api --generate complete-z", "mgr2api --generate complete-zsh "),
    ("mgr2api --state vau", "mgr2api --state vault.log "),
    ("mgr2api --log-dir fol", "mgr2api --log-dir folder/"),
];

/// Typed text where no file is wanted, although a file starts like it.
const FREE: &[&str] =
    &["mgr2api --su vau", "mgr2api --since vau", "mgr2api --profile vau", "mgr2api --var vau", "mgr2api -n vau"];

/// Types each text and Tab into an interactive shell; a marker typed after that shows where the completed word ends.
#[track_caller]
fn completes(shell: &mut Tty) {
    let free = FREE.iter().map(|typed| (*typed, *typed));
    for (number, (typed, becomes)) in TYPED.iter().copied().chain(free).enumerate() {
        shell.press(typed);
        shell.press("\t");
        shell.press(&format!("#{number}"));
        shell.shows(&format!("ready> {becomes}#{number}"));
        // Clear the line and the screen.
        shell.press("\x15\x0c");
        shell.wait("a clean screen", |screen| !screen.contains('#'));
    }
}

#[test]
fn bash_completes_targets_managers_and_logs() {
    if !has_tool("bash") {
        return;
    }
    let mut shell = Tty::open_in(folder("complete-bash"), &["bash", "--norc", "-i"], (100, 20));
    shell.shows("ready>");
    shell.press("bind 'set enable-bracketed-paste off'; . ./script; clear\r");
    shell.wait("the script", |screen| screen.trim() == "ready>");
    completes(&mut shell);
}

#[test]
fn zsh_completes_targets_managers_and_logs() {
    if !has_tool("zsh") {
        return;
    }
    let mut shell = Tty::open_in(folder("complete-zsh"), &["zsh", "-f", "-i"], (100, 20));
    shell.shows("ready>");
    shell.press("autoload -U compinit; compinit -u -d zcompdump; . ./script; clear\r");
    shell.wait("the script", |screen| screen.trim() == "ready>");
    completes(&mut shell);
    // Shows the names of variables, never their values.
    shell.press("MGR_AUTHINFO=hunter2 MGR_SESSION=hunter2; clear\r");
    shell.wait("a clean screen", |screen| screen.trim() == "ready>");
    for (typed, shown) in
        [("mgr2api -t p", "comes from $MGR_AUTHINFO"), ("mgr2api --auth ", "$MGR_SESSION, a session id")]
    {
        shell.press(typed);
        shell.press("\t");
        shell.shows(shown);
        shell.wait("no value", |screen| !screen.contains("hunter2"));
        shell.press("\x15\x0c");
        shell.wait("a clean screen", |screen| !screen.contains("mgr2api"));
    }
}

/// fish needs no terminal: its Tab runs `complete -C`.
#[test]
fn fish_completes_targets_managers_and_logs() {
    if !has_tool("fish") {
        return;
    }
    let folder = folder("complete-fish");
    for (typed, becomes) in TYPED {
        let mut fish = Command::new("fish");
        fish.args(["--no-config", "-c", "source script; complete -C $argv[1]", typed]).current_dir(&folder);
        // A password in the environment must not appear in descriptions of values.
        fish.env("HOME", folder.path()).env("MGR_AUTHINFO", "root:hunter2").env("MGR_SESSION", "hunter2");
        let output = fish.output().expect("fish");
        let offers = String::from_utf8_lossy(&output.stdout).into_owned();
        let word = typed.len() - typed.rsplit(' ').next().unwrap_or_default().len();
        let wanted = becomes[word..].trim_end().replace('\\', "");
        assert!(offers.lines().any(|line| line.split('\t').next() == Some(&wanted)), "{typed}: {offers}");
        assert!(!offers.contains("hunter2") && output.stderr.is_empty(), "{typed}: {output:?}");
    }
    let offers = |typed: &str| {
        let mut every = Command::new("fish");
        every.args(["--no-config", "-c", "source script; complete -C $argv[1]", typed]).current_dir(&folder);
        every.env("HOME", folder.path()).env("MGR_AUTHINFO", "hunter2").env("MGR_SESSION", "hunter2");
        String::from_utf8_lossy(&every.output().expect("fish").stdout).into_owned()
    };
    // Shows the names of variables, never their values.
    assert!(offers("mgr2api -t ").contains("the login comes from $MGR_AUTHINFO\n"), "{}", offers("mgr2api -t "));
    assert_eq!(offers("mgr2api --auth s"), "session\t$MGR_SESSION, a session id\n");
    assert!(offers("mgr2api --to=curl,mgr").starts_with("--to=curl,mgrctl\t"));
    assert!(offers("mgr2api -tcurl,mgr").starts_with("-tcurl,mgrctl\t"));
    assert!(offers("mgr2api -t %s,mgr").starts_with("%s,mgrctl\t"), "{}", offers("mgr2api -t %s,mgr"));
    for typed in FREE {
        assert_eq!(offers(typed), "", "{typed}");
    }
}

#[test]
fn elvish_completes_targets_managers_and_logs() {
    if !has_tool("elvish") {
        return;
    }
    let mut shell = Tty::open_in(folder("complete-elvish"), &["elvish", "-norc"], (100, 30));
    shell.wait("a prompt", |screen| screen.contains('#') || screen.contains('>'));
    shell.press("eval (slurp < script); set edit:prompt = { put 'ready> ' }\r");
    shell.wait("the script", |screen| screen.trim_end().ends_with("ready>") || screen.contains("ready> "));
    for (typed, offered) in [
        ("mgr2api -t m", "mgrctl"),
        ("mgr2api -m bil", "billmgr"),
        ("mgr2api -f vau", "vault.log"),
        ("mgr2api a --foll", "--follow"),
    ] {
        shell.press(typed);
        shell.press("\t");
        shell.shows(offered);
        shell.press("\x15");
        shell.wait("an empty line", |screen| !screen.contains(offered));
    }
    shell.press("mgr2api --su vau");
    shell.press("\t");
    shell.shows("no candidates");
    shell.press("\x15mgr2api -t curl,m");
    shell.press("\t");
    shell.shows("curl,mgrctl");
}

/// PowerShell is not installed here: check only that the script contains every name.
#[test]
fn powershell_is_offered_every_name() {
    let script = generated("complete-powershell");
    for name in ["curl", "mgrctl", "billmgr", "--follow", "-t"] {
        assert!(script.contains(&format!("[CompletionResult]::new('{name}', ")), "{name}");
    }
    assert!(script.contains("switch ('mgr2api')"));
}

#[test]
fn the_man_page_is_clean_and_says_what_help_says() {
    let page = generated("man");
    let folder = tempfile::tempdir().expect("temporary folder");
    let file = folder.path().join("mgr2api.1");
    fs::write(&file, &page).expect("page");
    if has_tool("mandoc") {
        let lint = Command::new("mandoc").args(["-T", "lint", "-W", "warning"]).arg(&file).output().expect("mandoc");
        assert!(lint.status.success() && lint.stdout.is_empty(), "{}", String::from_utf8_lossy(&lint.stdout));
    }
    if !has_tool("man") {
        return;
    }
    let mut man = Command::new("man");
    man.args(["--warnings", "-l"]).arg(&file).env("MANWIDTH", "100").env("LC_ALL", "C.UTF-8").env("MANPAGER", "cat");
    let shown = man.output().expect("man");
    assert!(shown.status.success() && shown.stderr.is_empty(), "{}", String::from_utf8_lossy(&shown.stderr));
    let text = String::from_utf8_lossy(&shown.stdout).into_owned();
    let mut rest = &text[..];
    for part in [
        "MGR2API(1)",
        "NAME",
        "SYNOPSIS",
        "mgr2api [OPTIONS] [LOG]...",
        "DESCRIPTION",
        "WHICH REQUESTS",
        "--func <REGEX>",
        "--list-targets",
        "EXAMPLES",
        "mgr2api billmgr -n 1 --changes",
        "EXIT STATUS",
        "ENVIRONMENT",
        "MGR_AUTHINFO",
        "FILES",
    ] {
        let at = rest.find(part).unwrap_or_else(|| panic!("no {part} after the part before it in\n{text}"));
        rest = &rest[at..];
    }
}
