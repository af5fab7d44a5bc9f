//! Cuts a query at its `&` and `=`, 64 bytes at a look.
//!
//! In: the query between the quotes. Out: [`Param`]s, each text with the form that it has. A busy log holds tens of
//! millions of parameters, and looking at every byte by itself was a third of all work: here the bytes of a window are
//! classified together, one bit each, and a name or a value costs a few instructions, however long it is.

use super::escape::keeps_its_escape;
use super::text::Form;
use super::{Param, Text};
use wide::u8x16;

/// The parameters of a query, as logged. Empty pieces (`a&&b`) are none.
#[derive(Debug, Clone)]
pub struct Params<'a> {
    query: &'a [u8],
    /// Where the next parameter starts.
    at: usize,
    /// The bytes of the window that are not safe and were not met yet, the first of the window in the lowest bit.
    special: u64,
    /// Where the window starts.
    base: usize,
}

impl<'a> Params<'a> {
    /// Before the first parameter.
    #[inline]
    pub fn new(query: &'a [u8]) -> Self {
        Self { query, at: 0, special: special(query), base: 0 }
    }

    /// Goes on to the next byte that is not safe and says what it is; the end counts as an ampersand.
    #[expect(clippy::inline_always, reason = "see next()")]
    #[inline(always)]
    fn next_special(&mut self) -> u8 {
        while self.special == 0 {
            self.base += WINDOW;
            self.special = special(self.query.get(self.base..).unwrap_or_default());
        }
        self.at = self.base + self.special.trailing_zeros() as usize;
        self.special &= self.special - 1;
        self.query.get(self.at).copied().unwrap_or(b'&')
    }

    /// The text up to the next byte that ends it, which is stepped over and returned.
    #[expect(clippy::inline_always, reason = "see next()")]
    #[inline(always)]
    fn take(&mut self, ends: impl Fn(u8) -> bool) -> (Text<'a>, u8) {
        let start = self.at;
        let mut form = Form::Safe;
        loop {
            let byte = self.next_special();
            if ends(byte) {
                let text = &self.query[start..self.at];
                self.at += 1;
                return (Text::of(text, form), byte);
            }
            let kept = byte == b'%'
                && matches!(self.query.get(self.at + 1..self.at + 3), Some(&[high, low]) if keeps_its_escape(high, low));
            form = form.max(if kept { Form::Encoded } else { Form::Loose });
        }
    }
}

impl<'a> Iterator for Params<'a> {
    type Item = Param<'a>;

    // By force: a parameter that is handed over in memory costs more than all that is done to it here.
    #[expect(clippy::inline_always)]
    #[inline(always)]
    fn next(&mut self) -> Option<Param<'a>> {
        loop {
            if self.at >= self.query.len() {
                return None;
            }
            let (name, end) = self.take(|byte| matches!(byte, b'=' | b'&'));
            if end == b'=' {
                let (value, _) = self.take(|byte| byte == b'&');
                return Some(Param { name, value });
            }
            if !name.is_empty() {
                return Some(Param { name, value: Text::of(b"", Form::Safe) });
            }
        }
    }
}

/// Bytes of a window: one bit each.
const WINDOW: usize = u64::BITS as usize;

/// Which bytes of the query's first window are not safe. Behind its end stand ampersands.
#[inline]
fn special(query: &[u8]) -> u64 {
    if let Some(bytes) = query.first_chunk() {
        return special_of_whole(bytes);
    }
    let mut bytes = [b'&'; WINDOW];
    bytes[..query.len()].copy_from_slice(query);
    special_of_whole(&bytes)
}

#[inline]
fn special_of_whole(bytes: &[u8; WINDOW]) -> u64 {
    let (lanes, _) = bytes.as_chunks();
    lanes.iter().rev().fold(0, |bits, lane| {
        let lane = u8x16::new(*lane);
        let within = |lane: u8x16, first: u8, count: u8| {
            let above = lane - u8x16::splat(first);
            above.min(u8x16::splat(count - 1)).simd_eq(above)
        };
        let letter = within(lane | u8x16::splat(0x20), b'a', 26);
        let safe = letter | within(lane, b'0', 10) | within(lane, b'-', 2) | lane.simd_eq(u8x16::splat(b'_'));
        bits << 16 | u64::from((!safe).to_bitmask())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same, one byte after the other.
    fn simply(query: &[u8]) -> Vec<(&[u8], &[u8])> {
        let pairs = query.split(|&byte| byte == b'&').filter(|pair| !pair.is_empty());
        let cut = |pair| memchr::memchr(b'=', pair).unwrap_or(pair.len());
        pairs.map(|pair| (&pair[..cut(pair)], pair.get(cut(pair) + 1..).unwrap_or_default())).collect()
    }

    proptest! {
        #[test]
        fn windows_do_not_show(query in "[&=%a-cA-F0-9._*+é -]{0,200}") {
            let params: Vec<_> = Params::new(query.as_bytes()).collect();
            let pairs: Vec<_> = params.iter().map(|param| (param.name.logged(), param.value.logged())).collect();
            prop_assert_eq!(pairs, simply(query.as_bytes()));
        }

        #[test]
        fn a_form_never_claims_too_much(query in "([&=]|%[0-9A-Fa-f]{0,2}|[a-z0-9._-]{1,70}|.){0,40}") {
            for text in Params::new(query.as_bytes()).flat_map(|param| [param.name, param.value]) {
                let mut encoded = Vec::new();
                Text::encoded(text.logged()).encode(&mut encoded);
                let safe = text.logged().iter().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(byte));
                prop_assert_eq!(text.is_safe(), safe);
                prop_assert_eq!(text.is_encoded(), encoded == text.logged());
            }
        }
    }
}
