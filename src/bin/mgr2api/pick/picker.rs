//! The loop of the picker: messages change the state, and the state is drawn.

use super::feed::News;
use super::keys::{self, Command};
use super::preview::Preview;
use super::state::{Action, State};
use super::terminal::Screen;
use super::theme::Theme;
use super::{draw, row};
use crate::app::clipboard;
use crate::app::failure::NoTerminal;
use crate::cli::options::Options;
use crate::sys::signals::{SIGCONT, SIGINT, SIGTSTP, emulate_default_handler, is_first_job, suspend_job};
use mgr2api::{Block, Converter, PrintOptions, Secrets, Settings};
use std::io;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

/// The longest time without a frame while messages keep arriving.
const FRAME: Duration = Duration::from_millis(30);

/// How the picker ended.
#[derive(Debug)]
pub(super) enum End {
    /// Print these lines with these settings.
    Picked(Vec<Block>, Box<Settings>),
    Quit,
    Interrupted,
    /// This signal must end the program as it does by default.
    Signal(i32),
}

/// What the logs reported while the picker used the screen.
#[derive(Debug, Default)]
pub(super) struct Report {
    pub(super) notes: Vec<String>,
    pub(super) losses: u64,
    /// Logs that could not be read.
    pub(super) faults: Vec<String>,
}

/// The key of a preview: row, target choice, whether secrets are shown.
pub(super) type Shown = (usize, usize, bool);

pub(super) struct Picker<'o> {
    pub(super) options: &'o Options,
    pub(super) screen: Screen,
    pub(super) theme: Theme,
    pub(super) state: State,
    /// The key of the current preview.
    pub(super) shown: Option<Shown>,
    pub(super) report: Report,
    /// The terminal was already taken back after a suspension; ignore the SIGCONT that is still due.
    pub(super) resumed: bool,
}

impl Picker<'_> {
    /// The loop: draw, wait for messages, handle them.
    pub(super) fn run(&mut self, news: &Receiver<News>) -> Result<End, NoTerminal> {
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
