//! JSON documents whose shape is a serde struct.
//!
//! In: a struct with a gap in place of each text that differs from call to call, and the texts. Out: the JSON of the
//! struct, with the texts in the gaps. serde_json writes a shape only once per conversion: serializing each call took
//! twice as long.

use super::Snippet;
use serde::Serialize;

/// A text that differs from call to call.
pub(super) const GAP: &str = "\0";
/// A number that differs from call to call.
pub(super) const NUMBER: i64 = i64::MIN;

/// The texts around the gaps of a struct.
#[derive(Debug)]
pub(super) struct Shape(Vec<String>);

impl Shape {
    pub(super) fn new(value: &impl Serialize) -> Self {
        // Structs of texts and numbers can always be serialized.
        let text = serde_json::to_string(value).unwrap_or_default().replace(&NUMBER.to_string(), "\\u0000");
        Self(text.split("\\u0000").map(str::to_owned).collect())
    }

    pub(super) fn parts(&self) -> Parts<'_> {
        Parts(self.0.iter())
    }
}

/// The parts that were not appended yet.
pub(super) struct Parts<'a>(std::slice::Iter<'a, String>);

impl Parts<'_> {
    /// Appends the part before the next gap, or after the last one.
    pub(super) fn next(&mut self, out: &mut Snippet) {
        out.push(self.0.next().map_or("", String::as_str));
    }

    /// Appends a list, which must not be empty, and the part after it. The shape must have a list of two rows with two
    /// gaps each, which gives the texts within a row and between two rows.
    pub(super) fn list<T: Copy>(
        &mut self,
        rows: impl Iterator<Item = T>,
        name: impl Fn(T, &mut Snippet),
        value: impl Fn(T, &mut Snippet),
        out: &mut Snippet,
    ) {
        let [first, middle, between, _, last] = [(); 5].map(|()| self.0.next().map_or("", String::as_str));
        for (index, row) in rows.enumerate() {
            out.push(if index == 0 { first } else { between });
            name(row, out);
            out.push(middle);
            value(row, out);
        }
        out.push(last);
    }
}

/// Appends a value as JSON.
pub(super) fn push(value: &impl Serialize, out: &mut Snippet) {
    // Writing to memory cannot fail.
    let _ = serde_json::to_writer(&mut out.text, value);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Row {
        key: &'static str,
        value: &'static str,
    }

    #[derive(Serialize)]
    struct Whole {
        name: &'static str,
        rows: [Row; 2],
        size: i64,
        rest: &'static str,
    }

    #[test]
    fn texts_stand_in_the_gaps_of_the_struct() {
        let row = || Row { key: GAP, value: GAP };
        let shape = Shape::new(&Whole { name: GAP, rows: [row(), row()], size: NUMBER, rest: "\"" });
        for (rows, list) in
            [(1, r#"{"key":"0","value":"x"}"#), (2, r#"{"key":"0","value":"x"},{"key":"1","value":"x"}"#)]
        {
            let mut out = Snippet::default();
            let mut parts = shape.parts();
            parts.next(&mut out);
            out.push("a");
            parts.list(0..rows, |row, out| out.push(&row.to_string()), |_, out| out.push("x"), &mut out);
            out.push("7");
            parts.next(&mut out);
            let expected = format!(r#"{{"name":"a","rows":[{list}],"size":7,"rest":"\""}}"#);
            assert_eq!(String::from_utf8(out.text), Ok(expected));
        }
    }
}
