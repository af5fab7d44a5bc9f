//! Defaults below the command line: the environment, a profile, the configuration file.
//!
//! In: the command line as clap parsed it. Out: the same with the options that it left open, inserted in front of
//! the typed ones. So one definition, clap's, checks values and conflicts wherever they come from. Without a file and
//! variables the only cost is the lookup.

mod environment;
mod file;
mod show;

pub(crate) use show::show;

use crate::cli::args::Args;
use crate::cli::message::UsageError;
use crate::cli::names::nearest;
use crate::cli::{mistake, options};
use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command, CommandFactory, FromArgMatches};
use environment::{environment, strangers};
use file::{Config, Excerpt};
use mgr2api::Visible;
use std::ffi::OsString;
use std::path::PathBuf;

/// Headings whose options may be set permanently; the other options concern a single run.
const HEADINGS: [&str; 3] = ["Parameters", "Call", "Output"];

/// A value that was not typed.
#[derive(Debug, Clone)]
struct Given {
    /// The option's long name.
    option: String,
    /// The option's values, as typed; empty for a switch that is off.
    words: Vec<OsString>,
    layer: Layer,
    origin: Origin,
}

/// The source of a value, the highest first; typed options are above all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layer {
    Environment,
    Profile,
    File,
}

/// Where a value comes from.
#[derive(Debug, Clone)]
struct Origin {
    /// `MGR2API_URL`, or the file's name, line and profile.
    name: String,
    /// Its place in the file, for messages.
    excerpt: Option<Excerpt>,
}

/// A configuration that cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ConfigError {
    #[error("{}: {error}{}", path.display(), if *named { "; MGR2API_CONFIG gives this file" } else { "" })]
    Unreadable { path: PathBuf, error: std::io::Error, named: bool },
    #[error("{place}: {what}{excerpt}")]
    Wrong { place: String, what: String, excerpt: String },
    #[error("--profile {name}: there is no configuration file at {}; write one with a line [profile.{name}]", path.display())]
    NoFile { name: String, path: PathBuf },
    #[error("--profile: there is no configuration file, as neither XDG_CONFIG_HOME nor HOME is set")]
    NoHome,
    #[error("{from} {name}: {} has no such profile{}", path.display(), profiles(.name, .known))]
    NoProfile { from: &'static str, name: String, path: PathBuf, known: Vec<String> },
}

fn profiles(name: &str, known: &[String]) -> String {
    match nearest(name, known.iter().map(String::as_str)) {
        Some(near) => format!(", did you mean '{near}'?"),
        None if known.is_empty() => "; a profile starts with a line [profile.NAME]".to_owned(),
        None => format!("; it has: {}", known.join(" ")),
    }
}

/// An option that is weaker if configured than if typed: configured, it applies only to logs whose name does not
/// identify the panel.
const FALLBACK: &str = "manager";

/// The command line, completed from the layers below it.
pub(crate) struct Merged {
    matches: ArgMatches,
    given: Vec<Given>,
    config: Option<Config>,
    strangers: Vec<String>,
}

/// Why the command line could not be completed.
pub(crate) enum Fault {
    Clap(clap::Error),
    Config(ConfigError),
}

impl From<clap::Error> for Fault {
    fn from(error: clap::Error) -> Self {
        Self::Clap(error)
    }
}

impl From<ConfigError> for Fault {
    fn from(error: ConfigError) -> Self {
        Self::Config(error)
    }
}

/// Parses the command line and the layers below it.
pub(crate) fn read(words: &[OsString]) -> Result<Merged, Fault> {
    let mut command = Args::command();
    let typed = command.try_get_matches_from_mut(words)?;
    // Options that only describe the program work whatever the configuration contains.
    if typed.get_flag("list_targets") || typed.contains_id("generate") {
        return Ok(Merged { matches: typed, given: Vec::new(), config: None, strangers: Vec::new() });
    }
    let config = file::find(typed.get_one::<String>("profile"))?;
    merge(words, &command, typed, config)
}

/// Completes the command line from the environment and the file.
fn merge(words: &[OsString], command: &Command, typed: ArgMatches, config: Option<Config>) -> Result<Merged, Fault> {
    let mut given = environment(command)?;
    if let Some(config) = &config {
        given.extend(config.values(command)?);
    }
    let strangers = strangers(command);
    if given.is_empty() {
        return Ok(Merged { matches: typed, given, config, strangers });
    }
    let mut given = uppermost(command, &typed, given);
    match checked(words, &given) {
        Ok(matches) => Ok(Merged { matches, given, config, strangers }),
        Err(fault) => {
            // If one of the values is invalid by itself, report its place.
            if let Some(error) = given.iter().find_map(wrong) {
                return Err(Fault::Config(error));
            }
            given.retain(|value| !yields(words, value));
            drop_idle(&mut given, &typed);
            checked(words, &given).map(|matches| Merged { matches, given, config, strangers }).map_err(|_| fault)
        }
    }
}

/// Merges a file with this text, made by a fuzzer, into a command line without options.
#[cfg(fuzzing)]
pub(crate) fn of_text(text: &str, profile: Option<&str>) -> Result<Merged, Fault> {
    let words = [OsString::from("mgr2api")];
    let mut command = Args::command();
    let typed = command.try_get_matches_from_mut(&words)?;
    merge(&words, &command, typed, Some(Config::of(text, profile)))
}

/// Parses the command line with these values in front and checks that settings can be built from it.
fn checked(words: &[OsString], given: &[Given]) -> Result<ArgMatches, Fault> {
    let matches = matches(words, given)?;
    let args = Args::from_arg_matches(&matches)?;
    options::check(args).map(|()| matches).map_err(|error| Fault::Clap(usage(&error)))
}

/// Settings that fit only some targets. If such a setting does not fit the typed options, it is dropped instead of
/// failing the run.
const YIELDING: [&str; 2] = ["script", "shell"];

fn yields(words: &[OsString], value: &Given) -> bool {
    YIELDING.contains(&&*value.option)
        && checked(words, &[]).is_ok()
        && checked(words, std::slice::from_ref(value)).is_err()
}

impl Merged {
    pub(crate) fn args(&self) -> Result<Args, clap::Error> {
        let mut args = Args::from_arg_matches(&self.matches)?;
        // A setting for all runs is weaker than the name of a log.
        if self.given.iter().any(|value| value.option == FALLBACK) {
            args.fallback_manager = args.manager.take();
        }
        Ok(args)
    }

    /// Notes on variables that look like settings but are not.
    pub(crate) fn strangers(&self) -> &[String] {
        &self.strangers
    }
}

/// Converts an error that only `options` finds; `options` reports it again in its own words.
fn usage(error: &UsageError) -> clap::Error {
    clap::Error::raw(ErrorKind::InvalidValue, Visible(error.to_string().as_bytes()).to_string())
}

/// Whether an option may be set permanently.
fn may_be_set(arg: &Arg) -> bool {
    arg.get_help_heading().is_some_and(|heading| HEADINGS.contains(&heading)) || arg.get_id() == "log_dir"
}

fn settable(command: &Command) -> impl Iterator<Item = (&Arg, &str)> {
    command.get_arguments().filter(|arg| may_be_set(arg)).filter_map(|arg| Some((arg, arg.get_long()?)))
}

/// Keeps the values that no higher layer replaces or excludes; `given` starts with the highest layer. Two that exclude
/// each other within one layer stay, and clap reports the conflict.
fn uppermost(command: &Command, typed: &ArgMatches, given: Vec<Given>) -> Vec<Given> {
    let was_typed = |arg: &&Arg| typed.value_source(arg.get_id().as_str()) == Some(ValueSource::CommandLine);
    let rules_out = |a: &Arg, b: &Arg| command.get_arg_conflicts_with(a).iter().any(|c| c.get_id() == b.get_id());
    // With the layer of each; `None` if typed.
    let mut taken: Vec<(&Arg, Option<Layer>)> =
        command.get_arguments().filter(was_typed).map(|arg| (arg, None)).collect();
    let mut off: Vec<String> = Vec::new();
    let mut kept = Vec::new();
    for value in given {
        let Some((arg, _)) = settable(command).find(|(_, long)| *long == value.option) else { continue };
        let is_replaced = off.contains(&value.option) || taken.iter().any(|(other, _)| other.get_id() == arg.get_id());
        let is_ruled_out = taken
            .iter()
            .any(|(other, layer)| *layer != Some(value.layer) && (rules_out(arg, other) || rules_out(other, arg)));
        if is_replaced || (is_ruled_out && !value.words.is_empty()) {
            continue;
        }
        if value.words.is_empty() {
            off.push(value.option.clone());
        } else {
            taken.push((arg, Some(value.layer)));
        }
        kept.push(value);
    }
    drop_idle(&mut kept, typed);
    kept
}

/// Drops the settings about scripts if this run prints no script, and the one about curl if it prints no curl.
fn drop_idle(given: &mut Vec<Given>, typed: &ArgMatches) {
    let is_curl = |word: &str| word.split(',').any(|target| target.trim().eq_ignore_ascii_case("curl"));
    let configured = given.iter().find(|value| value.option == "to");
    let prints_curl = match (typed.value_source("to"), configured) {
        (Some(ValueSource::CommandLine), _) => {
            typed.get_many::<String>("to").into_iter().flatten().any(|target| target == "curl")
        }
        (_, Some(value)) => value.words.iter().any(|word| is_curl(&word.to_string_lossy())),
        (_, None) => true,
    };
    if !prints_curl {
        given.retain(|value| value.option != "check");
    }
    if !typed.get_flag("script") && !given.iter().any(|value| value.option == "script" && !value.words.is_empty()) {
        given.retain(|value| value.option != "with-deletes");
    }
}

/// Parses the command line with these values in front.
fn matches(words: &[OsString], given: &[Given]) -> Result<ArgMatches, clap::Error> {
    let (program, rest) = words.split_at(words.len().min(1));
    let front = given.iter().flat_map(|value| {
        value.words.iter().map(|word| {
            let mut typed = OsString::from(format!("--{}", value.option));
            if !word.is_empty() {
                typed.push("=");
                typed.push(word);
            }
            typed
        })
    });
    Args::command().try_get_matches_from(program.iter().cloned().chain(front).chain(rest.iter().cloned()))
}

/// The error in a value by itself, if there is one.
fn wrong(value: &Given) -> Option<ConfigError> {
    let alone = std::slice::from_ref(value);
    let fault = matches(&[OsString::from("mgr2api")], alone).and_then(|matches| Args::from_arg_matches(&matches));
    let what = match fault {
        Ok(args) => options::check(args).err()?.to_string(),
        Err(error) => {
            let text = mistake::mend(error, &[]).render().to_string();
            let lines = text.lines().take_while(|line| !line.starts_with("For more")).map(str::trim);
            let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
            lines.join(" ").trim_start_matches("error: ").to_owned()
        }
    };
    let excerpt = value.origin.excerpt.as_ref().map(ToString::to_string).unwrap_or_default();
    Some(ConfigError::Wrong { place: value.origin.name.clone(), what, excerpt })
}
