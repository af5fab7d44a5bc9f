//! Makes the tests' own form decoder, which uses an independent crate, available to the targets.

#[allow(dead_code)]
#[path = "../../tests/it/support/form.rs"]
mod shared;

pub(crate) use shared::show;

/// A name and its value, decoded.
pub type Pair = (Vec<u8>, Vec<u8>);

/// The decoded pairs of a query or a form body, in order; a piece without `=` has an empty value.
pub fn decode(form: &[u8]) -> Vec<Pair> {
    shared::decode(form)
}

/// The pairs, still encoded.
pub fn pieces(form: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    shared::pieces(form)
}

/// Decodes a text: `+` is a space, a `%` that does not start an escape stands for itself.
pub fn plain(encoded: &[u8]) -> Vec<u8> {
    shared::plain(encoded)
}
