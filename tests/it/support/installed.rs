//! Tools that the tests run. A check whose tool is missing is left out and reported. Under `tests/run`, which sets
//! `MGR2API_TESTS_COMPLETE=1`, it fails, except for the tools that `TESTS_WITHOUT` names.
//!
//! The checks that were left out are noted in a file of the target folder; `tests/left_out.rs` prints them at the end
//! of `cargo test`.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::{env, fs, thread};

/// Where `tests/run` installs tools that no package provides.
const TOOLS: [&str; 2] = ["target/tools/bin", "target/tools/node_modules/.bin"];

/// The search path: `PATH`, and the tools that `tests/run` installed.
pub(crate) fn path() -> String {
    let tools = TOOLS.map(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    let path = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(env::split_paths(&path).chain(tools)).expect("folders of PATH");
    path.into_string().expect("a path in UTF-8")
}

/// The path of a program; `None`, with a note, if it is missing and may be.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let found = env::split_paths(&path()).map(|folder| folder.join(program)).find(|file| file.is_file());
    if found.is_none() {
        missing(program);
    }
    found
}

/// Whether a program is installed.
pub(crate) fn has_tool(program: &str) -> bool {
    find(program).is_some()
}

/// Notes a missing tool, or fails if every tool is required.
pub(crate) fn missing(what: &str) {
    let is_set = |name: &str, word: &str| {
        env::var_os(name).is_some_and(|value| value.to_string_lossy().split(' ').any(|part| part == word))
    };
    let must = is_set("MGR2API_TESTS_COMPLETE", "1") && !is_set("TESTS_WITHOUT", what);
    assert!(!must, "{what} is not installed, and MGR2API_TESTS_COMPLETE=1 wants every check");
    left_out(&format!("{what} is not installed"));
}

/// Whether this process has started its notes.
static NOTED: Mutex<bool> = Mutex::new(false);

/// Notes what was not checked and why. `eprintln!` of a passing test is captured, so this writes to the stream itself.
pub(crate) fn left_out(why: &str) {
    let thread = thread::current();
    let test = thread.name().unwrap_or("a part of a test");
    let _ = writeln!(std::io::stderr(), "LEFT OUT: {test}: {why}");
    let Ok(mut is_begun) = NOTED.lock() else { return };
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("left-out");
    if !*is_begun {
        // The parent is Cargo, which also starts the reader of the notes: the same parent means the same run.
        let _ = fs::write(&path, format!("{}\n", std::os::unix::process::parent_id()));
        *is_begun = true;
    }
    if let Ok(mut notes) = OpenOptions::new().append(true).open(&path) {
        let _ = writeln!(notes, "{why}\t{test}");
    }
}
