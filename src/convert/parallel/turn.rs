use super::Team;
use crate::convert::{Note, Sink, Totals};
use crate::render::Snippet;
use crate::source::Block;
use std::io::{self, Read};

/// The sink of one block. It hands out its content in parts when it gets full.
pub(super) struct Turn<'t, R, S, F, B, M> {
    pub(super) team: &'t Team<R, S, F, B, M>,
    pub(super) number: u64,
    pub(super) sink: S,
    /// Another thread has stored the error that stopped the work.
    pub(super) stopped: bool,
}

impl<R, S, F, B, M> Turn<'_, R, S, F, B, M>
where
    R: Read,
    S: Sink,
    F: FnMut(&mut S, Totals) -> io::Result<()>,
    B: Fn() -> Block,
    M: Fn() -> S,
{
    fn hand_out(&mut self) -> io::Result<()> {
        self.stopped = !self.team.hand_out_part(self.number, &mut self.sink);
        // This error only ends the conversion of this block; the caller gets the one that stopped the work.
        if self.stopped { Err(io::ErrorKind::Interrupted.into()) } else { Ok(()) }
    }

    fn hand_out_if_full(&mut self) -> io::Result<()> {
        if self.sink.is_full() { self.hand_out() } else { Ok(()) }
    }
}

impl<R, S, F, B, M> Sink for Turn<'_, R, S, F, B, M>
where
    R: Read,
    S: Sink,
    F: FnMut(&mut S, Totals) -> io::Result<()>,
    B: Fn() -> Block,
    M: Fn() -> S,
{
    fn snippet(&mut self, snippet: &Snippet) -> io::Result<()> {
        self.sink.snippet(snippet)?;
        self.hand_out_if_full()
    }

    fn large(&mut self, snippet: &mut Snippet) -> io::Result<()> {
        // An empty sink can take the snippet without a copy.
        self.hand_out()?;
        self.sink.large(snippet)?;
        self.hand_out_if_full()
    }

    fn lines(&mut self, lines: &[u8]) -> io::Result<()> {
        self.sink.lines(lines)?;
        self.hand_out_if_full()
    }

    fn note(&mut self, note: &Note<'_>) -> io::Result<()> {
        self.sink.note(note)?;
        self.hand_out_if_full()
    }

    fn wants_notes(&self) -> bool {
        self.sink.wants_notes()
    }
}
