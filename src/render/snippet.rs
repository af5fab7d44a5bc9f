//! The buffer a target writes into. Colour is data beside the text and is painted by whoever owns the terminal, so that
//! with and without colour the text is the same.

use std::collections::HashSet;
use std::ops::Range;

/// Text, and what its parts are.
#[derive(Debug, Default)]
pub struct Snippet {
    /// The snippet with its line end.
    pub text: Vec<u8>,
    /// Parts worth a colour, in order and apart from each other.
    pub spans: Vec<Span>,
    /// Parameters that this target had to leave out, as notes name them.
    pub left_out: Vec<String>,
    names: HashSet<String>,
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

    /// Appends text.
    pub fn push(&mut self, text: &str) {
        self.text.extend_from_slice(text.as_bytes());
    }

    /// Appends text that is a part of its own.
    pub fn mark(&mut self, role: Role, write: impl FnOnce(&mut Vec<u8>)) {
        let start = self.text.len();
        write(&mut self.text);
        self.spans.push(Span { range: start..self.text.len(), role });
    }

    /// `name`, or `name_2`, `name_3` ... if an earlier snippet has it.
    pub fn unique(&mut self, name: &str) -> String {
        let mut unique = name.to_owned();
        let mut count = 1;
        while !self.names.insert(unique.clone()) {
            count += 1;
            unique = format!("{name}_{count}");
        }
        unique
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_unique_over_snippets() {
        let mut snippet = Snippet::default();
        assert_eq!(snippet.unique("a"), "a");
        assert_eq!(snippet.unique("a_2"), "a_2");
        snippet.clear();
        assert_eq!(snippet.unique("a"), "a_3");
    }
}
