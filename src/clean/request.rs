//! What cleaning gives: the request as it is to be called, and what went.

use crate::record::Record;
use crate::request::effect::{Effect, GROUP_EDIT, Signs};
use crate::request::{Param, ParamRange, Query, Text};
use std::borrow::Cow;

/// A request without what only the interface needs.
#[derive(Debug)]
pub(crate) struct CleanRequest<'a> {
    /// What it was made from.
    pub record: &'a Record<'a>,
    /// The function, which is no parameter here.
    pub function: Text<'a>,
    /// What the call needs, in logged order.
    pub kept: Vec<Kept<'a>>,
    /// The account to work as, if that is not a parameter already.
    pub su: Option<Text<'a>>,
    /// A language that the command line asks for and the log does not have.
    pub lang: Option<Text<'a>>,
    /// A response format that the command line asks for and the log does not have.
    pub out: Option<Text<'a>>,
    /// Whether the parameters have an `out`, so that no default is needed.
    pub has_out: bool,
    /// What went, in logged order.
    pub removed: Vec<Removed<'a>>,
    /// All that was logged.
    pub(crate) query: Query<'a>,
    /// What the parameters say about its effect.
    pub(crate) signs: Signs,
    /// How many parameters are placeholders or masks.
    pub special_params: usize,
}

/// What stays of a request.
#[derive(Debug)]
pub(crate) enum Kept<'a> {
    /// Neighbours that are sent as they were logged. Most of a log is such, so it is not taken apart before it must be.
    Range(ParamRange<'a>),
    /// Any other.
    Param(Argument<'a>),
}

/// One parameter of a call.
#[derive(Debug, Clone)]
pub struct Argument<'a> {
    /// Its name.
    pub name: Text<'a>,
    /// Its value, or where to get it.
    pub value: Value<'a>,
}

/// What a call sends for a parameter.
#[derive(Debug, Clone)]
pub enum Value<'a> {
    /// This text.
    Text(Text<'a>),
    /// A secret: the content of this environment variable, when the snippet runs.
    Env(Cow<'a, str>),
    /// Not a secret, but given by this variable when the snippet runs.
    Variable(Cow<'a, str>),
}

impl<'a> Value<'a> {
    /// The same, borrowed.
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
    /// The function that the request is about: where `groupedit` opens or saves a form for several objects, that form's.
    pub(crate) fn action(&self) -> Text<'a> {
        self.faction().unwrap_or(self.function)
    }

    /// The form that `groupedit` is for.
    pub(crate) fn faction(&self) -> Option<Text<'a>> {
        let faction = if self.function.is(GROUP_EDIT) { self.query.value("faction") } else { None };
        faction.filter(|faction| !faction.is_empty() && !faction.is_mask())
    }

    /// Whether it changes something on the server.
    pub(crate) fn changes(&self) -> bool {
        self.signs.changes(&self.action().decode(), || self.query.value("clicked_button"))
    }

    /// What it does on the server. Few formats ask, so it is found out at each call.
    pub(crate) fn effect(&self) -> Effect {
        self.signs.effect(&self.action().decode(), || self.query.value("clicked_button"))
    }

    /// All that a call carries beside its function, in order: the parameters, then what was added to them.
    /// `default_out` is the response format if neither log nor command line names one.
    pub(crate) fn arguments(&self, default_out: Option<&'static str>) -> impl Iterator<Item = Argument<'_>> {
        let added = self.added(default_out);
        self.params().chain(added.map(|(name, value)| Argument { name, value: Value::Text(value) }))
    }

    /// The arguments that were logged, one by one.
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

    /// The arguments that were not logged.
    pub(crate) fn added(&self, default_out: Option<&'static str>) -> impl Iterator<Item = (Text<'_>, Text<'_>)> {
        let out = self.out.or(default_out.filter(|_| !self.has_out).map(|out| Text::plain(out.as_bytes())));
        let added = [("su", self.su), ("lang", self.lang), ("out", out)];
        added.into_iter().filter_map(|(name, value)| Some((Text::plain(name.as_bytes()), value?)))
    }
}

/// A parameter that went.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Removed<'a> {
    /// Its name.
    pub name: Text<'a>,
    /// Why.
    pub reason: Reason,
}

/// Why a parameter went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The interface's own bookkeeping.
    Noise,
    /// A helper of the interface, with `--tidy`.
    Helper,
    /// It has no value.
    Empty,
    /// The panel wrote `*` for it.
    Masked,
    /// A session or a login, which no snippet may hold.
    Credential,
    /// `--drop` names it.
    Dropped,
}

impl Reason {
    /// The word for it in the json target.
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
