//! Checks that imports run in one direction, in the library and in the program: each module imports only from those
//! before it, and the files of the program import from each other without cycles. System-dependent code is only in the
//! modules called `sys`.
//!
//! Input: every source file. Output: a failure that names the file, the line and the wrong import. It reads text, not
//! types: it takes `crate::NAME` and paths through `super` for imports.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The modules of the library, from the ground up.
const LIBRARY: &[&str] = &[
    "sys", "large", "option", "text", "record", "request", "clean", "filter", "source", "follow", "scan", "render",
    "convert",
];

/// The top modules of the program, from the ground up; `main` is above them.
const PROGRAM: &[&str] = &["sys", "cli", "app", "pick"];

/// Code that depends on the system.
const OF_ONE_SYSTEM: &[&str] = &[
    "cfg(unix",
    "cfg(windows",
    "cfg(not(unix",
    "target_os",
    "target_family",
    "std::os::",
    "libc::",
    "rustix::",
    "signal_hook::",
];

/// A source file.
struct Module {
    /// Its path in the crate: `follow/drain.rs` is `follow::drain`.
    path: Vec<String>,
    file: PathBuf,
    /// Its lines of code with their numbers, without tests.
    lines: Vec<(usize, String)>,
}

#[test]
fn modules_import_only_from_those_before_them() {
    for (modules, order, least) in [(library(), LIBRARY, 100), (program(), PROGRAM, 60)] {
        let mut imports = 0;
        let mut against = Vec::new();
        for module in &modules {
            let own = &module.path[0];
            let level = level(order, own)
                .unwrap_or_else(|| panic!("{}: add the module {own} to the order", module.file.display()));
            for (number, line) in &module.lines {
                for name in imported(line, &module.path).into_iter().map(|path| path[0].clone()) {
                    imports += 1;
                    if self::level(order, &name).is_none_or(|other| other > level) {
                        against.push(format!("{}:{number}: {own} imports {name}", module.file.display()));
                    }
                }
            }
        }
        assert!(imports > least, "only {imports} imports were found: the reader has gone blind");
        assert!(against.is_empty(), "against the order {order:?}:\n{}", against.join("\n"));
    }
}

/// The files of a folder count as its parent file: `state/*` as `state`.
#[test]
fn no_files_of_the_program_import_from_each_other() {
    let mut imports: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for module in program().iter().filter(|module| module.path.len() > 1) {
        let from = module.path[..2].join("::");
        let named = module.lines.iter().flat_map(|(_, line)| imported(line, &module.path));
        let named = named.filter(|path| path.len() > 1).map(|path| path[..2].join("::"));
        imports.entry(from.clone()).or_default().extend(named.filter(|to| *to != from));
    }
    assert!(imports.values().map(BTreeSet::len).sum::<usize>() > 60, "the reader has gone blind: {imports:?}");
    // An item that is not a file belongs to the parent module, from which its files must not import.
    let unknown: Vec<_> = imports.values().flatten().filter(|to| !imports.contains_key(*to)).collect();
    assert!(unknown.is_empty(), "imported from the head of a room: {unknown:?}");
    // A file without remaining imports is not part of a cycle: remove it, until only cycles remain.
    loop {
        let left: BTreeSet<String> = imports.keys().cloned().collect();
        imports.retain(|_, to| to.iter().any(|to| left.contains(to)));
        if imports.len() == left.len() {
            break;
        }
    }
    assert!(imports.is_empty(), "in a circle, or above one: {imports:#?}");
}

#[test]
fn what_only_one_system_has_stands_in_one_module() {
    let mut elsewhere = Vec::new();
    let mut inside = 0;
    for module in library().iter().chain(&program()) {
        for (number, line) in &module.lines {
            if !OF_ONE_SYSTEM.iter().any(|what| line.contains(what)) {
                continue;
            }
            if module.path[0] == "sys" {
                inside += 1;
            } else {
                elsewhere.push(format!("{}:{number}: {}", module.file.display(), line.trim()));
            }
        }
    }
    assert!(inside > 10, "only {inside} places were found in sys: the reader has gone blind");
    assert!(elsewhere.is_empty(), "belongs in sys:\n{}", elsewhere.join("\n"));
}

fn level(order: &[&str], module: &str) -> Option<usize> {
    order.iter().position(|name| *name == module)
}

fn library() -> Vec<Module> {
    modules(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "lib")
}

fn program() -> Vec<Module> {
    modules(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/bin/mgr2api"), "main")
}

/// The modules in a folder, except the files that declare them. The model of the follower is part of its tests.
fn modules(root: &Path, top: &str) -> Vec<Module> {
    let mut found = Vec::new();
    for file in files(root) {
        let inside = file.strip_prefix(root).expect("below it").with_extension("");
        let path: Vec<String> =
            inside.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
        if path == [top] || path.iter().any(|part| part == "tests" || part == "model") {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a source file");
        let lines = text.lines().zip(1..).take_while(|(line, _)| *line != "mod tests {");
        let lines = lines.filter(|(line, _)| !line.trim_start().starts_with("//"));
        found.push(Module { path, file, lines: statements(lines) });
    }
    found
}

/// The lines, with each multi-line `use` joined.
fn statements<'t>(lines: impl Iterator<Item = (&'t str, usize)>) -> Vec<(usize, String)> {
    let mut joined: Vec<(usize, String)> = Vec::new();
    let mut is_open = false;
    for (line, number) in lines {
        match joined.last_mut().filter(|_| is_open) {
            Some((_, statement)) => *statement += line.trim(),
            None => joined.push((number, line.to_owned())),
        }
        let statement = joined.last().map_or("", |(_, statement)| statement.trim_start());
        is_open = statement.contains("use ")
            && statement.contains('{')
            && !statement.ends_with(';')
            && statement.starts_with(['u', 'p']);
    }
    joined
}

/// The files of a crate; the program under `bin` is another crate.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let mut found = Vec::new();
    for path in entries.filter(|path| path.file_name().is_some_and(|name| name != "bin")) {
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// The imports in a line of code, as paths from the crate's root.
fn imported(line: &str, module: &[String]) -> Vec<Vec<String>> {
    let code = line.trim_start();
    if code.starts_with("//") {
        return Vec::new();
    }
    let mut found: Vec<_> = after(code, "crate::").flat_map(paths).collect();
    let mut rest = code;
    while let Some(at) = rest.find("super::") {
        rest = &rest[at..];
        let mut climbed = 0;
        while let Some(next) = rest.strip_prefix("super::") {
            rest = next;
            climbed += 1;
        }
        let Some(parent) = module.len().checked_sub(climbed) else { continue };
        let below = paths(rest);
        let below = if below.is_empty() { vec![Vec::new()] } else { below };
        found.extend(
            below.into_iter().map(|path| [&module[..parent], &path[..]].concat()).filter(|path| !path.is_empty()),
        );
    }
    found
}

/// The text after each occurrence of `what`.
fn after<'t>(text: &'t str, what: &'t str) -> impl Iterator<Item = &'t str> {
    text.match_indices(what).map(move |(at, _)| &text[at + what.len()..])
}

/// The path at the start of a text, or all paths that its braces stand for.
fn paths(text: &str) -> Vec<Vec<String>> {
    let Some(list) = text.strip_prefix('{') else {
        let len = text.find(|char: char| !char.is_alphanumeric() && char != '_').unwrap_or(text.len());
        let (name, rest) = text.split_at(len);
        return match (name, rest.strip_prefix("::")) {
            ("", _) => Vec::new(),
            (name, None) => vec![vec![name.to_owned()]],
            (name, Some(rest)) => {
                let below = paths(rest);
                let below = if below.is_empty() { vec![Vec::new()] } else { below };
                below.into_iter().map(|path| [vec![name.to_owned()], path].concat()).collect()
            }
        };
    };
    let (mut depth, mut start, mut found) = (0, 0, Vec::new());
    for (at, char) in list.char_indices() {
        match char {
            '{' => depth += 1,
            ',' | '}' if depth == 0 => {
                found.extend(paths(list[start..at].trim()));
                start = at + 1;
                if char == '}' {
                    return found;
                }
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    found.extend(paths(list[start..].trim()));
    found
}

#[test]
fn an_import_is_seen_in_each_of_its_forms() {
    let module = ["render".to_owned(), "quote".to_owned()];
    for (line, names) in [
        ("use crate::clean::Rules;", &["clean::Rules"][..]),
        ("    let x: crate::source::Place = y;", &["source::Place"]),
        ("pub(crate) use super::super::convert::Sink;", &["convert::Sink"]),
        ("use super::script::Script;", &["render::script::Script"]),
        ("use super::*;", &["render"]),
        ("use crate::{clean::{Rules, Su}, source};", &["clean::Rules", "clean::Su", "source"]),
        ("use crate::clean::{self, Rules};", &["clean::self", "clean::Rules"]),
        ("// use crate::convert;", &[]),
        ("/// [`crate::convert`]", &[]),
    ] {
        let found: Vec<String> = imported(line, &module).iter().map(|path| path.join("::")).collect();
        assert_eq!(found, names, "{line}");
    }
}
