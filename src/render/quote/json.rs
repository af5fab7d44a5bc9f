//! Strings of JSON. Nearly all stand for themselves between the quotes, which is seen sixteen bytes at a look; the others
//! go through serde_json, with what a terminal or an eye does not show spelt out.

use super::is_hidden;
use crate::request::Text;
use serde::Serialize;
use serde_json::ser::Formatter;
use std::io;
use wide::u8x16;

/// Appends what stands between the quotes of a JSON string; false, and nothing appended, if the text is not UTF-8.
#[inline]
pub fn string(text: &Text<'_>, out: &mut Vec<u8>) -> bool {
    if !text.is_safe() {
        return decoded(text, out);
    }
    out.extend_from_slice(text.logged());
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
    if text.chars().any(|char| matches!(char, '"' | '\\') || is_hidden(char)) {
        let text = text.to_owned();
        out.truncate(start);
        escaped(&text, out);
    }
    true
}

const LANE: usize = 16;

/// Whether the text from `start` on is visible ASCII that stands for itself.
fn is_simple(start: usize, out: &mut Vec<u8>) -> bool {
    let end = out.len();
    // With room for a look behind the end, no byte needs one of its own.
    out.extend_from_slice(&[b' '; LANE]);
    let (lanes, _) = out[start..].as_chunks::<LANE>();
    let seen = lanes.iter().fold(u8x16::splat(0), |seen, lane| {
        let lane = u8x16::new(*lane);
        // Below the space the difference wraps to the top.
        let above = lane - u8x16::splat(b' ');
        let hidden = above.max(u8x16::splat(b'~' - b' ' + 1)).simd_eq(above);
        seen | hidden | lane.simd_eq(u8x16::splat(b'"')) | lane.simd_eq(u8x16::splat(b'\\'))
    });
    out.truncate(end);
    !seen.any()
}

fn escaped(text: &str, out: &mut Vec<u8>) {
    let quoted = out.len();
    // Memory takes any string.
    let _ = text.serialize(&mut serde_json::Serializer::with_formatter(&mut *out, SpelledOut));
    out.pop();
    out.remove(quoted);
}

/// Spells out what serde_json leaves as it is although a terminal or an eye does not.
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
    use proptest::prelude::*;

    fn said(bytes: &[u8]) -> Option<String> {
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
            assert_eq!(said(text.as_bytes()).as_deref(), Some(string));
        }
        assert_eq!(said(b"\xff"), None);
    }

    proptest! {
        #[test]
        fn any_reader_gets_the_text_back(text in "([ -~]|.){0,40}") {
            let string = said(text.as_bytes()).expect("UTF-8");
            prop_assert!(!string.chars().any(is_hidden));
            prop_assert_eq!(serde_json::from_str::<String>(&format!("\"{string}\""))?, text);
        }
    }
}
