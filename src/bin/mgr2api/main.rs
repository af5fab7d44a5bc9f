//! The program: a doorway. Arguments come in, an exit status goes out; everything between is in the rooms below.
//!
//! `args` is what was typed, `options` what it means on this machine, `run` does it, `output` alone writes to the streams.
//! `pick` is the live list, which is drawn on the terminal and on no stream.

mod args;
mod clipboard;
mod config;
mod follow;
mod generate;
mod help;
mod log_level;
mod message;
mod mistake;
mod moment;
mod names;
mod nothing;
mod options;
mod output;
mod pick;
mod run;
mod state;

use std::process::ExitCode;

fn main() -> ExitCode {
    let args = match args::parse() {
        Ok(args) => args,
        Err(status) => return status,
    };
    if let Some(document) = args.generate {
        return output::print_document(&document.text());
    }
    if args.list_targets {
        return output::print_document(&generate::targets());
    }
    let status = options::Options::resolve(args).map_err(run::Failure::from).and_then(|options| run::run(&options));
    match status {
        Ok(status) => status,
        Err(failure) => failure.exit(),
    }
}
