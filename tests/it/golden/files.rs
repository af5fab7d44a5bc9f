//! Golden files: the text of every format for every group of cases, and the notes of the program.
//!
//! `testdata/snippet/<format>/<group>.<ext>` and `testdata/notes/<group>.txt` are the expected output, to the byte.
//! Each case is a section below a line with its name, written as a comment of the format; in json that line is an
//! object. A HAR or Postman file is one document, so the cases of a group are converted together. An extra section or
//! file fails as a missing one does. After an intended change, `BLESS=1 cargo test --test it` writes the files again;
//! read the diff before committing it.

use super::cases::{GROUPS, Group, logs, text};
use crate::support::mgr2api;
use crate::support::written::{compare, difference, is_blessing};
use mgr2api::internal::is_hidden;
use mgr2api::{TARGETS, Target};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// A golden file with its expected content.
struct Golden {
    path: PathBuf,
    /// The start of the line above a case; empty if the file is one document.
    mark: String,
    sections: Vec<(&'static str, Vec<u8>)>,
}

impl Golden {
    fn of_format(group: &'static Group, target: &'static dyn Target) -> Self {
        let info = target.info();
        let mark = match (info.comment, info.name) {
            (Some(comment), _) => format!("{} ==== ", comment.sign),
            (None, "json") => r#"{"case":""#.to_owned(),
            (None, _) => String::new(),
        };
        let sections = match &*mark {
            "" => vec![("", document(group, info.name))],
            _ => group.cases().map(|case| (case, text(case, target))).collect(),
        };
        let path = testdata().join("snippet").join(info.name).join(format!("{}.{}", group.name, info.extension));
        Self { path, mark, sections }
    }

    fn of_notes(group: &'static Group) -> Self {
        let path = testdata().join("notes").join(format!("{}.txt", group.name));
        Self { path, mark: "# ==== ".to_owned(), sections: group.cases().map(|case| (case, notes(case))).collect() }
    }

    fn text(&self) -> Vec<u8> {
        let end = if self.mark.starts_with('{') { "\"}\n" } else { "\n" };
        let section = |(case, text): &(&str, Vec<u8>)| match &*self.mark {
            "" => text.clone(),
            mark => [mark.as_bytes(), case.as_bytes(), end.as_bytes(), text].concat(),
        };
        self.sections.iter().map(section).collect::<Vec<_>>().concat()
    }

    /// The differences of the file, by case.
    fn faults(&self) -> Vec<String> {
        let path = self.path.strip_prefix(testdata()).unwrap_or(&self.path).display();
        let text = self.text();
        let Err(kept) = compare(&self.path, &text) else { return Vec::new() };
        let Some(kept) = kept else { return vec![format!("{path}: is missing")] };
        if self.mark.is_empty() {
            return vec![format!("{path}: differs\n{}", difference(&kept, &text))];
        }
        let (kept, now) = (by_case(&kept, &self.mark), by_case(&text, &self.mark));
        let mut faults = Vec::new();
        for (case, text) in &now {
            match kept.iter().find(|(known, _)| known == case) {
                None => faults.push(format!("{path}: {case}: no such section")),
                Some((_, kept)) if kept != text => {
                    faults.push(format!("{path}: {case}: differs\n{}", difference(kept, text)));
                }
                Some(_) => {}
            }
        }
        let known = |case: &str| now.iter().any(|(known, _)| known == case);
        let more = kept.iter().filter(|(case, _)| !known(case));
        faults.extend(more.map(|(case, _)| format!("{path}: {case}: a section that belongs to no case")));
        if faults.is_empty() {
            faults.push(format!("{path}: a section stands twice or in another order"));
        }
        faults
    }
}

/// The sections of a golden file by case; text above the first section has no name.
fn by_case(text: &[u8], mark: &str) -> Vec<(String, Vec<u8>)> {
    let mut sections: Vec<(String, Vec<u8>)> = Vec::new();
    for line in text.split_inclusive(|&byte| byte == b'\n') {
        match (line.strip_prefix(mark.as_bytes()), sections.last_mut()) {
            (Some(case), _) => {
                let case = String::from_utf8_lossy(case);
                sections.push((case.trim_end_matches(['"', '}', '\n']).to_owned(), Vec::new()));
            }
            (None, Some((_, section))) => section.extend_from_slice(line),
            (None, None) => sections.push((String::new(), line.to_vec())),
        }
    }
    sections
}

fn testdata() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata")
}

/// The document for all cases of a group.
fn document(group: &Group, format: &str) -> Vec<u8> {
    let logs_of_group = group.cases().map(|case| format!("{case}.log"));
    let run = mgr2api(["-q", "-t", format, "--comments", "always"]).args(logs_of_group);
    run.current_dir(&logs()).run().status(0).out
}

/// The program's standard error for a case.
fn notes(case: &str) -> Vec<u8> {
    let targets = TARGETS.iter().flat_map(|target| ["-t", target.info().name]);
    let run = mgr2api(targets).args(["--stats", &format!("{case}.log")]).current_dir(&logs()).run();
    run.err
}

/// Every expected golden file.
static WANTED: LazyLock<Vec<Golden>> = LazyLock::new(|| {
    let formats = GROUPS.iter().flat_map(|group| {
        let targets = TARGETS.iter().filter(|target| group.in_all_formats || target.info().name == "json");
        targets.map(move |&target| Golden::of_format(group, target))
    });
    formats.chain(GROUPS.iter().map(Golden::of_notes)).collect()
});

/// Every existing golden file.
fn present() -> Vec<PathBuf> {
    let mut folders = vec![testdata().join("snippet"), testdata().join("notes")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.expect("folder entry").path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files
}

#[test]
fn every_target_says_every_case_as_it_is_written_down() {
    let mut faults: Vec<String> = WANTED.iter().flat_map(Golden::faults).collect();
    for path in present().into_iter().filter(|path| WANTED.iter().all(|golden| golden.path != *path)) {
        if is_blessing() {
            fs::remove_file(&path).expect("a file that can be removed");
        } else {
            faults.push(format!("{}: belongs to no group", path.display()));
        }
    }
    assert!(
        faults.is_empty(),
        "{} golden sections are not right; if the change is meant: BLESS=1 cargo test --test it\n\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn nothing_hidden_and_no_secret_is_in_a_golden_file() {
    for golden in &*WANTED {
        let path = golden.path.display();
        let text = String::from_utf8(golden.text()).unwrap_or_else(|error| panic!("{path}: {error}"));
        let hidden = text.chars().find(|&char| char != '\n' && is_hidden(char));
        assert_eq!(hidden, None, "{path} holds a character that cannot be seen");
        for secret in ["hunter2", "669064200", "secret1"] {
            assert!(!text.contains(secret), "{path} holds a secret");
        }
    }
}

#[test]
fn a_section_that_is_missing_differs_or_is_superfluous_is_named() {
    let folder = tempfile::tempdir().expect("a writable temporary folder");
    let golden = |sections: &[(&'static str, &str)]| Golden {
        path: folder.path().join("a.sh"),
        mark: "# ==== ".to_owned(),
        sections: sections.iter().map(|(case, text)| (*case, text.as_bytes().to_vec())).collect(),
    };
    let right = golden(&[("one", "1\n"), ("two", "2\n"), ("none", "")]);
    let faults = |kept: &str| {
        fs::write(&right.path, kept).expect("a file");
        let faults = right.faults().into_iter().map(|fault| fault.split_once("a.sh: ").expect("its name").1.to_owned());
        faults.collect::<Vec<_>>()
    };
    if is_blessing() {
        return;
    }
    assert_eq!(right.faults().len(), 1, "without a file");
    assert!(faults("# ==== one\n1\n# ==== two\n2\n# ==== none\n").is_empty());
    assert_eq!(faults("# ==== one\n1\n# ==== two\n2\n"), ["none: no such section"]);
    assert_eq!(faults("# ==== one\n1\n# ==== two\n3\n# ==== none\n"), ["two: differs\n  1 - 3\\n\n  1 + 2\\n\n"]);
    let more = "# ==== one\n1\n# ==== two\n2\n# ==== none\n# ==== more\n";
    assert_eq!(faults(more), ["more: a section that belongs to no case"]);
    let other_order = "# ==== two\n2\n# ==== one\n1\n# ==== none\n";
    assert_eq!(faults(other_order), ["a section stands twice or in another order"]);
}
