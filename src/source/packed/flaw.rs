//! Flaws of archives, with their remedies.

use super::{Foreign, Packing};
use std::borrow::Cow;
use std::io::{self, ErrorKind};

/// A flaw of an archive. It is reported after the lines before it were returned.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// The data ends too early.
    #[error(
        "the archive is cut: its {packing} data end too early, at byte {at}; everything before that was read; \
         copy the archive again, or wait until it is complete"
    )]
    Cut {
        /// The packing.
        packing: Packing,
        /// The number of bytes there are.
        at: u64,
    },
    /// The data differs from what was packed.
    #[error(
        "the archive is damaged near byte {at}: {what}; calls from it may be wrong or missing; use another copy \
         ({packing} -t FILE checks it)"
    )]
    Damaged {
        /// The packing.
        packing: Packing,
        /// The number of packed bytes that were read so far.
        at: u64,
        /// The check that failed.
        what: Cow<'static, str>,
    },
    /// Apparently intact, but it needs more memory than this program may use.
    #[error(
        "the {packing} archive needs a window of {} MB in memory, more than the {} MB allowed here; unpack it with: \
         {} FILE | mgr2api", need.div_ceil(1 << 20), allowed >> 20, packing.unpacker()
    )]
    Window {
        /// The packing.
        packing: Packing,
        /// The bytes that it needs.
        need: u64,
        /// The bytes that are allowed.
        allowed: u64,
    },
    /// An archive in an archive in an archive.
    #[error("compressed more than twice; unpack it with: {} FILE | mgr2api", packing.unpacker())]
    Nested {
        /// The outer packing.
        packing: Packing,
    },
    /// Packed with an external dictionary.
    #[error("the zstd archive needs its dictionary; unpack it with: zstd -d -D DICTIONARY -c FILE | mgr2api")]
    Dictionary,
    /// Other bytes follow the data. The data was read completely.
    #[error("{count} bytes after the end of the {packing} data were ignored; the data are complete")]
    Trailing {
        /// The packing of the data.
        packing: Packing,
        /// The number of bytes after it.
        count: u64,
    },
}

impl From<Flaw> for io::Error {
    fn from(flaw: Flaw) -> Self {
        let kind = match flaw {
            Flaw::Cut { .. } => ErrorKind::UnexpectedEof,
            Flaw::Damaged { .. } | Flaw::Trailing { .. } => ErrorKind::InvalidData,
            Flaw::Window { .. } | Flaw::Nested { .. } | Flaw::Dictionary => ErrorKind::Unsupported,
        };
        Self::new(kind, flaw)
    }
}

/// Whether the error stays even if the archive is still being written, so that waiting does not help.
pub(crate) fn is_final(error: &io::Error) -> bool {
    let of = error.get_ref();
    let flaw = of.and_then(|error| error.downcast_ref::<Flaw>());
    flaw.is_some_and(|flaw| !matches!(flaw, Flaw::Cut { .. } | Flaw::Damaged { .. }))
        || of.is_some_and(<dyn std::error::Error + Send + Sync>::is::<Foreign>)
}

/// Whether the data was read completely and other bytes follow it.
pub(crate) fn is_trailing(error: &io::Error) -> bool {
    let flaw = error.get_ref().and_then(|error| error.downcast_ref::<Flaw>());
    matches!(flaw, Some(Flaw::Trailing { .. }))
}

/// A copy of the error.
pub(crate) fn repeat(error: &io::Error) -> io::Error {
    let of = error.get_ref();
    let flaw = of.and_then(|error| error.downcast_ref::<Flaw>()).cloned().map(io::Error::from);
    let foreign = || of.and_then(|error| error.downcast_ref::<Foreign>()).copied().map(io::Error::from);
    let system = || error.raw_os_error().map(io::Error::from_raw_os_error);
    flaw.or_else(foreign).or_else(system).unwrap_or_else(|| io::Error::new(error.kind(), error.to_string()))
}
