//! The mouse: the tabs of the header with their places, and what a click selects.

use super::State;
use crate::pick::preview;
use ratatui::layout::{Position, Rect};

impl State {
    pub(super) fn click(&mut self, at: Position) {
        let areas = self.areas;
        if areas.list.contains(at) {
            let found = self.list.select_line(usize::from(at.y - areas.list.y));
            if found && at.x < 2 {
                self.list.toggle_mark();
            }
        } else if areas.header.contains(at)
            && let Some(choice) = self.tabs(areas.header.width).iter().position(|(tab, _)| tab.contains(at))
        {
            self.choose(choice);
        }
    }

    /// The targets in the header, right-aligned, each with its area; as many beside the selected one as fit.
    pub(crate) fn tabs(&self, width: u16) -> Vec<(Rect, String)> {
        let names: Vec<String> = { self.choices.iter().enumerate() }
            .map(|(at, choice)| match at {
                // Only nine targets have a key: a key is one digit.
                0..9 => format!(" {} {} ", at + 1, choice.name),
                _ => format!(" {} ", choice.name),
            })
            .collect();
        let cells = |names: &[String]| names.iter().map(|name| preview::cells(name)).sum::<usize>();
        let fits = |from: usize, to: usize| cells(&names[from..to]) <= usize::from(width.saturating_sub(LOG_NAME));
        let (mut from, mut to) = (self.choice, self.choice + 1);
        while to < names.len() && fits(from, to + 1) {
            to += 1;
        }
        while from > 0 && fits(from - 1, to) {
            from -= 1;
        }
        let mut x = width.saturating_sub(u16::try_from(cells(&names[from..to])).unwrap_or(u16::MAX));
        let place = |(at, name): (usize, String)| {
            let shown = if (from..to).contains(&at) { preview::cells(&name).min(width.into()) } else { 0 };
            let shown = u16::try_from(shown).unwrap_or(width);
            x += shown;
            (Rect { x: x - shown, y: 0, width: shown, height: u16::from(shown > 0) }, name)
        };
        names.into_iter().enumerate().map(place).collect()
    }
}

/// Cells of the header that the targets leave for the log's name.
const LOG_NAME: u16 = 24;
