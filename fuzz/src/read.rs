//! Parses a snippet of each format into the parameters that its call sends, in order.
//!
//! Written from the formats' manuals, and only for the syntax that snippets may contain: everything else panics.

mod code;
mod document;
mod literal;
mod plain;
mod words;

use crate::form::{Pair, decode, show};
use mgr2api::Shell;

/// The pairs that a snippet sends. `shell` is the shell it was written for; `None` means PowerShell.
pub fn pairs(target: &str, text: &str, shell: Option<Shell>) -> Vec<Pair> {
    match target {
        "curl" if shell.is_none() => plain::curl_in_powershell(text),
        "curl" => words::curl(text, shell.unwrap_or_default()),
        "mgrctl" => words::mgrctl(text, shell.unwrap_or_default()),
        "url" => decode(text.trim_end().split_once('?').expect("a query").1.as_bytes()),
        "json" => document::json(text),
        "har" => document::har(text),
        "postman" => document::postman(text),
        "http" => plain::http(text),
        "hurl" => plain::hurl(text),
        "ansible" => plain::ansible(text),
        "powershell" => plain::powershell(text),
        "rust" => code::rust(text),
        "python" => code::python(text),
        "php" => code::php(text),
        "perl" => code::perl(text),
        "node" => code::node(text),
        "go" => code::go(text),
        _ => panic!("{target}: no reader; write one in fuzz/src/read"),
    }
}

/// Panics unless a call sends the expected pairs.
#[track_caller]
pub fn assert_sends(target: &str, text: &str, read: &[Pair], expected: &[Pair]) {
    assert!(read == expected, "{target}:\n{text}\nsends {}\nnot   {}", show(read), show(expected));
}

/// The text between the first `start` and the first `end` after it; panics if one is missing.
#[track_caller]
fn between<'t>(text: &'t str, start: &str, end: &str) -> &'t str {
    let (_, rest) = text.split_once(start).unwrap_or_else(|| panic!("no {start:?} in {text}"));
    rest.split_once(end).unwrap_or_else(|| panic!("no {end:?} in {rest}")).0
}
