//! A typed request of a log, for formats and for programs that use this library.

use super::{At, OwnedParam, OwnedRequest, OwnedValue, ScanOptions};
use crate::clean::{Argument, CleanRequest, Reason, Value};
use crate::request::Text;
use crate::request::effect::{Effect, is_background};
use crate::source::{Place, Source};
use std::borrow::Cow;
use std::sync::Arc;

/// One request, cleaned by the rules. It borrows from its log; [`Request::to_owned`] does not.
///
/// All text is bytes: a log may contain anything.
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

    /// The function to show to a person: `user.edit` also where `groupedit` is called to save that form for several
    /// objects.
    pub fn action(&self) -> Cow<'_, [u8]> {
        self.clean.action().decode()
    }

    /// The function as [`Text`], which can be encoded.
    pub fn function_text(&self) -> Text<'_> {
        self.clean.function
    }

    /// The panel's short name, as in `mgrctl -m`.
    pub fn manager(&self) -> &str {
        self.manager.unwrap_or(ScanOptions::DEFAULT_MANAGER)
    }

    /// Whether neither an option nor the log's name gave the panel, so that it is a guess.
    pub fn is_manager_guessed(&self) -> bool {
        self.manager.is_none()
    }

    /// `Jun 25 09:07:51`: the panel logs neither year nor zone. `None` for a fragment of a line.
    pub fn time(&self) -> Option<&[u8]> {
        self.clean.record.head.map(|head| head.time)
    }

    /// The time in ISO 8601, `2026-06-25T09:07:51+03:00`, on the clock of this machine: the newest year that is
    /// possible before the log's last write. Of the hour that occurs twice when summer time ends, it is the first.
    /// `None` if there is no stamp, or the stamp is not a time.
    pub fn timestamp(&self) -> Option<[u8; 25]> {
        self.at.timestamp(self.time()?)
    }

    /// The process and the thread that served it, as decimal digits.
    pub fn thread(&self) -> Option<(&[u8], Option<&[u8]>)> {
        self.clean.record.head.map(|head| (head.pid, head.thread))
    }

    /// The origin: a client's address, `mgrctl`, another program, or empty. `None` for a fragment.
    pub fn origin(&self) -> Option<&[u8]> {
        self.clean.record.origin
    }

    /// The user who was logged in: `admin`, or `root#admin(1)` for root working as admin, or empty. `None` for a
    /// fragment.
    pub fn user(&self) -> Option<&[u8]> {
        self.clean.record.user
    }

    /// The parameters that a call sends beside its function, in order: the logged ones that are kept, then the account,
    /// the language and the answer's format that the rules add.
    pub fn params(&self) -> impl Iterator<Item = Argument<'_>> {
        self.clean.arguments(None)
    }

    /// The same parameters, plus `out` as the answer's format if neither the log nor the rules set one.
    pub fn params_with_out(&self, out: &'static str) -> impl Iterator<Item = Argument<'_>> {
        self.clean.arguments(Some(out))
    }

    /// The names of the parameters that were stripped, in logged order, and why.
    pub fn removed(&self) -> impl Iterator<Item = (Cow<'_, [u8]>, Reason)> {
        self.clean.removed.iter().map(|removed| (removed.name.decode(), removed.reason))
    }

    /// Whether it changes something on the server, judged by function and parameters.
    pub fn changes(&self) -> bool {
        self.clean.changes()
    }

    /// Whether the interface sends it on its own, without a click.
    pub fn is_background(&self) -> bool {
        is_background(&self.function())
    }

    /// Whether it may delete something on the server; then [`Request::changes`] is true as well.
    pub fn deletes(&self) -> bool {
        self.clean.effect() == Effect::Deletes
    }

    /// The log.
    pub(crate) fn log(&self) -> &'a Arc<Source> {
        self.at.source()
    }

    /// The error with which the panel refused the request: the text of the first ERROR or CRIT record of its thread
    /// before the thread's next request. `None` if there is none, or if outcomes were not searched for
    /// ([`BlockReader::with_outcomes`](crate::BlockReader::with_outcomes)).
    pub fn error(&self) -> Option<&str> {
        self.at.error()
    }

    /// The log's name.
    pub fn source(&self) -> &'a str {
        &self.at.source().name
    }

    /// The place in the log. Each call counts lines, so it is slow.
    pub fn place(&self) -> Place {
        self.at.place()
    }

    /// A copy that outlives the log.
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
