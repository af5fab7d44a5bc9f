//! Whether a request changes something on the server, and whether it may delete. The panel has no list of its own, so both
//! are judgements: the one adds a word to a snippet and serves `--changes`, the other holds calls of a script back. What a
//! snippet sends never depends on them.

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
    "destroy",
    "disable",
    "drop",
    "enable",
    "erase",
    "format",
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
    "wipe",
];

/// What the parameters say about it.
#[derive(Debug, Default)]
pub(crate) struct Effect {
    applied: bool,
    refreshed: bool,
}

impl Effect {
    /// Takes one more parameter into account.
    pub(crate) fn see(&mut self, name: Name, value: &Text<'_>) {
        if !value.is_empty() {
            self.applied |= name == Name::Apply;
            self.refreshed |= name == Name::Refresh;
        }
    }

    /// `sok` applies a form, unless `sv_field` says that the form only refreshes itself; without a form the verb counts.
    pub(crate) fn changes(&self, function: &[u8]) -> bool {
        (self.applied && !self.refreshed) || is_verb(function)
    }
}

/// Words that mean a deletion wherever they stand in a name: `user.delete.confirm`, `user.delete_all`, `massdelete`.
const DELETING: &[&[u8]] =
    &[b"delete", b"destroy", b"erase", b"purge", b"reinstall", b"remove", b"terminate", b"uninstall", b"wipe"];

/// Words that do so as words of their own, alone or with `all`: `dropbox` and `formatter` are other words.
const DELETING_ALONE: &[&[u8]] = &[b"clear", b"drop", b"format"];

/// Whether a call of the function, repeated on its own, may delete data or what it belongs to. It rather says so of too
/// many than of too few: a call that was held back by mistake is one to let go, and a deletion cannot be taken back.
pub(crate) fn deletes(function: &[u8]) -> bool {
    function.split(|byte| !byte.is_ascii_alphabetic()).any(|word| {
        let stem = word
            .len()
            .checked_sub(3)
            .filter(|&end| word[end..].eq_ignore_ascii_case(b"all"))
            .map_or(word, |end| &word[..end]);
        DELETING_ALONE.iter().any(|verb| stem.eq_ignore_ascii_case(verb))
            || (0..word.len()).any(|at| DELETING.iter().any(|verb| starts_with_verb(&word[at..], verb)))
    })
}

/// `deleted` and `destroyed` are states: `deleted.list` only shows what is so.
fn starts_with_verb(word: &[u8], verb: &[u8]) -> bool {
    word.split_at_checked(verb.len()).is_some_and(|(start, rest)| {
        start.eq_ignore_ascii_case(verb) && !rest.eq_ignore_ascii_case(b"d") && !rest.eq_ignore_ascii_case(b"ed")
    })
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
    use crate::request::Params;

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
            ("disk.destroy", "elid=1", true),
            ("disk.erase", "elid=1", true),
            ("disk.format", "elid=1", true),
            ("disk.wipe", "elid=1", true),
            ("user.delete.confirm", "elid=1", false),
        ] {
            let mut effect = Effect::default();
            Params::new(query.as_bytes()).for_each(|param| effect.see(Name::of(&param.name.decode()), &param.value));
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
            ("disk.format", true),
            ("user.delete_all", true),
            ("user.delete-all", true),
            ("user.deleteall", true),
            ("user.deleteAll", true),
            ("massdelete", true),
            ("user.Delete", true),
            ("user.remove2", true),
            ("cache.clear_all", true),
            ("cache.clearall", true),
            ("dropbox.edit", false),
            ("format.list", true),
            ("formatter.edit", false),
            ("deleted.list", false),
            ("destroyed.list", false),
            ("all", false),
            ("", false),
            ("webdomain.edit", false),
            ("service.suspend", false),
        ] {
            assert_eq!(deletes(function.as_bytes()), deleting, "{function}");
        }
    }

    #[test]
    fn the_verbs_are_sorted_for_the_search_and_have_all_that_delete() {
        assert!(VERBS.is_sorted());
        for verb in DELETING.iter().chain(DELETING_ALONE) {
            assert!(is_verb(verb), "{verb:?}");
        }
    }
}
