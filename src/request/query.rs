//! Normalizes a query into the form in which names and values are printed, so that all later stages only copy bytes.
//!
//! In: the payload of a record. Out: the same with only letters, digits, `.`, `-`, `_` and `%XX` between the separators
//! `&` and `=`: no shell, URL parser or terminal interprets any of these. The meaning stays the same, byte for byte.
//! Most of a payload has this form already, and a payload that has it throughout is borrowed.

use super::escape::{keeps_its_escape, push_encoded, unescape};
use super::window::{Marks, is, is_within};
use super::{LONGEST_CALL, MOST_PARAMS, Params, Text};
use crate::large;
use crate::record::Expected;
use wide::u8x16;

/// A query in the form of [`Text::encode`](super::Text::encode).
///
/// A star is kept, because a value that is only a star is the panel's mask; so is a second `=` of a parameter.
#[derive(Debug, Clone, Copy)]
pub struct Query<'a> {
    bytes: &'a [u8],
}

impl<'a> Query<'a> {
    /// Normalizes a payload; `scratch` holds the result unless the payload can be borrowed.
    // Must not inline: inside a caller, the loop runs out of registers.
    #[inline(never)]
    pub fn new(payload: &'a [u8], scratch: &'a mut Vec<u8>) -> Self {
        scratch.clear();
        let mut copied = 0;
        for at in Marks::new(payload, |lane| !stays(lane)) {
            if !matches!(payload[at..], [b'%', high, low, ..] if keeps_its_escape(high, low)) {
                let (byte, len) = unescape(&payload[at..]);
                scratch.extend_from_slice(&payload[copied..at]);
                push_encoded(byte, scratch);
                copied = at + len;
            }
        }
        if copied == 0 {
            return Self { bytes: payload };
        }
        scratch.extend_from_slice(&payload[copied..]);
        Self { bytes: scratch }
    }

    /// Normalizes a payload, unless it or the result exceeds the limits of a call.
    ///
    /// # Errors
    /// The limit that is exceeded.
    #[inline]
    pub fn within_limits(payload: &'a [u8], scratch: &'a mut Vec<u8>) -> Result<Self, Expected> {
        // A shorter payload cannot exceed either limit.
        if payload.len() > MOST_PARAMS {
            check(payload)?;
            large::expect(scratch, payload.len());
        }
        Ok(Self::new(payload, scratch))
    }

    /// The value of the first parameter with this name, which must consist of letters, digits, `.`, `-` and `_`. Much
    /// faster than iterating over all parameters.
    pub fn value(self, name: &str) -> Option<Text<'a>> {
        let is_name = |&at: &usize| {
            let before = at.checked_sub(1).is_none_or(|before| self.bytes[before] == b'&');
            before && matches!(self.bytes.get(at + name.len()), None | Some(b'=' | b'&'))
        };
        let start = memchr::memmem::find_iter(self.bytes, name).find(is_name)?;
        Params::new(&self.bytes[start..]).next().map(|param| param.value)
    }

    /// Its parameters, in order. Empty pieces (`a&&b`) are skipped.
    #[inline]
    pub fn params(self) -> Params<'a> {
        Params::new(self.bytes)
    }
}

/// Checks the limits of a long payload before anything is allocated for it.
#[inline(never)]
fn check(payload: &[u8]) -> Result<(), Expected> {
    let changed = Marks::new(payload, |lane| !stays(lane))
        .filter(|&at| !matches!(payload[at..], [b'%', ..]) || unescape(&payload[at..]).1 == 1);
    // An escape that is kept has the same length, one that is decoded gets shorter.
    if payload.len() > LONGEST_CALL || payload.len() + 2 * changed.count() > LONGEST_CALL {
        return Err(Expected::ShorterCall);
    }
    if Params::new(payload).take(MOST_PARAMS + 1).count() > MOST_PARAMS {
        return Err(Expected::FewerParams);
    }
    Ok(())
}

/// Which bytes are kept whatever surrounds them.
#[inline]
fn stays(lane: u8x16) -> u8x16 {
    let letter = is_within(lane | u8x16::splat(0x20), b'a', b'z');
    let low = is_within(lane, b'-', b'9') & !is(lane, b'/');
    letter | low | is(lane, b'_') | is(lane, b'=') | is(lane, b'&') | is(lane, b'*')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_what_has_another_form_is_changed() {
        for (payload, query) in [
            ("", ""),
            ("a=1&b=%20&c=*", "a=1&b=%20&c=*"),
            ("a=test%2D5&b=2", "a=test-5&b=2"),
            ("%66unc=a+b&c=%d0%zz%", "func=a%20b&c=%D0%25zz%25"),
            ("a==%3d&&b='$`", "a==%3D&&b=%27%24%60"),
        ] {
            let mut scratch = b"of an earlier one".to_vec();
            assert_eq!(Query::new(payload.as_bytes(), &mut scratch).bytes, query.as_bytes());
            assert_eq!(scratch.is_empty(), payload == query);
        }
    }

    #[test]
    fn what_is_too_long_or_has_too_many_parameters_is_refused() {
        let check = |payload: &str| Query::within_limits(payload.as_bytes(), &mut Vec::new()).map(drop);
        let long = |piece: &str, len: usize| "func=f&x=".to_owned() + &piece.repeat(len / piece.len());
        for (payload, result) in [
            (long("x", LONGEST_CALL - 9), Ok(())),
            (long("x", LONGEST_CALL), Err(Expected::ShorterCall)),
            (long("%41", LONGEST_CALL - 30), Ok(())),
            (long("%D0", LONGEST_CALL - 30), Ok(())),
            (long("%d0", LONGEST_CALL + 30), Err(Expected::ShorterCall)),
            (long(" ", LONGEST_CALL / 3 - 20), Ok(())),
            (long(" ", LONGEST_CALL / 3 + 20), Err(Expected::ShorterCall)),
            (long("%", LONGEST_CALL / 3 + 20), Err(Expected::ShorterCall)),
            ("&a".repeat(MOST_PARAMS), Ok(())),
            ("&a&".repeat(MOST_PARAMS), Ok(())),
            ("&a".repeat(MOST_PARAMS + 1), Err(Expected::FewerParams)),
        ] {
            assert_eq!(check(&payload), result, "{} bytes of {}", payload.len(), &payload[..20]);
        }
    }

    proptest! {
        #[test]
        fn it_is_harmless_and_means_the_same(
            payload in proptest::collection::vec(
                prop_oneof![Just(b"&".to_vec()), Just(b"=".to_vec()), Just(b"%2D".to_vec()), Just(b"%D0%98".to_vec()),
                    Just(b"%4".to_vec()), "[a-z+*. ]{1,40}".prop_map(String::into_bytes), any::<[u8; 1]>().prop_map(Vec::from)],
                0..60,
            ).prop_map(|pieces| pieces.concat()),
        ) {
            let mut scratch = Vec::new();
            let query = Query::new(&payload, &mut scratch);
            prop_assert!(query.bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || b"%.-_&=*".contains(byte)));
            let pieces = payload.split(|&byte| byte == b'&').filter(|piece| !piece.is_empty());
            let pairs: Vec<[Vec<u8>; 2]> = pieces
                .map(|piece| {
                    let end = memchr::memchr(b'=', piece).unwrap_or(piece.len());
                    [&piece[..end], piece.get(end + 1..).unwrap_or_default()].map(|text| Text::encoded(text).decode().into_owned())
                })
                .collect();
            let params: Vec<[Vec<u8>; 2]> =
                query.params().map(|param| [param.name, param.value].map(|text| text.decode().into_owned())).collect();
            prop_assert_eq!(params, pairs);
            for text in query.params().flat_map(|param| [param.name, param.value]) {
                let mut encoded = Vec::new();
                Text::plain(&text.decode()).encode(&mut encoded);
                prop_assert!(!text.is_encoded() || encoded == text.bytes());
            }
        }
    }
}
