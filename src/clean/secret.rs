//! Secrets: which parameters hold one, and the environment variable that stands in for it.
//!
//! The panel masks most secrets itself; some modules log theirs in clear (`ipmipass`). The name tells, and the value
//! may clear it of the suspicion: `on` is a checkbox, not a password.

use crate::request::Text;

/// Ends of names, in lower case and without a number behind them.
const ENDINGS: &[&str] = &[
    "api_key",
    "apikey",
    "auth_key",
    "confirm",
    "pass",
    "passphrase",
    "passwd",
    "password",
    "priv_key",
    "private_key",
    "privatekey",
    "pwd",
    "secret",
    "secret_key",
    "token",
];

/// Values that are choices, not secrets.
const CHOICES: &[&str] = &["", "*", "0", "1", "no", "none", "null", "off", "ok", "on", "yes"];

/// Whether a parameter holds a secret in clear.
pub fn is_secret(name: &[u8], value: &Text<'_>) -> bool {
    names_secret(name) && !CHOICES.iter().any(|choice| value.is(choice))
}

fn names_secret(name: &[u8]) -> bool {
    let end = name.iter().rposition(|byte| !byte.is_ascii_digit()).map_or(0, |last| last + 1);
    // Asked for every parameter: two letters rule out nearly all of them.
    let [.., before_last, last] = name[..end] else { return false };
    let tail = [before_last.to_ascii_lowercase(), last.to_ascii_lowercase()];
    matches!(&tail, b"ey" | b"rm" | b"ss" | b"se" | b"wd" | b"rd" | b"et" | b"en") && ends_in_secret(&name[..end])
}

fn ends_in_secret(name: &[u8]) -> bool {
    ENDINGS.iter().any(|ending| {
        let start = name.len().checked_sub(ending.len());
        start.is_some_and(|start| name[start..].eq_ignore_ascii_case(ending.as_bytes()))
    })
}

/// Hands out variable names, each once a request: two secrets of one name are two secrets.
#[derive(Debug, Default)]
pub struct EnvNames {
    given: Vec<String>,
}

/// The login itself; a parameter must not get hold of it.
const TAKEN: &[&str] = &["MGR_AUTHINFO", "MGR_SESSION"];

impl EnvNames {
    /// `passwd` becomes `PASSWD`. A name that does not speak of a secret gets a prefix, so that no parameter can ask
    /// for `PATH` or `HOME`; so does `pwd`, which every shell sets.
    pub fn name(&mut self, param: &[u8]) -> String {
        let word: String = param
            .iter()
            .map(|byte| if byte.is_ascii_alphanumeric() { byte.to_ascii_uppercase() as char } else { '_' })
            .collect();
        let own =
            names_secret(param) && !word.ends_with("PWD") && !word.starts_with(|first: char| first.is_ascii_digit());
        let base = if own { word } else { format!("MGR_{word}") };
        let mut name = base.clone();
        let mut count = 1;
        while self.given.contains(&name) || TAKEN.contains(&&*name) {
            count += 1;
            name = format!("{base}_{count}");
        }
        self.given.push(name.clone());
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_tells_and_the_value_may_clear_it() {
        for (name, value, secret) in [
            ("ipmipass", "hunter2", true),
            ("passwd", "x", true),
            ("Password2", "x", true),
            ("api_token", "abc", true),
            ("confirm", "hunter2", true),
            ("passwd", "on", false),
            ("bypass", "off", false),
            ("password_length", "12", false),
            ("passive", "x", false),
            ("sok", "ok", false),
        ] {
            assert_eq!(is_secret(name.as_bytes(), &Text::Encoded(value.as_bytes())), secret, "{name}={value}");
        }
    }

    #[test]
    fn every_ending_passes_the_quick_look() {
        for ending in ENDINGS {
            assert!(names_secret(ending.as_bytes()) && names_secret(ending.to_uppercase().as_bytes()), "{ending}");
        }
    }

    #[test]
    fn variables_are_distinct_and_never_the_shells_own() {
        let mut names = EnvNames::default();
        for (param, variable) in [
            ("passwd", "PASSWD"),
            ("passwd", "PASSWD_2"),
            ("new-passwd", "NEW_PASSWD"),
            ("path", "MGR_PATH"),
            ("pwd", "MGR_PWD"),
            ("1pass", "MGR_1PASS"),
            ("session", "MGR_SESSION_2"),
            ("имя", "MGR_______"),
        ] {
            assert_eq!(names.name(param.as_bytes()), variable, "{param}");
        }
    }
}
