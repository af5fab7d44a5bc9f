//! Finds the lines worth parsing, at the speed of memory.
//!
//! In: a block of whole lines. Out: the candidates, lines that may contain a request, in order; no other line is
//! examined again. A false candidate costs one failed parse, a miss would lose a request, so the search accepts too
//! many lines rather than too few. It searches the whole block and not line by line: most lines are not requests, and
//! finding their ends would be wasted work.

use super::parse::REQUEST;
use memchr::{memchr, memchr2_iter, memmem, memrchr};
use std::ops::Range;

const FUNC: &[u8] = b"func=";

/// The prepared searches.
#[derive(Debug)]
pub struct Finder {
    /// For a selection from an editor, which may be a query alone.
    query: Option<memmem::Finder<'static>>,
}

impl Finder {
    /// `fragments`: lines without `Request` count as well if they contain `func=`.
    pub fn new(fragments: bool) -> Self {
        Self { query: fragments.then(|| memmem::Finder::new(FUNC)) }
    }

    /// The candidates among the lines of a block, without their line ends.
    pub fn lines<'f>(&'f self, block: &'f [u8]) -> impl Iterator<Item = Range<usize>> + 'f {
        let [mut request, mut query] = [Needle::default(); 2];
        let mut from = 0;
        std::iter::from_fn(move || {
            let hits = [
                request.next(from, |from| request_or_split(&block[from..], self.query.is_some())),
                query.next(from, |from| self.query.as_ref()?.find(&block[from..])),
            ];
            let hit = hits.into_iter().flatten().min()?;
            let start = memrchr(b'\n', &block[from..hit]).map_or(from, |at| from + at + 1);
            let end = memchr(b'\n', &block[hit..]).map_or(block.len(), |at| hit + at);
            from = block.len().min(end + 1);
            Some(start..end)
        })
    }
}

/// The next hit of one search; searched for only when the last hit has been passed.
#[derive(Default, Clone, Copy)]
struct Needle {
    found: Option<usize>,
    exhausted: bool,
}

impl Needle {
    fn next(&mut self, from: usize, search: impl FnOnce(usize) -> Option<usize>) -> Option<usize> {
        if !self.exhausted && self.found.is_none_or(|at| at < from) {
            self.found = search(from).map(|at| from + at);
            self.exhausted = self.found.is_none();
        }
        self.found
    }
}

/// The offset of `Request`, or of an escape sequence inside a search word, as after `grep --color`. One pass finds
/// both, by the letter of the word that is rarest in logs.
fn request_or_split(block: &[u8], fragments: bool) -> Option<usize> {
    let splits = |needle: &[u8], esc: usize| {
        // A coloured log has many sequences, and the byte before them rules out nearly all.
        let inside = esc.checked_sub(1).is_some_and(|last| needle.contains(&block[last]));
        inside && (1..needle.len()).any(|cut| block[..esc].ends_with(&needle[..cut]))
    };
    memchr2_iter(REQUEST[RARE], ESC, block).find_map(|at| match block[at] {
        ESC => (splits(REQUEST, at) || (fragments && splits(FUNC, at))).then_some(at),
        _ => at.checked_sub(RARE).filter(|&start| block[start..].starts_with(REQUEST)),
    })
}

const ESC: u8 = 0x1b;

/// The offset of the `q`.
const RARE: usize = 2;

#[cfg(test)]
mod tests {
    use super::*;

    fn found(fragments: bool, block: &[u8]) -> Vec<String> {
        let finder = Finder::new(fragments);
        finder.lines(block).map(|line| block[line].escape_ascii().to_string()).collect()
    }

    #[test]
    fn candidates_come_once_each_and_in_order() {
        let block = b"no\na Request [ Request [\n\nfunc=x\nRe\x1b[1mquest\nfunc\x1b[m=y\nlast Request";
        let requests = ["a Request [ Request [", "Re\\x1b[1mquest", "last Request"];
        assert_eq!(found(false, block), requests);
        let [first, split, last] = requests;
        assert_eq!(found(true, block), [first, "func=x", split, "func\\x1b[m=y", last]);
        assert_eq!(found(true, b""), Vec::<String>::new());
    }

    proptest::proptest! {
        #[test]
        fn no_line_with_the_word_is_missed(block in "([Requst]{0,8}|Request|\\x1b\\[m|\n){0,40}") {
            let plain = |line: &str| line.replace("\x1b[m", "");
            let expected: Vec<&str> = block.split('\n').filter(|line| plain(line).contains("Request")).collect();
            let found = found(false, block.as_bytes());
            for line in expected {
                proptest::prop_assert!(found.contains(&line.as_bytes().escape_ascii().to_string()), "{line:?}");
            }
            for line in found {
                proptest::prop_assert!(line.contains("Request") || line.contains("\\x1b"));
            }
        }
    }
}
