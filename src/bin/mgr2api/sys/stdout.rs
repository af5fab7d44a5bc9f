//! Standard output, written without a buffer, so that the program always knows how much of a text has been written.
//!
//! In: text. Out: all of it on standard output, or an error. A full disk accepts only the first part of a text,
//! and a later writer would append to the incomplete line. So the part is cut off a regular file again, if it is
//! certainly the program's own and at the end: bytes of other writers are never cut.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
use unix as system;
#[cfg(windows)]
use windows as system;

pub(crate) use system::{columns, is_abandoned, takes_escapes, widen};

use std::fs::File;
use std::io::{self, ErrorKind, Seek, SeekFrom};
use system::Stream;

/// How much of a partly written text is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Rest {
    /// Its complete lines.
    #[default]
    Lines,
    /// Nothing: a restart prints the whole text.
    Nothing,
}

/// Writes a text to the file, pipe or terminal behind `out`.
///
/// # Errors
/// Those of the system. Of a partly written text, `rest` decides how much is kept, where cutting is possible.
pub(crate) fn write(out: &impl Stream, text: &[u8], rest: Rest) -> io::Result<()> {
    let mut part = Part::default();
    let mut done = 0;
    while done < text.len() {
        match system::write(out, &text[done..]) {
            Ok(0) => return Err(ErrorKind::WriteZero.into()),
            Ok(count) => {
                done += count;
                if done < text.len() {
                    part.add(system::file(out), done - count..done);
                }
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => {
                let left = system::file(out).ok().and_then(|file| part.cut_back(&file, text, rest));
                let Some(left) = left else { return Err(error) };
                return Err(io::Error::new(error.kind(), format!("{error}; {left}")));
            }
        }
    }
    Ok(())
}

/// The contiguous bytes of a text in the file that were written last.
#[derive(Debug, Default)]
struct Part {
    range: std::ops::Range<usize>,
    /// The position after them in the file; `None` if the output is not a file.
    end: Option<u64>,
}

impl Part {
    /// Adds the bytes written last. If another writer has appended in between, they start a new range.
    fn add(&mut self, out: io::Result<File>, written: std::ops::Range<usize>) {
        let end = out.and_then(|mut out| out.stream_position()).ok();
        let joins = self.end.is_some_and(|before| end == Some(before + written.len() as u64));
        self.range = if joins { self.range.start..written.end } else { written };
        self.end = end;
    }

    /// Truncates the file; returns a message about it.
    fn cut_back(&self, mut out: &File, text: &[u8], rest: Rest) -> Option<&'static str> {
        let (end, about) = (self.end?, out.metadata().ok()?);
        let is_last = about.is_file() && about.len() == end;
        let part = &text[self.range.clone()];
        let line_end = memchr::memrchr(b'\n', part).map(|at| at + 1).filter(|_| rest == Rest::Lines);
        // A later part of the text completes a line whose start is elsewhere in the file: cut it only after a line
        // break.
        let keep = line_end.or((self.range.start == 0).then_some(0)).filter(|_| is_last)?;
        let end = end - (part.len() - keep) as u64;
        out.set_len(end).ok()?;
        // Only a file that was not opened for appending has a position of its own.
        out.seek(SeekFrom::Start(end)).ok()?;
        Some("the incomplete line was removed; free disk space, then start again")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::io::Write;

    /// Writes pieces, alternating with another writer, to a file opened for appending or not, as if the disk were full
    /// after them; returns the file.
    #[track_caller]
    fn cut(append: bool, pieces: &[(&str, &str)], behind: &str, rest: Rest) -> String {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = folder.path().join("out");
        fs::write(&path, "before\n").expect("file");
        let mut out = File::options().write(true).append(append).open(&path).expect("file");
        out.seek(io::SeekFrom::End(0)).expect("place");
        let mut other = File::options().append(true).open(&path).expect("file");
        let (mut part, mut text) = (Part::default(), String::new());
        for (own, others) in pieces {
            out.write_all(own.as_bytes()).expect("write");
            part.add(out.try_clone(), text.len()..text.len() + own.len());
            text += own;
            other.write_all(others.as_bytes()).expect("write");
        }
        other.write_all(behind.as_bytes()).expect("write");
        part.cut_back(&out, (text + "lost\n").as_bytes(), rest);
        out.write_all(b"next\n").expect("write");
        fs::read_to_string(&path).expect("file")
    }

    #[test]
    fn half_a_line_is_cut_off_and_bytes_of_others_never() {
        for append in [true, false] {
            assert_eq!(cut(append, &[("one\nha", "")], "", Rest::Lines), "before\none\nnext\n");
            assert_eq!(cut(append, &[("one\nha", "")], "", Rest::Nothing), "before\nnext\n");
            assert_eq!(cut(append, &[("on", ""), ("e\nha", "")], "", Rest::Nothing), "before\nnext\n");
            assert_eq!(cut(append, &[("ha", "")], "", Rest::Lines), "before\nnext\n");
        }
        assert_eq!(cut(true, &[("one\nha", "")], "other\n", Rest::Lines), "before\none\nhaother\nnext\n");
        assert_eq!(cut(true, &[("ha", "other\n"), ("lf", "")], "", Rest::Nothing), "before\nhaother\nlfnext\n");
        assert_eq!(cut(true, &[("on", "other\n"), ("e\nha", "")], "", Rest::Lines), "before\nonother\ne\nnext\n");
    }
}
