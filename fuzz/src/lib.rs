//! What the fuzz targets share: the oracle of the tests, which knows what a call must send, readers of every format, and
//! packers.
//!
//! Nothing here uses the code under test, but for the call that runs it: a mistake there cannot excuse itself.

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

/// Whether a text was cut out of a line.
pub fn contains(line: &[u8], part: &[u8]) -> bool {
    let (line, part) = (line.as_ptr_range(), part.as_ptr_range());
    line.start <= part.start && part.end <= line.end
}

/// Whether two ways to read a line come to the same, places apart.
pub fn same(a: &Result<Option<Record<'_>>, Unreadable>, b: &Result<Option<Record<'_>>, Unreadable>) -> bool {
    match (a, b) {
        (Ok(a), Ok(b)) => a == b,
        (Err(a), Err(b)) => a.expected == b.expected,
        _ => false,
    }
}
