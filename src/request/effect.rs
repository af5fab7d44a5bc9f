//! Whether a request changes something on the server. The panel has no list of its own, so this is a judgement, and it
//! only ever adds a word to a snippet or serves `--changes`; no snippet depends on it.

use super::{Name, Text};

/// Functions without a form tell by the last part of their name: `webdomain.delete`.
const VERBS: &[&str] = &[
    "abort",
    "accept",
    "activate",
    "approve",
    "block",
    "cancel",
    "clear",
    "close",
    "copy",
    "deactivate",
    "delete",
    "deny",
    "disable",
    "drop",
    "enable",
    "hardreboot",
    "install",
    "kill",
    "lock",
    "migrate",
    "move",
    "off",
    "on",
    "poweroff",
    "poweron",
    "prolong",
    "purge",
    "reboot",
    "rebuild",
    "reinstall",
    "reject",
    "relocate",
    "remove",
    "repair",
    "reset",
    "restart",
    "restore",
    "resume",
    "run",
    "setdefault",
    "shutdown",
    "start",
    "stop",
    "suspend",
    "terminate",
    "unblock",
    "uninstall",
    "unlock",
    "update",
    "upgrade",
];

/// What the parameters say about it.
#[derive(Debug, Default)]
pub struct Effect {
    applied: bool,
    refreshed: bool,
}

impl Effect {
    /// Takes one more parameter into account.
    pub fn see(&mut self, name: Name, value: &Text<'_>) {
        if !value.is_empty() {
            self.applied |= name == Name::Apply;
            self.refreshed |= name == Name::Refresh;
        }
    }

    /// `sok` applies a form, unless `sv_field` says that the form only refreshes itself; without a form the verb counts.
    pub fn changes(&self, function: &[u8]) -> bool {
        (self.applied && !self.refreshed) || is_verb(function)
    }
}

/// Functions that take something away for good, wherever in a name the word stands: `user.delete.confirm`.
const DELETING: &[&[u8]] = &[
    b"clear",
    b"delete",
    b"destroy",
    b"drop",
    b"erase",
    b"format",
    b"purge",
    b"reinstall",
    b"remove",
    b"terminate",
    b"uninstall",
    b"wipe",
];

/// Whether a call of the function, repeated on its own, would delete data or what it belongs to.
pub fn deletes(function: &[u8]) -> bool {
    function.split(|&byte| byte == b'.').any(|part| DELETING.contains(&part))
}

/// Whether nobody clicked for it: the interface asks these functions by itself, again and again.
pub fn is_background(function: &[u8]) -> bool {
    let within = |family: &[u8]| function.strip_prefix(family).is_some_and(|rest| matches!(rest, [] | [b'.', ..]));
    BACKGROUND.contains(&function) || FAMILIES.iter().any(|family| within(family)) || function.ends_with(b".banner")
}

const BACKGROUND: &[&[u8]] =
    &[b"backup2.item.info", b"errpage", b"periodic", b"progress.get", b"role.sync", b"sysinfostat", b"whoami"];

/// All that starts with these and a dot.
const FAMILIES: &[&[u8]] = &[b"authenticate", b"dashboard", b"longtask", b"osmgr", b"problems"];

fn is_verb(function: &[u8]) -> bool {
    let last = function.rsplit(|&byte| byte == b'.').next().unwrap_or(function);
    std::str::from_utf8(last).is_ok_and(|last| VERBS.binary_search(&last).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::params;

    #[test]
    fn forms_change_when_applied_and_verbs_always() {
        for (function, query, changing) in [
            ("processing.edit", "elid=14", false),
            ("processing.edit", "elid=14&sok=ok", true),
            ("processing.edit", "elid=14&sok=", false),
            ("processing.edit", "sok=ok&sv_field=type", false),
            ("service.order", "snext=ok", false),
            ("webdomain.delete", "elid=shop.example", true),
            ("vm.migrate", "elid=617", true),
            ("deleted.list", "", false),
        ] {
            let mut effect = Effect::default();
            params(query.as_bytes()).for_each(|param| effect.see(Name::of(&param.name.decode()), &param.value));
            assert_eq!(effect.changes(function.as_bytes()), changing, "{function} {query}");
        }
    }

    #[test]
    fn the_interface_asks_some_functions_by_itself() {
        for (function, background) in [
            ("progress.get", true),
            ("dashboard", true),
            ("dashboard.server", true),
            ("dashboards", false),
            ("user.banner", true),
            ("banner", false),
            ("problems.autosolve", true),
            ("whoami.edit", false),
            ("webdomain.edit", false),
        ] {
            assert_eq!(is_background(function.as_bytes()), background, "{function}");
        }
    }

    #[test]
    fn what_deletes_tells_by_a_part_of_its_name() {
        for (function, deleting) in [
            ("webdomain.delete", true),
            ("user.delete.confirm", true),
            ("delete", true),
            ("vm.reinstall", true),
            ("deleted.list", false),
            ("webdomain.edit", false),
            ("service.suspend", false),
        ] {
            assert_eq!(deletes(function.as_bytes()), deleting, "{function}");
        }
    }

    #[test]
    fn the_verbs_are_sorted_for_the_search() {
        assert!(VERBS.is_sorted());
    }
}
