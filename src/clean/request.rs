//! The result of cleaning: the request as it is called, and the removed parameters.

use crate::record::Record;
use crate::request::effect::{Effect, GROUP_EDIT, Signs};
use crate::request::{Param, ParamRange, Query, Text};
use std::borrow::Cow;

/// A request without the parameters that only the interface needs.
#[derive(Debug)]
pub(crate) struct CleanRequest<'a> {
    /// The record that it was parsed from.
    pub record: &'a Record<'a>,
    /// The function, which is not one of the parameters here.
    pub function: Text<'a>,
    /// The parameters of the call, in logged order.
    pub kept: Vec<Kept<'a>>,
    /// The account to work as, unless that is a parameter already.
    pub su: Option<Text<'a>>,
    /// A language that the command line sets and the log does not have.
    pub lang: Option<Text<'a>>,
    /// An answer format that the command line sets and the log does not have.
    pub out: Option<Text<'a>>,
    /// Whether the parameters have an `out`, so that no default is needed.
    pub has_out: bool,
    /// The removed parameters, in logged order.
    pub removed: Vec<Removed<'a>>,
    /// The whole logged query.
    pub(crate) query: Query<'a>,
    /// The state of the form, which shows the effect.
    pub(crate) signs: Signs,
    /// The number of parameters that are variables or masks.
    pub special_params: usize,
}

/// Parameters that are kept.
#[derive(Debug)]
pub(crate) enum Kept<'a> {
    /// Neighbouring parameters that are sent as they were logged. Most of a log is of this kind, so they are split only
    /// when needed.
    Range(ParamRange<'a>),
    /// Any other parameter.
    Param(Argument<'a>),
}

/// One parameter of a call.
#[derive(Debug, Clone)]
pub struct Argument<'a> {
    /// Its name.
    pub name: Text<'a>,
    /// Its value, or the variable that holds it.
    pub value: Value<'a>,
}

/// The value that a call sends for a parameter.
#[derive(Debug, Clone)]
pub enum Value<'a> {
    /// This text.
    Text(Text<'a>),
    /// A secret: the content of this environment variable, when the snippet runs.
    Env(Cow<'a, str>),
    /// Not a secret: the content of this variable, when the snippet runs.
    Variable(Cow<'a, str>),
}

impl<'a> Value<'a> {
    /// A copy that borrows.
    #[inline]
    pub fn as_ref(&self) -> Value<'_> {
        match self {
            Self::Text(text) => Value::Text(*text),
            Self::Env(name) => Value::Env(Cow::Borrowed(name)),
            Self::Variable(name) => Value::Variable(Cow::Borrowed(name)),
        }
    }

    /// The text, if it is known now.
    #[inline]
    pub fn text(&self) -> Option<Text<'a>> {
        if let Self::Text(text) = self { Some(*text) } else { None }
    }

    /// The variable that holds it, if it is not known now.
    pub fn variable(&self) -> Option<&str> {
        match self {
            Self::Text(_) => None,
            Self::Env(name) | Self::Variable(name) => Some(name),
        }
    }
}

impl<'a> CleanRequest<'a> {
    /// The function to show: where `groupedit` opens or saves a form for several objects, the function of that form.
    pub(crate) fn action(&self) -> Text<'a> {
        self.faction().unwrap_or(self.function)
    }

    /// The form that `groupedit` opens or saves.
    pub(crate) fn faction(&self) -> Option<Text<'a>> {
        let faction = if self.function.is(GROUP_EDIT) { self.query.value("faction") } else { None };
        faction.filter(|faction| !faction.is_empty() && !faction.is_mask())
    }

    /// Whether it changes something on the server.
    pub(crate) fn changes(&self) -> bool {
        self.signs.changes(&self.action().decode(), || self.query.value("clicked_button"))
    }

    /// Its effect on the server. Few formats need it, so it is computed at each call.
    pub(crate) fn effect(&self) -> Effect {
        self.signs.effect(&self.action().decode(), || self.query.value("clicked_button"))
    }

    /// All arguments of a call beside its function, in order: the parameters, then those that were added. `default_out`
    /// is the answer format if neither the log nor the command line sets one.
    pub(crate) fn arguments(&self, default_out: Option<&'static str>) -> impl Iterator<Item = Argument<'_>> {
        let added = self.added(default_out);
        self.params().chain(added.map(|(name, value)| Argument { name, value: Value::Text(value) }))
    }

    /// The logged arguments, one by one.
    pub(crate) fn params(&self) -> impl Iterator<Item = Argument<'_>> {
        self.kept.iter().flat_map(|kept| {
            let (range, param) = match kept {
                Kept::Range(range) => (Some(range.params()), None),
                Kept::Param(param) => (None, Some(Argument { name: param.name, value: param.value.as_ref() })),
            };
            let as_logged = |Param { name, value }| Argument { name, value: Value::Text(value) };
            range.into_iter().flatten().map(as_logged).chain(param)
        })
    }

    /// The arguments that were added.
    pub(crate) fn added(&self, default_out: Option<&'static str>) -> impl Iterator<Item = (Text<'_>, Text<'_>)> {
        let out = self.out.or(default_out.filter(|_| !self.has_out).map(|out| Text::plain(out.as_bytes())));
        let added = [("su", self.su), ("lang", self.lang), ("out", out)];
        added.into_iter().filter_map(|(name, value)| Some((Text::plain(name.as_bytes()), value?)))
    }
}

/// A removed parameter.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Removed<'a> {
    /// Its name.
    pub name: Text<'a>,
    /// The reason.
    pub reason: Reason,
}

/// Why a parameter was removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The interface's own bookkeeping.
    Noise,
    /// A helper of the interface; only with `--tidy`.
    Helper,
    /// It has no value.
    Empty,
    /// The panel logged `*` instead of its value.
    Masked,
    /// A session or a login, which snippets must not contain.
    Credential,
    /// `--drop` names it.
    Dropped,
}

impl Reason {
    /// The name of the reason in the json target.
    pub fn word(self) -> &'static str {
        match self {
            Self::Noise => "noise",
            Self::Helper => "helper",
            Self::Empty => "empty",
            Self::Masked => "masked",
            Self::Credential => "credential",
            Self::Dropped => "dropped",
        }
    }
}
