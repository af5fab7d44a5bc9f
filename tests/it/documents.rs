//! The examples of README, of docs and of `examples/`, run as they are printed.

mod databases;
mod editors;
mod examples;
mod readme;
