//! Filters: which requests are wanted. A filter picks whole requests and never alters one.

pub mod period;

pub use period::Period;

use crate::clean::{ArgumentValue, CleanRequest};
use crate::record::Record;
use regex::bytes::Regex;
use std::collections::HashSet;
use std::hash::{BuildHasher, Hasher, RandomState};
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
    /// Each distinct call once.
    pub unique: bool,
    /// When it was asked for.
    pub period: Period,
}

impl Filter {
    /// What stamp and brackets alone tell; a fragment that has none is kept only where none is asked for.
    pub fn wants_record(&self, record: &Record<'_>, written: Option<SystemTime>) -> bool {
        self.period.has(record.head.map(|head| head.time), written)
            && any(&self.users, record.user.unwrap_or_default())
            && any(&self.origins, record.origin.unwrap_or_default())
    }

    /// What the function tells.
    pub fn wants_function(&self, function: &[u8]) -> bool {
        any(&self.functions, function) && !self.exclude.iter().any(|regex| regex.is_match(function))
    }

    /// Whether functions are asked for at all.
    pub fn names_functions(&self) -> bool {
        !self.functions.is_empty() || !self.exclude.is_empty()
    }

    /// What the whole request tells.
    pub fn wants(&self, request: &CleanRequest<'_>) -> bool {
        (!self.changes || request.changes)
            && (!self.names_functions() || self.wants_function(&request.function.decode()))
    }
}

fn any(patterns: &[Regex], text: &[u8]) -> bool {
    patterns.is_empty() || patterns.iter().any(|regex| regex.is_match(text))
}

/// Calls that were met already. What is kept of each is a fingerprint with keys of this run, which nobody who writes into
/// a log can know: two calls of one fingerprint do not occur.
#[derive(Debug, Default)]
pub struct Known {
    keys: [RandomState; 2],
    met: HashSet<u128>,
}

impl Known {
    /// Whether a call is met for the first time.
    pub fn is_new(&mut self, request: &CleanRequest<'_>, manager: &str) -> bool {
        let identity = self.identity(request, manager);
        self.met.insert(identity)
    }

    /// What makes two calls the same: panel, function and arguments, in order.
    pub fn identity(&self, request: &CleanRequest<'_>, manager: &str) -> u128 {
        let mut hashers = [0, 1].map(|key| self.keys[key].build_hasher());
        let mut piece = Vec::new();
        let mut add = |sign: u8, write: &dyn Fn(&mut Vec<u8>)| {
            piece.clear();
            piece.push(sign);
            write(&mut piece);
            for hasher in &mut hashers {
                hasher.write(&piece);
            }
        };
        add(b' ', &|out| out.extend_from_slice(manager.as_bytes()));
        add(b'?', &|out| request.function.encode(out));
        for argument in request.arguments(None) {
            add(b'&', &|out| argument.name.encode(out));
            match argument.value {
                ArgumentValue::Text(text) => add(b'=', &|out| text.encode(out)),
                ArgumentValue::Env(variable) | ArgumentValue::Variable(variable) => {
                    add(b'$', &|out| out.extend_from_slice(variable.as_bytes()));
                }
            }
        }
        let [high, low] = hashers.map(|hasher| u128::from(hasher.finish()));
        high << 64 | low
    }
}
