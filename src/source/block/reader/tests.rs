//! Tests of the block reader: whole lines with their numbers, errors of reading, and lines that are too long.

use super::*;
use memchr::memchr_iter;
use proptest::prelude::*;

/// A reader that returns its bytes in pieces of the given sizes, then the error, if any.
struct Pieces<'a>(&'a [u8], Vec<usize>, Option<ErrorKind>);

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let want = self.1.pop().unwrap_or(usize::MAX).max(1).min(buffer.len()).min(self.0.len());
        match self.2 {
            Some(kind) if want == 0 => Err(kind.into()),
            _ => {
                buffer[..want].copy_from_slice(&self.0[..want]);
                self.0 = &self.0[want..];
                Ok(want)
            }
        }
    }
}

fn blocks(pieces: Pieces<'_>) -> (Vec<(Place, Vec<u8>)>, Option<ErrorKind>) {
    let source = Arc::new(Source::log("test.log"));
    let mut reader = BlockReader::new(pieces, Arc::clone(&source));
    let mut block = Block::new(source);
    let mut read = Vec::new();
    loop {
        match reader.read(&mut block) {
            Ok(true) => read.push((block.place, block.bytes().to_vec())),
            Ok(false) => return (read, None),
            Err(error) => return (read, Some(error.kind())),
        }
    }
}

proptest! {
    #[test]
    fn blocks_are_whole_lines_with_their_numbers(
        text in "[ab\n]{0,40}",
        sizes in proptest::collection::vec(1_usize..9, 0..40),
    ) {
        let (read, _) = blocks(Pieces(text.as_bytes(), sizes, None));
        let mut joined = Vec::new();
        for (place, bytes) in &read {
            let lines = memchr_iter(b'\n', &joined).count() as u64;
            prop_assert_eq!(*place, Place::Line(lines + 1));
            joined.extend_from_slice(bytes);
            prop_assert!(bytes.ends_with(b"\n") || joined.len() == text.len());
        }
        prop_assert_eq!(joined, text.as_bytes());
    }
}

#[test]
fn what_was_read_before_a_fault_is_handed_out() {
    let (read, fault) = blocks(Pieces(b"one\ntw", Vec::new(), Some(ErrorKind::InvalidData)));
    assert_eq!(read, [(Place::Line(1), b"one\n".to_vec()), (Place::Line(2), b"tw".to_vec())]);
    assert_eq!(fault, Some(ErrorKind::InvalidData));
}

#[test]
fn a_line_that_is_too_long_comes_in_pieces_and_is_judged() {
    let request = b"Jun 25 09:07:51 [1:2] core_module INFO Request [][root] 'func=a'";
    for (line, is_request) in [(&b"x"[..], false), (request, true)] {
        for len in [98, 99, 100, 101, 102, 500, 300_000] {
            let long = [line, &vec![b'x'; len - line.len()]].concat();
            let text = [b"first\n", &long[..], b"\nlast\n"].concat();
            for size in [1, 7, 90, usize::MAX] {
                let source = Arc::new(Source::log("test.log"));
                let pieces = Pieces(&text, [vec![size; text.len() / size + 1], vec![6]].concat(), None);
                let mut reader = BlockReader::new(pieces, Arc::clone(&source));
                reader.longest = 100;
                let mut block = Block::new(source);
                let (mut handed_out, mut reported) = (Vec::new(), Vec::new());
                while reader.read(&mut block).expect("memory") {
                    handed_out.extend_from_slice(block.bytes());
                    if block.skipped > 0 {
                        reported.push((block.place, block.skipped, block.dropped.is_some()));
                    }
                }
                assert_eq!(handed_out, text);
                let expected = (Place::Line(2), len as u64, is_request);
                assert_eq!(reported, if len > 100 { vec![expected] } else { Vec::new() }, "{len} {size}");
            }
        }
    }
}
