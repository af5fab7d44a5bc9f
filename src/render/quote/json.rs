//! JSON strings. Nearly all need no escape, which is checked sixteen bytes at a time; the others go through serde_json,
//! with invisible characters escaped.

use crate::request::escape::unescape;
use crate::request::window::{Marks, is};
use crate::request::{ParamRange, Text};
use crate::text::{has_hidden_chars, is_hidden};
use serde::Serialize;
use serde_json::ser::Formatter;
use std::io;
use wide::u8x16;

/// Appends the text between the quotes of a JSON string. Returns false and appends nothing if the text is not UTF-8.
#[inline]
pub fn string(text: &Text<'_>, out: &mut Vec<u8>) -> bool {
    if !text.is_safe() {
        return decoded(text, out);
    }
    out.extend_from_slice(text.bytes());
    true
}

fn decoded(text: &Text<'_>, out: &mut Vec<u8>) -> bool {
    let start = out.len();
    text.decode_into(out);
    if is_simple(start, out) {
        return true;
    }
    let Ok(text) = str::from_utf8(&out[start..]) else {
        out.truncate(start);
        return false;
    };
    if memchr::memchr2(b'"', b'\\', text.as_bytes()).is_some() || has_hidden_chars(text.as_bytes()) {
        let text = text.to_owned();
        out.truncate(start);
        escaped(&text, out);
    }
    true
}

/// Appends neighbouring parameters: `first` name `before_value` value `between` name `before_value` value `last`. A
/// value with other characters than visible ASCII and Russian letters is passed to `unusual` instead, which must write
/// `before_value` or its replacement too.
pub fn params(
    range: ParamRange<'_>,
    [first, before_value, between, last]: [&str; 4],
    unusual: impl Fn(&Text<'_>, &mut Vec<u8>),
    out: &mut Vec<u8>,
) {
    let source = range.bytes();
    let mut marks = Marks::new(source, |lane| is(lane, b'=') | is(lane, b'&') | is(lane, b'%'));
    let mut name = 0;
    out.extend_from_slice(first.as_bytes());
    loop {
        // Names have no escapes, and values are not empty.
        let name_end = marks.next().unwrap_or(source.len());
        push_run(source, name, name_end, out);
        let value_start = out.len();
        out.extend_from_slice(before_value.as_bytes());
        let value = name_end + 1;
        let mut copied = value;
        let value_end = loop {
            let at = marks.next().unwrap_or(source.len());
            push_run(source, copied, at, out);
            if matches!(source[at..], [] | [b'&', ..]) {
                break at;
            }
            copied = at + push_escapes(&source[at..], out);
            if copied == at {
                let end = memchr::memchr(b'&', &source[at..]).map_or(source.len(), |len| at + len);
                out.truncate(value_start);
                unusual(&Text::encoded(&source[value..end]), out);
                marks.pass(end + 1);
                break end;
            }
            marks.pass(copied);
        };
        name = value_end + 1;
        if name >= source.len() {
            break;
        }
        out.extend_from_slice(between.as_bytes());
    }
    out.extend_from_slice(last.as_bytes());
}

/// Decodes and appends the escapes at the start of a text, and returns their length: one visible ASCII character, or
/// the letters of a Russian word. Returns 0 for others.
#[inline]
fn push_escapes(text: &[u8], out: &mut Vec<u8>) -> usize {
    let mut len = 0;
    while let [b'%', b'D', lead @ (b'0' | b'1'), b'%', b'8'..=b'B', _, ..] = text[len..] {
        out.extend_from_slice(&[0xd0 | lead & 1, unescape(&text[len + 3..]).0]);
        len += 6;
    }
    match unescape(text) {
        _ if len > 0 => len,
        (b'"' | b'\\', _) => 0,
        (byte @ b' '..=b'~', len) => {
            out.push(byte);
            len
        }
        _ => 0,
    }
}

/// Appends a range of bytes. Most are short, and a copy of variable length would be a function call.
#[inline]
fn push_run(source: &[u8], start: usize, end: usize, out: &mut Vec<u8>) {
    const SHORT: usize = 2 * LANE;
    match source[start..].first_chunk::<SHORT>() {
        Some(bytes) if end - start <= SHORT => {
            out.extend_from_slice(bytes);
            out.truncate(out.len() - SHORT + (end - start));
        }
        _ => out.extend_from_slice(&source[start..end]),
    }
}

const LANE: usize = 16;

/// Whether the text from `start` on is visible ASCII without escapes.
fn is_simple(start: usize, out: &mut Vec<u8>) -> bool {
    let end = out.len();
    // Pad to a full lane, so that no byte needs a check of its own.
    out.extend_from_slice(&[b' '; LANE]);
    let (lanes, _) = out[start..].as_chunks::<LANE>();
    let seen = lanes.iter().fold(u8x16::splat(0), |seen, lane| {
        let lane = u8x16::new(*lane);
        // Below the space, the difference wraps around to large values.
        let above = lane - u8x16::splat(b' ');
        let hidden = above.max(u8x16::splat(b'~' - b' ' + 1)).simd_eq(above);
        seen | hidden | lane.simd_eq(u8x16::splat(b'"')) | lane.simd_eq(u8x16::splat(b'\\'))
    });
    out.truncate(end);
    !seen.any()
}

fn escaped(text: &str, out: &mut Vec<u8>) {
    let quoted = out.len();
    // Writing to memory cannot fail, and any string can be serialized.
    let _ = text.serialize(&mut serde_json::Serializer::with_formatter(&mut *out, SpelledOut));
    out.pop();
    out.remove(quoted);
}

/// Escapes the invisible characters that serde_json leaves unescaped.
struct SpelledOut;

impl Formatter for SpelledOut {
    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut written = 0;
        for (at, char) in fragment.char_indices().filter(|&(_, char)| is_hidden(char)) {
            writer.write_all(&fragment.as_bytes()[written..at])?;
            for unit in char.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            written = at + char.len_utf8();
        }
        writer.write_all(&fragment.as_bytes()[written..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::Query;
    use proptest::prelude::*;

    fn encoded(bytes: &[u8]) -> Option<String> {
        let mut out = b"before".to_vec();
        let is_text = string(&Text::plain(bytes), &mut out);
        let string = String::from_utf8(out.split_off("before".len())).expect("JSON is UTF-8");
        assert!(is_text || string.is_empty());
        is_text.then_some(string)
    }

    #[test]
    fn only_what_is_special_is_escaped() {
        for (text, string) in [
            ("", ""),
            ("sixteen or more bytes ~", "sixteen or more bytes ~"),
            ("fifteen bytes \"", "fifteen bytes \\\""),
            ("\\ at the start of two lanes", "\\\\ at the start of two lanes"),
            ("a\n\u{1b}\u{7f}", "a\\n\\u001b\\u007f"),
            ("Иван", "Иван"),
            ("Иван\u{202e}\"\u{e0001}", "Иван\\u202e\\\"\\udb40\\udc01"),
        ] {
            assert_eq!(encoded(text.as_bytes()).as_deref(), Some(string));
        }
        assert_eq!(encoded(b"\xff"), None);
    }

    proptest! {
        #[test]
        fn any_reader_gets_the_text_back(text in "([ -~]|.){0,40}") {
            let string = encoded(text.as_bytes()).expect("UTF-8");
            prop_assert!(!string.chars().any(is_hidden));
            prop_assert_eq!(serde_json::from_str::<String>(&format!("\"{string}\""))?, text);
        }

        #[test]
        fn a_range_is_encoded_like_its_parameters(
            query in "(name|a|_x)=([a-z0-9._-]{1,40}|%20|%22|%5C|%D0%98|%D1%8F%D0%B0|%D0|%C3%A9|%E2%80%AE){1,6}(&b=([a-z]|%D0%98|%1B){1,9}){0,9}",
        ) {
            let mut scratch = Vec::new();
            let mut all = Query::new(query.as_bytes(), &mut scratch).params();
            let range = all.range(|_| true).expect("plain parameters");
            let unusual = |value: &Text<'_>, out: &mut Vec<u8>| {
                out.push(b'!');
                if !string(value, out) {
                    value.encode(out);
                }
            };
            let (mut encoded, mut expected) = (Vec::new(), Vec::new());
            params(range, ["<", ":", "><", ">"], unusual, &mut encoded);
            for param in range.params() {
                expected.push(b'<');
                string(&param.name, &mut expected);
                let is_usual = |char: char| matches!(char, ' '..='~' | '\u{400}'..='\u{47f}') && !"\"\\".contains(char);
                if str::from_utf8(&param.value.decode()).is_ok_and(|value| value.chars().all(is_usual)) {
                    expected.push(b':');
                    string(&param.value, &mut expected);
                } else {
                    unusual(&param.value, &mut expected);
                }
                expected.push(b'>');
            }
            prop_assert_eq!(encoded.escape_ascii().to_string(), expected.escape_ascii().to_string());
        }
    }
}
