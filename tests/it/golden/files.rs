//! Golden files: what every target makes of every log under `testdata/log`, and what the program says about it.
//!
//! `testdata/log/<case>.log` goes in; `testdata/snippet/<target>/<case>.<ext>` and `testdata/notes/<case>.txt` are what
//! has to come out, to the byte. A missing file fails as does one that belongs to no case. After a change that is meant,
//! `BLESS=1 cargo test --test it` writes them anew; read the difference before it is committed.
//!
//! Being the same as yesterday is not being right, so each language's own checker reads its files as well. One fault
//! can hide another in a file that holds both (two open quotes close each other), so every case is checked alone.

use mgr2api::convert::{Settings, convert};
use mgr2api::render::{self, TARGETS, Target};
use mgr2api::source::Source;
use mgr2api::{internal::is_hidden, render::kit::Visible};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;
use std::{env, fs};

fn testdata() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata")
}

/// Names of all cases, sorted.
fn cases() -> Vec<String> {
    let logs = fs::read_dir(testdata().join("log")).expect("folder of logs");
    let mut cases: Vec<String> = logs
        .map(|log| log.expect("folder entry").file_name().into_string().expect("name in UTF-8"))
        .map(|name| name.strip_suffix(".log").unwrap_or_else(|| panic!("{name}: no .log")).to_owned())
        .collect();
    cases.sort();
    cases
}

/// Where a target's answer to a case is kept.
fn snippet_path(case: &str, target: &dyn Target) -> PathBuf {
    testdata().join("snippet").join(target.info().name).join(format!("{case}.{}", target.info().extension))
}

/// All that a target makes of a case, with the comment lines that a terminal would show.
fn snippets(case: &str, target: &'static dyn Target) -> Vec<u8> {
    let name = format!("{case}.log");
    if target.info().name == "json" {
        return json(&name);
    }
    let log = fs::read(testdata().join("log").join(&name)).expect("log");
    let mut settings = Settings::new(target);
    settings.print.comments = true;
    let mut text = Vec::new();
    convert(&*log, Source::log(&name), &settings, &mut text).expect("memory");
    text
}

/// The same of json, whose timestamps depend on the time zone and on the log's last write.
fn json(name: &str) -> Vec<u8> {
    let run = Command::new(env!("CARGO_BIN_EXE_mgr2api"))
        .env_clear()
        .env("TZ", "UTC")
        .current_dir(testdata().join("log"))
        .args(["-q", "-t", "json", "--exit-zero", "--written", "2026-11-23T00:00:00Z", name])
        .output()
        .expect("the program starts");
    assert!(run.status.success() && run.stderr.is_empty(), "{name}: {}", String::from_utf8_lossy(&run.stderr));
    run.stdout
}

/// What the program says on standard error about a case.
fn notes(case: &str) -> Vec<u8> {
    let targets = TARGETS.iter().flat_map(|target| ["-t", target.info().name]);
    let run = Command::new(env!("CARGO_BIN_EXE_mgr2api"))
        .env_clear()
        .current_dir(testdata().join("log"))
        .args(targets)
        .args(["--stats", &format!("{case}.log")])
        .output()
        .expect("the program starts");
    run.stderr
}

/// Every golden file there has to be, and what it has to hold.
fn wanted() -> BTreeMap<PathBuf, Vec<u8>> {
    let mut wanted = BTreeMap::new();
    for case in cases() {
        for &target in TARGETS {
            wanted.insert(snippet_path(&case, target), snippets(&case, target));
        }
        wanted.insert(testdata().join("notes").join(format!("{case}.txt")), notes(&case));
    }
    wanted
}

/// Every golden file there is.
fn present() -> Vec<PathBuf> {
    let mut folders = vec![testdata().join("snippet"), testdata().join("notes")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.expect("folder entry").path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files
}

#[test]
fn every_target_says_every_case_as_it_is_written_down() {
    let wanted = up_to_date();
    let mut faults = Vec::new();
    for (path, text) in wanted {
        match fs::read(path) {
            Ok(golden) if golden == *text => {}
            Ok(golden) => faults.push(format!("{}: differs\n{}", short(path), difference(&golden, text))),
            Err(error) => faults.push(format!("{}: {error}", short(path))),
        }
    }
    let orphans = present().into_iter().filter(|path| !wanted.contains_key(path));
    faults.extend(orphans.map(|path| format!("{}: belongs to no case", short(&path))));
    assert!(
        faults.is_empty(),
        "{} golden files are not right; if the change is meant: BLESS=1 cargo test --test it\n\n{}",
        faults.len(),
        faults.join("\n")
    );
}

/// What has to be there; with `BLESS` in the environment it is there from now on, for all tests of this run.
fn up_to_date() -> &'static BTreeMap<PathBuf, Vec<u8>> {
    static WANTED: LazyLock<BTreeMap<PathBuf, Vec<u8>>> = LazyLock::new(|| {
        let wanted = wanted();
        if env::var_os("BLESS").is_some() {
            bless(&wanted);
        }
        wanted
    });
    &WANTED
}

/// Writes what is new and removes what belongs to no case.
fn bless(wanted: &BTreeMap<PathBuf, Vec<u8>>) {
    for (path, text) in wanted {
        fs::create_dir_all(path.parent().expect("a golden file has a folder")).expect("folder");
        if fs::read(path).ok().as_ref() != Some(text) {
            fs::write(path, text).expect("golden file");
        }
    }
    for orphan in present().iter().filter(|path| !wanted.contains_key(*path)) {
        fs::remove_file(orphan).expect("orphan");
    }
}

fn short(path: &Path) -> String {
    path.strip_prefix(testdata()).unwrap_or(path).display().to_string()
}

/// The lines that differ, `-` as written down and `+` as it is now; of long lines the part around the first difference.
fn difference(golden: &[u8], now: &[u8]) -> String {
    let lines = |text: &[u8]| -> Vec<String> {
        text.split_inclusive(|&byte| byte == b'\n').map(|line| Visible(line).to_string()).collect()
    };
    let (golden, now) = (lines(golden), lines(now));
    let same = golden.iter().zip(&now).take_while(|(golden, now)| golden == now).count();
    let tail = |lines: &[String]| lines[same..].to_vec();
    let (golden, now) = (tail(&golden), tail(&now));
    let same_end = golden.iter().rev().zip(now.iter().rev()).take_while(|(golden, now)| golden == now).count();
    let (golden, now) = (&golden[..golden.len() - same_end], &now[..now.len() - same_end]);
    let shown = |sign: char, lines: &[String], others: &[String]| -> String {
        let line = |(index, line): (usize, &String)| {
            let other = others.get(index).map_or("", String::as_str);
            format!("  {same_line} {sign} {}\n", around(line, other), same_line = same + index + 1)
        };
        lines.iter().take(8).enumerate().map(line).collect()
    };
    shown('-', golden, now) + &shown('+', now, golden)
}

/// Some 160 characters of a line around the place where it begins to differ.
fn around(line: &str, other: &str) -> String {
    const WIDTH: usize = 80;
    let at = line.chars().zip(other.chars()).take_while(|(one, two)| one == two).count();
    let from = at.saturating_sub(WIDTH);
    let part: String = line.chars().skip(from).take(2 * WIDTH).collect();
    let dots = |cut: bool| if cut { "..." } else { "" };
    format!("{}{part}{}", dots(from > 0), dots(line.chars().count() > from + 2 * WIDTH))
}

#[test]
fn a_difference_is_shown_by_line_and_place() {
    let long = "x".repeat(500);
    let (golden, now) = (format!("same\nold {long}\nend\n"), format!("same\nnew {long}\nmore\nend\n"));
    let shown = difference(golden.as_bytes(), now.as_bytes());
    assert!(
        shown.starts_with("  2 - old xxx") && shown.contains("  2 + new xxx") && shown.ends_with("  3 + more\\n\n")
    );
    assert!(!shown.contains("same") && !shown.contains("end") && shown.len() < 400, "{shown}");
}

#[test]
fn the_names_of_cases_are_lower_case_words_with_dashes() {
    let cases = cases();
    assert!(cases.len() > 100, "cases are missing, there are only {}", cases.len());
    for case in cases {
        assert!(case.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'), "{case}");
    }
}

#[test]
fn nothing_hidden_and_no_secret_is_in_a_golden_file() {
    up_to_date();
    for path in present() {
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", short(&path)));
        let hidden = text.chars().find(|&char| char != '\n' && is_hidden(char));
        assert_eq!(hidden, None, "{} holds a character that cannot be seen", short(&path));
        for secret in ["hunter2", "669064200", "secret1"] {
            assert!(!text.contains(secret), "{} holds a secret", short(&path));
        }
    }
}

/// The golden files of a target that hold anything.
fn golden(target: &str) -> Vec<(PathBuf, String)> {
    up_to_date();
    let target = render::target(target).expect("a target of this name");
    let read = |case: String| {
        let path = snippet_path(&case, target);
        let text = fs::read_to_string(&path).expect("golden file; BLESS=1 cargo test --test it writes it");
        (path, text)
    };
    let files: Vec<_> = cases().into_iter().map(read).filter(|(_, text)| !text.is_empty()).collect();
    assert!(files.len() > 80, "hardly anything to check");
    files
}

/// Lets a shell read, but not run, every golden file of a target.
fn check_by_shell(shell: &str, target: &str) {
    if Command::new(shell).args(["-c", "exit 0"]).status().is_err() {
        assert!(env::var_os("MGR2API_TESTS_COMPLETE").is_none_or(|set| set != "1"), "{shell} is not installed");
        eprintln!("SKIPPED: {shell} is not installed, so it cannot check the golden files of {target}");
        return;
    }
    // A file with a fault goes first: a checker that accepts everything would prove nothing.
    let broken = tempfile::Builder::new().suffix(".sh").tempfile().expect("temporary file");
    fs::write(broken.path(), "echo 'open\n").expect("write");
    let files = golden(target).into_iter().map(|(path, _)| path);
    let run = Command::new("sh")
        .args(["-c", r#"for file do "$0" -n "$file" >&2 || printf '%s\n' "$file"; done"#, shell])
        .arg(broken.path())
        .args(files)
        .output()
        .expect("sh starts");
    let rejected = String::from_utf8_lossy(&run.stdout);
    let only_the_broken_one = format!("{}\n", broken.path().display());
    assert_eq!(rejected, only_the_broken_one, "{shell} says:\n{}", String::from_utf8_lossy(&run.stderr));
}

#[test]
fn bash_can_read_curl_and_mgrctl() {
    check_by_shell("bash", "curl");
    check_by_shell("bash", "mgrctl");
}

#[test]
fn zsh_can_read_curl_and_mgrctl() {
    check_by_shell("zsh", "curl");
    check_by_shell("zsh", "mgrctl");
}

#[test]
fn dash_can_read_curl() {
    check_by_shell("dash", "curl");
}

#[test]
fn fish_can_read_curl() {
    check_by_shell("fish", "curl");
}

#[test]
fn a_shell_snippet_is_one_line() {
    for target in ["curl", "mgrctl"] {
        let command = if target == "curl" { " -sS" } else { "/usr/local/mgr5/sbin/mgrctl -m " };
        for (path, text) in golden(target) {
            let (comments, commands): (Vec<_>, Vec<_>) = text.lines().partition(|line| line.starts_with("# "));
            assert_eq!(comments.len(), commands.len(), "{}", short(&path));
            assert!(commands.iter().all(|line| line.contains(command)), "{}", short(&path));
        }
    }
}

#[test]
fn a_rust_parser_can_read_rust() {
    for (path, text) in golden("rust") {
        let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", short(&path)));
        let names: Vec<String> = file
            .items
            .iter()
            .map(|item| match item {
                syn::Item::Fn(function) => function.sig.ident.to_string(),
                _ => panic!("{}: something other than a function", short(&path)),
            })
            .collect();
        assert!((1..names.len()).all(|at| !names[at..].contains(&names[at - 1])), "{}: {names:?}", short(&path));
    }
}

#[test]
fn an_address_parser_can_read_url() {
    for (path, text) in golden("url") {
        for line in text.lines().filter(|line| !line.starts_with("# ")) {
            let url = url::Url::parse(line).unwrap_or_else(|error| panic!("{}: {error}", short(&path)));
            assert_eq!(url.as_str(), line, "{}: not in the form that the standard gives it", short(&path));
            let mut names = url.query_pairs().map(|(name, _)| name.into_owned());
            assert_eq!(names.next().as_deref(), Some("func"), "{}", short(&path));
        }
    }
}

#[test]
fn a_json_parser_can_read_json() {
    for (path, text) in golden("json") {
        for line in text.lines() {
            let object: serde_json::Value =
                serde_json::from_str(line).unwrap_or_else(|error| panic!("{}: {error}", short(&path)));
            let has = |key: &str| object.get(key).or(object.get(format!("{key}_raw"))).is_some();
            let keys =
                ["time", "timestamp", "pid", "thread", "origin", "user", "su", "manager", "func", "params", "removed"];
            for key in keys.into_iter().chain(["changes", "source", "line"]) {
                assert!(has(key), "{}: no {key}", short(&path));
            }
        }
    }
}
