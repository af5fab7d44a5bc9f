//! Buffers for long lines: how they grow, and when their memory is released.
//!
//! An allocator keeps freed memory for reuse, per size and per thread, and copies a buffer that grows: a few long lines
//! would take several times the memory of one. glibc returns allocations above 32 MB to the system at once, and the
//! system counts only pages that were written to. So a large buffer reserves enough to be above that limit.

/// The largest buffer, in bytes, that is kept for reuse. A larger one held one long line and is freed.
pub(crate) const KEPT: usize = 1024 * 1024;

/// More than the longest line, and more than any allocator keeps.
const RESERVED: usize = 66 * 1024 * 1024;

/// Prepares a buffer for `len` bytes.
#[inline]
pub(crate) fn expect(buffer: &mut Vec<u8>, len: usize) {
    if len > KEPT && buffer.capacity() < RESERVED {
        buffer.reserve_exact(RESERVED.max(len) - buffer.len());
    }
}
