//! Writes text into a line of an area, up to its end.
//!
//! In: text of any origin. Out: cells. Characters that could deceive a terminal or a reader are escaped.

use super::preview::overflow;
use mgr2api::Visible;
use mgr2api::internal::char_boundary;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// A position in a line of an area.
pub(crate) struct Pen<'b> {
    buffer: &'b mut Buffer,
    pub(crate) x: u16,
    y: u16,
    pub(crate) end: u16,
}

impl<'b> Pen<'b> {
    /// Starts at the left of a line of the area; a line outside the area has no columns.
    pub(crate) fn new(buffer: &'b mut Buffer, area: Rect, line: u16) -> Self {
        let end = if line < area.height { area.right() } else { area.x };
        Self { buffer, x: area.x, y: area.y + line, end }
    }

    pub(crate) fn columns_left(&self) -> usize {
        self.end.saturating_sub(self.x).into()
    }

    /// Writes text; a text that does not fit is cut and ends with `…`.
    pub(crate) fn put(&mut self, text: &str, style: Style) -> &mut Self {
        // Bound the work: never process more of a long text than could be visible.
        let text = &text[..char_boundary(text, self.columns_left() * 8)];
        let text = Visible(text.as_bytes()).text();
        let left = self.columns_left();
        if left == 0 || self.y >= self.buffer.area.bottom() {
            return self;
        }
        if overflow(&text, left).is_none() {
            self.write(&text, style);
        } else {
            let cut = overflow(&text, left - 1).unwrap_or(0);
            self.write(&text[..cut], style);
            self.write("…", style);
            self.x = self.end;
        }
        self
    }

    /// Resets the style of the cells first, so that nothing shows through from below.
    fn write(&mut self, text: &str, style: Style) {
        let style = Style::reset().patch(style);
        (self.x, _) = self.buffer.set_stringn(self.x, self.y, text, self.columns_left(), style);
    }

    /// A column: text, blanks up to its width, and two more.
    pub(crate) fn column(&mut self, text: &str, width: usize, style: Style) -> &mut Self {
        let (start, end) = (self.x, self.end);
        let width = u16::try_from(width).unwrap_or(u16::MAX);
        self.end = end.min(start.saturating_add(width));
        self.put(text, style);
        self.end = end;
        self.x = end.min(start.saturating_add(width).saturating_add(2));
        self
    }
}
