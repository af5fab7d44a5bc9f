//! Common code of the fuzz targets: the oracle of the tests, which computes the content of a call, parsers of every
//! format, and packers.
//!
//! Nothing here uses the code under test, except for the call that runs it: a defect there cannot hide itself.

pub mod form;
#[path = "../../tests/it/support/harmless.rs"]
mod harmless;
mod log;
#[path = "../../tests/it/support/oracle.rs"]
mod oracle;
pub mod pack;
pub mod read;
pub mod run;

pub use form::Pair;
pub use log::Logged;

use mgr2api::Unreadable;
use mgr2api::internal::Record;

/// Whether a text is a slice of a line.
pub fn contains(line: &[u8], part: &[u8]) -> bool {
    let (line, part) = (line.as_ptr_range(), part.as_ptr_range());
    line.start <= part.start && part.end <= line.end
}

/// Whether two results of parsing a line are the same, except for offsets.
pub fn same(a: &Result<Option<Record<'_>>, Unreadable>, b: &Result<Option<Record<'_>>, Unreadable>) -> bool {
    match (a, b) {
        (Ok(a), Ok(b)) => a == b,
        (Err(a), Err(b)) => a.expected == b.expected,
        _ => false,
    }
}
