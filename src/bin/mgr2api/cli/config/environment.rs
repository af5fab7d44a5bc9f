//! Variables of the environment: those that are settings, and those that only look like settings.

use super::{ConfigError, Given, Layer, Origin, settable};
use crate::cli::names::nearest;
use clap::{Arg, Command};
use mgr2api::Visible;
use std::ffi::OsString;

/// `MGR2API_LOG_DIR` for `--log-dir`.
fn variable(long: &str) -> String {
    format!("{PREFIX}{}", long.replace('-', "_").to_uppercase())
}

const PREFIX: &str = "MGR2API_";

/// Variables with this program's prefix that are not settings. These cause a note, not an error: other programs and
/// other versions share the environment and may have settings of that name.
pub(super) fn strangers(command: &Command) -> Vec<String> {
    let mut known: Vec<String> = settable(command).map(|(_, long)| variable(long)).collect();
    // The last one is a setting of this program's tests, which pass it on to every run.
    known.extend(["profile", "config", "tests-complete"].map(variable));
    let names = std::env::vars_os().map(|(name, _)| name.to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| name.starts_with(PREFIX) && !known.contains(name)).collect();
    names.sort();
    let about = |name: &String| {
        let of_one_run = |arg: &&Arg| arg.get_long().is_some_and(|long| variable(long) == *name);
        let what = match (command.get_arguments().find(of_one_run), nearest(name, known.iter().map(String::as_str))) {
            (Some(arg), _) => format!("; --{} applies to one run only", arg.get_long().unwrap_or_default()),
            (None, Some(near)) => format!(", did you mean {near}?"),
            (None, None) => "; --show-config lists all settings".to_owned(),
        };
        format!("{} is not a setting and does nothing{what}", Visible(name.as_bytes()))
    };
    names.iter().map(about).collect()
}

/// Reads the variables that are settings. An empty variable counts as unset.
pub(super) fn environment(command: &Command) -> Result<Vec<Given>, ConfigError> {
    let mut given = Vec::new();
    for (arg, long) in settable(command) {
        let name = variable(long);
        let Some(value) = std::env::var_os(&name).filter(|value| !value.is_empty()) else { continue };
        let words = if arg.get_action().takes_values() {
            vec![value]
        } else {
            match value.to_str().unwrap_or_default() {
                "1" | "true" | "yes" | "on" => vec![OsString::new()],
                "0" | "false" | "no" | "off" => Vec::new(),
                _ => {
                    let what = format!("--{long} is a switch: 1 turns it on, 0 off");
                    return Err(ConfigError::Wrong { place: name, what, excerpt: String::new() });
                }
            }
        };
        given.push(Given {
            option: long.to_owned(),
            words,
            layer: Layer::Environment,
            origin: Origin { name, excerpt: None },
        });
    }
    Ok(given)
}
