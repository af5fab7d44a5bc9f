//! Colours of the screen. Bold, dim and reversed already distinguish everything: without colour no information is lost.

use super::preview::Tone;
use super::row::Kind;
use mgr2api::Role;
use ratatui::style::{Color, Modifier, Style};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Theme {
    pub(crate) color: bool,
}

impl Theme {
    fn style(self, color: Color, modifier: Modifier) -> Style {
        let style = Style::new().add_modifier(modifier);
        if self.color { style.fg(color) } else { style }
    }

    /// Only the sixteen colours of the terminal: users make these readable.
    pub(crate) fn accent(self) -> Style {
        self.style(Color::Cyan, Modifier::BOLD)
    }

    /// For secondary text. Not the dark grey of the sixteen colours: on some backgrounds it is invisible.
    pub(crate) fn quiet() -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    pub(crate) fn warning(self) -> Style {
        self.style(Color::Yellow, Modifier::empty())
    }

    pub(crate) fn chosen() -> Style {
        Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD)
    }

    /// Replaces the foreground of the row: colours on a reversed background are hard to read.
    pub(crate) fn selection() -> Style {
        Style::new().fg(Color::Reset).add_modifier(Modifier::REVERSED).remove_modifier(Modifier::DIM)
    }

    /// A request that the panel refused.
    pub(crate) fn refused(self) -> Style {
        self.style(Color::Red, Modifier::BOLD)
    }

    /// A function's name in the list.
    pub(crate) fn function(self, kind: Kind) -> Style {
        match kind {
            Kind::Deletes => self.style(Color::Red, Modifier::BOLD),
            Kind::Changes => self.style(Color::Yellow, Modifier::BOLD),
            Kind::Looks => Style::new(),
            Kind::Background => Self::quiet(),
            Kind::Unreadable => self.style(Color::Red, Modifier::empty()),
        }
    }

    pub(crate) fn tone(self, tone: Tone) -> Style {
        match tone {
            Tone::Plain => Style::new(),
            Tone::Role(Role::Comment) => Self::quiet(),
            Tone::Role(Role::Function) => self.accent(),
            Tone::Role(Role::Secret) | Tone::Note => self.warning(),
        }
    }
}
