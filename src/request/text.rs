//! Text in form encoding, with the only decoder and the only encoder.

use super::escape::{push_encoded, unescape};
use std::borrow::Cow;

/// A name or a value, percent-encoded as in a query or plain as an option gave it.
///
/// Its encoding is set by this module only, never by the caller: text that is marked as safe is printed unchanged.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) encoding: Encoding,
}

/// The content of a text, which decides how it is decoded and encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Encoding {
    /// Letters, digits, `.`, `-` and `_` only: nothing to decode, nothing to encode, nothing to quote.
    Safe,
    /// Safe bytes and escapes, exactly as [`Text::encode`] writes them.
    Encoded,
    /// Any form-encoded bytes: `test%2D5`. A plus is a space, a `%` that does not start an escape stands for itself.
    Loose,
    /// Bytes that stand for themselves.
    Plain,
}

impl<'a> Text<'a> {
    #[inline]
    pub(super) fn of(bytes: &'a [u8], encoding: Encoding) -> Self {
        Self { bytes, encoding }
    }

    /// Form-encoded text: a plus is a space, a `%` that does not start an escape stands for itself.
    pub fn encoded(bytes: &'a [u8]) -> Self {
        Self { bytes, encoding: Encoding::Loose }
    }

    /// Bytes that stand for themselves.
    pub fn plain(bytes: &'a [u8]) -> Self {
        Self { bytes, encoding: Encoding::Plain }
    }

    /// The bytes as given, encoded or not.
    #[inline]
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// Whether it consists of letters, digits, `.`, `-` and `_` only.
    #[inline]
    pub fn is_safe(&self) -> bool {
        self.encoding == Encoding::Safe
    }

    /// Whether encoding it changes nothing.
    #[inline]
    pub fn is_encoded(&self) -> bool {
        matches!(self.encoding, Encoding::Safe | Encoding::Encoded)
    }

    /// Whether it has no bytes, and so decodes to nothing.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Whether this is the bare `*` that the panel puts in place of a secret. A star that a person typed is `%2A`.
    pub fn is_mask(&self) -> bool {
        self.encoding == Encoding::Loose && self.bytes == b"*"
    }

    /// Whether the decoded text equals `plain`.
    #[inline]
    pub fn is(&self, plain: &str) -> bool {
        self.bytes == plain.as_bytes() || (!self.is_safe() && *self.decode() == *plain.as_bytes())
    }

    /// Whether the decoded text is UTF-8. Most texts are ASCII, which is detected without decoding.
    pub(crate) fn is_utf8(&self) -> bool {
        let is_ascii_escape =
            |at: usize| !matches!(self.bytes.get(at + 1), Some(b'8'..=b'9' | b'A'..=b'F' | b'a'..=b'f'));
        let is_ascii = || self.bytes.is_ascii() && memchr::memchr_iter(b'%', self.bytes).all(is_ascii_escape);
        self.is_safe() || is_ascii() || str::from_utf8(&self.decode()).is_ok()
    }

    /// The last decoded byte.
    pub(crate) fn last(&self) -> Option<u8> {
        let last = self.bytes.last_chunk::<1>()?;
        if matches!(self.encoding, Encoding::Safe | Encoding::Plain) {
            return Some(last[0]);
        }
        match self.bytes.last_chunk::<3>().map(|end| unescape(end)) {
            Some((byte, 3)) => Some(byte),
            _ => Some(unescape(last).0),
        }
    }

    /// The decoded bytes.
    #[inline]
    pub fn decode(&self) -> Cow<'a, [u8]> {
        if matches!(self.encoding, Encoding::Safe | Encoding::Plain)
            || memchr::memchr2(b'%', b'+', self.bytes).is_none()
        {
            return Cow::Borrowed(self.bytes);
        }
        let mut plain = Vec::new();
        self.decode_into(&mut plain);
        Cow::Owned(plain)
    }

    /// Appends the decoded bytes.
    #[inline]
    pub fn decode_into(&self, out: &mut Vec<u8>) {
        match self.encoding {
            Encoding::Safe | Encoding::Plain => out.extend_from_slice(self.bytes),
            Encoding::Encoded | Encoding::Loose => self.unescape_into(out),
        }
    }

    fn unescape_into(&self, out: &mut Vec<u8>) {
        let mut rest = self.bytes;
        // Decoding never adds bytes.
        out.reserve(rest.len());
        while let Some(at) = memchr::memchr2(b'%', b'+', rest) {
            out.extend_from_slice(&rest[..at]);
            rest = &rest[at..];
            // Escapes come in groups: a Cyrillic word consists only of escapes.
            while let [b'%' | b'+', ..] = rest {
                let (byte, len) = unescape(rest);
                out.push(byte);
                rest = &rest[len..];
            }
        }
        out.extend_from_slice(rest);
    }

    /// Appends the text so that it has the same meaning in a form or URL, and no special meaning anywhere else.
    pub fn encode(&self, out: &mut Vec<u8>) {
        let mut rest = self.bytes;
        match self.encoding {
            Encoding::Safe | Encoding::Encoded => out.extend_from_slice(rest),
            Encoding::Plain => rest.iter().for_each(|&byte| push_encoded(byte, out)),
            Encoding::Loose => {
                while !rest.is_empty() {
                    let (byte, len) = unescape(rest);
                    push_encoded(byte, out);
                    rest = &rest[len..];
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn encoded(text: Text<'_>) -> String {
        let mut out = Vec::new();
        text.encode(&mut out);
        String::from_utf8(out).expect("encoded text is ASCII")
    }

    #[test]
    fn what_is_readable_and_safe_stays_readable() {
        for (logged, sent) in [
            ("test%2D5%5Fchanger", "test-5_changer"),
            ("n.admin%40example.com", "n.admin%40example.com"),
            ("a+b%2Bc", "a%20b%2Bc"),
            ("100%", "100%25"),
            ("%zz%4", "%25zz%254"),
            ("%d0%98", "%D0%98"),
            ("'\"$`", "%27%22%24%60"),
        ] {
            assert_eq!(encoded(Text::encoded(logged.as_bytes())), sent);
        }
        assert_eq!(encoded(Text::plain(b"a%41+")), "a%2541%2B");
    }

    proptest! {
        #[test]
        fn what_is_asked_of_a_text_is_what_decoding_it_tells(text in "([a-z+*]|%[0-9a-fA-FZ]{0,2}|%D0%98|Л){0,5}", cut in 0..3_usize) {
            let bytes = &text.as_bytes()[..text.len().saturating_sub(cut)];
            for text in [Text::encoded(bytes), Text::plain(bytes)] {
                prop_assert_eq!(text.is_utf8(), str::from_utf8(&text.decode()).is_ok());
                prop_assert_eq!(text.last(), text.decode().last().copied());
            }
        }

        #[test]
        fn decoding_agrees_with_an_independent_decoder(bytes: Vec<u8>) {
            let spaced: Vec<u8> = bytes.iter().map(|&byte| if byte == b'+' { b' ' } else { byte }).collect();
            let expected: Vec<u8> = percent_encoding::percent_decode(&spaced).collect();
            prop_assert_eq!(Text::encoded(&bytes).decode().into_owned(), expected);
        }

        #[test]
        fn encoding_is_harmless_and_loses_nothing(bytes: Vec<u8>) {
            for text in [Text::encoded(&bytes), Text::plain(&bytes)] {
                let sent = encoded(text);
                prop_assert!(sent.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"%.-_".contains(&byte)));
                prop_assert_eq!(Text::encoded(sent.as_bytes()).decode(), text.decode());
            }
        }
    }
}
