//! `--follow`: one loop over several logs, woken by events, the clock and signals.
//!
//! In: the logs to follow. Out: snippets and notes, each printed as soon as its line was read. What is no growing log (a
//! packed file, a pipe) is converted once before.

use crate::app::failure::Failure;
use crate::app::live::{self, Listener};
use crate::app::log_level::{Missing, Watcher};
use crate::app::newest::Newest;
use crate::app::output::{self, Batch, Rest};
use crate::app::run::Run;
use crate::app::state::{self, State, StateError};
use crate::cli::inputs::Input;
use crate::sys::signals::{self, SIGHUP, SIGINT, SIGTERM};
use crate::sys::stdout;
use mgr2api::{Block, Converter, Follower, Note, Sink, Snippet, Stop, Visible, Watch};
use std::fs;
use std::io::{self, IsTerminal};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long is read on after a signal. What was written before it is printed; but nobody may have to wait for a log that
/// is written to without pause.
const LAST: Duration = Duration::from_secs(3);

/// A second signal ends the program as the shell expects it of one that was interrupted.
const INTERRUPTED: i32 = 130;

impl Run<'_> {
    /// Follows all logs until a signal comes.
    pub(crate) fn follow(&mut self, converter: &mut Converter<'_>) -> Result<(), Failure> {
        let options = self.options;
        if let Some(path) = &options.state {
            let (state, notes) = State::open(path)?;
            self.state = Some(state);
            for note in &notes {
                self.inform(note);
            }
        }
        let (mut logs, mut once) = sort_out(&options.inputs, self.state.as_ref())?;
        let is_new: Vec<bool> =
            logs.iter().map(|log| self.state.as_ref().is_none_or(|state| !state.has(log.path()))).collect();
        self.pass_over_converted(&mut once);
        let is_wanted = !once.is_empty() || is_new.contains(&true);
        let history = options.last.filter(|_| is_wanted || self.state.is_none());
        if let Some(state) = &mut self.state {
            state.begin(&mut logs, history.is_some())?;
        }
        let mut watch = Watch::new().map_err(|error| Failure::Signals(error.to_string()))?;
        if !logs.is_empty() {
            stop_at_signals(watch.stop())?;
            if let Some(note) = live::ask_for_events(&mut watch) {
                self.inform(&note);
            }
        }
        match history {
            Some(count) => {
                let new = logs.iter().zip(is_new).filter_map(|(log, is_new)| is_new.then_some(log)).collect::<Vec<_>>();
                self.history(count, &new, &once, converter)?;
                self.settle()?;
            }
            None => {
                for input in &once {
                    let file = self.identify(input);
                    let is_done = self.whole(input, converter)?;
                    if let Some(state) = self.state.as_mut().filter(|_| is_done) {
                        state.stage_whole(file);
                    }
                    self.settle()?;
                }
            }
        }
        if logs.is_empty() {
            self.state = None;
            return Ok(());
        }
        if io::stderr().is_terminal() && !options.quiet {
            let names: Vec<String> = logs.iter().map(|log| log.source().name.clone()).collect();
            output::print_error(&format!("following {}; click in the panel, Ctrl-C ends", names.join(", ")));
        }
        let stop = watch.stop();
        let mut batch = self.batch();
        live::follow(&mut logs, &mut watch, &mut Following { run: self, converter, batch: &mut batch, stop })?;
        if self.state.is_none() {
            logs.iter_mut().for_each(Follower::hurry);
        }
        let end = Instant::now() + LAST;
        let is_cut = self.read_all(&mut logs, converter, &mut batch, || Instant::now() >= end)?;
        if is_cut && self.state.is_none() {
            self.inform("ended while there was more to read; with --state FILE the next run goes on there");
        }
        // The end of a document belongs to this run and to no position.
        self.state.take().map_or(Ok(()), |mut state| Ok(state.finish(&mut logs)?))
    }

    /// Leaves out the inputs that an earlier run has converted and that cannot grow.
    fn pass_over_converted(&mut self, once: &mut Vec<Input>) {
        let Some(mut state) = self.state.take() else { return };
        once.retain(|input| {
            let converted = input.path.as_deref().is_some_and(|path| state.has_whole(path));
            if converted {
                self.inform(&format!(
                    "{}: not converted again, since an earlier run did it (--state)",
                    input.source.name
                ));
            }
            !converted
        });
        self.state = Some(state);
    }

    /// How to know a file again that is about to be converted, for the state.
    fn identify(&self, input: &Input) -> Option<state::File> {
        self.state.as_ref()?;
        state::identify(input.path.as_deref()?)
    }

    fn settle(&mut self) -> Result<(), Failure> {
        Ok(self.state.as_mut().map_or(Ok(()), State::settle)?)
    }

    /// Prints the last requests before the place where following starts.
    fn history(
        &mut self,
        count: usize,
        logs: &[&Follower],
        once: &[Input],
        converter: &mut Converter<'_>,
    ) -> Result<(), Failure> {
        let mut newest = Newest::new(&self.options.settings, count);
        logs.iter().rev().for_each(|log| newest.followed(log));
        for input in once.iter().rev() {
            let file = self.identify(input);
            if let (true, Some(state)) = (newest.input(input), &mut self.state) {
                state.stage_whole(file);
            }
        }
        newest.archives(self.options.archives_of.as_deref());
        let (lines, account) = newest.into_history(logs, &mut self.level);
        self.account_for(&account);
        let mut batch = self.batch();
        for line in lines {
            self.convert(&line, converter, &mut batch)?;
        }
        self.print(&mut batch)?;
        self.copy();
        Ok(())
    }

    /// A state file must know of a text before it is printed, so that [`Parts`] prints what is full.
    fn batch(&self) -> Batch {
        if self.state.is_some() { Batch::new(self.options) } else { Batch::direct(self.options) }
    }

    /// Prints all that can be read now, in turns: a log with much to read does not hold up the others. True if it is over
    /// before: lines may come as fast as they are read.
    fn read_all(
        &mut self,
        logs: &mut [Follower],
        converter: &mut Converter<'_>,
        batch: &mut Batch,
        is_over: impl Fn() -> bool,
    ) -> Result<bool, Failure> {
        let (mut more, mut is_cut) = (true, false);
        while std::mem::take(&mut more) {
            is_cut = is_over();
            if is_cut {
                break;
            }
            for log in &mut *logs {
                let mut block = self.block.take().unwrap_or_else(|| Block::new(Arc::clone(log.source())));
                match log.read(Instant::now(), &mut block) {
                    Ok(false) => {}
                    Ok(true) => {
                        more = true;
                        let in_parts = self.convert(&block, converter, batch)?;
                        match &mut self.state {
                            Some(state) if batch.is_empty() && !in_parts => state.skip(),
                            Some(state) => state.stage(log),
                            None => {}
                        }
                        self.print(batch)?;
                        self.copy();
                        // A long line's memory is not kept until the next line comes.
                        block.clear();
                    }
                    Err(error) => self.cannot_read(&format!("{}: {error}", log.source().name)),
                }
                self.block = Some(block);
                self.tell_notes(log);
            }
            if let Some(state) = &mut self.state {
                state.tend(logs)?;
            }
        }
        self.settle().map(|()| is_cut)
    }

    fn tell_notes(&mut self, log: &mut Follower) {
        for note in log.take_notes() {
            self.totals.losses += u64::from(note.is_loss());
            self.unreadable |= note.is_flaw();
            self.inform(&format!("{}: {note}", Visible(log.source().name.as_bytes())));
        }
    }

    /// Whether a part of what the block gave is printed already.
    fn convert(&mut self, block: &Block, converter: &mut Converter<'_>, batch: &mut Batch) -> Result<bool, Failure> {
        let before = converter.totals();
        let mut parts = Parts { batch, state: self.state.as_mut(), is_printed: false, failure: None };
        let result = converter.block(block, &mut parts).map_err(Failure::Write);
        let Parts { is_printed, failure, .. } = parts;
        failure.map_or(result, |error| Err(error.into()))?;
        let totals = converter.totals() - before;
        self.level.hear(block, totals.seen > 0, Instant::now());
        self.account(totals, &block.source);
        Ok(is_printed)
    }

    /// A note that `--quiet` leaves out.
    fn inform(&self, note: &str) {
        if !self.options.quiet {
            output::print_error(note);
        }
    }
}

/// With a state, prints what a block gives in parts, so that memory does not grow with it; all of them count with the last.
struct Parts<'b, 's> {
    batch: &'b mut Batch,
    state: Option<&'s mut State>,
    is_printed: bool,
    failure: Option<StateError>,
}

impl Parts<'_, '_> {
    fn print_if_full(&mut self) -> io::Result<()> {
        let Some(state) = self.state.as_mut().filter(|_| self.batch.is_full()) else { return Ok(()) };
        if let Err(error) = state.announce_part(self.batch.text()) {
            self.failure = Some(error);
            return Err(io::Error::other("the state cannot be written"));
        }
        self.is_printed = true;
        self.batch.print(Rest::Nothing)
    }
}

impl Sink for Parts<'_, '_> {
    fn snippet(&mut self, snippet: &Snippet) -> io::Result<()> {
        self.batch.snippet(snippet)?;
        self.print_if_full()
    }

    fn large(&mut self, snippet: &mut Snippet) -> io::Result<()> {
        self.batch.large(snippet)?;
        self.print_if_full()
    }

    fn lines(&mut self, lines: &[u8]) -> io::Result<()> {
        self.batch.lines(lines)?;
        self.print_if_full()
    }

    fn note(&mut self, note: &Note<'_>) -> io::Result<()> {
        self.batch.note(note)?;
        self.print_if_full()
    }

    fn is_full(&self) -> bool {
        self.batch.is_full()
    }

    fn wants_notes(&self) -> bool {
        self.batch.wants_notes()
    }
}

/// A run that follows logs, for the loop.
struct Following<'r, 'o, 'c, 's> {
    run: &'r mut Run<'o>,
    converter: &'c mut Converter<'s>,
    batch: &'r mut Batch,
    stop: Stop,
}

impl Listener for Following<'_, '_, '_, '_> {
    type Error = Failure;

    fn is_over(&self) -> bool {
        self.stop.is_asked()
    }

    fn read_all(&mut self, logs: &mut [Follower]) -> Result<(), Failure> {
        self.run.read_all(logs, self.converter, self.batch, || self.stop.is_asked()).map(drop)
    }

    fn level(&mut self) -> &mut Watcher {
        &mut self.run.level
    }

    fn report_level(&mut self, missing: Missing) -> Result<(), Failure> {
        self.run.inform(&missing.hint());
        Ok(())
    }

    fn inform(&mut self, note: String) -> Result<(), Failure> {
        self.run.inform(&note);
        Ok(())
    }

    fn waited(&mut self) -> Result<(), Failure> {
        // While the panel is quiet nothing is written, so only this notices that the reader of the pipe has ended.
        if stdout::is_abandoned() { Err(Failure::Write(io::ErrorKind::BrokenPipe.into())) } else { Ok(()) }
    }
}

/// Logs to follow, each once, and inputs to be read once.
pub(crate) fn sort_out(inputs: &[Input], state: Option<&State>) -> Result<(Vec<Follower>, Vec<Input>), StateError> {
    let (mut logs, mut once, mut known) = (Vec::new(), Vec::new(), Vec::new());
    for input in inputs {
        let Some(path) = input.path.as_deref().filter(|path| can_grow(path)) else {
            once.push(input.clone());
            continue;
        };
        let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if known.contains(&real) {
            continue;
        }
        known.push(real);
        let source = Arc::clone(&input.source);
        logs.push(match state.and_then(|state| Some((state, state.position(path)?))) {
            None => Follower::new(path, source),
            Some((state, (position, known))) => {
                Follower::resume(path, source, position, known, Instant::now()).ok_or_else(|| state.foreign(path))?
            }
        });
    }
    Ok((logs, once))
}

/// Whether a path is a plain log, or may become one.
fn can_grow(path: &Path) -> bool {
    match fs::metadata(path) {
        Ok(about) if about.is_file() => {
            mgr2api::open_log(path).map_or(true, |opened| opened.plain.is_some() && opened.foreign.is_none())
        }
        Ok(_) => false,
        Err(_) => true,
    }
}

fn stop_at_signals(stop: Stop) -> Result<(), Failure> {
    let hear = move |_| {
        if !stop.ask() {
            std::process::exit(INTERRUPTED);
        }
    };
    signals::watch(&[SIGINT, SIGTERM, SIGHUP], hear).map_err(|error| Failure::Signals(error.to_string()))
}
