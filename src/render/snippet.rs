//! The buffer a target writes into. Colour is data beside the text and is painted by whoever owns the terminal, so that
//! with and without colour the text is the same.

use std::collections::HashMap;
use std::ops::Range;

/// Text, and what its parts are.
#[derive(Debug, Default)]
pub struct Snippet {
    /// The snippet with its line end.
    pub text: Vec<u8>,
    /// Parts worth a colour, in order and apart from each other.
    pub spans: Vec<Span>,
    /// Parameters that this target had to leave out, as notes name them: `passwd is a secret`.
    pub left_out: Vec<String>,
    /// Names given out, each with the last number that was put behind it: a log may call one function a million times.
    names: HashMap<String, u64>,
}

/// One part of a snippet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What it is.
    pub role: Role,
}

/// What a part of a snippet is, for a theme to give it a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A line for people.
    Comment,
    /// The panel's function.
    Function,
    /// Where a secret comes from.
    Secret,
}

impl Snippet {
    /// Empties the buffer but remembers the names given out: they are unique in the whole output.
    pub fn clear(&mut self) {
        self.text.clear();
        self.spans.clear();
        self.left_out.clear();
    }

    /// Empties the buffer and gives its memory back.
    pub fn release(&mut self) {
        (self.text, self.spans, self.left_out) = (Vec::new(), Vec::new(), Vec::new());
    }

    /// Appends text.
    pub fn push(&mut self, text: &str) {
        self.text.extend_from_slice(text.as_bytes());
    }

    /// Puts text in front of all that was appended, a comment line too.
    pub fn push_front(&mut self, text: &str) {
        self.text.splice(0..0, text.bytes());
        for Span { range, .. } in &mut self.spans {
            *range = range.start + text.len()..range.end + text.len();
        }
    }

    /// The text without its comment line, if it has one.
    pub fn without_comment(&self) -> Vec<u8> {
        let Some(comment) = self.spans.first().filter(|span| span.role == Role::Comment) else {
            return self.text.clone();
        };
        [&self.text[..comment.range.start], &self.text[comment.range.end + 1..]].concat()
    }

    /// Appends text that is a part of its own.
    pub fn mark(&mut self, role: Role, write: impl FnOnce(&mut Vec<u8>)) {
        let start = self.text.len();
        write(&mut self.text);
        self.spans.push(Span { range: start..self.text.len(), role });
    }

    /// `name`, or `name_2`, `name_3` ... if an earlier snippet has it.
    pub fn unique(&mut self, name: &str) -> String {
        if !self.is_given(name) {
            self.names.insert(name.to_owned(), 1);
            return name.to_owned();
        }
        let mut count = self.names.get(name).copied().unwrap_or(1);
        // Somebody else may be called `name_2` by birth.
        let numbered = loop {
            count += 1;
            let numbered = format!("{name}_{count}");
            if !self.names.contains_key(&numbered) {
                break numbered;
            }
        };
        self.names.insert(name.to_owned(), count);
        numbered
    }

    /// Whether a name was given out, as it is or with its number.
    fn is_given(&self, name: &str) -> bool {
        let is_numbered = |(base, number): (&str, &str)| {
            let number = number.parse::<u64>().ok().filter(|parsed| parsed.to_string() == number);
            number.is_some_and(|number| number > 1 && self.names.get(base).is_some_and(|&last| number <= last))
        };
        self.names.contains_key(name) || name.rsplit_once('_').is_some_and(is_numbered)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_move_with_what_is_put_in_front() {
        let mut snippet = Snippet::default();
        snippet.mark(Role::Comment, |out| out.extend_from_slice(b"# when"));
        snippet.push("\n");
        snippet.push_front("import a\n");
        snippet.mark(Role::Function, |out| out.extend_from_slice(b"call"));
        let parts: Vec<&[u8]> = snippet.spans.iter().map(|span| &snippet.text[span.range.clone()]).collect();
        assert_eq!(parts, [&b"# when"[..], b"call"]);
        assert_eq!(snippet.text, b"import a\n# when\ncall");
        assert_eq!(snippet.without_comment(), b"import a\ncall");
    }

    #[test]
    fn names_stay_unique_over_snippets() {
        let mut snippet = Snippet::default();
        assert_eq!(snippet.unique("a"), "a");
        assert_eq!(snippet.unique("a_2"), "a_2");
        snippet.clear();
        assert_eq!(snippet.unique("a"), "a_3");
        assert_eq!(snippet.unique("a"), "a_4");
        assert_eq!(snippet.unique("a_2"), "a_2_2");
        for name in ["a_3", "a_5", "a_5", "a", "a_04", "a_2_2", "a_1"] {
            snippet.unique(name);
        }
        assert_eq!(["a_3", "a_5", "a"].map(|name| snippet.unique(name)), ["a_3_3", "a_5_3", "a_7"]);
    }

    proptest::proptest! {
        #[test]
        fn no_name_is_given_twice(names in proptest::collection::vec("a(_[0-3]){0,3}", 0..60)) {
            let mut snippet = Snippet::default();
            let given: Vec<String> = names.iter().map(|name| snippet.unique(name)).collect();
            let distinct: std::collections::HashSet<&String> = given.iter().collect();
            proptest::prop_assert_eq!(distinct.len(), given.len(), "{:?}", given);
        }
    }
}
