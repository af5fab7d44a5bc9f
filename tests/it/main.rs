//! The tests from outside, in one crate, so that they are compiled and linked once: `cargo test --test it cli::config` runs
//! one module of one room.
//!
//! Rooms: `cli` runs the program, `follow` runs it on logs that grow, `golden` compares with what is written down under
//! `testdata`, `roundtrip` runs snippets in the real tools, `hostile` feeds what was made to do harm, `documents` runs the
//! examples of README and docs, `code` reads the source. `support` is what they share.
//!
//! Tests are threads of one process: none may change its environment, its current folder, its limits or its signals.

mod cli;
mod code;
mod documents;
mod follow;
mod golden;
mod hostile;
mod roundtrip;
mod support;
