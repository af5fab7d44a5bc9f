//! A record: one entry of a panel's log, parsed but not decoded.
//!
//! In: the bytes of one line. Out: a [`Record`] that borrows from them, `None` for a line that is not a request, or an
//! [`Unreadable`] with the expected token and its offset. Nothing here depends on the origin of a line or on its later
//! use; parameters are interpreted in [`request`](crate::request).

pub mod ansi;
pub(crate) mod cause;
pub(crate) mod continuation;
pub(crate) mod find;
pub(crate) mod fragment;
pub mod parse;
pub(crate) mod stamp;

use std::fmt;

/// A log entry whose text starts with `Request`.
///
/// All fields are bytes as logged. `head`, `origin` and `user` are absent when only a fragment of the line was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record<'a> {
    /// The fixed part before the text: time, process, module, level.
    pub head: Option<Head<'a>>,
    /// The first bracket: a client's address, `mgrctl`, another program, or empty.
    pub origin: Option<&'a [u8]>,
    /// The second bracket: the user who is logged in, `A#B(id)` for A working as B, or empty.
    pub user: Option<&'a [u8]>,
    /// The query between the quotes, still percent-encoded.
    pub payload: &'a [u8],
}

/// The fixed part of every record: `Jun 25 09:07:51 [26956:1738] core_module INFO `.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head<'a> {
    /// `Jun 25 09:07:51`: the panel logs neither year nor zone.
    pub time: &'a [u8],
    /// Process id, decimal digits.
    pub pid: &'a [u8],
    /// Thread id; PHP modules log none.
    pub thread: Option<&'a [u8]>,
    /// The part of the panel that wrote the record.
    pub module: &'a [u8],
    /// `INFO`, `EXTINFO`, `DEBUG` and so on.
    pub level: &'a [u8],
}

impl Record<'_> {
    /// The account that the call works as: `B` of `A#B(id)`, else the user itself. `None` if there is no user.
    pub fn acting_user(&self) -> Option<&[u8]> {
        let user = self.user.filter(|user| !user.is_empty())?;
        match memchr::memchr(b'#', user) {
            Some(hash) => Some(without_id(&user[hash + 1..])).filter(|name| !name.is_empty()),
            None => Some(user),
        }
    }
}

/// Strips `(12)` from the end of `admin(12)`.
fn without_id(name: &[u8]) -> &[u8] {
    let Some(inner) = name.strip_suffix(b")") else { return name };
    match memchr::memrchr(b'(', inner) {
        Some(open) if open + 1 < inner.len() && inner[open + 1..].iter().all(u8::is_ascii_digit) => &name[..open],
        _ => name,
    }
}

/// Why a line that looks like a request could not be parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected} at byte {at}")]
pub struct Unreadable {
    /// The token that the grammar expected.
    pub expected: Expected,
    /// The offset, in bytes from the start of the line as it was logged.
    pub at: usize,
}

/// The tokens and limits that the grammar checks.
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
    /// The end of the line after the closing quote.
    LineEnd,
    /// A query that stands alone, with the panel's quotes or without quotes.
    BareQuery,
    /// A space; the line has another blank character there.
    Space,
    /// An `&` without an HTML or JSON escape.
    Ampersand,
    /// A parameter called `func` that has a value.
    Function,
    /// Only this request; another record starts within it.
    OneRecord,
    /// The start of a record; the line is inside another record, which may contain any text.
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
            Self::ClosingQuote => "the closing quote, which ends the line,",
            Self::LineEnd => "the end of the line after the closing quote",
            Self::BareQuery => "a query in single quotes or without quotes",
            Self::Space => "a space",
            Self::Ampersand => "'&' between two parameters",
            Self::Function => "a parameter 'func' with a value",
            Self::OneRecord => "only one record on the line",
            Self::OwnRecord => "the start of a record",
            Self::ShorterCall => "a request and a call of at most 8 MiB (this one is longer)",
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
