//! Reads the logs while the picker is open: first saved logs and history, then new lines as they are logged.
//!
//! In: the inputs of the command line. Out: [`News`] over a bounded channel, so that the reader waits if the
//! screen cannot keep up. Standard input has its own thread, because it may never end.

use super::row::{Kind, Reader, Row};
use super::state::Reading;
use crate::app::follow::sort_out;
use crate::app::live::{self, Listener};
use crate::app::log_level::{Missing, Watcher};
use crate::app::newest::Newest;
use crate::app::saved::{open, with_outcomes};
use crate::cli::inputs::Input;
use crossterm::event::Event;
use mgr2api::{Block, BlockReader, Follower, Outcomes, Place, Settings, Source, Visible};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::SyncSender;
use std::thread;
use std::time::Instant;

/// A message to the loop of the picker.
#[derive(Debug)]
pub(crate) enum News {
    Rows(Vec<Row>),
    Reading(Reading),
    /// The panel refused an earlier request, the one at this place of the log.
    Refused(Arc<Source>, Place, String),
    /// A panel logs, but not its requests.
    Level(Missing),
    /// A note about a log; true if lines of it are lost.
    Note(String, bool),
    /// A log that cannot be read.
    Fault(String),
    Input(Event),
    Signal(i32),
    /// The terminal delivers no more keys.
    NoKeys(String),
}

/// The number of newest requests in a growing log that the list starts with, unless the command line sets it.
pub(crate) const HISTORY: usize = 10_000;

/// What to read, and the channel for the results.
#[derive(Clone)]
pub(crate) struct Feed {
    pub(crate) settings: &'static Settings,
    pub(crate) inputs: Vec<Input>,
    pub(crate) last: Option<usize>,
    /// The log whose archives supply the requests that it lacks for `last`.
    pub(crate) archives_of: Option<PathBuf>,
    pub(crate) news: SyncSender<News>,
}

/// The receiver is gone.
struct Closed;

impl Feed {
    /// Reads in threads of its own until the receiver is gone.
    pub(crate) fn start(self) {
        thread::spawn(move || self.read());
    }

    fn read(self) -> Result<(), Closed> {
        let (logs, once) = match sort_out(&self.inputs, None) {
            Ok(sorted) => sorted,
            Err(error) => return self.send(News::Fault(error.to_string())),
        };
        let mut reader = Reader::new(self.settings);
        let mut level = Watcher::default();
        if let Some(count) = self.last {
            self.newest(count, &logs.iter().collect::<Vec<_>>(), &once, &mut reader, &mut level)?;
            return if logs.is_empty() {
                self.send(News::Reading(Reading::Ended))
            } else {
                self.follow(logs, reader, level)
            };
        }
        let pipe = once.iter().find(|input| input.path.is_none()).map(|pipe| {
            let (feed, pipe) = (self.clone(), pipe.clone());
            thread::spawn(move || feed.whole(&pipe, &mut Reader::new(feed.settings)))
        });
        for input in once.iter().filter(|input| input.path.is_some()) {
            self.whole(input, &mut reader)?;
        }
        for log in &logs {
            self.newest(HISTORY, &[log], &[], &mut reader, &mut level)?;
        }
        if !logs.is_empty() {
            return self.follow(logs, reader, level);
        }
        if let Some(pipe) = pipe {
            self.send(News::Reading(Reading::Live))?;
            let _ = pipe.join();
        }
        self.send(News::Reading(Reading::Ended))
    }

    fn send(&self, news: News) -> Result<(), Closed> {
        self.news.send(news).map_err(|_| Closed)
    }

    /// Sends the row of a request that was filtered out before its error was known. A line that cannot be read has its
    /// row already.
    fn late(&self, refused: &Block, reader: &mut Reader<'_>) -> Result<(), Closed> {
        let mut rows = Vec::new();
        reader.rows(refused, &mut rows);
        rows.retain(|row| row.kind != Kind::Unreadable || refused.dropped.is_some());
        if rows.is_empty() { Ok(()) } else { self.send(News::Rows(rows)) }
    }

    /// Sends the rows of a block; returns whether the block contains any request.
    fn rows(&self, block: &Block, reader: &mut Reader<'_>) -> Result<bool, Closed> {
        let mut rows = Vec::new();
        let requests = reader.rows(block, &mut rows);
        if !rows.is_empty() {
            self.send(News::Rows(rows))?;
        }
        Ok(requests)
    }

    /// Reads an input from start to end.
    fn whole(&self, input: &Input, reader: &mut Reader<'_>) -> Result<(), Closed> {
        let name = &input.source.name;
        let opened = match open(input, self.settings) {
            Ok(opened) => opened,
            Err(message) => return self.send(News::Fault(message)),
        };
        let mut blocks = with_outcomes(BlockReader::new(opened.reader, Arc::clone(&input.source)), input);
        let mut block = Block::new(Arc::clone(&input.source));
        loop {
            match blocks.read(&mut block) {
                Ok(true) => drop(self.rows(&block, reader)?),
                Ok(false) => return Ok(()),
                Err(error) => return self.send(News::Fault(format!("{name}: {error}"))),
            }
        }
    }

    /// Reads the newest `count` requests of all these logs and inputs together.
    fn newest(
        &self,
        count: usize,
        logs: &[&Follower],
        once: &[Input],
        reader: &mut Reader<'_>,
        level: &mut Watcher,
    ) -> Result<(), Closed> {
        let mut newest = Newest::new(self.settings, count).with_outcomes();
        logs.iter().rev().for_each(|log| newest.followed(log));
        for input in once.iter().rev() {
            newest.input(input);
        }
        newest.archives(self.archives_of.as_deref());
        let (lines, account) = newest.into_history(logs, level);
        for fault in account.faults {
            self.send(News::Fault(fault))?;
        }
        let mut rows = Vec::new();
        for line in lines {
            reader.rows(&line, &mut rows);
        }
        self.send(News::Rows(rows))
    }

    /// Sends new requests as they are logged.
    fn follow(self, logs: Vec<Follower>, reader: Reader<'static>, level: Watcher) -> Result<(), Closed> {
        self.send(News::Reading(Reading::Live))?;
        let keeps_lines = self.settings.scan.filter.failed == Some(true);
        let outcomes = logs.iter().map(|_| Outcomes::of_growing_log(keeps_lines)).collect();
        live::follow(Following { feed: self, reader, outcomes, level }, logs, &Arc::default()).2
    }

    /// Reads one block of a growing log; false if the log has no new lines.
    fn read_on(
        &self,
        log: &mut Follower,
        outcomes: &mut Outcomes,
        reader: &mut Reader<'_>,
        level: &mut Watcher,
    ) -> Result<bool, Closed> {
        let mut block = Block::new(Arc::clone(log.source()));
        let name = log.source().name.clone();
        let read = match log.read(Instant::now(), &mut block) {
            Ok(read) => read,
            Err(error) => {
                self.send(News::Fault(format!("{name}: {error}")))?;
                false
            }
        };
        if read {
            outcomes.look(&mut block);
            for late in block.late() {
                match late.block(log.source()) {
                    Some(refused) => self.late(&refused, reader)?,
                    None => self.send(News::Refused(Arc::clone(log.source()), late.place, late.error.to_string()))?,
                }
            }
            let requests = self.rows(&block, reader)?;
            level.add(&block, requests, Instant::now());
        }
        for note in log.take_notes() {
            let text = format!("{}: {note}", Visible(name.as_bytes()));
            self.send(if note.is_flaw() { News::Fault(text) } else { News::Note(text, note.is_loss()) })?;
        }
        Ok(read)
    }
}

/// A feed that follows logs.
struct Following {
    feed: Feed,
    reader: Reader<'static>,
    /// The outcomes of requests, one for each log.
    outcomes: Vec<Outcomes>,
    level: Watcher,
}

impl Listener for Following {
    type Error = Closed;

    /// Following ends when a message cannot be sent.
    fn is_over(&self) -> bool {
        false
    }

    fn read_all(&mut self, logs: &mut [Follower]) -> Result<(), Closed> {
        let mut more = true;
        while std::mem::take(&mut more) {
            for (log, outcomes) in logs.iter_mut().zip(&mut self.outcomes) {
                more |= self.feed.read_on(log, outcomes, &mut self.reader, &mut self.level)?;
            }
        }
        Ok(())
    }

    fn level(&mut self) -> &mut Watcher {
        &mut self.level
    }

    fn report_level(&mut self, missing: Missing) -> Result<(), Closed> {
        self.feed.send(News::Level(missing))
    }

    fn inform(&mut self, note: String) -> Result<(), Closed> {
        self.feed.send(News::Note(note, false))
    }

    fn waited(&mut self) -> Result<(), Closed> {
        Ok(())
    }
}
