//! The buffer that a target writes into. Colour is stored as data beside the text and applied by the code that owns the
//! terminal, so the text is the same with and without colour.

use crate::request::Text;
use std::collections::HashMap;
use std::ops::Range;

/// Text, with the roles of its parts.
#[derive(Debug, Default)]
pub struct Snippet {
    /// The snippet with its line end.
    pub text: Vec<u8>,
    /// Parts to colour, in order and without overlaps.
    pub spans: Vec<Span>,
    /// Parameters that this target had to leave out, in the wording of notes: `passwd is a secret`.
    pub left_out: Vec<String>,
    /// Names in use, each with the last number appended to it: a log may call one function a million times.
    names: HashMap<String, u64>,
    /// The buffer of [`Snippet::decoded`].
    scratch: Vec<u8>,
}

/// One part of a snippet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The bytes of the text.
    pub range: Range<usize>,
    /// The role of these bytes.
    pub role: Role,
}

/// The role of a part, by which a theme chooses its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A comment line.
    Comment,
    /// The panel's function.
    Function,
    /// The variable of a secret.
    Secret,
}

impl Snippet {
    /// Empties the buffer but keeps the names in use: they are unique in the whole output.
    pub fn clear(&mut self) {
        self.text.clear();
        self.spans.clear();
        self.left_out.clear();
    }

    /// Empties the buffer and frees its memory.
    pub fn release(&mut self) {
        (self.text, self.spans, self.left_out) = (Vec::new(), Vec::new(), Vec::new());
        self.scratch = Vec::new();
    }

    /// Decodes a text and appends the output of `write` for it. The buffer is reused, because allocating one per text
    /// would cost more than everything else.
    pub(crate) fn decoded(&mut self, text: &Text<'_>, write: impl FnOnce(&[u8], &mut Vec<u8>)) {
        if text.is_safe() {
            return write(text.bytes(), &mut self.text);
        }
        self.scratch.clear();
        text.decode_into(&mut self.scratch);
        write(&self.scratch, &mut self.text);
    }

    /// Appends text.
    pub fn push(&mut self, text: &str) {
        self.text.extend_from_slice(text.as_bytes());
    }

    /// Inserts text before everything else, including a comment line.
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

    /// Appends text with a role.
    pub fn mark(&mut self, role: Role, write: impl FnOnce(&mut Vec<u8>)) {
        let start = self.text.len();
        write(&mut self.text);
        self.spans.push(Span { range: start..self.text.len(), role });
    }

    /// Returns `name`, or `name_2`, `name_3` ... if an earlier snippet uses it.
    pub fn unique(&mut self, name: &str) -> String {
        if !self.is_given(name) {
            self.names.insert(name.to_owned(), 1);
            return name.to_owned();
        }
        let mut count = self.names.get(name).copied().unwrap_or(1);
        // `name_2` may be the original name of another function.
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

    /// Whether a name is in use, as it is or with its number.
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
