//! Looks at 64 bytes together: a question about each, answered with one bit a byte.
//!
//! A busy log holds tens of millions of parameters, and looking at every byte by itself was a third of all work.

use wide::u8x16;

/// Bytes of a window.
pub(super) const WINDOW: usize = u64::BITS as usize;

/// The places in a text where the answer is yes. It must be no for an `a`, which stands behind the end of every text.
#[derive(Debug)]
pub(crate) struct Marks<'a, F> {
    text: &'a [u8],
    ask: F,
    /// Where the window starts.
    start: usize,
    /// Its marks that were not met yet.
    left: u64,
}

impl<'a, F: Fn(u8x16) -> u8x16> Marks<'a, F> {
    /// Before the first one.
    #[inline]
    pub(crate) fn new(text: &'a [u8], ask: F) -> Self {
        let mut marks = Self { text, ask, start: 0, left: 0 };
        marks.look();
        marks
    }

    /// Passes over all in front of a place, which is not in front of those passed already.
    #[inline]
    pub(crate) fn pass(&mut self, place: usize) {
        let len = place - self.start;
        if len < WINDOW {
            self.left &= u64::MAX << len;
        } else {
            self.start = place;
            self.look();
        }
    }

    #[inline]
    fn look(&mut self) {
        let text = self.text.get(self.start..).unwrap_or_default();
        [self.left] = look(text, b'a', |lane| [(self.ask)(lane)]);
    }
}

impl<F: Fn(u8x16) -> u8x16> Iterator for Marks<'_, F> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.left == 0 {
            if self.text.len().saturating_sub(self.start) <= WINDOW {
                return None;
            }
            self.start += WINDOW;
            self.look();
        }
        let mark = self.start + self.left.trailing_zeros() as usize;
        self.left &= self.left - 1;
        Some(mark)
    }
}

/// What these questions say of the first bytes of a text, the first byte in the lowest bit. Behind the text's end stands
/// `behind`.
#[inline]
pub(super) fn look<const N: usize>(text: &[u8], behind: u8, ask: impl Fn(u8x16) -> [u8x16; N]) -> [u64; N] {
    if let Some(bytes) = text.first_chunk() {
        return look_at(bytes, ask);
    }
    let mut bytes = [behind; WINDOW];
    bytes[..text.len()].copy_from_slice(text);
    look_at(&bytes, ask)
}

#[inline]
fn look_at<const N: usize>(bytes: &[u8; WINDOW], ask: impl Fn(u8x16) -> [u8x16; N]) -> [u64; N] {
    let (lanes, _) = bytes.as_chunks();
    lanes.iter().rev().fold([0; N], |mut bits, lane| {
        for (bits, answer) in bits.iter_mut().zip(ask(u8x16::new(*lane))) {
            *bits = *bits << 16 | u64::from(answer.to_bitmask());
        }
        bits
    })
}

/// Which bytes are this one.
#[inline]
pub(crate) fn is(lane: u8x16, byte: u8) -> u8x16 {
    lane.simd_eq(u8x16::splat(byte))
}

/// Which bytes are one of these.
#[inline]
pub(super) fn is_within(lane: u8x16, first: u8, last: u8) -> u8x16 {
    let above = lane - u8x16::splat(first);
    above.min(u8x16::splat(last - first)).simd_eq(above)
}
