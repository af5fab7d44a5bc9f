//! Cleaning: which parameters a call needs, and why the others go.
//!
//! In: a [`Record`] and the [`Rules`] of the command line. Out: a [`CleanRequest`] whose parameters are an in-order
//! selection of the logged ones, and every parameter that was taken out with its [`Reason`]: a silent loss would make
//! users distrust the snippet. Values are never altered, except that `--out`, `--lang` and `--su USER` replace theirs.

pub mod names;
pub mod noise;
pub mod secret;
pub mod variable;

pub use names::NamePatterns;
pub use variable::Variables;

use crate::record::{Record, Unreadable};
use crate::request::effect::Effect;
use crate::request::{self, Name, Param, Text};
use secret::EnvNames;

/// What to strip, and what to do about secrets and accounts.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    /// Parameters to leave out, whatever they are.
    pub drop: NamePatterns,
    /// Parameters that stay, even noise, empty and masked ones. Wins over `drop`.
    pub keep: NamePatterns,
    /// Empty values stay.
    pub keep_empty: bool,
    /// How much goes by itself.
    pub strip: Strip,
    /// What becomes of masked secrets.
    pub masked: Masked,
    /// What becomes of secrets that were logged in clear.
    pub secrets: Secrets,
    /// Which account the call works as.
    pub su: Su,
    /// What becomes a variable of the snippet, whatever its value; a secret keeps its own way into the call.
    pub variables: Variables,
    /// Adds or replaces `lang`.
    pub lang: Option<String>,
    /// Adds or replaces `out`.
    pub out: Option<String>,
}

/// How much is stripped without being named.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Strip {
    /// Nothing but credentials.
    Nothing,
    /// Noise, empty values and masked ones.
    #[default]
    Noise,
    /// The interface's helpers too.
    Helpers,
}

/// What becomes of a secret that the panel masked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Masked {
    /// It is left out.
    #[default]
    Omit,
    /// The snippet takes it from the environment.
    Env,
}

/// What becomes of a secret that the panel logged in clear.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Secrets {
    /// The snippet takes it from the environment.
    #[default]
    Env,
    /// The snippet holds it.
    Show,
}

/// Where a call's `su` comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Su {
    /// The logged user, unless that is root or the request has a `su` of its own.
    #[default]
    Auto,
    /// Only what was logged as a parameter.
    Never,
    /// This account, whatever was logged.
    User(String),
}

/// A request without what only the interface needs.
#[derive(Debug)]
pub struct CleanRequest<'a> {
    /// What it was made from.
    pub record: &'a Record<'a>,
    /// The function, which is no parameter here.
    pub function: Text<'a>,
    /// What the call needs, in logged order.
    pub params: Vec<CleanParam<'a>>,
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
    /// Whether it changes something on the server.
    pub changes: bool,
    /// How many of `params` are placeholders or masks.
    pub special_params: usize,
}

/// A parameter that stays.
#[derive(Debug)]
pub struct CleanParam<'a> {
    /// Its name.
    pub name: Text<'a>,
    /// Its value, or where to get it.
    pub value: Value<'a>,
}

/// What a snippet sends for a parameter.
#[derive(Debug)]
pub enum Value<'a> {
    /// What was logged.
    Text(Text<'a>),
    /// The content of this environment variable, when the snippet runs.
    Env(String),
    /// No secret, but given by this variable when the snippet runs.
    Variable(String),
}

impl CleanRequest<'_> {
    /// All that a call carries beside its function, in order: the parameters, then what was added to them.
    /// `default_out` is the response format if neither log nor command line names one.
    pub fn arguments(&self, default_out: Option<&'static str>) -> impl Iterator<Item = Argument<'_>> {
        let logged = self.params.iter().map(|param| Argument { name: param.name, value: param.value.borrowed() });
        let added = self.added(default_out);
        logged.chain(added.map(|(name, value)| Argument { name, value: ArgumentValue::Text(value) }))
    }

    /// The arguments that were not logged.
    pub fn added(&self, default_out: Option<&'static str>) -> impl Iterator<Item = (Text<'_>, Text<'_>)> {
        let out = self.out.or(default_out.filter(|_| !self.has_out).map(plain));
        let added = [("su", self.su), ("lang", self.lang), ("out", out)];
        added.into_iter().filter_map(|(name, value)| Some((plain(name), value?)))
    }
}

/// One argument of a call.
#[derive(Debug, Clone, Copy)]
pub struct Argument<'a> {
    /// Its name.
    pub name: Text<'a>,
    /// Its value.
    pub value: ArgumentValue<'a>,
}

/// A [`Value`], borrowed.
#[derive(Debug, Clone, Copy)]
pub enum ArgumentValue<'a> {
    /// What to send.
    Text(Text<'a>),
    /// The variable that holds the secret.
    Env(&'a str),
    /// The variable that gives it.
    Variable(&'a str),
}

impl Value<'_> {
    fn borrowed(&self) -> ArgumentValue<'_> {
        match self {
            Self::Text(text) => ArgumentValue::Text(*text),
            Self::Env(name) => ArgumentValue::Env(name),
            Self::Variable(name) => ArgumentValue::Variable(name),
        }
    }
}

/// A parameter that went.
#[derive(Debug, Clone, Copy)]
pub struct Removed<'a> {
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

impl Rules {
    /// Cleans one request. `line` is what the record was found in, for the place in an error.
    ///
    /// # Errors
    /// A request without a function calls nothing.
    pub fn clean<'a>(
        &'a self,
        record: &'a Record<'a>,
        line: &[u8],
        reuse: Buffers,
    ) -> Result<CleanRequest<'a>, Unreadable> {
        let mut function = None;
        let mut effect = Effect::default();
        let mut special_params = 0;
        let mut su = self.su(record);
        let mut out = Choice::replacing(self.out.as_deref());
        let mut lang = Choice::replacing(self.lang.as_deref());
        let mut env = EnvNames::default();
        let mut params: Vec<CleanParam<'a>> = recycle(reuse.params);
        let mut removed: Vec<Removed<'a>> = recycle(reuse.removed);
        for param in request::params(record.payload) {
            if self.lets_pass(&param) {
                params.push(CleanParam { name: param.name, value: Value::Text(param.value) });
                continue;
            }
            let decoded = param.name.decode();
            let name = Name::of(&decoded);
            if name == Name::Function && function.is_none() {
                function = Some(param);
                continue;
            }
            effect.see(name, &param.value);
            let value = match self.fate(name, &decoded, &param.value) {
                Fate::Goes(reason) => {
                    removed.push(Removed { name: param.name, reason });
                    continue;
                }
                Fate::FromEnv(variable) => Value::Env(env.name_or(variable, &decoded)),
                Fate::Variable(variable) => Value::Variable(env.distinct(variable)),
                Fate::Stays => Value::Text(match name {
                    Name::Out => out.instead_of(param.value),
                    Name::Lang => lang.instead_of(param.value),
                    Name::Su => su.instead_of(param.value),
                    _ => param.value,
                }),
            };
            for (choice, own) in [(&mut out, Name::Out), (&mut lang, Name::Lang), (&mut su, Name::Su)] {
                choice.logged |= name == own;
            }
            special_params += usize::from(!matches!(value, Value::Text(_)) || param.value.is_mask());
            params.push(CleanParam { name: param.name, value });
        }
        let function = request::function(function, record, line)?;
        let changes = effect.changes(&function.decode());
        let has_out = out.logged;
        let (su, lang, out) = (su.added(), lang.added(), out.added());
        Ok(CleanRequest { record, function, params, su, lang, out, has_out, removed, changes, special_params })
    }

    /// Whether a parameter is as nearly all are: nothing in its name and no rule of the command line says anything about
    /// it. What this does not let pass is looked at again, step by step.
    #[inline]
    fn lets_pass(&self, param: &Param<'_>) -> bool {
        let name = param.name.logged();
        param.name.is_safe()
            && !param.value.is_empty()
            && !param.value.is_mask()
            && Name::of(name) == Name::Other
            && !secret::may_name_secret(name)
            && self.drop.is_empty()
            && self.variables.is_empty()
            && self.strip != Strip::Helpers
    }

    fn fate(&self, name: Name, decoded: &[u8], value: &Text<'_>) -> Fate<'_> {
        if name == Name::Credential {
            return Fate::Goes(Reason::Credential);
        }
        let masked = value.is_mask();
        let kept = self.keep.matches(decoded);
        if !kept && self.drop.matches(decoded) {
            return Fate::Goes(Reason::Dropped);
        }
        if let Some(variable) = self.variables.of(decoded) {
            let secret = masked || secret::is_secret(decoded, value);
            return if secret { Fate::FromEnv(Some(variable)) } else { Fate::Variable(variable) };
        }
        if masked && self.masked == Masked::Env && !decoded.is_empty() {
            return Fate::FromEnv(None);
        }
        if !kept && self.strip != Strip::Nothing {
            if name == Name::Noise {
                return Fate::Goes(Reason::Noise);
            }
            if masked {
                return Fate::Goes(Reason::Masked);
            }
            if value.is_empty() && !self.keep_empty {
                return Fate::Goes(Reason::Empty);
            }
            if self.strip == Strip::Helpers && noise::is_helper(decoded, value) {
                return Fate::Goes(Reason::Helper);
            }
        }
        let hidden = self.secrets == Secrets::Env && !masked && secret::is_secret(decoded, value);
        if hidden { Fate::FromEnv(None) } else { Fate::Stays }
    }

    fn su<'a>(&'a self, record: &'a Record<'a>) -> Choice<'a> {
        match &self.su {
            Su::Never => Choice::default(),
            Su::User(name) => Choice::replacing(Some(name)),
            Su::Auto => {
                let user = record.acting_user().filter(|user| *user != b"root");
                Choice { otherwise: user.map(Text::plain), ..Choice::default() }
            }
        }
    }
}

/// What the command line says about a parameter that may have been logged too.
#[derive(Default)]
struct Choice<'a> {
    /// Takes the place of every one that was logged.
    replaces: Option<Text<'a>>,
    /// Is added if none was.
    otherwise: Option<Text<'a>>,
    logged: bool,
}

impl<'a> Choice<'a> {
    fn replacing(text: Option<&'a str>) -> Self {
        let text = text.map(plain);
        Self { replaces: text, otherwise: text, logged: false }
    }

    fn instead_of(&mut self, logged: Text<'a>) -> Text<'a> {
        self.logged = true;
        self.replaces.unwrap_or(logged)
    }

    fn added(&self) -> Option<Text<'a>> {
        self.otherwise.filter(|_| !self.logged)
    }
}

enum Fate<'r> {
    Stays,
    /// By the variable that the command line gives it, or by its usual one.
    FromEnv(Option<&'r str>),
    Variable(&'r str),
    Goes(Reason),
}

fn plain(text: &str) -> Text<'_> {
    Text::plain(text.as_bytes())
}

/// The lists of an earlier request, to be filled again: a long log allocates them once.
#[derive(Debug, Default)]
pub struct Buffers {
    params: Vec<CleanParam<'static>>,
    removed: Vec<Removed<'static>>,
}

impl From<CleanRequest<'_>> for Buffers {
    fn from(used: CleanRequest<'_>) -> Self {
        Self { params: recycle(used.params), removed: recycle(used.removed) }
    }
}

/// An emptied list for items of another lifetime; the standard library keeps the allocation.
fn recycle<A, B>(mut list: Vec<A>) -> Vec<B> {
    list.clear();
    list.into_iter().map(|_| unreachable!("the list is empty")).collect()
}

#[cfg(test)]
mod tests;
