//! Converts saved logs from start to end and selects the range to read.
//!
//! In: the inputs of the command line. Out: opened logs and blocks for the run. An unreadable input is reported,
//! and the next one is tried.

use crate::app::failure::Failure;
use crate::app::output::{Batch, Progress};
use crate::app::run::Run;
use crate::cli::inputs::Input;
use crate::cli::options::Options;
use crate::sys::{stdin, stdout};
use mgr2api::{BlockReader, Converter, OpenedLog, Place, Settings, Source, convert_parallel, open_log};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

type Reader = BlockReader<Box<dyn Read + Send>>;

impl Run<'_> {
    /// Converts a log from start to end. Reports an unreadable log. Returns whether the log is done; false if another
    /// attempt might succeed.
    pub(crate) fn whole(&mut self, input: &Input, converter: &mut Converter<'_>) -> Result<bool, Failure> {
        let options = self.options;
        let (reader, file) = match open(input, &options.settings).and_then(|opened| self.reader(opened, input)) {
            Ok(opened) => opened,
            Err(message) => {
                self.cannot_read(&message);
                return Ok(false);
            }
        };
        if self.in_line {
            let mut batch = Batch::new(options);
            batch.end_line();
            self.print(&mut batch)?;
        }
        stdout::widen();
        let (mut failure, mut in_line) = (None, false);
        let mut progress = Progress::new(&input.source.name, file.filter(|_| !options.quiet));
        let result = convert_parallel(
            reader,
            &input.source,
            converter,
            options.threads,
            || Batch::new(options),
            |batch, totals| {
                in_line = batch.stops_in_line().unwrap_or(in_line);
                if let Err(fault) = progress.aside(|| self.print(batch)) {
                    failure = Some(fault);
                    return Err(io::ErrorKind::Other.into());
                }
                self.account(totals, &input.source);
                Ok(())
            },
        );
        drop(progress);
        self.in_line = in_line;
        match (result, failure) {
            (_, Some(failure)) => Err(failure),
            (Err(error), None) => {
                self.cannot_read(&format!("{}: {error}", input.source.name));
                // A damaged file stays damaged: done.
                Ok(matches!(error.kind(), io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof))
            }
            (Ok(()), None) => Ok(true),
        }
    }

    /// A reader for the selected range of a log, and the file that shares its position. Lines have no numbers if the
    /// range starts after the log's start or if nothing prints numbers: counting costs time.
    fn reader(&self, opened: OpenedLog, input: &Input) -> Result<(Reader, Option<(File, u64)>), String> {
        let Options { settings, quiet, .. } = self.options;
        let numbered = !quiet || settings.print.targets.iter().any(|target| target.names_line());
        let reader = |reader, start| {
            let whole = BlockReader::new(reader, Arc::clone(&input.source));
            let whole = if start == 0 && numbered { whole } else { whole.starting_at(Place::Byte(start)) };
            if settings.wants_outcomes() { with_outcomes(whole, input) } else { whole }
        };
        let Some((mut file, len)) = opened.plain else { return Ok((reader(opened.reader, 0), opened.file)) };
        let Range { start, end } = selected_range(settings, &file, len, &input.source)
            .and_then(|range| file.seek(SeekFrom::Start(range.start)).map(|_| range))
            .map_err(|error| unreadable(input, &error))?;
        // A log that grows meanwhile is read to its new end.
        Ok((reader(if end == len { Box::new(file) } else { Box::new(file.take(end - start)) }, start), opened.file))
    }
}

/// Finds the outcomes of requests. Never waits for a silent stream.
pub(crate) fn with_outcomes<R: Read>(reader: BlockReader<R>, input: &Input) -> BlockReader<R> {
    let is_file = input.path.as_deref().is_some_and(Path::is_file);
    let is_stdin = input.path.is_none();
    // A stream that was given by a path cannot be asked whether it has more.
    reader.with_outcomes(move || is_file || (is_stdin && stdin::has_more_soon()))
}

pub(crate) fn unreadable(input: &Input, error: &io::Error) -> String {
    format!("{}: {error}", input.source.name)
}

/// The range of a plain log that `--since` and `--until` select. With `--passthrough` all of it: passed-through lines
/// may have no time.
pub(crate) fn selected_range(settings: &Settings, file: &File, len: u64, source: &Source) -> io::Result<Range<u64>> {
    if settings.print.passthrough { Ok(0..len) } else { settings.scan.range(file, len, source) }
}

/// Opens an input, or returns an error message. With `--passthrough`, files that are not logs are accepted too.
pub(crate) fn open(input: &Input, settings: &Settings) -> Result<OpenedLog, String> {
    let opened = match &input.path {
        Some(path) => open_log(path).map_err(|error| match error.kind() {
            io::ErrorKind::PermissionDenied => format!("{}: {error}; the panels' logs belong to root", path.display()),
            _ => format!("{}: {error}", path.display()),
        }),
        None => OpenedLog::stream(io::stdin()).map_err(|error| format!("stdin: {error}")),
    }?;
    match opened.foreign.as_ref().filter(|_| !settings.print.passthrough) {
        Some(foreign) => Err(format!("{}: {foreign}", input.source.name)),
        None => Ok(opened),
    }
}
