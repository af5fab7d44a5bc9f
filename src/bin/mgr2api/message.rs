//! What is wrong, and what to do about it: every error of the program that is not clap's.

use mgr2api::clean::variable::VariableError;
use mgr2api::render::SetupError;
use mgr2api::source::MANAGERS;
use mgr2api::source::saved::LogError;
use std::path::PathBuf;

/// A command line that cannot be carried out.
#[derive(Debug, thiserror::Error)]
pub(crate) enum UsageError {
    #[error(
        "no log given, and standard input is a terminal\n\n  \
         mgr2api -f billmgr            follow a panel's log\n  \
         mgr2api billmgr.log           convert a saved log\n  \
         grep edit log | mgr2api       convert a selection\n  \
         mgr2api --help                all options"
    )]
    NothingToRead,
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
    #[error("--since {since} is later than --until {until}: nothing lies between them")]
    Backwards { since: String, until: String },
    #[error("--var '{text}' {error}")]
    Variable { text: String, error: VariableError },
    #[error(transparent)]
    Log(#[from] LogError),
}

fn hint(path: &std::path::Path) -> String {
    let name = path.to_string_lossy();
    let plain = !name.contains(['/', '.']);
    if plain {
        format!(", and no manager has this name{}; managers: {}", suggestion(&name), MANAGERS.join(" "))
    } else {
        String::new()
    }
}

/// The nearest manager's name, if one is near.
fn suggestion(name: &str) -> String {
    let nearest = MANAGERS.iter().map(|known| (distance(name, known), known)).min_by_key(|(steps, _)| *steps);
    match nearest {
        Some((steps, known)) if steps <= 2 => format!(", did you mean '{known}'?"),
        _ => String::new(),
    }
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
