//! What the library asks of its system: reads at a place, numbers of files, names of any bytes.
//!
//! In: what the standard library gives on every system. Out: the same questions, answered by this one. Each system has a
//! file with the same names; a port to another one adds a file and changes nothing else; a test holds the rest of the
//! library to it.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
use unix as system;
#[cfg(windows)]
use windows as system;

pub(crate) use system::{device_and_inode, file_name, inode, read_at, read_exact_at};
