//! Requests that outlive their log, and their log lines.

use super::{Event, ScanOptions, Scanner};
use crate::clean::Reason;
use crate::record::continuation::Context;
use crate::source::{Block, BlockReader, Dropped, Place, Source};
use std::collections::VecDeque;
use std::io::{self, Read};
use std::sync::Arc;

/// A line cut out of its log. Scanned alone, it produces the same event as within the log.
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
    /// The line, without its line end; empty if it was not kept.
    pub fn line(&self) -> &[u8] {
        &self.line
    }

    /// The reason why the line was not kept, if it was not.
    pub fn dropped(&self) -> Option<&Dropped> {
        self.dropped.as_ref()
    }

    /// Frees the line and stores the reason.
    pub fn drop_line(&mut self, why: Dropped) {
        (self.line, self.dropped) = (Box::default(), Some(why));
    }

    /// The log.
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// The place of the line in the log.
    pub fn place(&self) -> Place {
        self.place
    }

    /// The error that the panel logged when it refused the request, if outcomes were searched for.
    pub fn error(&self) -> Option<&str> {
        self.error.as_deref()
    }

    /// Sets the error with which the panel refused the request.
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

/// A [`Request`](super::Request) that borrows nothing. Its text is decoded.
///
/// It keeps its log line, so that it can be rendered in any format later:
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
    /// The same as ISO 8601; see [`Request::timestamp`](super::Request::timestamp).
    pub timestamp: Option<String>,
    /// A client's address, or a program.
    pub origin: Option<Vec<u8>>,
    /// The user who was logged in.
    pub user: Option<Vec<u8>>,
    /// The parameters that a call sends beside the function, in order.
    pub params: Vec<OwnedParam>,
    /// Names of the stripped parameters, and why they were stripped.
    pub removed: Vec<(Vec<u8>, Reason)>,
    /// Whether it changes something on the server.
    pub changes: bool,
    /// Whether it may delete something there.
    pub deletes: bool,
    /// The error with which the panel refused the request; `None` if the log has no such record after it.
    pub error: Option<String>,
    /// The line that it was parsed from.
    pub logged: Logged,
}

/// A parameter of an [`OwnedRequest`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnedParam {
    /// Its name.
    pub name: Vec<u8>,
    /// Its value, or the variable that holds it.
    pub value: OwnedValue,
}

/// The value that a call sends for a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnedValue {
    /// The logged text.
    Text(Vec<u8>),
    /// A secret: the content of this environment variable.
    Env(String),
    /// The content of this variable of the snippet.
    Variable(String),
}

/// Iterates over the requests of a reader that the filter selects.
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

/// The iterator of [`requests`]. It ends after an error.
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
