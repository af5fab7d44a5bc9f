//! The state of the picker and how each command changes it. It uses no terminal, no clock and no files: a screen is a
//! pure function of it, and a test is a list of commands.

mod mouse;

use super::help;
use super::keys::Command;
use super::layout::Areas;
use super::list::{KEEP, List};
use super::preview::Preview;
use super::row::Row;
use crate::app::log_level::Missing;
use crate::cli::about;
use mgr2api::{Place, TARGETS, Target};
use ratatui::layout::Position;

#[derive(Debug)]
pub(crate) struct State {
    pub(crate) list: List,
    pub(crate) areas: Areas,
    /// The logs, as the header shows them.
    pub(crate) logs: String,
    pub(crate) reading: Reading,
    pub(crate) choices: Vec<Choice>,
    /// Index of the selected choice.
    pub(crate) choice: usize,
    /// The filter is being typed.
    pub(crate) typing: bool,
    /// Rows that arrived since the list was paused.
    pub(crate) held: Option<Vec<Row>>,
    pub(crate) wraps: bool,
    pub(crate) shows_secrets: bool,
    /// The help is open, scrolled by this many lines.
    pub(crate) help: Option<usize>,
    pub(crate) preview: Preview,
    /// Lines of the preview above the screen.
    pub(crate) preview_top: usize,
    /// What to do about a log without requests.
    pub(crate) cure: String,
    /// The panel logs, but not its requests.
    pub(crate) missing: Option<Missing>,
    /// A message for the footer, until the next command.
    pub(crate) message: Option<String>,
}

/// How far the logs have been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// Saved requests are still being read.
    History,
    /// New requests arrive as they are logged.
    Live,
    /// All inputs have ended.
    Ended,
}

/// One or several targets to render requests in.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    pub(crate) name: String,
    pub(crate) targets: Vec<&'static dyn Target>,
}

/// What the loop must do after a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    /// Draw a frame, nothing else.
    Draw,
    /// Print the picked calls and quit.
    Print,
    /// Copy the picked calls to the clipboard.
    Copy,
    Suspend,
    /// The screen was overwritten; draw all of it.
    Redraw,
    Quit,
    Interrupt,
}

impl State {
    /// The initial state; `targets` are those of the command line.
    pub(crate) fn new(logs: String, targets: &[&'static dyn Target], shows_secrets: bool, keep: usize) -> Self {
        let mut choices: Vec<Choice> = { TARGETS.iter() }
            .map(|&target| Choice { name: target.info().name.to_owned(), targets: vec![target] })
            .collect();
        let name = targets.iter().map(|target| target.info().name).collect::<Vec<_>>().join("+");
        let choice = choices.iter().position(|choice| choice.name == name).unwrap_or_else(|| {
            choices.push(Choice { name, targets: targets.to_vec() });
            choices.len() - 1
        });
        Self {
            list: List::new(keep),
            areas: Areas::default(),
            logs,
            reading: Reading::History,
            choices,
            choice,
            typing: false,
            held: None,
            wraps: true,
            shows_secrets,
            help: None,
            preview: Preview::default(),
            preview_top: 0,
            cure: about::cure(None),
            missing: None,
            message: None,
        }
    }

    /// The selected targets.
    pub(crate) fn targets(&self) -> &[&'static dyn Target] {
        &self.choices[self.choice].targets
    }

    /// Adds rows that were read, or holds them back during a pause.
    pub(crate) fn arrive(&mut self, rows: Vec<Row>) {
        match &mut self.held {
            Some(held) => {
                held.extend(rows);
                held.drain(..held.len().saturating_sub(KEEP));
            }
            None => self.add(rows),
        }
        self.settle();
    }

    /// Records that the panel refused the request at this place of a log, which arrived before.
    pub(crate) fn refuse(&mut self, source: &str, place: Place, error: &str) {
        let held = self.held.iter_mut().flatten().rev().find(|row| row.is_at(source, place));
        match held {
            Some(row) => row.refuse(error),
            None => drop(self.list.refuse(source, place, error)),
        }
    }

    fn add(&mut self, rows: Vec<Row>) {
        self.missing = None;
        let lost = self.list.has_lost();
        self.list.add(rows);
        if self.list.has_lost() && !lost {
            self.tell(&format!("the list keeps the newest {} requests; older ones are removed", self.list.len()));
        }
    }

    /// Executes a command.
    pub(crate) fn obey(&mut self, command: Command) -> Action {
        self.message = None;
        let selected = self.list.selected().map(|(number, _)| number);
        let action = match self.help {
            Some(top) if !matches!(command, Command::Resize(..)) => self.obey_in_help(&command, top),
            _ => self.change(command),
        };
        if self.list.selected().map(|(number, _)| number) != selected {
            self.preview_top = 0;
        }
        self.settle();
        action
    }

    fn settle(&mut self) {
        self.list.scroll_to_selection(self.areas.list.height.into());
    }

    /// Every key closes the help, except those that scroll it.
    fn obey_in_help(&mut self, command: &Command, top: usize) -> Action {
        let Areas { list, footer, .. } = self.areas;
        let screen = isize::try_from(footer.bottom()).unwrap_or(isize::MAX);
        let lines = match *command {
            Command::Step(lines) | Command::Wheel(_, _, lines) | Command::ScrollPreview(lines) => Some(lines),
            Command::Page(pages) => Some(pages * screen),
            _ => None,
        };
        let last = help::last_top(list.width, footer.bottom());
        self.help = lines.map(|lines| top.saturating_add_signed(lines).min(last));
        match command {
            Command::Interrupt => Action::Interrupt,
            Command::Suspend => Action::Suspend,
            Command::Redraw => Action::Redraw,
            _ => Action::Draw,
        }
    }

    fn change(&mut self, command: Command) -> Action {
        let screen = isize::try_from(self.areas.list.height.saturating_sub(1).max(1)).unwrap_or(isize::MAX);
        match command {
            Command::Step(rows) => self.list.step(rows),
            Command::Page(pages) => self.list.step(pages * screen),
            Command::Start => self.list.go_to_start(),
            Command::End => self.list.go_to_end(),
            Command::ScrollPreview(lines) => self.scroll_preview(lines),
            Command::NextTarget => self.choose((self.choice + 1) % self.choices.len()),
            Command::PreviousTarget => self.choose((self.choice + self.choices.len() - 1) % self.choices.len()),
            Command::Target(number) => self.choose(number),
            Command::StartTyping => self.typing = true,
            Command::StopTyping => self.typing = false,
            Command::Type(text) => self.edit(|typed| typed.push_str(&text)),
            Command::Erase => {
                self.edit(|typed| {
                    typed.pop();
                });
            }
            Command::EraseWord => self.edit(|typed| typed.truncate(typed.trim_end().rfind(' ').map_or(0, |at| at + 1))),
            Command::EraseAll => self.edit(String::clear),
            Command::Mark => {
                self.list.toggle_mark();
                self.list.step(1);
            }
            Command::MarkAll => self.list.toggle_all(),
            Command::Print | Command::Copy if self.list.picked().is_empty() => self.tell("nothing is selected yet"),
            Command::Print => return Action::Print,
            Command::Copy => return Action::Copy,
            Command::Pause => self.pause(),
            Command::Wrap => {
                self.wraps = !self.wraps;
                self.preview_top = 0;
            }
            Command::Secrets => self.toggle_secrets(),
            Command::Background => self.list.toggle_background(),
            Command::Help => self.help = Some(0),
            Command::Back => return self.back(),
            Command::Quit => return Action::Quit,
            Command::Interrupt => return Action::Interrupt,
            Command::Suspend => return Action::Suspend,
            Command::Redraw => return Action::Redraw,
            Command::Click(x, y) => self.click(Position { x, y }),
            Command::Wheel(x, y, lines) if self.areas.preview.contains(Position { x, y }) => self.scroll_preview(lines),
            Command::Wheel(_, _, lines) => self.list.step(lines),
            Command::Resize(width, height) => self.areas = Areas::of(width, height),
            Command::Other => {}
        }
        Action::Draw
    }

    /// Shows a message in the footer.
    pub(crate) fn tell(&mut self, message: &str) {
        self.message = Some(message.to_owned());
    }

    /// A panel logs, but not its requests. The list is empty, so it shows the whole hint.
    pub(crate) fn miss_requests(&mut self, missing: Missing) {
        self.tell(&missing.setting());
        self.missing = Some(missing);
    }

    fn scroll_preview(&mut self, lines: isize) {
        let area = self.areas.preview;
        let last = self.preview.lines(area.width.into(), self.wraps).len().saturating_sub(area.height.into());
        self.preview_top = self.preview_top.saturating_add_signed(lines).min(last);
    }

    fn choose(&mut self, choice: usize) {
        if choice < self.choices.len() {
            self.choice = choice;
            self.preview_top = 0;
        }
    }

    fn edit(&mut self, change: impl FnOnce(&mut String)) {
        if self.typing {
            let mut typed = self.list.words().typed().to_owned();
            change(&mut typed);
            self.list.filter(typed);
        }
    }

    fn pause(&mut self) {
        match self.held.take() {
            Some(held) => self.add(held),
            None => self.held = Some(Vec::new()),
        }
    }

    fn toggle_secrets(&mut self) {
        self.shows_secrets = !self.shows_secrets;
        let message = if self.shows_secrets {
            "secrets are shown, and printed, as they were logged"
        } else {
            "secrets come from the environment"
        };
        self.tell(message);
    }

    fn back(&mut self) -> Action {
        let filtered = !self.list.words().typed().is_empty();
        if !filtered && !self.typing {
            return Action::Quit;
        }
        self.typing = false;
        if filtered {
            self.list.filter(String::new());
        }
        Action::Draw
    }
}
