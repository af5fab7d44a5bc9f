//! The promise about every printed byte: it does not control a terminal and hides nothing from a reader.

/// Fails unless the text is UTF-8 without control characters other than newline, C1 included, and without characters
/// that reorder or hide text.
#[track_caller]
pub(crate) fn assert_harmless(what: &str, printed: &[u8]) {
    let text = std::str::from_utf8(printed).unwrap_or_else(|error| panic!("{what} is not UTF-8: {error}"));
    if let Some(at) = text.find(|char: char| (char != '\n' && char.is_control()) || is_deceptive(char)) {
        let line = text[..at].lines().count().max(1);
        let char = text[at..].chars().next();
        panic!("{what}, line {line}: {char:?} in {:?}", text.lines().nth(line - 1));
    }
}

/// Bidirectional controls, blanks without width, line separators that shells do not treat as such.
fn is_deceptive(char: char) -> bool {
    matches!(char, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}
