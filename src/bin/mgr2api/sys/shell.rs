//! The usual shell of this system.

/// Its name, as a value of `--shell`.
pub(crate) const SHELL: &str = if cfg!(windows) { "powershell" } else { "bash" };
