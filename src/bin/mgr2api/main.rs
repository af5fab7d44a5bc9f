//! Program entry point: parses the arguments, runs the program and returns its exit status.
//!
//! `cli` parses the command line and the configuration; `app` reads and converts logs, and is the only module that
//! writes to the standard streams; `pick` is the interactive list, which draws on the terminal only. Each module
//! imports only those before it.

mod app;
mod cli;
mod pick;
mod sys;

use app::failure::Failure;
use app::output;
use app::run::Run;
use clap::error::ErrorKind;
use cli::args::Args;
use cli::config::{self, Fault};
use cli::options::Options;
use cli::{generate, help, mistake};
use mgr2api::Converter;
use std::ffi::OsString;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = match parse() {
        Ok(args) => args,
        Err(status) => return status,
    };
    if let Some(document) = args.generate {
        return output::print_document(&document.text());
    }
    if args.list_targets {
        return output::print_document(&generate::targets());
    }
    let status = Options::resolve(args).map_err(Failure::from).and_then(|options| run(Box::leak(Box::new(options))));
    match status {
        Ok(status) => status,
        Err(failure) => failure.exit(),
    }
}

/// Parses the command line and the configuration. `Err` is an exit status: help, a version or an error has been
/// printed.
fn parse() -> Result<Args, ExitCode> {
    let words: Vec<_> = std::env::args_os().collect();
    let merged = config::read(&words).map_err(|fault| match fault {
        Fault::Clap(error) => stop(error, &words),
        Fault::Config(error) => {
            output::print_error(&format!("mgr2api: {error}"));
            ExitCode::from(2)
        }
    })?;
    let args = merged.args().map_err(|error| stop(error, &words))?;
    if args.show_config {
        return Err(output::print_document(&config::show(&merged)));
    }
    merged.strangers().iter().filter(|_| !args.quiet).for_each(|stranger| output::print_error(stranger));
    Ok(args)
}

fn stop(error: clap::Error, words: &[OsString]) -> ExitCode {
    match error.kind() {
        // `-h` prints the help that fits a screen; clap reports the same kind for `-h` and `--help`.
        ErrorKind::DisplayHelp if words.iter().all(|word| word != "--help") => {
            output::print_help(&help::short().into())
        }
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => output::print_help(&error.render()),
        _ => {
            output::print_mistake(&mistake::mend(error, words).render().to_string());
            ExitCode::from(2)
        }
    }
}

/// Runs what the command line requests. The options are `'static` because the threads that read logs share them.
fn run(options: &'static Options) -> Result<ExitCode, Failure> {
    // One converter for all logs: what it remembers (unique names, calls seen) applies to the whole run.
    let mut converter = Converter::new(&options.settings.scan, &options.settings.print);
    let mut run = Run::new(options);
    sys::signals::outlive_limits();
    if let Some(color) = options.interactive {
        let status = run.pick(color);
        run.copy();
        return status;
    }
    match options.last {
        _ if options.follow => (run, converter) = run.follow(converter)?,
        Some(count) => run.last(count, &mut converter)?,
        None => options.inputs.iter().try_for_each(|input| run.whole(input, &mut converter).map(drop))?,
    }
    // Do not finish a script if a log was unreadable: it would run only some of the calls. All other output is
    // finished: a document without its end cannot be parsed.
    if !run.unreadable || options.settings.print.script.is_none() {
        run.end(&mut converter)?;
    }
    run.copy();
    Ok(run.finish())
}
