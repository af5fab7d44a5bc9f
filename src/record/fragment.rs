//! Less than a line: what an editor's selection or a person's clipboard may hold.
//!
//! In: a line without a stamp, from standard input. Out: the request in it, if it is one of
//! - a line from `INFO Request` or `Request [` on,
//! - the quoted query alone, with what is left of the brackets in front,
//! - a bare query, `name=value&func=...`, or the address of a panel with one.
//!
//! Log files never come here: there, a line without a stamp belongs to the record before it.

use super::parse::{self, REQUEST};
use super::{Expected, Record, Unreadable};
use memchr::{memchr, memmem};

/// `None`: the line is something else and no concern of ours.
pub fn fragment(line: &[u8]) -> Option<Result<Record<'_>, Unreadable>> {
    let trimmed = line.trim_ascii();
    request_text(trimmed)
        .map(|text| parse::request(text, trimmed))
        .or_else(|| quoted(trimmed))
        .or_else(|| bare(trimmed).map(Ok))
        .map(|result| result.map_err(|error| shifted(error, line)))
}

/// The rest of the line from a `Request` on that is a word of its own.
pub fn request_text(line: &[u8]) -> Option<&[u8]> {
    memmem::find_iter(line, REQUEST)
        .filter(|&at| at == 0 || !(line[at - 1].is_ascii_alphanumeric() || line[at - 1] == b'_'))
        .map(|at| &line[at..])
        .find(|text| parse::says_request(text))
}

/// Whether a line that is no record of its own reads like a request all the same.
pub fn looks_like_request(line: &[u8]) -> bool {
    request_text(line).is_some_and(|text| {
        !matches!(parse::request(text, line), Err(Unreadable { expected: Expected::Origin | Expected::User, .. }))
    })
}

/// `'func=...'`, perhaps with `.38][root] ` in front. Other text in front means that it is some other record's quote.
fn quoted(line: &[u8]) -> Option<Result<Record<'_>, Unreadable>> {
    let open = memchr(b'\'', line)?;
    let brackets = line[..open].trim_ascii_end();
    let brackets_only =
        brackets.is_empty() || (brackets.ends_with(b"]") && !brackets.iter().any(u8::is_ascii_whitespace));
    if !brackets_only || !has_function(&line[open + 1..]) {
        return None;
    }
    Some(match line[open + 1..].strip_suffix(b"'") {
        Some(payload) => Ok(Record { head: None, origin: None, user: None, payload }),
        None => Err(Unreadable { expected: Expected::ClosingQuote, at: line.len() }),
    })
}

/// A query without quotes; a lost opening quote leaves the closing one at the end. It holds only what stands in a query:
/// with a quote, a bracket or a blank in it, the line is some text with a query inside, and not ours to take apart.
fn bare(line: &[u8]) -> Option<Record<'_>> {
    let address = match memchr(b'?', line) {
        Some(mark) if mark == 0 || line.starts_with(b"/") || memmem::find(&line[..mark], b"://").is_some() => mark + 1,
        _ => 0,
    };
    let query = &line[address..];
    let query = query.strip_suffix(b"'").unwrap_or(query);
    let payload = if address > 0 { query.split(|&byte| byte == b'#').next().unwrap_or(query) } else { query };
    let usual = payload.iter().all(|&byte| byte.is_ascii_alphanumeric() || b"&=.%*+_-[]~:,/@".contains(&byte));
    (usual && has_function(payload)).then_some(Record { head: None, origin: None, user: None, payload })
}

/// Whether `func=` starts a parameter of the query.
fn has_function(query: &[u8]) -> bool {
    query.split(|&byte| byte == b'&').any(|pair| pair.starts_with(b"func="))
}

/// Errors count from the start of the trimmed line; the reader sees the whole one.
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
            "func=a&amp;b=1",
            "conn EXTINFO Env[QUERY_STRING] = 'func=vm%2Emigrate'",
            "core_module EXTINFO Internal [192.0.2.38][1] 'func=processing.edit'",
            "BadRequest [x][y] z",
            "'no function=here'",
        ] {
            assert_eq!(fragment(line.as_bytes()), None, "{line}");
        }
    }

    #[test]
    fn a_cut_selection_is_reported_at_its_end() {
        for (line, expected, at) in [
            ("Request [192.0.2.38][root] 'func=a&b=", Expected::ClosingQuote, 37),
            ("Request [192.0.2.38", Expected::User, 9),
            ("  'func=a&b=", Expected::ClosingQuote, 12),
        ] {
            assert_eq!(fragment(line.as_bytes()), Some(Err(Unreadable { expected, at })), "{line}");
        }
    }
}
