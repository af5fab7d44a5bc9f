//! The bytes of a file as they are stored, with look-ahead.
//!
//! In: any reader. Out: its bytes, how many were consumed, and whether more were wanted at the end: that distinguishes
//! a cut archive from a damaged one. An error is kept until the bytes before it were returned.

use super::flaw::repeat;
use std::io::{self, BufRead, ErrorKind, Read};

/// The size of a file's first read, in bytes: enough to detect almost every type.
pub(super) const FIRST: usize = 8 * 1024;

/// The size of each later read.
const CHUNK: usize = 64 * 1024;

pub(super) struct Input<'r> {
    reader: Box<dyn Read + Send + 'r>,
    buffer: Vec<u8>,
    /// The range of the unused bytes in the buffer.
    start: usize,
    end: usize,
    /// The number of consumed bytes.
    at: u64,
    ended: bool,
    fault: Option<io::Error>,
    first: usize,
}

impl<'r> Input<'r> {
    /// `first`: the size of the first read.
    pub(super) fn new(reader: Box<dyn Read + Send + 'r>, first: usize) -> Self {
        Self { reader, buffer: Vec::new(), start: 0, end: 0, at: 0, ended: false, fault: None, first }
    }

    /// The bytes that were read and not consumed.
    pub(super) fn buffered(&self) -> &[u8] {
        &self.buffer[self.start..self.end]
    }

    /// The number of consumed bytes.
    pub(super) fn at(&self) -> u64 {
        self.at
    }

    /// Whether more bytes were wanted than there are.
    pub(super) fn has_ended(&self) -> bool {
        self.ended
    }

    /// Reads once and appends to the buffer; false at the end. An error counts as the end while there are bytes before
    /// it.
    pub(super) fn more(&mut self) -> io::Result<bool> {
        if self.start > 0 {
            self.buffer.copy_within(self.start..self.end, 0);
            (self.start, self.end) = (0, self.end - self.start);
        }
        let want = if self.at == 0 && self.end == 0 { self.first } else { CHUNK };
        if self.end == 0 && self.buffer.len() < want {
            // Fresh memory is zeroed by the system already.
            self.buffer = vec![0; want];
        } else if self.buffer.len() < self.end + want {
            self.buffer.resize(self.end + want, 0);
        }
        match read(&mut self.reader, &mut self.buffer[self.end..self.end + want], &mut self.fault) {
            Ok(count) => {
                self.end += count;
                self.ended = count == 0;
                Ok(count > 0)
            }
            Err(error) if self.end > 0 => {
                self.fault = Some(error);
                Ok(false)
            }
            Err(error) => Err(error),
        }
    }
}

/// Reads, or returns the earlier error again.
fn read(reader: &mut dyn Read, buffer: &mut [u8], fault: &mut Option<io::Error>) -> io::Result<usize> {
    loop {
        if let Some(fault) = fault {
            return Err(repeat(fault));
        }
        match reader.read(buffer) {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => *fault = Some(error),
            count => return count,
        }
    }
}

impl Read for Input<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.start == self.end && buffer.len() >= FIRST {
            let count = read(&mut self.reader, buffer, &mut self.fault)?;
            self.at += count as u64;
            self.ended = count == 0;
            return Ok(count);
        }
        let count = self.fill_buf()?.read(buffer)?;
        self.consume(count);
        Ok(count)
    }
}

impl BufRead for Input<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.start == self.end {
            self.more()?;
        }
        Ok(self.buffered())
    }

    fn consume(&mut self, count: usize) {
        self.start += count;
        self.at += count as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns one byte per read, then an error.
    struct Drips(&'static [u8]);

    impl Read for Drips {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let Some((first, rest)) = self.0.split_first() else { return Err(ErrorKind::TimedOut.into()) };
            (buffer[0], self.0) = (*first, rest);
            Ok(1)
        }
    }

    #[test]
    fn a_fault_comes_after_the_bytes_before_it_and_again() {
        let mut input = Input::new(Box::new(Drips(b"abc")), FIRST);
        assert!(input.more().is_ok_and(|more| more) && input.more().is_ok_and(|more| more));
        assert_eq!(input.buffered(), b"ab");
        input.consume(1);
        while input.more().expect("bytes are buffered") {}
        let (mut read, mut buffer) = (Vec::new(), [0; FIRST]);
        let fault = loop {
            match input.read(&mut buffer) {
                Ok(count) => read.extend_from_slice(&buffer[..count]),
                Err(fault) => break fault,
            }
        };
        assert_eq!((read.as_slice(), fault.kind(), input.at()), (&b"bc"[..], ErrorKind::TimedOut, 3));
        assert!(input.read(&mut buffer).is_err() && input.fill_buf().is_err() && !input.has_ended());
    }
}
