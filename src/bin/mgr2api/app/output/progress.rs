//! Progress of a long log: a bar on standard error that disappears at the end.
//!
//! It needs a terminal on standard error and none on standard output: between snippets it would flicker and be copied
//! with them. It appears after a second, because most logs take less. Everything printed meanwhile must go through
//! [`Progress::aside`], which hides the bar first.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use mgr2api::Visible;
use std::fs::File;
use std::io::{self, IsTerminal, Seek};
use std::time::{Duration, Instant};

/// The bar of one log.
pub(crate) struct Progress {
    log: Option<Log>,
    started: Instant,
    bar: Option<ProgressBar>,
}

struct Log {
    name: String,
    /// Shares its position with the reader, so that nothing needs to count bytes.
    file: File,
    len: u64,
}

const PATIENCE: Duration = Duration::from_secs(1);

impl Progress {
    /// For a log with this name, its file and the file's length in bytes.
    pub(crate) fn new(name: &str, file: Option<(File, u64)>) -> Self {
        let watched = io::stderr().is_terminal() && !io::stdout().is_terminal();
        let log = file.filter(|_| watched).map(|(file, len)| {
            let name = Visible(name.as_bytes()).to_string();
            Log { name, file, len }
        });
        Self { log, started: Instant::now(), bar: None }
    }

    /// Hides the bar, prints something and shows the bar again.
    pub(crate) fn aside<T>(&mut self, print: impl FnOnce() -> T) -> T {
        let Some(log) = self.log.as_mut().filter(|_| self.started.elapsed() > PATIENCE) else { return print() };
        let bar = self.bar.get_or_insert_with(|| bar(log));
        let printed = bar.suspend(print);
        if let Ok(position) = log.file.stream_position() {
            bar.set_position(position);
        }
        printed
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn bar(log: &Log) -> ProgressBar {
    let style = ProgressStyle::with_template("{prefix} {bar:30} {percent:>3} % {eta} left");
    ProgressBar::with_draw_target(Some(log.len), ProgressDrawTarget::stderr())
        .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        .with_prefix(log.name.clone())
}
