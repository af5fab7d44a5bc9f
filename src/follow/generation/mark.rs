//! Recognizes a generation by the text that was read and by the metadata of its file.
//!
//! In: the open file, and the remembered text. Out: a [`Mark`], and whether the file is unchanged.

use super::open::first_text;
use super::{Generation, Handle};
use crate::follow::identity::{Fingerprint, HEAD, Identity, Mark, OVERLAP, fill_at};
use crate::follow::siblings::Stamp;
use std::{fs, io};

impl Generation {
    /// The read position. With `whole_lines`, an unfinished line counts as unread.
    pub(in crate::follow) fn mark(&self, whole_lines: bool) -> Mark {
        if let Some(mark) = self.restored {
            return mark;
        }
        let mut last = self.lines.tail().to_vec();
        if !whole_lines {
            let partial = self.lines.partial();
            last.extend_from_slice(&partial[partial.len().saturating_sub(OVERLAP)..]);
        }
        let offset = if whole_lines { self.offset() } else { self.read_to() };
        // In an archive, the bytes of a hole are skipped without being read.
        let text = if self.head.is_empty() { offset } else { offset.saturating_sub(self.head_at) };
        let len = last.len().min(OVERLAP).min(usize::try_from(text).unwrap_or(OVERLAP));
        Mark {
            identity: self.identity,
            offset,
            head_at: self.head_at,
            head: Fingerprint::of(&self.head),
            last: Fingerprint::of(&last[last.len() - len..]),
        }
    }

    /// Whether text of it was read or counts as read. If not, the file is still to be read as a whole.
    pub(in crate::follow) fn has_rest(&self) -> bool {
        self.restored.is_some() || (self.read_to() > 0 && !self.head.is_empty())
    }

    /// The metadata of the file, if everything in it was read.
    pub(in crate::follow) fn final_stamp(&self) -> Option<Stamp> {
        let stamp = match &self.handle {
            Handle::Plain(file) => Stamp::of(&file.metadata().ok()?).filter(|stamp| stamp.len == self.read_to()),
            Handle::Unpacked => {
                let about = fs::metadata(&self.path).ok()?;
                if Identity::at(&self.path, &about) != self.identity {
                    return None;
                }
                Stamp::of(&about)
            }
            _ => None,
        };
        stamp.filter(|_| self.lines.partial().is_empty())
    }

    /// Reads the first bytes, as many as there are, without moving the position.
    pub(in crate::follow) fn peek(&mut self) -> io::Result<()> {
        if let Handle::Plain(file) = &self.handle {
            if self.head.is_empty() {
                // A hole that was only checked may be gone.
                let hole = if self.read_to() == 0 { 0 } else { self.head_at };
                self.head_at = first_text(file, hole)?;
            }
            self.head = self.head_now()?;
        }
        Ok(())
    }

    /// The current first bytes; those of an archive as they were.
    pub(in crate::follow) fn head_now(&self) -> io::Result<Vec<u8>> {
        let Handle::Plain(file) = &self.handle else { return Ok(self.head.clone()) };
        let mut head = vec![0; HEAD];
        let len = fill_at(file, &mut head, self.head_at)?;
        head.truncate(len);
        Ok(head)
    }

    /// Whether the file is unchanged up to the position.
    pub(in crate::follow) fn holds(&self) -> io::Result<bool> {
        match &self.handle {
            Handle::Plain(file) => {
                // A blank mark fits any text, but a position after the end does not fit.
                Ok(self.mark(false).fits(file)? && file.metadata()?.len() >= self.read_to())
            }
            Handle::Packed(_) | Handle::Faulty(_) | Handle::Unpacked => Ok(true),
            Handle::Deleted | Handle::Missing => Ok(false),
        }
    }
}
