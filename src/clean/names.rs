//! Name patterns of `--drop` and `--keep`: names in which `*` matches any text.

/// A set of patterns.
#[derive(Debug, Clone, Default)]
pub(crate) struct NamePatterns(Vec<String>);

impl NamePatterns {
    /// Patterns that match whole names.
    pub(super) fn new<S: AsRef<str>>(patterns: &[S]) -> Self {
        Self(patterns.iter().map(|pattern| pattern.as_ref().to_owned()).collect())
    }

    /// Whether there is no pattern.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether one of the patterns matches this name.
    #[inline]
    pub(super) fn matches(&self, name: &[u8]) -> bool {
        self.0.iter().any(|pattern| fits(pattern, name))
    }
}

/// Whether a pattern matches the whole name.
pub(super) fn fits(pattern: &str, name: &[u8]) -> bool {
    let (pattern, mut rest) = (pattern.as_bytes(), name);
    let Some(star) = memchr::memchr(b'*', pattern) else { return pattern == name };
    // Check the start first: nearly every name differs there.
    match rest.strip_prefix(&pattern[..star]) {
        Some(behind) => rest = behind,
        None => return false,
    }
    let mut parts = pattern[star + 1..].split(|&byte| byte == b'*');
    let last = parts.next_back().unwrap_or_default();
    let Some(middle) = rest.strip_suffix(last) else { return false };
    rest = middle;
    // The first occurrence of a part leaves the most text for the parts after it.
    parts.all(|part| match memchr::memmem::find(rest, part) {
        Some(at) => {
            rest = &rest[at + part.len()..];
            true
        }
        None => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_anything_and_all_else_for_itself() {
        let patterns = NamePatterns::new(&["p_*", "*stat", "a.b", "имя*"]);
        for name in ["p_", "p_num", "clickstat", "stat", "a.b", "имя1"] {
            assert!(patterns.matches(name.as_bytes()), "{name}");
        }
        for name in ["xp_num", "stats", "axb", ""] {
            assert!(!patterns.matches(name.as_bytes()), "{name}");
        }
        assert!(patterns.matches(b"p_\xff\n"));
        assert!(!NamePatterns::default().matches(b""));
    }

    proptest::proptest! {
        #[test]
        fn stars_are_those_of_a_regular_expression(pattern in "[ab*]{0,8}", name in "[ab]{0,8}") {
            let regex = regex::Regex::new(&format!("^{}$", pattern.replace('*', ".*"))).expect("a pattern");
            proptest::prop_assert_eq!(fits(&pattern, name.as_bytes()), regex.is_match(&name));
        }
    }
}
