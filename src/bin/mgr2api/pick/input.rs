//! Reads the keyboard and the mouse in a thread of its own.
//!
//! In: events of the terminal. Out: [`News`]. On a slow line, such as a serial console, the bytes of one key
//! arrive one by one, and crossterm reports the first as the Esc key, which quits. So characters that follow an Esc at
//! once are joined to it.

use super::feed::News;
use super::terminal;
use crossterm::event::MouseEventKind::{Drag, Moved, Up};
use crossterm::event::{self, Event, KeyCode, KeyEvent, MouseEvent};
use std::io;
use std::sync::mpsc::SyncSender;
use std::thread;
use std::time::Duration;

/// How long the thread may take to notice that the terminal was given away.
const TICK: Duration = Duration::from_millis(250);

/// The longest gap between two bytes of one key: at 1,200 baud a byte takes about 8 ms. Nobody presses the next key
/// sooner.
const NEXT_BYTE: Duration = Duration::from_millis(50);

/// The longest escape sequence of a key, in characters.
const LONGEST: usize = 16;

/// Sends keys and mouse events until the receiver is gone. From here on changes of the terminal's size are reported
/// too.
///
/// # Errors
/// Those of the terminal.
pub(super) fn watch(news: SyncSender<News>) -> io::Result<()> {
    // crossterm starts to listen at the first poll. A poll by the thread could come after the screen was measured and
    // miss a resize.
    event::poll(Duration::ZERO)?;
    thread::spawn(move || {
        loop {
            let sent = match next() {
                // Drop mouse moves: they arrive often and mean nothing here.
                Ok(None | Some(Event::Mouse(MouseEvent { kind: Moved | Drag(_) | Up(_), .. }))) => continue,
                Ok(Some(event)) => news.send(News::Input(event)),
                Err(error) => news.send(News::NoKeys(error.to_string())),
            };
            if sent.is_err() {
                return;
            }
        }
    });
    Ok(())
}

/// The next event; `None` if there is none yet, or after the parts of an unknown key.
fn next() -> io::Result<Option<Event>> {
    if !terminal::is_ours() {
        // Keys now belong to another program, for example to `less` behind a pipe.
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
            // The user pressed Esc and then another key; only the later one is used.
            other => return Ok(Some(other)),
        }
    }
    if sequence.is_empty() {
        return Ok(Some(first));
    }
    Ok(key(&sequence).map(|code| Event::Key(code.into())))
}

/// Whether the characters after an Esc form a complete sequence.
fn is_whole(sequence: &str) -> bool {
    match sequence.as_bytes() {
        [] | [b'[' | b'O'] => false,
        [b'[' | b'O', .., last] => (b'@'..=b'~').contains(last),
        [..] => true,
    }
}

/// Keys of the picker that the terminal sends as an escape sequence.
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
