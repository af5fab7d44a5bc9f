//! The picture in the README: an SVG of the picker, made from the screen of the real program in a pseudo-terminal.
//!
//! Input: the first requests of `testdata/screen/panel.log`. Output: `docs/picker.svg`. The test fails if the file
//! differs from the program's screen; `BLESS=1 cargo test --test it` writes it again. Text stays text: each word is an
//! element that is stretched to its cells, so that any font keeps the columns. The picture is dark, or light if the
//! reader's system is light.

use super::tty::Tty;
use crate::support::written::assert_written;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use vt100::{Cell, Color, Screen};

/// The terminal, in cells.
const SIZE: (u16, u16) = (88, 18);
/// A cell, in pixels.
const CELL: (u16, u16) = (9, 20);
/// The baseline of text, from the top of its cell.
const BASE: u16 = 15;
/// The margin around the screen, in pixels.
const MARGIN: u16 = 16;

/// A terminal's sixteen colours have no fixed values: these are readable on both backgrounds.
const STYLE: &str = "\
rect { fill: #0d1117 } text { fill: #d1d7e0; font: 15px ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; white-space: pre }
.bold { font-weight: bold } .dim { opacity: .6 }
.cyan { fill: #56d4dd } .yellow { fill: #e3b341 } .red { fill: #ff7b72 }
rect.reversed { fill: #d1d7e0 } text.reversed { fill: #0d1117 }
@media (prefers-color-scheme: light) {
rect { fill: #f6f8fa } text { fill: #1f2328 }
.cyan { fill: #0a6c74 } .yellow { fill: #8a5a00 } .red { fill: #b3261e }
rect.reversed { fill: #1f2328 } text.reversed { fill: #f6f8fa }
}
";

/// The CSS classes of a cell, as in `STYLE`.
fn classes(cell: &Cell) -> String {
    let color = match cell.fgcolor() {
        Color::Default => None,
        Color::Idx(1 | 9) => Some("red"),
        Color::Idx(3 | 11) => Some("yellow"),
        Color::Idx(6 | 14) => Some("cyan"),
        other => panic!("the picture has no colour for {other:?}"),
    };
    let modifiers = [(cell.inverse(), "reversed"), (cell.bold(), "bold"), (cell.dim(), "dim")];
    let modifiers = modifiers.into_iter().filter_map(|(has, name)| has.then_some(name));
    color.into_iter().chain(modifiers).collect::<Vec<_>>().join(" ")
}

/// Neighbouring cells of one row with the same style.
struct Piece {
    column: u16,
    cells: u16,
    classes: String,
    text: String,
}

/// A row as words. A reversed piece keeps its spaces, because they are visible.
fn pieces(screen: &Screen, row: u16) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut open = false;
    for column in 0..SIZE.0 {
        let cell = screen.cell(row, column).expect("a cell of the screen");
        let text = if cell.has_contents() { cell.contents() } else { " " };
        let classes = classes(cell);
        if text == " " && !cell.inverse() {
            open = false;
            continue;
        }
        match pieces.last_mut() {
            Some(piece) if open && piece.classes == classes => {
                piece.cells += 1;
                piece.text.push_str(text);
            }
            _ => pieces.push(Piece { column, cells: 1, classes, text: text.to_owned() }),
        }
        open = true;
    }
    pieces
}

fn svg(screen: &Screen) -> String {
    let (width, height) = (SIZE.0 * CELL.0 + 2 * MARGIN, SIZE.1 * CELL.1 + 2 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         role=\"img\">\n<title>mgr2api -i billmgr</title>\n<style>\n{STYLE}</style>\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\"/>\n"
    );
    let element = |name: &str, classes: &str, x: u16, y: u16| {
        let class = if classes.is_empty() { String::new() } else { format!(" class=\"{classes}\"") };
        format!("<{name}{class} x=\"{x}\" y=\"{y}\"")
    };
    let length = |cells| cells * CELL.0;
    for row in 0..SIZE.1 {
        for Piece { column, cells, classes, text } in pieces(screen, row) {
            let (mut x, y) = (MARGIN + length(column), MARGIN + row * CELL.1);
            if classes.contains("reversed") {
                let ground = element("rect", "reversed", x, y);
                writeln!(svg, "{ground} width=\"{}\" height=\"{}\"/>", length(cells), CELL.1).expect("a string");
            }
            for word in text.split(' ') {
                let cells = u16::try_from(word.chars().count()).expect("a word of a row");
                if cells > 0 {
                    let start = element("text", &classes, x, y + BASE);
                    let word = word.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
                    let length = length(cells);
                    writeln!(svg, "{start} textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\">{word}</text>")
                        .expect("a string");
                }
                x += length(cells + 1);
            }
        }
    }
    svg + "</svg>\n"
}

#[test]
fn the_picture_in_the_readme_shows_what_the_program_shows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let panel = fs::read_to_string(root.join("testdata/screen/panel.log")).expect("panel.log");
    let log: String = panel.split_inclusive('\n').take(8).collect();
    let mut tty = Tty::open(log, "exec $mgr2api -i billmgr.log > out 2> err", SIZE);
    tty.shows(" live ");
    tty.press("gjjj j");
    tty.shows("1 marked · 6/8");
    let shown = tty.look(svg);
    tty.press("q");
    assert_eq!(tty.end(), 1);
    assert_written(&root.join("docs/picker.svg"), shown.as_bytes());
}
