//! Resolves the logs on the command line.
//!
//! In: the arguments. Out: an [`Input`] for each log, with what its name and file metadata reveal, or an error.

use crate::cli::args::Args;
use crate::cli::message::UsageError;
use crate::cli::names;
use clap::CommandFactory;
use mgr2api::{MANAGERS, Source, manager_of};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One log to read.
#[derive(Debug, Clone)]
pub(crate) struct Input {
    /// `None` is standard input.
    pub(crate) path: Option<PathBuf>,
    pub(crate) source: Arc<Source>,
}

pub(super) fn inputs(args: &Args) -> Result<Vec<Input>, UsageError> {
    if args.logs.is_empty() {
        no_log_as_value(args)?;
        if std::io::stdin().is_terminal() {
            let folder = log_dir(args);
            let is_there = |manager: &&str| folder.join(format!("{manager}.log")).is_file();
            let found = MANAGERS.iter().copied().filter(is_there).collect();
            return Err(UsageError::NothingToRead { found, folder });
        }
        return Ok(vec![stdin()]);
    }
    args.logs.iter().map(|log| input(log, args)).collect()
}

/// Detects an option that took the only log as its value: the run would then wait for standard input.
fn no_log_as_value(args: &Args) -> Result<(), UsageError> {
    let lists = [
        ("var", &args.var),
        ("drop", &args.drop),
        ("keep", &args.keep),
        ("func", &args.func),
        ("exclude", &args.exclude),
        ("user", &args.user),
        ("origin", &args.origin),
    ];
    let words = [("lang", &args.lang), ("out", &args.out), ("profile", &args.profile)];
    let words = words.into_iter().flat_map(|(option, word)| word.iter().map(move |word| (option, word)));
    let values = lists.into_iter().flat_map(|(option, values)| values.iter().map(move |value| (option, value)));
    let is_log = |value: &str| value.contains(".log") && (manager_of(value).is_some() || Path::new(value).is_file());
    match values.chain(words).chain([("su", &args.su)]).find(|(_, value)| is_log(value)) {
        Some((option, log)) => {
            let command = Args::command();
            let arg = command.get_arguments().find(|arg| arg.get_long() == Some(option));
            let value = arg.and_then(|arg| arg.get_value_names()).map_or(String::new(), |names| names[0].to_string());
            Err(UsageError::LogAsValue { option, value, log: log.clone() })
        }
        None => Ok(()),
    }
}

/// The log whose archives `-n` may read too: only if exactly one live `.log` was given.
pub(super) fn archives_of(inputs: &[Input]) -> Option<PathBuf> {
    let [Input { path: Some(path), .. }] = inputs else { return None };
    path.extension().is_some_and(|extension| extension == "log").then(|| path.clone())
}

fn stdin() -> Input {
    Input { path: None, source: Arc::new(Source::stdin()) }
}

fn log_dir(args: &Args) -> PathBuf {
    args.log_dir.clone().unwrap_or_else(|| PathBuf::from("/usr/local/mgr5/var"))
}

/// An existing file takes precedence over a manager of the same name. A missing log can be followed but not read.
fn input(log: &Path, args: &Args) -> Result<Input, UsageError> {
    if log.as_os_str() == "-" {
        return Ok(stdin());
    }
    let grows = args.follow || args.interactive;
    // No file time for a growing log: its newest record is from now.
    let written = |path: &Path| std::fs::metadata(path).and_then(|about| about.modified()).ok().filter(|_| !grows);
    let file = |path: &Path| {
        let source = Source::log(&path.to_string_lossy()).written(written(path));
        Input { path: Some(path.to_owned()), source: Arc::new(source) }
    };
    let manager = log.to_str().and_then(names::manager);
    // A folder with a manager's name stands for that manager's log. A folder with another name is reported when it is
    // opened.
    if log.exists() && !(manager.is_some() && log.is_dir()) {
        // The picker would draw an empty list for it.
        if args.interactive && log.is_dir() {
            return Err(UsageError::Folder { path: log.to_owned() });
        }
        return Ok(file(log));
    }
    if let Some(manager) = manager {
        let path = log_dir(args).join(format!("{manager}.log"));
        if grows || path.exists() {
            return Ok(file(&path));
        }
        return Err(UsageError::NoLogOfManager { manager: manager.to_owned(), path });
    }
    let is_name = !log.to_string_lossy().contains(|char| char == '.' || std::path::is_separator(char));
    if grows && !is_name {
        return Ok(file(log));
    }
    // Without permission for the folder the file seems absent; opening it reports the real error.
    match std::fs::metadata(log) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Ok(file(log)),
        _ => Err(UsageError::NoSuchLog { path: log.to_owned() }),
    }
}
