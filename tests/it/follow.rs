//! `--follow` with the real program on real files: each situation of a log has a test with its name.
//!
//! Nothing is mocked and nothing depends on timing: a test waits for the expected output, with a deadline that only a
//! hang reaches, and then checks that there is no other output.

mod beside;
mod damage;
mod faults;
mod flat;
mod level;
mod outcome;
mod output;
mod packing;
mod panel;
mod rotation;
mod run;
mod state;
mod state_file;
mod torture;
