//! Lists the public names of the library: each is a promise, so a change must be visible in review.
//!
//! Input: the files of the library, parsed from `src/lib.rs` on along its public modules. Output: one line per name,
//! compared with `testdata/names.txt`; `BLESS=1` writes that file.

use crate::support::written::assert_written;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use syn::{Item, Meta, UseTree, Visibility};

#[test]
fn the_public_names_are_those_that_are_written_down() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut names = BTreeSet::new();
    module(&root.join("src/lib.rs"), "mgr2api", &mut names);
    let names = Vec::from_iter(names).join("\n") + "\n";
    assert_written(&root.join("testdata/names.txt"), names.as_bytes());
}

/// Adds the public names of a file and of the public modules that it declares.
fn module(file: &Path, path: &str, names: &mut BTreeSet<String>) {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let folder = match file.file_name().and_then(|name| name.to_str()) {
        Some("lib.rs") => file.with_file_name(""),
        _ => file.with_extension(""),
    };
    items(&syn::parse_file(&text).expect("the compiler reads it").items, &folder, path, names);
}

fn items(items: &[Item], folder: &Path, path: &str, names: &mut BTreeSet<String>) {
    for item in items {
        let (visibility, kind, name) = match item {
            Item::Const(item) => (&item.vis, "const", item.ident.to_string()),
            Item::Enum(item) => (&item.vis, "enum", item.ident.to_string()),
            Item::Fn(item) => (&item.vis, "fn", item.sig.ident.to_string()),
            Item::Mod(item) => (&item.vis, "mod", item.ident.to_string()),
            Item::Static(item) => (&item.vis, "static", item.ident.to_string()),
            Item::Struct(item) => (&item.vis, "struct", item.ident.to_string()),
            Item::Trait(item) => (&item.vis, "trait", item.ident.to_string()),
            Item::Type(item) => (&item.vis, "type", item.ident.to_string()),
            Item::Use(item) => (&item.vis, "use", String::new()),
            _ => continue,
        };
        if !matches!(visibility, Visibility::Public(_)) || is_hidden(item) {
            continue;
        }
        let full = format!("{path}::{name}");
        match item {
            Item::Use(item) => used(&item.tree, path, names),
            Item::Mod(item) => {
                names.insert(format!("{full} (mod)"));
                match &item.content {
                    Some((_, inner)) => self::items(inner, &folder.join(&name), &full, names),
                    None => module(&file_of(folder, &name), &full, names),
                }
            }
            _ => drop(names.insert(format!("{full} ({kind})"))),
        }
    }
}

/// Whether an item is hidden from the documentation, and so is not a promise; only modules can be.
fn is_hidden(item: &Item) -> bool {
    let Item::Mod(item) = item else { return false };
    item.attrs.iter().any(|attribute| {
        attribute.path().is_ident("doc")
            && matches!(&attribute.meta, Meta::List(list) if list.tokens.to_string() == "hidden")
    })
}

/// The file of a module that is declared with `mod NAME;`.
fn file_of(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{}.rs", name.trim_start_matches("r#")))
}

/// The names that a `pub use` exports.
fn used(tree: &UseTree, path: &str, names: &mut BTreeSet<String>) {
    match tree {
        UseTree::Path(inner) => used(&inner.tree, path, names),
        UseTree::Name(name) => drop(names.insert(format!("{path}::{} (use)", name.ident))),
        UseTree::Rename(name) => drop(names.insert(format!("{path}::{} (use)", name.rename))),
        UseTree::Glob(_) => panic!("{path}: a glob hides what it gives away"),
        UseTree::Group(group) => group.items.iter().for_each(|inner| used(inner, path, names)),
    }
}
