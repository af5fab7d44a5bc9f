//! Standard output, written without a buffer, so that it is known at each moment what of a text has arrived.
//!
//! In: text. Out: all of it on standard output, or an error. A full disk takes the first part of a text. Whoever appends
//! to such a file later would glue his first line to that half line. So the part is cut off a regular file again, as
//! far as it is certain that it is the program's own and stands at the end: bytes of other writers are never cut.

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

/// What stays of a text that arrived in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Rest {
    /// Its whole lines.
    #[default]
    Lines,
    /// Nothing: a restart prints the whole text.
    Nothing,
}

/// Writes a text to the file, pipe or terminal behind `out`.
///
/// # Errors
/// What the system reports. Of a text that arrived in part, `rest` stays where that is possible.
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

/// The bytes of a text that stand in the file in one piece, the last of them written last.
#[derive(Debug, Default)]
struct Part {
    range: std::ops::Range<usize>,
    /// The place in the file behind them; `None` for what is not a file.
    end: Option<u64>,
}

impl Part {
    /// Adds what was written last. Another writer may have appended something in between: then a new piece starts here.
    fn add(&mut self, out: io::Result<File>, written: std::ops::Range<usize>) {
        let end = out.and_then(|mut out| out.stream_position()).ok();
        let joins = self.end.is_some_and(|before| end == Some(before + written.len() as u64));
        self.range = if joins { self.range.start..written.end } else { written };
        self.end = end;
    }

    /// Cuts the file back, and says so.
    fn cut_back(&self, mut out: &File, text: &[u8], rest: Rest) -> Option<&'static str> {
        let (end, about) = (self.end?, out.metadata().ok()?);
        let is_last = about.is_file() && about.len() == end;
        let part = &text[self.range.clone()];
        let line_end = memchr::memrchr(b'\n', part).map(|at| at + 1).filter(|_| rest == Rest::Lines);
        // A piece in the middle of a line ends a line whose start stands somewhere else.
        let keep = line_end.or((self.range.start == 0).then_some(0)).filter(|_| is_last)?;
        let end = end - (part.len() - keep) as u64;
        out.set_len(end).ok()?;
        // Only a file that was not opened for appending has a place of its own.
        out.seek(SeekFrom::Start(end)).ok()?;
        Some("what did not fit was cut off again; free disk space, then start again")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::io::Write;

    /// A file, opened for appending or not, and the piece that a disk took of a text.
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
