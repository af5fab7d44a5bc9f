//! Help and version: on standard output, in groups.

use super::support::{mgr2api, request, request_by};
use crate::support::program::PROGRAM;

const GROUPS: [&str; 6] = ["Input:", "Which requests:", "Parameters:", "Call:", "Output:", "Configuration and help:"];

#[test]
fn help_is_grouped_and_complete() {
    let text = mgr2api(["--help"]).run().status(0).err("").out_text();
    let mut rest = &text[..];
    for (group, options) in GROUPS.into_iter().zip([
        &["--follow", "--last", "--log-dir"][..],
        &["--func", "--exclude", "--user", "--origin", "--changes", "--unique"],
        &["--drop", "--keep", "--keep-empty", "--raw", "--tidy", "--masked", "--secrets"],
        &["--to", "--manager", "--url", "--out", "--su", "--lang", "--auth", "--method", "--insecure", "--shell"],
        &["--color", "--comments", "--passthrough", "--threads", "--quiet", "--strict", "--stats"],
        &["--profile", "--show-config", "--list-targets", "--generate"],
    ]) {
        let start = rest.find(&format!("\n{group}\n")).unwrap_or_else(|| panic!("{group} after the one before"));
        rest = &rest[start + group.len()..];
        // The long form has blank lines between options, so a group ends where the next one starts.
        let end = GROUPS.iter().filter_map(|next| rest.find(&format!("\n{next}\n"))).min().unwrap_or(rest.len());
        for option in options {
            assert!(rest[..end].contains(option), "no {option} under {group}");
        }
    }
    for part in ["Usage: mgr2api [OPTIONS] [LOG]...", "Examples:", "Exit status:", "never opens a network connection"] {
        assert!(text.contains(part), "no {part}");
    }
}

#[test]
fn the_short_help_fits_one_screen_and_names_every_option() {
    let short = mgr2api(["-h"]).run().status(0).err("").out_text();
    let widest = short.lines().map(|line| line.chars().count()).max();
    assert!(short.lines().count() <= 24 && widest.is_some_and(|width| width < 80), "{short}");
    let long = mgr2api(["--help"]).run().out_text();
    let options = long.lines().filter_map(|line| line.trim_start().split(", ").last()?.strip_prefix("--"));
    let mut count = 0;
    for option in options.map(|option| option.split([' ', '[']).next().unwrap_or_default()) {
        assert!(short.split_whitespace().any(|word| word == format!("--{option}")), "no --{option} in\n{short}");
        count += 1;
    }
    assert!(count > 40, "{count} options in the long help");
}

/// Runs the examples of help unchanged, on existing logs.
#[test]
fn the_examples_of_help_work() {
    let help = mgr2api(["--help"]).run().out_text();
    let examples = help.split("\nExamples:\n").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("examples");
    let mut ran = 0;
    for command in examples.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| !line.starts_with(' ')) {
        // These wait for a user or an editor; other tests run them.
        if command.contains(" -f ") || command.contains(" -i ") || command.starts_with(':') {
            continue;
        }
        let date = std::process::Command::new("date").env("LC_ALL", "C").arg("+%b %e %H:%M:%S").output().expect("date");
        let now = String::from_utf8_lossy(&date.stdout).trim_end().to_owned();
        let log = request_by("192.0.2.38", "shop", "func=webdomain.delete&elid=1").replace("Jun 25 09:07:51", &now);
        let folder = tempfile::tempdir().expect("temporary folder");
        for name in ["billmgr.log", "ispmgr.log", "vmmgr.log.gz"] {
            std::fs::write(folder.path().join(name), &log).expect("log");
        }
        let arguments = command.strip_prefix("mgr2api ").expect("the program's name").split(" | ").next();
        let mut shell = std::process::Command::new("/bin/sh");
        shell.args(["-c", &format!("{} {}", PROGRAM, arguments.expect("arguments"))]);
        let output = shell.env("MGR2API_LOG_DIR", folder.path()).current_dir(&folder).output().expect("sh");
        assert!(output.status.success() && !output.stdout.is_empty(), "{command}: {output:?}");
        ran += 1;
    }
    assert!(ran >= 5, "{examples}");
}

#[test]
fn help_fits_a_terminal() {
    let widest = mgr2api(["--help"]).run().out_text().lines().map(|line| line.chars().count()).max();
    assert!(widest.is_some_and(|width| width <= 110), "{widest:?}");
}

#[test]
fn help_lists_every_target() {
    let text = mgr2api(["--help"]).run().out_text();
    for target in ["curl", "mgrctl", "rust", "url", "json"] {
        assert!(text.contains(target), "{target}");
    }
}

#[test]
fn the_version_is_the_packages() {
    for flag in ["--version", "-V"] {
        mgr2api([flag]).run().status(0).out(format!("mgr2api {}\n", env!("CARGO_PKG_VERSION"))).err("");
    }
}

#[test]
fn the_targets_are_listed_with_a_line_each() {
    let list = mgr2api(["--list-targets"]).run().status(0).err("").out_text();
    for target in ["curl", "mgrctl", "rust", "url", "json"] {
        assert!(
            list.lines()
                .any(|line| line.split_once(' ').is_some_and(|(name, about)| name == target && about.len() > 9))
        );
    }
    for name in list.lines().filter_map(|line| line.split(' ').next()) {
        mgr2api(["-q", "-t", name]).stdin(request("func=user.edit")).run().status(0);
    }
}
