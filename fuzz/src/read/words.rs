//! Parses command lines: the words of bash, of a POSIX shell and of fish, as far as snippets use them.

use super::between;
use crate::form::{Pair, decode};
use mgr2api::Shell;

/// The pairs that a curl command sends: all its `--data-raw` arguments, joined.
pub(super) fn curl(text: &str, shell: Shell) -> Vec<Pair> {
    let words = words(text, shell);
    assert_eq!(words[0], b"curl");
    let data = words.windows(2).filter(|pair| pair[0] == b"--data-raw").map(|pair| &*pair[1]);
    decode(&data.collect::<Vec<_>>().join(&b'&'))
}

/// The function, then `name=value` words.
pub(super) fn mgrctl(text: &str, shell: Shell) -> Vec<Pair> {
    let words = words(text, shell);
    assert_eq!(words[..3].join(&b' '), b"/usr/local/mgr5/sbin/mgrctl -m billmgr");
    let function = (b"func".to_vec(), words[3].clone());
    assert!(!function.1.starts_with(b"-") && !function.1.contains(&b'='), "{text}");
    let pair = |word: &Vec<u8>| {
        assert!(!word.starts_with(b"-"), "an option: {text}");
        let equals = word.iter().position(|&byte| byte == b'=').expect("a parameter has a value");
        (word[..equals].to_vec(), word[equals + 1..].to_vec())
    };
    [function].into_iter().chain(words[4..].iter().map(pair)).collect()
}

/// The assignment that a POSIX shell needs before a word that ends with a line end.
const LINE_END: &str = r"lf=$(printf '\n.') && lf=${lf%.} && ";

#[track_caller]
fn words(text: &str, shell: Shell) -> Vec<Vec<u8>> {
    let line = text.strip_suffix('\n').filter(|line| !line.contains('\n')).expect("one line");
    let mut rest = line.strip_prefix(LINE_END).filter(|_| shell == Shell::Sh).unwrap_or(line);
    let mut words = vec![Vec::new()];
    while let Some(char) = rest.chars().next() {
        let word = words.last_mut().expect("there is one");
        let len = match (char, shell) {
            (' ', _) => {
                words.push(Vec::new());
                1
            }
            ('\'', Shell::Fish) => single_quotes_of_fish(rest, word),
            ('\'', _) => {
                let inner = between(rest, "'", "'");
                word.extend_from_slice(inner.as_bytes());
                inner.len() + 2
            }
            ('\\', Shell::Fish) => {
                let digits = rest.strip_prefix(r"\X").and_then(|rest| rest.get(..2)).expect(line);
                word.push(u8::from_str_radix(digits, 16).expect(line));
                4
            }
            ('\\', _) => {
                assert!(rest.starts_with(r"\'"), "{line}");
                word.push(b'\'');
                2
            }
            ('$', Shell::Bash) => dollar_quotes(rest, word),
            ('"', Shell::Sh) => printf(rest, word),
            _ => {
                let is_bare = char.is_ascii_alphanumeric() || "_./:,@+-=".contains(char);
                assert!(is_bare && (char != '=' || !word.is_empty()), "{char:?} outside of quotes: {line}");
                word.push(char as u8);
                1
            }
        };
        rest = &rest[len..];
    }
    words
}

fn single_quotes_of_fish(text: &str, word: &mut Vec<u8>) -> usize {
    let mut chars = text.char_indices().skip(1);
    loop {
        match chars.next().expect("a quote is closed") {
            (at, '\'') => return at + 1,
            (_, '\\') => match chars.next().expect("an escape").1 {
                sign @ ('\\' | '\'') => word.push(sign as u8),
                other => panic!("fish keeps the backslash of \\{other}"),
            },
            (_, char) => word.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
}

/// `$'...'`
fn dollar_quotes(text: &str, word: &mut Vec<u8>) -> usize {
    let inner = between(text, "$'", "'");
    assert!(text.starts_with("$'") && !inner.contains('!'), "{text}");
    escapes(inner, false, word);
    inner.len() + 3
}

/// `"$(printf '...')$lf"`
fn printf(text: &str, word: &mut Vec<u8>) -> usize {
    let inner = between(text, "\"$(printf '", "')");
    assert!(text.starts_with("\"$(printf '") && !inner.starts_with('-') && !inner.contains('!'), "{text}");
    let start = word.len();
    escapes(inner, true, word);
    assert!(!word[start..].ends_with(b"\n"), "the shell takes line ends off: {text}");
    let rest = &text["\"$(printf '".len() + inner.len() + "')".len()..];
    let (ends, _) = rest.split_once('"').expect("a quote is closed");
    assert_eq!(ends.replace("$lf", ""), "", "{text}");
    word.extend(std::iter::repeat_n(b'\n', ends.len() / "$lf".len()));
    text.len() - rest.len() + ends.len() + 1
}

/// The escapes of both, and the percent signs of printf.
fn escapes(inner: &str, percents: bool, word: &mut Vec<u8>) {
    let mut chars = inner.chars();
    while let Some(char) = chars.next() {
        match char {
            '%' if percents => {
                assert_eq!(chars.next(), Some('%'), "{inner}");
                word.push(b'%');
            }
            '\\' => match chars.next().expect("an escape") {
                'n' => word.push(b'\n'),
                'r' => word.push(b'\r'),
                't' => word.push(b'\t'),
                '\\' => word.push(b'\\'),
                first => {
                    let digits: String = [first].into_iter().chain(chars.by_ref().take(2)).collect();
                    assert_eq!(digits.len(), 3, "{inner}");
                    word.push(u8::from_str_radix(&digits, 8).expect(inner));
                }
            },
            char => word.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
}
