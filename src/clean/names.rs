//! Name patterns of `--drop` and `--keep`: names in which `*` matches any text.

use crate::option::OptionError;
use regex::bytes::RegexSet;

/// A set of patterns.
#[derive(Debug, Clone, Default)]
pub(crate) struct NamePatterns(Option<RegexSet>);

impl NamePatterns {
    /// Compiles patterns that match whole names.
    ///
    /// # Errors
    /// The patterns are too long for the matcher.
    pub(super) fn new<S: AsRef<str>>(patterns: &[S]) -> Result<Self, OptionError> {
        if patterns.is_empty() {
            return Ok(Self(None));
        }
        let anchored = patterns.iter().map(|pattern| {
            let parts: Vec<String> = pattern.as_ref().split('*').map(regex::escape).collect();
            format!("^(?s-u:{})$", parts.join("(?-u:.)*"))
        });
        RegexSet::new(anchored).map(|set| Self(Some(set))).map_err(|error| {
            let typed: Vec<&str> = patterns.iter().map(AsRef::as_ref).collect();
            OptionError::new(&typed.join(" "), error.to_string())
        })
    }

    /// Whether there is no pattern.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Whether one of the patterns matches this name.
    pub(super) fn matches(&self, name: &[u8]) -> bool {
        self.0.as_ref().is_some_and(|set| set.is_match(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_anything_and_all_else_for_itself() {
        let patterns = NamePatterns::new(&["p_*", "*stat", "a.b", "имя*"]).expect("valid");
        for name in ["p_", "p_num", "clickstat", "stat", "a.b", "имя1"] {
            assert!(patterns.matches(name.as_bytes()), "{name}");
        }
        for name in ["xp_num", "stats", "axb", ""] {
            assert!(!patterns.matches(name.as_bytes()), "{name}");
        }
        assert!(patterns.matches(b"p_\xff\n"));
        assert!(!NamePatterns::default().matches(b""));
    }
}
