//! Prints requests: renders each in every format, notes what the reader should know, and counts.
//!
//! In: typed requests. Out: snippets and notes in a [`Sink`], and [`Totals`]. What is remembered over a whole run lives here:
//! the calls that `--unique` has seen, the names that formats have given out, the program that a run becomes.

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

/// Prints one request after the other.
#[derive(Debug)]
pub(super) struct Printer<'o> {
    options: &'o PrintOptions,
    snippet: Snippet,
    /// All calls of the run, if they become one text.
    program: Option<Program>,
    /// Calls that were printed already, with `--unique`.
    known: Known,
    totals: Totals,
    /// The calls printed last, while refusals of them may come.
    recent: Option<VecDeque<Printed>>,
}

/// A call that was printed.
#[derive(Debug)]
struct Printed {
    source: Arc<Source>,
    place: Place,
    function: Box<[u8]>,
}

/// How many of them are remembered.
const RECENT: usize = 10_000;

impl<'o> Printer<'o> {
    /// Nothing printed yet.
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

    /// Whether what is printed depends on what was printed before.
    pub(super) fn depends_on_earlier(&self) -> bool {
        let targets = &self.options.targets;
        self.options.unique || self.program.is_some() || targets.iter().any(|target| target.depends_on_earlier())
    }

    /// The account so far.
    pub(super) fn totals(&self) -> Totals {
        self.totals
    }

    /// Prints a request. False if no format can render it, so that its line stays.
    ///
    /// # Errors
    /// What the sink reports.
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

    /// Remembers calls from now on, for refusals that come later.
    pub(super) fn expect_refusals(&mut self) {
        self.recent = Some(VecDeque::new());
    }

    fn remember(&mut self, request: &Request<'_>) {
        let Some(recent) = self.recent.as_mut().filter(|_| request.error().is_none()) else { return };
        if recent.len() == RECENT {
            recent.pop_front();
        }
        let (source, place) = (Arc::clone(request.log()), request.place());
        recent.push_back(Printed { source, place, function: request.action().into() });
    }

    /// Notes that the panel refused a call that was printed before; silent about one that was not.
    ///
    /// # Errors
    /// What the sink reports.
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

    /// Takes back that a request was left out: its refusal makes it a wanted one.
    pub(super) fn take_back(&mut self) {
        self.totals.seen -= 1;
        self.totals.filtered -= 1;
    }

    /// Counts a request that an option leaves out.
    pub(super) fn filtered(&mut self) {
        self.totals.seen += 1;
        self.totals.filtered += 1;
    }

    /// Accounts for a line that looks like a request and cannot be read as one.
    ///
    /// # Errors
    /// What the sink reports.
    pub(super) fn unreadable(&mut self, at: &At<'_>, error: Unreadable, sink: &mut dyn Sink) -> io::Result<()> {
        self.report(at, NoteKind::Unreadable(Refusal::of(error, at)), sink)
    }

    /// Accounts for a line that looks like a request and was not kept.
    ///
    /// # Errors
    /// What the sink reports.
    pub(super) fn dropped(&mut self, at: &At<'_>, why: &Dropped, sink: &mut dyn Sink) -> io::Result<()> {
        self.report(at, NoteKind::of(why), sink)
    }

    fn report(&mut self, at: &At<'_>, kind: NoteKind<'_>, sink: &mut dyn Sink) -> io::Result<()> {
        self.totals.seen += 1;
        self.totals.reported += 1;
        self.totals.losses += 1;
        sink.note(&Note { source: &at.source().name, place: at.place(), function: None, kind })
    }

    /// Gives back the memory of a large request.
    pub(super) fn release(&mut self) {
        self.snippet.release();
    }

    /// Closes the program or the document that the run is.
    ///
    /// # Errors
    /// What the sink reports.
    pub(super) fn end(&mut self, sink: &mut dyn Sink) -> io::Result<()> {
        let Self { program, snippet, options, .. } = self;
        snippet.clear();
        if program.as_mut().is_some_and(|program| program.end(&options.call, snippet)) {
            sink.snippet(snippet)?;
        }
        Ok(())
    }
}

/// How many times as long as its query a call may well be.
const GROWS: usize = 4;

/// Renders a request in every target, with its notes. True if one of them could.
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
    // One text is in one language.
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
        let said = match program {
            Some(program) => program.call(request, &options.call, snippet),
            None => target.render(request, &options.call, snippet),
        };
        match said {
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

/// What became of the parameters, where that is not plain from the options.
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
