//! Notes: what a reader should know about a snippet, or about a request that became none. Always with the place.

use crate::record::Unreadable;
use crate::render::Unsayable;
use crate::source::Place;
use crate::text::Visible;
use std::fmt;

/// One message, as `source:line: function: what`. Nothing in it can act on a terminal.
#[derive(Debug, Clone, Copy)]
pub struct Note<'a> {
    /// The log's name.
    pub source: &'a str,
    /// Where in it.
    pub place: Place,
    /// The function, decoded, once it is known.
    pub function: Option<&'a [u8]>,
    /// What happened.
    pub what: What<'a>,
}

/// What a note says. Names are decoded.
#[derive(Debug, Clone, Copy)]
pub enum What<'a> {
    /// A line looks like a request but could not be read as one.
    Unreadable(Unreadable),
    /// A line is too long to be one; so many bytes of it were passed over.
    TooLong(u64),
    /// The panel masked a secret, so the call lacks it.
    Masked(&'a [u8]),
    /// The panel masked a secret, and the call sends the star because it was told to.
    MaskSent(&'a [u8]),
    /// The call takes a value from this variable.
    FromEnv(&'a [u8], &'a str),
    /// A session or login was left out.
    Credential(&'a [u8]),
    /// A target cannot say the request.
    Unsayable(&'a str, &'a Unsayable),
    /// A target said the request without this parameter, which is named with the reason.
    LeftOut(&'a str, &'a str),
}

impl What<'_> {
    /// Whether something of the log is missing in the output.
    pub fn is_loss(&self) -> bool {
        match self {
            Self::Unreadable(_) | Self::TooLong(_) | Self::Masked(_) | Self::Unsayable(..) | Self::LeftOut(..) => true,
            Self::MaskSent(_) | Self::FromEnv(..) | Self::Credential(_) => false,
        }
    }
}

impl fmt::Display for Note<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", Visible(self.source.as_bytes()), self.place)?;
        if let Some(function) = self.function {
            write!(f, "{}: ", Visible(function))?;
        }
        write!(f, "{}", self.what)
    }
}

impl fmt::Display for What<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Unreadable(error) => write!(f, "not converted: {error}"),
            Self::TooLong(bytes) => write!(f, "passed over {bytes} bytes without a line end"),
            Self::Masked(name) => write!(f, "{} was masked, left out", Visible(name)),
            Self::MaskSent(name) => write!(f, "{} was masked, the call sends a bare *", Visible(name)),
            Self::FromEnv(name, variable) => {
                write!(f, "{} comes from ${variable}, export it before the call", Visible(name))
            }
            Self::Credential(name) => write!(f, "{} is a credential, left out", Visible(name)),
            Self::Unsayable(target, error) => write!(f, "not converted to {target}: {error}"),
            Self::LeftOut(target, what) => write!(f, "{what}, left out of the {target}"),
        }
    }
}
