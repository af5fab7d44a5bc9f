//! A request: the record's query as function and parameters, in logged order, repeats included.
//!
//! In: a [`Record`]. Out: the [`Param`]s of its [`Query`]. Only the percent-encoded form is safe to show and send, so a
//! payload is normalized into that form first and keeps it; decoding happens only on demand.

pub(crate) mod effect;
pub(crate) mod escape;
pub(crate) mod name;
pub(crate) mod query;
pub(crate) mod scan;
pub(crate) mod text;
pub(crate) mod window;

pub(crate) use name::Name;
pub use query::Query;
pub(crate) use scan::{ParamRange, Params};
pub use text::Text;

use crate::record::{Expected, Record, Unreadable};

/// One `name=value` of the query.
#[derive(Debug, Clone, Copy)]
pub struct Param<'a> {
    /// The text before the first `=`.
    pub name: Text<'a>,
    /// The text after it; empty if there is no `=`.
    pub value: Text<'a>,
}

/// The longest request that is converted (8 MiB): applies both to the logged line without colour codes and to the query
/// as it is sent. Rendering a call takes several times this memory, and all of it must fit in twice the longest line.
pub(crate) const LONGEST_CALL: usize = 8 * 1024 * 1024;

/// The most parameters that a request may have. No form has so many, and each takes memory of its own.
pub(crate) const MOST_PARAMS: usize = 100_000;

/// The function if it is found without decoding. An encoded name before it ends the search: it may be another `func`.
pub fn function_at_a_glance(payload: &[u8]) -> Option<Text<'_>> {
    // The payload is not normalized yet: only its escapes can be trusted.
    let mut plain = Params::new(payload).take_while(|param| param.name.is_safe());
    let function = plain.find(|param| param.name.bytes() == b"func")?.value;
    Some(Text::encoded(function.bytes())).filter(|function| !function.is_empty() && !function.is_mask())
}

/// The function that the request's `func` names.
///
/// # Errors
/// A request without a function calls nothing. The error's `at` is the start of the query within `line`.
pub(crate) fn function<'a>(func: Option<Param<'a>>, record: &Record<'a>, line: &[u8]) -> Result<Text<'a>, Unreadable> {
    func.filter(|param| !param.value.is_empty() && !param.value.is_mask()).map(|param| param.value).ok_or_else(|| {
        Unreadable { expected: Expected::Function, at: offset_within(line, record.payload).unwrap_or(line.len()) }
    })
}

/// The offset of a part within a text; `None` if `part` is not a slice of `whole`.
pub(crate) fn offset_within(whole: &[u8], part: &[u8]) -> Option<usize> {
    let offset = part.as_ptr().addr().wrapping_sub(whole.as_ptr().addr());
    (offset <= whole.len() && part.len() <= whole.len() - offset).then_some(offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_repeats_and_odd_pieces_survive() {
        let listed: Vec<String> = Params::new(b"b=2&a=1&&flag&b=3&=x&c=d=e&")
            .map(|param| format!("{}:{}", param.name.bytes().escape_ascii(), param.value.bytes().escape_ascii()))
            .collect();
        assert_eq!(listed, ["b:2", "a:1", "flag:", "b:3", ":x", "c:d=e"]);
    }

    #[test]
    fn the_mask_is_a_bare_star_only() {
        let masked: Vec<bool> = Params::new(b"a=*&b=%2A&c=**&d=").map(|param| param.value.is_mask()).collect();
        assert_eq!(masked, [true, false, false, false]);
    }
}
