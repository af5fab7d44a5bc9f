//! Documents about this program that other programs read, for `--generate`: completions for shells, the man page, a
//! service, the schema of json.
//!
//! Everything comes from the definition in `args`, the registry of targets and the list of managers, so a new option or
//! target needs no change here.

mod complete;
mod man;

use crate::cli::args::{Args, Document};
use clap::builder::{PossibleValuesParser, ValueHint};
use clap::{Command, CommandFactory};
use clap_complete::Shell;
use mgr2api::{JSON_SCHEMA, MANAGERS, TARGETS};
use std::any::TypeId;
use std::path::PathBuf;

impl Document {
    /// The whole document.
    pub(crate) fn text(self) -> String {
        match self {
            Self::Man => man::page(Args::command()),
            Self::CompleteBash => complete::script(Shell::Bash, definition()),
            Self::CompleteZsh => complete::script(Shell::Zsh, definition()),
            Self::CompleteFish => complete::script(Shell::Fish, definition()),
            Self::CompleteElvish => complete::script(Shell::Elvish, definition()),
            Self::CompletePowershell => complete::script(Shell::PowerShell, definition()),
            Self::Systemd => include_str!("generate/mgr2api@.service").to_owned(),
            Self::Logrotate => include_str!("generate/logrotate.conf").to_owned(),
            Self::JsonSchema => JSON_SCHEMA.to_owned(),
            Self::Duckdb => include_str!("generate/duckdb.sql").to_owned(),
        }
    }
}

/// The targets, one per line.
pub(crate) fn targets() -> String {
    let width = TARGETS.iter().map(|target| target.info().name.len()).max().unwrap_or_default();
    let lines = TARGETS.iter().map(|target| format!("{:width$}  {}\n", target.info().name, target.info().about));
    lines.collect::<Vec<_>>().concat()
}

/// The command line for completion: with the names of managers, and without file names where a value is not a file.
fn definition() -> Command {
    Args::command().mut_args(|arg| {
        let is_path = arg.get_value_parser().type_id() == TypeId::of::<PathBuf>();
        if arg.get_id() == "manager" {
            arg.value_parser(PossibleValuesParser::new(MANAGERS))
        } else if !is_path && arg.get_action().takes_values() && arg.get_possible_values().is_empty() {
            arg.value_hint(ValueHint::Other)
        } else {
            arg
        }
    })
}
