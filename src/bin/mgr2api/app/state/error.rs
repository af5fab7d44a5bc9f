//! Why a state file cannot be used, and what to do about it.

use std::io;
use std::path::PathBuf;

#[derive(Debug, thiserror::Error)]
pub(crate) enum StateError {
    #[error("{}: {error}; use a file in a folder that you may write to and that has free space", path.display())]
    Io { path: PathBuf, error: io::Error },
    #[error(
        "{}: is not a state file of mgr2api ({reason}); use another file, or delete this one to start at the end of the logs",
        path.display()
    )]
    Foreign { path: PathBuf, reason: String },
    #[error(
        "{}: is a symbolic link to {}, and a state file is never written through one; give that file itself",
        path.display(), target.display()
    )]
    Link { path: PathBuf, target: PathBuf },
    #[error(
        "{}: belongs to user {owner}, but the program runs as user {user}; use another file, or make that user its owner (chown {user})",
        path.display()
    )]
    Owner { path: PathBuf, owner: u32, user: u32 },
    #[error("{}: every user may write to it; remove that permission (chmod o-w) or use another file", path.display())]
    Writable { path: PathBuf },
    #[error(
        "{}: is in use by another mgr2api{}; stop that one first, or use another file for this one",
        path.display(), holder.map_or(String::new(), |pid| format!(", process {pid}"))
    )]
    InUse { path: PathBuf, holder: Option<u64> },
    #[error("{}: it was replaced by another file while the program ran; start the program again, and only once for each state file", path.display())]
    Replaced { path: PathBuf },
}
