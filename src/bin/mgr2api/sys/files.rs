//! Files: owners, permissions, times, how a file was opened, and where a user's files are.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
use unix as system;
#[cfg(windows)]
use windows as system;

pub(crate) use system::{
    append, appends, config_folder, for_reading, is_open_to_all, is_same, owner, private, read_at, stdout, terminal,
    times, user,
};
