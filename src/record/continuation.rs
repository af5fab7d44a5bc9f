//! Which record a line belongs to: its own, or the one before it.
//!
//! The panel writes records of several lines, dumps of XML among them, and what stands in a dump was typed by
//! strangers: it can look just like a request. The rule: a line that starts with a stamp is a record of its own, a line
//! without one continues the record before it. A stamp behind some prefix (`grep -n`, journalctl, docker) counts unless
//! the record before it has none and an open quote.
//!
//! In: the lines before the one in question, as far back as needed. Out: what may stand at this point. Only the rare
//! candidate without a stamp at its front asks, so ordinary logs pay nothing.

use super::ansi;
use super::parse::{self, Stamped};
use memchr::{memchr_iter, memrchr};

/// What the next line follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Before {
    /// The start of the input, or a whole request: nothing that could go on.
    #[default]
    Nothing,
    /// Some other record, which may go on.
    Record,
    /// A record with an open quote; only a bare stamp is sure to end it.
    Dump,
}

impl Before {
    /// Whether a stamp with something in front of it starts a record here.
    pub fn allows_prefix(self) -> bool {
        self != Self::Dump
    }

    /// Whether a line without a stamp can be a request here.
    pub fn allows_fragment(self) -> bool {
        self == Self::Nothing
    }

    /// What the line after a stamped one follows.
    pub fn after(stamped: &Stamped<'_>, line: &[u8]) -> Self {
        match stamped.request(line) {
            Ok(Some(_)) => Self::Nothing,
            _ if stamped.prefix == 0 && memchr_iter(b'\'', stamped.text).count() % 2 == 1 => Self::Dump,
            _ => Self::Record,
        }
    }

    fn step(self, line: &[u8], scratch: &mut Vec<u8>) -> Self {
        let line = ansi::strip(line, scratch);
        match parse::stamp(line) {
            Some(stamped) if stamped.prefix == 0 || self.allows_prefix() => Self::after(&stamped, line),
            // The panel closes a dump with the quote alone on its line.
            None if self == Self::Dump && line.trim_ascii() == b"'" => Self::Record,
            _ => self,
        }
    }

    /// What follows whole lines that themselves follow `self`.
    #[must_use]
    pub fn after_lines(self, lines: &[u8], scratch: &mut Vec<u8>) -> Self {
        let (mut state, mut from, mut end) = (self, 0, lines.len());
        // Back to a line with a bare stamp, which does not care what came before it ...
        while end > 0 {
            let start = memrchr(b'\n', &lines[..end - 1]).map_or(0, |at| at + 1);
            let line = ansi::strip(trim_end(&lines[start..end]), scratch);
            if let Some(stamped) = parse::stamp(line).filter(|stamped| stamped.prefix == 0) {
                (state, from) = (Self::after(&stamped, line), end);
                break;
            }
            end = start;
        }
        // ... then forward over the few lines between.
        for line in lines[from..].split_inclusive(|&byte| byte == b'\n') {
            state = state.step(trim_end(line), scratch);
        }
        state
    }
}

fn trim_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "Jun 25 09:08:39 [13972:1] ";
    const REQUEST: &str = "core_module INFO Request [][root] 'func=a'\n";

    fn after(lines: &str) -> Before {
        Before::Nothing.after_lines(lines.as_bytes(), &mut Vec::new())
    }

    #[test]
    fn the_last_stamped_line_decides() {
        let dump = format!("{HEAD}processing DEBUG x = '<?xml?>\n<doc>\n");
        for (lines, state) in [
            (String::new(), Before::Nothing),
            ("just text\n".to_owned(), Before::Nothing),
            (format!("{HEAD}{REQUEST}"), Before::Nothing),
            (format!("{HEAD}core_module \x1b[1;32mINFO Request [][root] 'func=a'\x1b[0m\r\n"), Before::Nothing),
            (format!("{HEAD}db EXTINFO begin transaction\n"), Before::Record),
            (dump.clone(), Before::Dump),
            (format!("{dump}Request [][root] 'func=a'\n"), Before::Dump),
            (format!("{dump}12:{HEAD}{REQUEST}"), Before::Dump),
            (format!("{dump}'\n"), Before::Record),
            (format!("{dump}'\n12:{HEAD}{REQUEST}"), Before::Nothing),
            (format!("{dump}{HEAD}{REQUEST}"), Before::Nothing),
            (format!("7:{HEAD}db EXTINFO it's\n8:{HEAD}{REQUEST}"), Before::Nothing),
        ] {
            assert_eq!(after(&lines), state, "{lines}");
        }
    }

    #[test]
    fn the_state_before_the_lines_counts_where_they_say_nothing() {
        assert_eq!(Before::Dump.after_lines(b"text\n\n", &mut Vec::new()), Before::Dump);
        assert_eq!(Before::Dump.after_lines(b"'", &mut Vec::new()), Before::Record);
    }
}
