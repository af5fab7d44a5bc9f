//! Drawing: renders the state as the cells of a screen.
//!
//! In: [`State`]. Out: a filled [`Buffer`] and the position of the cursor. All text passes through [`Pen::put`].

use super::help;
use super::list::{List, Visible as Shown};
use super::pen::Pen;
use super::preview::cells;
use super::row::{Kind, Row};
use super::state::{Reading, State};
use super::theme::Theme;
use mgr2api::internal::char_boundary;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use std::borrow::Cow;

/// Draws the screen. Returns a cursor position only while the filter is being typed.
pub(crate) fn screen(state: &State, theme: Theme, buffer: &mut Buffer) -> Option<Position> {
    let areas = state.areas;
    header(state, theme, areas.header, buffer);
    list(state, theme, areas.list, buffer);
    title(state, theme, areas.title, buffer);
    preview(state, theme, areas.preview, buffer);
    let cursor = footer(state, theme, areas.footer, buffer);
    if let Some(top) = state.help {
        help::draw(top, theme, buffer);
    }
    cursor.filter(|_| state.help.is_none())
}

fn header(state: &State, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let tabs = state.tabs(area.width);
    let start = tabs.iter().find(|(tab, _)| tab.width > 0).map_or(area.right(), |(tab, _)| tab.x);
    let mut pen = Pen::new(buffer, Rect { width: start.saturating_sub(area.x), ..area }, 0);
    pen.put(" ", Style::new());
    let (word, style) = match (&state.held, state.reading) {
        (Some(held), _) => (format!("  paused, {} waiting", held.len()), theme.warning()),
        (None, Reading::History) => ("  reading".to_owned(), Theme::quiet()),
        (None, Reading::Live) => ("  live".to_owned(), Theme::quiet()),
        (None, Reading::Ended) => ("  read to the end".to_owned(), Theme::quiet()),
    };
    // Cut the log's name rather than the status word.
    let end = pen.end;
    pen.end = end.saturating_sub(u16::try_from(word.len()).unwrap_or(0)).max(pen.x);
    pen.put(&state.logs, theme.accent());
    pen.end = end;
    pen.put(&word, style);
    for (at, (tab, name)) in tabs.iter().enumerate().filter(|(_, (tab, _))| tab.width > 0) {
        let style = if at == state.choice { Theme::chosen() } else { Theme::quiet() };
        Pen::new(buffer, Rect { y: area.y, height: area.height, ..*tab }, 0).put(name, style);
    }
}

fn list(state: &State, theme: Theme, area: Rect, buffer: &mut Buffer) {
    if state.list.position().1 == 0 {
        for (line, text) in (0..area.height).zip(wrap(&empty(state), area.width.saturating_sub(4).into())) {
            Pen::new(buffer, area, line).put("  ", Style::new()).put(&text, Theme::quiet());
        }
    }
    for (line, shown) in (0..area.height).zip(state.list.screen(area.height.into())) {
        row(&state.list, shown, theme, &mut Pen::new(buffer, area, line));
        if shown.selected {
            let line = Rect { y: area.y + line, height: 1, ..area };
            buffer.set_style(line, Theme::selection());
        }
    }
}

/// The text of a list without rows.
fn empty(state: &State) -> Cow<'_, str> {
    match (state.reading, state.list.len(), &state.missing) {
        (Reading::History, 0, _) => "reading ...".into(),
        (Reading::Live, 0, Some(missing)) => missing.hint().into(),
        (Reading::Live, 0, None) => "no requests yet: click in the panel".into(),
        (Reading::Ended, 0, _) => format!("no requests; {}", state.cure).into(),
        _ if state.list.words().is_empty() => "only background requests: b shows them".into(),
        _ => "nothing matches: Esc clears the filter".into(),
    }
}

/// Breaks a text at blanks into lines of at most `width` cells; a longer word stays whole.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if cells(line) + 1 + cells(word) <= width => *line = format!("{line} {word}"),
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A row: `>+09:07:51  root  * processing.edit  elid=14 ...`; a narrow screen gets fewer columns.
fn row(list: &List, shown: Shown<'_>, theme: Theme, pen: &mut Pen<'_>) {
    let columns = shown.row.columns();
    let kind = shown.row.kind;
    let plain = if kind == Kind::Background { Theme::quiet() } else { Style::new() };
    let width = pen.columns_left();
    pen.put(if shown.selected { ">" } else { " " }, theme.accent());
    pen.put(if shown.row.marked { "+" } else { " " }, theme.accent());
    if kind == Kind::Unreadable {
        pen.put("! ", theme.warning()).put(columns.params, theme.function(kind));
        return;
    }
    let time = columns.time;
    if width >= 100 {
        pen.column(time, 15, Theme::quiet());
    } else if width >= NARROW.into() {
        pen.column(&time[char_boundary(time, time.len().saturating_sub(8))..], 8, Theme::quiet());
    }
    if width >= 60 {
        pen.column(columns.user, list.user_width, plain);
    }
    let is_refused = shown.row.error().is_some();
    let mark = match kind {
        _ if is_refused => "x ",
        Kind::Deletes => "- ",
        Kind::Changes => "* ",
        Kind::Looks | Kind::Background | Kind::Unreadable => "  ",
    };
    pen.put(mark, if is_refused { theme.refused() } else { theme.function(kind) });
    let function = if width < NARROW.into() { pen.columns_left() } else { list.function_width.min(width / 3) };
    let style = if is_refused { theme.refused() } else { theme.function(kind) };
    pen.column(columns.function, function, style);
    pen.put(
        columns.params,
        Theme::quiet().patch(if matches!(kind, Kind::Changes | Kind::Deletes) { Style::reset() } else { plain }),
    );
}

fn title(state: &State, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let mut pen = Pen::new(buffer, Rect { width: area.width.saturating_sub(2), ..area }, 0);
    if let Some((_, row)) = state.list.selected() {
        pen.put("── ", Theme::quiet());
        about(row, theme, &mut pen);
    }
    // The width above was reduced by two cells: the rule fills them.
    pen.end = if area.height > 0 { area.right() } else { area.x };
    let rule = "─".repeat(pen.columns_left());
    pen.put(&rule, Theme::quiet());
}

/// Function, effect, user, time and place of a request.
fn about(row: &Row, theme: Theme, pen: &mut Pen<'_>) {
    let columns = row.columns();
    if columns.function.is_empty() {
        pen.put("not converted", theme.function(row.kind));
    } else {
        pen.put(columns.function, theme.accent());
    }
    let effect = match row.kind {
        Kind::Deletes => ", deletes data",
        Kind::Changes => ", changes data",
        Kind::Background => ", background",
        Kind::Looks | Kind::Unreadable => "",
    };
    if row.error().is_some() {
        pen.put(", refused", theme.refused());
    } else {
        pen.put(effect, theme.function(row.kind));
    }
    let apart = |text: &str| if text.is_empty() { String::new() } else { format!(" · {text}") };
    let rest = format!("{}{}{} ", apart(columns.user), apart(columns.time), apart(&row.origin()));
    pen.put(&rest, Theme::quiet());
}

fn preview(state: &State, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let lines = state.preview.lines(area.width.into(), state.wraps);
    let last = lines.len().saturating_sub(area.height.into());
    for (at, line) in (0..area.height).zip(lines.iter().skip(state.preview_top.min(last))) {
        let mut pen = Pen::new(buffer, area, at);
        for (text, tone) in line {
            pen.put(text, theme.tone(*tone));
        }
    }
}

/// Unusual settings and the number of rows; a narrow screen drops the first of them.
fn facts(state: &State, width: u16) -> String {
    let (at, shown) = state.list.position();
    let has_header = state.areas.header.height > 0;
    let tab = has_header && width >= NARROW;
    let all = state.list.len();
    let held = state.held.as_ref().filter(|_| !has_header).map(Vec::len);
    let facts = [
        (!tab).then(|| state.choices[state.choice].name.clone()),
        state.list.hides_background().then(|| "no background".to_owned()),
        state.shows_secrets.then(|| "secrets shown".to_owned()),
        (state.list.marked() > 0).then(|| format!("{} marked", state.list.marked())),
        held.map(|held| format!("paused +{held}")),
        Some(if shown == all { format!("{at}/{shown}") } else { format!("{at}/{shown} of {all}") }),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    if state.typing && width < NARROW {
        return format!("{at}/{shown}");
    }
    let (apart, space) = if width < NARROW { (" ", width.saturating_sub(2)) } else { (" · ", width * 2 / 3) };
    let texts = (0..facts.len()).map(|dropped| facts[dropped..].join(apart));
    { texts }.find(|text| cells(text) <= space.into()).unwrap_or_else(|| format!("{at}/{shown}"))
}

/// Width in cells below which a screen has space for one thing at a time.
const NARROW: u16 = 40;

/// The keys of the current mode on the left, [`facts`] on the right.
fn footer(state: &State, theme: Theme, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let facts = facts(state, area.width);
    let right = u16::try_from(cells(&facts) + 1).unwrap_or(u16::MAX).min(area.width);
    Pen::new(buffer, Rect { x: area.right() - right, width: right, ..area }, 0).put(&facts, Theme::quiet());
    let mut pen = Pen::new(buffer, Rect { width: area.width.saturating_sub(right + 2), ..area }, 0);
    pen.put(" ", Style::new());
    if let Some(message) = &state.message {
        pen.put(message, theme.warning());
        return None;
    }
    let typed = state.list.words().typed();
    if state.typing {
        pen.put("/", theme.accent());
        // Show the end of a long text, where the cursor is.
        let mut tail = typed;
        while cells(tail) + 1 > pen.columns_left() && !tail.is_empty() {
            let mut chars = tail.chars();
            chars.next();
            tail = chars.as_str();
        }
        pen.put(tail, Style::new());
        let cursor = Position { x: pen.x.min(area.right().saturating_sub(1)), y: area.y };
        pen.x = pen.end.min(pen.x + 3);
        hints(&[("Enter", "keep"), ("Esc", "clear")], theme, &mut pen);
        return (area.height > 0).then_some(cursor);
    }
    if !typed.is_empty() {
        let space = pen.columns_left() / 2;
        pen.column(&format!("/{typed}"), space.min(cells(typed) + 1), theme.accent());
    }
    let back = if typed.is_empty() { ("q", "quit") } else { ("Esc", "clear") };
    let (enter, help) = (("Enter", "print"), ("?", "help"));
    let first = if area.width < NARROW { [help, enter] } else { [enter, help] };
    let keys = [first[0], first[1], back, ("Space", "mark"), ("Tab", "format"), ("/", "filter"), ("y", "copy")];
    hints(&keys, theme, &mut pen);
    None
}

/// Draws as many keys as fit, the most important first.
fn hints(keys: &[(&str, &str)], theme: Theme, pen: &mut Pen<'_>) {
    for (key, word) in keys {
        if cells(key) + 1 + cells(word) > pen.columns_left() {
            break;
        }
        pen.put(key, theme.accent()).put(" ", Style::new()).put(word, Theme::quiet());
        pen.x = pen.end.min(pen.x + 2);
    }
}
