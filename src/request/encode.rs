//! Encoding: the one form in which names and values are printed. Letters, digits, `.`, `-`, `_` and `%XX` only: no shell, no
//! URL parser and no terminal reads anything into those, so what went through here is safe wherever it is put.

use super::escape::{hex, is_safe, keeps_its_escape, push_encoded};
use super::offset_within;
use super::text::{Form, Text};
use std::ops::Range;

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
            (Form::Loose, None) => {
                let mut alone = Encoder::new(bytes);
                alone.loose(0, bytes, out);
                alone.flush(out);
            }
            (Form::Plain, _) => bytes.iter().for_each(|&byte| push_encoded(byte, out)),
        }
    }

    /// Appends text that starts there in the source: what needs no change in stretches, and the rest byte by byte.
    fn loose(&mut self, start: usize, bytes: &[u8], out: &mut Vec<u8>) {
        let (mut copied, mut at) = (0, 0);
        while at < bytes.len() {
            if is_safe(bytes[at]) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_are_joined_only_where_they_are_neighbours() {
        let query = b"a=1&b=%2D&c=%20&d&&e=5&f=6";
        let params: Vec<_> = crate::request::params(query).collect();
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
}
