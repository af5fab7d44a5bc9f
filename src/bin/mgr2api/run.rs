//! Carries out what was decided: reads each log, prints what it gives, accounts for it, and says how to exit.

use crate::clipboard::{self, Terminal, Unsendable};
use crate::log_level;
use crate::message::{UsageError, byte_hint};
use crate::nothing;
use crate::options::{Input, Options};
use crate::output::{self, Batch, Newest, Progress, Rest};
use crate::pick::terminal::NoTerminal;
use crate::state::{State, StateError};
use mgr2api::convert::last::Last;
use mgr2api::convert::{Converter, Settings, Totals, parallel};
use mgr2api::render::quote::Visible;
use mgr2api::scan::DEFAULT_MANAGER;
use mgr2api::source::follow::archives;
use mgr2api::source::{Block, BlockReader, Place, Source, bisect, manager_of, saved};
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

type Reader = BlockReader<Box<dyn Read + Send>>;

/// What ends a run before its time.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Usage(#[from] UsageError),
    /// Standard output cannot be written.
    #[error("cannot write to standard output: {0}")]
    Write(io::Error),
    /// There would be no orderly end.
    #[error("cannot wait for signals: {0}")]
    Signals(String),
    #[error(transparent)]
    Terminal(#[from] NoTerminal),
    #[error("--state {0}")]
    State(#[from] StateError),
}

impl Failure {
    /// Says what happened, unless it is only that nobody reads on.
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

/// Does everything that the command line asks for.
pub(crate) fn run(options: &Options) -> Result<ExitCode, Failure> {
    // One for all logs: what it remembers holds for the whole run.
    let mut converter = Converter::new(&options.settings.scan, &options.settings.print);
    let mut run = Run {
        options,
        totals: Totals::default(),
        unreadable: false,
        guess_told: false,
        contradiction_told: false,
        byte_told: false,
        level: log_level::Watcher::default(),
        block: None,
        in_line: false,
        newest: None,
        copy_told: false,
        state: None,
    };
    output::outlive_limits();
    if let Some(color) = options.interactive {
        let status = run.pick(color);
        run.copy();
        return status;
    }
    match options.last {
        _ if options.follow => run.follow(&mut converter)?,
        Some(count) => run.last(count, &mut converter)?,
        None => options.inputs.iter().try_for_each(|input| run.whole(input, &mut converter).map(drop))?,
    }
    // A program that lacks a log's calls would do half of what was meant. A document is no use without its end.
    if !run.unreadable || options.settings.print.script.is_none() {
        run.end(&mut converter)?;
    }
    run.copy();
    Ok(run.finish())
}

/// The state of a run.
#[expect(clippy::struct_excessive_bools, reason = "each remembers one thing that happened")]
pub(crate) struct Run<'o> {
    pub(crate) options: &'o Options,
    pub(crate) totals: Totals,
    pub(crate) unreadable: bool,
    guess_told: bool,
    contradiction_told: bool,
    byte_told: bool,
    /// Whether a panel that is followed logs its requests.
    pub(crate) level: log_level::Watcher,
    /// Whether the log before was handed on without a line end.
    in_line: bool,
    /// Filled again and again while following.
    pub(crate) block: Option<Block>,
    /// The newest snippet that was printed and is not on the clipboard yet.
    newest: Option<Newest>,
    copy_told: bool,
    /// With `--state`, while logs are followed.
    pub(crate) state: Option<State>,
}

impl Run<'_> {
    /// Converts a log from its start to its end. What cannot be read is reported, and the next one is tried. False if
    /// it could be read another time.
    pub(crate) fn whole(&mut self, input: &Input, converter: &mut Converter<'_>) -> Result<bool, Failure> {
        let options = self.options;
        let (reader, file) = match open(input, &options.settings).and_then(|opened| self.reader(opened, input)) {
            Ok(opened) => opened,
            Err(message) => {
                self.cannot_read(&message);
                return Ok(false);
            }
        };
        if self.in_line {
            let mut batch = Batch::new(options);
            batch.end_line();
            self.print(&mut batch)?;
        }
        output::widen_pipe();
        let (mut failure, mut in_line) = (None, false);
        let mut progress = Progress::new(&input.source.name, file.filter(|_| !options.quiet));
        let result = parallel::convert(
            reader,
            &input.source,
            converter,
            options.threads,
            || Batch::new(options),
            |batch, totals| {
                in_line = batch.stops_in_line().unwrap_or(in_line);
                if let Err(fault) = progress.aside(|| self.print(batch)) {
                    failure = Some(fault);
                    return Err(io::ErrorKind::Other.into());
                }
                self.account(totals, &input.source);
                Ok(())
            },
        );
        drop(progress);
        self.in_line = in_line;
        match (result, failure) {
            (_, Some(failure)) => Err(failure),
            (Err(error), None) => {
                self.cannot_read(&format!("{}: {error}", input.source.name));
                // A damaged file stays as it is.
                Ok(matches!(error.kind(), io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof))
            }
            (Ok(()), None) => Ok(true),
        }
    }

    /// Reads what of a log is worth it; with the file that the reader moves on in. Where that starts later than the log, or
    /// nobody is told of lines, they have no numbers.
    fn reader(&self, opened: saved::Saved, input: &Input) -> Result<(Reader, Option<(File, u64)>), String> {
        let Options { settings, quiet, .. } = self.options;
        let numbered = !quiet || settings.print.targets.iter().any(|target| target.names_line());
        let reader = |reader, start| {
            let whole = BlockReader::new(reader, Arc::clone(&input.source));
            if start == 0 && numbered { whole } else { whole.starting_at(Place::Byte(start)) }
        };
        let Some((mut file, len)) = opened.plain else { return Ok((reader(opened.reader, 0), opened.file)) };
        let Range { start, end } = stretch(settings, &file, len, &input.source)
            .and_then(|stretch| file.seek(SeekFrom::Start(stretch.start)).map(|_| stretch))
            .map_err(|error| unreadable(input, &error))?;
        // A log that grows meanwhile is read to its end.
        Ok((reader(if end == len { Box::new(file) } else { Box::new(file.take(end - start)) }, start), opened.file))
    }

    /// Converts the last requests of all logs together.
    fn last(&mut self, count: usize, converter: &mut Converter<'_>) -> Result<(), Failure> {
        let options = self.options;
        let mut last = Last::new(&options.settings, count);
        for input in options.inputs.iter().rev() {
            if last.is_complete() {
                break;
            }
            if let Err(message) = look_into(&options.settings, input, &mut last) {
                self.cannot_read(&message);
            }
        }
        self.archived(&mut last);
        let (lines, passed_over) = last.into_lines();
        self.totals += passed_over;
        let mut batch = Batch::direct(options);
        for line in lines {
            let before = converter.totals();
            converter.block(&line, &mut batch).map_err(Failure::Write)?;
            let totals = converter.totals() - before;
            self.print(&mut batch)?;
            self.account(totals, &line.source);
        }
        Ok(())
    }

    /// Prints the end of a script or a document.
    pub(crate) fn end(&mut self, converter: &mut Converter<'_>) -> Result<(), Failure> {
        let mut batch = Batch::direct(self.options);
        converter.end(&mut batch).map_err(Failure::Write)?;
        self.print(&mut batch)
    }

    /// Takes what the log has too few of from its archives.
    pub(crate) fn archived(&mut self, last: &mut Last<'_>) {
        if let Err(message) = look_into_archives(&self.options.settings, self.options.archives_of.as_deref(), last) {
            self.cannot_read(&message);
        }
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
            && !std::mem::replace(&mut self.byte_told, true)
        {
            output::print_error(&byte_hint(&log, offset));
        }
        self.newest = batch.take_newest().or(self.newest.take());
        Ok(())
    }

    /// Puts the newest snippet on the terminal's clipboard, if `--copy` asks for that, and says so the first time.
    /// Nothing here ends a run: the snippet is on standard output in any case.
    pub(crate) fn copy(&mut self) {
        let Some(text) = self.newest.take() else { return };
        let sequence = Terminal::detect(|name| std::env::var(name).ok())
            .and_then(|terminal| clipboard::sequence(&text.map_err(Unsendable::TooLong)?, terminal))
            .map_err(|error| error.to_string());
        let sent = sequence.and_then(|sequence| {
            output::send_to_terminal(&sequence).map_err(|error| format!("this program runs in no terminal ({error})"))
        });
        match sent {
            Ok(()) if self.copy_told || self.options.quiet => {}
            Ok(()) => output::print_error("sent to the terminal's clipboard"),
            Err(reason) => output::print_error(&format!("mgr2api: --copy: not sent to the clipboard: {reason}")),
        }
        self.copy_told = true;
    }

    /// Adds up, and says once a run that a panel was guessed, or that the log's name says another one than the option: it
    /// is part of every call, and a wrong one is easily missed.
    pub(crate) fn account(&mut self, totals: Totals, source: &Source) {
        self.totals += totals;
        if self.options.quiet {
            return;
        }
        let name = Visible(source.name.as_bytes());
        if totals.guessed > 0 && !std::mem::replace(&mut self.guess_told, true) {
            output::print_error(&format!(
                "{name}: nothing says which panel wrote this, so the calls are for {DEFAULT_MANAGER}; \
                 -m NAME takes another one, such as billmgr"
            ));
        }
        if let (Some(asked), Some(named)) = (&self.options.settings.scan.manager, &source.manager)
            && totals.converted > 0
            && asked != named
            && !std::mem::replace(&mut self.contradiction_told, true)
        {
            output::print_error(&format!(
                "{name}: a log of {named} by its name, but -m says {asked}: the calls are for {asked}"
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
            for parameter in options.settings.scan.rules.variables.unmet() {
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
        } else if (options.strict && losses > 0) || (converted == 0 && !options.settings.print.passthrough) {
            ExitCode::from(1)
        } else {
            ExitCode::SUCCESS
        }
    }
}

pub(crate) fn unreadable(input: &Input, error: &io::Error) -> String {
    format!("{}: {error}", input.source.name)
}

/// The stretch of a plain log that `--since` and `--until` are about. What `--passthrough` hands on has no time.
pub(crate) fn stretch(settings: &Settings, file: &File, len: u64, source: &Source) -> io::Result<Range<u64>> {
    let filter = &settings.scan.filter;
    if filter.period.is_all() || settings.print.passthrough {
        return Ok(0..len);
    }
    bisect::range(file, len, |stamp| filter.period.compare(stamp, source.written))
}

/// Looks for the last requests of one log.
fn look_into(settings: &Settings, input: &Input, last: &mut Last<'_>) -> Result<(), String> {
    let opened = open(input, settings)?;
    let look = match opened.plain {
        Some((file, len)) => {
            let stretch = stretch(settings, &file, len, &input.source);
            stretch.and_then(|stretch| last.file(&file, stretch, &input.source))
        }
        None => last.stream(opened.reader, &input.source),
    };
    look.map_err(|error| unreadable(input, &error))
}

/// Looks for the last requests in the archives of a log, as far as it has too few. One that cannot be read ends the
/// search: what is older than the gap would pass for the last requests.
pub(crate) fn look_into_archives(settings: &Settings, log: Option<&Path>, last: &mut Last<'_>) -> Result<(), String> {
    let Some(log) = log.filter(|_| !last.is_complete()) else { return Ok(()) };
    for path in archives::newest_first(log) {
        let written = fs::metadata(&path).and_then(|about| about.modified()).ok();
        if last.is_complete() || written.is_some_and(|written| settings.scan.filter.period.is_after(written)) {
            break;
        }
        let name = path.to_string_lossy().into_owned();
        let manager = manager_of(&log.to_string_lossy()).map(str::to_owned);
        let source = Arc::new(Source { name, manager, fragments: false, written });
        let input = Input { path: Some(path), source };
        look_into(settings, &input, last).map_err(|message| format!("{message}; older archives were not looked at"))?;
    }
    Ok(())
}

/// Opens an input, or says what is wrong with it. `--passthrough` hands on whatever there is.
pub(crate) fn open(input: &Input, settings: &Settings) -> Result<saved::Saved, String> {
    let opened = match &input.path {
        Some(path) => saved::open(path).map_err(|error| match error.error.kind() {
            io::ErrorKind::PermissionDenied => format!("{error}; the panels' logs belong to root"),
            _ => error.to_string(),
        }),
        None => saved::Saved::stream(io::stdin()).map_err(|error| format!("stdin: {error}")),
    }?;
    match opened.foreign.filter(|_| !settings.print.passthrough) {
        Some(foreign) => Err(format!("{}: {foreign}", input.source.name)),
        None => Ok(opened),
    }
}
