//! What can be wrong with an archive, and what to do about it.

use super::{Foreign, Packing};
use std::borrow::Cow;
use std::io::{self, ErrorKind};

/// A flaw of an archive. It is met after the lines before it were handed out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// The data stop before their end.
    #[error(
        "the archive is cut: its {packing} data stop at byte {at} without their end; what came before was read; \
         copy the archive once more, or wait until it is written"
    )]
    Cut {
        /// How it is packed.
        packing: Packing,
        /// How many bytes there are.
        at: u64,
    },
    /// The data are not what was packed.
    #[error(
        "the archive is damaged near byte {at}: {what}; calls from it may be wrong or missing; take another copy \
         ({packing} -t FILE checks it)"
    )]
    Damaged {
        /// How it is packed.
        packing: Packing,
        /// Bytes that were used up by then.
        at: u64,
        /// How that shows.
        what: Cow<'static, str>,
    },
    /// Sound as far as is known, and too large for the memory that this program allows itself.
    #[error(
        "the {packing} archive needs a window of {} MB in memory, more than the {} MB allowed here; unpack it with: \
         {} FILE | mgr2api", need.div_ceil(1 << 20), allowed >> 20, packing.unpacker()
    )]
    Window {
        /// How it is packed.
        packing: Packing,
        /// Bytes that it needs.
        need: u64,
        /// Bytes that it may have.
        allowed: u64,
    },
    /// An archive in an archive in an archive.
    #[error("packed more than twice; unpack it with: {} FILE | mgr2api", packing.unpacker())]
    Nested {
        /// The outer packing.
        packing: Packing,
    },
    /// Packed with a dictionary that is kept elsewhere.
    #[error("the zstd archive needs its dictionary; unpack it with: zstd -d -D DICTIONARY -c FILE | mgr2api")]
    Dictionary,
    /// Something else follows the data. All of them were read.
    #[error("{count} bytes behind the end of the {packing} data were ignored; the data are whole")]
    Trailing {
        /// How the data are packed.
        packing: Packing,
        /// Bytes behind them.
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

/// Whether waiting for an archive that may still be written does not help.
pub(crate) fn is_final(error: &io::Error) -> bool {
    let of = error.get_ref();
    let flaw = of.and_then(|error| error.downcast_ref::<Flaw>());
    flaw.is_some_and(|flaw| !matches!(flaw, Flaw::Cut { .. } | Flaw::Damaged { .. }))
        || of.is_some_and(<dyn std::error::Error + Send + Sync>::is::<Foreign>)
}

/// Whether all that there is was read, and something else follows.
pub(crate) fn is_trailing(error: &io::Error) -> bool {
    let flaw = error.get_ref().and_then(|error| error.downcast_ref::<Flaw>());
    matches!(flaw, Some(Flaw::Trailing { .. }))
}

/// The same error once more.
pub(crate) fn repeat(error: &io::Error) -> io::Error {
    let of = error.get_ref();
    let flaw = of.and_then(|error| error.downcast_ref::<Flaw>()).cloned().map(io::Error::from);
    let foreign = || of.and_then(|error| error.downcast_ref::<Foreign>()).copied().map(io::Error::from);
    let system = || error.raw_os_error().map(io::Error::from_raw_os_error);
    flaw.or_else(foreign).or_else(system).unwrap_or_else(|| io::Error::new(error.kind(), error.to_string()))
}
