//! Calls that were met already, for `--unique`.

use super::Request;
use crate::clean::Value;
use std::collections::HashSet;
use std::hash::{BuildHasher, Hasher, RandomState};

/// Calls that were met already. What is kept of each is a fingerprint with keys of this run, which nobody who writes into
/// a log can know: two calls of one fingerprint do not occur.
#[derive(Debug, Default)]
pub struct Known {
    keys: [RandomState; 2],
    met: HashSet<u128>,
}

impl Known {
    /// Whether a call is met for the first time.
    pub fn is_new(&mut self, request: &Request<'_>) -> bool {
        let identity = self.identity(request);
        self.met.insert(identity)
    }

    /// What makes two calls the same: panel, function and parameters, in order.
    pub fn identity(&self, request: &Request<'_>) -> u128 {
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
        add(b' ', &|out| out.extend_from_slice(request.manager().as_bytes()));
        add(b'?', &|out| request.clean.function.encode(out));
        for argument in request.params() {
            add(b'&', &|out| argument.name.encode(out));
            match argument.value {
                Value::Text(text) => add(b'=', &|out| text.encode(out)),
                Value::Env(variable) | Value::Variable(variable) => {
                    add(b'$', &|out| out.extend_from_slice(variable.as_bytes()));
                }
            }
        }
        let [high, low] = hashers.map(|hasher| u128::from(hasher.finish()));
        high << 64 | low
    }
}
