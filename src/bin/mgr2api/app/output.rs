//! The only module that writes to the streams: snippets to standard output, everything else to standard error.
//!
//! Colour is decided and applied here, as the last step. Everything for standard error passes [`Visible`], so file
//! names, arguments and log text cannot control a terminal. On standard output, lines of `--passthrough` are unchanged
//! for files and pipes, because an editor must get its own bytes back; for a terminal they are escaped. The screen of
//! `--interactive` is not a stream: `pick::terminal` draws it and restores the terminal before anything is written
//! here.

mod messages;
mod progress;

pub(crate) use crate::sys::stdout::Rest;
pub(crate) use messages::{print_document, print_error, print_help, print_line, print_mistake, send_to_terminal};
pub(crate) use progress::Progress;

use crate::app::clipboard;
use crate::cli::options::Options;
use crate::sys::stdout;
use anstyle::{AnsiColor, Style};
use mgr2api::{Note, NoteKind, Place, Refusal, Role, Sink, Snippet, Visible};
use ratatui::text::Span;
use std::io::{self, IsTerminal, Write};

/// The output of a range of a log: text for standard output, notes for standard error, and their order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Batch {
    look: Look,
    text: Vec<u8>,
    notes: Vec<u8>,
    /// Lengths of text and notes after each note.
    marks: Vec<(usize, usize)>,
    /// The newest snippet, kept for the clipboard.
    newest: Option<Newest>,
    /// The newest snippet's comment is on the terminal that also shows notes, and it names the masked parameters.
    commented: bool,
    /// The first place that a note gave as a byte offset: the log's name and the offset.
    first_byte: Option<(String, u64)>,
    /// No other batch is printed before this one, so it may be printed whenever it is full.
    direct: bool,
}

/// A snippet for the clipboard, or the length of one that is too long.
pub(crate) type Newest = Result<Vec<u8>, usize>;

/// Approximate number of bytes to collect before writing.
const FULL: usize = 1024 * 1024;

/// How output is formatted.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
pub(crate) struct Look {
    pub(crate) color: bool,
    pub(crate) quiet: bool,
    /// Keep the newest snippet for the clipboard.
    pub(crate) copy: bool,
    /// Standard output is a terminal: print notes below their snippet, and escape control characters.
    pub(crate) terminal: bool,
    /// Columns of standard error, if it is a terminal.
    pub(crate) note_columns: Option<usize>,
}

impl Batch {
    pub(crate) fn new(options: &Options) -> Self {
        let Options { color, quiet, copy, .. } = *options;
        let look = Look { color, quiet, copy, terminal: io::stdout().is_terminal(), note_columns: note_columns() };
        Self { look, ..Self::default() }
    }

    /// A batch that prints itself whenever it is full.
    pub(crate) fn direct(options: &Options) -> Self {
        Self { direct: true, ..Self::new(options) }
    }

    /// Whether there is nothing to print.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty() && self.notes.is_empty()
    }

    /// Whether the text ends within a line: the last line of a passed-through log had no line break. `None` without
    /// text.
    pub(crate) fn stops_in_line(&self) -> Option<bool> {
        self.text.last().map(|&byte| byte != b'\n')
    }

    /// Ends a line that the previous log left open.
    pub(crate) fn end_line(&mut self) {
        self.text.push(b'\n');
    }

    /// The newest snippet since the last call, without comment and final line break: pasting a line break would run the
    /// call before the user has read it.
    pub(crate) fn take_newest(&mut self) -> Option<Newest> {
        self.newest.take()
    }

    /// The first place since the last call that a note gave as a byte offset.
    pub(crate) fn take_first_byte(&mut self) -> Option<(String, u64)> {
        self.first_byte.take()
    }

    /// Adds an excerpt of the line and a marker at the wrong byte, below the note.
    fn point(&mut self, refusal: &Refusal<'_>, columns: usize) {
        let width = |text: &str| Span::raw(text).width();
        // Leave room for the indent and the last column, after which some terminals wrap.
        let columns = columns.saturating_sub(3);
        let (mut before, mut behind) = refusal.excerpt(columns);
        // Characters of two columns made it too wide: shorten it.
        let wide = (width(&before) + width(&behind)).saturating_sub(columns);
        if wide > 0 {
            (before, behind) = refusal.excerpt(columns.saturating_sub(wide));
        }
        let indent = width(&before);
        self.notes.extend_from_slice(format!("  {before}{behind}\n").as_bytes());
        self.notes.extend_from_slice(format!("  {:indent$}^\n", "").as_bytes());
    }

    pub(crate) fn text(&self) -> &[u8] {
        &self.text
    }

    /// Prints everything and empties the batch. If a full disk takes only a part, `rest` decides how much of it stays.
    pub(crate) fn print(&mut self, rest: Rest) -> io::Result<()> {
        let (out, mut err) = (io::stdout().lock(), io::stderr().lock());
        let (mut text_done, mut notes_done) = (0, 0);
        for &(text, notes) in self.marks.iter().filter(|_| self.look.terminal) {
            stdout::write(&out, &self.text[text_done..text], rest)?;
            // Errors of standard error cannot be reported.
            let _ = err.write_all(&self.notes[notes_done..notes]);
            (text_done, notes_done) = (text, notes);
        }
        stdout::write(&out, &self.text[text_done..], rest)?;
        let _ = err.write_all(&self.notes[notes_done..]);
        for bytes in [&mut self.text, &mut self.notes] {
            bytes.clear();
            if bytes.capacity() > 2 * FULL {
                *bytes = Vec::new();
            }
        }
        self.marks.clear();
        Ok(())
    }

    fn print_if_full(&mut self) -> io::Result<()> {
        if self.direct && self.is_full() { self.print(Rest::Lines) } else { Ok(()) }
    }

    fn remember(&mut self, snippet: &Snippet) {
        if !self.look.copy {
            return;
        }
        let comment = snippet.spans.first().filter(|span| span.role == Role::Comment);
        let len = snippet.text.len() - comment.map_or(0, |span| span.range.len() + 1);
        let len = len.saturating_sub(1);
        self.newest = Some(if len > clipboard::LONGEST {
            Err(len)
        } else {
            let mut call = snippet.without_comment();
            if call.last() == Some(&b'\n') {
                call.pop();
            }
            Ok(call)
        });
    }
}

impl Sink for Batch {
    fn snippet(&mut self, snippet: &Snippet) -> io::Result<()> {
        debug_assert!(snippet.text.iter().all(|&byte| byte == b'\n' || (byte >= 0x20 && byte != 0x7f)));
        let comment = snippet.spans.first().filter(|span| span.role == Role::Comment);
        self.commented = comment.is_some() && self.look.terminal && self.look.note_columns.is_some();
        self.remember(snippet);
        if !self.look.color {
            self.text.extend_from_slice(&snippet.text);
            return self.print_if_full();
        }
        let mut painted = 0;
        for span in &snippet.spans {
            self.text.extend_from_slice(&snippet.text[painted..span.range.start]);
            let style = style(span.role);
            write!(self.text, "{style}")?;
            self.text.extend_from_slice(&snippet.text[span.range.clone()]);
            write!(self.text, "{style:#}")?;
            painted = span.range.end;
        }
        self.text.extend_from_slice(&snippet.text[painted..]);
        self.print_if_full()
    }

    /// Not coloured: nobody reads that much text, and colouring would copy it.
    fn large(&mut self, snippet: &mut Snippet) -> io::Result<()> {
        self.remember(snippet);
        if self.direct {
            self.print(Rest::Lines)?;
        }
        if self.text.is_empty() {
            self.text = std::mem::take(&mut snippet.text);
        } else {
            self.text.append(&mut snippet.text);
        }
        self.print_if_full()
    }

    fn lines(&mut self, lines: &[u8]) -> io::Result<()> {
        if !self.look.terminal {
            self.text.extend_from_slice(lines);
            return self.print_if_full();
        }
        for line in lines.split_inclusive(|&byte| byte == b'\n') {
            let (line, end) = line.strip_suffix(b"\n").map_or((line, ""), |line| (line, "\n"));
            write!(self.text, "{}{end}", Visible(line))?;
        }
        self.print_if_full()
    }

    fn note(&mut self, note: &Note<'_>) -> io::Result<()> {
        if self.look.quiet || (self.commented && matches!(note.kind, NoteKind::Masked(_))) {
            return Ok(());
        }
        match (note.kind, self.look.note_columns) {
            (NoteKind::Unreadable(refusal), Some(columns)) => {
                writeln!(self.notes, "{note:#}")?;
                self.point(&refusal, columns);
            }
            _ => writeln!(self.notes, "{note}")?,
        }
        self.marks.push((self.text.len(), self.notes.len()));
        if let Place::Byte(offset) = note.place {
            self.first_byte.get_or_insert_with(|| (note.source.to_owned(), offset));
        }
        self.print_if_full()
    }

    fn is_full(&self) -> bool {
        self.text.len() + self.notes.len() > FULL
    }

    fn wants_notes(&self) -> bool {
        !self.look.quiet
    }
}

/// Columns of standard error, if it is a terminal; 80 if it does not report a size.
fn note_columns() -> Option<usize> {
    let err = io::stderr();
    let size = err.is_terminal().then(|| stdout::columns(&err))?;
    Some(if size > 0 { size } else { 80 })
}

fn style(role: Role) -> Style {
    match role {
        Role::Comment => AnsiColor::BrightBlack.on_default(),
        Role::Function => Style::new().bold(),
        Role::Secret => AnsiColor::Yellow.on_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colour_changes_nothing_but_colour() {
        let mut snippet = Snippet::default();
        snippet.push("a ");
        snippet.mark(Role::Function, |out| out.extend_from_slice(b"b"));
        snippet.push(" c\n");
        let mut batch = Batch { look: Look { color: true, ..Look::default() }, ..Batch::default() };
        batch.snippet(&snippet).expect("memory");
        assert_ne!(batch.text, snippet.text);
        assert_eq!(anstream::adapter::strip_bytes(&batch.text).into_vec(), snippet.text);
    }
}
