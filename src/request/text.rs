//! Text as a form carries it: the one decoder and the one encoder of percent signs.
//!
//! The encoder's output holds letters, digits, `.`, `-`, `_` and `%XX` only. No shell, no URL parser and no terminal
//! reads anything into those, so text that went through [`Text::encode`] is safe wherever it is put.

use super::offset_within;
use std::borrow::Cow;
use std::ops::Range;

/// A name or a value, percent-encoded as the panel logged it or plain as an option gave it.
///
/// What it holds is known from the start and cannot be claimed from outside: text that is said to be safe is printed as
/// it is.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    bytes: &'a [u8],
    form: Form,
}

/// What decoding and encoding take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// Letters, digits, `.`, `-` and `_` only: nothing to decode, nothing to encode, nothing to quote.
    Safe,
    /// Safe bytes and escapes, in the very form that [`Text::encode`] gives.
    Encoded,
    /// Any bytes of a form: `test%2D5`. A plus is a space, a `%` that is no escape stands for itself.
    Loose,
    /// Bytes that stand for themselves.
    Plain,
}

impl<'a> Text<'a> {
    pub(super) fn of(bytes: &'a [u8], form: Form) -> Self {
        Self { bytes, form }
    }

    /// Text as a form carries it: a plus is a space, a `%` that is no escape stands for itself.
    pub fn encoded(bytes: &'a [u8]) -> Self {
        Self { bytes, form: Form::Loose }
    }

    /// Bytes that stand for themselves.
    pub fn plain(bytes: &'a [u8]) -> Self {
        Self { bytes, form: Form::Plain }
    }

    /// The bytes as they were given, encoded or not.
    #[inline]
    pub fn logged(&self) -> &'a [u8] {
        self.bytes
    }

    /// Whether it is made of letters, digits, `.`, `-` and `_` only.
    #[inline]
    pub fn is_safe(&self) -> bool {
        self.form == Form::Safe
    }

    /// Whether encoding it changes nothing.
    #[inline]
    pub fn is_encoded(&self) -> bool {
        matches!(self.form, Form::Safe | Form::Encoded)
    }

    /// Whether there is nothing to decode and nothing decoded.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Whether this is the bare `*` that the panel puts in place of a secret. A star that a person typed is `%2A`.
    pub fn is_mask(&self) -> bool {
        self.form == Form::Loose && self.bytes == b"*"
    }

    /// Whether the decoded text is this one.
    #[inline]
    pub fn is(&self, plain: &str) -> bool {
        self.bytes == plain.as_bytes() || (!self.is_safe() && *self.decode() == *plain.as_bytes())
    }

    /// The bytes that were meant.
    #[inline]
    pub fn decode(&self) -> Cow<'a, [u8]> {
        if matches!(self.form, Form::Safe | Form::Plain) || memchr::memchr2(b'%', b'+', self.bytes).is_none() {
            return Cow::Borrowed(self.bytes);
        }
        let mut plain = Vec::new();
        self.decode_into(&mut plain);
        Cow::Owned(plain)
    }

    /// Appends the bytes that were meant.
    #[inline]
    pub fn decode_into(&self, out: &mut Vec<u8>) {
        match self.form {
            Form::Safe | Form::Plain => out.extend_from_slice(self.bytes),
            Form::Encoded | Form::Loose => self.unescape_into(out),
        }
    }

    fn unescape_into(&self, out: &mut Vec<u8>) {
        let bytes = self.bytes;
        let start = out.len();
        // Decoding never makes longer, and writing to room that is there is faster than pushing.
        out.resize(start + bytes.len(), 0);
        let room = &mut out[start..];
        let (mut at, mut len) = (0, 0);
        while at < bytes.len() {
            let (byte, step) = match bytes[at] {
                b'%' => match bytes[at..] {
                    [_, high, low, ..] if let Some(byte) = hex(high, low) => (byte, 3),
                    _ => (b'%', 1),
                },
                b'+' => (b' ', 1),
                byte => (byte, 1),
            };
            room[len] = byte;
            len += 1;
            at += step;
        }
        out.truncate(start + len);
    }

    /// Appends the text so that it means the same in a form or URL and nothing at all anywhere else.
    pub fn encode(&self, out: &mut Vec<u8>) {
        let mut encoder = Encoder::new(self.bytes);
        encoder.text(self, out);
        encoder.flush(out);
    }
}

/// Writes encoded text, much of which stands in the log already as it is to be written: such stretches are joined, over
/// several names and values where they are neighbours, and copied at once.
#[derive(Debug)]
pub struct Encoder<'s> {
    source: &'s [u8],
    /// The stretch of the source that is still to be copied.
    pending: Range<usize>,
}

impl<'s> Encoder<'s> {
    /// Ready for text, most of which was cut out of `source`.
    pub fn new(source: &'s [u8]) -> Self {
        Self { source, pending: 0..0 }
    }

    /// Bytes that are still to be copied.
    pub fn pending(&self) -> usize {
        self.pending.len()
    }

    /// Appends `&name=value` if the source goes on with these very bytes.
    #[inline]
    pub fn joins(&mut self, name: &Text<'_>, value: &Text<'_>) -> bool {
        // Names start behind an ampersand and values behind an equals sign, so the addresses tell.
        let behind_pending = self.source.as_ptr().addr() + self.pending.end + 1;
        let behind_name = name.bytes.as_ptr().addr() + name.bytes.len() + 1;
        let joins = name.is_encoded()
            && value.is_encoded()
            && self.pending.end > 0
            && name.bytes.as_ptr().addr() == behind_pending
            && value.bytes.as_ptr().addr() == behind_name;
        if joins {
            self.pending.end += name.bytes.len() + value.bytes.len() + 2;
        }
        joins
    }

    /// Appends a separator as it is.
    #[inline]
    pub fn separator(&mut self, byte: u8, out: &mut Vec<u8>) {
        if self.source.get(self.pending.end) == Some(&byte) {
            self.pending.end += 1;
        } else {
            self.flush(out);
            out.push(byte);
        }
    }

    /// Appends a text in the one form that this program prints.
    #[inline]
    pub fn text(&mut self, text: &Text<'_>, out: &mut Vec<u8>) {
        match offset_within(self.source, text.bytes) {
            Some(start) if start == self.pending.end && text.is_encoded() => self.pending.end += text.bytes.len(),
            start => self.detached(start, text, out),
        }
    }

    /// Appends what does not go on where the pending stretch ends.
    fn detached(&mut self, start: Option<usize>, text: &Text<'_>, out: &mut Vec<u8>) {
        let Text { bytes, form } = *text;
        self.flush(out);
        match (form, start) {
            (Form::Safe | Form::Encoded, Some(start)) => self.pending = start..start + bytes.len(),
            (Form::Safe | Form::Encoded, None) => out.extend_from_slice(bytes),
            (Form::Loose, Some(start)) => self.loose(start, bytes, out),
            (Form::Loose, None) => push_all_encoded(meant(bytes), out),
            (Form::Plain, _) => push_all_encoded(bytes.iter().copied(), out),
        }
    }

    /// Appends text that starts there in the source: what needs no change in stretches, and the rest byte by byte.
    fn loose(&mut self, start: usize, bytes: &[u8], out: &mut Vec<u8>) {
        let (mut copied, mut at) = (0, 0);
        while at < bytes.len() {
            if ENCODED[usize::from(bytes[at])][3] == 1 {
                at += 1;
                continue;
            }
            let (byte, len) = match bytes[at..] {
                [b'%', high, low, ..] if keeps_its_escape(high, low) => {
                    at += 3;
                    continue;
                }
                [b'%', high, low, ..] if let Some(byte) = hex(high, low) => (byte, 3),
                [b'+', ..] => (b' ', 1),
                _ => (bytes[at], 1),
            };
            out.extend_from_slice(&bytes[copied..at]);
            push_encoded(byte, out);
            at += len;
            copied = at;
        }
        self.pending = start + copied..start + at;
    }

    /// Copies what is still to be copied.
    #[inline]
    pub fn flush(&mut self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.source[self.pending.clone()]);
        self.pending = 0..0;
    }
}

/// Whether `%XX` is what [`push_encoded`] would write for the byte that it stands for.
pub(super) fn keeps_its_escape(high: u8, low: u8) -> bool {
    KEPT[usize::from(high)] >> (HEX_VALUE[usize::from(low)] & 31) & 1 == 1
}

/// For each first digit of an escape, the second ones with which it stays an escape.
static KEPT: [u32; 256] = {
    let mut table = [0_u32; 256];
    let mut byte = 0;
    while byte < 256 {
        if ENCODED[byte][3] == 3 {
            table[HEX[byte >> 4] as usize] |= 1 << (byte & 15);
        }
        byte += 1;
    }
    table
};

/// Appends bytes: as they are where that is safe, else as `%XX`.
fn push_all_encoded(bytes: impl Iterator<Item = u8>, out: &mut Vec<u8>) {
    // Writing to a small room and copying that is twice as fast as pushing each byte.
    let (mut room, mut len) = ([0; 64], 0);
    for byte in bytes {
        let [text @ .., count] = ENCODED[usize::from(byte)];
        room[len..len + 3].copy_from_slice(&text);
        len += usize::from(count);
        if len > room.len() - 3 {
            out.extend_from_slice(&room[..len]);
            len = 0;
        }
    }
    out.extend_from_slice(&room[..len]);
}

/// Appends one byte: as it is where that is safe, else as `%XX`.
pub fn push_encoded(byte: u8, out: &mut Vec<u8>) {
    let [text @ .., count] = ENCODED[usize::from(byte)];
    out.extend_from_slice(&text[..usize::from(count)]);
}

const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// For each byte, how it is said and the length of that.
static ENCODED: [[u8; 4]; 256] = {
    let mut table = [[0; 4]; 256];
    let mut byte = 0_u8;
    loop {
        table[byte as usize] = if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
            [byte, 0, 0, 1]
        } else {
            [b'%', HEX[byte as usize >> 4], HEX[byte as usize & 15], 3]
        };
        if byte == u8::MAX {
            break;
        }
        byte += 1;
    }
    table
};

/// The bytes that encoded ones stand for.
fn meant(encoded: &[u8]) -> impl Iterator<Item = u8> + '_ {
    let mut rest = encoded;
    std::iter::from_fn(move || {
        let (&first, after) = rest.split_first()?;
        rest = after;
        Some(match (first, after) {
            (b'%', &[high, low, ref after @ ..]) if let Some(byte) = hex(high, low) => {
                rest = after;
                byte
            }
            (b'+', _) => b' ',
            _ => first,
        })
    })
}

/// What two hexadecimal digits stand for.
fn hex(high: u8, low: u8) -> Option<u8> {
    let (high, low) = (HEX_VALUE[usize::from(high)], HEX_VALUE[usize::from(low)]);
    (high | low < INVALID).then_some(high << 4 | low & 15)
}

/// What a hexadecimal digit is worth, in the lower four bits.
static HEX_VALUE: [u8; 256] = {
    let mut table = [INVALID; 256];
    let mut at: u8 = 0;
    while at < 16 {
        let digit = HEX[at as usize];
        table[digit.to_ascii_lowercase() as usize] = LOWER_CASE | at;
        table[digit as usize] = at;
        at += 1;
    }
    table
};

const LOWER_CASE: u8 = 0x10;
/// Its lower five bits are those of no digit.
const INVALID: u8 = 0x3f;

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

    #[test]
    fn stretches_are_joined_only_where_they_are_neighbours() {
        let query = b"a=1&b=%2D&c=%20&d&&e=5&f=6";
        let params: Vec<_> = super::super::params(query).collect();
        for (skipped, sent) in [
            (None, "&a=1&b=-&c=%20&d=&e=5&f=6"),
            (Some(0), "&b=-&c=%20&d=&e=5&f=6"),
            (Some(2), "&a=1&b=-&d=&e=5&f=6"),
            (Some(4), "&a=1&b=-&c=%20&d=&f=6"),
        ] {
            let (mut encoder, mut out) = (Encoder::new(query), Vec::new());
            for (index, param) in params.iter().enumerate().filter(|(index, _)| Some(*index) != skipped) {
                let before = out.len() + encoder.pending();
                if index == 0 || !encoder.joins(&param.name, &param.value) {
                    encoder.separator(b'&', &mut out);
                    encoder.text(&param.name, &mut out);
                    encoder.separator(b'=', &mut out);
                    encoder.text(&param.value, &mut out);
                }
                assert!(out.len() + encoder.pending() > before);
            }
            encoder.flush(&mut out);
            assert_eq!(String::from_utf8_lossy(&out), sent);
        }
    }

    proptest! {
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
