//! Splits a query at its `&` and `=`.
//!
//! In: a [`Query`](super::Query). Out: [`Param`]s, each text with its encoding, or ranges of them. Nearly every
//! parameter ends within one window, so a few bits give its parts.

use super::text::Encoding;
use super::window::{WINDOW, bitmasks, is};
use super::{Param, Text};
use memchr::{memchr, memchr2};

/// The parameters of a query. Empty pieces (`a&&b`) are skipped.
#[derive(Debug, Clone)]
pub struct Params<'a> {
    /// The query from the next parameter on.
    rest: &'a [u8],
    /// The marks of the first bytes of `rest`.
    window: Window,
}

impl<'a> Params<'a> {
    #[inline]
    pub(super) fn new(query: &'a [u8]) -> Self {
        Self { rest: query, window: Window::default() }
    }

    /// Advances over the parameters whose names `lets_pass` accepts, as long as the names are safe and the values are
    /// encoded and not empty.
    #[inline]
    pub fn range(&mut self, lets_pass: impl Fn(&[u8]) -> bool) -> Option<ParamRange<'a>> {
        let all = self.rest;
        let mut end = 0;
        while end < LONGEST_RANGE && !self.rest.is_empty() {
            let (piece, Param { name, value }) = self.peek();
            let is_plain = name.is_safe() && value.is_encoded() && !value.is_empty() && piece.len() < LONGEST_RANGE;
            if !is_plain || !lets_pass(name.bytes) {
                break;
            }
            end = all.len() - self.rest.len() + piece.len();
            self.skip(piece.len());
        }
        all.get(..end).filter(|bytes| !bytes.is_empty()).map(|bytes| ParamRange { bytes })
    }

    /// The next piece, which may be empty, and its parameter.
    // Must inline: returning `Param` through memory costs more than parsing it.
    #[expect(clippy::inline_always)]
    #[inline(always)]
    fn peek(&mut self) -> (&'a [u8], Param<'a>) {
        if self.window.ampersands == 0 {
            self.window = Window::of(self.rest);
        }
        let Window { ampersands, odd, escapes } = self.window;
        let end = ampersands & ampersands.wrapping_neg();
        let (odd, escapes) = (odd & end.wrapping_sub(1), escapes & end.wrapping_sub(1));
        let name_len = (odd | end).trailing_zeros();
        match self.rest.get(..end.trailing_zeros() as usize) {
            Some(piece) if end != 0 && piece.get(name_len as usize).is_none_or(|&byte| byte == b'=') => {
                let (name, value) = cut_at(piece, name_len as usize);
                let odd_value = odd & odd.wrapping_sub(1) != 0;
                let name = Text::of(
                    name,
                    if escapes.trailing_zeros() < name_len { Encoding::Encoded } else { Encoding::Safe },
                );
                let value_encoding = match escapes >> name_len {
                    _ if odd_value => Encoding::Loose,
                    0 => Encoding::Safe,
                    _ => Encoding::Encoded,
                };
                (piece, Param { name, value: Text::of(value, value_encoding) })
            }
            _ => unusual(self.rest),
        }
    }

    /// Advances past a piece.
    #[inline]
    fn skip(&mut self, len: usize) {
        self.rest = self.rest.get(len + 1..).unwrap_or_default();
        self.window = if len < WINDOW { self.window.behind(len) } else { Window::default() };
    }
}

impl<'a> Iterator for Params<'a> {
    type Item = Param<'a>;

    #[inline]
    fn next(&mut self) -> Option<Param<'a>> {
        while !self.rest.is_empty() {
            let (piece, param) = self.peek();
            self.skip(piece.len());
            if !piece.is_empty() {
                return Some(param);
            }
        }
        None
    }
}

/// One or more neighbouring parameters as they are printed: `a=1&b=%20`. Each has a safe name, and a value that is not
/// empty and contains neither a star nor a second `=`.
#[derive(Debug, Clone, Copy)]
pub struct ParamRange<'a> {
    bytes: &'a [u8],
}

impl<'a> ParamRange<'a> {
    #[inline]
    pub fn params(self) -> Params<'a> {
        Params::new(self.bytes)
    }

    /// The text as it is printed.
    #[inline]
    pub fn bytes(self) -> &'a [u8] {
        self.bytes
    }
}

/// The length, in bytes, at which a range ends and another begins: callers can split a long call between ranges. A
/// single longer parameter is not put into a range.
const LONGEST_RANGE: usize = 4096;

/// The first piece of a query, without the limits of the fast path.
#[inline(never)]
fn unusual(query: &[u8]) -> (&[u8], Param<'_>) {
    let piece = cut(query, b'&').0;
    let (name, value) = cut(piece, b'=');
    let text = |bytes| {
        let encoding = match memchr(b'%', bytes) {
            _ if memchr2(b'=', b'*', bytes).is_some() => Encoding::Loose,
            Some(_) => Encoding::Encoded,
            None => Encoding::Safe,
        };
        Text::of(bytes, encoding)
    };
    (piece, Param { name: text(name), value: text(value) })
}

/// The text before the first such byte, and the text after it.
fn cut(text: &[u8], byte: u8) -> (&[u8], &[u8]) {
    cut_at(text, memchr(byte, text).unwrap_or(text.len()))
}

#[inline]
fn cut_at(text: &[u8], at: usize) -> (&[u8], &[u8]) {
    (&text[..at], text.get(at + 1..).unwrap_or_default())
}

/// The first bytes of a query, one bit each.
#[derive(Debug, Clone, Copy, Default)]
struct Window {
    /// Bytes that end a piece, including the byte after the end of the query.
    ampersands: u64,
    /// Equals signs and stars.
    odd: u64,
    /// Bytes that start an escape.
    escapes: u64,
}

impl Window {
    /// The first bytes of a query.
    #[inline]
    fn of(query: &[u8]) -> Self {
        let select = |lane| [is(lane, b'&'), is(lane, b'=') | is(lane, b'*'), is(lane, b'%')];
        let [ampersands, odd, escapes] = bitmasks(query, b'&', select);
        Self { ampersands, odd, escapes }
    }

    /// The window after a piece.
    #[inline]
    fn behind(self, len: usize) -> Self {
        let behind = |bits: u64| bits >> len >> 1;
        Self { ampersands: behind(self.ampersands), odd: behind(self.odd), escapes: behind(self.escapes) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Name and value of each piece, by a simple reference implementation.
    fn simply(query: &str) -> Vec<(&str, &str)> {
        let pieces = query.split('&').filter(|piece| !piece.is_empty());
        pieces.map(|piece| piece.split_once('=').unwrap_or((piece, ""))).collect()
    }

    fn params(query: &str) -> Vec<Param<'_>> {
        Params::new(query.as_bytes()).collect()
    }

    #[test]
    fn a_range_ends_before_what_is_not_as_it_should_be() {
        let long = "l".repeat(100);
        for (query, range) in [
            ("a=1&b=%20&c=&d=4", "a=1&b=%20"),
            ("a=1&b=*&d=4", "a=1"),
            ("a=1&b=2=3", "a=1"),
            ("a=1&%21=2", "a=1"),
            ("a=1&b", "a=1"),
            ("a=1&stop=2", "a=1"),
            ("a=1&", "a=1"),
            ("a=1", "a=1"),
            ("&a=1", ""),
            ("", ""),
            (&format!("a=1&b={long}&c=3&stop=4"), &format!("a=1&b={long}&c=3")),
            (&format!("a=1&b={long}*&c=3"), "a=1"),
            (&format!("a=1&b={}&c=3", long.repeat(50)), "a=1"),
        ] {
            let mut params = Params::new(query.as_bytes());
            let found = params.range(|name| name != b"stop").map_or(&b""[..], ParamRange::bytes);
            assert_eq!(found.escape_ascii().to_string(), range, "{query}");
            let rest = if range.is_empty() { query } else { query.get(range.len() + 1..).unwrap_or_default() };
            assert_eq!(params.rest.escape_ascii().to_string(), rest, "{query}");
        }
        let many = "name=value&".repeat(1000);
        let mut params = Params::new(many.as_bytes());
        let ranges = std::iter::from_fn(|| params.range(|_| true)).map(|range| range.params().count());
        assert_eq!(ranges.collect::<Vec<_>>(), [373, 373, 254]);
    }

    proptest! {
        #[test]
        fn windows_do_not_show(query in "([&=*]|%20|%D0|[a-z0-9._-]{1,70}){0,40}") {
            let params = params(&query);
            let texts = |text: Text<'_>| text.bytes().escape_ascii().to_string();
            let pairs: Vec<_> = params.iter().map(|param| (texts(param.name), texts(param.value))).collect();
            let expected: Vec<_> = simply(&query).iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
            prop_assert_eq!(pairs, expected);
        }

        #[test]
        fn a_form_never_claims_too_much(query in "([&=*]|%20|%D0|[a-z0-9._-]{1,70}){0,40}") {
            for text in params(&query).into_iter().flat_map(|param| [param.name, param.value]) {
                let safe = text.bytes().iter().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(byte));
                prop_assert_eq!(text.is_safe(), safe);
                prop_assert_eq!(text.is_encoded(), !text.bytes().iter().any(|byte| b"=*".contains(byte)));
            }
        }
    }
}
