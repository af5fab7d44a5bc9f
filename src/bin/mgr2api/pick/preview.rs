//! The preview: the selected request rendered in the chosen targets, its notes, and the wrapping of both.

use super::row::Row;
use mgr2api::{Converter, Note, PrintOptions, Role, Settings, Sink, Snippet, Visible};
use ratatui::text::Span;
use std::io;

/// Maximum bytes of a call on the screen; printing has no such limit.
const LONGEST: usize = 32 * 1024;

/// The rendered request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Preview {
    pieces: Vec<Piece>,
}

/// A part of one line.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    text: String,
    tone: Tone,
    ends_line: bool,
}

/// How a part is styled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Plain,
    Role(Role),
    Note,
}

/// One line of the screen: its parts.
pub(crate) type Line<'a> = Vec<(&'a str, Tone)>;

impl Preview {
    /// Renders a request with these settings.
    pub(crate) fn of(row: &Row, settings: &Settings) -> Self {
        // One preview is one document: never join it with other calls.
        let print = PrintOptions::new(settings.print.targets.clone(), settings.print.call.clone()).one_document(false);
        let mut shown = Self::default();
        let refused = row.error().map(|error| format!("! the panel refused it: {}", Visible(error.as_bytes())));
        let mut notes = Notes { shown: &mut shown, notes: Vec::from_iter(refused) };
        // Writing to memory cannot fail.
        let _ = Converter::new(&settings.scan, &print).block(&row.block(), &mut notes);
        let notes = notes.notes;
        for text in notes {
            shown.pieces.push(Piece { text, tone: Tone::Note, ends_line: true });
        }
        shown
    }

    fn push(&mut self, text: &[u8], tone: Tone) {
        // Snippets are UTF-8 and contain no control characters except line breaks.
        let text = String::from_utf8_lossy(text);
        for line in text.split_inclusive('\n') {
            let (line, ends_line) = line.strip_suffix('\n').map_or((line, false), |line| (line, true));
            self.pieces.push(Piece { text: line.to_owned(), tone, ends_line });
        }
    }

    /// The lines for a screen of `width` cells: wrapped at the width, or one per line of text.
    pub(crate) fn lines(&self, width: usize, wraps: bool) -> Vec<Line<'_>> {
        // In a single column a wide character would never fit.
        let columns = if wraps && width > 1 { width } else { usize::MAX };
        let mut lines: Vec<Line<'_>> = Vec::new();
        let mut line = Vec::new();
        let mut used = 0;
        for piece in &self.pieces {
            let mut rest = piece.text.as_str();
            while let Some(at) = overflow(rest, columns.saturating_sub(used)) {
                line.push((&rest[..at], piece.tone));
                lines.push(std::mem::take(&mut line));
                (rest, used) = (&rest[at..], 0);
            }
            used += cells(rest);
            line.push((rest, piece.tone));
            if piece.ends_line {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }
}

/// Collects the converter's output.
struct Notes<'p> {
    shown: &'p mut Preview,
    notes: Vec<String>,
}

impl Sink for Notes<'_> {
    fn snippet(&mut self, snippet: &Snippet) -> io::Result<()> {
        let end = snippet.text.len().min(LONGEST);
        let mut done = 0;
        for span in snippet.spans.iter().filter(|span| span.range.end <= end) {
            self.shown.push(&snippet.text[done..span.range.start], Tone::Plain);
            self.shown.push(&snippet.text[span.range.clone()], Tone::Role(span.role));
            done = span.range.end;
        }
        self.shown.push(&snippet.text[done..end], Tone::Plain);
        if end < snippet.text.len() {
            let more = format!("\n... and {} more bytes, which are printed too\n", snippet.text.len() - end);
            self.shown.push(more.as_bytes(), Tone::Note);
        }
        Ok(())
    }

    fn lines(&mut self, _: &[u8]) -> io::Result<()> {
        Ok(())
    }

    fn note(&mut self, note: &Note<'_>) -> io::Result<()> {
        self.notes.push(format!("! {}", note.kind));
        Ok(())
    }
}

/// The width of a text on the screen, in cells.
pub(crate) fn cells(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { Span::raw(text).width() }
}

/// The byte offset at which a text must be cut to fit `width` cells; `None` if all of it fits.
pub(crate) fn overflow(text: &str, width: usize) -> Option<usize> {
    let mut used = 0;
    for (at, char) in text.char_indices() {
        used += if char.is_ascii() { 1 } else { Span::raw(&text[at..at + char.len_utf8()]).width() };
        if used > width {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str, width: usize) -> Vec<String> {
        let mut preview = Preview::default();
        preview.push(text.as_bytes(), Tone::Plain);
        let join = |line: Line<'_>| line.into_iter().map(|(text, _)| text).collect();
        preview.lines(width, true).into_iter().map(join).collect()
    }

    #[test]
    fn lines_break_where_the_width_ends_and_nothing_is_lost() {
        assert_eq!(wrapped("abcdef\ngh\n", 4), ["abcd", "ef", "gh"]);
        assert_eq!(wrapped("abcd\n", 4), ["abcd"]);
        assert_eq!(wrapped("a漢字b\n", 4), ["a漢", "字b"]);
        assert_eq!(wrapped("\n\nx\n", 4), ["", "", "x"]);
        let long = "漢x".repeat(1000);
        assert_eq!(wrapped(&long, 7).concat(), long);
    }
}
