//! The effect of a request on the server: it reads, changes or deletes.
//!
//! In: the function's name and the parameters that show the state of a form. Out: one [`Effect`], which is used
//! everywhere: the word in a comment, `--changes`, json, the picker's marks and the calls that a script holds back.
//! Panels publish no list of effects, so this is a heuristic; the content of a call never depends on it.
//!
//! A form changes something when it is applied (`sok`) or saved (`sv_field=save`), not when it is opened or refreshed.
//! A function without a form is judged by its name (see [`words`]), and so is the clicked button.

mod background;
mod words;

pub(crate) use background::is_background;

use super::{Name, Text};

/// The effect of a call; variants are ordered from the least to the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Effect {
    /// It only shows something.
    Reads,
    /// It changes something.
    Changes,
    /// It may delete data or the object that holds it. False positives are preferred: a call that was held back by
    /// mistake can be released, but a deletion cannot be undone.
    Deletes,
}

/// The function that opens and saves a form for several objects. Its `faction` parameter names the form.
pub(crate) const GROUP_EDIT: &str = "groupedit";

/// The state of a form, as its parameters show it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Signs {
    applied: bool,
    refreshed: bool,
}

impl Signs {
    /// Adds one more parameter.
    #[inline]
    pub(crate) fn see(&mut self, name: Name, value: &Text<'_>) {
        match name {
            Name::Apply => self.applied |= !value.is_empty(),
            Name::Refresh if value.is("save") => self.applied = true,
            Name::Refresh => self.refreshed |= !value.is_empty(),
            _ => {}
        }
    }

    /// Whether a call of this function changes something. An applied form is a change whatever its name.
    pub(crate) fn changes<'a>(self, function: &[u8], button: impl FnOnce() -> Option<Text<'a>>) -> bool {
        let is_applied = self.applied && !self.refreshed && !words::is_filter(function);
        is_applied || self.effect(function, button) != Effect::Reads
    }

    /// The effect of a call of this function. `button` is called only if its value can matter.
    pub(crate) fn effect<'a>(self, function: &[u8], button: impl FnOnce() -> Option<Text<'a>>) -> Effect {
        let by_name = words::of_name(function);
        if self.refreshed || by_name == Effect::Deletes {
            return by_name;
        }
        let by_button = button().map_or(Effect::Reads, |button| words::of_button(&button.decode()));
        // A filter is a form too, but it changes only what its list shows.
        let by_form = if self.applied && !words::is_filter(function) { Effect::Changes } else { Effect::Reads };
        by_name.max(by_button).max(by_form)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::Query;

    fn effect(function: &str, query: &str) -> Effect {
        let mut scratch = Vec::new();
        let query = Query::new(query.as_bytes(), &mut scratch);
        let mut signs = Signs::default();
        query.params().for_each(|param| signs.see(Name::of(&param.name.decode()), &param.value));
        signs.effect(function.as_bytes(), || query.value("clicked_button"))
    }

    #[test]
    fn forms_change_when_applied_and_verbs_always() {
        for (function, query, expected) in [
            ("processing.edit", "elid=14", Effect::Reads),
            ("processing.edit", "elid=14&sok=ok", Effect::Changes),
            ("processing.edit", "elid=14&sok=", Effect::Reads),
            ("processing.edit", "sok=ok&sv_field=type", Effect::Reads),
            ("support_tool_note", "sv_field=save&text=x", Effect::Changes),
            ("support_tool_note", "sok=ok&sv_field=save", Effect::Changes),
            ("service.order", "snext=ok", Effect::Reads),
            ("webdomain.delete", "elid=shop.example", Effect::Deletes),
            ("webdomain.delete", "elid=shop.example&sok=ok", Effect::Deletes),
            ("user.delete.confirm", "elid=1", Effect::Deletes),
            ("vm.migrate", "elid=617", Effect::Changes),
            ("vm.migrate", "elid=617&sv_field=node", Effect::Changes),
            ("payment.filter", "sok=ok&status=4", Effect::Reads),
            ("softexternal.setfilter", "sok=ok", Effect::Reads),
            ("v2.vhost.order.param", "period=1", Effect::Reads),
            ("v2.vhost.delete", "elid=1", Effect::Deletes),
        ] {
            assert_eq!(effect(function, query), expected, "{function} {query}");
        }
    }

    #[test]
    fn the_clicked_button_counts_as_a_name_does() {
        for (query, expected) in [
            ("clicked_button=ok&elid=1", Effect::Reads),
            ("clicked_button=next&snext=ok", Effect::Reads),
            ("clicked_button=cancel", Effect::Reads),
            ("clicked_button=&sok=", Effect::Reads),
            ("clicked_button=delete&elid=1", Effect::Deletes),
            ("clicked_button=clearbasket&sok=ok", Effect::Deletes),
            ("clicked%5Fbutton=dele%74e", Effect::Deletes),
            ("clicked_button=stop", Effect::Changes),
            ("clicked_button=createprofile&snext=ok", Effect::Changes),
            ("clicked_button=finish", Effect::Changes),
            ("not_clicked_button=delete", Effect::Reads),
            ("clicked_button=delete&sv_field=type", Effect::Reads),
        ] {
            assert_eq!(effect("basket", query), expected, "{query}");
        }
    }
}
