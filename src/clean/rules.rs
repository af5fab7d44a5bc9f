//! The rules of cleaning, as the command line or a caller sets them.
//!
//! In: options. Out: [`Rules`], which [`Rules::clean`] applies to each request.

use super::{NamePatterns, Variables};
use crate::option::{OptionError, setters};

/// Which parameters to strip, and the treatment of secrets and accounts.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Rules {
    pub(super) drop: NamePatterns,
    pub(super) keep: NamePatterns,
    pub(super) variables: Variables,
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
    #[must_use]
    pub fn drop<S: AsRef<str>>(self, names: &[S]) -> Self {
        Self { drop: NamePatterns::new(names), ..self }
    }

    /// Keeps parameters with these names, even noise, empty and masked ones. Overrides [`Rules::drop`].
    #[must_use]
    pub fn keep<S: AsRef<str>>(self, names: &[S]) -> Self {
        Self { keep: NamePatterns::new(names), ..self }
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
}
