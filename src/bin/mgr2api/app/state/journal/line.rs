//! The lines of a journal, each with a checksum.
//!
//! In: values. Out: lines; and back. A kill or a full disk truncates the last line, which then counts as not
//! written; a crash of the machine may leave more damaged lines after it. Damage before an intact line is an error.

use mgr2api::internal::Fingerprint;
use serde_json::{Value, json};

/// The key of the first line; a journal without it belongs to another program.
const KEY: &str = "mgr2api state";
const VERSION: u64 = 2;

/// The first line.
pub(super) fn header() -> Vec<u8> {
    line(&json!({ KEY: VERSION }))
}

/// A value as a line: the fingerprint of its text, a space, the text.
pub(super) fn line(value: &Value) -> Vec<u8> {
    let text = value.to_string();
    format!("{:016x} {text}\n", Fingerprint::of(text.as_bytes()).hash).into_bytes()
}

/// The value of an intact line.
fn value(line: &[u8]) -> Option<Value> {
    let (print, text) = line.strip_suffix(b"\n")?.split_at_checked(17)?;
    let print = std::str::from_utf8(print.strip_suffix(b" ")?).ok()?;
    (u64::from_str_radix(print, 16) == Ok(Fingerprint::of(text).hash)).then(|| serde_json::from_slice(text).ok())?
}

/// All values before the first damaged line, or why this is not a journal.
pub(super) fn lines(text: &[u8]) -> Result<Vec<Value>, String> {
    let mut values: Vec<Value> = Vec::new();
    let mut cut = None;
    for (line, number) in text.split_inclusive(|&byte| byte == b'\n').zip(1..) {
        match (value(line), cut) {
            (Some(_), Some(cut)) => return Err(format!("line {cut} is damaged")),
            (Some(value), None) => values.push(value),
            (None, _) if values.is_empty() => return Err("its first line is not that of a state file".to_owned()),
            (None, _) => cut = cut.or(Some(number)),
        }
    }
    match values.first().and_then(|first| first.get(KEY)?.as_u64()) {
        Some(VERSION) => Ok(values),
        Some(_) => Err("another version of the program wrote it".to_owned()),
        None => Err("its first line does not name this program".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journal_cut_anywhere_holds_the_lines_before_the_cut() {
        let values = [json!({ KEY: VERSION }), json!({ "pid": 1 }), json!({ "logs": { "я": [1, 2] } })];
        let text: Vec<u8> = values.iter().flat_map(line).collect();
        let ends: Vec<usize> = memchr::memchr_iter(b'\n', &text).map(|at| at + 1).collect();
        for len in ends[0]..=text.len() {
            let whole = ends.iter().filter(|end| **end <= len).count();
            assert_eq!(lines(&text[..len]).as_deref(), Ok(&values[..whole]), "{len}");
            // A crash of the machine may leave a hole.
            let hole = [&text[..len], &[0; 600]].concat();
            assert_eq!(lines(&hole).as_deref(), Ok(&values[..whole]), "{len}");
        }
    }

    #[test]
    fn a_line_that_was_changed_is_told_and_not_passed_over() {
        let values = [json!({ KEY: VERSION }), json!({ "pid": 1 }), json!({ "pid": 2 })];
        let text: Vec<u8> = values.iter().flat_map(line).collect();
        let middle = line(&values[0]).len();
        for at in middle..middle + line(&values[1]).len() - 1 {
            let mut text = text.clone();
            text[at] ^= 1;
            assert_eq!(lines(&text), Err("line 2 is damaged".to_owned()), "{at}");
        }
    }
}
