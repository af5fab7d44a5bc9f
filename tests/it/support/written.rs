//! Files of this repository that contain expected output. `BLESS=1` in the environment writes them.

use mgr2api::Visible;
use std::path::Path;
use std::{env, fs};

/// Whether files are written instead of compared.
pub(crate) fn is_blessing() -> bool {
    env::var_os("BLESS").is_some()
}

/// Compares a file with the current output, or writes it.
///
/// # Errors
/// The content of the file, if it differs; `None` if the file is missing.
pub(crate) fn compare(path: &Path, now: &[u8]) -> Result<(), Option<Vec<u8>>> {
    let kept = fs::read(path).ok();
    if kept.as_deref() == Some(now) {
        return Ok(());
    }
    if is_blessing() {
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder that can be made");
        fs::write(path, now).expect("a file that can be written");
        return Ok(());
    }
    Err(kept)
}

/// Fails unless the file has this content.
#[track_caller]
pub(crate) fn assert_written(path: &Path, now: &[u8]) {
    if let Err(kept) = compare(path, now) {
        let difference = kept.map_or("it is missing".to_owned(), |kept| difference(&kept, now));
        panic!("{}: if the change is meant: BLESS=1 cargo test --test it\n{difference}", path.display());
    }
}

/// The lines that differ, `-` as in the file and `+` as they are now; of long lines the part around the first
/// difference.
pub(crate) fn difference(kept: &[u8], now: &[u8]) -> String {
    let lines = |text: &[u8]| -> Vec<String> {
        text.split_inclusive(|&byte| byte == b'\n').map(|line| Visible(line).to_string()).collect()
    };
    let (kept, now) = (lines(kept), lines(now));
    let same = kept.iter().zip(&now).take_while(|(kept, now)| kept == now).count();
    let tail = |lines: &[String]| lines[same..].to_vec();
    let (kept, now) = (tail(&kept), tail(&now));
    let same_end = kept.iter().rev().zip(now.iter().rev()).take_while(|(kept, now)| kept == now).count();
    let (kept, now) = (&kept[..kept.len() - same_end], &now[..now.len() - same_end]);
    let shown = |sign: char, lines: &[String], others: &[String]| -> String {
        let line = |(index, line): (usize, &String)| {
            let other = others.get(index).map_or("", String::as_str);
            format!("  {same_line} {sign} {}\n", around(line, other), same_line = same + index + 1)
        };
        lines.iter().take(8).enumerate().map(line).collect()
    };
    shown('-', kept, now) + &shown('+', now, kept)
}

/// About 160 characters of a line around its first difference.
fn around(line: &str, other: &str) -> String {
    const WIDTH: usize = 80;
    let at = line.chars().zip(other.chars()).take_while(|(one, two)| one == two).count();
    let from = at.saturating_sub(WIDTH);
    let part: String = line.chars().skip(from).take(2 * WIDTH).collect();
    let dots = |cut: bool| if cut { "..." } else { "" };
    format!("{}{part}{}", dots(from > 0), dots(line.chars().count() > from + 2 * WIDTH))
}

#[test]
fn a_difference_is_shown_by_line_and_place() {
    let long = "x".repeat(500);
    let (kept, now) = (format!("same\nold {long}\nend\n"), format!("same\nnew {long}\nmore\nend\n"));
    let shown = difference(kept.as_bytes(), now.as_bytes());
    assert!(
        shown.starts_with("  2 - old xxx") && shown.contains("  2 + new xxx") && shown.ends_with("  3 + more\\n\n")
    );
    assert!(!shown.contains("same") && !shown.contains("end") && shown.len() < 400, "{shown}");
}
