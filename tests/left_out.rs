//! Prints the end of `cargo test`: which checks were left out because a tool is missing, and how to install it.
//!
//! Input: the notes that the tests of `tests/it` wrote in this run. Output: a list on standard error, or nothing. Not a
//! test: Cargo runs this after `it`, in alphabetical order, and it never fails.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn main() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("left-out");
    // `--list` requests the names of tests; there are none.
    if std::env::args().any(|argument| argument == "--list") {
        return;
    }
    let Ok(notes) = std::fs::read_to_string(&path) else { return };
    let mut lines = notes.lines();
    if lines.next() != Some(&std::os::unix::process::parent_id().to_string()) {
        return;
    }
    let mut left_out: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (why, test) in lines.filter_map(|line| line.split_once('\t')) {
        left_out.entry(why).or_default().insert(test);
    }
    eprintln!("\nLEFT OUT, wholly or in part:");
    for (why, tests) in left_out {
        eprintln!("  {why}: {}", Vec::from_iter(tests).join(", "));
    }
    eprintln!("tests/run installs what is missing, on Debian and Ubuntu, and runs every check.\n");
}
