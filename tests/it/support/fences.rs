//! The fenced blocks of the README and of the documents, for the tests that run them.

use std::fs;
use std::path::Path;

/// A fenced block: its language and its lines.
pub(crate) type Fence = (String, Vec<String>);

pub(crate) fn fences(readme: &str) -> Vec<Fence> {
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

/// All blocks of the README, then those of the documents in the order of their names.
pub(crate) fn readme() -> Vec<Fence> {
    let folder = fs::read_dir(root().join("docs/src")).expect("docs/src");
    let mut files: Vec<_> = folder.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "md"));
    files.sort();
    assert!(!files.is_empty(), "no documents in docs/src");
    files.insert(0, root().join("README.md"));
    files.iter().flat_map(|file| fences(&fs::read_to_string(file).expect("a document"))).collect()
}
