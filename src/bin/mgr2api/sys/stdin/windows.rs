//! Standard input on Windows, where a pipe cannot be polled.

/// Always false: requests are printed at once, and a later refusal is missed.
pub(crate) fn has_more_soon() -> bool {
    false
}
