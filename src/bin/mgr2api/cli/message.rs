//! Every error of the program that clap does not report: what is wrong, and what to do about it.

use crate::cli::names::{likely_manager, target};
use mgr2api::{MANAGERS, OptionError, Shell, TARGETS, Visible};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use strsim::osa_distance;

/// A command line that cannot be executed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum UsageError {
    #[error("no log given, and standard input is a terminal; {}", first_steps(.found, .folder))]
    NothingToRead { found: Vec<&'static str>, folder: PathBuf },
    #[error("{}: no such file{}", path.display(), hint(.path))]
    NoSuchLog { path: PathBuf },
    #[error("no log of {manager} at {}: is the panel on this machine? --log-dir DIR says where its logs are", path.display())]
    NoLogOfManager { manager: String, path: PathBuf },
    #[error("{}: is a folder; name the logs in it", path.display())]
    Folder { path: PathBuf },
    #[error("unknown manager '{name}'{} (managers: {})", suggestion(.name), MANAGERS.join(" "))]
    UnknownManager { name: String },
    #[error("--{option} {error}; a backslash before a special character matches the character itself")]
    Pattern { option: &'static str, error: OptionError },
    #[error("--url {0}")]
    Url(OptionError),
    #[error("--{option}: '{text}' {reason}")]
    Value { option: &'static str, text: String, reason: &'static str },
    #[error(
        "--{option} {log}: --{option} takes the next word as its value, so no log is left to read; use --{option} {value} {log}"
    )]
    LogAsValue { option: &'static str, value: String, log: String },
    #[error("-n 0 gives no requests; use -n 1 for the last one, or -f -n 0 for those that are still to come")]
    NoRequests,
    #[error("--state stores the position of --follow; add -f")]
    State,
    #[error("--since {since} is later than --until {until}; swap them")]
    Backwards { since: String, until: String },
    #[error("--script does not support {target}; use -t with one of: {}", scripted())]
    NoScript { target: String },
    #[error("--script prints one program in one language; use -t with one of: {}", scripted())]
    Scripts,
    #[error("--with-deletes works only with --script; add --script")]
    WithDeletes,
    #[error(
        "--check is for curl lines; add -t curl, or leave it out: scripts check every answer, and mgrctl fails by itself"
    )]
    Check,
    #[error("--var {variable}: the script has a variable of this name; use NAME=VAR with another VAR")]
    ScriptVariable { variable: &'static str },
    #[error("--var '{}' {}", .0.text, .0.reason)]
    Variable(OptionError),
}

/// How to find a place known as a byte offset. A line number would require reading the whole log.
pub(crate) fn byte_hint(log: &str, offset: u64) -> String {
    let mut file = Vec::new();
    Shell::Sh.word(if log.starts_with('-') { format!("./{log}") } else { log.to_owned() }.as_bytes(), &mut file);
    let file = String::from_utf8_lossy(&file);
    format!("bytes count from 0; this shows the line at byte {offset}: tail -c +{} {file} | head -n 1", offset + 1)
}

fn scripted() -> String {
    let names = TARGETS.iter().filter(|target| target.script().is_some()).map(|target| target.info().name);
    names.collect::<Vec<_>>().join(", ")
}

/// What to do on a first run: at most five lines, the error included.
fn first_steps(found: &[&str], folder: &Path) -> String {
    // Every panel has a core log; prefer another one.
    let Some(panel) = found.iter().rev().min_by_key(|name| **name == "core") else {
        return format!(
            "no panel's log in {}\n  \
             mgr2api billmgr.log.gz           convert a saved log, compressed or not\n  \
             grep edit some.log | mgr2api     convert a selection\n  \
             ssh root@panel tail -F /usr/local/mgr5/var/billmgr.log | mgr2api\n  \
             mgr2api -h                       the options on one screen (--help: more)",
            Visible(folder.as_os_str().as_encoded_bytes())
        );
    };
    let step = |words: String, about: &str| format!("\n  {words:33}{about}");
    [
        format!("logs in {}: {}", Visible(folder.as_os_str().as_encoded_bytes()), found.join(" ")),
        step(format!("mgr2api -f {panel}"), "click in the panel, and the call appears"),
        step(format!("mgr2api -i {panel}"), "pick calls from a live list"),
        step(format!("mgr2api {panel} -n 1 --changes"), "the last call that changed something"),
        step("mgr2api -h".to_owned(), "the options on one screen (--help: more)"),
    ]
    .concat()
}

fn hint(path: &Path) -> String {
    let name = path.to_string_lossy();
    if let Some(target) = target(&name) {
        return format!(", did you mean -t {target}?");
    }
    if name.contains("://") {
        return format!(", did you mean --url {name}?");
    }
    if name == "ago" || name.contains(':') && name.bytes().all(|byte| byte.is_ascii_digit() || byte == b':') {
        return "; a time with a space in it needs quotes, as in --since '2026-11-23 09:30' or --since '1h ago'"
            .to_owned();
    }
    if ["help", "version"].contains(&&*name) {
        return format!(", did you mean --{name}?");
    }
    if !name.contains(['/', '.']) {
        return format!(", and no panel has this short name{} (panels: {})", suggestion(&name), MANAGERS.join(" "));
    }
    match neighbour(path) {
        Some(near) => format!(", did you mean '{}'?", near.display()),
        None => "; a LOG is a file, '-' for standard input, or a panel's short name such as billmgr".to_owned(),
    }
}

/// The file in the same folder with the nearest name, if one is near.
fn neighbour(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_string_lossy();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let entries = std::fs::read_dir(folder.unwrap_or(Path::new("."))).ok()?;
    let names = entries.flatten().map(|entry| entry.file_name());
    let steps = |other: &OsString| osa_distance(&name.to_lowercase(), &other.to_string_lossy().to_lowercase());
    let near = names.map(|other| (steps(&other), other)).min()?;
    (near.0 <= 2).then(|| path.with_file_name(near.1))
}

/// The manager that was probably meant.
fn suggestion(name: &str) -> String {
    match likely_manager(name) {
        Some(known) => format!(", did you mean '{known}'?"),
        None => String::new(),
    }
}
