//! Formats with percent-encoded parameters, and Hurl's rows.

use super::between;
use crate::form::{Pair, decode, plain};

/// Parses text that no format, shell or template interprets.
#[track_caller]
fn inert(form: &str) -> Vec<Pair> {
    assert!(form.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_%=&".contains(&byte)), "{form}");
    decode(form.as_bytes())
}

/// Lines with one string each, between these texts.
#[track_caller]
fn strings(lines: &str, before: &str, behind: &str) -> Vec<Pair> {
    let string = |line: &str| {
        let line = line.trim_start().strip_prefix(before).and_then(|line| line.strip_suffix(behind).map(str::to_owned));
        line.unwrap_or_else(|| panic!("no string: {lines}"))
    };
    inert(&lines.lines().map(string).collect::<Vec<_>>().join("&"))
}

pub(super) fn ansible(text: &str) -> Vec<Pair> {
    strings(between(text, "\n    form:\n", "\n  register: "), "- \"", "\"")
}

pub(super) fn powershell(text: &str) -> Vec<Pair> {
    strings(between(text, "$form = @(\n", "\n) -join '&'\n"), "'", "'")
}

/// One line: a string, piped to curl.
pub(super) fn curl_in_powershell(text: &str) -> Vec<Pair> {
    let line = text.strip_suffix('\n').filter(|line| !line.contains('\n')).expect("one line");
    let (form, command) = line.strip_prefix('\'').and_then(|line| line.split_once("' | curl.exe ")).expect(line);
    assert!(command.bytes().all(|byte| byte.is_ascii_alphanumeric() || b" -@':/.".contains(&byte)), "{command}");
    inert(form)
}

pub(super) fn http(text: &str) -> Vec<Pair> {
    let lines: Vec<&str> = text.trim_end().lines().filter(|line| !line.starts_with('#')).collect();
    match lines[..] {
        [first] => inert(first.strip_prefix("GET ").and_then(|line| line.split_once('?')).expect(first).1),
        [first, header, "", body] => {
            assert!(first.starts_with("POST https://") && header.starts_with("Content-Type: "), "{text}");
            inert(body)
        }
        _ => panic!("{text}"),
    }
}

pub(super) fn hurl(text: &str) -> Vec<Pair> {
    let request = text.split_once("\nHTTP 200\n").expect("what is asked of the answer").0;
    if let Some((_, rows)) = request.split_once("Params]\n") {
        return rows.lines().map(hurl_row).collect();
    }
    let first = request.lines().next().expect("a line");
    match first.split_once('?') {
        Some((_, query)) => inert(query),
        None => inert(between(text, "\n`", "`\n")),
    }
}

/// `name: value`, with `\u{...}` for escaped characters.
fn hurl_row(row: &str) -> Pair {
    let (name, value) = row.split_once(": ").expect(row);
    let plain_name = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte);
    assert!(name.starts_with(|first: char| first.is_ascii_alphabetic()) && name.bytes().all(plain_name), "{row}");
    assert!(!value.starts_with(' ') && !value.ends_with(' '), "{row}");
    let mut pieces = value.split(r"\u{");
    let mut text = pieces.next().expect("split gives one piece at least").to_owned();
    let mut written = text.clone();
    for piece in pieces {
        let (number, rest) = piece.split_once('}').expect(row);
        text.push(char::from_u32(u32::from_str_radix(number, 16).expect(row)).expect(row));
        text += rest;
        written += rest;
    }
    assert!(!written.contains(['#', '\\', '{', '}']), "{row}");
    (plain(name.as_bytes()), text.into_bytes())
}
