//! Detects parameters that contain secrets, and chooses the environment variables that replace them.
//!
//! The panel masks most secrets itself; some modules log theirs in clear text (`ipmipass`). The name makes a parameter
//! suspect, and the value may rule a secret out: `on` is a checkbox, not a password.

use crate::request::Text;
use std::collections::HashMap;

/// Endings of names, in lower case and without a trailing number.
const ENDINGS: &[&str] = &[
    "access_key",
    "accesskey",
    "api_key",
    "apikey",
    "auth_key",
    "confirm",
    "cvv",
    "otp",
    "pass",
    "pass_new",
    "passphrase",
    "passwd",
    "passwd_new",
    "password",
    "password_new",
    "pincode",
    "priv_key",
    "private_key",
    "privatekey",
    "pwd",
    "secret",
    "secret_key",
    "secretkey",
    "session_id",
    "sessionid",
    "ssl_key",
    "token",
    "token_id",
];

/// A name for the key of a row or a key to the panel; the panel's one-time keys have at least this length.
const KEY: (&[u8], usize) = (b"key", 16);

/// Values that are choices, not secrets.
const CHOICES: &[&str] = &["", "*", "0", "1", "no", "none", "null", "off", "ok", "on", "yes"];

/// Whether a parameter contains a secret in clear text.
pub(crate) fn is_secret(name: &[u8], value: &Text<'_>) -> bool {
    // Called for every parameter: the last letters rule out nearly all of them.
    may_name_secret(name)
        && ((name == KEY.0 && value.decode().len() >= KEY.1)
            || (names_secret(name) && !CHOICES.iter().any(|choice| value.is(choice))))
}

/// Parts of the names of possible secrets, in lower case, for uses where false positives are harmless.
const SUSPECTS: &[&str] = &[
    "auth", "cert", "code", "confirm", "crypt", "cvv", "hash", "key", "login", "otp", "pass", "pin", "pwd", "secret",
    "ses", "token", "value",
];

/// Whether the value of a parameter with this name should not be shown in a message, which a journal may keep. Matches
/// far more names than those of secrets: nobody misses a value in a message.
pub(crate) fn may_be_secret(name: &[u8]) -> bool {
    let name = name.to_ascii_lowercase();
    SUSPECTS.iter().any(|part| memchr::memmem::find(&name, part.as_bytes()).is_some())
}

/// Whether the name may end like the name of a secret, by its last three letters.
#[inline]
pub(super) fn may_name_secret(name: &[u8]) -> bool {
    let [.., third, second, last] = *name else { return false };
    let before = BEFORE_LAST[usize::from(last)];
    last.is_ascii_digit() || (before[0] & letter_bit(third) != 0 && before[1] & letter_bit(second) != 0)
}

/// For each last letter of an ending, the letters before it in any ending; for both cases.
static BEFORE_LAST: [[u32; 2]; 256] = {
    let mut table = [[0; 2]; 256];
    let mut at = 0;
    while at < ENDINGS.len() {
        let [.., third, second, last] = *ENDINGS[at].as_bytes() else { panic!("an ending has three letters") };
        let cases = [last, last.to_ascii_uppercase()];
        let mut case = 0;
        while case < cases.len() {
            table[cases[case] as usize][0] |= letter_bit(third);
            table[cases[case] as usize][1] |= letter_bit(second);
            case += 1;
        }
        at += 1;
    }
    table
};

/// One bit per letter, the same for both cases. Other bytes share these bits: a false positive costs one slower check.
pub(super) const fn letter_bit(byte: u8) -> u32 {
    1 << (byte & 31)
}

/// Whether this is the name of a secret.
pub(crate) fn names_secret(name: &[u8]) -> bool {
    let end = name.iter().rposition(|byte| !byte.is_ascii_digit()).map_or(0, |last| last + 1);
    let end = if end < name.len() && name[..end].ends_with(b"_") { end - 1 } else { end };
    ends_in_secret(&name[..end])
}

fn ends_in_secret(name: &[u8]) -> bool {
    let mut left = name.last().map_or(0, |last| WITH_LAST[usize::from(last.to_ascii_lowercase())]);
    while left != 0 {
        let ending = ENDINGS[left.trailing_zeros() as usize].as_bytes();
        let start = name.len().checked_sub(ending.len());
        if start.is_some_and(|start| name[start..].eq_ignore_ascii_case(ending)) {
            return true;
        }
        left &= left - 1;
    }
    false
}

/// For each last letter, the endings with it, one bit each: few endings share their last letter.
static WITH_LAST: [u32; 256] = {
    let mut table = [0; 256];
    let mut at = 0;
    while at < ENDINGS.len() {
        let [.., last] = *ENDINGS[at].as_bytes() else { panic!("an ending has letters") };
        table[last as usize] |= 1 << at;
        at += 1;
    }
    table
};

/// Chooses variable names that are unique within a request: two secrets with one name are two secrets.
#[derive(Debug, Default)]
pub(crate) struct EnvNames {
    /// How often each name was requested.
    given: HashMap<String, u32>,
}

/// The variables of the login itself; a parameter must not use them.
const TAKEN: &[&str] = &["MGR_AUTHINFO", "MGR_SESSION"];

/// Secrets whose variables have no prefix.
const PLAIN: &[&str] = &["CONFIRM", "IPMIPASS", "PASS", "PASSWD", "PASSWORD"];

/// The maximum length of a parameter's name within a variable's name. A snippet repeats variables.
const LONGEST: usize = 64;

impl EnvNames {
    /// `passwd` becomes `PASSWD`. The sender of a request chooses its parameter names, so all except the usual ones get
    /// a prefix: no parameter can read `PATH`, `PGPASSWORD` or `GITHUB_TOKEN`.
    pub(crate) fn name(&mut self, param: &[u8]) -> String {
        let word: String = param
            .iter()
            .take(LONGEST)
            .map(|byte| if byte.is_ascii_alphanumeric() { byte.to_ascii_uppercase() as char } else { '_' })
            .collect();
        self.distinct(&if PLAIN.contains(&&*word) { word } else { format!("MGR_{word}") })
    }

    /// The given variable, or the default one of the parameter.
    pub(crate) fn name_or(&mut self, variable: Option<&str>, param: &[u8]) -> String {
        match variable {
            Some(variable) => self.distinct(variable),
            None => self.name(param),
        }
    }

    /// Whether a variable holds the login itself.
    pub(crate) fn is_login(variable: &str) -> bool {
        TAKEN.contains(&variable)
    }

    /// A variable with this name, and a number if the name is already in use.
    pub(crate) fn distinct(&mut self, base: &str) -> String {
        loop {
            let count = self.given.entry(base.to_owned()).or_insert(u32::from(TAKEN.contains(&base)));
            *count += 1;
            let name = if *count == 1 { base.to_owned() } else { format!("{base}_{count}") };
            // `PASS_2` may be the variable of another parameter.
            if *count == 1 || self.given.insert(name.clone(), 1).is_none() {
                return name;
            }
        }
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
            ("password_1", "x", true),
            ("passwd_new", "x", true),
            ("key", "abcdefghijklmnop12345", true),
            ("key", "14", false),
            ("key", "%2D%2D%2D%2D%2D%2D", false),
            ("domain_id", "14", false),
            ("passwd", "on", false),
            ("bypass", "off", false),
            ("password_length", "12", false),
            ("passive", "x", false),
            ("sok", "ok", false),
        ] {
            assert_eq!(is_secret(name.as_bytes(), &Text::encoded(value.as_bytes())), secret, "{name}={value}");
        }
    }

    #[test]
    fn every_ending_passes_the_quick_look() {
        for ending in ENDINGS {
            assert!(
                may_name_secret(ending.as_bytes()) && may_name_secret(ending.to_uppercase().as_bytes()),
                "{ending}"
            );
            assert!(may_be_secret(format!("X_{}2", ending.to_uppercase()).as_bytes()), "{ending}");
            assert!(may_name_secret(format!("{ending}_2").as_bytes()), "{ending}");
        }
    }

    #[test]
    fn variables_are_distinct_and_never_the_shells_own() {
        let mut names = EnvNames::default();
        for (param, variable) in [
            ("passwd", "PASSWD"),
            ("passwd", "PASSWD_2"),
            ("passwd_3", "MGR_PASSWD_3"),
            ("new-passwd", "MGR_NEW_PASSWD"),
            ("new-passwd", "MGR_NEW_PASSWD_2"),
            ("new-passwd_3", "MGR_NEW_PASSWD_3"),
            ("new-passwd", "MGR_NEW_PASSWD_4"),
            ("path", "MGR_PATH"),
            ("pwd", "MGR_PWD"),
            ("pgpassword", "MGR_PGPASSWORD"),
            ("session", "MGR_SESSION_2"),
            ("имя", "MGR_______"),
            (&"x".repeat(1000), &format!("MGR_{}", "X".repeat(64))),
            (&"x".repeat(1001), &format!("MGR_{}_2", "X".repeat(64))),
        ] {
            assert_eq!(names.name(param.as_bytes()), variable, "{param}");
        }
    }
}
