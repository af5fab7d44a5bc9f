//! What the program does: reads saved and growing logs, prints the snippets and counts requests.
//!
//! In: [`crate::cli::options::Options`]. Out: snippets, notes and an exit status. Only `output` writes to the
//! streams.

pub(crate) mod clipboard;
pub(crate) mod failure;
pub(crate) mod folders;
pub(crate) mod follow;
pub(crate) mod live;
pub(crate) mod log_level;
pub(crate) mod newest;
pub(crate) mod nothing;
pub(crate) mod output;
pub(crate) mod run;
pub(crate) mod saved;
pub(crate) mod state;
pub(crate) mod wake;
