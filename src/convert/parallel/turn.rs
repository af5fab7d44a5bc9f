//! The sink of one block on one thread.
//!
//! In: what the block's conversion prints. Out: the content in parts, each when the sink is full, so that memory does not
//! grow with the block; the rest stays in the sink.

use crate::convert::{Note, Sink};
use crate::render::Snippet;
use std::io;

/// The sink of one block. `hand_out` empties it when its turn comes, and returns false if the work was stopped.
pub(super) struct Turn<S, H> {
    pub(super) sink: S,
    pub(super) hand_out: H,
    /// Another thread has stored the error that stopped the work.
    pub(super) stopped: bool,
}

impl<S: Sink, H: FnMut(&mut S) -> bool> Turn<S, H> {
    fn hand_out(&mut self) -> io::Result<()> {
        self.stopped = !(self.hand_out)(&mut self.sink);
        // This error only ends the conversion of this block; the caller gets the one that stopped the work.
        if self.stopped { Err(io::ErrorKind::Interrupted.into()) } else { Ok(()) }
    }

    fn hand_out_if_full(&mut self) -> io::Result<()> {
        if self.sink.is_full() { self.hand_out() } else { Ok(()) }
    }
}

impl<S: Sink, H: FnMut(&mut S) -> bool> Sink for Turn<S, H> {
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
