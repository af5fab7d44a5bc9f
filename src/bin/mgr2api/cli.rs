//! The command line and the configuration, and what both mean on this machine.
//!
//! In: arguments, environment, configuration file. Out: [`options::Options`] or an error, and the documents that
//! describe the command line. Nothing here writes to a stream.

pub(crate) mod about;
pub(crate) mod args;
pub(crate) mod config;
pub(crate) mod generate;
pub(crate) mod help;
pub(crate) mod inputs;
pub(crate) mod message;
pub(crate) mod mistake;
pub(crate) mod moment;
pub(crate) mod names;
pub(crate) mod options;
