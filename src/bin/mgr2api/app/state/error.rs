//! Why a state file cannot be used, and what to do about it.

use std::io;
use std::path::PathBuf;

/// A state file that cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StateError {
    #[error("{}: {error}; name a file in a folder that you may write to and that has space", path.display())]
    Io { path: PathBuf, error: io::Error },
    #[error(
        "{}: is not a state file of mgr2api ({reason}); name another file, or delete this one to start at the end of the logs",
        path.display()
    )]
    Foreign { path: PathBuf, reason: String },
    #[error(
        "{}: is a symbolic link to {}, and a state file is never written through one; name that file itself",
        path.display(), target.display()
    )]
    Link { path: PathBuf, target: PathBuf },
    #[error(
        "{}: belongs to user {owner}, but the program runs as user {user}; name another file, or give this one to that user (chown {user})",
        path.display()
    )]
    Owner { path: PathBuf, owner: u32, user: u32 },
    #[error("{}: every user may write to it; take that right away (chmod o-w) or name another file", path.display())]
    Writable { path: PathBuf },
    #[error(
        "{}: is in use by another mgr2api{}; stop that one first, or name another file for this one",
        path.display(), holder.map_or(String::new(), |pid| format!(", process {pid}"))
    )]
    InUse { path: PathBuf, holder: Option<u64> },
    #[error("{}: another file took its place while the program ran; start the program again, once for each state file", path.display())]
    Replaced { path: PathBuf },
}
