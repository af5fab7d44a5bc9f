//! The part of a line that a note shows.
//!
//! In: a line as logged and an offset in it. Out: the text before and after that offset, up to a given length, with
//! everything escaped that could deceive a terminal or a reader. A note may end up in a journal, so the value of a
//! parameter with the name of a secret is never shown. It ends at the next `&`, or at the end of the line if there is
//! none, because in a broken line nobody knows where the value ends.

use crate::clean::secret::may_be_secret;
use crate::request::Text;
use crate::text::Visible;
use memchr::{memchr, memchr2, memrchr};
use std::ops::Range;

/// The length of an excerpt in the middle of a message, in characters.
pub(crate) const COLUMNS: usize = 60;

/// The text around an offset of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Excerpt {
    /// The text before the offset.
    pub(crate) before: String,
    /// The text from the offset on; empty at the end of the line.
    pub(crate) behind: String,
}

impl Excerpt {
    /// As much of both sides as fits into `columns` characters; two thirds of them after the offset, if the line is
    /// that long.
    pub(crate) fn of(line: &[u8], at: usize, columns: usize) -> Self {
        let at = at.min(line.len());
        let window = at.saturating_sub(columns)..line.len().min(at.saturating_add(columns));
        let secrets = secrets(line, &window);
        let mut before = pieces(line, boundary(line, window.start)..at, &secrets);
        let behind = pieces(line, at..boundary(line, window.end), &secrets);
        let columns_before = columns.saturating_sub(length(&behind)).max(columns / 3);
        let columns_behind = columns.saturating_sub(length(&before).min(columns_before));
        let behind = fit(behind, columns_behind, window.end < line.len());
        // Keep the end of the text before the offset.
        before.reverse();
        let mut before = fit(before, columns_before, window.start > 0);
        before.reverse();
        Self { before: before.concat(), behind: behind.concat() }
    }
}

/// As many pieces as fit; a mark shows that there are more.
fn fit(mut pieces: Vec<String>, columns: usize, more: bool) -> Vec<String> {
    if !more && length(&pieces) <= columns {
        return pieces;
    }
    let mut used = 0;
    let fits = |piece: &&String| {
        used += length(std::slice::from_ref(piece));
        used < columns
    };
    pieces.truncate(pieces.iter().take_while(fits).count());
    if pieces.last().is_none_or(|last| last != CUT) {
        pieces.push(CUT.to_owned());
    }
    pieces
}

fn length(pieces: &[String]) -> usize {
    pieces.iter().map(|piece| piece.chars().count()).sum()
}

/// Replaces text that is not shown.
const CUT: &str = "…";

/// Splits a range of the line into characters, with one piece for each secret.
fn pieces(line: &[u8], range: Range<usize>, secrets: &[Range<usize>]) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut at = range.start;
    while at < range.end {
        if let Some(secret) = secrets.iter().find(|secret| secret.contains(&at)) {
            pieces.push(CUT.to_owned());
            at = secret.end;
            continue;
        }
        let next = (at + 1..=range.end).find(|&next| next == range.end || is_boundary(line[next]));
        let next = next.unwrap_or(range.end);
        pieces.push(Visible(&line[at..next]).to_string());
        at = next;
    }
    pieces
}

/// Whether a byte starts a character.
fn is_boundary(byte: u8) -> bool {
    !(0x80..0xc0).contains(&byte)
}

/// The next character boundary.
fn boundary(line: &[u8], at: usize) -> usize {
    (at..line.len()).take(4).find(|&at| is_boundary(line[at])).unwrap_or(at)
}

/// The ranges of secret values that overlap with a range.
fn secrets(line: &[u8], range: &Range<usize>) -> Vec<Range<usize>> {
    // A value may have started far before the range, with its parameter.
    let mut from = memrchr(b'&', &line[..range.start]).unwrap_or(0);
    let mut secrets = Vec::new();
    while let Some(sign) = memchr2(b'=', b':', &line[from..range.end.max(from)]).map(|at| from + at) {
        // Names of secrets are shorter than this.
        let name = Text::encoded(name_before(&line[from.max(sign.saturating_sub(4096))..sign])).decode();
        from = sign + 1;
        if may_be_secret(&name) {
            let end = memchr(b'&', &line[from..]).map_or(line.len(), |at| from + at);
            secrets.push(from..end);
            from = end;
        }
    }
    secrets
}

/// The name that ends here; quotes and blanks of other notations may follow it.
fn name_before(text: &[u8]) -> &[u8] {
    let text = text.trim_ascii_end();
    let text = text.strip_suffix(b"\"").unwrap_or(text);
    let start = text.iter().rposition(|&byte| !(byte.is_ascii_alphanumeric() || b"_-.%[]".contains(&byte)));
    &text[start.map_or(0, |at| at + 1)..]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(line: &str, mark: &str, columns: usize) -> [String; 2] {
        let at = if mark.is_empty() { line.len() } else { line.find(mark).expect("the mark") };
        let Excerpt { before, behind } = Excerpt::of(line.as_bytes(), at, columns);
        [before, behind]
    }

    #[test]
    fn both_sides_share_the_room() {
        for (line, mark, columns, before, behind) in [
            ("abc", "b", 60, "a", "bc"),
            ("abc", "", 60, "abc", ""),
            ("abc", "a", 60, "", "abc"),
            ("0123456789abcdefghij", "a", 12, "…789", "abcdefg…"),
            ("0123456789abcdefghij", "", 12, "…9abcdefghij", ""),
            ("0123456789abcdefghij", "0", 12, "", "0123456789a…"),
            ("0123456789abcdefghij", "i", 12, "…9abcdefgh", "ij"),
            ("один два три четыре", "три", 9, "…ва ", "три …"),
            ("a\x1b[2Jb\u{202e}c", "b", 60, r"a\x1b[2J", r"b\xe2\x80\xaec"),
        ] {
            assert_eq!(excerpt(line, mark, columns), [before, behind], "{line} {mark} {columns}");
        }
    }

    #[test]
    fn the_value_of_a_secret_is_never_shown() {
        for (line, mark, shown) in [
            ("'func=a&passwd=hunter2&b=1", "", "'func=a&passwd=…&b=1"),
            ("'func=a&passwd=hunter2", "", "'func=a&passwd=…"),
            ("'ipmipass=hun'ter2 more' and", "", "'ipmipass=…"),
            ("{\"password\": \"hunter2\", \"x\": 1}", "", "{\"password\":…"),
            ("'a=1\\u0026auth=hunter2&b", "", "'a=1\\u0026auth=…&b"),
            ("'a=1&amp;authinfo=root:hunter2&amp;b", "", "'a=1&amp;authinfo=…&amp;b"),
            ("'p%61sswd=hunter2&b", "", "'p%61sswd=…&b"),
            ("'PASSWORD_2=hunter2&b", "", "'PASSWORD_2=…&b"),
            ("Authorization: hunter2", "", "Authorization:…"),
            ("'b=1&sesid=hunter2&c", "ter2", "'b=1&sesid=……&c"),
        ] {
            let shows = excerpt(line, mark, 60).concat();
            assert_eq!(shows, shown, "{line}");
            assert!(!shows.contains("hun"), "{shows}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_cut_shows_a_secret_or_more_than_there_is_room_for(
            front in "(name=a&){0,20}", value in "x{0,80}", tail in "(&name=b){0,20}", at in 0_usize..400, columns in 3_usize..90,
        ) {
            let line = format!("{front}token={value}{tail}");
            let Excerpt { before, behind } = Excerpt::of(line.as_bytes(), at, columns);
            proptest::prop_assert!(!(before.contains('x') || behind.contains('x')), "{before} {behind}");
            proptest::prop_assert!(before.chars().count() + behind.chars().count() <= columns + 1, "{before} {behind}");
        }

        #[test]
        fn any_bytes_give_visible_text(line: Vec<u8>, at in 0_usize..300, columns in 0_usize..70) {
            let Excerpt { before, behind } = Excerpt::of(&line, at, columns);
            proptest::prop_assert!(!(before + &behind).chars().any(crate::text::is_hidden));
        }
    }
}
