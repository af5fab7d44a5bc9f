//! Filters: which requests are wanted. A filter picks whole requests and never alters one.

pub(crate) mod period;

use period::Period;

use crate::clean::CleanRequest;
use crate::option::{OptionError, setters};
use crate::record::Record;
use regex::bytes::Regex;
use std::time::SystemTime;

/// What a request must be to be converted. Several patterns of one kind: any of them is enough.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Filter {
    functions: Vec<Regex>,
    exclude: Vec<Regex>,
    users: Vec<Regex>,
    origins: Vec<Regex>,
    /// Only what changes something.
    pub changes: bool,
    /// Only what the panel refused (`true`), or what it did not (`false`).
    pub failed: Option<bool>,
    pub(crate) period: Period,
}

/// Patterns are regular expressions on bytes, matched anywhere in a text.
impl Filter {
    setters! { changes: bool, failed: Option<bool> }

    /// Takes requests of these functions.
    ///
    /// # Errors
    /// The first text that is not a pattern.
    pub fn functions<S: AsRef<str>>(self, patterns: &[S]) -> Result<Self, OptionError> {
        Ok(Self { functions: regexes(patterns)?, ..self })
    }

    /// Leaves out requests of these functions.
    ///
    /// # Errors
    /// The first text that is not a pattern.
    pub fn exclude<S: AsRef<str>>(self, patterns: &[S]) -> Result<Self, OptionError> {
        Ok(Self { exclude: regexes(patterns)?, ..self })
    }

    /// Takes requests of these users, written as in the log: `root#admin(1)`.
    ///
    /// # Errors
    /// The first text that is not a pattern.
    pub fn users<S: AsRef<str>>(self, patterns: &[S]) -> Result<Self, OptionError> {
        Ok(Self { users: regexes(patterns)?, ..self })
    }

    /// Takes requests from these addresses or programs.
    ///
    /// # Errors
    /// The first text that is not a pattern.
    pub fn origins<S: AsRef<str>>(self, patterns: &[S]) -> Result<Self, OptionError> {
        Ok(Self { origins: regexes(patterns)?, ..self })
    }

    /// Takes requests from this time on, as the clock of the log shows it: `2026-06-25T09:07:51`.
    ///
    /// # Errors
    /// A text that is not a time.
    pub fn since(mut self, time: &str) -> Result<Self, OptionError> {
        self.period.since = Some(period::time(time)?);
        Ok(self)
    }

    /// Takes requests up to this time.
    ///
    /// # Errors
    /// A text that is not a time.
    pub fn until(mut self, time: &str) -> Result<Self, OptionError> {
        self.period.until = Some(period::time(time)?);
        Ok(self)
    }

    /// Whether a log that was written to last at this time ends before everything that is wanted.
    pub fn is_after(&self, written: SystemTime) -> bool {
        self.period.is_after(written)
    }

    /// What stamp and brackets alone tell; a fragment that has none is kept only where none is asked for.
    pub(crate) fn wants_record(&self, record: &Record<'_>, written: Option<SystemTime>) -> bool {
        self.period.has(record.head.map(|head| head.time), written)
            && any(&self.users, record.user.unwrap_or_default())
            && any(&self.origins, record.origin.unwrap_or_default())
    }

    /// What the function tells.
    pub(crate) fn wants_function(&self, function: &[u8]) -> bool {
        any(&self.functions, function) && !self.exclude.iter().any(|regex| regex.is_match(function))
    }

    /// Whether functions are asked for at all.
    pub(crate) fn names_functions(&self) -> bool {
        !self.functions.is_empty() || !self.exclude.is_empty()
    }

    /// What the whole request tells.
    pub(crate) fn wants(&self, request: &CleanRequest<'_>) -> bool {
        (!self.changes || request.changes()) && (!self.names_functions() || self.wants_any_function(request))
    }

    /// What the records behind the request tell.
    pub(crate) fn wants_outcome(&self, failed: bool) -> bool {
        self.failed.is_none_or(|wanted| wanted == failed)
    }

    /// A form for several objects has two functions: its own, and `groupedit`, which is called.
    fn wants_any_function(&self, request: &CleanRequest<'_>) -> bool {
        let names = [Some(request.function), request.faction()].map(|name| name.map(|name| name.decode()));
        let mut names = names.iter().flatten();
        let is_excluded = |name: &[u8]| self.exclude.iter().any(|regex| regex.is_match(name));
        !names.clone().any(|name| is_excluded(name)) && names.any(|name| any(&self.functions, name))
    }
}

fn regexes<S: AsRef<str>>(patterns: &[S]) -> Result<Vec<Regex>, OptionError> {
    let read = |text: &str| {
        Regex::new(text).map_err(|error| {
            // The crate draws the place over several lines; its last one says what is wrong.
            let error = error.to_string();
            let reason = error.lines().last().unwrap_or_default().trim().trim_start_matches("error: ");
            OptionError::new(text, reason)
        })
    };
    patterns.iter().map(|text| read(text.as_ref())).collect()
}

fn any(patterns: &[Regex], text: &[u8]) -> bool {
    patterns.is_empty() || patterns.iter().any(|regex| regex.is_match(text))
}
