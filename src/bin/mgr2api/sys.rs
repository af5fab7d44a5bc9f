//! System calls of the program: standard output as a file or a pipe, signals and jobs, permissions of files.
//!
//! The only module with `cfg`, `rustix` and `signal-hook`. Each file here has one file below it for each system, with
//! the same names. A port to another system adds those and changes no other module; a test enforces this.

pub(crate) mod files;
pub(crate) mod shell;
pub(crate) mod signals;
pub(crate) mod stdin;
pub(crate) mod stdout;
