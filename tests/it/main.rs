//! The integration tests, in one crate so that they are compiled and linked once. `cargo test --test it cli::config`
//! runs one module of one group.
//!
//! Groups: `cli` runs the program, `follow` runs it on growing logs, `golden` compares output with files in `testdata`,
//! `roundtrip` runs snippets in the real tools, `hostile` feeds malicious or damaged input, `documents` runs the
//! examples of README and docs, `code` checks the source. `support` is shared by all.
//!
//! Tests are threads of one process: none may change its environment, current folder, limits or signals.

mod cli;
mod code;
mod documents;
mod follow;
mod golden;
mod hostile;
mod roundtrip;
mod support;
