//! Decides to which record a line belongs: its own, or the one before it.
//!
//! The panel writes records of several lines, such as XML dumps, and a dump may contain text from strangers that looks
//! exactly like a request. The rule: a line that starts with a stamp is a record of its own, and a line without one
//! continues the record before it. A stamp may have a prefix (`grep -n`, journalctl, docker). The continuation lines of
//! such a record have the same prefix, then their text; so a stamp behind the prefix *and more text* is part of that
//! text.
//!
//! In: the lines before the line to judge, as far back as needed. Out: what that line may be. It is called only for
//! candidates without a stamp at the start, which are rare, so ordinary logs pay nothing.

use super::ansi;
use super::parse::{self, Stamped};
use memchr::{memchr, memrchr};

/// The context of the next line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Context {
    /// The start of the input, or a complete request: nothing that can continue.
    #[default]
    Nothing,
    /// Another record, which may continue; its lines have this prefix.
    Record(Prefix),
}

impl Context {
    /// Whether a stamp with this prefix starts a record here.
    pub fn allows_prefix(self, prefix: &[u8]) -> bool {
        match self {
            Self::Record(record) => prefix.is_empty() || !record.goes_on_in(prefix),
            Self::Nothing => true,
        }
    }

    /// Whether a line without a stamp can be a request here.
    pub fn allows_fragment(self) -> bool {
        self == Self::Nothing
    }

    /// The context after a line with a stamp.
    pub fn after(stamped: &Stamped<'_>, line: &[u8]) -> Self {
        match stamped.request(line) {
            Ok(Some(_)) => Self::Nothing,
            _ => Self::Record(Prefix::of(&line[..stamped.prefix])),
        }
    }

    fn step(self, line: &[u8], scratch: &mut Vec<u8>) -> Self {
        let line = plain(line, scratch);
        match parse::stamp(line) {
            Some(stamped) if self.allows_prefix(&line[..stamped.prefix]) => Self::after(&stamped, line),
            _ => self,
        }
    }

    /// The context after a line that starts with `start`; a request in it does not count as complete.
    #[must_use]
    pub fn after_start(self, start: &[u8], scratch: &mut Vec<u8>) -> Self {
        let line = ansi::strip(&start[..start.len().min(START_OF_LONG)], scratch);
        match parse::stamp(line) {
            Some(stamped) if self.allows_prefix(&line[..stamped.prefix]) => {
                Self::Record(Prefix::of(&line[..stamped.prefix]))
            }
            _ => self,
        }
    }

    /// The context after whole lines that follow `self`.
    #[must_use]
    pub fn after_lines(self, lines: &[u8], scratch: &mut Vec<u8>) -> Self {
        let (mut state, mut from, mut end) = (self, 0, lines.len());
        // Search back for a line with a bare stamp, whose meaning does not depend on earlier lines ...
        while end > 0 {
            let start = memrchr(b'\n', &lines[..end - 1]).map_or(0, |at| at + 1);
            let line = plain(trim_end(&lines[start..end]), scratch);
            if let Some(stamped) = parse::stamp(line).filter(|stamped| stamped.prefix == 0) {
                (state, from) = (Self::after(&stamped, line), end);
                break;
            }
            end = start;
        }
        // ... then walk forward over the few lines after it.
        for line in lines[from..].split_inclusive(|&byte| byte == b'\n') {
            state = state.step(trim_end(line), scratch);
        }
        state
    }
}

/// The line without colour codes. A long line with colour codes is cut first: copying it would take as much memory as
/// the line.
fn plain<'a>(line: &'a [u8], scratch: &'a mut Vec<u8>) -> &'a [u8] {
    let line = if line.len() > LONG && memchr(ansi::ESC, line).is_some() { &line[..START_OF_LONG] } else { line };
    ansi::strip(line, scratch)
}

/// The longest line that is copied whole, in bytes, and the length to which a longer one is cut.
const LONG: usize = 1024 * 1024;
const START_OF_LONG: usize = 64 * 1024;

fn trim_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// A hash of the text before a stamp, independent of the values of numbers and the widths of gaps. Empty for a bare
/// stamp.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prefix {
    /// Characters of the shape.
    pub len: u32,
    /// Their hash.
    pub hash: u64,
}

impl Default for Prefix {
    fn default() -> Self {
        Self { len: 0, hash: START }
    }
}

/// FNV-1a: short, and the same in every build, since a follower stores the hash in its state.
const START: u64 = 0xcbf2_9ce4_8422_2325;

impl Prefix {
    /// The shape of a prefix.
    pub fn of(prefix: &[u8]) -> Self {
        shape(prefix).fold(Self::default(), Self::and)
    }

    fn and(self, class: u8) -> Self {
        Self { len: self.len + 1, hash: (self.hash ^ u64::from(class)).wrapping_mul(0x0100_0000_01b3) }
    }

    /// Whether a text starts with this shape and continues after it.
    fn goes_on_in(self, text: &[u8]) -> bool {
        let mut shape = shape(text);
        let start = shape.by_ref().take(self.len as usize).fold(Self::default(), Self::and);
        start == self && shape.next().is_some()
    }
}

/// A text with each number replaced by one digit and each gap by one space.
fn shape(text: &[u8]) -> impl Iterator<Item = u8> + '_ {
    let class = |byte: u8| match byte {
        b'0'..=b'9' => b'0',
        b'\t' => b' ',
        _ => byte,
    };
    let mut last = None;
    text.iter().map(move |&byte| class(byte)).filter(move |&class| {
        let repeats = last == Some(class) && (class == b'0' || class == b' ');
        last = Some(class);
        !repeats
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "Jun 25 09:08:39 [13972:1] ";
    const REQUEST: &str = "core_module INFO Request [][root] 'func=a'\n";

    fn after(lines: &str) -> Context {
        Context::Nothing.after_lines(lines.as_bytes(), &mut Vec::new())
    }

    fn record(prefix: &str) -> Context {
        Context::Record(Prefix::of(prefix.as_bytes()))
    }

    #[test]
    fn the_last_record_decides() {
        let dump = format!("{HEAD}processing DEBUG x = '<?xml?>\n<doc>\n");
        for (lines, state) in [
            (String::new(), Context::Nothing),
            ("just text\n".to_owned(), Context::Nothing),
            (format!("{HEAD}{REQUEST}"), Context::Nothing),
            (format!("{HEAD}core_module \x1b[1;32mINFO Request [][root] 'func=a'\x1b[0m\r\n"), Context::Nothing),
            (format!("{HEAD}{REQUEST}text\n"), Context::Nothing),
            (format!("{HEAD}db EXTINFO begin transaction\n"), record("")),
            (format!("{HEAD}core_module INFO Request [][root] 'cut\n"), record("")),
            (dump.clone(), record("")),
            (format!("{dump}Request [][root] 'func=a'\n"), record("")),
            (format!("{dump}12:{HEAD}{REQUEST}"), record("")),
            (format!("{dump}'\n  {HEAD}{REQUEST}"), record("")),
            (format!("{dump}{HEAD}{REQUEST}"), Context::Nothing),
            (format!("7:{HEAD}db EXTINFO x\n"), record("12:")),
            (format!("7:{HEAD}db EXTINFO x\n8:<name>{HEAD}{REQUEST}"), record("7:")),
            (format!("7:{HEAD}db EXTINFO x\n10:{HEAD}{REQUEST}"), Context::Nothing),
            (format!("Nov  9 host a[7]: {HEAD}db EXTINFO x\nNov 10 host a[77]: {HEAD}{REQUEST}"), Context::Nothing),
        ] {
            assert_eq!(after(&lines), state, "{lines}");
        }
    }

    #[test]
    fn only_more_than_the_prefix_before_is_text() {
        for (before, prefix, allowed) in [
            ("", "", true),
            ("", "12:", false),
            ("", "  ", false),
            ("12:", "7:", true),
            ("12:", "", true),
            ("12:", "7:<name>", false),
            ("billmgr | ", "ispmgr | ", true),
            ("billmgr | ", "billmgr  |  text", false),
        ] {
            assert_eq!(record(before).allows_prefix(prefix.as_bytes()), allowed, "{before:?} {prefix:?}");
        }
        assert!(Context::Nothing.allows_prefix(b"12:"));
    }

    #[test]
    fn lines_that_start_no_record_leave_the_state_as_it_was() {
        for state in [Context::Nothing, record("7:")] {
            assert_eq!(state.after_lines(b"text\n\n", &mut Vec::new()), state);
        }
    }
}
