//! Handles a file that only lost bytes at its end, or was changed in place after its first bytes.
//!
//! In: the file as it is now, and the remembered text. Out: the position where reading continues.

use super::Generation;
use crate::follow::identity::{HEAD, fill_at};
use memchr::memrchr;
use std::io;

/// Where reading continues in a file that shrank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::follow) enum Cut {
    /// At its new end, or after the last line that is unchanged.
    End,
    /// At its start.
    Rewritten,
}

impl Generation {
    /// Continues at the cut, if `next` is this file with fewer bytes at its end.
    pub(in crate::follow) fn shrink(&mut self, next: &Self) -> io::Result<Option<Cut>> {
        let Some(file) = next.file() else { return Ok(None) };
        let len = file.metadata()?.len();
        let compared = self.head.len().min(next.head.len());
        if compared == 0 || next.head_at != self.head_at || self.head[..compared] != next.head[..compared] {
            return Ok(None);
        }
        // A short new text may start like the old one by chance.
        let text = |end: u64| end.saturating_sub(self.head_at);
        if compared < HEAD && text(len) * 2 < text(self.read_to()) {
            return Ok(None);
        }
        let text = [self.lines.tail(), self.lines.partial()].concat();
        let start = self.read_to() - text.len() as u64;
        let mut there = vec![0; usize::try_from(len.min(self.read_to()).saturating_sub(start)).unwrap_or(0)];
        let filled = fill_at(file, &mut there, start)?;
        let same = there[..filled].iter().zip(&text).take_while(|(a, b)| a == b).count();
        let (at, cut) = if len < self.read_to() && same == filled {
            // Cut, and nothing written since: everything that follows is new.
            (len.min(self.offset()), Cut::End)
        } else {
            match memrchr(b'\n', &text[..same]) {
                Some(line_end) => ((start + line_end as u64 + 1).min(self.offset()), Cut::End),
                None if compared == HEAD => (0, Cut::Rewritten),
                None => return Ok(None),
            }
        };
        self.lines.go_to(at);
        self.limit = len;
        self.remember()?;
        Ok(Some(cut))
    }
}
