//! Converts UTF-16 with a byte order mark, as PowerShell 5 writes it with `>`, to UTF-8.
//!
//! A surrogate without its partner is not a character. It keeps its value in three bytes, in the scheme of UTF-8, so
//! that nothing of a log is lost or replaced; later stages treat it as bytes that are not UTF-8.

use super::Packing;
use super::flaw::Flaw;
use super::input::Input;
use std::io::{self, BufRead, Read};

pub(super) struct Utf16<'r> {
    input: Input<'r>,
    big_endian: bool,
    /// The first byte of a unit whose second byte was not read yet.
    odd: Option<u8>,
    /// A high surrogate whose partner was not read yet.
    high: Option<u16>,
    text: Vec<u8>,
    given: usize,
}

impl<'r> Utf16<'r> {
    /// Decodes from the byte order mark on.
    pub(super) fn new(mut input: Input<'r>, big_endian: bool) -> Self {
        input.consume(2);
        Self { input, big_endian, odd: None, high: None, text: Vec::new(), given: 0 }
    }

    /// Decodes the result of one read; false at the end.
    fn decode(&mut self) -> io::Result<bool> {
        let bytes = self.input.fill_buf()?;
        let (count, big_endian) = (bytes.len(), self.big_endian);
        if count == 0 {
            if let Some(high) = self.high.take() {
                push_surrogate(&mut self.text, high);
                return Ok(true);
            }
            let cut = Flaw::Cut { packing: Packing::Utf16(big_endian), at: self.input.at() };
            return if self.odd.is_some() { Err(cut.into()) } else { Ok(false) };
        }
        let (high, text) = (&mut self.high, &mut self.text);
        let mut push = |first: u8, second: u8| {
            let unit = if big_endian { [first, second] } else { [second, first] };
            push_unit(text, high, u16::from_be_bytes(unit));
        };
        let mut rest = bytes;
        if let Some(odd) = self.odd.take() {
            push(odd, bytes[0]);
            rest = &bytes[1..];
        }
        let (pairs, odd) = rest.as_chunks::<2>();
        for &[first, second] in pairs {
            push(first, second);
        }
        self.odd = odd.first().copied();
        self.input.consume(count);
        Ok(true)
    }
}

/// Appends a character once both of its units were read.
fn push_unit(text: &mut Vec<u8>, high: &mut Option<u16>, unit: u16) {
    let first = high.take();
    if let (Some(first), 0xdc00..=0xdfff) = (first, unit) {
        let chars = char::decode_utf16([first, unit]).flatten();
        chars.for_each(|char| push(text, char));
        return;
    }
    if let Some(first) = first {
        push_surrogate(text, first);
    }
    match unit {
        0xd800..=0xdbff => *high = Some(unit),
        _ => match char::from_u32(unit.into()) {
            Some(char) => push(text, char),
            None => push_surrogate(text, unit),
        },
    }
}

fn push(text: &mut Vec<u8>, char: char) {
    text.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes());
}

fn push_surrogate(text: &mut Vec<u8>, surrogate: u16) {
    let [high, low] = surrogate.to_be_bytes();
    text.extend_from_slice(&[0xed, 0x80 | (high & 0xf) << 2 | low >> 6, 0x80 | low & 0x3f]);
}

impl Read for Utf16<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.given == self.text.len() {
            self.text.clear();
            self.given = 0;
            if !self.decode()? {
                return Ok(0);
            }
        }
        let count = self.text[self.given..].as_ref().read(buffer)?;
        self.given += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns this many bytes per read.
    struct Pieces(Vec<u8>, usize);

    impl Read for Pieces {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let count = self.1.min(buffer.len()).min(self.0.len());
            buffer[..count].copy_from_slice(&self.0[..count]);
            self.0.drain(..count);
            Ok(count)
        }
    }

    /// Decodes these units in both byte orders, read in pieces of several lengths.
    #[track_caller]
    fn decoded(units: &[u16], expected: &[u8]) {
        for (big_endian, piece) in [(false, 1), (false, 3), (false, 4096), (true, 1), (true, 2), (true, 5)] {
            let bytes = |unit: &u16| if big_endian { unit.to_be_bytes() } else { unit.to_le_bytes() };
            let bytes: Vec<u8> = std::iter::once(&0xfeff).chain(units).flat_map(bytes).collect();
            let mut input = Input::new(Box::new(Pieces(bytes, piece)), 4096);
            while input.buffered().len() < 2 && input.more().expect("memory") {}
            let mut text = Vec::new();
            Utf16::new(input, big_endian).read_to_end(&mut text).expect("even");
            assert_eq!(text.escape_ascii().to_string(), expected.escape_ascii().to_string(), "{big_endian} {piece}");
        }
    }

    #[test]
    fn every_character_is_the_same_in_utf_8() {
        let every: String = ('\0'..=char::MAX).step_by(7).collect();
        decoded(&every.encode_utf16().collect::<Vec<_>>(), every.as_bytes());
        decoded(&[], b"");
    }

    #[test]
    fn a_surrogate_without_its_partner_keeps_its_value() {
        decoded(&[0x61, 0xd83d, 0x62], b"a\xed\xa0\xbdb");
        decoded(&[0xde00, 0x62], b"\xed\xb8\x80b");
        decoded(&[0xd83d, 0xd83d, 0xde00], b"\xed\xa0\xbd\xf0\x9f\x98\x80");
        decoded(&[0x61, 0xd83d], b"a\xed\xa0\xbd");
    }

    #[test]
    fn half_a_unit_at_the_end_is_a_cut() {
        let mut input = Input::new(Box::new(&b"\xff\xfea\0b"[..]), 4096);
        assert!(input.more().expect("memory"));
        let (mut text, mut reader) = (Vec::new(), Utf16::new(input, false));
        let error = reader.read_to_end(&mut text).expect_err("odd");
        assert_eq!((text.as_slice(), error.kind()), (&b"a"[..], io::ErrorKind::UnexpectedEof));
    }
}
