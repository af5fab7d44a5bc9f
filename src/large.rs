//! Buffers that a long line may fill: how they grow, and when they are given back.
//!
//! An allocator keeps what a program has given back, for each size and for each thread, and copies a buffer that grows: a
//! few long lines would take several times what one of them does. That of glibc gives back at once what is larger than 32 MB,
//! and the system counts only the bytes that were written to. So a buffer that gets large reserves so much that this holds.

/// Bytes of a buffer that is kept to be filled again. A larger one held one long line and is given back.
pub(crate) const KEPT: usize = 1024 * 1024;

/// More than the longest line, and more than any allocator keeps.
const RESERVED: usize = 66 * 1024 * 1024;

/// Makes a buffer ready for so many bytes.
#[inline]
pub(crate) fn expect(buffer: &mut Vec<u8>, len: usize) {
    if len > KEPT && buffer.capacity() < RESERVED {
        buffer.reserve_exact(RESERVED.max(len) - buffer.len());
    }
}
