//! Calls that were seen before, for `--unique`.

use super::Request;
use crate::clean::{Argument, Kept, Value};
use crate::large::{self, KEPT};
use crate::request::Text;
use std::collections::HashSet;
use std::hash::{BuildHasher, Hasher, RandomState};

/// Calls that were seen before. It stores a fingerprint of each, with random keys of this run. Nobody who writes into a
/// log can know the keys, so nobody can construct two calls with one fingerprint.
#[derive(Debug, Default)]
pub struct Known {
    keys: [RandomState; 2],
    met: HashSet<u128>,
    /// The text of the call whose fingerprint is computed.
    call: Vec<u8>,
}

impl Known {
    /// Whether a call is seen for the first time.
    pub fn is_new(&mut self, request: &Request<'_>) -> bool {
        let identity = self.identity(request);
        self.met.insert(identity)
    }

    /// A fingerprint of panel, function and parameters, in order: equal for equal calls.
    pub fn identity(&mut self, request: &Request<'_>) -> u128 {
        let call = &mut self.call;
        call.clear();
        large::expect(call, request.clean.record.payload.len());
        call.extend_from_slice(request.manager().as_bytes());
        call.push(b'?');
        request.clean.function.encode(call);
        for kept in &request.clean.kept {
            call.push(b'&');
            match kept {
                Kept::Range(range) => call.extend_from_slice(range.bytes()),
                Kept::Param(Argument { name, value }) => push(name, value, call),
            }
        }
        for (name, value) in request.clean.added(None) {
            call.push(b'&');
            push(&name, &Value::Text(value), call);
        }
        let [high, low] = [0, 1].map(|key| {
            let mut hasher = self.keys[key].build_hasher();
            hasher.write(call);
            u128::from(hasher.finish())
        });
        if call.len() > KEPT {
            *call = Vec::new();
        }
        high << 64 | low
    }
}

/// Appends a parameter percent-encoded, so that it contains no separators.
fn push(name: &Text<'_>, value: &Value<'_>, call: &mut Vec<u8>) {
    name.encode(call);
    match value {
        Value::Text(text) => {
            call.push(b'=');
            text.encode(call);
        }
        Value::Env(variable) | Value::Variable(variable) => {
            call.push(b'$');
            call.extend_from_slice(variable.as_bytes());
        }
    }
}
