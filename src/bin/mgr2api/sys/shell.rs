//! The shell that people use on this system.

/// Its name, as `--shell` has it.
pub(crate) const SHELL: &str = if cfg!(windows) { "powershell" } else { "bash" };
