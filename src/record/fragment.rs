//! Parses fragments of a line, such as an editor's selection or the content of a clipboard.
//!
//! In: a line without a stamp, from standard input. Out: the request in it, if the line is one of
//! - a line from `INFO Request` or `Request [` on,
//! - the quoted query alone, perhaps with a rest of the brackets before it,
//! - a bare query, `name=value&func=...`, or the URL of a panel with one.
//!
//! A query with the quotes or escapes of a web page, a chat or a word processor is reported with its cause, not
//! repaired.
//!
//! Lines of log files never come here: in a log, a line without a stamp belongs to the record before it.

use super::parse::{self, AMPERSANDS, Fault, REQUEST};
use super::{Expected, Record, Unreadable, cause};
use memchr::{memchr, memmem};

/// Parses a fragment; `None` if the line is not one.
pub fn fragment(line: &[u8]) -> Option<Result<Record<'_>, Unreadable>> {
    let trimmed = line.trim_ascii();
    request_text(trimmed)
        .map(|text| parse::request(text, trimmed))
        .or_else(|| odd_blank(trimmed).map(Err))
        .or_else(|| quoted(trimmed))
        .or_else(|| bare(trimmed).map(Ok))
        .or_else(|| foreign(trimmed).map(Err))
        .map(|result| result.map_err(|error| shifted(error, line)))
}

/// The rest of the line from the first `Request` that is a separate word.
pub(crate) fn request_text(line: &[u8]) -> Option<&[u8]> {
    memmem::find_iter(line, REQUEST)
        .filter(|&at| at == 0 || !(line[at - 1].is_ascii_alphanumeric() || line[at - 1] == b'_'))
        .map(|at| &line[at..])
        .find(|text| parse::says_request(text))
}

/// Whether a line without a stamp reads like a request nevertheless.
pub fn looks_like_request(line: &[u8]) -> bool {
    request_text(line).is_some_and(|text| {
        !matches!(parse::request(text, line), Err(Unreadable { expected: Expected::Origin | Expected::User, .. }))
    })
}

/// `'func=...'`, perhaps with `.38][root] ` before it. Other text before it means that another record quotes a query.
fn quoted(line: &[u8]) -> Option<Result<Record<'_>, Unreadable>> {
    let open = opening_quote(line)?;
    if !has_function(&line[open + 1..]) {
        return None;
    }
    Some(match line[open + 1..].strip_suffix(b"'") {
        Some(payload) => match parse::escaped_ampersand(payload) {
            Some(rest) => Err(Unreadable { expected: Expected::Ampersand, at: line.len() - 1 - rest.len() }),
            None => Ok(Record { head: None, origin: None, user: None, payload }),
        },
        None => Err(Fault::behind_query(&line[open..]).locate(line)),
    })
}

/// The offset of the quote that opens a query.
pub(crate) fn opening_quote(line: &[u8]) -> Option<usize> {
    let open = memchr(b'\'', line)?;
    let brackets = line[..open].trim_ascii_end();
    let brackets_only =
        brackets.is_empty() || (brackets.ends_with(b"]") && !brackets.iter().any(u8::is_ascii_whitespace));
    brackets_only.then_some(open)
}

/// A query without quotes; if the opening quote was lost, the closing one is at the end. It may contain only the usual
/// bytes of a query: a line with a quote, a bracket or a blank is text that mentions a query, and is left alone.
fn bare(line: &[u8]) -> Option<Record<'_>> {
    let address = address_len(line);
    let query = &line[address..];
    let query = query.strip_suffix(b"'").unwrap_or(query);
    let payload = if address > 0 { query.split(|&byte| byte == b'#').next().unwrap_or(query) } else { query };
    let usual = payload.iter().all(|&byte| is_usual(byte));
    (usual && has_function(payload)).then_some(Record { head: None, origin: None, user: None, payload })
}

/// Whether a panel writes this byte in a query, or a person types it in one.
pub(crate) fn is_usual(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"&=.%*+_-[]~:,/@".contains(&byte)
}

/// The length of the URL before the query.
pub(crate) fn address_len(line: &[u8]) -> usize {
    match memchr(b'?', line) {
        Some(mark) if mark == 0 || line.starts_with(b"/") || memmem::find(&line[..mark], b"://").is_some() => mark + 1,
        _ => 0,
    }
}

/// Reports a request with a blank that is not a space.
pub(crate) fn odd_blank(line: &[u8]) -> Option<Unreadable> {
    let (plain, at) = cause::plain_blanks(line)?;
    looks_like_request(&plain).then_some(Unreadable { expected: Expected::Space, at })
}

/// Reports a query in another program's notation: with quotes or brackets that the panel does not use, or with the
/// `&amp;` of HTML. The line may have the mark of a list or a quotation before it, and no other text.
fn foreign(line: &[u8]) -> Option<Unreadable> {
    let text = std::str::from_utf8(line).ok()?.trim_start_matches(LIST_MARKS);
    let query = text.trim_matches(is_foreign_quote);
    let parameters = query.rsplit_once('?').map_or(query, |(_, query)| query);
    if !has_function(parameters.as_bytes()) || !query.bytes().all(is_known) {
        return None;
    }
    let start = line.len() - text.len();
    if text.len() > query.len() {
        let at = if text.starts_with(query) { start + query.len() } else { start };
        return Some(Unreadable { expected: Expected::BareQuery, at });
    }
    let rest = parse::escaped_ampersand(query.as_bytes())?;
    Some(Unreadable { expected: Expected::Ampersand, at: line.len() - rest.len() })
}

/// Marks of a list or a quotation.
const LIST_MARKS: [char; 4] = ['-', '*', '>', ' '];

fn is_foreign_quote(char: char) -> bool {
    cause::is_quote(char) || "[](){}<>,".contains(char)
}

/// Whether a query may contain this byte, in the panel's or in another program's notation.
pub(crate) fn is_known(byte: u8) -> bool {
    is_usual(byte) || b"?;#\\".contains(&byte)
}

/// The start of a line without marks and quotes before a query.
pub(crate) fn trim_start(mut line: &[u8]) -> &[u8] {
    while let Some(char) = cause::first_char(line).filter(|char| LIST_MARKS.contains(char)) {
        line = &line[char.len_utf8()..];
    }
    while let Some(char) = cause::first_char(line).filter(|char| is_foreign_quote(*char)) {
        line = &line[char.len_utf8()..];
    }
    line
}

/// The end of a line without quotes after a query.
pub(crate) fn trim_end(mut line: &[u8]) -> &[u8] {
    while let Some(char) = cause::last_char(line).filter(|char| is_foreign_quote(*char) || *char == '\'') {
        line = &line[..line.len() - char.len_utf8()];
    }
    line
}

/// Whether `func=` starts a parameter of the query, also behind an `&` that HTML or JSON escaped.
pub(crate) fn has_function(query: &[u8]) -> bool {
    let starts = |at: usize| {
        let before = &query[..at];
        before.is_empty() || before.ends_with(b"&") || AMPERSANDS.iter().any(|form| before.ends_with(form.as_bytes()))
    };
    memmem::find_iter(query, b"func=").any(starts)
}

/// Converts an offset in the trimmed line into one in the whole line.
fn shifted(error: Unreadable, line: &[u8]) -> Unreadable {
    Unreadable { at: error.at + line.len() - line.trim_ascii_start().len(), ..error }
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUERY: &str = "elid=14&func=processing.edit&sok=ok";

    #[test]
    fn every_kind_of_selection_gives_the_same_query() {
        for line in [
            format!("1738] core_module INFO Request [192.0.2.38][root] '{QUERY}'"),
            format!("INFO Request [192.0.2.38][root] '{QUERY}'"),
            format!("  Request [192.0.2.38][root] '{QUERY}'  "),
            format!(".38][root] '{QUERY}'"),
            format!("'{QUERY}'"),
            format!("{QUERY}'"),
            QUERY.to_owned(),
            format!("?{QUERY}"),
            format!("https://localhost:1500/billmgr?{QUERY}"),
            format!("/billmgr?{QUERY}"),
            format!("https://localhost:1500/billmgr?{QUERY}#top"),
        ] {
            let record = fragment(line.as_bytes()).and_then(Result::ok);
            assert_eq!(record.map(|record| record.payload), Some(QUERY.as_bytes()), "{line}");
        }
    }

    #[test]
    fn other_text_is_left_alone() {
        for line in [
            "",
            "plain text",
            "the option func= takes a name",
            "QUERY: func=service.saveparam&sok=ok",
            "rpc EXTINFO Query('func=emaildomain.edit&auth=1')",
            "Query('elid=post%2Eexample.com&func=emaildomain.edit&auth=1')",
            "[link](https://host:1500/billmgr?out=xml&func=a.b)",
            "url=\"https://host:1500/billmgr?out=xml&func=a.b\";",
            "data='elid=1&func=a.b'",
            "- see func=a&b=1",
            "func=a;b=1",
            "\"no function=here\"",
            "a text with a no-break\u{a0}space and a Request of mine",
            "conn EXTINFO Env[QUERY_STRING] = 'func=vm%2Emigrate'",
            "core_module EXTINFO Internal [192.0.2.38][1] 'func=processing.edit'",
            "BadRequest [x][y] z",
            "'no function=here'",
        ] {
            assert_eq!(fragment(line.as_bytes()), None, "{line}");
        }
    }

    #[test]
    fn what_a_page_or_a_chat_made_of_a_request_is_refused_at_its_place() {
        for (line, expected, at) in [
            ("\"func=a&b=1\"", Expected::BareQuery, 0),
            ("“func=a&b=1”", Expected::BareQuery, 0),
            ("‘b=1&func=a’,", Expected::BareQuery, 0),
            ("  - `func=a&b=1`", Expected::BareQuery, 4),
            ("(func=a)", Expected::BareQuery, 0),
            ("<https://host:1500/billmgr?func=a>", Expected::BareQuery, 0),
            ("func=a&b=1\"", Expected::BareQuery, 10),
            ("func=a&amp;b=1", Expected::Ampersand, 6),
            ("b=1&#38;func=a", Expected::Ampersand, 3),
            ("'func=a&amp;b=1'", Expected::Ampersand, 7),
            ("'b=1\\u0026func=a&amp;c=1'", Expected::Ampersand, 4),
            ("Request [][root] 'func=a&amp;b=1' ", Expected::Ampersand, 24),
            ("Request\u{a0}[][root] 'func=a'", Expected::Space, 7),
            ("INFO\u{202f}Request\u{a0}[][root]\u{a0}'func=a'", Expected::Space, 4),
            ("Request [][root]\u{a0}'func=a'", Expected::Query, 16),
            ("Request [][root] ‘func=a’", Expected::Query, 17),
        ] {
            assert_eq!(fragment(line.as_bytes()), Some(Err(Unreadable { expected, at })), "{line}");
        }
    }

    #[test]
    fn a_cut_selection_is_reported_at_its_end() {
        for (line, expected, at) in [
            ("Request [192.0.2.38][root] 'func=a&b=", Expected::ClosingQuote, 37),
            ("Request [192.0.2.38", Expected::User, 19),
            ("  'func=a&b=", Expected::ClosingQuote, 12),
        ] {
            assert_eq!(fragment(line.as_bytes()), Some(Err(Unreadable { expected, at })), "{line}");
        }
    }
}
