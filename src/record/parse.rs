//! The grammar of a log line, in nom. One function per rule, with the rule's name.
//!
//! ```text
//! line    = prefix head text            the prefix is added by grep -n, journalctl, docker or ssh
//! head    = time " [" pid [":" thread] "] " module " " level " "    pid and thread may be padded with spaces
//! time    = month " "+ day " " hh ":" mm ":" ss
//! text    = "Request" " "+ "[" origin "][" user "]" " "* query
//! query   = "'" payload "'"             the closing quote is the last byte of the line
//! ```
//!
//! In: one line without colour codes and line end. Out: a [`Record`], `None` if the record is not a request, or the
//! offset at which a request is malformed. Lines are whole, so only `complete` combinators are used; nom's error type
//! stays inside this module.

use super::{Expected, Head, Record, Unreadable};
use memchr::{memchr, memchr_iter, memchr3, memmem, memrchr};
use nom::bytes::complete::{tag, take_till1, take_until, take_while_m_n, take_while1};
use nom::character::complete::{char, digit1, space0, space1};
use nom::combinator::{opt, recognize};
use nom::error::{ErrorKind, ParseError};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

const MONTHS: [&[u8; 3]; 12] =
    [b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec"];

/// The word that makes a record a request.
pub const REQUEST: &[u8] = b"Request";

/// Parses the request of a line with a stamp; `None` if the line has no stamp or its record is not a request.
pub fn line(line: &[u8]) -> Result<Option<Record<'_>>, Unreadable> {
    match stamp(line) {
        Some(stamp) => stamp.request(line),
        None => Ok(None),
    }
}

/// A record that was found in a line.
#[derive(Debug, Clone, Copy)]
pub struct Stamped<'a> {
    /// Bytes before the time.
    pub prefix: usize,
    /// The record's fixed part.
    pub head: Head<'a>,
    /// The text after the head.
    pub text: &'a [u8],
}

/// The first record that starts in the line.
pub fn stamp(line: &[u8]) -> Option<Stamped<'_>> {
    let at = |prefix: usize| {
        let (text, head) = head(&line[prefix..]).ok()?;
        Some(Stamped { prefix, head, text })
    };
    // The time's last colon is rarer than a month's first letter.
    at(0).or_else(|| memmem::find_iter(line, b" [").filter_map(|bracket| month_before(line, bracket)).find_map(at))
}

/// The start of a time that ends at `end`: `Feb  6 08:08:07` or, unpadded, `Feb 6 08:08:07`.
fn month_before(line: &[u8], end: usize) -> Option<usize> {
    [15, 14].into_iter().filter_map(|len| end.checked_sub(len)).find(|&start| time(&line[start..end]).is_ok())
}

impl<'a> Stamped<'a> {
    /// The request of this record, `None` if it is another kind of record. `line` is the line that contains it.
    pub fn request(&self, line: &'a [u8]) -> Result<Option<Record<'a>>, Unreadable> {
        if !says_request(self.text) {
            return Ok(None);
        }
        request(self.text, line).map(|record| Some(Record { head: Some(self.head), ..record }))
    }
}

/// Whether a text is a request, possibly cut: `Request`, then a bracket or the end.
pub fn says_request(text: &[u8]) -> bool {
    let Some(rest) = text.strip_prefix(REQUEST) else { return false };
    let arguments = rest.trim_ascii_start();
    arguments.is_empty() || (arguments.len() < rest.len() && arguments[0] == b'[')
}

/// Parses a text that starts with `Request`. `line` is the line that ends with it; error offsets count from its start.
pub fn request<'a>(text: &'a [u8], line: &[u8]) -> Result<Record<'a>, Unreadable> {
    let opening = (tag(REQUEST), expect(Expected::Origin, (space1, char('['))));
    let rule = (preceded(opening, expect(Expected::User, origin)), expect(Expected::Query, user), query);
    let record = match { rule }.parse(text) {
        Ok((_, (origin, user, payload))) => Record { head: None, origin: Some(origin), user: Some(user), payload },
        Err(nom::Err::Error(fault) | nom::Err::Failure(fault)) => {
            let next = stamp(text).map(|next| Fault { rest: &text[next.prefix..], expected: Expected::OneRecord });
            return Err(next.unwrap_or(fault).locate(line));
        }
        Err(nom::Err::Incomplete(_)) => return Err(Fault::new(b"").locate(line)),
    };
    // Panels encode all of these characters in a query, so the checks below run rarely.
    let [origin, user, payload] = parts(&record);
    if memchr3(b' ', b';', b'\\', payload).is_none() && memchr(b' ', origin).or(memchr(b' ', user)).is_none() {
        return Ok(record);
    }
    if let Some(rest) = escaped_ampersand(payload) {
        return Err(Fault { rest: &text[text.len() - rest.len() - tail_len(text)..], expected: Expected::Ampersand }
            .locate(line));
    }
    if let Some(rest) = next_record(text, &record) {
        return Err(Fault { rest, expected: Expected::OneRecord }.locate(line));
    }
    match memmem::find(payload, b"] '") {
        // It is unclear which of the two ends the user. Panels never log a query with this text.
        Some(second) => {
            let tail = tail_len(text) + payload.len() - second;
            Err(Fault { rest: &text[text.len() - tail..], expected: Expected::Query }.locate(line))
        }
        None => Ok(record),
    }
}

/// The length of the closing quote and the blanks after it.
fn tail_len(text: &[u8]) -> usize {
    text.len() - text.trim_ascii_end().len() + 1
}

/// The escapes of HTML and JSON for `&`.
pub(super) const AMPERSANDS: [&str; 4] = ["&amp;", "&#38;", "&#x26;", r"\u0026"];

/// The rest of a query from the first escaped `&` on: the names of its parameters would be wrong.
pub(super) fn escaped_ampersand(payload: &[u8]) -> Option<&[u8]> {
    AMPERSANDS.iter().filter_map(|form| memmem::find(payload, form.as_bytes())).min().map(|at| &payload[at..])
}

fn parts<'a>(request: &Record<'a>) -> [&'a [u8]; 3] {
    [request.origin.unwrap_or_default(), request.user.unwrap_or_default(), request.payload]
}

type Parsed<'a, T> = IResult<&'a [u8], T, Fault<'a>>;

fn head(input: &[u8]) -> Parsed<'_, Head<'_>> {
    let rule = (terminated(time, space1), terminated(process, space1), terminated(module, space1), level);
    let (rest, (time, (pid, thread), module, level)) = { rule }.parse(input)?;
    // A record may end with its level: it was cut, or has no text.
    let (rest, _) = space0.parse(rest)?;
    Ok((rest, Head { time, pid, thread, module, level }))
}

fn time(input: &[u8]) -> Parsed<'_, &[u8]> {
    let two = || take_while_m_n(2, 2, |byte: u8| byte.is_ascii_digit());
    let day = take_while_m_n(1, 2, |byte: u8| byte.is_ascii_digit());
    recognize((month, space1, day, space1, two(), char(':'), two(), char(':'), two())).parse(input)
}

fn month(input: &[u8]) -> Parsed<'_, &[u8]> {
    match input.split_first_chunk::<3>() {
        Some((name, rest)) if MONTHS.contains(&name) => Ok((rest, name)),
        _ => Err(nom::Err::Error(Fault::new(input))),
    }
}

fn process(input: &[u8]) -> Parsed<'_, (&[u8], Option<&[u8]>)> {
    let pid = delimited(space0, digit1, space0);
    let thread = delimited(space0, take_while1(|byte: u8| byte.is_ascii_alphanumeric()), space0);
    delimited(char('['), (pid, opt(preceded(char(':'), thread))), char(']')).parse(input)
}

fn module(input: &[u8]) -> Parsed<'_, &[u8]> {
    take_till1(|byte: u8| byte.is_ascii_whitespace()).parse(input)
}

fn level(input: &[u8]) -> Parsed<'_, &[u8]> {
    take_while1(|byte: u8| byte.is_ascii_uppercase()).parse(input)
}

/// The start of a second record within a request: the panel died while it wrote this line, and the next record starts
/// at the cut. The closing quote belongs to that record. Panels never log a space in a request, so the search for a
/// stamp runs rarely.
fn next_record<'a>(text: &'a [u8], request: &Record<'_>) -> Option<&'a [u8]> {
    let spaced = parts(request).iter().any(|part| memchr(b' ', part).is_some());
    if spaced { stamp(text).map(|next| &text[next.prefix..]) } else { None }
}

/// Ends at the first `][`, which is also correct for an address in brackets of its own: `[[2001:db8::1]]`.
fn origin(input: &[u8]) -> Parsed<'_, &[u8]> {
    let rule = terminated(take_until("]["), tag("]["));
    { rule }.parse(input).map_err(|_: nom::Err<Fault<'_>>| nom::Err::Error(Fault::new(behind_bracket(input))))
}

/// Ends at the first `] '`. A name may contain brackets, parentheses, `#` and `@`, so the quote decides.
fn user(input: &[u8]) -> Parsed<'_, &[u8]> {
    memchr_iter(b'\'', input)
        .find_map(|quote| input[..quote].trim_ascii_end().strip_suffix(b"]").map(|user| (&input[quote..], user)))
        .ok_or_else(|| nom::Err::Error(Fault::new(behind_bracket(input))))
}

/// The position to report for a missing part: after the first bracket that cannot be part of a name.
fn behind_bracket(input: &[u8]) -> &[u8] {
    let ends = |&at: &usize| input.get(at + 1).is_none_or(|next| !next.is_ascii_graphic());
    let bracket = memchr_iter(b']', input).find(ends).or_else(|| memchr(b']', input));
    bracket.map_or(&input[input.len()..], |at| input[at + 1..].trim_ascii_start())
}

/// The payload between the first quote and the last byte; quotes in between belong to it.
pub(super) fn query(input: &[u8]) -> Parsed<'_, &[u8]> {
    let (inner, _) = char('\'').parse(input)?;
    match inner.trim_ascii_end().strip_suffix(b"'") {
        Some(payload) => Ok((b"", payload)),
        None => Err(nom::Err::Failure(Fault::behind_query(input))),
    }
}

/// nom's error inside this module: the rest of the input, and the token that a rule expected.
#[derive(Debug)]
pub(super) struct Fault<'a> {
    rest: &'a [u8],
    expected: Expected,
}

impl<'a> Fault<'a> {
    fn new(rest: &'a [u8]) -> Self {
        Self { rest, expected: Expected::Head }
    }

    /// A query that does not end with its line: the closing quote is missing, or text follows it.
    pub(super) fn behind_query(query: &'a [u8]) -> Self {
        match memrchr(b'\'', query) {
            Some(close @ 1..) => Self { rest: query[close + 1..].trim_ascii_start(), expected: Expected::LineEnd },
            _ => Self { rest: &query[query.len()..], expected: Expected::ClosingQuote },
        }
    }

    /// The rest is always the tail of the line, so its length gives its offset.
    pub(super) fn locate(&self, line: &[u8]) -> Unreadable {
        Unreadable { expected: self.expected, at: line.len() - self.rest.len() }
    }
}

impl<'a> ParseError<&'a [u8]> for Fault<'a> {
    fn from_error_kind(rest: &'a [u8], _: ErrorKind) -> Self {
        Self::new(rest)
    }

    fn append(_: &'a [u8], _: ErrorKind, other: Self) -> Self {
        other
    }
}

/// Sets the expected token of a rule's errors.
fn expect<'a, P>(expected: Expected, mut rule: P) -> impl Parser<&'a [u8], Output = P::Output, Error = Fault<'a>>
where
    P: Parser<&'a [u8], Error = Fault<'a>>,
{
    move |input| rule.parse(input).map_err(|error| error.map(|fault| Fault { expected, ..fault }))
}

#[cfg(test)]
mod tests;
