//! The clipboard of the terminal: OSC 52, an escape sequence that the terminal itself executes, so it works over ssh.
//!
//! In: text, and what is between the program and the terminal. Out: the bytes for the terminal. This module
//! writes nothing. Success cannot be checked, because terminals do not answer the sequence.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The longest text, in bytes. Terminals stop reading a sequence at 100,000 bytes; this length gives one of 99,996.
pub(crate) const LONGEST: usize = 74_991;

/// The longest control string that GNU screen accepts, in bytes; it prints longer ones as text.
const SCREEN: usize = 768;

/// The program that reads the sequence first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Terminal {
    /// The terminal itself, or a program that passes on unknown sequences, such as ssh.
    Direct,
    /// tmux executes the plain sequence with `set-clipboard on`, and a wrapped one with `allow-passthrough on`. It gets
    /// both and drops the one that is not allowed.
    Tmux,
    /// GNU screen passes on device control strings, in pieces of limited length. Over ssh, a `TERM` that names screen
    /// may come from tmux, which needs the plain sequence.
    Screen,
}

/// The reason why a text cannot be put on the clipboard.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Unsendable {
    #[error("{0} bytes are too many for a terminal's clipboard, which takes at most {LONGEST}")]
    TooLong(usize),
    #[error("a terminal of type '{0}' has no clipboard")]
    NoClipboard(String),
}

impl Terminal {
    /// Detects the terminal from the environment. `variable` returns a variable's value.
    pub(crate) fn detect(variable: impl Fn(&str) -> Option<String>) -> Result<Self, Unsendable> {
        let is_set = |name| variable(name).is_some_and(|value| !value.is_empty());
        let term = variable("TERM").unwrap_or_default();
        if is_set("TMUX") || term.starts_with("tmux") {
            Ok(Self::Tmux)
        } else if is_set("STY") || term.starts_with("screen") {
            Ok(Self::Screen)
        } else if ["dumb", "linux"].contains(&&*term) {
            // They would print the sequence as text.
            Err(Unsendable::NoClipboard(term))
        } else {
            Ok(Self::Direct)
        }
    }
}

/// The sequence that puts the text on the clipboard.
///
/// # Errors
/// The text is longer than [`LONGEST`].
pub(crate) fn sequence(text: &[u8], terminal: Terminal) -> Result<Vec<u8>, Unsendable> {
    if text.len() > LONGEST {
        return Err(Unsendable::TooLong(text.len()));
    }
    let plain = format!("\x1b]52;c;{}\x07", STANDARD.encode(text)).into_bytes();
    Ok(match terminal {
        Terminal::Direct => plain,
        Terminal::Tmux => {
            let mut both = plain.clone();
            both.extend_from_slice(b"\x1bPtmux;\x1b");
            both.extend_from_slice(&plain);
            both.extend_from_slice(b"\x1b\\");
            both
        }
        Terminal::Screen => {
            let mut sequence = Vec::new();
            if plain.len() < SCREEN {
                sequence.extend_from_slice(&plain);
            }
            // Each piece has two bytes before it and two after it.
            for piece in plain.chunks(SCREEN - 8) {
                sequence.extend_from_slice(b"\x1bP");
                sequence.extend_from_slice(piece);
                sequence.extend_from_slice(b"\x1b\\");
            }
            sequence
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_tells_what_is_in_between() {
        let detect = |variables: &[(&str, &str)]| {
            Terminal::detect(|name| {
                variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
            })
        };
        for (variables, terminal) in [
            (&[("TERM", "xterm-256color")][..], Ok(Terminal::Direct)),
            (&[][..], Ok(Terminal::Direct)),
            (&[("TERM", "xterm"), ("TMUX", "")], Ok(Terminal::Direct)),
            (&[("TERM", "screen-256color"), ("TMUX", "/tmp/tmux-0/default,1,0")], Ok(Terminal::Tmux)),
            (&[("TERM", "tmux-256color")], Ok(Terminal::Tmux)),
            (&[("TERM", "vt100"), ("STY", "1.pts-0.host")], Ok(Terminal::Screen)),
            (&[("TERM", "screen.xterm-256color")], Ok(Terminal::Screen)),
            (&[("TERM", "dumb")], Err(Unsendable::NoClipboard("dumb".to_owned()))),
            (&[("TERM", "linux")], Err(Unsendable::NoClipboard("linux".to_owned()))),
            (&[("TERM", "linux"), ("TMUX", "x")], Ok(Terminal::Tmux)),
        ] {
            assert_eq!(detect(variables), terminal, "{variables:?}");
        }
    }

    #[test]
    fn the_same_text_is_wrapped_for_each() {
        let plain = b"\x1b]52;c;aGk=\x07";
        assert_eq!(sequence(b"hi", Terminal::Direct).as_deref(), Ok(&plain[..]));
        let tmux = [&plain[..], b"\x1bPtmux;\x1b\x1b]52;c;aGk=\x07\x1b\\"].concat();
        assert_eq!(sequence(b"hi", Terminal::Tmux), Ok(tmux));
        let screen = [&plain[..], b"\x1bP\x1b]52;c;aGk=\x07\x1b\\"].concat();
        assert_eq!(sequence(b"hi", Terminal::Screen), Ok(screen));
    }

    #[test]
    fn the_pieces_for_screen_are_short_and_join_to_the_whole() {
        let text = vec![b'x'; 5000];
        let plain = sequence(&text, Terminal::Direct).expect("short enough");
        let pieces = String::from_utf8(sequence(&text, Terminal::Screen).expect("short enough")).expect("ASCII");
        let pieces: Vec<&str> = pieces.split_terminator("\x1b\\").collect();
        assert!(pieces.len() > 5 && pieces.iter().all(|piece| piece.len() + 2 <= SCREEN));
        let joined: String = pieces.iter().map(|piece| piece.strip_prefix("\x1bP").expect("opened")).collect();
        assert_eq!(joined.into_bytes(), plain);
    }

    #[test]
    fn a_text_that_terminals_would_cut_is_refused() {
        let longest = sequence(&vec![b'x'; LONGEST], Terminal::Direct).expect("just short enough");
        assert!(longest.len() < 100_000);
        assert_eq!(sequence(&vec![b'x'; LONGEST + 1], Terminal::Direct), Err(Unsendable::TooLong(LONGEST + 1)));
    }
}
