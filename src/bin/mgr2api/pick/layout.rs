//! The areas of a screen of a given size. Drawing and the mouse both use them.

use ratatui::layout::Rect;

/// The parts of the screen; a part that does not fit is empty.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Areas {
    /// The log's name and the targets.
    pub(crate) header: Rect,
    pub(crate) list: Rect,
    /// The line between list and preview.
    pub(crate) title: Rect,
    pub(crate) preview: Rect,
    /// Keys, counts, and the filter while it is typed.
    pub(crate) footer: Rect,
}

impl Areas {
    /// A small screen first loses header and title, then the preview, and the list last.
    pub(crate) fn of(width: u16, height: u16) -> Self {
        let footer = u16::from(height >= 2);
        let (header, title) = if height >= 10 { (1, 1) } else { (0, 0) };
        let inner = height - header - title - footer;
        let preview = match height {
            0..5 => 0,
            5..10 => inner / 3,
            _ => inner - (inner * 11 / 20).max(3),
        };
        let list = inner - preview;
        let mut y = 0;
        let mut next = |height: u16| {
            y += height;
            Rect { x: 0, y: y - height, width, height }
        };
        Self {
            header: next(header),
            list: next(list),
            title: next(title),
            preview: next(preview),
            footer: next(footer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_fill_every_screen() {
        for height in 0..200 {
            let areas = Areas::of(80, height);
            let parts = [areas.header, areas.list, areas.title, areas.preview, areas.footer];
            assert_eq!(parts.iter().map(|part| part.height).sum::<u16>(), height);
            assert!(height == 0 || areas.list.height > 0, "{height}");
        }
        let small = Areas::of(20, 5);
        assert_eq!((small.list.height, small.preview.height, small.footer.height), (3, 1, 1));
    }
}
