//! Filters select requests. A filter selects whole requests and never alters one.

pub(crate) mod period;

use period::Period;

use crate::clean::CleanRequest;
use crate::option::{OptionError, setters};
use crate::record::Record;
use regex::bytes::Regex;
use std::time::SystemTime;

/// Conditions for requests to be converted. Of several patterns of one kind, any may match.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Filter {
    functions: Vec<Regex>,
    exclude: Vec<Regex>,
    users: Vec<Regex>,
    origins: Vec<Regex>,
    /// Only requests that change something.
    pub changes: bool,
    /// Only requests that the panel refused (`true`), or did not refuse (`false`).
    pub failed: Option<bool>,
    pub(crate) period: Period,
}

/// Patterns are regular expressions on bytes, matched anywhere in a text.
impl Filter {
    setters! { changes: bool, failed: Option<bool> }

    /// Selects requests of these functions.
    ///
    /// # Errors
    /// The first invalid pattern.
    pub fn functions<S: AsRef<str>>(self, patterns: &[S]) -> Result<Self, OptionError> {
        Ok(Self { functions: regexes(patterns)?, ..self })
    }

    /// Rejects requests of these functions.
    ///
    /// # Errors
    /// The first invalid pattern.
    pub fn exclude<S: AsRef<str>>(self, patterns: &[S]) -> Result<Self, OptionError> {
        Ok(Self { exclude: regexes(patterns)?, ..self })
    }

    /// Selects requests of these users, written as in the log: `root#admin(1)`.
    ///
    /// # Errors
    /// The first invalid pattern.
    pub fn users<S: AsRef<str>>(self, patterns: &[S]) -> Result<Self, OptionError> {
        Ok(Self { users: regexes(patterns)?, ..self })
    }

    /// Selects requests from these addresses or programs.
    ///
    /// # Errors
    /// The first invalid pattern.
    pub fn origins<S: AsRef<str>>(self, patterns: &[S]) -> Result<Self, OptionError> {
        Ok(Self { origins: regexes(patterns)?, ..self })
    }

    /// Selects requests from this time on, on the clock of the log: `2026-06-25T09:07:51`.
    ///
    /// # Errors
    /// The text is not a time.
    pub fn since(mut self, time: &str) -> Result<Self, OptionError> {
        self.period.since = Some(period::time(time)?);
        Ok(self)
    }

    /// Selects requests up to and including this time.
    ///
    /// # Errors
    /// The text is not a time.
    pub fn until(mut self, time: &str) -> Result<Self, OptionError> {
        self.period.until = Some(period::time(time)?);
        Ok(self)
    }

    /// Whether a log whose last write was at this time ends before the selected range.
    pub fn is_after(&self, written: SystemTime) -> bool {
        self.period.is_after(written)
    }

    /// Checks the stamp and the brackets. A fragment without them passes only if no condition needs them.
    pub(crate) fn wants_record(&self, record: &Record<'_>, written: Option<SystemTime>) -> bool {
        self.period.has(record.head.map(|head| head.time), written)
            && any(&self.users, record.user.unwrap_or_default())
            && any(&self.origins, record.origin.unwrap_or_default())
    }

    /// Checks the function.
    pub(crate) fn wants_function(&self, function: &[u8]) -> bool {
        any(&self.functions, function) && !self.exclude.iter().any(|regex| regex.is_match(function))
    }

    /// Whether there are patterns for functions.
    pub(crate) fn names_functions(&self) -> bool {
        !self.functions.is_empty() || !self.exclude.is_empty()
    }

    /// Checks the whole request.
    pub(crate) fn wants(&self, request: &CleanRequest<'_>) -> bool {
        (!self.changes || request.changes()) && (!self.names_functions() || self.wants_any_function(request))
    }

    /// Checks the outcome, which comes from the records after the request.
    pub(crate) fn wants_outcome(&self, failed: bool) -> bool {
        self.failed.is_none_or(|wanted| wanted == failed)
    }

    /// A form for several objects has two functions: its own, and `groupedit`, the one that is called.
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
            // The crate's message marks the place over several lines; its last line has the reason.
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
