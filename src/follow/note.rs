//! What a follower has to say beside the lines: what became of the log, and what was lost with it.

use crate::source::packed::is_trailing;
use crate::text::Visible;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// One event worth telling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FollowNote {
    /// The log is not there; it is waited for.
    Gone,
    /// The log is there again, or for the first time.
    Back,
    /// The log is there and cannot be read; it is tried again.
    Unreadable(String),
    /// The log was cut or written anew, and no archive has what followed the last line read. `unread` bytes of it had
    /// been seen and not been printed: the start of an unfinished line, or what came faster than it was read.
    Truncated {
        /// Where reading had come to.
        at: u64,
        /// Bytes that were there, at least.
        unread: u64,
        /// The archive that the log's first line names, if it does.
        archive: Option<String>,
    },
    /// The log was changed in place, before the last line read; it is read again from its start.
    Rewritten,
    /// The log that a saved position belongs to is not to be found.
    Forgotten {
        /// Where reading had come to.
        at: u64,
    },
    /// An archive ends before its time or cannot be unpacked.
    Archive {
        /// The archive.
        path: PathBuf,
        /// What is wrong with it.
        fault: String,
        /// Whether lines of it are missing in the output.
        lost: bool,
    },
}

impl FollowNote {
    /// Whether something of the log is missing in the output.
    pub fn is_loss(&self) -> bool {
        match self {
            Self::Truncated { unread, archive, .. } => *unread > 0 || archive.is_some(),
            Self::Archive { lost, .. } => *lost,
            Self::Forgotten { .. } => true,
            Self::Gone | Self::Back | Self::Unreadable(_) | Self::Rewritten => false,
        }
    }

    /// Whether a file cannot be trusted: lines that were printed may be wrong, or not all that there are.
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
