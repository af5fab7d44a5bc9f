//! `--follow`: one loop over several logs, woken by events, a timer and signals.
//!
//! In: the logs to follow. Out: snippets and notes, each printed as soon as its line was read. Inputs that cannot
//! grow (a packed file, a pipe) are converted once, before the loop.

mod reading;

use crate::app::failure::Failure;
use crate::app::live;
use crate::app::newest::Newest;
use crate::app::output::{self, Batch};
use crate::app::run::Run;
use crate::app::state::{self, State, StateError};
use crate::app::wake::Wake;
use crate::cli::inputs::Input;
use crate::sys::signals::{self, SIGHUP, SIGINT, SIGTERM};
use mgr2api::{Converter, Follower};
use reading::Following;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long to continue reading after a signal. What was written before the signal is printed, but a log that is
/// written to without pause must not delay the exit.
const LAST: Duration = Duration::from_secs(3);

/// The exit status after a second signal: that of an interrupted program for the shell.
const INTERRUPTED: i32 = 130;

impl Run<'static> {
    /// Follows all logs until a signal arrives. Takes both values, because the event thread reads and prints with them.
    pub(crate) fn follow(mut self, mut converter: Converter<'static>) -> Result<(Self, Converter<'static>), Failure> {
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
        let wake = Arc::<Wake>::default();
        if !logs.is_empty() {
            stop_at_signals(Arc::clone(&wake))?;
        }
        match history {
            Some(count) => {
                let new = logs.iter().zip(is_new).filter_map(|(log, is_new)| is_new.then_some(log)).collect::<Vec<_>>();
                self.history(count, &new, &once, &mut converter)?;
                self.settle()?;
            }
            None => {
                for input in &once {
                    let file = self.identify(input);
                    let is_done = self.whole(input, &mut converter)?;
                    if let Some(state) = self.state.as_mut().filter(|_| is_done) {
                        state.stage_whole(file);
                    }
                    self.settle()?;
                }
            }
        }
        if logs.is_empty() {
            self.state = None;
            return Ok((self, converter));
        }
        if io::stderr().is_terminal() && !options.quiet {
            let names: Vec<String> = logs.iter().map(|log| log.source().name.clone()).collect();
            output::print_error(&format!("following {}; click in the panel; Ctrl-C stops", names.join(", ")));
        }
        let batch = self.batch();
        converter.expect_refusals();
        let following = Following { run: self, converter, batch, wake: Arc::clone(&wake) };
        let (Following { mut run, mut converter, mut batch, .. }, mut logs, result) =
            live::follow(following, logs, &wake);
        result?;
        if run.state.is_none() {
            logs.iter_mut().for_each(Follower::hurry);
        }
        let end = Instant::now() + LAST;
        let is_cut = run.read_all(&mut logs, &mut converter, &mut batch, || Instant::now() >= end)?;
        if is_cut && run.state.is_none() {
            run.inform("stopped before everything was read; with --state FILE, the next run continues there");
        }
        // Finish the state before the end of a document is printed: that end belongs to this run, not to a position in
        // a log.
        run.state.take().map_or(Ok(()), |mut state| state.finish(&mut logs))?;
        Ok((run, converter))
    }
}

impl Run<'_> {
    /// Skips inputs that cannot grow and that an earlier run converted.
    fn pass_over_converted(&mut self, once: &mut Vec<Input>) {
        let Some(mut state) = self.state.take() else { return };
        once.retain(|input| {
            let converted = input.path.as_deref().is_some_and(|path| state.has_whole(path));
            if converted {
                self.inform(&format!(
                    "{}: not converted again, since an earlier run converted it (--state)",
                    input.source.name
                ));
            }
            !converted
        });
        self.state = Some(state);
    }

    /// The identity of a file before its conversion, for the state.
    fn identify(&self, input: &Input) -> Option<state::File> {
        self.state.as_ref()?;
        state::identify(input.path.as_deref()?)
    }

    fn settle(&mut self) -> Result<(), Failure> {
        Ok(self.state.as_mut().map_or(Ok(()), State::settle)?)
    }

    /// Prints the last requests before the position where following starts.
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

    /// With a state, the batch must not print by itself: the state must record a text before it is printed, so
    /// [`Parts`] prints.
    fn batch(&self) -> Batch {
        if self.state.is_some() { Batch::new(self.options) } else { Batch::direct(self.options) }
    }

    /// Prints a note, unless `--quiet` was given.
    fn inform(&self, note: &str) {
        if !self.options.quiet {
            output::print_error(note);
        }
    }
}

/// Separates logs to follow, without duplicates, from inputs to read once.
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

/// Whether a path is a plain log or may become one.
fn can_grow(path: &Path) -> bool {
    match fs::metadata(path) {
        Ok(about) if about.is_file() => {
            mgr2api::open_log(path).map_or(true, |opened| opened.plain.is_some() && opened.foreign.is_none())
        }
        Ok(_) => false,
        Err(_) => true,
    }
}

fn stop_at_signals(wake: Arc<Wake>) -> Result<(), Failure> {
    let stop = move |_| {
        if !wake.stop() {
            std::process::exit(INTERRUPTED);
        }
    };
    signals::watch(&[SIGINT, SIGTERM, SIGHUP], stop).map_err(|error| Failure::Signals(error.to_string()))
}
