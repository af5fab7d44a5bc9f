//! A scanner and a printer, run block by block.

use super::printer::Printer;
use super::{PrintOptions, Sink, Totals};
use crate::large::KEPT;
use crate::scan::{Event, ScanOptions, Scanner};
use crate::source::Block;
use std::io;

/// Converts block by block. Its buffers are reused for the whole log.
#[derive(Debug)]
pub struct Converter<'o> {
    scan: &'o ScanOptions,
    print: &'o PrintOptions,
    scanner: Scanner<'o>,
    printer: Printer<'o>,
}

impl<'o> Converter<'o> {
    /// A converter with these options.
    pub fn new(scan: &'o ScanOptions, print: &'o PrintOptions) -> Self {
        Self { scan, print, scanner: Scanner::new(scan), printer: Printer::new(print) }
    }

    /// Another converter with the same options, for another thread. It starts without any state.
    pub(super) fn like(&self) -> Self {
        Self::new(self.scan, self.print)
    }

    /// Whether the output depends on earlier requests.
    pub(super) fn depends_on_earlier(&self) -> bool {
        self.printer.depends_on_earlier()
    }

    /// The counts so far.
    pub fn totals(&self) -> Totals {
        self.printer.totals()
    }

    /// Prepares for errors that come in later blocks than their requests: they are reported in a note.
    /// [`Outcomes`](crate::Outcomes) finds them.
    pub fn expect_refusals(&mut self) {
        self.printer.expect_refusals();
    }

    /// Converts the requests of a block.
    ///
    /// # Errors
    /// Errors of the sink.
    pub fn block(&mut self, block: &Block, sink: &mut dyn Sink) -> io::Result<()> {
        for late in block.late() {
            match late.block(&block.source) {
                Some(refused) => self.late(&refused, sink)?,
                None => self.printer.refused(&block.source, late, sink)?,
            }
        }
        let Self { scanner, printer, print, .. } = self;
        scanner.scan(block, |at, event| {
            let hand_on = match event {
                Event::Request(request) => !printer.request(request, sink)?,
                Event::Filtered => {
                    printer.filtered();
                    false
                }
                Event::Unreadable(error) => {
                    printer.unreadable(at, error, sink)?;
                    true
                }
                Event::Dropped(dropped) => {
                    printer.dropped(at, dropped, sink)?;
                    true
                }
                Event::Other(_) => true,
            };
            if hand_on && print.passthrough {
                at.lines().chunks(KEPT).try_for_each(|lines| sink.lines(lines))?;
            }
            Ok::<(), io::Error>(())
        })?;
        if block.is_large() {
            printer.release();
        }
        Ok(())
    }

    /// Converts a request that was filtered out before its error was known. Its line was counted then.
    fn late(&mut self, refused: &Block, sink: &mut dyn Sink) -> io::Result<()> {
        let Self { scanner, printer, .. } = self;
        scanner.scan(refused, |at, event| match event {
            Event::Request(request) => {
                printer.take_back();
                printer.request(request, sink).map(drop)
            }
            Event::Dropped(why) => printer.not_kept(at, why, sink),
            _ => Ok(()),
        })
    }

    /// Closes the program or document that the whole conversion makes. A program that was not closed does nothing, so
    /// a failed run cannot leave one that does half of the work.
    ///
    /// # Errors
    /// Errors of the sink.
    pub fn end(&mut self, sink: &mut dyn Sink) -> io::Result<()> {
        self.printer.end(sink)
    }
}
