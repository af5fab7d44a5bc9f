//! A request of a log, typed: what a format renders and what a program of yours reads.

use super::{At, OwnedParam, OwnedRequest, OwnedValue, ScanOptions};
use crate::clean::{Argument, CleanRequest, Reason, Value};
use crate::request::Text;
use crate::request::effect::{Effect, is_background};
use crate::source::{Place, Source};
use std::borrow::Cow;
use std::sync::Arc;

/// One request, cleaned by the rules. It borrows from its log; [`Request::to_owned`] does not.
///
/// All text is bytes: a log may hold anything.
#[derive(Debug)]
pub struct Request<'a> {
    pub(crate) clean: CleanRequest<'a>,
    pub(super) at: &'a At<'a>,
    pub(super) manager: Option<&'a str>,
}

impl<'a> Request<'a> {
    /// The function, such as `user.edit`.
    pub fn function(&self) -> Cow<'_, [u8]> {
        self.clean.function.decode()
    }

    /// The function that it is about, for a person: `user.edit` also where `groupedit` is called to save that form for several
    /// objects.
    pub fn action(&self) -> Cow<'_, [u8]> {
        self.clean.action().decode()
    }

    /// The function as text that knows how to encode itself.
    pub fn function_text(&self) -> Text<'_> {
        self.clean.function
    }

    /// The panel's short name, as in `mgrctl -m`.
    pub fn manager(&self) -> &str {
        self.manager.unwrap_or(ScanOptions::DEFAULT_MANAGER)
    }

    /// Whether nothing told the panel, so that it had to be guessed.
    pub fn is_manager_guessed(&self) -> bool {
        self.manager.is_none()
    }

    /// `Jun 25 09:07:51`, without a year and a zone because the panel writes none. `None` for a fragment of a line.
    pub fn time(&self) -> Option<&[u8]> {
        self.clean.record.head.map(|head| head.time)
    }

    /// The same in ISO 8601, `2026-06-25T09:07:51+03:00`: the newest year that the stamp can mean in a log of this last
    /// write, on the clock of this machine. Of the hour that comes twice when summer time ends it is the first. `None` if
    /// there is no stamp, or the stamp is not a time.
    pub fn timestamp(&self) -> Option<[u8; 25]> {
        self.at.timestamp(self.time()?)
    }

    /// The process and the thread that served it, decimal digits.
    pub fn thread(&self) -> Option<(&[u8], Option<&[u8]>)> {
        self.clean.record.head.map(|head| (head.pid, head.thread))
    }

    /// Where it came from: a client's address, `mgrctl`, another program, or empty. `None` for a fragment.
    pub fn origin(&self) -> Option<&[u8]> {
        self.clean.record.origin
    }

    /// Who was logged in: `admin`, or `root#admin(1)` for root working as admin, or empty. `None` for a fragment.
    pub fn user(&self) -> Option<&[u8]> {
        self.clean.record.user
    }

    /// The parameters that a call sends beside its function, in order: those that were logged and stay, then the account,
    /// the language and the answer's format that the rules add.
    pub fn params(&self) -> impl Iterator<Item = Argument<'_>> {
        self.clean.arguments(None)
    }

    /// The same, and this answer's format if neither the log nor the rules name one.
    pub fn params_with_out(&self, out: &'static str) -> impl Iterator<Item = Argument<'_>> {
        self.clean.arguments(Some(out))
    }

    /// The names of the parameters that were stripped, in logged order, and why.
    pub fn removed(&self) -> impl Iterator<Item = (Cow<'_, [u8]>, Reason)> {
        self.clean.removed.iter().map(|removed| (removed.name.decode(), removed.reason))
    }

    /// Whether it changes something on the server, as far as function and parameters tell.
    pub fn changes(&self) -> bool {
        self.clean.changes()
    }

    /// Whether the interface asks for it by itself, while nobody clicks.
    pub fn is_background(&self) -> bool {
        is_background(&self.function())
    }

    /// Whether it may delete something there; then it changes something too.
    pub fn deletes(&self) -> bool {
        self.clean.effect() == Effect::Deletes
    }

    /// The log.
    pub(crate) fn log(&self) -> &'a Arc<Source> {
        self.at.source()
    }

    /// What the panel logged when it refused the request: the text of the first ERROR or CRIT record of its thread before the
    /// thread's next request. `None` if there is none, or if nobody looked for it
    /// ([`BlockReader::with_outcomes`](crate::BlockReader::with_outcomes)).
    pub fn error(&self) -> Option<&str> {
        self.at.error()
    }

    /// The log's name.
    pub fn source(&self) -> &'a str {
        &self.at.source().name
    }

    /// Where in the log it stands. Counting lines takes time, so this is found out at each call.
    pub fn place(&self) -> Place {
        self.at.place()
    }

    /// The same, to be kept when the log is gone.
    pub fn to_owned(&self) -> OwnedRequest {
        let own = |text: Option<&[u8]>| text.map(<[u8]>::to_vec);
        OwnedRequest {
            function: self.function().into_owned(),
            manager: self.manager().to_owned(),
            time: own(self.time()),
            timestamp: self.timestamp().map(|text| text.iter().copied().map(char::from).collect()),
            origin: own(self.origin()),
            user: own(self.user()),
            params: self.params().map(|argument| owned(&argument)).collect(),
            removed: self.removed().map(|(name, why)| (name.into_owned(), why)).collect(),
            changes: self.changes(),
            deletes: self.deletes(),
            error: self.error().map(str::to_owned),
            logged: self.at.to_logged(),
        }
    }
}

fn owned(argument: &Argument<'_>) -> OwnedParam {
    let value = match &argument.value {
        Value::Text(text) => OwnedValue::Text(text.decode().into_owned()),
        Value::Env(variable) => OwnedValue::Env(variable.to_string()),
        Value::Variable(variable) => OwnedValue::Variable(variable.to_string()),
    };
    OwnedParam { name: argument.name.decode().into_owned(), value }
}
