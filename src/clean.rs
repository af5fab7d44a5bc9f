//! Cleaning: selects the parameters that a call needs, and records why the others are removed.
//!
//! In: a [`Record`] and the [`Rules`] of the command line. Out: a [`CleanRequest`] whose parameters are an in-order
//! selection of the logged ones, and every removed parameter with its [`Reason`]: a silent loss would make users
//! distrust the snippet. Values are never altered, except that `--out`, `--lang` and `--su USER` replace the logged
//! ones.

pub(crate) mod names;
pub(crate) mod noise;
pub(crate) mod request;
pub(crate) mod secret;
pub(crate) mod variable;

pub(crate) use names::NamePatterns;
pub use request::{Argument, Reason, Value};
pub(crate) use request::{CleanRequest, Kept, Removed};
pub(crate) use variable::Variables;

use crate::option::{OptionError, setters};
use crate::record::{Expected, Record, Unreadable};
use crate::request::effect::Signs;
use crate::request::{LONGEST_CALL, Name, Query, Text};
use secret::EnvNames;

/// Which parameters to strip, and the treatment of secrets and accounts.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Rules {
    drop: NamePatterns,
    keep: NamePatterns,
    variables: Variables,
    /// Whether empty values are kept.
    pub keep_empty: bool,
    /// Which parameters are stripped by default.
    pub strip: Strip,
    /// The treatment of masked secrets.
    pub masked: Masked,
    /// The treatment of secrets that were logged in clear text.
    pub secrets: Secrets,
    /// The account that the call works as.
    pub su: Su,
    /// Adds or replaces `lang`.
    pub lang: Option<String>,
    /// Adds or replaces `out`.
    pub out: Option<String>,
}

/// Which parameters are stripped without being named.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Strip {
    /// Only credentials.
    Nothing,
    /// Noise, empty values and masked ones.
    #[default]
    Noise,
    /// The interface's helpers too.
    Helpers,
}

/// The treatment of a secret that the panel masked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Masked {
    /// It is left out.
    #[default]
    Omit,
    /// The snippet takes it from the environment.
    Env,
}

/// The treatment of a secret that the panel logged in clear text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Secrets {
    /// The snippet takes it from the environment.
    #[default]
    Env,
    /// The snippet contains it.
    Show,
}

/// The source of a call's `su`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Su {
    /// The logged user, unless that is root or the request has its own `su`.
    #[default]
    Auto,
    /// Only a logged parameter.
    Never,
    /// This account, whatever was logged.
    User(String),
}

impl Rules {
    setters! {
        keep_empty: bool, strip: Strip, masked: Masked, secrets: Secrets, su: Su, lang: Option<String>, out: Option<String>,
    }

    /// Removes all parameters with these names; a `*` matches any text.
    ///
    /// # Errors
    /// The patterns are too long.
    pub fn drop<S: AsRef<str>>(self, names: &[S]) -> Result<Self, OptionError> {
        Ok(Self { drop: NamePatterns::new(names)?, ..self })
    }

    /// Keeps parameters with these names, even noise, empty and masked ones. Overrides [`Rules::drop`].
    ///
    /// # Errors
    /// The patterns are too long.
    pub fn keep<S: AsRef<str>>(self, names: &[S]) -> Result<Self, OptionError> {
        Ok(Self { keep: NamePatterns::new(names)?, ..self })
    }

    /// Turns these parameters into variables of the snippet, each given as `NAME` or `NAME=VARIABLE`, whatever their
    /// values are. Secrets become environment variables.
    ///
    /// # Errors
    /// The first text that does not name a parameter, or not a variable.
    pub fn variables<S: AsRef<str>>(self, names: &[S]) -> Result<Self, OptionError> {
        Ok(Self { variables: Variables::new(names)?, ..self })
    }

    /// The names of the variables.
    pub fn variable_names(&self) -> impl Iterator<Item = &str> {
        self.variables.names()
    }

    /// The parameters of [`Rules::variables`] that no request had so far.
    pub fn unmet_variables(&self) -> impl Iterator<Item = &str> {
        self.variables.unmet()
    }

    /// Cleans one request. `line` is the line that contains the record, for the offset of an error; `scratch` receives
    /// the query.
    ///
    /// # Errors
    /// The request has no function, is too long, or has too many parameters.
    pub(crate) fn clean<'a>(
        &'a self,
        record: &'a Record<'a>,
        line: &[u8],
        scratch: &'a mut Vec<u8>,
        reuse: Buffers,
    ) -> Result<CleanRequest<'a>, Unreadable> {
        let mut function = None;
        let mut signs = Signs::default();
        let mut special_params = 0;
        let mut su = self.account(record);
        let mut out = Choice::replacing(self.out.as_deref());
        let mut lang = Choice::replacing(self.lang.as_deref());
        let mut env = EnvNames::default();
        let mut kept: Vec<Kept<'a>> = recycle(reuse.kept);
        let mut removed: Vec<Removed<'a>> = recycle(reuse.removed);
        let refused = |expected| {
            let at = crate::request::offset_within(line, record.payload).unwrap_or(line.len());
            Unreadable { expected, at }
        };
        let is_long = |front: usize| REPEATED * front + record.payload.len() > LONGEST_CALL;
        if is_long(line.len().saturating_sub(record.payload.len())) {
            return Err(refused(Expected::ShorterCall));
        }
        let query = Query::within_limits(record.payload, scratch).map_err(refused)?;
        let mut params = query.params();
        let has_rules = self.has_rules_for_all();
        loop {
            kept.extend(params.range(|name| !has_rules && lets_pass(name)).map(Kept::Range));
            let Some(param) = params.next() else { break };
            let decoded = param.name.decode();
            let name = Name::of(&decoded);
            if name == Name::Function && function.is_none() {
                function = Some(param);
                continue;
            }
            signs.see(name, &param.value);
            let value = match self.fate(name, &decoded, &param.value) {
                Fate::Goes(reason) => {
                    removed.push(Removed { name: param.name, reason });
                    continue;
                }
                Fate::FromEnv(variable) => Value::Env(env.name_or(variable, &decoded).into()),
                Fate::Variable(variable) => Value::Variable(env.distinct(variable).into()),
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
            kept.push(Kept::Param(Argument { name: param.name, value }));
        }
        let function = crate::request::function(function, record, line)?;
        if is_long(function.bytes().len()) {
            return Err(refused(Expected::ShorterCall));
        }
        let has_out = out.logged;
        let (su, lang, out) = (su.added(), lang.added(), out.added());
        Ok(CleanRequest { record, function, kept, su, lang, out, has_out, removed, query, signs, special_params })
    }

    /// Whether the command line has rules that may apply to any parameter.
    fn has_rules_for_all(&self) -> bool {
        !self.drop.is_empty() || !self.variables.is_empty() || self.strip == Strip::Helpers
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
            if name == Name::Noise || (name == Name::Out && self.out.is_none() && noise::is_interface_out(value)) {
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

    fn account<'a>(&'a self, record: &'a Record<'a>) -> Choice<'a> {
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

/// The weight of a byte of the function, or before the query: formats repeat these several times, each time longer.
const REPEATED: usize = 16;

/// Whether no rule applies to a name, as for nearly all names, if its value is neither empty nor masked. Other names
/// are checked step by step.
#[inline]
fn lets_pass(name: &[u8]) -> bool {
    Name::of(name) == Name::Other && !secret::may_name_secret(name)
}

/// An option for a parameter that may also have been logged.
#[derive(Default)]
struct Choice<'a> {
    /// Replaces all logged ones.
    replaces: Option<Text<'a>>,
    /// Is added if none was logged.
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
    /// From the variable that the command line names, or from its default variable.
    FromEnv(Option<&'r str>),
    Variable(&'r str),
    Goes(Reason),
}

fn plain(text: &str) -> Text<'_> {
    Text::plain(text.as_bytes())
}

/// The lists of an earlier request, for reuse: a long log allocates them only once.
#[derive(Debug, Default)]
pub(crate) struct Buffers {
    kept: Vec<Kept<'static>>,
    removed: Vec<Removed<'static>>,
}

impl From<CleanRequest<'_>> for Buffers {
    fn from(used: CleanRequest<'_>) -> Self {
        Self { kept: recycle(used.kept), removed: recycle(used.removed) }
    }
}

/// An emptied list for items with another lifetime; the standard library keeps the allocation.
fn recycle<A, B>(mut list: Vec<A>) -> Vec<B> {
    list.clear();
    list.into_iter().map(|_| unreachable!("the list is empty")).collect()
}

#[cfg(test)]
mod tests;
