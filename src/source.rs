//! Sources of lines: files and streams. All file access of the library is here and in `follow`.
//!
//! In: paths, standard input, a growing log. Out: [`Block`]s, ranges of whole lines, each with its place. The unit is a
//! block and not a line, because most lines are never examined.

pub(crate) mod bisect;
pub(crate) mod block;
pub(crate) mod long;
pub(crate) mod outcome;
pub(crate) mod packed;
pub(crate) mod saved;
pub(crate) mod tail;

pub use block::{Block, BlockReader, Dropped};
pub use long::LONGEST_LINE;
pub use outcome::Outcomes;
pub use saved::{OpenedLog, open_log};

use crate::option::setters;
use std::fmt;
use std::time::SystemTime;

/// The origin of lines, for notes and snippets.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// The log's name, as given.
    pub name: String,
    /// The panel that wrote it, if the log's name contains it.
    pub manager: Option<String>,
    /// Whether a line may be a fragment of a record, such as a selection from an editor.
    pub fragments: bool,
    /// The time of the last write to the log; unknown while it grows.
    pub written: Option<SystemTime>,
}

impl Source {
    setters! { manager: Option<String>, fragments: bool, written: Option<SystemTime> }

    /// Standard input.
    pub fn stdin() -> Self {
        Self { name: "stdin".to_owned(), manager: None, fragments: true, written: None }
    }

    /// A log with this name.
    pub fn log(name: &str) -> Self {
        Self { name: name.to_owned(), manager: manager_of(name).map(str::to_owned), fragments: false, written: None }
    }
}

/// Short names of the panels, as in `mgrctl -m`.
pub const MANAGERS: &[&str] =
    &["core", "ispmgr", "ispmgrnode", "billmgr", "vmmgr", "vemgr", "dcimgr", "dcimini", "ipmgr", "dnsmgr"];

/// The panel in a log's name: `billmgr` for `/var/log/billmgr.log-20260101.gz`. Both `/` and `\` separate folders on
/// every platform: a name may come from another one.
pub fn manager_of(log: &str) -> Option<&'static str> {
    let file = log.rsplit(['/', '\\']).next().unwrap_or(log);
    MANAGERS.iter().copied().find(|manager| {
        let rest = file.strip_prefix(manager);
        rest.is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric()))
    })
}

/// The place of a line in its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The line's number, from 1.
    Line(u64),
    /// The offset of the line's first byte, where counting lines would mean reading the whole log.
    Byte(u64),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(number) => write!(f, "{number}"),
            Self::Byte(offset) => write!(f, "byte {offset}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logs_name_tells_its_panel() {
        for (log, manager) in [
            ("billmgr.log", Some("billmgr")),
            ("/usr/local/mgr5/var/billmgr.log-20260101.gz", Some("billmgr")),
            ("ispmgrnode.log.1", Some("ispmgrnode")),
            ("core.log", Some("core")),
            ("dcimgr-old.log", Some("dcimgr")),
            ("billmgr", Some("billmgr")),
            (r"C:\logs\billmgr.log", Some("billmgr")),
            (r"logs\ispmgr.log.1", Some("ispmgr")),
            ("mgrctl.log", None),
            ("billmgrs.log", None),
            ("mybillmgr.log", None),
            ("", None),
        ] {
            assert_eq!(manager_of(log), manager, "{log}");
        }
    }
}
