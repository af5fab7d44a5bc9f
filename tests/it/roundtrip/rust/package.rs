//! Makes snippets and scripts a package, builds it with Cargo and runs it.

use crate::support;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The line for `Cargo.toml` in the target's documentation.
fn documented_dependency() -> String {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/render/formats/rust.rs");
    let source = std::fs::read_to_string(source).expect("our own source");
    let line = source.lines().find_map(|line| line.strip_prefix("//! reqwest = "));
    format!("reqwest = {}", line.expect("the documentation gives the line"))
}

/// The crate's folder; its target folder is kept between runs.
pub(super) fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("rust-snippets")
}

#[track_caller]
pub(super) fn build(library: &str, program: &str) -> PathBuf {
    build_in(&folder(), "snippets", &documented_dependency(), library, program)
}

/// All crates share a target folder, so that dependencies are compiled once.
#[track_caller]
pub(super) fn build_in(folder: &Path, name: &str, dependencies: &str, library: &str, program: &str) -> PathBuf {
    std::fs::create_dir_all(folder.join("src")).expect("a writable target folder");
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}\n\n\
         [workspace]\n\n[profile.dev]\ndebug = false\nincremental = false\n"
    );
    let lock = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).expect("our own lock file");
    for (name, text) in [
        ("Cargo.toml", manifest.as_bytes()),
        ("Cargo.lock", &lock[..]),
        ("src/lib.rs", library.as_bytes()),
        ("src/main.rs", program.as_bytes()),
    ] {
        std::fs::write(folder.join(name), text).expect("a writable target folder");
    }
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let target = self::folder().join("target");
    let mut command = Command::new(cargo);
    command.args(["build", "--offline", "--quiet"]).current_dir(folder).env("CARGO_TARGET_DIR", &target);
    let built = command.output().expect("cargo starts");
    let complaints = String::from_utf8_lossy(&built.stderr);
    assert!(built.status.success() && complaints.is_empty(), "the snippets do not compile clean:\n{complaints}");
    target.join("debug").join(name)
}

/// The snippets as modules; `callable` adds a list of each module's functions for `main`.
pub(super) fn crate_text(modules: &[(&str, String)], callable: bool) -> String {
    let mut text = String::from("#![deny(warnings)]\n");
    for (name, snippets) in modules {
        let _ = write!(text, "mod {name} {{\n{snippets}");
        if callable {
            let functions: Vec<String> = snippets.lines().filter_map(call).collect();
            let _ = write!(
                text,
                "pub fn all_of_this_module() -> Vec<fn() -> Result<String, Box<dyn std::error::Error>>> {{\nvec![{}]\n}}\n",
                functions.join(", ")
            );
        }
        text.push_str("}\n");
    }
    if callable {
        let lists: Vec<String> = modules.iter().map(|(name, _)| format!("{name}::all_of_this_module()")).collect();
        let _ = write!(
            text,
            "fn main() -> Result<(), Box<dyn std::error::Error>> {{\nfor call in [{}].concat() {{\nprint!(\"{{}}\", call()?);\n}}\nOk(())\n}}\n",
            lists.join(", ")
        );
    }
    text
}

/// A call of the function that starts in this line, with values for its arguments.
fn call(line: &str) -> Option<String> {
    let (name, rest) = line.strip_prefix("fn ")?.split_once('(')?;
    let (arguments, _) = rest.split_once(')')?;
    let names = arguments.split(", ").filter_map(|argument| argument.strip_suffix(": &str"));
    let values = names.map(|name| format!("{:?}", support::secrets::value_of(&variable(name))));
    let values: Vec<String> = values.collect();
    Some(if values.is_empty() { name.to_owned() } else { format!("|| {name}({})", values.join(", ")) })
}

/// The variable that became this argument.
fn variable(argument: &str) -> String {
    argument.strip_prefix("arg_").unwrap_or(argument).to_uppercase()
}

pub(super) fn run(program: &Path, environment: &[(String, String)]) -> Output {
    let environment = environment.iter().map(|(name, value)| (name, value));
    Command::new(program).env_clear().envs(environment).output().expect("the program was just built")
}
