//! What the program asks of its system: standard output as a file or a pipe, signals and jobs, rights on files.
//!
//! The only room with `cfg`, `rustix` and `signal-hook`. Each file has one for each system below it, with the same names. A
//! port to another system adds those and changes no other room; a test holds the rest of the program to it.

pub(crate) mod files;
pub(crate) mod shell;
pub(crate) mod signals;
pub(crate) mod stdin;
pub(crate) mod stdout;
