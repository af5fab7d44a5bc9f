//! A record: one entry of a panel's log, taken apart but not decoded.
//!
//! In: the bytes of one line, colour and all. Out: a [`Record`] that borrows from them, `None` for a line that is no
//! request, or an [`Unreadable`] that says what was expected and at which byte. Nothing here knows where the line came
//! from or what will become of it; what a parameter means is [`request`](crate::request)'s business.

pub mod ansi;
pub(crate) mod cause;
pub(crate) mod continuation;
pub(crate) mod find;
pub(crate) mod fragment;
pub mod parse;
pub(crate) mod stamp;

use std::fmt;

/// A log entry that says `Request`.
///
/// All fields are bytes as logged. `head`, `origin` and `user` are absent when only a fragment of the line was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record<'a> {
    /// What stands before the text: time, process, module, level.
    pub head: Option<Head<'a>>,
    /// The first bracket: a client's address, `mgrctl`, another program, or empty.
    pub origin: Option<&'a [u8]>,
    /// The second bracket: who is logged in, `A#B(id)` for A working as B, or empty.
    pub user: Option<&'a [u8]>,
    /// The query between the quotes, still percent-encoded.
    pub payload: &'a [u8],
}

/// The fixed part in front of every record: `Jun 25 09:07:51 [26956:1738] core_module INFO `.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head<'a> {
    /// `Jun 25 09:07:51`, without year and zone because the panel writes none.
    pub time: &'a [u8],
    /// Process id, decimal digits.
    pub pid: &'a [u8],
    /// Thread id; PHP modules write none.
    pub thread: Option<&'a [u8]>,
    /// The part of the panel that wrote the record.
    pub module: &'a [u8],
    /// `INFO`, `EXTINFO`, `DEBUG` and so on.
    pub level: &'a [u8],
}

impl Record<'_> {
    /// The account that the call works as: `B` of `A#B(id)`, else the user itself. `None` if nobody is named.
    pub fn acting_user(&self) -> Option<&[u8]> {
        let user = self.user.filter(|user| !user.is_empty())?;
        match memchr::memchr(b'#', user) {
            Some(hash) => Some(without_id(&user[hash + 1..])).filter(|name| !name.is_empty()),
            None => Some(user),
        }
    }
}

/// Takes `(12)` off the end of `admin(12)`.
fn without_id(name: &[u8]) -> &[u8] {
    let Some(inner) = name.strip_suffix(b")") else { return name };
    match memchr::memrchr(b'(', inner) {
        Some(open) if open + 1 < inner.len() && inner[open + 1..].iter().all(u8::is_ascii_digit) => &name[..open],
        _ => name,
    }
}

/// Why a line that looks like a request could not be read as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected} at byte {at}")]
pub struct Unreadable {
    /// What the grammar wanted to see.
    pub expected: Expected,
    /// Where, in bytes from the start of the line as it was logged.
    pub at: usize,
}

/// What the grammar can be waiting for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// `Jun 25 09:07:51 [pid:thread] module LEVEL`
    Head,
    /// The `[` that opens the client's address.
    Origin,
    /// The `][` between address and user.
    User,
    /// `] '`, which ends the user and opens the query.
    Query,
    /// The quote that ends the query, as the last byte of the line.
    ClosingQuote,
    /// Nothing behind the closing quote.
    LineEnd,
    /// A query that stands alone, with its own quotes or with none.
    BareQuery,
    /// A space; a blank of another kind stands there.
    Space,
    /// An `&` as the panel writes it.
    Ampersand,
    /// A parameter called `func` that has a value.
    Function,
    /// Nothing but this request; another record starts within it.
    OneRecord,
    /// The start of a record; the line stands inside another record, so it may say anything.
    OwnRecord,
    /// A call of at most [`LONGEST_CALL`](crate::request::LONGEST_CALL).
    ShorterCall,
    /// At most [`MOST_PARAMS`](crate::request::MOST_PARAMS).
    FewerParams,
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Head => "time, [pid:thread], module and level",
            Self::Origin => "'[' and the client's address",
            Self::User => "'][' and the user",
            Self::Query => "']', a space and the query in single quotes",
            Self::ClosingQuote => "the closing quote as the last byte",
            Self::LineEnd => "the end of the line after the closing quote",
            Self::BareQuery => "a query in single quotes, or in none",
            Self::Space => "a space",
            Self::Ampersand => "'&' between two parameters",
            Self::Function => "a parameter 'func' with a value",
            Self::OneRecord => "one record on the line",
            Self::OwnRecord => "a record of its own",
            Self::ShorterCall => "at most 8 MiB for a request and its call (this one is longer)",
            Self::FewerParams => "at most 100000 parameters (this request has more)",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn acting(user: &[u8]) -> Option<Vec<u8>> {
        let record = Record { head: None, origin: None, user: Some(user), payload: b"" };
        record.acting_user().map(<[u8]>::to_vec)
    }

    #[test]
    fn acting_user_is_the_second_name_without_its_id() {
        for (logged, acting_as) in [
            (&b"root"[..], Some(&b"root"[..])),
            (b"", None),
            (b"root#admin(1)", Some(b"admin")),
            (b"root#admin", Some(b"admin")),
            (b"root#", None),
            (b"root#odd(x)", Some(b"odd(x)")),
            (b"root#odd()(7)", Some(b"odd()")),
            (b"name@example.com", Some(b"name@example.com")),
            (b"plain(3)", Some(b"plain(3)")),
        ] {
            assert_eq!(acting(logged).as_deref(), acting_as, "{}", logged.escape_ascii());
        }
    }
}
