//! Runs the examples of README, of docs and of `examples/` as they are printed.

mod databases;
mod editors;
mod examples;
mod readme;
