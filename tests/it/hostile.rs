//! Logs, values and archives that are designed to do harm or to lose requests.

mod accounting;
mod comments;
mod damage;
mod harmless;
mod modelines;
