//! Errors that end a run early, their messages and exit statuses.

use crate::app::output;
use crate::app::state::StateError;
use crate::cli::message::UsageError;
use std::io;
use std::process::ExitCode;

/// An error that ends a run early.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Usage(#[from] UsageError),
    #[error("cannot write to standard output: {0}")]
    Write(io::Error),
    /// Without signals the run could not end in order.
    #[error("cannot wait for signals: {0}")]
    Signals(String),
    #[error(transparent)]
    Terminal(#[from] NoTerminal),
    #[error("--state {0}")]
    State(#[from] StateError),
}

impl Failure {
    /// Prints the message and returns the exit status. A closed pipe is not an error.
    pub(crate) fn exit(&self) -> ExitCode {
        match self {
            Self::Write(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            _ => {
                match self {
                    Self::Usage(UsageError::NothingToRead { .. }) => output::print_error(&format!("mgr2api: {self}")),
                    _ => output::print_line(&format!("mgr2api: {self}")),
                }
                ExitCode::from(2)
            }
        }
    }
}

/// -i has no usable terminal.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NoTerminal {
    #[error("-i needs a terminal, and there is none ({0}); run it from a terminal (over ssh: ssh -t), or leave -i out")]
    Absent(io::Error),
    #[error("-i cannot draw on a terminal of type TERM=dumb; use -f to follow the log without it")]
    Dumb,
    #[error("-i reads its keys from the terminal, so the log cannot come from there; give a log, or pipe one in")]
    TypedLog,
    #[error("cannot draw on the terminal: {0}")]
    Draw(#[from] io::Error),
}
