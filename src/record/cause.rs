//! Finds out how a line was altered between the log and this program, to explain why it cannot be parsed.
//!
//! In: the fault and the original line. Out: a [`Cause`], which is displayed with its remedy, or `None`. This runs only
//! for lines that are reported, so readable lines pay nothing. A cause is named only if the text at the fault proves
//! it. The text is never repaired: a wrong guess would be a wrong call.

use super::parse::REQUEST;
use super::{Expected, Unreadable};
use memchr::{memchr, memchr_iter, memchr3, memmem, memrchr};
use std::fmt;

/// How a line differs from what the panel wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cause<'a> {
    /// The line is JSON, as docker and `journalctl -o json` write it. The record is in this field.
    Json(Option<&'a str>),
    /// The text has the escapes of a JSON string.
    JsonText,
    /// The text has the escapes of HTML.
    Html,
    /// Another quote character replaces the straight quote.
    Quote(char),
    /// Another blank character replaces the space.
    Blank(char),
    /// Two whole records are on the line.
    TwoRecords,
    /// The record is cut, and another record starts at the cut.
    CutByRecord,
    /// The end of the line is missing, or is on the next line.
    Cut,
    /// Text was added after the record.
    Followed,
    /// The line is inside another record.
    Inside,
}

impl<'a> Cause<'a> {
    /// The cause of a fault in a line, if the line shows one.
    pub(crate) fn of(fault: Unreadable, line: &'a [u8]) -> Option<Self> {
        let (before, rest) = line.split_at(fault.at.min(line.len()));
        let (before, rest) = (before.trim_ascii_end(), rest.trim_ascii());
        // A collector's JSON spans the whole line; other records may contain any other JSON.
        let whole = line.trim_ascii().starts_with(b"{") && line.trim_ascii().ends_with(b"}");
        let is_too_long = matches!(fault.expected, Expected::ShorterCall | Expected::FewerParams);
        if (whole || fault.expected != Expected::OwnRecord)
            && !is_too_long
            && let Some(json) = json(line)
        {
            return Some(json);
        }
        match fault.expected {
            Expected::OwnRecord => Some(Self::Inside),
            Expected::ShorterCall | Expected::FewerParams => None,
            Expected::OneRecord if before.ends_with(b"'") => Some(Self::TwoRecords),
            Expected::OneRecord => Some(Self::CutByRecord),
            Expected::LineEnd => Some(Self::Followed),
            _ if rest.is_empty() && fault.expected != Expected::Function => Some(end_of_line(before)),
            _ => first_char(rest)
                .filter(|&char| is_odd_blank(char))
                .map(Self::Blank)
                .or_else(|| escapes(rest))
                .or_else(|| first_char(rest).filter(|&char| is_quote(char)).map(Self::Quote))
                .or_else(|| (fault.expected == Expected::Function).then(|| escapes_anywhere(rest))?),
        }
    }
}

/// Why a line ends before its query ends.
fn end_of_line<'a>(line: &[u8]) -> Cause<'a> {
    let last = last_char(line).filter(|&char| is_quote(char));
    let entity = memrchr(b'&', line).and_then(|at| escapes(&line[at..]));
    match (last, entity) {
        (Some(quote), _) => Cause::Quote(quote),
        (None, Some(cause)) if line.ends_with(b";") => cause,
        _ => Cause::Cut,
    }
}

/// Whether the text starts with an escape, and of which format.
fn escapes<'a>(text: &[u8]) -> Option<Cause<'a>> {
    let entity = text.strip_prefix(b"&").and_then(|name| memchr(b';', name).map(|end| &name[..end]));
    let is_entity = |name: &[u8]| {
        let (hash, rest) = name.strip_prefix(b"#").map_or((false, name), |rest| (true, rest));
        (1..=8).contains(&rest.len())
            && rest.iter().all(u8::is_ascii_alphanumeric)
            && (hash || rest[0].is_ascii_alphabetic())
    };
    match text {
        _ if entity.is_some_and(is_entity) => Some(Cause::Html),
        [b'\\', b'u' | b'"' | b'\'' | b'\\' | b'n' | b't', ..] => Some(Cause::JsonText),
        _ => None,
    }
}

/// The first escape in a query without a function: the `&` before `func` may be escaped.
fn escapes_anywhere<'a>(query: &[u8]) -> Option<Cause<'a>> {
    memchr::memchr2_iter(b'&', b'\\', query).find_map(|at| escapes(&query[at..]))
}

/// Whether the line is a JSON object with the record in a string. A field name that needs quotes in jq is left out.
fn json(line: &[u8]) -> Option<Cause<'_>> {
    let record = memmem::find(line, REQUEST).or_else(|| memmem::find(line, b"func="))?;
    let start = memchr_iter(b'{', &line[..record]).find(|at| line[at + 1..].trim_ascii_start().starts_with(b"\""))?;
    let (mut key, mut depth, mut at) = (&line[..0], 0_usize, start);
    while at < record {
        match line[at] {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b'"' => {
                let text = &line[at + 1..];
                let end = string_end(text)?;
                if at + 1 + end >= record {
                    let name = std::str::from_utf8(key).ok().filter(|_| depth == 1);
                    return (!key.is_empty()).then_some(Cause::Json(name.filter(|name| is_identifier(name))));
                }
                if text[end..].get(1..).is_some_and(|rest| rest.trim_ascii_start().starts_with(b":")) {
                    key = &text[..end];
                }
                at += 1 + end;
            }
            _ => {}
        }
        at += 1;
    }
    None
}

/// The end of the JSON string that starts here; a string that is cut ends with the line.
fn string_end(text: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        match memchr::memchr2(b'"', b'\\', &text[at..]) {
            None => return Some(text.len()),
            Some(found) if text[at + found] == b'"' => return Some(at + found),
            Some(found) => at = text.len().min(at + found + 2),
        }
    }
}

fn is_identifier(name: &str) -> bool {
    let plain = |char: char| char.is_ascii_alphanumeric() || char == '_';
    name.chars().all(plain) && !name.starts_with(|char: char| char.is_ascii_digit())
}

/// Quotes that web pages, chats and word processors substitute for the straight one, and those of other languages.
pub(super) fn is_quote(char: char) -> bool {
    matches!(char, '"' | '`' | '´' | '«' | '»' | '‹' | '›' | '＇' | '＂' | '\u{2018}'..='\u{201f}' | '\u{2032}'..='\u{2037}')
}

/// Blanks other than the space, and invisible characters at which a page may break a line.
fn is_odd_blank(char: char) -> bool {
    !char.is_ascii() && (char.is_whitespace() || matches!(char, '\u{200b}' | '\u{2060}' | '\u{feff}'))
}

/// The text with each odd blank replaced by a space, and the offset of the first one; `None` if there is none.
pub(crate) fn plain_blanks(text: &[u8]) -> Option<(Vec<u8>, usize)> {
    // The possible first bytes of such characters. Most lines contain none of them.
    memchr3(0xc2, 0xe2, 0xe3, text).or_else(|| memchr::memchr2(0xe1, 0xef, text))?;
    let text = std::str::from_utf8(text).ok()?;
    let first = text.find(is_odd_blank)?;
    Some((text.replace(is_odd_blank, " ").into_bytes(), first))
}

pub(super) fn first_char(text: &[u8]) -> Option<char> {
    text.utf8_chunks().next()?.valid().chars().next()
}

pub(super) fn last_char(text: &[u8]) -> Option<char> {
    let tail = &text[text.len().saturating_sub(4)..];
    tail.utf8_chunks().last().filter(|chunk| chunk.invalid().is_empty())?.valid().chars().next_back()
}

impl fmt::Display for Cause<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(Some(field)) => {
                write!(f, "the line is JSON; extract the record first: jq -r .{field} FILE | mgr2api")
            }
            Self::Json(None) => f.write_str("the line is JSON; extract the record first, with jq -r"),
            Self::JsonText => f.write_str("the text is escaped for JSON; unescape it first, with jq -r"),
            Self::Html => {
                f.write_str("the text is escaped for HTML; unescape it first: replace &amp; with & and &#39; with '")
            }
            Self::Quote(char) => write!(f, "{char} is another kind of quote; replace it with '"),
            Self::Blank(char) => {
                write!(f, "U+{:04X} only looks like a space; replace it with a space", u32::from(*char))
            }
            Self::TwoRecords => f.write_str("two records share the line; put the second one on a line of its own"),
            Self::CutByRecord => f.write_str("the request is cut, and another record starts here"),
            Self::Cut => f.write_str("the line is cut or wrapped; copy or log all of it, on one line"),
            Self::Followed => f.write_str("something follows the record; remove it"),
            Self::Inside => f.write_str("this text is inside another record, and anybody can have written it"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{fragment, parse};

    const HEAD: &str = "Jun 25 09:07:51 [1:2] core_module INFO ";

    fn cause(line: &str) -> Option<String> {
        let read = parse::line(line.as_bytes()).err();
        let fault = read.or_else(|| fragment::fragment(line.as_bytes())?.err())?;
        Cause::of(fault, line.as_bytes()).map(|cause| format!("{cause:?}"))
    }

    #[test]
    fn what_happened_to_a_line_is_seen_at_the_place_of_its_fault() {
        for (text, known) in [
            ("Request [][root] ‘func=a’", "Quote('‘')"),
            ("Request [][root] ’func=a’", "Quote('’')"),
            ("Request [][root] “func=a”", "Quote('“')"),
            ("Request [][root] \"func=a\"", "Quote('\"')"),
            ("Request [][root] `func=a`", "Quote('`')"),
            ("Request [][root] 'func=a’", "Quote('’')"),
            ("Request [][root] 'func=a´  ", "Quote('´')"),
            ("Request [][root] &#39;func=a&#39;", "Html"),
            ("Request [][root] &apos;func=a&apos;", "Html"),
            ("Request [][root] 'func=a&#39;", "Html"),
            ("Request [][root] 'a=1&amp;func=a'", "Html"),
            ("Request [][root] 'func=a&amp;b=1'", "Html"),
            ("Request [][root] 'a=1\\u0026func=a'", "JsonText"),
            ("Request [][root] \\'func=a\\'", "JsonText"),
            ("Request [][root]\u{a0}'func=a'", "Blank('\\u{a0}')"),
            ("Request [][root] 'func=a&b=", "Cut"),
            ("Request [][ro", "Cut"),
            ("Request", "Cut"),
            ("Request [][root] 'func=a' and more", "Followed"),
            ("Request [][root] 'func=a'`", "Followed"),
            ("Request [][root] 'func=a'\",", "Followed"),
            ("Request [][root] 'func=a' Jun 25 09:07:52 [1:2] m INFO Request [][] 'func=b'", "TwoRecords"),
            ("Request [][root] 'func=a'Jun 25 09:07:52 [1:2] m INFO Request [][] 'func=b", "TwoRecords"),
            ("Request [][root] 'func=Jun 25 09:07:52 [1:2] m INFO Request [][] 'func=b'", "CutByRecord"),
            ("Request [19Jun 25 09:07:52 [1:2] db EXTINFO begin", "CutByRecord"),
        ] {
            assert_eq!(cause(&format!("{HEAD}{text}")).as_deref(), Some(known), "{text}");
        }
        let unknown = format!("{HEAD}Request [][root] 'a=1'");
        assert_eq!(cause(&unknown), None, "no function, and nothing that explains it");
    }

    #[test]
    fn a_json_line_names_the_field_that_holds_the_record() {
        let text = format!("{HEAD}Request [][root] 'a=1&func=a&ip='");
        for (line, known) in [
            (format!("{{\"log\":\"{text}\\n\",\"stream\":\"stdout\"}}"), r#"Json(Some("log"))"#),
            (format!("{{\"stream\": \"x\", \"log\" : \"{text}\"}}"), r#"Json(Some("log"))"#),
            (format!("{{ \"A\":\"{{\", \"MESSAGE\":\"{text}\""), r#"Json(Some("MESSAGE"))"#),
            (format!("12:{{\"message\":\"{text}\\n"), r#"Json(Some("message"))"#),
            (format!("{{\"k\":{{\"a\":[1,\"x\"]}},\"log\":\"{text}\"}}"), r#"Json(Some("log"))"#),
            (format!("{{\"event\":{{\"original\":\"{text}\"}}}}"), "Json(None)"),
            (format!("{{\"@log\":\"\\\"{text}\"}}"), "Json(None)"),
        ] {
            assert_eq!(cause(&line).as_deref(), Some(known), "{line}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_fault_in_any_line_has_a_cause_or_none(line: Vec<u8>, at in 0_usize..40, json: bool) {
            let line = [if json { &b"{\"log\":\""[..] } else { b"" }, b"Request", &line].concat();
            for expected in [Expected::Query, Expected::ClosingQuote, Expected::Function, Expected::OneRecord] {
                let _ = Cause::of(Unreadable { expected, at }, &line);
            }
        }
    }
}
