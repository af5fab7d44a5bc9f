//! Logs, values and archives that were made to do harm or to get lost.

mod accounting;
mod comments;
mod damage;
mod harmless;
mod modelines;
