//! `--interactive`: the picker. One loop (`picker`) handles messages from the logs, the keyboard and signals, and draws
//! a frame after each batch.
//!
//! ```text
//! feed ─► rows ─┐
//! keys ─► command ─► state ─► draw ─► terminal
//! signals ──────┘      └────► picked lines ─► the same conversion and output as without the picker
//! ```
//!
//! State and drawing are pure. Only `terminal` touches the terminal, and nothing here writes to the streams before the
//! terminal is restored.

mod draw;
mod feed;
mod help;
mod input;
mod keys;
mod layout;
mod list;
mod pen;
mod picker;
mod preview;
mod row;
mod signals;
mod state;
pub(crate) mod terminal;
#[cfg(test)]
mod tests;
mod theme;
mod words;

use crate::app::failure::{Failure, NoTerminal};
use crate::app::nothing;
use crate::app::output::{self, Batch};
use crate::app::run::Run;
use crate::cli::args::When;
use crate::cli::message::UsageError;
use crate::cli::options::Options;
use crate::sys::signals::{SIGCONT, SIGTSTP, emulate_default_handler};
use feed::{Feed, News};
use keys::Command;
use mgr2api::{Converter, Secrets, Visible};
use picker::{End, Picker, Report};
use state::State;
use std::io::{self, IsTerminal};
use std::process::ExitCode;
use std::sync::mpsc::sync_channel;
use terminal::Screen;
use theme::Theme;

/// Capacity of the message queue: enough to keep the reader busy, small enough to bound memory.
const QUEUE: usize = 16;

impl Run<'static> {
    /// Runs the picker, then prints the picked calls exactly as a run without the picker does.
    pub(crate) fn pick(&mut self, color: When) -> Result<ExitCode, Failure> {
        let options = self.options;
        let (end, report) = pick(options, color)?;
        self.totals.losses += report.losses;
        report.faults.iter().for_each(|fault| self.cannot_read(fault));
        for note in report.notes.iter().filter(|_| !options.quiet) {
            output::print_error(note);
        }
        let (lines, settings) = match end {
            End::Picked(lines, settings) => (lines, settings),
            End::Quit if report.faults.is_empty() => return Ok(ExitCode::from(1)),
            End::Quit => return Ok(ExitCode::from(2)),
            End::Interrupted => return Ok(ExitCode::from(INTERRUPTED)),
            End::Signal(signal) => {
                // Does not return, unless the system fails to apply the default action.
                let _ = emulate_default_handler(signal);
                return Ok(ExitCode::from(2));
            }
        };
        if let (Some(_), Some(target)) =
            (settings.print.script, settings.print.targets.iter().find(|target| target.script().is_none()))
        {
            return Err(Failure::Usage(UsageError::NoScript { target: target.info().name.to_owned() }));
        }
        let mut converter = Converter::new(&settings.scan, &settings.print);
        let mut batch = Batch::direct(options);
        for line in lines {
            let before = converter.totals();
            converter.block(&line, &mut batch).map_err(Failure::Write)?;
            self.print(&mut batch)?;
            self.account(converter.totals() - before, &line.source);
        }
        self.end(&mut converter)?;
        Ok(self.finish())
    }
}

/// The exit status after Ctrl-C.
const INTERRUPTED: u8 = 130;

/// Runs the picker until the user leaves it.
fn pick(options: &'static Options, color: When) -> Result<(End, Report), NoTerminal> {
    if options.inputs.iter().any(|input| input.path.is_none()) && io::stdin().is_terminal() {
        return Err(NoTerminal::TypedLog);
    }
    let tty = terminal::open()?;
    let theme = Theme { color: color.colors(&tty) };
    let (send, news) = sync_channel(QUEUE);
    signals::watch(send.clone())?;
    let screen = Screen::enter(tty)?;
    input::watch(send.clone())?;
    let feed = Feed {
        settings: &options.settings,
        inputs: options.inputs.clone(),
        last: options.last,
        // Skip archives unless `-n` was given: they delay the first screen.
        archives_of: options.archives_of.clone().filter(|_| options.last.is_some()),
        news: send,
    };
    feed.start();
    let mut picker = Picker {
        options,
        screen,
        theme,
        state: start(options),
        shown: None,
        report: Report::default(),
        resumed: false,
    };
    let (width, height) = Screen::size()?;
    picker.state.obey(Command::Resize(width, height));
    let end = picker.run(&news)?;
    // The hint contains a command to type elsewhere; print it, because the screen is about to disappear.
    picker.report.notes.extend(picker.state.missing.take().map(|missing| missing.hint()));
    // Drain signals before the terminal is restored: from then on signals have their default action, and a queued one
    // must not get lost.
    let late = news.try_iter().take(2 * QUEUE).find_map(|news| match news {
        News::Signal(signal) if ![SIGTSTP, SIGCONT].contains(&signal) => Some(End::Signal(signal)),
        _ => None,
    });
    drop(news);
    Ok((late.unwrap_or(end), picker.report))
}

fn start(options: &Options) -> State {
    let names: Vec<String> =
        options.inputs.iter().map(|input| Visible(short(&input.source.name).as_bytes()).to_string()).collect();
    let keep = options.last.unwrap_or(0).max(list::KEEP);
    let shows_secrets = options.settings.scan.rules.secrets == Secrets::Show;
    let mut state = State::new(names.join(" "), &options.settings.print.targets, shows_secrets, keep);
    state.cure = nothing::cure(options);
    state
}

/// The file name of a log without its folders.
fn short(name: &str) -> &str {
    name.rsplit(std::path::is_separator).next().unwrap_or(name)
}
