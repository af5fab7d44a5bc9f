//! Derives the effect of a function from the words of its name.
//!
//! ```text
//! v2.vhost.hardreboot       a version in front does not count
//!          hardreboot       the last part is a verb, here with a prefix
//!    user.setdefault        or a verb with its object
//!    oauth.save.userdata    or the object of a verb in the middle
//!    user.delete.confirm    a deletion counts in any part
//!    user.delete.log        unless the last part is something to read
//! ```
//!
//! In: a decoded name. Out: an [`Effect`]. A name without a known verb reads: most functions are lists, whose names are
//! nouns.

mod lists;

use super::{Effect, GROUP_EDIT};
use lists::{
    BEFORE_OBJECT, BEHIND_OBJECT, BUTTONS, DELETING, DELETING_ALONE, DELETING_WITH_OBJECT, ENDINGS, IN_FRONT, LEAVING,
    NOUNS, NOUNS_TOO, ORDERING, READING, READING_ENDS, VERBS, WITH_OBJECT, WITH_OBJECT_APART,
};
use std::borrow::Cow;

/// The effect of a function that is called without a form.
pub(super) fn of_name(function: &[u8]) -> Effect {
    let name = lower(without_version(function));
    let (before, last) = name.rsplit_once('.').unwrap_or(("", &name));
    // In `service.changepricelist.pricelist` the last part is the object that is changed.
    if is_reading(last) && !before.ends_with(last) {
        return Effect::Reads;
    }
    if name.split('.').any(deletes) {
        return Effect::Deletes;
    }
    let changes = acts(last, !before.is_empty())
        || before.split('.').skip(1).any(wants_object)
        || (before.ends_with("order") && ORDERING.contains(&last))
        // `groupedit`: the form is not known here, so assume a change.
        || name == GROUP_EDIT;
    if changes { Effect::Changes } else { Effect::Reads }
}

/// The effect of a click on this button of a form.
pub(super) fn of_button(button: &[u8]) -> Effect {
    let button = lower(button);
    match () {
        () if deletes(&button) => Effect::Deletes,
        () if LEAVING.contains(&&*button) => Effect::Reads,
        () if BUTTONS.contains(&&*button) || acts(&button, true) => Effect::Changes,
        () => Effect::Reads,
    }
}

/// Whether a form of this name only sets what a list shows.
pub(super) fn is_filter(function: &[u8]) -> bool {
    let ending = function.len().checked_sub(6).map(|start| &function[start..]);
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case(b"filter"))
}

/// The name without `v2.` in front.
pub(super) fn without_version(function: &[u8]) -> &[u8] {
    let Some(digits) = function.strip_prefix(b"v") else { return function };
    let end = digits.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(digits.len());
    if end == 0 { function } else { digits[end..].strip_prefix(b".").unwrap_or(function) }
}

/// The name in lower case; `deleteAll` becomes `delete_all`.
fn lower(name: &[u8]) -> Cow<'_, str> {
    let name = String::from_utf8_lossy(name);
    if !name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return name;
    }
    let mut lower = String::with_capacity(name.len() + 4);
    let mut before = ' ';
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && before.is_ascii_lowercase() {
            lower.push('_');
        }
        lower.push(letter.to_ascii_lowercase());
        before = letter;
    }
    lower.into()
}

/// The words of a part, without trailing digits.
fn words(part: &str) -> impl DoubleEndedIterator<Item = &str> {
    let words = part.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.map(|word| word.trim_end_matches(|letter: char| letter.is_ascii_digit())).filter(|word| !word.is_empty())
}

fn is_reading(part: &str) -> bool {
    let last = words(part).next_back().unwrap_or_default();
    let has_verb = || WITH_OBJECT.iter().any(|verb| object(last, verb).is_some());
    READING.contains(&last)
        || last.ends_with("filter")
        || (READING_ENDS.iter().any(|end| last.ends_with(end)) && !has_verb())
}

/// Whether a part of a name contains a word for a deletion.
fn deletes(part: &str) -> bool {
    words(part).any(|word| {
        let stem = word.strip_suffix("all").unwrap_or(word);
        DELETING_ALONE.contains(&stem)
            || DELETING.iter().any(|verb| has_deletion(word, verb))
            || DELETING_WITH_OBJECT.iter().any(|verb| object(word, verb).is_some())
    })
}

/// `deleted` and `destroyed` are states: `deleted.list` only shows such objects. `undelete` reverts a deletion.
fn has_deletion(word: &str, verb: &str) -> bool {
    // Names are short: building a searcher would take longer than checking each offset.
    let (word, verb) = (word.as_bytes(), verb.as_bytes());
    (0..(word.len() + 1).saturating_sub(verb.len())).any(|at| {
        word[at] == verb[0]
            && word[at..]
                .strip_prefix(verb)
                .is_some_and(|behind| behind != b"d" && behind != b"ed" && !word[..at].ends_with(b"un"))
    })
}

/// Whether the last part of a name is a verb, alone or in one of its forms.
fn acts(part: &str, is_behind_dot: bool) -> bool {
    let mut words = words(part);
    let first = words.next().unwrap_or_default();
    match words.next_back() {
        None => is_verb(first, is_behind_dot),
        Some(last) => is_verb(last, false) || (takes_object_apart(first) && !is_reading(last)),
    }
}

fn is_verb(word: &str, is_behind_dot: bool) -> bool {
    VERBS.binary_search(&word).is_ok()
        || (is_behind_dot && NOUNS_TOO.contains(&word))
        || WITH_OBJECT.iter().any(|verb| object(word, verb).is_some())
        || IN_FRONT.iter().any(|front| {
            let verb = word.strip_prefix(front);
            verb.is_some_and(|verb| VERBS.binary_search(&verb).is_ok() || is_other_verb(verb))
        })
        || BEHIND_OBJECT.iter().any(|verb| word.strip_suffix(verb).is_some_and(|object| object.len() > 2))
}

/// Verbs that count only behind one of the `IN_FRONT` prefixes, or that cannot be the whole name.
fn is_other_verb(verb: &str) -> bool {
    NOUNS_TOO.contains(&verb)
        || DELETING.contains(&verb)
        || WITH_OBJECT.iter().any(|known| object(verb, known).is_some())
}

/// Whether a part in the middle of a name is a verb whose object comes next.
fn wants_object(part: &str) -> bool {
    words(part).any(|word| BEFORE_OBJECT.contains(&word) || WITH_OBJECT.iter().any(|verb| object(word, verb).is_some()))
}

fn takes_object_apart(word: &str) -> bool {
    WITH_OBJECT.contains(&word) || WITH_OBJECT_APART.contains(&word)
}

/// The object of a verb within one word: `pricelist` of `changepricelist`.
fn object<'w>(word: &'w str, verb: &str) -> Option<&'w str> {
    // Compare the first letters first: hardly any word passes.
    let object =
        if word.as_bytes().first() == verb.as_bytes().first() { word.strip_prefix(verb)? } else { return None };
    let is_noun = || ENDINGS.contains(&object) || NOUNS.iter().any(|noun| word.starts_with(noun));
    (object.len() > 1 && !is_noun()).then_some(object)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names of real functions and their effect without a form.
    const LABELLED: &str = include_str!("../../../testdata/effects.tsv");

    fn labelled() -> impl Iterator<Item = (Effect, &'static str)> {
        LABELLED.lines().filter(|line| !line.starts_with('#')).map(|line| match line.split_once('\t') {
            Some(("reads", name)) => (Effect::Reads, name),
            Some(("changes", name)) => (Effect::Changes, name),
            Some(("deletes", name)) => (Effect::Deletes, name),
            _ => panic!("not a label, a tab and a name: {line}"),
        })
    }

    /// The number of names with a label that `which` selects, and those that are misjudged.
    fn misjudged(
        which: impl Fn(Effect) -> bool,
        is_right: impl Fn(Effect, Effect) -> bool,
    ) -> (usize, Vec<&'static str>) {
        let names: Vec<_> = labelled().filter(|&(label, _)| which(label)).collect();
        let wrong = names.iter().filter(|(label, name)| !is_right(*label, of_name(name.as_bytes())));
        (names.len(), wrong.map(|&(_, name)| name).collect())
    }

    #[test]
    fn most_that_acts_is_seen_and_hardly_anything_that_reads_is_taken_for_it() {
        let (all, missed) = misjudged(|label| label != Effect::Reads, |_, judged| judged != Effect::Reads);
        assert!(all > 100 && missed.len() * 100 <= all * 3, "of {all} that act, these seem to read: {missed:?}");
        let (all, taken) = misjudged(|label| label == Effect::Reads, |_, judged| judged == Effect::Reads);
        assert!(all > 100 && taken.len() * 100 <= all, "of {all} that read, these seem to act: {taken:?}");
        let (all, missed) = misjudged(|label| label == Effect::Deletes, |_, judged| judged == Effect::Deletes);
        assert!(all > 20 && missed.is_empty(), "of {all} that delete, these seem not to: {missed:?}");
    }

    #[test]
    fn what_deletes_tells_by_a_word_of_its_name() {
        for (function, expected) in [
            ("delete", Effect::Deletes),
            ("vm.reinstall", Effect::Deletes),
            ("user.delete_all", Effect::Deletes),
            ("user.delete-all", Effect::Deletes),
            ("user.deleteall", Effect::Deletes),
            ("user.deleteAll", Effect::Deletes),
            ("user.massDelete", Effect::Deletes),
            ("user.Delete", Effect::Deletes),
            ("user.remove2", Effect::Deletes),
            ("cache.clear_all", Effect::Deletes),
            ("cache.clearall", Effect::Deletes),
            ("basket.clearbasket", Effect::Deletes),
            ("user.delete.confirm", Effect::Deletes),
            ("v2.user.delete", Effect::Deletes),
            ("user.undelete", Effect::Changes),
            ("user.delete.log", Effect::Reads),
            ("dropbox.edit", Effect::Reads),
            ("formatter.edit", Effect::Reads),
            ("clearance.list", Effect::Reads),
            ("deleted.list", Effect::Reads),
            ("destroyed.list", Effect::Reads),
            ("all", Effect::Reads),
            ("", Effect::Reads),
            ("...", Effect::Reads),
            ("v2.", Effect::Reads),
            ("webdomain.edit", Effect::Reads),
            ("service.suspend", Effect::Changes),
        ] {
            assert_eq!(of_name(function.as_bytes()), expected, "{function}");
        }
        assert_eq!(of_name(b"user.\xff.delete\xff"), Effect::Deletes);
    }

    #[test]
    fn nouns_that_start_or_end_like_a_verb_are_none() {
        for name in [
            "settings",
            "user.settings",
            "ip.address",
            "addon",
            "site.addons",
            "mail.delivery",
            "file.changelog",
            "task.updates",
            "user.created",
            "mail.sender",
            "postgres",
            "union",
            "unit",
            "report",
            "user.request",
            "import",
            "archive",
            "transfer",
            "runningoperation",
            "openvpn",
            "locale",
            "vm.reset_log",
        ] {
            assert_eq!(of_name(name.as_bytes()), Effect::Reads, "{name}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_name_is_judged(name: Vec<u8>, part in "[a-zA-Z._0-9я]{0,12}(delete|set|un|all|v2)[a-zя._]{0,6}") {
            of_name(&name);
            of_name(part.as_bytes());
            of_button(&name);
        }
    }

    #[test]
    fn the_verbs_are_sorted_for_the_search() {
        assert!(VERBS.is_sorted());
    }
}
