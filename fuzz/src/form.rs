//! Forms as a panel reads them: the tests' own reader, which a crate decodes for, opened for the targets.

#[allow(dead_code)]
#[path = "../../tests/it/support/form.rs"]
mod shared;

pub(crate) use shared::show;

/// A name and its value, decoded.
pub type Pair = (Vec<u8>, Vec<u8>);

/// The pairs of a query or a form body in order; a piece without `=` has no value.
pub fn decode(form: &[u8]) -> Vec<Pair> {
    shared::decode(form)
}

/// The pairs as they are, encoded.
pub fn pieces(form: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    shared::pieces(form)
}

/// What an encoded text means: `+` is a space, a `%` that is no escape stands for itself.
pub fn plain(encoded: &[u8]) -> Vec<u8> {
    shared::plain(encoded)
}
