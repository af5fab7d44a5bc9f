//! What the program asks of Unix: standard output as a file or a pipe, signals and jobs, rights on files.
//!
//! The only module with `cfg`, `rustix` and `signal-hook`. A port to another system changes this module and no other; a test
//! holds the rest of the program to it.

pub(crate) mod files;
pub(crate) mod signals;
pub(crate) mod stdout;
