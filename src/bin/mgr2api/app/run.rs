//! One run of the program: what it has done so far, what it prints, and its exit status.
//!
//! `saved`, `follow` and the picker read the logs and pass their output to it.

use crate::app::clipboard::{self, Terminal, Unsendable};
use crate::app::failure::Failure;
use crate::app::output::{self, Batch, Newest, Rest};
use crate::app::state::State;
use crate::app::{log_level, nothing};
use crate::cli::message::byte_hint;
use crate::cli::options::Options;
use mgr2api::{Block, Converter, Outcomes, ScanOptions, Source, Totals, Visible};
use std::collections::HashMap;
use std::process::ExitCode;

/// The state of a run.
#[expect(clippy::struct_excessive_bools, reason = "each remembers one thing that happened")]
pub(crate) struct Run<'o> {
    pub(crate) options: &'o Options,
    pub(crate) totals: Totals,
    pub(crate) unreadable: bool,
    guess_reported: bool,
    contradiction_reported: bool,
    byte_reported: bool,
    /// Whether a followed panel logs its requests.
    pub(crate) level: log_level::Watcher,
    /// Whether the previous log was passed through without a final line break.
    pub(crate) in_line: bool,
    /// Reused for every block while following.
    pub(crate) block: Option<Block>,
    /// The newest printed snippet that is not on the clipboard yet.
    newest: Option<Newest>,
    copy_reported: bool,
    /// The outcomes of requests in growing logs, by the log's name.
    pub(crate) outcomes: HashMap<String, Outcomes>,
    /// With `--state`, while logs are followed.
    pub(crate) state: Option<State>,
}

impl<'o> Run<'o> {
    pub(crate) fn new(options: &'o Options) -> Self {
        Self {
            options,
            totals: Totals::default(),
            unreadable: false,
            guess_reported: false,
            contradiction_reported: false,
            byte_reported: false,
            level: log_level::Watcher::default(),
            block: None,
            in_line: false,
            newest: None,
            copy_reported: false,
            outcomes: HashMap::new(),
            state: None,
        }
    }

    /// Prints the end of a script or a document.
    pub(crate) fn end(&mut self, converter: &mut Converter<'_>) -> Result<(), Failure> {
        let mut batch = Batch::direct(self.options);
        converter.end(&mut batch).map_err(Failure::Write)?;
        self.print(&mut batch)
    }

    pub(crate) fn print(&mut self, batch: &mut Batch) -> Result<(), Failure> {
        match &mut self.state {
            None => batch.print(Rest::Lines).map_err(Failure::Write)?,
            Some(state) => {
                state.announce(batch.text())?;
                batch.print(Rest::Nothing).map_err(Failure::Write)?;
                state.printed()?;
            }
        }
        if let Some((log, offset)) = batch.take_first_byte()
            && !std::mem::replace(&mut self.byte_reported, true)
        {
            output::print_error(&byte_hint(&log, offset));
        }
        self.newest = batch.take_newest().or(self.newest.take());
        Ok(())
    }

    /// With `--copy`, copies the newest snippet to the terminal's clipboard and reports that once. An error here never
    /// ends a run: the snippet is on standard output anyway.
    pub(crate) fn copy(&mut self) {
        let Some(text) = self.newest.take() else { return };
        let sequence = Terminal::detect(|name| std::env::var(name).ok())
            .and_then(|terminal| clipboard::sequence(&text.map_err(Unsendable::TooLong)?, terminal))
            .map_err(|error| error.to_string());
        let sent = sequence.and_then(|sequence| {
            output::send_to_terminal(&sequence)
                .map_err(|error| format!("the program does not run in a terminal ({error})"))
        });
        match sent {
            Ok(()) if self.copy_reported || self.options.quiet => {}
            Ok(()) => output::print_error("sent to the terminal's clipboard"),
            Err(reason) => output::print_error(&format!("mgr2api: --copy: not sent to the clipboard: {reason}")),
        }
        self.copy_reported = true;
    }

    /// Adds totals. Reports once per run that a panel was guessed, or that the log's name contradicts `-m`: the panel
    /// is part of every call, and a wrong one is easily missed.
    pub(crate) fn account(&mut self, totals: Totals, source: &Source) {
        self.totals += totals;
        if self.options.quiet {
            return;
        }
        let name = Visible(source.name.as_bytes());
        if totals.guessed > 0 && !std::mem::replace(&mut self.guess_reported, true) {
            output::print_error(&format!(
                "{name}: cannot tell which panel wrote this, assuming {}; set it with -m NAME, for example -m billmgr",
                ScanOptions::DEFAULT_MANAGER
            ));
        }
        if let (Some(asked), Some(named)) = (&self.options.settings.scan.manager, &source.manager)
            && totals.converted > 0
            && asked != named
            && !std::mem::replace(&mut self.contradiction_reported, true)
        {
            output::print_error(&format!(
                "{name}: its name says {named}, but -m says {asked}; the calls are for {asked}"
            ));
        }
    }

    pub(crate) fn cannot_read(&mut self, message: &str) {
        self.unreadable = true;
        output::print_line(&format!("mgr2api: {message}"));
    }

    pub(crate) fn finish(&self) -> ExitCode {
        let Totals { seen, converted, filtered, reported, losses, .. } = self.totals;
        let options = self.options;
        let looked = !self.unreadable && !options.settings.print.passthrough && options.last != Some(0);
        if converted == 0
            && looked
            && !options.quiet
            && let Some(reason) = nothing::reason(options, self.totals, !self.level.is_wanting())
        {
            output::print_error(&reason);
        }
        if converted > 0 && !options.quiet {
            for parameter in options.settings.scan.rules.unmet_variables() {
                output::print_error(&format!("--var {parameter}: no request had this parameter"));
            }
        }
        if options.stats {
            output::print_error(&format!(
                "requests: {seen} seen = {converted} converted + {filtered} filtered out + {reported} reported"
            ));
        }
        if self.unreadable {
            ExitCode::from(2)
        } else if (options.strict && losses > 0)
            || (converted == 0 && !options.settings.print.passthrough && !options.exit_zero)
        {
            ExitCode::from(1)
        } else {
            ExitCode::SUCCESS
        }
    }
}
