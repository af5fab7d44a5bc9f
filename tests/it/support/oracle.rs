//! Computes from a logged request what must arrive: all of it, without what is stripped by default, plus what a call
//! needs.
//!
//! The rules are those of the vendor's guide and of the manual, implemented independently of the program.

use super::form::{self, Pair};
use super::log::Logged;
use regex::bytes::Regex;
use std::sync::LazyLock;

/// Parameters that are stripped whatever their value.
const NOISE: [&str; 3] = ["sfrom", "operafake", "progressid"];
/// Values of `out` that only the interface requests; such a parameter is stripped too.
const INTERFACE_OUT: [&str; 2] = ["xjson", "sjson"];
/// Parameters that no snippet may contain.
const CREDENTIALS: [&str; 3] = ["auth", "authinfo", "sesid"];

/// What a call adds to the logged parameters or replaces.
#[derive(Debug, Clone, Default)]
pub(crate) struct Oracle<'a> {
    /// The login, which is sent first.
    pub(crate) login: Option<(&'a str, &'a [u8])>,
    /// The `out` of a request that has none.
    pub(crate) out: Option<&'a str>,
}

impl Oracle<'_> {
    /// The function, then the parameters in logged order. `from_env`: the parameters of this request whose values come
    /// from the environment, in order: masked ones, and secrets logged in clear text.
    ///
    /// `None` if the request has no function and so cannot be called.
    pub(crate) fn pairs(&self, logged: &Logged, from_env: &[Pair]) -> Option<Vec<Pair>> {
        let mut from_env = from_env.iter().peekable();
        let mut function = None;
        let mut kept: Vec<Pair> = Vec::new();
        for (name, value) in form::pieces(&logged.payload) {
            let (plain_name, plain_value) = (form::plain(name), form::plain(value));
            let of_interface = plain_name == b"out" && listed(&INTERFACE_OUT, &plain_value);
            if function.is_none() && plain_name == b"func" {
                function = Some((plain_name, plain_value));
            } else if listed(&CREDENTIALS, &plain_name) {
            } else if let Some(pair) = from_env.next_if(|(secret, _)| *secret == plain_name) {
                kept.push(pair.clone());
            } else if !of_interface && !listed(&NOISE, &plain_name) && value != b"*" && !value.is_empty() {
                kept.push((plain_name, plain_value));
            }
        }
        assert_eq!(from_env.next(), None, "{}: a secret that was never logged", logged.place);
        let function = function.filter(|(_, value)| !value.is_empty())?;
        let has = |name: &str, kept: &[Pair]| kept.iter().any(|(known, _)| known == name.as_bytes());
        if let Some(user) = acting_user(&logged.user).filter(|user| *user != b"root" && !has("su", &kept)) {
            kept.push((b"su".to_vec(), user.to_vec()));
        }
        if let Some(out) = self.out.filter(|_| !has("out", &kept)) {
            kept.push((b"out".to_vec(), out.as_bytes().to_vec()));
        }
        let login = self.login.map(|(name, value)| (name.as_bytes().to_vec(), value.to_vec()));
        Some(login.into_iter().chain([function]).chain(kept).collect())
    }
}

fn listed(table: &[&str], name: &[u8]) -> bool {
    table.iter().any(|known| known.as_bytes() == name)
}

/// `B` of `A#B(7)`, else the user. A name may contain parentheses; the last ones with a number are not part of it.
fn acting_user(user: &[u8]) -> Option<&[u8]> {
    static AS_OTHER: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^(?s-u:[^#]*)#(?<name>(?s-u:.*?))(?:\([0-9]+\))?$").expect("valid"));
    let name = AS_OTHER.captures(user).map_or(user, |found| found.name("name").map_or(user, |name| name.as_bytes()));
    Some(name).filter(|name| !name.is_empty())
}
