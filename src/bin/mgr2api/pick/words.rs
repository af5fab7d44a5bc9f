//! The typed filter: words that a row must contain, in any order and case; `!word` must not occur.

use regex::{Regex, RegexBuilder};

/// The filter as typed and as parsed.
#[derive(Debug, Default)]
pub(crate) struct Words {
    typed: String,
    words: Vec<Word>,
}

#[derive(Debug)]
struct Word {
    regex: Regex,
    must: bool,
}

impl Words {
    pub(crate) fn new(typed: String) -> Self {
        let words = typed.split_whitespace().filter_map(|word| {
            let (must, text) = word.strip_prefix('!').map_or((true, word), |text| (false, text));
            if text.is_empty() {
                return None;
            }
            // An escaped text always compiles, unless it is longer than anyone can type.
            let regex = RegexBuilder::new(&regex::escape(text)).case_insensitive(true).build().ok()?;
            Some(Word { regex, must })
        });
        let words = words.collect();
        Self { typed, words }
    }

    pub(crate) fn typed(&self) -> &str {
        &self.typed
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub(crate) fn want(&self, text: &str) -> bool {
        self.words.iter().all(|word| word.regex.is_match(text) == word.must)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_count_in_any_order_and_case() {
        let text = "09:07:51\nroot\nwebdomain.edit\nname=Иван (x)";
        for (typed, wanted) in [
            ("", true),
            ("  ", true),
            ("ROOT", true),
            ("edit root", true),
            ("иВАН", true),
            ("(x)", true),
            (".", true),
            ("root delete", false),
            ("!delete", true),
            ("root !edit", false),
            ("!", true),
            ("51 root", true),
        ] {
            assert_eq!(Words::new(typed.to_owned()).want(text), wanted, "{typed}");
        }
    }
}
