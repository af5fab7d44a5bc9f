//! A request: the record's query as function and parameters, in logged order, repeats included.
//!
//! In: a [`Record`]. Out: [`Param`]s that borrow from the line. Nothing is decoded before somebody asks, because the
//! form with percent signs is what may safely be shown and sent; decoding it early and encoding it again changes bytes.

pub mod effect;
pub mod text;

pub use text::Text;

use crate::record::{Expected, Record, Unreadable};

/// One `name=value` of the query.
#[derive(Debug, Clone, Copy)]
pub struct Param<'a> {
    /// What stands before the first `=`.
    pub name: Text<'a>,
    /// What stands after it, empty if there is none.
    pub value: Text<'a>,
}

/// The parameters of a query, as logged. Empty pieces (`a&&b`) are none.
pub fn params(payload: &[u8]) -> impl Iterator<Item = Param<'_>> {
    let ends = memchr::memchr_iter(b'&', payload).chain([payload.len()]);
    let mut start = 0;
    let pairs = ends.map(move |end| &payload[std::mem::replace(&mut start, end + 1)..end]);
    pairs.filter(|pair| !pair.is_empty()).map(param)
}

/// Names are short and asked for often, so one look finds their end and whether there is anything to decode in them.
fn param(pair: &[u8]) -> Param<'_> {
    let mut encoded = false;
    let mut len = 0;
    for &byte in pair {
        if byte == b'=' {
            break;
        }
        encoded |= byte == b'%' || byte == b'+';
        len += 1;
    }
    let name = if encoded { Text::Encoded(&pair[..len]) } else { Text::Plain(&pair[..len]) };
    Param { name, value: Text::Encoded(pair.get(len + 1..).unwrap_or_default()) }
}

/// The function, where it is easily seen: a name before it that is encoded may be another `func`.
pub fn function_at_a_glance(payload: &[u8]) -> Option<Text<'_>> {
    let plain = params(payload).take_while(|param| matches!(param.name, Text::Plain(_)));
    let function = { plain }.find(|param| param.name.logged() == b"func")?.value;
    Some(function).filter(|function| !function.is_empty() && !function.is_mask())
}

/// The function that the request's `func` names.
///
/// # Errors
/// A request without one calls nothing; `at` is where its query starts within `line`.
pub fn function<'a>(func: Option<Param<'a>>, record: &Record<'a>, line: &[u8]) -> Result<Text<'a>, Unreadable> {
    func.filter(|param| !param.value.is_empty() && !param.value.is_mask())
        .map(|param| param.value)
        .ok_or_else(|| Unreadable { expected: Expected::Function, at: offset_within(line, record.payload) })
}

/// Where `part` starts in `line` if it was cut out of it, else the line's end.
fn offset_within(line: &[u8], part: &[u8]) -> usize {
    let offset = part.as_ptr().addr().wrapping_sub(line.as_ptr().addr());
    if offset <= line.len() { offset } else { line.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_repeats_and_odd_pieces_survive() {
        let listed: Vec<String> = params(b"b=2&a=1&&flag&b=3&=x&c=d=e&")
            .map(|param| format!("{}:{}", param.name.logged().escape_ascii(), param.value.logged().escape_ascii()))
            .collect();
        assert_eq!(listed, ["b:2", "a:1", "flag:", "b:3", ":x", "c:d=e"]);
    }

    #[test]
    fn the_mask_is_a_bare_star_only() {
        let masked: Vec<bool> = params(b"a=*&b=%2A&c=**&d=").map(|param| param.value.is_mask()).collect();
        assert_eq!(masked, [true, false, false, false]);
    }
}
