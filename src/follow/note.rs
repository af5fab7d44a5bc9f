//! Notes of a follower: what happened to the log, and what was lost.

use crate::source::packed::is_trailing;
use crate::text::Visible;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// An event that is reported to the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FollowNote {
    /// The log does not exist; the follower waits for it.
    Gone,
    /// The log exists again, or for the first time.
    Back,
    /// The log exists but cannot be read; the follower tries again.
    Unreadable(String),
    /// The log was cut or rewritten, and no archive has the text after the last line read. `unread` bytes of it had
    /// been seen and not been printed: the start of an unfinished line, or text that came faster than it was read.
    Truncated {
        /// The read position.
        at: u64,
        /// The number of lost bytes, at least.
        unread: u64,
        /// The archive that the log's first line names, if any.
        archive: Option<String>,
    },
    /// The log was changed in place, before the last line read; it is read again from its start.
    Rewritten,
    /// The log of a saved position was not found.
    Forgotten {
        /// The read position.
        at: u64,
    },
    /// An archive ends too early or cannot be unpacked.
    Archive {
        /// The archive.
        path: PathBuf,
        /// The reason.
        fault: String,
        /// Whether the output lacks lines of it.
        lost: bool,
    },
}

impl FollowNote {
    /// Whether the output lacks something of the log.
    pub fn is_loss(&self) -> bool {
        match self {
            Self::Truncated { unread, archive, .. } => *unread > 0 || archive.is_some(),
            Self::Archive { lost, .. } => *lost,
            Self::Forgotten { .. } => true,
            Self::Gone | Self::Back | Self::Unreadable(_) | Self::Rewritten => false,
        }
    }

    /// Whether a file cannot be trusted: printed lines may be wrong or incomplete.
    pub fn is_flaw(&self) -> bool {
        matches!(self, Self::Archive { .. })
    }

    pub(super) fn archive(path: &Path, error: &io::Error) -> Self {
        Self::Archive { path: path.to_owned(), fault: error.to_string(), lost: !is_trailing(error) }
    }
}

impl fmt::Display for FollowNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gone => f.write_str("the log does not exist; waiting for it"),
            Self::Back => f.write_str("the log is there again"),
            Self::Unreadable(fault) => write!(f, "cannot be read: {}; trying again", Visible(fault.as_bytes())),
            Self::Truncated { at, unread, archive } => {
                write!(f, "truncated after byte {at} was read; reading continues at its new start; ")?;
                match archive {
                    Some(name) => write!(f, "its archive {} was not found: ", Visible(name.as_bytes()))?,
                    None => f.write_str("no archive has what followed: ")?,
                }
                match unread {
                    0 => f.write_str(
                        "everything that was seen had been read; only lines written just before can be missing",
                    ),
                    _ => write!(
                        f,
                        "at least {unread} bytes are lost; a rotation that keeps the old file or a copy next to the log loses \
                         nothing"
                    ),
                }
            }
            Self::Rewritten => f.write_str("changed in place; read again from its start"),
            Self::Forgotten { at } => write!(
                f,
                "the log that the saved position (byte {at}) belongs to is gone, and no archive contains it; the lines after \
                 that position are lost"
            ),
            Self::Archive { path, fault, lost } => write!(
                f,
                "archive {}: {}{}",
                Visible(path.to_string_lossy().as_bytes()),
                Visible(fault.as_bytes()),
                if *lost { "; the rest of it is lost" } else { "" }
            ),
        }
    }
}
