//! Bytes and their escapes: what is safe, what `%XX` stands for, and how a byte is said. All by tables, since this is
//! asked for every byte of a log.

/// Appends one byte: as it is where that is safe, else as `%XX`.
pub(crate) fn push_encoded(byte: u8, out: &mut Vec<u8>) {
    match ENCODED[usize::from(byte)] {
        [byte, _, _, 1] => out.push(byte),
        // As a whole: to copy as many bytes as a variable says is a call of its own.
        [text @ .., _] => out.extend_from_slice(&text),
    }
}

/// The byte that a text of a form starts with, and how much of the text says so: a plus is a space, and a `%` that is no
/// escape stands for itself. The text is not empty.
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

/// Whether `%XX` is what [`push_encoded`] would write for the byte that it stands for.
#[inline]
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

/// What two hexadecimal digits stand for.
#[inline]
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
