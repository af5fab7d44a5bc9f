//! Writes text along a line of an area, up to its end.
//!
//! In: text of any origin. Out: cells. It spells out what a terminal or an eye could be deceived by.

use super::preview::overflow;
use mgr2api::Visible;
use mgr2api::internal::char_boundary;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Writes along a line of an area, up to its end.
pub(crate) struct Pen<'b> {
    buffer: &'b mut Buffer,
    pub(crate) x: u16,
    y: u16,
    pub(crate) end: u16,
}

impl<'b> Pen<'b> {
    /// At the start of a line of the area; one that is not there has no columns.
    pub(crate) fn new(buffer: &'b mut Buffer, area: Rect, line: u16) -> Self {
        let end = if line < area.height { area.right() } else { area.x };
        Self { buffer, x: area.x, y: area.y + line, end }
    }

    pub(crate) fn columns_left(&self) -> usize {
        self.end.saturating_sub(self.x).into()
    }

    /// Writes text; what does not fit is cut, and `…` says so.
    pub(crate) fn put(&mut self, text: &str, style: Style) -> &mut Self {
        // A long text is not looked at beyond what could be seen of it.
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

    /// In this style only: what lay below does not shine through.
    fn write(&mut self, text: &str, style: Style) {
        let style = Style::reset().patch(style);
        (self.x, _) = self.buffer.set_stringn(self.x, self.y, text, self.columns_left(), style);
    }

    /// A column: text, then blanks up to its width and two more.
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
