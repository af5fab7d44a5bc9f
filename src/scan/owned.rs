//! Requests that outlive their log, and the lines that they were made from.

use super::{Event, ScanOptions, Scanner};
use crate::clean::Reason;
use crate::record::continuation::Context;
use crate::source::{Block, BlockReader, Dropped, Place, Source};
use std::collections::VecDeque;
use std::io::{self, Read};
use std::sync::Arc;

/// A line that was cut out of its log. Alone it gives the event that it gave there.
#[derive(Debug, Clone)]
pub struct Logged {
    pub(super) line: Box<[u8]>,
    pub(super) dropped: Option<Dropped>,
    pub(super) source: Arc<Source>,
    pub(super) place: Place,
    pub(super) context: Context,
    pub(super) error: Option<Arc<str>>,
}

impl Logged {
    /// The line, without its end; empty if it was not kept.
    pub fn line(&self) -> &[u8] {
        &self.line
    }

    /// Why the line was not kept, if it was not.
    pub fn dropped(&self) -> Option<&Dropped> {
        self.dropped.as_ref()
    }

    /// Forgets the line.
    pub fn drop_line(&mut self, why: Dropped) {
        (self.line, self.dropped) = (Box::default(), Some(why));
    }

    /// The log.
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// Where in the log it stands.
    pub fn place(&self) -> Place {
        self.place
    }

    /// What the panel logged when it refused the request, as far as that was looked for.
    pub fn error(&self) -> Option<&str> {
        self.error.as_deref()
    }

    /// Learns that the panel refused the request.
    pub fn refuse(&mut self, error: &str) {
        self.error = Some(error.into());
    }

    /// The line as a block of its own.
    pub fn block(&self) -> Block {
        let mut block = Block::new(Arc::clone(&self.source));
        block.extend(&self.line);
        (block.place, block.context, block.dropped) = (self.place, self.context, self.dropped.clone());
        if let Some(error) = &self.error {
            block.refuse(0, error);
        }
        block
    }
}

/// A [`Request`](super::Request) that borrows nothing. Text is decoded.
///
/// It keeps the line that it was made from, so that it can be rendered in any format later:
///
/// ```
/// use mgr2api::{Converter, ScanOptions, Settings, Source, requests, target};
///
/// let log = &b"Jun 25 09:07:51 [1:2] core_module INFO Request [192.0.2.38][root] 'func=user.edit&elid=7'\n"[..];
/// let requests: Result<Vec<_>, _> = requests(log, Source::log("ispmgr.log"), &ScanOptions::default()).collect();
///
/// let settings = Settings::new(target("mgrctl").expect("a format of this name"));
/// let mut text = Vec::new();
/// Converter::new(&settings.scan, &settings.print).block(&requests?[0].logged.block(), &mut text)?;
/// assert_eq!(text, b"/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit elid=7\n");
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct OwnedRequest {
    /// The function, such as `user.edit`.
    pub function: Vec<u8>,
    /// The panel's short name.
    pub manager: String,
    /// `Jun 25 09:07:51`; `None` for a fragment of a line.
    pub time: Option<Vec<u8>>,
    /// The same in ISO 8601, as of [`Request::timestamp`](super::Request::timestamp).
    pub timestamp: Option<String>,
    /// Where it came from.
    pub origin: Option<Vec<u8>>,
    /// Who was logged in.
    pub user: Option<Vec<u8>>,
    /// What a call sends beside the function, in order.
    pub params: Vec<OwnedParam>,
    /// Names of what was stripped, and why.
    pub removed: Vec<(Vec<u8>, Reason)>,
    /// Whether it changes something on the server.
    pub changes: bool,
    /// Whether it may delete something there.
    pub deletes: bool,
    /// What the panel logged when it refused the request; `None` if no such record stands behind it.
    pub error: Option<String>,
    /// The line that it was made from.
    pub logged: Logged,
}

/// A parameter of an [`OwnedRequest`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnedParam {
    /// Its name.
    pub name: Vec<u8>,
    /// Its value, or where to get it.
    pub value: OwnedValue,
}

/// What a call sends for a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnedValue {
    /// What was logged.
    Text(Vec<u8>),
    /// A secret: the content of this environment variable.
    Env(String),
    /// What this variable gives.
    Variable(String),
}

/// The requests that a reader gives and the filter wants, one by one.
///
/// ```
/// use mgr2api::{ScanOptions, Source, requests};
///
/// let log = b"Jun 25 09:07:51 [1:2] core_module INFO Request [192.0.2.38][root] 'func=user.edit&elid=7'\n";
/// for request in requests(&log[..], Source::log("ispmgr.log"), &ScanOptions::default()) {
///     let request = request?;
///     assert_eq!((request.function.as_slice(), request.params.len()), (&b"user.edit"[..], 1));
/// }
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn requests<R: Read>(input: R, source: Source, options: &ScanOptions) -> Requests<'_, R> {
    let source = Arc::new(source);
    let block = Block::new(Arc::clone(&source));
    Requests {
        reader: BlockReader::new(input, source).with_outcomes(|| true),
        scanner: Scanner::new(options),
        block,
        ready: VecDeque::new(),
        over: false,
    }
}

/// See [`requests`]. After an error there is nothing more.
#[derive(Debug)]
pub struct Requests<'o, R> {
    reader: BlockReader<R>,
    scanner: Scanner<'o>,
    block: Block,
    ready: VecDeque<OwnedRequest>,
    over: bool,
}

impl<R: Read> Iterator for Requests<'_, R> {
    type Item = io::Result<OwnedRequest>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.ready.is_empty() && !self.over {
            match self.reader.read(&mut self.block) {
                Ok(true) => {
                    let ready = &mut self.ready;
                    let Ok(()) = self.scanner.scan(&self.block, |_, event| {
                        if let Event::Request(request) = event {
                            ready.push_back(request.to_owned());
                        }
                        Ok::<(), std::convert::Infallible>(())
                    });
                }
                Ok(false) => self.over = true,
                Err(error) => {
                    self.over = true;
                    return Some(Err(error));
                }
            }
        }
        self.ready.pop_front().map(Ok)
    }
}
