//! Cuts a query at its `&` and `=`, 64 bytes at a look.
//!
//! In: the query between the quotes. Out: [`Param`]s, each text with the [`Form`] that it has. A busy log holds tens of
//! millions of parameters, and looking at every byte by itself was a third of all work: here the bytes of a window are
//! classified together, one bit each, and a name or a value costs a few instructions, however long it is.

use super::text::{Form, keeps_its_escape};
use super::{Param, Text};
use wide::u8x16;

/// The parameters of a query, as logged. Empty pieces (`a&&b`) are none.
#[derive(Debug, Clone)]
pub struct Params<'a> {
    query: &'a [u8],
    /// Where the next parameter starts.
    at: usize,
    /// Where the window starts.
    base: usize,
    window: Window,
}

impl<'a> Params<'a> {
    /// Before the first parameter.
    pub fn new(query: &'a [u8]) -> Self {
        Self { query, at: 0, base: 0, window: Window::of(query) }
    }

    /// The text up to the next byte that `stops` marks, which is stepped over.
    #[expect(clippy::inline_always, reason = "see next()")]
    #[inline(always)]
    fn take(&mut self, stops: impl Fn(&Window) -> u64) -> Text<'a> {
        let start = self.at;
        let mut form = Form::Safe;
        loop {
            let offset = self.at - self.base;
            if offset >= WINDOW {
                self.base += WINDOW;
                self.window = Window::of(self.query.get(self.base..).unwrap_or_default());
                continue;
            }
            let stop = stops(&self.window) >> offset;
            let below_stop = stop.wrapping_sub(1) & !stop;
            let odd = self.window.odd >> offset & below_stop;
            let percent = self.window.percent >> offset & below_stop;
            if odd | percent != 0 {
                form = form.max(self.form(odd, percent));
            }
            if stop != 0 {
                let end = self.at + stop.trailing_zeros() as usize;
                self.at = end + 1;
                return Text::of(&self.query[start..end], form);
            }
            self.at = self.base + WINDOW;
        }
    }

    #[inline]
    /// What the odd bytes and percent signs make of a text; bit 0 is the byte at the current place.
    fn form(&self, odd: u64, mut percent: u64) -> Form {
        if odd != 0 {
            return Form::Loose;
        }
        while percent != 0 {
            let at = self.at + percent.trailing_zeros() as usize;
            match self.query.get(at + 1..at + 3) {
                Some(&[high, low]) if keeps_its_escape(high, low) => percent &= percent - 1,
                _ => return Form::Loose,
            }
        }
        Form::Encoded
    }
}

impl<'a> Iterator for Params<'a> {
    type Item = Param<'a>;

    // By force: a parameter that is handed over in memory costs more than all that is done to it here.
    #[expect(clippy::inline_always)]
    #[inline(always)]
    fn next(&mut self) -> Option<Param<'a>> {
        while self.query.get(self.at) == Some(&b'&') {
            self.at += 1;
        }
        if self.at >= self.query.len() {
            return None;
        }
        let name = self.take(|window| window.ampersand | window.equals);
        let has_value = self.query.get(self.at - 1) == Some(&b'=');
        let value = if has_value { self.take(|window| window.ampersand) } else { Text::of(b"", Form::Safe) };
        Some(Param { name, value })
    }
}

/// Bytes of a window: one bit each.
const WINDOW: usize = u64::BITS as usize;

/// What the bytes of a window are, the first in the lowest bit. Behind the end of the query all are ampersands.
#[derive(Debug, Clone, Copy)]
struct Window {
    ampersand: u64,
    equals: u64,
    percent: u64,
    /// Neither safe nor a percent sign.
    odd: u64,
}

impl Window {
    #[inline]
    fn of(query: &[u8]) -> Self {
        if let Some(bytes) = query.first_chunk() {
            return Self::of_whole(bytes);
        }
        let mut bytes = [b'&'; WINDOW];
        bytes[..query.len()].copy_from_slice(query);
        Self::of_whole(&bytes)
    }

    #[inline]
    fn of_whole(bytes: &[u8; WINDOW]) -> Self {
        let mut window = Self { ampersand: 0, equals: 0, percent: 0, odd: 0 };
        for lane in bytes.as_chunks::<16>().0.iter().rev() {
            let lane = u8x16::new(*lane);
            let is = |byte: u8| lane.simd_eq(u8x16::splat(byte));
            let within = |lane: u8x16, first: u8, count: u8| {
                let above = lane - u8x16::splat(first);
                above.min(u8x16::splat(count - 1)).simd_eq(above)
            };
            let (percent, equals, ampersand) = (is(b'%'), is(b'='), is(b'&'));
            let letter = within(lane | u8x16::splat(0x20), b'a', 26);
            let digit = within(lane, b'0', 10);
            let even = letter | digit | within(lane, b'-', 2) | is(b'_') | percent;
            let push = |bits: &mut u64, lane: u8x16| *bits = *bits << 16 | u64::from(lane.to_bitmask());
            push(&mut window.ampersand, ampersand);
            push(&mut window.equals, equals);
            push(&mut window.percent, percent);
            push(&mut window.odd, !even);
        }
        window
    }
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
