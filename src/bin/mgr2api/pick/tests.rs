//! How commands change the state, and what the screen shows.
//!
//! `screens` compares whole screens with files, `random` tries random commands.

mod random;
mod screens;

use super::keys::Command::{self, *};
use super::preview::Preview;
use super::row::{Reader, Row};
use super::state::{Action, Reading, State};
use super::theme::Theme;
use super::{draw, list};
use mgr2api::internal::is_hidden;
use mgr2api::{Block, BlockReader, Secrets, Settings, Source, TARGETS, target};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, fs};

fn testdata(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata").join(name)
}

fn settings() -> Settings {
    Settings::new(target("curl").expect("a target of this name"))
}

/// All requests of a log.
fn rows(log: &[u8]) -> Vec<Row> {
    let settings = settings();
    let mut reader = Reader::new(&settings);
    let source = Arc::new(Source::log("billmgr.log"));
    let mut blocks = BlockReader::new(log, Arc::clone(&source));
    let mut block = Block::new(source);
    let mut rows = Vec::new();
    while blocks.read(&mut block).expect("memory") {
        reader.rows(&block, &mut rows);
    }
    rows
}

fn panel() -> Vec<Row> {
    rows(&fs::read(testdata("screen/panel.log")).expect("panel.log"))
}

/// The picker on a screen of this size with these rows, after these commands.
fn state(rows: Vec<Row>, size: (u16, u16), commands: impl IntoIterator<Item = Command>) -> State {
    let mut state = State::new("billmgr.log".to_owned(), &settings().print.targets, false, list::KEEP);
    state.obey(Resize(size.0, size.1));
    state.arrive(rows);
    state.reading = Reading::Live;
    for command in commands {
        state.obey(command);
    }
    show(&mut state);
    state
}

/// Renders the preview of the selected request, as the loop does before it draws.
fn show(state: &mut State) {
    let mut settings = settings();
    settings.print.targets = state.targets().to_vec();
    settings.scan.rules.secrets = if state.shows_secrets { Secrets::Show } else { Secrets::Env };
    let preview = state.list.selected().map(|(_, row)| Preview::of(row, &settings));
    state.preview = preview.unwrap_or_default();
}

fn drawn(state: &State, (width, height): (u16, u16), color: bool) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("memory");
    terminal
        .draw(|frame| {
            draw::screen(state, Theme { color }, frame.buffer_mut());
        })
        .expect("memory");
    terminal.backend().buffer().clone()
}

/// The screen as text, without blanks at the ends of lines.
fn text(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            // A wide character takes the next cell too.
            x += u16::try_from(super::preview::cells(symbol).max(1)).expect("narrow");
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}

const WIDE: (u16, u16) = (80, 24);
const SMALL: (u16, u16) = (20, 5);

fn type_in(text: &str) -> Vec<Command> {
    vec![StartTyping, Type(text.to_owned())]
}

#[test]
fn no_log_puts_anything_hidden_on_the_screen() {
    let mut seen = 0;
    for log in fs::read_dir(testdata("log")).expect("folder of logs") {
        let log = log.expect("folder entry").path();
        let rows = rows(&fs::read(&log).expect("log"));
        seen += rows.len();
        for target in 0..TARGETS.len() {
            let mut state = state(Vec::new(), (130, 40), [Target(target)]);
            state.arrive(rows_again(&rows));
            for _ in 0..rows.len() {
                show(&mut state);
                let screen = text(&drawn(&state, (130, 40), true));
                let hidden = screen.chars().find(|&char| char != '\n' && is_hidden(char));
                assert_eq!(hidden, None, "{}:\n{screen}", log.display());
                state.obey(Step(-1));
            }
        }
    }
    assert!(seen > 150, "hardly anything was drawn: {seen}");
}

/// The same rows, read again from their own lines: a row contains everything that its request needs.
fn rows_again(rows: &[Row]) -> Vec<Row> {
    let settings = settings();
    let mut reader = Reader::new(&settings);
    let mut again = Vec::new();
    for row in rows {
        reader.rows(&row.block(), &mut again);
    }
    assert_eq!(again.len(), rows.len());
    again
}

#[test]
fn every_size_can_be_drawn() {
    for width in [0, 1, 2, 3, 7, 19, 39, 40, 41, 59, 60, 99, 100, 300] {
        for height in [0, 1, 2, 3, 4, 5, 9, 10, 11, 50, 200] {
            for commands in [vec![], vec![Help], type_in("e"), vec![Target(2), Wrap, Secrets, MarkAll, Background]] {
                let state = state(panel(), (width, height), commands);
                drawn(&state, (width, height), true);
                // The terminal may already have a new size that the state does not know yet.
                drawn(&state, (width / 2, height / 2), true);
                drawn(&state, (width * 2, height * 2), true);
            }
        }
    }
}

#[test]
fn the_selection_follows_the_newest_only_from_the_end() {
    let mut state = state(panel(), WIDE, []);
    let last = state.list.position();
    state.arrive(panel());
    assert_eq!(state.list.position(), (last.0 + 10, last.1 + 10));
    state.obey(Step(-2));
    let here = state.list.position().0;
    state.arrive(panel());
    assert_eq!(state.list.position(), (here, 30));
}

#[test]
fn picked_are_the_marked_in_order_or_the_selected() {
    let functions = |state: &State| -> Vec<String> {
        state.list.picked().iter().map(|row| row.columns().function.to_owned()).collect()
    };
    let mut state = state(panel(), WIDE, [Start, Step(3)]);
    assert_eq!(functions(&state), ["webdomain.delete"]);
    for command in [Mark, Start, Mark, type_in("vm.")[0].clone(), type_in("vm.")[1].clone(), StopTyping, Mark] {
        assert_eq!(state.obey(command), Action::Draw);
    }
    assert_eq!(functions(&state), ["processing.edit", "webdomain.delete", "vm.edit"], "filtered out or not");
    assert_eq!(state.obey(Print), Action::Print);
    state.obey(Back);
    state.obey(MarkAll);
    assert_eq!(state.list.marked(), 10);
    state.obey(MarkAll);
    assert_eq!(state.list.marked(), 0);
}

#[test]
fn escape_leaves_one_thing_at_a_time() {
    let mut state = state(panel(), WIDE, type_in("edit"));
    assert!(state.typing && state.list.position().1 < 10);
    assert_eq!(state.obey(Back), Action::Draw);
    assert_eq!((state.typing, state.list.position().1), (false, 10));
    assert_eq!(state.obey(Back), Action::Quit);
    state.obey(Help);
    assert_eq!(state.obey(Quit), Action::Draw);
    assert_eq!(state.help, None);
    assert_eq!(state.obey(Interrupt), Action::Interrupt);
}

#[test]
fn a_filter_keeps_the_selection_where_it_can() {
    let mut state = state(panel(), WIDE, [Start, Step(5)]);
    let selected = |state: &State| state.list.selected().expect("a row").1.columns().function.to_owned();
    assert_eq!(selected(&state), "domain.record.edit");
    for command in type_in("edit") {
        assert_eq!(state.obey(command), Action::Draw);
    }
    assert_eq!(selected(&state), "domain.record.edit");
    (0..4).for_each(|_| assert_eq!(state.obey(Erase), Action::Draw));
    assert_eq!((selected(&state).as_str(), state.list.position()), ("domain.record.edit", (6, 10)));
    state.obey(Type("два слова".to_owned()));
    state.obey(EraseWord);
    assert_eq!(state.list.words().typed(), "два ");
    state.obey(EraseAll);
    assert_eq!(state.list.words().typed(), "");
}

#[test]
fn the_mouse_selects_marks_scrolls_and_switches() {
    let mut state = state(panel(), WIDE, []);
    state.obey(Click(30, 3));
    assert_eq!(state.list.position().0, 3);
    state.obey(Click(0, 5));
    assert_eq!((state.list.position().0, state.list.marked()), (5, 1));
    state.obey(Click(30, 11));
    assert_eq!(state.list.position().0, 5, "below the last row");
    state.obey(Wheel(3, 3, 3));
    assert_eq!(state.list.position().0, 8);
    let (tab, name) = state.tabs(80).swap_remove(2);
    assert_eq!(name, " 3 rust ");
    state.obey(Click(tab.x + 1, 0));
    assert_eq!(state.choices[state.choice].name, "rust");
    show(&mut state);
    state.obey(Wheel(3, 15, 3));
    assert_eq!(state.preview_top, 3);
    state.obey(Wheel(3, 15, 300));
    assert!((4..60).contains(&state.preview_top));
    state.obey(Step(-1));
    assert_eq!(state.preview_top, 0);
}

#[test]
fn pausing_holds_back_and_loses_nothing() {
    let mut state = state(panel(), WIDE, [Pause]);
    state.arrive(panel());
    assert_eq!(state.list.len(), 10);
    state.obey(Pause);
    assert_eq!(state.list.len(), 20);
}

#[test]
fn the_oldest_go_when_there_are_too_many_but_never_a_marked_one() {
    let mut state = State::new(String::new(), &settings().print.targets, false, 15);
    state.obey(Resize(80, 24));
    state.arrive(panel());
    state.obey(Start);
    state.arrive(panel());
    assert_eq!((state.list.len(), state.list.position()), (15, (1, 15)));
    assert_eq!(state.message.as_deref(), Some("the list keeps the newest 15 requests; older ones are removed"));
    state.obey(Mark);
    state.arrive(panel());
    assert_eq!((state.list.len(), state.list.marked()), (25, 1));
    let screen = drawn(&state, WIDE, true);
    assert!(text(&screen).contains("\n +"), "{}", text(&screen));
}

#[test]
fn several_targets_of_the_command_line_are_one_choice() {
    let both = [target("url").expect("url"), target("json").expect("json")];
    let mut state = State::new(String::new(), &both, false, 10);
    assert_eq!(state.choices[state.choice].name, "url+json");
    assert_eq!(state.targets().len(), 2);
    state.obey(NextTarget);
    assert_eq!(state.choices[state.choice].name, TARGETS[0].info().name);
    state.obey(PreviousTarget);
    assert_eq!(state.choices[state.choice].name, "url+json");
}
