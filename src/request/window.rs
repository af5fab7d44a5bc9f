//! Classifies 64 bytes at once; the result has one bit per byte.
//!
//! A busy log contains tens of millions of parameters, and classifying each byte alone took a third of the whole time.

use wide::u8x16;

/// Bytes per window.
pub(super) const WINDOW: usize = u64::BITS as usize;

/// Iterates over the offsets of the bytes that `select` marks. It must not mark `a`, the padding after the end of a text.
#[derive(Debug)]
pub(crate) struct Marks<'a, F> {
    text: &'a [u8],
    select: F,
    /// The offset of the window.
    start: usize,
    /// The selected bytes of the window that were not returned yet.
    left: u64,
}

impl<'a, F: Fn(u8x16) -> u8x16> Marks<'a, F> {
    #[inline]
    pub(crate) fn new(text: &'a [u8], select: F) -> Self {
        let mut marks = Self { text, select, start: 0, left: 0 };
        marks.classify();
        marks
    }

    /// Skips all offsets before `place`, which must not be less than in earlier calls.
    #[inline]
    pub(crate) fn pass(&mut self, place: usize) {
        let len = place - self.start;
        if len < WINDOW {
            self.left &= u64::MAX << len;
        } else {
            self.start = place;
            self.classify();
        }
    }

    #[inline]
    fn classify(&mut self) {
        let text = self.text.get(self.start..).unwrap_or_default();
        [self.left] = bitmasks(text, b'a', |lane| [(self.select)(lane)]);
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
            self.classify();
        }
        let mark = self.start + self.left.trailing_zeros() as usize;
        self.left &= self.left - 1;
        Some(mark)
    }
}

/// Classifies the first bytes of a text, with the first byte in the lowest bit. A shorter text is padded with `behind`.
#[inline]
pub(super) fn bitmasks<const N: usize>(text: &[u8], behind: u8, select: impl Fn(u8x16) -> [u8x16; N]) -> [u64; N] {
    if let Some(bytes) = text.first_chunk() {
        return bitmasks_of(bytes, select);
    }
    let mut bytes = [behind; WINDOW];
    bytes[..text.len()].copy_from_slice(text);
    bitmasks_of(&bytes, select)
}

#[inline]
fn bitmasks_of<const N: usize>(bytes: &[u8; WINDOW], select: impl Fn(u8x16) -> [u8x16; N]) -> [u64; N] {
    let (lanes, _) = bytes.as_chunks();
    lanes.iter().rev().fold([0; N], |mut bits, lane| {
        for (bits, selected) in bits.iter_mut().zip(select(u8x16::new(*lane))) {
            *bits = *bits << 16 | u64::from(selected.to_bitmask());
        }
        bits
    })
}

/// Which bytes equal `byte`.
#[inline]
pub(crate) fn is(lane: u8x16, byte: u8) -> u8x16 {
    lane.simd_eq(u8x16::splat(byte))
}

/// Which bytes are in the range from `first` to `last`.
#[inline]
pub(super) fn is_within(lane: u8x16, first: u8, last: u8) -> u8x16 {
    let above = lane - u8x16::splat(first);
    above.min(u8x16::splat(last - first)).simd_eq(above)
}
