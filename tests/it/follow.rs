//! `--follow` with the real program on real files: each situation that a log can get into has a test of its name.
//!
//! Nothing is mocked and nothing is timed: a test waits for the output it expects, with a deadline that only a hang
//! can miss, and then looks that nothing else came.

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
