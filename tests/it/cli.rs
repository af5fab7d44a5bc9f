//! Tests the program from outside: each run is spawned in a folder of its own with an empty environment, and the tests
//! check its exit status and both streams.

mod call;
mod colour;
mod config;
mod copy;
mod documents;
mod editor;
mod errors;
mod exit_status;
mod foreign;
mod forged;
mod generate;
mod help;
mod huge;
mod input;
mod last;
mod limits;
mod nothing;
mod outcome;
mod packed;
mod parameters;
mod passthrough;
mod pastes;
mod period;
mod pick;
mod pick_terminal;
mod picture;
mod requests;
mod script;
mod service;
mod streams;
mod support;
mod targets;
mod terminal;
mod tty;
mod var;
