//! `--interactive`: the picker. One loop handles messages from the logs, the keyboard and signals, and draws a frame
//! after each batch.
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
mod preview;
mod row;
mod signals;
mod state;
pub(crate) mod terminal;
#[cfg(test)]
mod tests;
mod theme;
mod words;

use crate::app::clipboard;
use crate::app::failure::{Failure, NoTerminal};
use crate::app::nothing;
use crate::app::output::{self, Batch};
use crate::app::run::Run;
use crate::cli::args::When;
use crate::cli::message::UsageError;
use crate::cli::options::Options;
use crate::sys::signals::{SIGCONT, SIGINT, SIGTSTP, emulate_default_handler, is_first_job, suspend_job};
use feed::{Feed, News};
use keys::Command;
use mgr2api::{Block, Converter, PrintOptions, Secrets, Settings, Visible};
use preview::Preview;
use state::{Action, State};
use std::io::{self, IsTerminal};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::{Duration, Instant};
use terminal::Screen;
use theme::Theme;

/// Capacity of the message queue: enough to keep the reader busy, small enough to bound memory.
const QUEUE: usize = 16;

/// The longest time without a frame while messages keep arriving.
const FRAME: Duration = Duration::from_millis(30);

/// How the picker ended.
#[derive(Debug)]
enum End {
    /// Print these lines with these settings.
    Picked(Vec<Block>, Box<Settings>),
    Quit,
    Interrupted,
    /// This signal must end the program as it does by default.
    Signal(i32),
}

/// What the logs reported while the picker used the screen.
#[derive(Debug, Default)]
struct Report {
    notes: Vec<String>,
    losses: u64,
    /// Logs that could not be read.
    faults: Vec<String>,
}

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
    name.rsplit('/').next().unwrap_or(name)
}

/// The key of a preview: row, target choice, whether secrets are shown.
type Shown = (usize, usize, bool);

struct Picker<'o> {
    options: &'o Options,
    screen: Screen,
    theme: Theme,
    state: State,
    /// The key of the current preview.
    shown: Option<Shown>,
    report: Report,
    /// The terminal was already taken back after a suspension; ignore the SIGCONT that is still due.
    resumed: bool,
}

impl Picker<'_> {
    /// The loop: draw, wait for messages, handle them.
    fn run(&mut self, news: &Receiver<News>) -> Result<End, NoTerminal> {
        loop {
            self.draw()?;
            // The senders live as long as the program.
            let Ok(first) = news.recv() else { return Ok(End::Quit) };
            let start = Instant::now();
            let mut next = Some(first);
            while let Some(event) = next {
                if let Some(end) = self.handle(event)? {
                    return Ok(end);
                }
                next = if start.elapsed() < FRAME { news.try_recv().ok() } else { None };
            }
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        let key = self.state.list.selected().map(|(number, _)| (number, self.state.choice, self.state.shows_secrets));
        if key != self.shown {
            let settings = self.settings();
            let preview = self.state.list.selected().map(|(_, row)| Preview::of(row, &settings));
            self.state.preview = preview.unwrap_or_default();
            self.shown = key;
        }
        let (state, theme) = (&self.state, self.theme);
        self.screen.draw(|buffer| draw::screen(state, theme, buffer))
    }

    fn handle(&mut self, news: News) -> io::Result<Option<End>> {
        match news {
            News::Rows(rows) => self.state.arrive(rows),
            News::Reading(reading) => self.state.reading = reading,
            News::Refused(source, place, error) => {
                self.state.refuse(&source.name, place, &error);
                // The selected request may be the refused one: render its preview again.
                self.shown = None;
            }
            News::Level(missing) => self.state.miss_requests(missing),
            News::Note(note, loss) => {
                self.state.tell(&note);
                self.report.losses += u64::from(loss);
                self.report.notes.push(note);
            }
            News::Fault(fault) => {
                self.state.tell(&fault);
                self.report.faults.push(fault);
            }
            News::Input(event) => {
                if let Some(command) = keys::command(event, self.state.typing) {
                    return self.obey(command);
                }
            }
            News::NoKeys(fault) => return Err(io::Error::other(fault)),
            News::Signal(SIGTSTP) => self.suspend()?,
            News::Signal(SIGCONT) if std::mem::take(&mut self.resumed) => {}
            News::Signal(SIGCONT) => self.screen.resume()?,
            News::Signal(SIGINT) => return Ok(Some(End::Interrupted)),
            News::Signal(signal) => return Ok(Some(End::Signal(signal))),
        }
        Ok(None)
    }

    fn obey(&mut self, command: Command) -> io::Result<Option<End>> {
        match self.state.obey(command) {
            Action::Draw => {}
            Action::Redraw => self.screen.resume()?,
            Action::Copy => self.copy()?,
            Action::Suspend => suspend_job()?,
            Action::Quit => return Ok(Some(End::Quit)),
            Action::Interrupt => return Ok(Some(End::Interrupted)),
            Action::Print => return Ok(Some(End::Picked(self.picked(), Box::new(self.settings())))),
        }
        Ok(None)
    }

    fn suspend(&mut self) -> io::Result<()> {
        if is_first_job() {
            self.state.tell("cannot suspend: no shell started the program");
            return Ok(());
        }
        self.screen.leave();
        // Returns when the program is continued.
        emulate_default_handler(SIGTSTP)?;
        self.resumed = true;
        self.screen.resume()
    }

    /// The settings of the command line with the choices that were made in the picker.
    fn settings(&self) -> Settings {
        let mut settings = self.options.settings.clone();
        settings.print.targets = self.state.targets().to_vec();
        // Rows matched the filter when they arrived; a refusal logged later must not remove them.
        settings.scan.filter.failed = None;
        settings.scan.rules.secrets = if self.state.shows_secrets { Secrets::Show } else { Secrets::Env };
        settings
    }

    fn picked(&self) -> Vec<Block> {
        self.state.list.picked().into_iter().map(row::Row::block).collect()
    }

    fn copy(&mut self) -> io::Result<()> {
        let Settings { scan, print, .. } = self.settings();
        let print = PrintOptions::new(print.targets, print.call);
        let mut converter = Converter::new(&scan, &print);
        let mut text = Vec::new();
        self.picked().iter().try_for_each(|block| converter.block(block, &mut text))?;
        converter.end(&mut text)?;
        let what = match converter.totals().converted {
            0 => {
                self.state.tell("nothing to copy: the request cannot be converted");
                return Ok(());
            }
            1 => "the call".to_owned(),
            calls => format!("{calls} calls"),
        };
        // A shell would run the call on pasting if a line break followed it.
        let text = text.strip_suffix(b"\n").unwrap_or(&text);
        let sequence = clipboard::Terminal::detect(|name| std::env::var(name).ok())
            .and_then(|terminal| clipboard::sequence(text, terminal));
        match sequence {
            Ok(sequence) => {
                self.screen.send(&sequence)?;
                self.state.tell(&format!("{what}: sent to the terminal's clipboard"));
            }
            Err(error) => self.state.tell(&format!("not copied: {error}")),
        }
        Ok(())
    }
}
