//! Removes terminal escape sequences from a line. The panel colours its log by default, `grep --color` adds its own.
//!
//! In: a line. Out: the same line without CSI (`ESC [ ... m`) and OSC (`ESC ] ... BEL`) sequences, borrowed if there
//! are none. All other bytes stay, tabs and stray control bytes too: they may be data. Existing crates remove those,
//! and let an unterminated OSC hide the text after it; here such an OSC is kept as text.

use memchr::memchr;

pub(crate) const ESC: u8 = 0x1b;

/// The line without escape sequences; `scratch` holds the copy if one is needed.
pub fn strip<'a>(line: &'a [u8], scratch: &'a mut Vec<u8>) -> &'a [u8] {
    let Some(first) = memchr(ESC, line) else { return line };
    scratch.clear();
    crate::large::expect(scratch, line.len());
    scratch.extend_from_slice(&line[..first]);
    let mut at = first;
    loop {
        match sequence_len(&line[at..]) {
            0 => {
                scratch.push(ESC);
                at += 1;
            }
            len => at += len,
        }
        let run = memchr(ESC, &line[at..]).unwrap_or(line.len() - at);
        scratch.extend_from_slice(&line[at..at + run]);
        at += run;
        if at == line.len() {
            return scratch;
        }
    }
}

/// Converts an offset in the stripped line into an offset in the original line.
pub fn offset_before_strip(line: &[u8], offset: usize) -> usize {
    let (mut at, mut kept) = (0, 0);
    while at < line.len() {
        let skip = if line[at] == ESC { sequence_len(&line[at..]) } else { 0 };
        if skip > 0 {
            at += skip;
        } else if kept == offset {
            return at;
        } else {
            at += 1;
            kept += 1;
        }
    }
    line.len()
}

/// The length of the escape sequence at the start, 0 if there is none. A sequence that the end of the line cuts counts
/// as whole.
fn sequence_len(bytes: &[u8]) -> usize {
    match bytes.get(1) {
        Some(b'[') => {
            let params = bytes[2..].iter().take_while(|byte| matches!(byte, 0x20..=0x3f)).count();
            match bytes.get(2 + params) {
                None => bytes.len(),
                Some(0x40..=0x7e) => 3 + params,
                Some(_) => 0,
            }
        }
        Some(b']') => osc_len(bytes),
        _ => 0,
    }
}

/// An OSC ends with BEL or `ESC \`; without them it does not count as a sequence, so that it cannot hide a request.
fn osc_len(bytes: &[u8]) -> usize {
    let end = memchr::memchr2(0x07, ESC, &bytes[1..]).map(|at| at + 1);
    match end {
        Some(end) if bytes[end] == 0x07 => end + 1,
        Some(end) if bytes.get(end + 1) == Some(&b'\\') => end + 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_sequences_go() {
        for (line, kept) in [
            (&b"plain"[..], &b"plain"[..]),
            (b"\x1b[1;32mINFO\x1b[0m", b"INFO"),
            (b"a\x1b[01;31m\x1b[Kb\x1b[m\x1b[K", b"ab"),
            (b"tab\tstays \x9b31m stays", b"tab\tstays \x9b31m stays"),
            (b"lone \x1b stays", b"lone \x1b stays"),
            (b"cut at the end \x1b[3", b"cut at the end "),
            (b"\x1b]0;title\x07x\x1b]8;;u\x1b\\y", b"xy"),
            (b"\x1b]0;never ends Request", b"\x1b]0;never ends Request"),
            (b"\x1b", b"\x1b"),
            (b"\xd0\x9b\x1b[0m", b"\xd0\x9b"),
        ] {
            assert_eq!(strip(line, &mut Vec::new()), kept, "{}", line.escape_ascii());
        }
    }

    #[test]
    fn offsets_point_into_the_line_as_it_came() {
        let line = b"a\x1b[0mbc\x1b[0m";
        assert_eq!([0, 1, 2, 3].map(|at| offset_before_strip(line, at)), [0, 5, 6, 11]);
    }
}
