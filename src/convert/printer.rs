//! Prints requests: renders each in every format, creates notes, and counts.
//!
//! In: typed requests. Out: snippets and notes in a [`Sink`], and [`Totals`]. All state of a run is here: the calls
//! seen by `--unique`, the names that formats have used, the program that the run is rendered to.

use super::{Note, NoteKind, PrintOptions, Refusal, Sink, Totals};
use crate::clean::secret;
use crate::clean::{CleanRequest, Kept, Reason, Value};
use crate::large::{self, KEPT};
use crate::record::Unreadable;
use crate::render::Snippet;
use crate::render::script::Program;
use crate::scan::{At, Known, Request};
use crate::source::outcome::Late;
use crate::source::{Dropped, Place, Source};
use std::collections::VecDeque;
use std::io;
use std::sync::Arc;

/// Prints requests one after the other.
#[derive(Debug)]
pub(super) struct Printer<'o> {
    options: &'o PrintOptions,
    snippet: Snippet,
    /// The program of all calls, if they are rendered to one text.
    program: Option<Program>,
    /// Calls that were printed before, with `--unique`.
    known: Known,
    totals: Totals,
    /// The last printed calls, for errors that may come later.
    recent: Option<VecDeque<Printed>>,
}

/// A call that was printed.
#[derive(Debug)]
struct Printed {
    source: Arc<Source>,
    place: Place,
    function: Box<[u8]>,
}

/// The maximum number of them.
const RECENT: usize = 10_000;

/// The part of a function's name that is stored for a note, in bytes.
const LONGEST_NAME: usize = 512;

impl<'o> Printer<'o> {
    pub(super) fn new(options: &'o PrintOptions) -> Self {
        Self {
            options,
            snippet: Snippet::default(),
            program: options.program(),
            known: Known::default(),
            totals: Totals::default(),
            recent: None,
        }
    }

    /// Whether the output depends on earlier requests.
    pub(super) fn depends_on_earlier(&self) -> bool {
        let targets = &self.options.targets;
        self.options.unique || self.program.is_some() || targets.iter().any(|target| target.depends_on_earlier())
    }

    /// The counts so far.
    pub(super) fn totals(&self) -> Totals {
        self.totals
    }

    /// Prints a request. Returns false if no format can render it, so that its line counts as not converted.
    ///
    /// # Errors
    /// Errors of the sink.
    pub(super) fn request(&mut self, request: &Request<'_>, sink: &mut dyn Sink) -> io::Result<bool> {
        if self.options.unique && !self.known.is_new(request) {
            self.filtered();
            return Ok(true);
        }
        let Self { options, snippet, program, totals, .. } = self;
        let converted = render(request, options, program, snippet, totals, sink)?;
        self.totals.seen += 1;
        if converted {
            self.totals.converted += 1;
            self.totals.guessed += u64::from(request.is_manager_guessed());
            self.remember(request);
        } else {
            self.totals.reported += 1;
        }
        Ok(converted)
    }

    /// Stores printed calls from now on, for errors that come later.
    pub(super) fn expect_refusals(&mut self) {
        self.recent = Some(VecDeque::new());
    }

    fn remember(&mut self, request: &Request<'_>) {
        let Some(recent) = self.recent.as_mut().filter(|_| request.error().is_none()) else { return };
        if recent.len() == RECENT {
            recent.pop_front();
        }
        let (source, place) = (Arc::clone(request.log()), request.place());
        let function = request.action();
        // A note shows less of it.
        recent.push_back(Printed { source, place, function: function[..function.len().min(LONGEST_NAME)].into() });
    }

    /// Reports that the panel refused a call that was printed before; does nothing if it was not printed.
    ///
    /// # Errors
    /// Errors of the sink.
    pub(super) fn refused(&self, source: &Source, late: &Late, sink: &mut dyn Sink) -> io::Result<()> {
        let is_it = |printed: &&Printed| printed.place == late.place && printed.source.name == source.name;
        match self.recent.iter().flatten().rev().find(is_it) {
            Some(Printed { source, place, function }) => sink.note(&Note {
                source: &source.name,
                place: *place,
                function: Some(function),
                kind: NoteKind::Failed(&late.error),
            }),
            None => Ok(()),
        }
    }

    /// Undoes the count of a filtered request: its error makes it a selected one.
    pub(super) fn take_back(&mut self) {
        self.totals.seen -= 1;
        self.totals.filtered -= 1;
    }

    /// Counts a request that an option rejects.
    pub(super) fn filtered(&mut self) {
        self.totals.seen += 1;
        self.totals.filtered += 1;
    }

    /// Counts and reports a line that looks like a request and cannot be parsed.
    ///
    /// # Errors
    /// Errors of the sink.
    pub(super) fn unreadable(&mut self, at: &At<'_>, error: Unreadable, sink: &mut dyn Sink) -> io::Result<()> {
        self.report(at, NoteKind::Unreadable(Refusal::of(error, at)), sink)
    }

    /// Counts and reports a line that looks like a request and was not kept.
    ///
    /// # Errors
    /// Errors of the sink.
    pub(super) fn dropped(&mut self, at: &At<'_>, why: &Dropped, sink: &mut dyn Sink) -> io::Result<()> {
        self.report(at, NoteKind::of(why), sink)
    }

    /// Reports a selected request whose line was not kept. It was counted when it was read.
    pub(super) fn not_kept(&mut self, at: &At<'_>, why: &Dropped, sink: &mut dyn Sink) -> io::Result<()> {
        self.totals.losses += 1;
        sink.note(&Note { source: &at.source().name, place: at.place(), function: None, kind: NoteKind::of(why) })
    }

    fn report(&mut self, at: &At<'_>, kind: NoteKind<'_>, sink: &mut dyn Sink) -> io::Result<()> {
        self.totals.seen += 1;
        self.totals.reported += 1;
        self.totals.losses += 1;
        sink.note(&Note { source: &at.source().name, place: at.place(), function: None, kind })
    }

    /// Frees the memory of a large request.
    pub(super) fn release(&mut self) {
        self.snippet.release();
    }

    /// Closes the program or document of the run.
    ///
    /// # Errors
    /// Errors of the sink.
    pub(super) fn end(&mut self, sink: &mut dyn Sink) -> io::Result<()> {
        let Self { program, snippet, options, .. } = self;
        snippet.clear();
        if program.as_mut().is_some_and(|program| program.end(&options.call, snippet)) {
            sink.snippet(snippet)?;
        }
        Ok(())
    }
}

/// The usual maximum length of a call, as a multiple of its query's length.
const GROWS: usize = 4;

/// Renders a request in every target, with its notes. Returns true if at least one succeeded.
fn render(
    request: &Request<'_>,
    options: &PrintOptions,
    program: &mut Option<Program>,
    snippet: &mut Snippet,
    totals: &mut Totals,
    sink: &mut dyn Sink,
) -> io::Result<bool> {
    let mut note = |kind: NoteKind<'_>, sink: &mut dyn Sink| {
        totals.losses += u64::from(kind.is_loss());
        if !sink.wants_notes() {
            return Ok(());
        }
        let function = request.action();
        sink.note(&Note { source: request.source(), place: request.place(), function: Some(&function), kind })
    };
    let (mut converted, mut from_env) = (false, false);
    // One program is in one language.
    let targets = if program.is_some() { &options.targets[..1] } else { &options.targets[..] };
    for target in targets {
        snippet.clear();
        large::expect(&mut snippet.text, GROWS * request.clean.record.payload.len());
        if options.comments
            && program.is_none()
            && let Some(comment) = target.info().comment
        {
            comment.push(request, snippet);
        }
        let rendered = match program {
            Some(program) => program.call(request, &options.call, snippet),
            None => target.render(request, &options.call, snippet),
        };
        match rendered {
            Ok(()) => {
                converted = true;
                from_env |= snippet.left_out.is_empty();
                if snippet.text.len() > KEPT { sink.large(snippet) } else { sink.snippet(snippet) }?;
                for name in &snippet.left_out {
                    note(NoteKind::LeftOut(target.info().name, name), sink)?;
                }
            }
            Err(error) => note(NoteKind::NotRendered(target.info().name, &error), sink)?,
        }
    }
    if converted {
        parameter_notes(&request.clean, from_env, |kind| note(kind, sink))?;
    }
    Ok(converted)
}

/// Reports changes to the parameters that are not obvious from the options.
fn parameter_notes(
    request: &CleanRequest<'_>,
    from_env: bool,
    mut note: impl FnMut(NoteKind<'_>) -> io::Result<()>,
) -> io::Result<()> {
    for removed in &request.removed {
        match removed.reason {
            Reason::Masked => {
                let name = removed.name.decode();
                note(if secret::names_secret(&name) { NoteKind::Masked(&name) } else { NoteKind::MaskOrStar(&name) })?;
            }
            Reason::Credential => note(NoteKind::Credential(&removed.name.decode()))?,
            Reason::Noise | Reason::Helper | Reason::Empty | Reason::Dropped => {}
        }
    }
    if request.special_params == 0 {
        return Ok(());
    }
    for kept in &request.kept {
        let Kept::Param(param) = kept else { continue };
        match &param.value {
            Value::Env(variable) if from_env => note(NoteKind::FromEnv(&param.name.decode(), variable))?,
            Value::Text(text) if text.is_mask() => note(NoteKind::MaskSent(&param.name.decode()))?,
            Value::Env(_) | Value::Variable(_) | Value::Text(_) => {}
        }
    }
    Ok(())
}
