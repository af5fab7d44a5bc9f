//! Joins text across two files: a record of several lines, and a line that a rotation cut in two.
//!
//! In: a file that is about to return lines, and the files before it. Out: its lines, the first of them whole.

use super::generation::{CHUNK, Generation, Joined, Seam};
use super::names;
use super::old::Old;
use crate::record::{ansi, parse};
use crate::source::Block;
use std::path::Path;

/// Passes on the context: a record of several lines continues in the next file.
pub(super) fn inherit(generation: &mut Generation, older: &[Old]) {
    if let Some(older) = older.last().filter(|_| generation.read_to() == 0) {
        generation.lines.set_context(older.file().lines.context());
    }
}

/// Joins the start of a line in an older file with its end in this one. A line that starts with a stamp is not such an
/// end: the writer may still finish the old line in the older file.
pub(super) fn join(generation: &mut Generation, older: &mut [Old], log: &Path, block: &mut Block) {
    if generation.seam != Seam::Open {
        return;
    }
    let bytes = block.bytes();
    let first = first_line(bytes);
    let named = names::named_archive(log, first).is_some();
    let start = if named { bytes.len().min(first.len() + 1) } else { 0 };
    if start == bytes.len() {
        return;
    }
    generation.seam = Seam::Joined;
    let mut scratch = Vec::new();
    let line = first_line(&bytes[start..]);
    // A bare stamp is at the start, so a long line is not copied whole.
    let stamped = parse::stamp(ansi::strip(&line[..line.len().min(CHUNK)], &mut scratch)).is_some();
    let mut cut = older
        .iter_mut()
        .rev()
        .map(Old::file_mut)
        .filter(|older| older.lines.is_in_line() && older.seam != Seam::Sealed);
    if let Some(cut) = cut.next().filter(|_| !stamped && block.skipped == 0) {
        let end = start + first_line(&bytes[start..]).len();
        match cut.lines.finish(&bytes[start..end]) {
            Joined::Start(partial) => block.insert(start, partial),
            Joined::Long(found) => {
                // The line that names the archive is not a request, so it is dropped too.
                block.cut_front(end);
                found.note(block);
            }
        }
        generation.lines.set_context(block.context.after_lines(block.bytes(), &mut scratch));
    }
    // An unfinished line that is left does not continue in a newer file.
    for older in older.iter_mut() {
        older.file_mut().seam = Seam::Sealed;
    }
}

/// The first line, without its line end.
pub(super) fn first_line(head: &[u8]) -> &[u8] {
    memchr::memchr(b'\n', head).map_or(head, |end| &head[..end])
}
