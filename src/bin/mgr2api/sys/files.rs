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
    Drawable, Lock, append, appends, config_folder, drawable, for_reading, is_open_to_all, owner, private, read_at,
    replace, stdout, terminal, times, user,
};
