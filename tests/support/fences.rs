//! The fenced blocks of the README, for the tests that run them.

use std::fs;
use std::path::Path;

/// A fenced block: its language and its lines.
pub(crate) type Fence = (String, Vec<String>);

fn fences(readme: &str) -> Vec<Fence> {
    let mut fences: Vec<Fence> = Vec::new();
    let mut inside = false;
    for line in readme.lines() {
        match line.strip_prefix("```") {
            Some(_) if inside => inside = false,
            Some(language) => {
                inside = true;
                fences.push((language.to_owned(), Vec::new()));
            }
            None if inside => fences.last_mut().expect("opened").1.push(line.to_owned()),
            None => {}
        }
    }
    fences
}

/// The folder of the crate.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All blocks of the README, in order.
pub(crate) fn readme() -> Vec<Fence> {
    fences(&fs::read_to_string(root().join("README.md")).expect("README.md"))
}
