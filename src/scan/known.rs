//! Calls that were seen before, for `--unique`.

use super::Request;
use crate::clean::Value;
use std::collections::HashSet;
use std::hash::{BuildHasher, Hasher, RandomState};

/// Calls that were seen before. It stores a fingerprint of each, with random keys of this run. Nobody who writes into a
/// log can know the keys, so nobody can construct two calls with one fingerprint.
#[derive(Debug, Default)]
pub struct Known {
    keys: [RandomState; 2],
    met: HashSet<u128>,
}

impl Known {
    /// Whether a call is seen for the first time.
    pub fn is_new(&mut self, request: &Request<'_>) -> bool {
        let identity = self.identity(request);
        self.met.insert(identity)
    }

    /// A fingerprint of panel, function and parameters, in order: equal for equal calls.
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
