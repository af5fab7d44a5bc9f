//! Maps keys and mouse events to commands.
//!
//! In: crossterm's events, and whether the filter is being typed. Out: [`Command`]s. The help's list of keys is
//! here too, so that both change together.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// A command of the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Command {
    /// Moves the selection by rows, by screens, to the first or to the last row.
    Step(isize),
    Page(isize),
    Start,
    End,
    ScrollPreview(isize),
    NextTarget,
    PreviousTarget,
    /// Selects the target with this number, from 0.
    Target(usize),
    StartTyping,
    StopTyping,
    Type(String),
    Erase,
    EraseWord,
    EraseAll,
    Mark,
    MarkAll,
    Print,
    Copy,
    Pause,
    Wrap,
    Secrets,
    Background,
    Help,
    /// Leaves what is open: help, then the filter, then the program.
    Back,
    Quit,
    Interrupt,
    Suspend,
    Redraw,
    Click(u16, u16),
    /// The wheel was turned at this position, by this many lines.
    Wheel(u16, u16, isize),
    Resize(u16, u16),
    /// A key without a command.
    Other,
}

/// The keys, as the help lists them.
pub(crate) const HELP: &[(&str, &str)] = &[
    ("↑ ↓  k j", "move; PgUp PgDn by screens, g G to the ends"),
    ("Enter", "print the marked calls, or the selected one, and quit"),
    ("Space", "mark; a marks all that is shown"),
    ("Tab 1-9", "format: curl, mgrctl ..."),
    ("/", "filter: all words must occur, !word must not; Esc clears"),
    ("b", "show or hide requests that the interface sends by itself"),
    ("p", "pause: new requests wait until the next p"),
    ("y", "copy to the terminal's clipboard"),
    ("s", "show or hide secrets that were logged in clear text"),
    ("w", "wrap or cut long lines of the call"),
    ("K J", "scroll the call; also the wheel over it"),
    ("Ctrl-Z", "suspend; fg continues"),
    ("q  Esc", "quit and print nothing"),
];

/// Lines per turn of the wheel.
const WHEEL: isize = 3;

/// The command of an event.
pub(crate) fn command(event: Event, typing: bool) -> Option<Command> {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Release => None,
        Event::Key(key) => control(&key).or_else(|| if typing { typed(&key) } else { pressed(&key) }),
        Event::Mouse(mouse) => pointed(mouse),
        Event::Resize(width, height) => Some(Command::Resize(width, height)),
        Event::Paste(text) => typing.then(|| Command::Type(text.replace(char::is_control, " "))),
        Event::FocusGained | Event::FocusLost => None,
    }
}

/// Keys that mean the same while the filter is being typed.
fn control(key: &KeyEvent) -> Option<Command> {
    if key.modifiers.contains(KeyModifiers::CONTROL) {
        return match latin(key.code) {
            KeyCode::Char('c') => Some(Command::Interrupt),
            KeyCode::Char('z') => Some(Command::Suspend),
            KeyCode::Char('l') => Some(Command::Redraw),
            KeyCode::Char('n') => Some(Command::Step(1)),
            KeyCode::Char('p') => Some(Command::Step(-1)),
            KeyCode::Char('f') => Some(Command::Page(1)),
            KeyCode::Char('b') => Some(Command::Page(-1)),
            KeyCode::Char('w') => Some(Command::EraseWord),
            KeyCode::Char('u') => Some(Command::EraseAll),
            KeyCode::Home => Some(Command::Start),
            KeyCode::End => Some(Command::End),
            _ => None,
        };
    }
    match key.code {
        KeyCode::Up => Some(Command::Step(-1)),
        KeyCode::Down => Some(Command::Step(1)),
        KeyCode::PageUp => Some(Command::Page(-1)),
        KeyCode::PageDown => Some(Command::Page(1)),
        KeyCode::Home => Some(Command::Start),
        KeyCode::End => Some(Command::End),
        KeyCode::Tab => Some(Command::NextTarget),
        KeyCode::BackTab => Some(Command::PreviousTarget),
        KeyCode::Esc => Some(Command::Back),
        _ => None,
    }
}

fn typed(key: &KeyEvent) -> Option<Command> {
    match key.code {
        KeyCode::Enter => Some(Command::StopTyping),
        KeyCode::Backspace => Some(Command::Erase),
        KeyCode::Char(char) if !has_control(key) => Some(Command::Type(char.to_string())),
        _ => None,
    }
}

fn pressed(key: &KeyEvent) -> Option<Command> {
    if has_control(key) {
        return None;
    }
    Some(match latin(key.code) {
        KeyCode::Enter => Command::Print,
        KeyCode::Char(char) => match char {
            'k' => Command::Step(-1),
            'j' => Command::Step(1),
            'g' => Command::Start,
            'G' => Command::End,
            'K' => Command::ScrollPreview(-1),
            'J' => Command::ScrollPreview(1),
            '1'..='9' => Command::Target(char as usize - '1' as usize),
            '/' => Command::StartTyping,
            ' ' => Command::Mark,
            'a' => Command::MarkAll,
            'y' => Command::Copy,
            'p' => Command::Pause,
            'w' => Command::Wrap,
            's' => Command::Secrets,
            'b' => Command::Background,
            '?' => Command::Help,
            'q' => Command::Quit,
            _ => Command::Other,
        },
        _ => Command::Other,
    })
}

fn has_control(key: &KeyEvent) -> bool {
    key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SUPER)
}

/// Maps a letter of a Russian keyboard to the Latin letter on the same key: no need to switch the layout after typing a
/// name.
fn latin(code: KeyCode) -> KeyCode {
    const RUSSIAN: &str = "йцукенгшщзфывапролдячсмить";
    const LATIN: &str = "qwertyuiopasdfghjklzxcvbnm";
    let KeyCode::Char(char) = code else { return code };
    let lower = char.to_lowercase().next().unwrap_or(char);
    let Some(at) = RUSSIAN.chars().position(|known| known == lower) else { return code };
    let latin = char::from(LATIN.as_bytes()[at]);
    KeyCode::Char(if lower == char { latin } else { latin.to_ascii_uppercase() })
}

fn pointed(mouse: MouseEvent) -> Option<Command> {
    let (x, y) = (mouse.column, mouse.row);
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Command::Click(x, y)),
        MouseEventKind::ScrollUp => Some(Command::Wheel(x, y, -WHEEL)),
        MouseEventKind::ScrollDown => Some(Command::Wheel(x, y, WHEEL)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: KeyCode, modifiers: KeyModifiers, typing: bool) -> Option<Command> {
        command(Event::Key(KeyEvent::new(code, modifiers)), typing)
    }

    #[test]
    fn letters_are_commands_or_text() {
        assert_eq!(key(KeyCode::Char('q'), KeyModifiers::NONE, false), Some(Command::Quit));
        assert_eq!(key(KeyCode::Char('q'), KeyModifiers::NONE, true), Some(Command::Type("q".to_owned())));
        assert_eq!(key(KeyCode::Enter, KeyModifiers::NONE, true), Some(Command::StopTyping));
        assert_eq!(key(KeyCode::Enter, KeyModifiers::NONE, false), Some(Command::Print));
        assert_eq!(key(KeyCode::Char('c'), KeyModifiers::CONTROL, true), Some(Command::Interrupt));
        assert_eq!(key(KeyCode::Char('q'), KeyModifiers::ALT, false), None);
        assert_eq!(key(KeyCode::Char('3'), KeyModifiers::NONE, false), Some(Command::Target(2)));
    }

    #[test]
    fn a_russian_keyboard_need_not_be_switched() {
        for (char, command) in [
            ('й', Command::Quit),
            ('о', Command::Step(1)),
            ('л', Command::Step(-1)),
            ('П', Command::End),
            ('и', Command::Background),
        ] {
            assert_eq!(key(KeyCode::Char(char), KeyModifiers::SHIFT, false), Some(command));
        }
        assert_eq!(key(KeyCode::Char('й'), KeyModifiers::NONE, true), Some(Command::Type("й".to_owned())));
        assert_eq!(key(KeyCode::Char('с'), KeyModifiers::CONTROL, true), Some(Command::Interrupt));
    }
}
