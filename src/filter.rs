//! Filters: which requests are wanted. A filter picks whole requests and never alters one.

pub(crate) mod period;

pub use period::Period;

use crate::clean::CleanRequest;
use crate::record::Record;
use crate::request::effect::Effect;
use regex::bytes::Regex;
use std::time::SystemTime;

/// What a request must be to be converted. Several patterns of one kind: any of them is enough.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Functions to convert.
    pub functions: Vec<Regex>,
    /// Functions not to convert.
    pub exclude: Vec<Regex>,
    /// The second bracket as logged, `root#admin(1)`.
    pub users: Vec<Regex>,
    /// The first bracket as logged.
    pub origins: Vec<Regex>,
    /// Only what changes something.
    pub changes: bool,
    /// When it was asked for.
    pub period: Period,
}

impl Filter {
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
        (!self.changes || request.effect() != Effect::Reads)
            && (!self.names_functions() || self.wants_any_function(request))
    }

    /// A form for several objects has two functions: its own, and `groupedit`, which is called.
    fn wants_any_function(&self, request: &CleanRequest<'_>) -> bool {
        let names = [Some(request.function), request.faction()].map(|name| name.map(|name| name.decode()));
        let mut names = names.iter().flatten();
        let is_excluded = |name: &[u8]| self.exclude.iter().any(|regex| regex.is_match(name));
        !names.clone().any(|name| is_excluded(name)) && names.any(|name| any(&self.functions, name))
    }
}

fn any(patterns: &[Regex], text: &[u8]) -> bool {
    patterns.is_empty() || patterns.iter().any(|regex| regex.is_match(text))
}
