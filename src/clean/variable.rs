//! Variables of a snippet: parameters whose values are set when it runs, so that one click becomes a reusable command.
//!
//! In: `NAME` or `NAME=VAR` as typed. Out: the parameters, and the variable of each.

use super::secret::EnvNames;
use crate::option::OptionError;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Parameters that become variables.
#[derive(Debug, Clone, Default)]
pub(crate) struct Variables(Vec<Given>);

#[derive(Debug, Clone)]
struct Given {
    parameter: String,
    variable: String,
    /// Whether any request had the parameter; shared by all threads.
    met: Arc<AtomicBool>,
}

impl Variables {
    /// Parses the typed texts.
    ///
    /// # Errors
    /// The first text that does not name a parameter, or not a variable.
    pub(super) fn new<S: AsRef<str>>(typed: &[S]) -> Result<Self, OptionError> {
        typed.iter().map(|text| Given::new(text.as_ref())).collect::<Result<_, _>>().map(Self)
    }

    /// The variables.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|given| given.variable.as_str())
    }

    /// The parameters that no request had so far.
    pub(super) fn unmet(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter(|given| !given.met.load(Ordering::Relaxed)).map(|given| given.parameter.as_str())
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a parameter with this name has a variable.
    #[inline]
    pub(super) fn have(&self, name: &[u8]) -> bool {
        self.0.iter().any(|given| given.parameter.as_bytes() == name)
    }

    /// The variable of a parameter, by its decoded name.
    pub(super) fn of(&self, name: &[u8]) -> Option<&str> {
        let given = self.0.iter().find(|given| given.parameter.as_bytes() == name)?;
        given.met.store(true, Ordering::Relaxed);
        Some(&given.variable)
    }
}

impl Given {
    fn new(text: &str) -> Result<Self, OptionError> {
        let fault = |reason: String| Err(OptionError::new(text, reason));
        let (parameter, variable) = match text.split_once('=') {
            Some(("" | "func", _)) => ("", String::new()),
            Some((name, variable)) => (name, variable.to_owned()),
            None if text == "func" => ("", String::new()),
            None => (text, usual(text)),
        };
        // The panel's function is not a parameter, and a parameter has a name.
        if parameter.is_empty() || text.contains('*') {
            return fault("does not name a parameter; use NAME or NAME=VAR, as in elid or elid=DOMAIN".to_owned());
        }
        if !is_word(&variable) {
            return fault(format!(
                "does not name a variable: '{variable}' is not made of letters, digits and '_', or starts with a digit"
            ));
        }
        if EnvNames::is_login(&variable) {
            return fault(format!("names ${variable}, which contains the login; use another name"));
        }
        Ok(Self { parameter: parameter.to_owned(), variable, met: Arc::default() })
    }
}

fn is_word(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && !text.starts_with(|c: char| c.is_ascii_digit())
        && !text.is_empty()
}

/// `elid` becomes `ELID`. A name that a shell or a program may use itself gets a prefix, like secrets.
fn usual(name: &str) -> String {
    const OWN: [&str; 20] = [
        "BASH", "CDPATH", "COLUMNS", "EDITOR", "ENV", "HOME", "HOST", "IFS", "LANG", "LINES", "LOGNAME", "MAIL",
        "OPTIND", "PATH", "PWD", "SHELL", "STATUS", "TERM", "UID", "USER",
    ];
    let upper = |char: char| if char.is_ascii_alphanumeric() { char.to_ascii_uppercase() } else { '_' };
    let word: String = name.chars().map(upper).collect();
    if is_word(&word) && word.len() > 1 && !OWN.contains(&&*word) && word.bytes().any(|byte| byte != b'_') {
        word
    } else {
        format!("MGR_{word}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gets_a_variable_of_its_own() {
        for (typed, name, variable) in [
            ("elid", "elid", "ELID"),
            ("elid=DOMAIN", "elid", "DOMAIN"),
            ("elid=_x1", "elid", "_x1"),
            ("user.name", "user.name", "USER_NAME"),
            ("path", "path", "MGR_PATH"),
            ("2fa", "2fa", "MGR_2FA"),
            ("имя", "имя", "MGR____"),
        ] {
            assert_eq!(Variables::new(&[typed]).expect(typed).of(name.as_bytes()), Some(variable), "{typed}");
        }
        assert_eq!(Variables::new(&["elid"]).expect("valid").of(b"name"), None);
    }

    #[test]
    fn what_names_none_is_refused() {
        for typed in ["", "=X", "elid=", "elid=1X", "elid=A-B", "elid=$(id)", "e*=X", "func", "elid=MGR_AUTHINFO"] {
            assert!(Variables::new(&[typed]).is_err(), "{typed}");
        }
    }
}
