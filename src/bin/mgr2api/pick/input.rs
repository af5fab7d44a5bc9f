//! The keyboard and the mouse, in a thread of its own.
//!
//! In: events of the terminal. Out: [`News`]. On a slow line, a serial console say, the bytes of one key arrive one by
//! one, and crossterm takes the first for the Esc key, which quits. So what follows an Esc at once is joined to it.

use super::feed::News;
use super::terminal;
use crossterm::event::MouseEventKind::{Drag, Moved, Up};
use crossterm::event::{self, Event, KeyCode, KeyEvent, MouseEvent};
use std::io;
use std::sync::mpsc::SyncSender;
use std::thread;
use std::time::Duration;

/// How soon it is noticed that the terminal is not ours any more.
const TICK: Duration = Duration::from_millis(250);

/// How long the next byte of a key takes at most: at 1,200 baud some 8 ms. A finger takes longer for the next key.
const NEXT_BYTE: Duration = Duration::from_millis(50);

/// The longest sequence of a key.
const LONGEST: usize = 16;

/// Hands on what is pressed, until nobody listens. From here on another size of the terminal is heard of.
///
/// # Errors
/// What the terminal reports.
pub(super) fn watch(news: SyncSender<News>) -> io::Result<()> {
    // crossterm begins to listen at the first question. Asked by the thread, it could come after the screen was measured.
    event::poll(Duration::ZERO)?;
    thread::spawn(move || {
        loop {
            let heard = match next() {
                // A mouse that only moves says nothing, but says it often.
                Ok(None | Some(Event::Mouse(MouseEvent { kind: Moved | Drag(_) | Up(_), .. }))) => continue,
                Ok(Some(event)) => news.send(News::Input(event)),
                Err(error) => news.send(News::NoKeys(error.to_string())),
            };
            if heard.is_err() {
                return;
            }
        }
    });
    Ok(())
}

/// The next event; none if there is none yet, or if it was the pieces of a key that is not known.
fn next() -> io::Result<Option<Event>> {
    if !terminal::is_ours() {
        // Keys are for somebody else, `less` behind a pipe for one.
        thread::sleep(TICK);
        return Ok(None);
    }
    if !event::poll(TICK)? {
        return Ok(None);
    }
    let first = event::read()?;
    if first != Event::Key(KeyCode::Esc.into()) {
        return Ok(Some(first));
    }
    let mut sequence = String::new();
    while sequence.len() < LONGEST && !is_whole(&sequence) && event::poll(NEXT_BYTE)? {
        match event::read()? {
            Event::Key(KeyEvent { code: KeyCode::Char(char), .. }) => sequence.push(char),
            // Pressed by a person after all; of the two the later one counts.
            other => return Ok(Some(other)),
        }
    }
    if sequence.is_empty() {
        return Ok(Some(first));
    }
    Ok(key(&sequence).map(|code| Event::Key(code.into())))
}

/// Whether nothing more belongs to what followed an Esc.
fn is_whole(sequence: &str) -> bool {
    match sequence.as_bytes() {
        [] | [b'[' | b'O'] => false,
        [b'[' | b'O', .., last] => (b'@'..=b'~').contains(last),
        [..] => true,
    }
}

/// The keys that the picker knows and that are more than one byte.
fn key(sequence: &str) -> Option<KeyCode> {
    Some(match sequence {
        "[A" | "OA" => KeyCode::Up,
        "[B" | "OB" => KeyCode::Down,
        "[H" | "OH" | "[1~" => KeyCode::Home,
        "[F" | "OF" | "[4~" => KeyCode::End,
        "[5~" => KeyCode::PageUp,
        "[6~" => KeyCode::PageDown,
        "[Z" => KeyCode::BackTab,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_in_pieces_ends_where_it_ends() {
        for (sequence, whole) in [
            ("", false),
            ("[", false),
            ("O", false),
            ("[A", true),
            ("OB", true),
            ("[5", false),
            ("[5~", true),
            ("[<0;3", false),
            ("[<0;3;4M", true),
            ("x", true),
        ] {
            assert_eq!(is_whole(sequence), whole, "{sequence}");
        }
        assert_eq!(key("[6~"), Some(KeyCode::PageDown));
        assert_eq!(key("[<0;3;4M"), None);
    }
}
