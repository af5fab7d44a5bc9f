//! Text as a form carries it: the one decoder and the one encoder of percent signs.
//!
//! The encoder's output holds letters, digits, `.`, `-`, `_` and `%XX` only. No shell, no URL parser and no terminal
//! reads anything into those, so text that went through [`Text::encode`] is safe wherever it is put.

use std::borrow::Cow;

/// A name or a value, percent-encoded as the panel logged it or plain as an option gave it.
#[derive(Debug, Clone, Copy)]
pub enum Text<'a> {
    /// `test%2D5`; a plus is a space, a `%` that is no escape stands for itself.
    Encoded(&'a [u8]),
    /// Bytes that stand for themselves.
    Plain(&'a [u8]),
}

impl<'a> Text<'a> {
    /// The bytes as they were given, encoded or not.
    pub fn logged(&self) -> &'a [u8] {
        match *self {
            Self::Encoded(bytes) | Self::Plain(bytes) => bytes,
        }
    }

    /// Whether there is nothing to decode and nothing decoded.
    pub fn is_empty(&self) -> bool {
        self.logged().is_empty()
    }

    /// Whether this is the bare `*` that the panel puts in place of a secret. A star that a person typed is `%2A`.
    pub fn is_mask(&self) -> bool {
        matches!(self, Self::Encoded(b"*"))
    }

    /// Whether the decoded text is this one.
    pub fn is(&self, plain: &str) -> bool {
        let logged = self.logged();
        // Mostly nothing is encoded in a name, and the lengths tell at once.
        logged == plain.as_bytes() || (logged.len() > plain.len() && *self.decode() == *plain.as_bytes())
    }

    /// The bytes that were meant.
    pub fn decode(&self) -> Cow<'a, [u8]> {
        match *self {
            Self::Plain(bytes) => Cow::Borrowed(bytes),
            Self::Encoded(bytes) if memchr::memchr2(b'%', b'+', bytes).is_none() => Cow::Borrowed(bytes),
            Self::Encoded(bytes) => {
                let mut plain = Vec::with_capacity(bytes.len());
                let mut at = 0;
                while at < bytes.len() {
                    let (byte, len) = decode_first(&bytes[at..]);
                    plain.push(byte);
                    at += len;
                }
                Cow::Owned(plain)
            }
        }
    }

    /// Appends the text so that it means the same in a form or URL and nothing at all anywhere else.
    pub fn encode(&self, out: &mut Vec<u8>) {
        let bytes = self.logged();
        // Most of what a panel logs is in the form wanted already, so it is copied in long runs.
        let (mut copied, mut at) = (0, 0);
        loop {
            at += bytes[at..].iter().position(|&byte| !SAFE[usize::from(byte)]).unwrap_or(bytes.len() - at);
            let (plain, len) = match (self, &bytes[at..]) {
                (_, []) => break,
                (Self::Encoded(_), [b'%', high, low, ..]) if keeps_its_escape(*high, *low) => {
                    at += 3;
                    continue;
                }
                (Self::Encoded(_), rest) => decode_first(rest),
                (Self::Plain(_), [byte, ..]) => (*byte, 1),
            };
            out.extend_from_slice(&bytes[copied..at]);
            push_encoded(plain, out);
            at += len;
            copied = at;
        }
        out.extend_from_slice(&bytes[copied..]);
    }
}

/// Whether `%XX` is what [`push_encoded`] would write for the byte that it stands for.
fn keeps_its_escape(high: u8, low: u8) -> bool {
    let (high_value, low_value) = (HEX_VALUE[usize::from(high)], HEX_VALUE[usize::from(low)]);
    let lower_case = high > b'F' || low > b'F';
    high_value | low_value < 16 && !lower_case && !SAFE[usize::from(high_value << 4 | low_value)]
}

/// Appends one byte: as it is where that is safe, else as `%XX`.
pub fn push_encoded(byte: u8, out: &mut Vec<u8>) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    if SAFE[usize::from(byte)] {
        out.push(byte);
    } else {
        out.extend_from_slice(&[b'%', HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]);
    }
}

/// The bytes that need no escape.
static SAFE: [bool; 256] = {
    let mut table = [false; 256];
    let safe = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_";
    let mut at = 0;
    while at < safe.len() {
        table[safe[at] as usize] = true;
        at += 1;
    }
    table
};

/// The first byte that is meant, and how many stand for it.
fn decode_first(encoded: &[u8]) -> (u8, usize) {
    match *encoded {
        [b'%', high, low, ..] => {
            let (high, low) = (HEX_VALUE[usize::from(high)], HEX_VALUE[usize::from(low)]);
            if high | low < 16 { (high << 4 | low, 3) } else { (b'%', 1) }
        }
        [b'+', ..] => (b' ', 1),
        [byte, ..] => (byte, 1),
        [] => (0, 0),
    }
}

/// What a hexadecimal digit is worth; 16 and more for what is none.
static HEX_VALUE: [u8; 256] = {
    let mut table = [0x80; 256];
    let digits = b"0123456789abcdef0123456789ABCDEF";
    let mut at: u8 = 0;
    while at < 32 {
        table[digits[at as usize] as usize] = at % 16;
        at += 1;
    }
    table
};

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
            assert_eq!(encoded(Text::Encoded(logged.as_bytes())), sent);
        }
        assert_eq!(encoded(Text::Plain(b"a%41+")), "a%2541%2B");
    }

    proptest! {
        #[test]
        fn decoding_agrees_with_an_independent_decoder(bytes: Vec<u8>) {
            let spaced: Vec<u8> = bytes.iter().map(|&byte| if byte == b'+' { b' ' } else { byte }).collect();
            let expected: Vec<u8> = percent_encoding::percent_decode(&spaced).collect();
            prop_assert_eq!(Text::Encoded(&bytes).decode().into_owned(), expected);
        }

        #[test]
        fn encoding_is_harmless_and_loses_nothing(bytes: Vec<u8>) {
            for text in [Text::Encoded(&bytes), Text::Plain(&bytes)] {
                let sent = encoded(text);
                prop_assert!(sent.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"%.-_".contains(&byte)));
                prop_assert_eq!(Text::Encoded(sent.as_bytes()).decode(), text.decode());
            }
        }
    }
}
