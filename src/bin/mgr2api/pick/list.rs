//! The list: all requests, the shown ones among them, the selection and the marks.
//!
//! In: rows as they arrive, moves, the filter. Out: the rows to draw. The number of a row never changes, not
//! even when the oldest rows are removed.

use super::row::{Kind, Row};
use super::words::Words;
use mgr2api::Place;
use ratatui::text::Span;
use std::collections::VecDeque;

/// The number of rows to keep; older ones are removed, unless they are marked.
pub(crate) const KEEP: usize = 200_000;

/// The bytes to keep, however few rows these are.
const KEEP_BYTES: usize = 32 * 1024 * 1024;

/// Maximum widths of columns, in cells.
const USER: usize = 16;
const FUNCTION: usize = 30;

#[derive(Debug)]
pub(crate) struct List {
    rows: VecDeque<Row>,
    /// The number of the first row.
    first: usize,
    keep: usize,
    bytes: usize,
    /// Numbers of the rows that pass the filter.
    shown: VecDeque<usize>,
    /// Index of the selection in `shown`.
    selected: usize,
    /// Index in `shown` of the first row on the screen.
    top: usize,
    marked: usize,
    words: Words,
    hides_background: bool,
    /// Widths of the columns, in cells; they never shrink, so that columns do not jump.
    pub(crate) user_width: usize,
    pub(crate) function_width: usize,
}

/// A row on the screen.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Visible<'a> {
    pub(crate) row: &'a Row,
    pub(crate) selected: bool,
}

impl List {
    /// Keeps at most `keep` rows.
    pub(crate) fn new(keep: usize) -> Self {
        Self {
            rows: VecDeque::new(),
            first: 0,
            keep,
            bytes: 0,
            shown: VecDeque::new(),
            selected: 0,
            top: 0,
            marked: 0,
            words: Words::default(),
            hides_background: false,
            user_width: 4,
            function_width: 8,
        }
    }

    /// Appends rows. A selection on the last row moves to the new last row, any other stays on its row.
    pub(crate) fn add(&mut self, rows: impl IntoIterator<Item = Row>) {
        let at_end = self.is_at_end();
        for row in rows {
            let columns = row.columns();
            self.user_width = self.user_width.max(Span::raw(columns.user).width().min(USER));
            self.function_width = self.function_width.max(Span::raw(columns.function).width().min(FUNCTION));
            if self.wants(&row) {
                self.shown.push_back(self.first + self.rows.len());
            }
            self.bytes += row.bytes();
            self.rows.push_back(row);
        }
        let too_many = |list: &Self| list.rows.len() > list.keep || list.bytes > KEEP_BYTES;
        while too_many(self)
            && self.rows.front().is_some_and(|row| !row.marked)
            && let Some(oldest) = self.rows.pop_front()
        {
            self.bytes -= oldest.bytes();
            if self.shown.front() == Some(&self.first) {
                self.shown.pop_front();
                self.selected = self.selected.saturating_sub(1);
                self.top = self.top.saturating_sub(1);
            }
            self.first += 1;
        }
        if at_end {
            self.go_to_end();
        }
    }

    fn wants(&self, row: &Row) -> bool {
        !(self.hides_background && row.kind == Kind::Background) && self.words.want(row.text())
    }

    fn is_at_end(&self) -> bool {
        self.selected + 1 >= self.shown.len()
    }

    /// Applies the filter again; the selection stays on its row or goes to the nearest one.
    fn refresh(&mut self) {
        let here = self.shown.get(self.selected).copied();
        let offset = self.selected.saturating_sub(self.top);
        let mut shown = std::mem::take(&mut self.shown);
        shown.clear();
        shown.extend(self.rows.iter().enumerate().filter(|(_, row)| self.wants(row)).map(|(at, _)| self.first + at));
        self.shown = shown;
        match here {
            Some(number) => {
                let at = self.shown.partition_point(|&shown| shown < number);
                self.selected = at.min(self.shown.len().saturating_sub(1));
                self.top = self.selected.saturating_sub(offset);
            }
            None => self.go_to_end(),
        }
    }

    pub(crate) fn filter(&mut self, typed: String) {
        self.words = Words::new(typed);
        self.refresh();
    }

    pub(crate) fn words(&self) -> &Words {
        &self.words
    }

    pub(crate) fn toggle_background(&mut self) {
        self.hides_background = !self.hides_background;
        self.refresh();
    }

    pub(crate) fn hides_background(&self) -> bool {
        self.hides_background
    }

    /// Moves the selection by this many rows.
    pub(crate) fn step(&mut self, rows: isize) {
        let last = self.shown.len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(rows).min(last);
    }

    pub(crate) fn go_to_start(&mut self) {
        self.selected = 0;
    }

    pub(crate) fn go_to_end(&mut self) {
        self.selected = self.shown.len().saturating_sub(1);
    }

    /// Selects the row in this line of the screen; false if the line is empty.
    pub(crate) fn select_line(&mut self, line: usize) -> bool {
        let at = self.top + line;
        if at < self.shown.len() {
            self.selected = at;
        }
        at < self.shown.len()
    }

    /// Scrolls so that the selection is visible and the screen of `height` lines is full.
    pub(crate) fn scroll_to_selection(&mut self, height: usize) {
        let height = height.max(1);
        self.top = self.top.min(self.selected).max((self.selected + 1).saturating_sub(height));
        self.top = self.top.min(self.shown.len().saturating_sub(height));
    }

    /// The rows on the screen.
    pub(crate) fn screen(&self, height: usize) -> impl Iterator<Item = Visible<'_>> {
        let numbers = self.shown.iter().enumerate().skip(self.top).take(height);
        numbers.map(|(at, &number)| Visible { row: &self.rows[number - self.first], selected: at == self.selected })
    }

    /// The selected row and its number.
    pub(crate) fn selected(&self) -> Option<(usize, &Row)> {
        let number = *self.shown.get(self.selected)?;
        Some((number, &self.rows[number - self.first]))
    }

    /// Marks the selected row or removes its mark.
    pub(crate) fn toggle_mark(&mut self) {
        let Some(&number) = self.shown.get(self.selected) else { return };
        let row = &mut self.rows[number - self.first];
        row.marked = !row.marked;
        if row.marked { self.marked += 1 } else { self.marked -= 1 }
    }

    /// Marks all shown rows, or removes their marks if all are marked.
    pub(crate) fn toggle_all(&mut self) {
        let mark = !self.shown.iter().all(|number| self.rows[number - self.first].marked);
        for number in &self.shown {
            self.rows[number - self.first].marked = mark;
        }
        self.marked = self.rows.iter().filter(|row| row.marked).count();
    }

    pub(crate) fn marked(&self) -> usize {
        self.marked
    }

    /// The marked rows in the order of the list, or the selected one if none is marked.
    pub(crate) fn picked(&self) -> Vec<&Row> {
        if self.marked > 0 {
            return self.rows.iter().filter(|row| row.marked).collect();
        }
        self.selected().map(|(_, row)| row).into_iter().collect()
    }

    /// The selection's position, from 1 (0 if no row is shown), and the number of rows shown.
    pub(crate) fn position(&self) -> (usize, usize) {
        (self.shown.len().min(self.selected + 1), self.shown.len())
    }

    /// Whether old rows were removed.
    pub(crate) fn has_lost(&self) -> bool {
        self.first > 0
    }

    /// Records that the panel refused the request at this place of a log. False if the list does not have it.
    pub(crate) fn refuse(&mut self, source: &str, place: Place, error: &str) -> bool {
        let row = self.rows.iter_mut().rev().find(|row| row.is_at(source, place));
        row.map(|row| row.refuse(error)).is_some()
    }

    /// The number of rows, shown or not.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }
}
