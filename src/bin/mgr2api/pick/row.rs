//! One request of the list: its logged line, from which snippets are rendered on demand, and the text that the list
//! shows and the filter searches.
//!
//! In: blocks of a log. Out: [`Row`]s. A row is built from the same event that a conversion prints, so it
//! contains no secret that a snippet does not contain.

use mgr2api::internal::char_boundary;
use mgr2api::{
    At, Block, Dropped, Event, Known, Logged, NoteKind, Place, Refusal, Request, Scanner, Settings, Value, Visible,
};
use std::convert::Infallible;
use std::fmt::Write as _;

/// Maximum bytes of a row's text: more fits no screen and is not worth searching.
const LONGEST: usize = 8 * 1024;

/// The longest line to keep, in bytes. Every row is drawn, searched and previewed while logs are being read.
const LONGEST_KEPT: usize = 1024 * 1024;

/// Estimated allocator overhead of a row, in bytes.
const ALLOCATED: usize = 32;

/// The effect of a request, as the list shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// It may delete something.
    Deletes,
    /// It changes something.
    Changes,
    /// It only reads.
    Looks,
    /// The interface sent it without a click.
    Background,
    /// It cannot be read; the text gives the reason.
    Unreadable,
}

/// A request.
#[derive(Debug)]
pub(crate) struct Row {
    logged: Logged,
    /// Time, user, function and parameters, one per line; visible characters only.
    text: Box<str>,
    pub(crate) kind: Kind,
    pub(crate) marked: bool,
}

/// The columns of a row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Columns<'a> {
    pub(crate) time: &'a str,
    pub(crate) user: &'a str,
    pub(crate) function: &'a str,
    pub(crate) params: &'a str,
}

impl Row {
    /// The line as a block of its own; it converts as it would have done within its log.
    pub(crate) fn block(&self) -> Block {
        self.logged.block()
    }

    /// Memory of the row, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        size_of::<Self>() + self.logged.line().len() + self.text.len() + ALLOCATED
    }

    /// The text that the filter searches.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn columns(&self) -> Columns<'_> {
        let mut parts = self.text.splitn(4, '\n');
        let mut next = || parts.next().unwrap_or_default();
        Columns { time: next(), user: next(), function: next(), params: next() }
    }

    /// The error with which the panel refused the request.
    pub(crate) fn error(&self) -> Option<&str> {
        self.logged.error()
    }

    /// Records that the panel refused the request.
    pub(crate) fn refuse(&mut self, error: &str) {
        self.logged.refuse(error);
    }

    /// Whether the request is at this place of this log.
    pub(crate) fn is_at(&self, source: &str, place: Place) -> bool {
        self.logged.place() == place && self.logged.source().name == source
    }

    /// The log and the place in it.
    pub(crate) fn origin(&self) -> String {
        format!("{}:{}", Visible(self.logged.source().name.as_bytes()), self.logged.place())
    }
}

/// Makes rows from blocks.
pub(crate) struct Reader<'s> {
    scanner: Scanner<'s>,
    /// Calls in the list, with `--unique`.
    known: Option<Known>,
}

impl<'s> Reader<'s> {
    pub(crate) fn new(settings: &'s Settings) -> Self {
        Self { scanner: Scanner::new(&settings.scan), known: settings.print.unique.then(Known::default) }
    }

    /// Appends the wanted requests of a block and the unreadable ones. Returns whether the block contains any request.
    pub(crate) fn rows(&mut self, block: &Block, rows: &mut Vec<Row>) -> bool {
        let Self { scanner, known } = self;
        let mut requests = false;
        let Ok(()) = scanner.scan(block, |at, event| {
            requests |= !matches!(event, Event::Other(_));
            match event {
                Event::Request(request) => {
                    let is_new = known.as_mut().is_none_or(|known| known.is_new(request));
                    rows.extend(is_new.then(|| Row::of_request(request, at)));
                }
                Event::Unreadable(fault) => {
                    let refusal = Refusal::of(fault, at);
                    rows.push(Row::unreadable(&NoteKind::Unreadable(refusal), refusal.to_logged(at)));
                }
                Event::Dropped(why) => rows.push(Row::unreadable(&NoteKind::of(why), at.to_dropped(why.clone()))),
                Event::Filtered | Event::Other(_) => {}
            }
            Ok::<(), Infallible>(())
        });
        requests
    }
}

impl Row {
    fn of_request(request: &Request<'_>, at: &At<'_>) -> Self {
        if at.line().len() > LONGEST_KEPT {
            return Self::unreadable(&NoteKind::NotKept, at.to_dropped(Dropped::NotKept));
        }
        Self::new(text(request), kind(request), at.to_logged())
    }

    fn unreadable(why: &NoteKind<'_>, logged: Logged) -> Self {
        Self::new(format!("\n\n\n{why}"), Kind::Unreadable, logged)
    }

    fn new(mut text: String, kind: Kind, logged: Logged) -> Self {
        text.truncate(char_boundary(&text, LONGEST));
        Self { logged, text: text.into(), kind, marked: false }
    }
}

fn kind(request: &Request<'_>) -> Kind {
    match () {
        () if request.deletes() => Kind::Deletes,
        () if request.changes() => Kind::Changes,
        () if request.is_background() => Kind::Background,
        () => Kind::Looks,
    }
}

/// Time, user, function and parameters, one per line.
fn text(request: &Request<'_>) -> String {
    let time = request.time().unwrap_or_default();
    let user = without_id(request.user().unwrap_or_default());
    let mut text = format!("{}\n{}\n{}\n", Visible(time), Visible(user), Visible(&request.action()));
    let mut put = |part: std::fmt::Arguments<'_>| {
        // Writing to memory cannot fail.
        let _ = text.write_fmt(part);
    };
    // Show the ids of the objects first, wherever they are in the request.
    let about = |name: &[u8]| matches!(name, b"elid" | b"plid");
    let is_noise = |name: &[u8]| matches!(name, b"sok" | b"clicked_button");
    let mut apart = "";
    for first in [true, false] {
        for argument in request.params() {
            let name = argument.name.decode();
            if about(&name) != first || is_noise(&name) {
                continue;
            }
            put(format_args!("{apart}{}=", Visible(&name)));
            match argument.value {
                Value::Text(text) => put(format_args!("{}", Visible(&text.decode()))),
                Value::Env(variable) | Value::Variable(variable) => {
                    put(format_args!("${variable}"));
                }
            }
            apart = " ";
        }
    }
    text
}

/// `root#admin` for `root#admin(1)`: the id does not help to recognise a user.
fn without_id(user: &[u8]) -> &[u8] {
    let is_id = |open: &usize| user[open + 1..].strip_suffix(b")").is_some_and(|id| id.iter().all(u8::is_ascii_digit));
    let open = user.iter().rposition(|&byte| byte == b'(').filter(|_| user.contains(&b'#')).filter(is_id);
    &user[..open.unwrap_or(user.len())]
}
