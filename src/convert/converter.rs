//! The path of one line, and the buffers that make it cheap.

use super::position::Position;
use super::{Note, Refusal, Settings, Sink, Totals, What};
use crate::clean::{Buffers, CleanRequest, Kept, Reason, Value};
use crate::filter::Known;
use crate::record::continuation::Before;
use crate::record::find::Finder;
use crate::record::{Expected, Record, Unreadable, ansi, parse};
use crate::render::script::Program;
use crate::render::{Call, Snippet};
use crate::request::{self, LONGEST_CALL};
use crate::source::block::KEPT;
use crate::source::long::Scan;
use crate::source::{Block, Dropped, Place, Source};
use std::io;
use std::ops::Range;
use std::sync::Arc;

/// Converts block by block. What a log of any length needs is allocated once.
#[derive(Debug)]
pub struct Converter<'s> {
    /// For logs, and for input that may hold fragments.
    finders: [Finder; 2],
    work: Work<'s>,
}

#[derive(Debug)]
struct Work<'s> {
    settings: &'s Settings,
    /// The line without colour.
    plain: Vec<u8>,
    walk: Vec<u8>,
    /// The query in the form in which it is printed.
    query: Vec<u8>,
    buffers: Buffers,
    snippet: Snippet,
    /// All calls of the run, if they become one text.
    program: Option<Program>,
    /// Calls that were converted already, with `--unique`.
    known: Known,
    totals: Totals,
}

/// What a line is to the command line's filters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing that looks like a request.
    NoRequest,
    /// A request that an option leaves out.
    Filtered,
    /// A request that cannot be read; of a long line, what is to be said of it.
    Unreadable(Option<Arc<str>>),
    /// A request to convert; with `--unique`, what makes it the same as another.
    Wanted(Option<u128>),
}

impl<'s> Converter<'s> {
    /// Nothing converted yet.
    pub fn new(settings: &'s Settings) -> Self {
        let work = Work {
            settings,
            plain: Vec::new(),
            walk: Vec::new(),
            query: Vec::new(),
            buffers: Buffers::default(),
            snippet: Snippet::default(),
            program: settings.program(),
            known: Known::default(),
            totals: Totals::default(),
        };
        Self { finders: [Finder::new(false), Finder::new(true)], work }
    }

    /// What the command line says about the conversion.
    pub fn settings(&self) -> &'s Settings {
        self.work.settings
    }

    /// The account so far.
    pub fn totals(&self) -> Totals {
        self.work.totals
    }

    /// Converts the requests of a block.
    ///
    /// # Errors
    /// What the sink reports.
    pub fn block(&mut self, block: &Block, sink: &mut dyn Sink) -> io::Result<()> {
        let bytes = block.bytes();
        let hand_on = self.work.settings.passthrough;
        let mut handed_on = 0;
        let mut position = Position::new(block);
        if block.is_piece {
            return if hand_on { hand_on_lines(bytes, sink) } else { Ok(()) };
        }
        if let Some(dropped) = &block.dropped {
            self.work.totals.report();
            let what = match dropped {
                Dropped::TooLong(bytes) => What::TooLong(*bytes),
                Dropped::Unreadable(why) => What::Refused(why),
                Dropped::NoRoom => What::NoRoom,
            };
            sink.note(&Note { source: position.source(), place: block.place, function: None, what })?;
        }
        for line in self.finders[usize::from(block.source.fragments)].lines(bytes) {
            if hand_on {
                hand_on_lines(&bytes[handed_on..line.start], sink)?;
                handed_on = line.start;
            }
            position.line = line.start;
            let done = self.work.line(&bytes[line.clone()], &mut position, sink)?;
            if done {
                handed_on = bytes.len().min(line.end + 1);
            }
        }
        if hand_on {
            hand_on_lines(&bytes[handed_on..], sink)?;
        }
        if block.is_large() {
            self.work.release();
        }
        Ok(())
    }

    /// Closes the program or the document that a whole conversion is. Without this a program does nothing: a run that
    /// failed leaves none behind that does half of it.
    ///
    /// # Errors
    /// What the sink reports.
    pub fn end(&mut self, sink: &mut dyn Sink) -> io::Result<()> {
        let Work { program, snippet, settings, .. } = &mut self.work;
        snippet.clear();
        if program.as_mut().is_some_and(|program| program.end(&settings.setup, snippet)) {
            sink.snippet(snippet)?;
        }
        Ok(())
    }

    /// Judges the candidates of a block without converting them. What a line follows comes with it, so that converting
    /// it alone later on gives the same.
    pub fn judge(&mut self, block: &Block, mut each: impl FnMut(Range<usize>, Place, Before, Verdict)) {
        if block.is_piece {
            return;
        }
        let mut position = Position::new(block);
        for line in self.finders[usize::from(block.source.fragments)].lines(block.bytes()) {
            position.line = line.start;
            let verdict = self.work.verdict(&block.bytes()[line.clone()], &mut position);
            each(line, position.place(), position.before(&mut self.work.walk), verdict);
        }
        if block.is_large() {
            self.work.release();
        }
    }
}

/// Hands on lines that are not converted, some at a time.
fn hand_on_lines(lines: &[u8], sink: &mut dyn Sink) -> io::Result<()> {
    lines.chunks(KEPT).try_for_each(|lines| sink.lines(lines))
}

/// The line without colour, and the request in it.
fn read<'a>(
    line: &'a [u8],
    position: &mut Position<'_>,
    plain: &'a mut Vec<u8>,
    walk: &mut Vec<u8>,
) -> (&'a [u8], Result<Option<Record<'a>>, Unreadable>) {
    let is_plain = |line| memchr::memchr(ansi::ESC, line).is_none();
    let is_record = |line| parse::stamp(line).is_some_and(|stamped| parse::says_request(stamped.text));
    if line.len() > LONGEST_CALL && !(is_plain(line) && is_record(line)) {
        // Not worth the copies that it may take to find out more.
        let fragments = position.log().fragments && position.before(walk).allows_fragment();
        let is_request = Scan::whole(line, fragments).is_request;
        let too_long = Unreadable { expected: Expected::ShorterCall, at: 0 };
        return (line, if is_request { Err(too_long) } else { Ok(None) });
    }
    let plain = ansi::strip(line, plain);
    (plain, position.record(plain, walk))
}

impl Work<'_> {
    /// Gives back what a large block took.
    fn release(&mut self) {
        (self.plain, self.walk, self.query) = (Vec::new(), Vec::new(), Vec::new());
        self.buffers = Buffers::default();
        self.snippet.release();
    }

    /// Converts one candidate. True if it needs no more handing on: it became a snippet or an option left it out.
    fn line(&mut self, line: &[u8], position: &mut Position<'_>, sink: &mut dyn Sink) -> io::Result<bool> {
        let settings = self.settings;
        let (plain, read) = read(line, position, &mut self.plain, &mut self.walk);
        let record = match read {
            Ok(Some(record)) => record,
            Ok(None) => return Ok(false),
            Err(error) => return report(error, line, position, &mut self.totals, sink),
        };
        if unwanted(settings, &record, position.log()) {
            return Ok(self.totals.filter());
        }
        let request = match settings.rules.clean(&record, plain, &mut self.query, std::mem::take(&mut self.buffers)) {
            Ok(request) => request,
            Err(error) => return report(error, line, position, &mut self.totals, sink),
        };
        let manager = position.manager(settings);
        let wanted =
            settings.filter.wants(&request) && (!settings.filter.unique || self.known.is_new(&request, manager));
        if !wanted {
            self.buffers = request.into();
            return Ok(self.totals.filter());
        }
        let call = Call { request: &request, manager, source: position.source(), place: &|| position.place() };
        let converted = render(&call, settings, &mut self.program, &mut self.snippet, &mut self.totals, sink)?;
        self.totals.seen += 1;
        if converted {
            self.totals.converted += 1;
            self.totals.guessed += u64::from(position.manager_is_guessed(settings));
        } else {
            self.totals.reported += 1;
        }
        self.buffers = request.into();
        Ok(converted)
    }

    fn verdict(&mut self, line: &[u8], position: &mut Position<'_>) -> Verdict {
        let settings = self.settings;
        let (plain, read) = read(line, position, &mut self.plain, &mut self.walk);
        let record = match read {
            Ok(None) => return Verdict::NoRequest,
            Ok(Some(record)) if unwanted(settings, &record, position.log()) => return Verdict::Filtered,
            Ok(Some(record)) => record,
            Err(error) => return unreadable(error, line, position),
        };
        let request = match settings.rules.clean(&record, plain, &mut self.query, std::mem::take(&mut self.buffers)) {
            Ok(request) => request,
            Err(error) => return unreadable(error, line, position),
        };
        let identity = || self.known.identity(&request, position.manager(settings));
        let verdict = if settings.filter.wants(&request) {
            Verdict::Wanted(settings.filter.unique.then(identity))
        } else {
            Verdict::Filtered
        };
        self.buffers = request.into();
        verdict
    }
}

/// What stamp, brackets and the function's name rule out before the parameters are looked at.
fn unwanted(settings: &Settings, record: &Record<'_>, log: &Source) -> bool {
    let filter = &settings.filter;
    let function = || request::function_at_a_glance(record.payload);
    !filter.wants_record(record, log.written)
        || (filter.names_functions() && function().is_some_and(|function| !filter.wants_function(&function.decode())))
}

/// Says a call in every target, with its notes. True if one of them could.
fn render(
    call: &Call<'_>,
    settings: &Settings,
    program: &mut Option<Program>,
    snippet: &mut Snippet,
    totals: &mut Totals,
    sink: &mut dyn Sink,
) -> io::Result<bool> {
    let mut note = |what: What<'_>, sink: &mut dyn Sink| {
        totals.losses += u64::from(what.is_loss());
        if !sink.wants_notes() {
            return Ok(());
        }
        let function = call.request.function.decode();
        sink.note(&Note { source: call.source, place: (call.place)(), function: Some(&function), what })
    };
    let (mut converted, mut from_env) = (false, false);
    // One text is in one language.
    let targets = if program.is_some() { &settings.targets[..1] } else { &settings.targets[..] };
    for target in targets {
        snippet.clear();
        if let Some(comment) = target.comment().filter(|_| settings.comments && program.is_none()) {
            comment.push(call, snippet);
        }
        let said = match program {
            Some(program) => program.call(call, &settings.setup, snippet),
            None => target.render(call, &settings.setup, snippet),
        };
        match said {
            Ok(()) => {
                converted = true;
                from_env |= snippet.left_out.is_empty();
                if snippet.text.len() > KEPT { sink.large(snippet) } else { sink.snippet(snippet) }?;
                for name in &snippet.left_out {
                    note(What::LeftOut(target.name(), name), sink)?;
                }
            }
            Err(error) => note(What::Unsayable(target.name(), &error), sink)?,
        }
    }
    if converted {
        parameter_notes(call.request, from_env, |what| note(what, sink))?;
    }
    Ok(converted)
}

/// What became of the parameters, where that is not plain from the options.
fn parameter_notes(
    request: &CleanRequest<'_>,
    from_env: bool,
    mut note: impl FnMut(What<'_>) -> io::Result<()>,
) -> io::Result<()> {
    for removed in &request.removed {
        match removed.reason {
            Reason::Masked => note(What::Masked(&removed.name.decode()))?,
            Reason::Credential => note(What::Credential(&removed.name.decode()))?,
            Reason::Noise | Reason::Helper | Reason::Empty | Reason::Dropped => {}
        }
    }
    if request.special_params == 0 {
        return Ok(());
    }
    for kept in &request.kept {
        let Kept::Param(param) = kept else { continue };
        match &param.value {
            Value::Env(variable) if from_env => note(What::FromEnv(&param.name.decode(), variable))?,
            Value::Text(text) if text.is_mask() => note(What::MaskSent(&param.name.decode()))?,
            Value::Env(_) | Value::Variable(_) | Value::Text(_) => {}
        }
    }
    Ok(())
}

/// Accounts for a line that looks like a request and cannot be read as one. It stays to be handed on.
fn report(
    error: Unreadable,
    line: &[u8],
    position: &mut Position<'_>,
    totals: &mut Totals,
    sink: &mut dyn Sink,
) -> io::Result<bool> {
    totals.report();
    let what = What::Unreadable(Refusal { fault: in_line(error, line), line, after: position.after(line.len()) });
    sink.note(&Note { source: position.source(), place: position.place(), function: None, what })?;
    Ok(false)
}

/// The verdict on a line that cannot be read. One that is long is not kept, so it is now that its note is written.
fn unreadable(error: Unreadable, line: &[u8], position: &Position<'_>) -> Verdict {
    const LONG: usize = 64 * 1024;
    let note = || {
        let refusal = Refusal { fault: in_line(error, line), line, after: position.after(line.len()) };
        What::Unreadable(refusal).to_string().into()
    };
    Verdict::Unreadable((line.len() > LONG).then(note))
}

/// An error with its place in the line as it came.
fn in_line(error: Unreadable, line: &[u8]) -> Unreadable {
    Unreadable { at: ansi::offset_before_strip(line, error.at), ..error }
}

impl Totals {
    fn report(&mut self) {
        self.seen += 1;
        self.reported += 1;
        self.losses += 1;
    }

    fn filter(&mut self) -> bool {
        self.seen += 1;
        self.filtered += 1;
        true
    }
}
