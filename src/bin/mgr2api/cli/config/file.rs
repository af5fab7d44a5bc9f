//! The configuration file: its path, its values, and the place of an error in it.
//!
//! Keys are the long names of options, at the top level and in `[profile.NAME]`. An unknown key is an error: a setting
//! that is silently ignored is worse than one that stops the run.

use super::{ConfigError, Given, Layer, Origin, settable};
use crate::cli::names::nearest;
use crate::sys::files;
use clap::{ArgAction, Command};
use mgr2api::Visible;
use std::borrow::Cow;
use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::io::ErrorKind;
use std::ops::Range;
use std::path::{Path, PathBuf};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Keys under which a user might store a secret; text after them is never shown.
const SECRETS: [&str; 8] = ["authinfo", "login", "pass", "passwd", "password", "secret", "session", "token"];

/// A file that was read.
#[derive(Debug)]
pub(crate) struct Config {
    pub(crate) path: PathBuf,
    text: String,
    /// The profile in use.
    pub(crate) profile: Option<Profile>,
}

/// A profile and the option or variable that selects it.
#[derive(Debug)]
pub(crate) struct Profile {
    pub(crate) name: String,
    from: &'static str,
}

/// A line of the file with a marker under the error. Never shown from the first key of a secret on.
#[derive(Debug, Clone)]
pub(crate) struct Excerpt {
    may_hold_secret: bool,
    number: usize,
    line: String,
    marked: Range<usize>,
}

impl fmt::Display for Excerpt {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.may_hold_secret || self.line.contains('@') {
            return Ok(());
        }
        // Width after escaping, as on the terminal.
        let width = |text: &str| Visible(text.as_bytes()).to_string().chars().count();
        let (before, marked) = (width(&self.line[..self.marked.start]), width(&self.line[self.marked.clone()]));
        let gutter = self.number.to_string();
        let (empty, mark) = (" ".repeat(gutter.len()), "^".repeat(marked.max(1)));
        write!(out, "\n {empty} |\n {gutter} | {}\n {empty} | {}{mark}", self.line, " ".repeat(before))
    }
}

/// Reads the file, if there is one.
pub(super) fn find(profile: Option<&String>) -> Result<Option<Config>, ConfigError> {
    let variable = |name| std::env::var_os(name).filter(|value| !value.is_empty());
    let asked = profile.map(|name| Profile { name: name.clone(), from: "--profile" });
    let profile = asked.or_else(|| {
        let name = variable("MGR2API_PROFILE")?.to_string_lossy().into_owned();
        Some(Profile { name, from: "MGR2API_PROFILE" })
    });
    let named = variable("MGR2API_CONFIG").map(PathBuf::from);
    let is_named = named.is_some();
    let Some(path) = named.or_else(|| Some(files::config_folder()?.join("mgr2api").join("config.toml"))) else {
        return if profile.is_some() { Err(ConfigError::NoHome) } else { Ok(None) };
    };
    match fs::read(&path) {
        Ok(text) => {
            String::from_utf8(text).map(|text| Some(Config { path: path.clone(), text, profile })).map_err(|_| {
                let error = std::io::Error::new(ErrorKind::InvalidData, "is not UTF-8, as TOML has to be");
                ConfigError::Unreadable { path, error, named: is_named }
            })
        }
        Err(error) if !is_named && is_absent(&path, &error) => {
            profile.map_or(Ok(None), |profile| Err(ConfigError::NoFile { name: profile.name, path }))
        }
        Err(error) => Err(ConfigError::Unreadable { path, error, named: is_named }),
    }
}

/// Whether the file is missing, or is in a folder that this user may not enter: another user's home, as after `sudo -u`,
/// must not stop the run.
fn is_absent(path: &Path, error: &std::io::Error) -> bool {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => true,
        ErrorKind::PermissionDenied => fs::metadata(path).is_err(),
        _ => false,
    }
}

impl Config {
    #[cfg(fuzzing)]
    pub(super) fn of(text: &str, profile: Option<&str>) -> Self {
        let profile = profile.map(|name| Profile { name: name.to_owned(), from: "--profile" });
        Self { path: PathBuf::from("config.toml"), text: text.to_owned(), profile }
    }

    /// The values in use: first the profile's, then those at the top level.
    pub(super) fn values(&self, command: &Command) -> Result<Vec<Given>, ConfigError> {
        let table = DeTable::parse(&self.text).map_err(|error| {
            let span = error.span().unwrap_or_default();
            self.fault(span, error.message().replace('\n', ", "))
        })?;
        let (mut top, mut chosen, mut known) = (Vec::new(), Vec::new(), Vec::new());
        for (key, value) in table.get_ref() {
            if key.get_ref() != "profile" {
                top.extend(self.given(command, (key, value), None)?);
                continue;
            }
            let profiles = value.get_ref().as_table();
            let profiles = profiles.ok_or_else(|| self.fault(value.span(), PROFILE.to_owned()))?;
            for (name, profile) in profiles {
                let settings = profile.get_ref().as_table();
                let settings = settings.ok_or_else(|| self.fault(name.span(), PROFILE.to_owned()))?;
                known.push(name.get_ref().to_string());
                let in_use = self.profile.as_ref().is_some_and(|profile| profile.name == *name.get_ref());
                for (key, value) in settings {
                    let given = self.given(command, (key, value), Some(name.get_ref()))?;
                    chosen.extend(given.filter(|_| in_use));
                }
            }
        }
        match &self.profile {
            Some(Profile { name, from }) if !known.contains(name) => {
                Err(ConfigError::NoProfile { from, name: name.clone(), path: self.path.clone(), known })
            }
            _ => Ok([chosen, top].concat()),
        }
    }

    /// One key and its value, as if typed.
    fn given(
        &self,
        command: &Command,
        (key, value): (&Spanned<Cow<'_, str>>, &Spanned<DeValue<'_>>),
        profile: Option<&str>,
    ) -> Result<Option<Given>, ConfigError> {
        let name = key.get_ref();
        let Some((arg, long)) = settable(command).find(|(_, long)| long == name) else {
            return Err(self.unknown(command, key));
        };
        let wants = |what: &str| self.fault(value.span(), format!("--{long} needs {what}"));
        let words = match (arg.get_action(), value.get_ref()) {
            (ArgAction::SetTrue, DeValue::Boolean(on)) => vec![OsString::new(); usize::from(*on)],
            (ArgAction::SetTrue, _) => return Err(wants("true or false")),
            (ArgAction::Append, DeValue::Array(values)) => {
                let words = values.iter().map(|value| word(value.get_ref()));
                words.collect::<Option<Vec<_>>>().ok_or_else(|| wants("a list of strings"))?
            }
            (ArgAction::Append, one) => vec![word(one).ok_or_else(|| wants("a string or a list of strings"))?],
            (_, one) => vec![word(one).ok_or_else(|| wants("a string or a number"))?],
        };
        let (place, excerpt) = self.place(value.span());
        let (layer, name) = match profile {
            Some(profile) => (Layer::Profile, format!("{place} [profile.{profile}]")),
            None => (Layer::File, place),
        };
        Ok(Some(Given { option: long.to_owned(), words, layer, origin: Origin { name, excerpt: Some(excerpt) } }))
    }

    fn unknown(&self, command: &Command, key: &Spanned<Cow<'_, str>>) -> ConfigError {
        let name = key.get_ref();
        if SECRETS.contains(&&*name.to_lowercase()) {
            let what =
                format!("'{name}': this file must not contain secrets; export MGR_AUTHINFO=login:password instead");
            return self.fault(key.span(), what);
        }
        if command.get_arguments().any(|arg| arg.get_long() == Some(name)) {
            return self.fault(key.span(), format!("--{name} applies to one run only, and cannot be set here"));
        }
        let dashed = name.replace('_', "-");
        let near = nearest(&dashed, settable(command).map(|(_, long)| long).chain(["profile"]));
        let near =
            near.map_or("; mgr2api --show-config lists all keys".into(), |near| format!(", did you mean '{near}'?"));
        self.fault(key.span(), format!("unknown key '{name}'{near}"))
    }

    fn fault(&self, span: Range<usize>, what: String) -> ConfigError {
        let (place, excerpt) = self.place(span);
        ConfigError::Wrong { place, what, excerpt: excerpt.to_string() }
    }

    /// File and line, and the excerpt.
    fn place(&self, span: Range<usize>) -> (String, Excerpt) {
        let at = span.start.min(self.text.len());
        let start = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
        let line = self.text[start..].lines().next().unwrap_or_default();
        let number = self.text[..start].lines().count() + 1;
        let end = (span.end.max(at) - start).min(line.len());
        let marked = (at - start).min(end)..end;
        let may_hold_secret = has_secret_key(&self.text[..start + line.len()]);
        let excerpt = Excerpt { may_hold_secret, number, line: line.to_owned(), marked };
        (format!("{}:{number}", self.path.display()), excerpt)
    }
}

/// Whether one of [`SECRETS`] precedes a `=`: bare, quoted, after a dot or in an inline table. Parses nothing, because
/// the text may be invalid TOML, and a value may span several lines.
fn has_secret_key(text: &str) -> bool {
    text.split('=').rev().skip(1).any(|before| {
        let key = before.trim_end_matches(|sign: char| sign.is_whitespace() || "\"'".contains(sign));
        let word = key.rsplit(|char: char| !char.is_alphanumeric()).next().unwrap_or_default();
        SECRETS.contains(&&*word.to_lowercase())
    })
}

const PROFILE: &str = "a profile is a table: a line [profile.NAME], and keys below it";

fn word(value: &DeValue<'_>) -> Option<OsString> {
    match value {
        DeValue::String(text) => Some(OsString::from(&**text)),
        DeValue::Integer(number) if number.radix() == 10 => Some(OsString::from(number.as_str())),
        _ => None,
    }
}
