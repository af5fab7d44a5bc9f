//! A message for a run without output, which could be mistaken for a crash.
//!
//! In: the options and the totals of a run. Out: one line, or `None` if another message already explains the
//! result.

use crate::cli::about;
use crate::cli::options::{Options, PERIOD};
use mgr2api::{Source, Totals};
use std::fs;

/// The number of logs that a message names; the others are counted.
const NAMES: usize = 3;

/// Why nothing was converted. `hint_given`: the hint about the log level was given while following, or is not needed.
pub(crate) fn reason(options: &Options, totals: Totals, hint_given: bool) -> Option<String> {
    let Totals { seen, filtered, .. } = totals;
    if seen > 0 {
        return (seen == filtered && !options.stats).then(|| all_filtered(options, seen));
    }
    let logs: Vec<&Source> =
        options.inputs.iter().filter(|input| input.path.is_some()).map(|input| &*input.source).collect();
    if logs.is_empty() {
        return Some("no requests found on standard input".to_owned());
    }
    let managers = logs.iter().map(|log| log.manager.as_deref());
    // A line of the panel's configuration applies to one panel's log or to all.
    let manager = managers.reduce(|one, other| one.filter(|_| one == other)).flatten();
    let cure = about::cure(manager);
    if options.follow {
        let cure = if hint_given { String::new() } else { format!("; {cure}") };
        return Some(format!("no requests came while following{cure}"));
    }
    let names = names(&logs);
    let empty = |input: &crate::cli::inputs::Input| {
        input
            .path
            .as_ref()
            .is_some_and(|path| fs::metadata(path).is_ok_and(|about| about.is_file() && about.len() == 0))
    };
    if options.inputs.iter().all(empty) {
        let what = if logs.len() == 1 { "the file is empty" } else { "the files are empty" };
        return Some(format!("{names}: no requests found, {what}; {cure}"));
    }
    if options.filters.contains(&PERIOD) {
        return Some(format!("{names}: no requests found in the range of --since and --until"));
    }
    Some(format!("{names}: no requests found; {cure}"))
}

fn logs(options: &Options) -> Vec<&Source> {
    let logs = options.inputs.iter().filter(|input| input.path.is_some());
    logs.map(|input| &*input.source).collect()
}

/// What to do about logs without requests.
pub(crate) fn cure(options: &Options) -> String {
    let managers = logs(options).into_iter().map(|log| log.manager.as_deref());
    // See [`reason`].
    about::cure(managers.reduce(|one, other| one.filter(|_| one == other)).flatten())
}

fn names(logs: &[&Source]) -> String {
    let named: Vec<&str> = logs.iter().take(NAMES).map(|log| log.name.as_str()).collect();
    let named = named.join(", ");
    match logs.len().saturating_sub(NAMES) {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}

fn all_filtered(options: &Options, seen: u64) -> String {
    let requests =
        if seen == 1 { "the only request does not match" } else { &*format!("none of {seen} requests matches") };
    format!("{requests} {}; --stats shows the counts", options.filters.join(", "))
}
