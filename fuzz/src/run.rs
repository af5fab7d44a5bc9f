//! Runs a conversion and collects its output.

use crate::harmless::assert_harmless;
use mgr2api::{Converter, Last, Note, NoteKind, Settings, Sink, Snippet, Source, Totals};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::sync::Arc;

/// The output of a conversion. Every snippet and every note was checked to be harmless.
#[derive(Debug, Default)]
pub struct Rendered {
    /// All snippets, one after the other.
    pub text: String,
    /// The number of snippets.
    pub snippets: u64,
    /// Requests that a target could not express.
    pub not_rendered: u64,
}

impl Sink for Rendered {
    fn snippet(&mut self, snippet: &Snippet) -> io::Result<()> {
        assert_harmless("a snippet", &snippet.text);
        self.text += str::from_utf8(&snippet.text).expect("harmless text is UTF-8");
        self.snippets += 1;
        Ok(())
    }

    fn lines(&mut self, _: &[u8]) -> io::Result<()> {
        Ok(())
    }

    fn note(&mut self, note: &Note<'_>) -> io::Result<()> {
        assert_harmless("a note", note.to_string().as_bytes());
        self.not_rendered += u64::from(matches!(note.kind, NoteKind::NotRendered(..)));
        Ok(())
    }
}

/// Converts everything that a reader returns, and checks the totals.
pub fn convert(input: impl Read, source: Source, settings: &Settings) -> (Totals, Rendered) {
    let mut rendered = Rendered::default();
    let totals = mgr2api::convert(input, source, settings, &mut rendered).expect("memory can be read and written");
    assert_adds_up(&totals);
    (totals, rendered)
}

/// The law of accounting.
pub fn assert_adds_up(totals: &Totals) {
    assert_eq!(totals.seen, totals.converted + totals.filtered + totals.reported);
    assert!(totals.losses >= totals.reported);
}

/// The last requests, read backwards from a file or forwards from a stream; checks the totals.
pub fn newest(log: &[u8], source: &Arc<Source>, settings: &Settings, count: usize, file: bool) -> (Totals, String) {
    let mut last = Last::new(settings, count);
    if file {
        let mut file = tempfile::tempfile().expect("a file");
        file.write_all(log).and_then(|()| file.seek(SeekFrom::Start(0))).expect("a file");
        last.file(&file, 0..log.len() as u64, source).expect("a file can be read");
    } else {
        last.stream(log, source).expect("memory can be read");
    }
    let (lines, mut totals) = last.into_lines();
    let (mut converter, mut rendered) = (Converter::new(&settings.scan, &settings.print), Rendered::default());
    lines.for_each(|line| converter.block(&line, &mut rendered).expect("memory can be written"));
    totals += converter.totals();
    assert_adds_up(&totals);
    (totals, rendered.text)
}

/// A reader that returns its bytes in pieces of these sizes, repeated.
pub struct Pieces<'a> {
    rest: &'a [u8],
    sizes: std::iter::Cycle<std::slice::Iter<'a, u8>>,
}

impl<'a> Pieces<'a> {
    pub fn new(rest: &'a [u8], sizes: &'a [u8]) -> Self {
        Self { rest, sizes: sizes.iter().cycle() }
    }
}

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let size = self.sizes.next().map_or(1, |&size| usize::from(size).max(1));
        let (now, later) = self.rest.split_at(size.min(buffer.len()).min(self.rest.len()));
        buffer[..now.len()].copy_from_slice(now);
        self.rest = later;
        Ok(now.len())
    }
}
