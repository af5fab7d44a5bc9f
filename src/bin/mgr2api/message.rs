//! What is wrong, and what to do about it: every error of the program that is not clap's.

use mgr2api::clean::variable::VariableError;
use mgr2api::render::{SetupError, TARGETS, target};
use mgr2api::source::MANAGERS;
use mgr2api::source::saved::LogError;
use std::path::{Path, PathBuf};

/// A command line that cannot be carried out.
#[derive(Debug, thiserror::Error)]
pub(crate) enum UsageError {
    #[error("no log given, and standard input is a terminal; {}", first_steps(.found, .folder))]
    NothingToRead { found: Vec<&'static str>, folder: PathBuf },
    #[error("{}: no such file{}", path.display(), hint(.path))]
    NoSuchLog { path: PathBuf },
    #[error("no log of {manager} at {}: is the panel on this machine? --log-dir DIR says where its logs are", path.display())]
    NoLogOfManager { manager: String, path: PathBuf },
    #[error("unknown manager '{name}'{}; known are: {}", suggestion(.name), MANAGERS.join(" "))]
    UnknownManager { name: String },
    #[error("--{option} {text}: {reason}; a backslash in front takes a character as it is")]
    Regex { option: &'static str, text: String, reason: String },
    #[error("--url {0}")]
    Url(#[from] SetupError),
    #[error("--{option}: '{text}' {reason}")]
    Value { option: &'static str, text: String, reason: &'static str },
    #[error("--since {since} is later than --until {until}: nothing lies between them; swap them")]
    Backwards { since: String, until: String },
    #[error("--script: {target} has no scripts; targets that have them: {}", scripted())]
    NoScript { target: String },
    #[error("--script is one program in one language; choose one target of: {}", scripted())]
    Scripts,
    #[error("--with-deletes says what a script does; add --script")]
    WithDeletes,
    #[error("--var {variable}: the script has a variable of this name; write NAME=VAR with another VAR")]
    ScriptVariable { variable: &'static str },
    #[error("--var '{text}' {error}")]
    Variable { text: String, error: VariableError },
    #[error(transparent)]
    Log(#[from] LogError),
}

fn scripted() -> String {
    let names = TARGETS.iter().filter(|target| target.script().is_some()).map(|target| target.name());
    names.collect::<Vec<_>>().join(", ")
}

/// What to do on a first run, in five lines with the one that says what is wrong.
fn first_steps(found: &[&str], folder: &Path) -> String {
    // Every panel has a core; who has more wants the other one.
    let Some(panel) = found.iter().rev().min_by_key(|name| **name == "core") else {
        return format!(
            "no panel's log in {}\n  \
             mgr2api billmgr.log.gz           convert a saved log, packed or not\n  \
             grep edit some.log | mgr2api     convert a selection\n  \
             ssh root@panel tail -F /usr/local/mgr5/var/billmgr.log | mgr2api\n  \
             mgr2api -h                       the options on one screen; --help: more",
            folder.display()
        );
    };
    let step = |words: String, about: &str| format!("\n  {words:33}{about}");
    [
        format!("logs in {}: {}", folder.display(), found.join(" ")),
        step(format!("mgr2api -f {panel}"), "click in the panel, and the call appears"),
        step(format!("mgr2api -i {panel}"), "pick calls from a live list"),
        step(format!("mgr2api {panel} -n 1 --changes"), "the last call that changed something"),
        step("mgr2api -h".to_owned(), "the options on one screen; --help: more"),
    ]
    .concat()
}

fn hint(path: &Path) -> String {
    let name = path.to_string_lossy();
    if target(&name).is_some() {
        return format!(", did you mean -t {name}?");
    }
    if ["help", "version"].contains(&&*name) {
        return format!(", did you mean --{name}?");
    }
    if !name.contains(['/', '.']) {
        return format!(", and no manager has this name{}; managers: {}", suggestion(&name), MANAGERS.join(" "));
    }
    match neighbour(path) {
        Some(near) => format!(", did you mean '{}'?", near.display()),
        None => "; a LOG is a file, '-' for standard input, or a manager's short name such as billmgr".to_owned(),
    }
}

/// The file in the same folder whose name is nearest, if one is near.
fn neighbour(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_string_lossy();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let entries = std::fs::read_dir(folder.unwrap_or(Path::new("."))).ok()?;
    let names = entries.flatten().map(|entry| entry.file_name());
    let near = names.map(|other| (distance(&name, &other.to_string_lossy()), other)).min()?;
    (near.0 <= 2).then(|| path.with_file_name(near.1))
}

/// The nearest manager's name, if one is near.
fn suggestion(name: &str) -> String {
    match nearest(name, MANAGERS.iter().copied()) {
        Some(known) => format!(", did you mean '{known}'?"),
        None => String::new(),
    }
}

/// The nearest of some names, if one is near.
pub(crate) fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let nearest = known.into_iter().map(|known| (distance(name, known), known)).min_by_key(|(steps, _)| *steps);
    nearest.filter(|(steps, _)| *steps <= 2 && *steps < name.chars().count()).map(|(_, known)| known)
}

/// How many letters to add, drop or change to get from one word to the other (Levenshtein).
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (index, letter) in from.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], index + 1);
        for (column, other) in to.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *other);
            diagonal = row[column + 1];
            row[column + 1] = changed.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_the_name_that_was_meant() {
        for (typed, meant) in [("bilmgr", "billmgr"), ("ispmgrr", "ispmgr"), ("vmmg", "vmmgr"), ("dcimrg", "dcimgr")] {
            assert_eq!(suggestion(typed), format!(", did you mean '{meant}'?"));
        }
        assert_eq!(suggestion("nginx"), "");
    }
}
