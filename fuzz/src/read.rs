//! Reads a snippet of each format back into the parameters that its call sends, in order.
//!
//! Written after the formats' manuals, for what a snippet may hold and nothing beyond: everything else panics.

mod code;
mod document;
mod literal;
mod plain;
mod words;

use crate::form::{Pair, decode, show};
use mgr2api::Shell;

/// What a snippet of a target sends. `shell` is what it was written for; `None` stands for PowerShell.
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

/// Fails unless a call sends what it must.
#[track_caller]
pub fn assert_sends(target: &str, text: &str, read: &[Pair], expected: &[Pair]) {
    assert!(read == expected, "{target}:\n{text}\nsends {}\nnot   {}", show(read), show(expected));
}

/// Text between two marks that each must be there; behind the first of `start` and in front of the first `end` after it.
#[track_caller]
fn between<'t>(text: &'t str, start: &str, end: &str) -> &'t str {
    let (_, rest) = text.split_once(start).unwrap_or_else(|| panic!("no {start:?} in {text}"));
    rest.split_once(end).unwrap_or_else(|| panic!("no {end:?} in {rest}")).0
}
