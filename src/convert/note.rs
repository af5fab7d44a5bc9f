//! Notes: messages about a snippet, or about a request that was not converted. Always with the place.

use super::excerpt::{self, Excerpt};
use crate::record::Unreadable;
use crate::record::cause::Cause;
use crate::render::RenderError;
use crate::scan::{At, Logged};
use crate::source::{Dropped, LONGEST_LINE, Place};
use crate::text::{Visible, char_boundary};
use std::fmt;

/// One message, displayed as `source:line: function: text`. It contains no control characters.
#[derive(Debug, Clone, Copy)]
pub struct Note<'a> {
    /// The log's name.
    pub source: &'a str,
    /// The place in the log.
    pub place: Place,
    /// The function, decoded, once it is known.
    pub function: Option<&'a [u8]>,
    /// The event.
    pub kind: NoteKind<'a>,
}

/// The content of a note. Names are decoded.
#[derive(Debug, Clone, Copy)]
pub enum NoteKind<'a> {
    /// A line looks like a request but could not be parsed.
    Unreadable(Refusal<'a>),
    /// The same for a line that was not kept: the text of its report.
    Refused(&'a str),
    /// A line looks like a request, but was too long to be kept; its length in bytes.
    TooLong(u64),
    /// A request that was to be converted later did not fit into memory beside the others.
    NotKept,
    /// The panel refused the request; the error was logged after the request had been printed.
    Failed(&'a str),
    /// The panel masked a secret, so the call lacks it.
    Masked(&'a [u8]),
    /// A bare star in a parameter that is not a known secret: a person may have typed it. The call lacks it.
    MaskOrStar(&'a [u8]),
    /// The panel masked a secret, and the call sends the star because of an option.
    MaskSent(&'a [u8]),
    /// The call takes a value from this variable.
    FromEnv(&'a [u8], &'a str),
    /// A session or login was left out.
    Credential(&'a [u8]),
    /// A target cannot express the request.
    NotRendered(&'a str, &'a RenderError),
    /// A target rendered the request without this parameter; the second text names it and the reason.
    LeftOut(&'a str, &'a str),
}

/// A line that could not be parsed, with the data to explain why.
#[derive(Debug, Clone, Copy)]
pub struct Refusal<'a> {
    /// The expected token, and its offset.
    pub fault: Unreadable,
    /// The line as logged.
    pub line: &'a [u8],
}

impl<'a> NoteKind<'a> {
    /// The note for a line that looks like a request and was not kept.
    pub fn of(why: &'a Dropped) -> Self {
        match why {
            Dropped::TooLong(bytes) => Self::TooLong(*bytes),
            Dropped::Unreadable(why) => Self::Refused(why),
            Dropped::NotKept => Self::NotKept,
        }
    }

    /// Whether the output lacks something of the log.
    pub fn is_loss(&self) -> bool {
        match self {
            Self::Unreadable(_)
            | Self::Refused(_)
            | Self::TooLong(_)
            | Self::NotKept
            | Self::Masked(_)
            | Self::MaskOrStar(_)
            | Self::NotRendered(..)
            | Self::LeftOut(..) => true,
            Self::Failed(_) | Self::MaskSent(_) | Self::FromEnv(..) | Self::Credential(_) => false,
        }
    }
}

/// `{:#}` omits the excerpt of the line, for callers that show it separately.
impl fmt::Display for Note<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", Visible(self.source.as_bytes()), self.place)?;
        if let Some(function) = self.function {
            write!(f, "{}: ", Short(Visible(function)))?;
        }
        fmt::Display::fmt(&self.kind, f)
    }
}

impl fmt::Display for NoteKind<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Unreadable(refusal) => fmt::Display::fmt(&refusal, f),
            Self::Refused(why) => f.write_str(why),
            Self::TooLong(bytes) => {
                write!(
                    f,
                    "not converted: the line is {bytes} bytes long, and the limit is {LONGEST_LINE} ({} MiB)",
                    LONGEST_LINE >> 20
                )
            }
            Self::NotKept => f.write_str(
                "not converted: too long to be kept together with other requests; convert the log without -n, -f and -i",
            ),
            Self::Failed(error) => write!(f, "the panel refused it: {}", Short(Visible(error.as_bytes()))),
            Self::Masked(name) => write!(f, "{} was masked, left out", Short(Visible(name))),
            Self::MaskOrStar(name) => write!(
                f,
                "{} was logged as *, a mask or a typed star; left out ({} sends the star)",
                Short(Visible(name)),
                Keep(name)
            ),
            Self::MaskSent(name) => write!(f, "{} was masked, the call sends a bare *", Short(Visible(name))),
            Self::FromEnv(name, variable) => {
                write!(f, "{} comes from ${variable}, export it before the call", Short(Visible(name)))
            }
            Self::Credential(name) => write!(f, "{} is a credential, left out", Short(Visible(name))),
            Self::NotRendered(target, error) => write!(f, "not converted to {target}: {}", Short(error)),
            Self::LeftOut(target, what) => write!(f, "{}, left out of the {target}", Short(what)),
        }
    }
}

/// The option that keeps a parameter. With the parameter's name if that needs no quotes and does not look like an
/// option.
struct Keep<'a>(&'a [u8]);

impl fmt::Display for Keep<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || b"._-".contains(byte);
        match str::from_utf8(self.0) {
            Ok(name) if self.0.iter().all(is_word) && !name.starts_with('-') && name.len() <= SHOWN => {
                write!(f, "--keep {name}")
            }
            _ => f.write_str("--keep"),
        }
    }
}

/// Text of any origin within a note, shortened. A name can have megabytes, and a request many notes.
struct Short<T>(T);

/// The maximum number of bytes that are shown.
const SHOWN: usize = 500;

impl<T: fmt::Display> fmt::Display for Short<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut writer = Writer { to: f, left: SHOWN };
        match fmt::Write::write_fmt(&mut writer, format_args!("{}", self.0)) {
            Err(_) if writer.left == 0 => f.write_str("..."),
            written => written,
        }
    }
}

/// Writes at most `left` bytes.
struct Writer<'f, 't> {
    to: &'f mut fmt::Formatter<'t>,
    left: usize,
}

impl fmt::Write for Writer<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if text.len() <= self.left {
            self.left -= text.len();
            return self.to.write_str(text);
        }
        let end = char_boundary(text, self.left);
        self.left = 0;
        self.to.write_str(&text[..end])?;
        Err(fmt::Error)
    }
}

impl<'a> Refusal<'a> {
    /// The refusal of the line at this place.
    pub fn of(fault: Unreadable, at: &At<'a>) -> Self {
        Self { fault, line: at.line() }
    }

    /// The line, to be reported later; of a long one only the text of its report.
    pub fn to_logged(self, at: &At<'a>) -> Logged {
        const LONG: usize = 64 * 1024;
        if self.line.len() <= LONG {
            return at.to_logged();
        }
        at.to_dropped(Dropped::Unreadable(NoteKind::Unreadable(self).to_string().into()))
    }

    /// The text before the offset of the fault, and from the offset on, in this many characters.
    pub fn excerpt(&self, columns: usize) -> (String, String) {
        let Excerpt { before, behind } = Excerpt::of(self.line, self.fault.at, columns);
        (before, behind)
    }
}

impl fmt::Display for Refusal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not converted: {}", self.fault)?;
        if !f.alternate() {
            match self.excerpt(excerpt::COLUMNS) {
                (before, behind) if behind.is_empty() => write!(f, ", after \"{before}\"")?,
                (_, behind) => write!(f, ", before \"{behind}\"")?,
            }
        }
        match Cause::of(self.fault, self.line) {
            Some(cause) => write!(f, "; {cause}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_end_is_cut() {
        for (name, shown) in [("x".repeat(SHOWN), 500), ("x".repeat(SHOWN + 1), 503), ("\u{44f}".repeat(9999), 503)] {
            let note = Note {
                source: "a.log",
                place: Place::Line(1),
                function: Some(name.as_bytes()),
                kind: NoteKind::Masked(name.as_bytes()),
            };
            let text = note.to_string();
            assert_eq!(text.len(), 2 * shown + "a.log:1: :  was masked, left out".len(), "{text}");
        }
    }
}
