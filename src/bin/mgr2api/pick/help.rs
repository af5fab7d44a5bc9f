//! The help: keys and signs, in a box on top of the screen.

use super::keys::HELP;
use super::pen::Pen;
use super::preview::{cells, overflow};
use super::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Width of the column of keys in cells, with the blanks behind it.
const KEYS: u16 = 9;
const WIDEST: u16 = 76;

/// Width in cells below which a text goes under its key and not beside it.
const NARROW: u16 = 50;

pub(super) const SIGNS: &[(&str, &str)] = &[
    ("", ""),
    ("*", "changes data"),
    ("-", "deletes data"),
    ("x", "refused by the panel; the reason is below the call"),
    ("!", "cannot be read; the lower half shows why"),
    ("+", "marked"),
];

/// The entries as lines of at most `width` cells: the key column and the text beside it.
fn lines(width: u16) -> Vec<(&'static str, &'static str)> {
    let entries = HELP.iter().chain(SIGNS).copied();
    if width >= NARROW {
        return entries.collect();
    }
    let mut lines = Vec::new();
    for (key, mut what) in entries {
        lines.push((key, ""));
        while !what.is_empty() {
            let (line, rest) = what.split_at(overflow(what, usize::from(width.max(2))).unwrap_or(what.len()));
            lines.push(("", line));
            what = rest;
        }
    }
    lines
}

fn inner_width(width: u16) -> u16 {
    width.min(WIDEST).saturating_sub(4)
}

/// The largest scroll offset of the help on a screen of this size.
pub(crate) fn last_top(width: u16, height: u16) -> usize {
    lines(inner_width(width)).len().saturating_sub(height.saturating_sub(2).into())
}

pub(super) fn draw(top: usize, theme: Theme, buffer: &mut Buffer) {
    let area = buffer.area;
    let width = area.width.min(WIDEST);
    let lines = lines(inner_width(width));
    let height = area.height.min(u16::try_from(lines.len() + 2).unwrap_or(u16::MAX));
    let outer = Rect { x: (area.width - width) / 2, y: (area.height - height) / 2, width, height };
    let inside = usize::from(width.saturating_sub(2));
    for line in 0..height {
        let (left, fill, right) = match line {
            0 => ("┌", "─", "┐"),
            _ if line + 1 == height => ("└", "─", "┘"),
            _ => ("│", " ", "│"),
        };
        // Replace a wide character whose right half would overlap the frame.
        if let Some(left) = outer.x.checked_sub(1)
            && let Some(cell) = buffer.cell_mut((left, outer.y + line)).filter(|cell| cells(cell.symbol()) > 1)
        {
            cell.set_symbol(" ");
        }
        Pen::new(buffer, outer, line).put(&format!("{left}{}{right}", fill.repeat(inside)), Theme::quiet());
    }
    let inner = Rect { x: outer.x + 2, y: outer.y + 1, width: inner_width(width), height: height.saturating_sub(2) };
    for (line, (keys, what)) in (0..inner.height).zip(lines.into_iter().skip(top)) {
        let mut pen = Pen::new(buffer, inner, line);
        if inner.width >= NARROW {
            pen.column(keys, KEYS.into(), theme.accent()).put(what, Style::new());
        } else {
            pen.put(keys, theme.accent()).put(what, Style::new());
        }
    }
}
