//! Cleaning: selects the parameters that a call needs, and records why the others are removed.
//!
//! In: a [`Record`] and the [`Rules`] of the command line. Out: a [`CleanRequest`] whose parameters are an in-order
//! selection of the logged ones, and every removed parameter with its [`Reason`]: a silent loss would make users
//! distrust the snippet. Values are never altered, except that `--out`, `--lang` and `--su USER` replace the logged
//! ones.

pub(crate) mod names;
pub(crate) mod noise;
pub(crate) mod request;
mod rules;
pub(crate) mod secret;
pub(crate) mod variable;

pub(crate) use names::NamePatterns;
pub use request::{Argument, Reason, Value};
pub(crate) use request::{CleanRequest, Kept, Removed};
pub use rules::{Masked, Rules, Secrets, Strip, Su};
pub(crate) use variable::Variables;

use crate::record::{Expected, Record, Unreadable};
use crate::request::effect::Signs;
use crate::request::{LONGEST_CALL, Name, Query, Text};
use secret::EnvNames;

impl Rules {
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
            let range = params.range(|name| lets_pass(name) && !(has_rules && self.may_name(name)));
            kept.extend(range.map(Kept::Range));
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

    /// Whether one of these rules may apply to a parameter with this name.
    fn may_name(&self, name: &[u8]) -> bool {
        (self.strip == Strip::Helpers && noise::may_be_helper(name))
            || self.drop.matches(name)
            || self.variables.have(name)
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
