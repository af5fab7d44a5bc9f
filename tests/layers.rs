//! Holds the modules of the library to one direction: each imports only from those before it in [`ORDER`].
//!
//! In: every source file of the library. Out: a failure that names the file, the line and the import that runs against the
//! order. It reads text and not types: an import is what says `crate::NAME` or climbs to the root by `super`.

use std::fs;
use std::path::{Path, PathBuf};

/// From the ground up.
const ORDER: &[&str] =
    &["large", "text", "record", "request", "clean", "filter", "source", "scan", "render", "convert"];

#[test]
fn modules_import_only_from_those_before_them() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut against = Vec::new();
    let mut imports = 0;
    for file in files(&root) {
        let inside = file.strip_prefix(&root).expect("below src");
        let module = module_of(inside);
        let Some(own) = module.first().filter(|name| *name != "lib") else { continue };
        let level = level(own).unwrap_or_else(|| panic!("{}: add the module {own} to ORDER", inside.display()));
        for (number, line) in fs::read_to_string(&file).expect("a source file").lines().enumerate() {
            for name in imported(line, &module) {
                imports += 1;
                if self::level(&name).is_none_or(|other| other > level) {
                    against.push(format!("{}:{}: {own} imports {name}", inside.display(), number + 1));
                }
            }
        }
    }
    assert!(imports > 100, "only {imports} imports were found: the reader has gone blind");
    assert!(against.is_empty(), "against the order {ORDER:?}:\n{}", against.join("\n"));
}

fn level(module: &str) -> Option<usize> {
    ORDER.iter().position(|name| *name == module)
}

/// The library's files; the program under `bin` is a crate of its own.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let mut found = Vec::new();
    for path in entries.filter(|path| !path.ends_with("bin")) {
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// `source/follow/drain.rs` is `source::follow::drain`.
fn module_of(file: &Path) -> Vec<String> {
    let file = file.with_extension("");
    file.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect()
}

/// The top modules that a line of code names.
fn imported(line: &str, module: &[String]) -> Vec<String> {
    let code = line.trim_start();
    if code.starts_with("//") {
        return Vec::new();
    }
    let mut found: Vec<String> = after(code, "crate::").flat_map(words).collect();
    // `super::super::x` of `a::b` is the top module `x`.
    let chain = "super::".repeat(module.len());
    found.extend(after(code, &chain).flat_map(words).filter(|name| name != "super"));
    found
}

/// What stands behind each place of a text.
fn after<'t>(text: &'t str, what: &'t str) -> impl Iterator<Item = &'t str> {
    text.match_indices(what).map(move |(at, _)| &text[at + what.len()..])
}

/// The name at the start of a text, or the names at the top of its braces.
fn words(text: &str) -> Vec<String> {
    let Some(list) = text.strip_prefix('{') else {
        let word = text.chars().take_while(|char| char.is_alphanumeric() || *char == '_').collect::<String>();
        return Some(word).filter(|word| !word.is_empty()).into_iter().collect();
    };
    let mut depth = 0;
    let mut top = String::new();
    for char in list.chars() {
        match char {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            _ if depth == 0 => top.push(char),
            _ => {}
        }
    }
    top.split(',').flat_map(|name| words(name.trim())).collect()
}

#[test]
fn an_import_is_seen_in_each_of_its_forms() {
    let module = ["render".to_owned(), "quote".to_owned()];
    for (line, names) in [
        ("use crate::clean::Rules;", &["clean"][..]),
        ("    let x: crate::source::Place = y;", &["source"]),
        ("pub(crate) use super::super::convert::Sink;", &["convert"]),
        ("use super::script::Script;", &[]),
        ("use crate::{clean::{Rules, Su}, source};", &["clean", "source"]),
        ("// use crate::convert;", &[]),
        ("/// [`crate::convert`]", &[]),
    ] {
        assert_eq!(imported(line, &module), names, "{line}");
    }
}
