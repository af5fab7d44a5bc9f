//! Standard input on Windows, where a pipe cannot be asked whether it has more.

/// Never: what was read is printed, and a refusal that comes later is not seen.
pub(crate) fn has_more_soon() -> bool {
    false
}
