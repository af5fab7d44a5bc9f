//! System calls that differ between platforms: reads at an offset, file numbers, file names as bytes.
//!
//! Each platform has a file with the same function names, so a port adds one file and changes nothing else. A test
//! checks that no other file of the library has platform code.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
use unix as system;
#[cfg(windows)]
use windows as system;

pub(crate) use system::{file_name, inode, is_gone, numbers, numbers_at, read_at, read_exact_at};
