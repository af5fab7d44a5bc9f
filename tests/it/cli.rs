//! The program from outside: spawned in a folder of its own with an empty environment, judged by its exit status and by
//! what it writes to which stream. One crate for all themes, so that it is linked once.

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
