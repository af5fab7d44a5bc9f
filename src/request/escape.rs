//! Percent-escapes of bytes: which bytes are safe, how the others are encoded, how escapes are decoded. Lookup tables,
//! because this runs for every byte of a log.

/// Appends one byte: unchanged if it is safe, else as `%XX`.
pub(crate) fn push_encoded(byte: u8, out: &mut Vec<u8>) {
    match ENCODED[usize::from(byte)] {
        [byte, _, _, 1] => out.push(byte),
        // Copy all three bytes at once: a copy of variable length would be a function call.
        [text @ .., _] => out.extend_from_slice(&text),
    }
}

/// Decodes the first byte of a form-encoded text; returns the byte and the length of its encoding. A plus is a space,
/// and a `%` that does not start an escape stands for itself. The text must not be empty.
#[inline]
pub(crate) fn unescape(text: &[u8]) -> (u8, usize) {
    if let [b'%', high, low, ..] = *text
        && let Some(byte) = hex(high, low)
    {
        return (byte, 3);
    }
    (if text[0] == b'+' { b' ' } else { text[0] }, 1)
}

const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// For each byte, its encoding and the length of the encoding.
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

/// Whether [`push_encoded`] would write `%XX` for the byte that this escape stands for.
#[inline]
pub(super) fn keeps_its_escape(high: u8, low: u8) -> bool {
    KEPT[usize::from(high)] >> (HEX_VALUE[usize::from(low)] & 31) & 1 == 1
}

/// For each first digit of an escape, a bit set of the second digits with which the escape is kept.
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

/// The byte that two hexadecimal digits stand for.
#[inline]
fn hex(high: u8, low: u8) -> Option<u8> {
    let (high, low) = (HEX_VALUE[usize::from(high)], HEX_VALUE[usize::from(low)]);
    (high | low < INVALID).then_some(high << 4 | low & 15)
}

/// The value of a hexadecimal digit, in the lower four bits.
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
/// Its lower five bits differ from those of any digit.
const INVALID: u8 = 0x3f;
