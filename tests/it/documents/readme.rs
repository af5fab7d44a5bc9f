//! Runs every shell example of the README and of the documents. In a `console` block, the text after a `$` line is the
//! exact output on both streams. An `sh` block is a list of commands that must succeed, with `-f` on a growing log.

use crate::support::fences::{Fence, fences, readme, root};
use crate::support::installed::{self, has_tool};
use crate::support::log::gzip;
use crate::support::program::{PROGRAM, Signal, mgr2api, signal};
use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A folder with the logs that the examples name.
fn folder(fences: &[Fence]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("temporary folder");
    for log in ["billmgr.log", "ispmgr.log", "vmmgr.log"] {
        fs::copy(root().join("testdata/log").join(log), folder.path().join(log)).expect(log);
    }
    let click = &fences.iter().find(|(language, _)| language == "text").expect("the line of noise").1[0];
    fs::write(folder.path().join("click.log"), format!("{click}\n")).expect("click.log");
    fs::write(folder.path().join("notes.txt"), format!("to do:\n{click}\n")).expect("notes.txt");
    std::os::unix::fs::symlink(root().join("testdata"), folder.path().join("testdata")).expect("testdata");
    let packed = gzip(fs::read(folder.path().join("billmgr.log")).expect("billmgr.log"));
    fs::write(folder.path().join("billmgr.log.gz"), packed).expect("billmgr.log.gz");
    folder
}

/// Whether the examples can run here.
fn has_shell() -> bool {
    ["bash", "jq"].into_iter().all(has_tool)
}

fn shell(command: &str, folder: &Path) -> Command {
    let program = PathBuf::from(PROGRAM);
    let path = format!("{}:{}", program.parent().expect("a folder").display(), installed::path());
    let mut shell = Command::new("bash");
    shell.args(["-o", "pipefail", "-c", command]).current_dir(folder).env("PATH", path);
    shell
        .env("HOME", folder)
        .env("MGR2API_LOG_DIR", folder)
        .env_remove("CLICOLOR_FORCE")
        .env_remove("XDG_CONFIG_HOME")
        .stdin(Stdio::null());
    shell
}

#[test]
fn the_picker_looks_as_the_readme_shows() {
    let screen = fs::read_to_string(root().join("testdata/screen/readme.txt")).expect("readme.txt");
    let shown: Vec<String> = screen.lines().map(str::to_owned).collect();
    assert!(readme().iter().any(|(language, lines)| language == "text" && *lines == shown), "{screen}");
}

/// Without it an editor deletes the lines that are not requests.
#[test]
fn editor_recipes_keep_other_lines() {
    let help = mgr2api(["--help"]).run().out;
    let guide = fs::read_to_string(root().join("docs/src/guide.md")).expect("guide.md");
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
    for text in [String::from_utf8(help).expect("UTF-8"), guide, readme] {
        let recipes: Vec<&str> = text.lines().filter(|line| line.contains("!mgr2api")).collect();
        assert!(!recipes.is_empty(), "the recipe for vim is gone");
        for line in recipes {
            assert!(line.contains("--passthrough"), "{line}");
        }
    }
    let recipes = fences(&read(&root().join("docs/src/editors.md")));
    assert!(recipes.len() >= 4, "recipes are gone");
    for (language, lines) in recipes {
        for line in lines.iter().filter(|line| line.contains("mgrctl")) {
            assert!(line.contains("--passthrough"), "{language}: {line}");
        }
    }
}

/// All documents: those in the crate's folder, then both books.
fn documents() -> Vec<PathBuf> {
    let folders = ["", "docs/src", "docs/ru/src"].map(|folder| root().join(folder));
    let entries = folders.iter().flat_map(|folder| fs::read_dir(folder).expect("a folder"));
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "md"));
    files
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The targets of a document's links, in the order of the text.
fn links(text: &str) -> Vec<&str> {
    text.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0)).collect()
}

/// The anchors that GitHub and mdBook give to the headings of a document.
fn anchors(text: &str) -> Vec<String> {
    let headings = text.lines().filter(|line| line.starts_with('#')).map(|line| line.trim_start_matches('#').trim());
    let kept = |sign: &char| sign.is_alphanumeric() || matches!(sign, ' ' | '-' | '_');
    headings.map(|heading| heading.to_lowercase().chars().filter(kept).collect::<String>().replace(' ', "-")).collect()
}

#[test]
fn links_between_documents_lead_somewhere() {
    let mut seen = 0;
    for file in documents() {
        let text = read(&file);
        for link in links(&text).into_iter().filter(|link| !link.contains("://")) {
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if path.is_empty() { file.clone() } else { file.with_file_name(path) };
            assert!(target.is_file(), "{}: {link} leads nowhere", file.display());
            let found = anchor.is_empty() || anchors(&read(&target)).iter().any(|heading| heading == anchor);
            assert!(found, "{}: {link} names no heading", file.display());
            seen += 1;
        }
    }
    assert!(seen > 60, "only {seen} links were found");
}

/// Compares pasted text, sections, tables and links; only the English examples are run.
#[test]
fn the_russian_text_has_all_that_the_english_one_has() {
    let folder = |book: &str| root().join(book).join("src");
    let names = |book: &str| -> BTreeSet<_> {
        let entries = fs::read_dir(folder(book)).expect("a book");
        entries.map(|entry| entry.expect("an entry").file_name()).collect()
    };
    let pages = names("docs");
    assert_eq!(names("docs/ru"), pages);
    let pages = pages.iter().filter(|page| page.to_string_lossy().ends_with(".md"));
    let mut pairs: Vec<_> = pages.map(|page| (folder("docs").join(page), folder("docs/ru").join(page))).collect();
    pairs.push((root().join("README.md"), root().join("README.ru.md")));
    for (english, russian) in pairs {
        let name = russian.display();
        let (english, russian) = (read(&english), read(&russian));
        assert_eq!(fences(&russian), fences(&english), "{name}");
        for start in ["# ", "## ", "### ", "|", "| `", "- ", "**", "!["] {
            let count = |text: &str| text.lines().filter(|line| line.starts_with(start)).count();
            assert_eq!(count(&russian), count(&english), "{name}: lines that start with {start}");
        }
        let targets = |text: &str| {
            let links = links(text).into_iter().filter(|link| !link.starts_with("README"));
            let mut targets: Vec<_> = links
                .map(|link| link.split_once('#').map_or(link, |(path, _)| path).replace("docs/ru/src/", "docs/src/"))
                .collect();
            targets.sort();
            targets
        };
        assert_eq!(targets(&russian), targets(&english), "{name}");
    }
}

#[test]
fn the_tables_of_formats_have_each_format() {
    let expected: Vec<&str> = mgr2api::TARGETS.iter().map(|target| target.info().name).collect();
    for document in ["README.md", "README.ru.md", "docs/src/formats.md", "docs/ru/src/formats.md"] {
        let text = read(&root().join(document));
        let names = text.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
        let names: Vec<&str> = names.map(|(name, _)| name).collect();
        let sorted = |names: &[&str]| names.iter().map(ToString::to_string).collect::<BTreeSet<_>>();
        assert_eq!(sorted(&names), sorted(&expected), "{document}");
    }
}

/// The page is written by hand, so that it can explain more than the help.
#[test]
fn the_page_on_options_names_each_option() {
    let help = mgr2api(["--help"]).run().out;
    let help = String::from_utf8(help).expect("UTF-8");
    let page = read(&root().join("docs/src/options.md"));
    let mut seen = 0;
    for line in help.lines().map(str::trim_start).filter(|line| line.starts_with('-')) {
        let option = line.split([' ', ',']).find(|word| word.starts_with("--"));
        let Some(option) = option.filter(|option| *option != "--version") else { continue };
        assert!(page.contains(&format!("`{option}")), "{option} is missing");
        seen += 1;
    }
    assert!(seen > 40, "only {seen} options were found");
}

#[test]
fn the_readme_is_short() {
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
    assert!(readme.lines().count() <= 250, "move text to docs/src");
}

#[test]
fn sessions_print_what_the_readme_says() {
    if !has_shell() {
        return;
    }
    let fences = readme();
    let folder = folder(&fences);
    let mut ran = 0;
    for (_, lines) in fences.iter().filter(|(language, _)| language == "console") {
        let (command, printed) = lines.split_first().expect("a command");
        let command = command.strip_prefix("$ ").expect("a prompt");
        let output = shell(&format!("{{ {command}; }} 2>&1"), folder.path()).output().expect("bash");
        assert_eq!(String::from_utf8_lossy(&output.stdout), printed.join("\n") + "\n", "{command}");
        assert!(output.status.success(), "{command}");
        ran += 1;
    }
    assert!(ran >= 2, "the README has lost its examples");
}

#[test]
fn commands_work_as_they_stand() {
    if !has_shell() {
        return;
    }
    let fences = readme();
    let folder = folder(&fences);
    let commands = fences.iter().filter(|(language, _)| language == "sh").flat_map(|(_, lines)| lines);
    let mut ran = 0;
    for command in commands {
        if command.contains(" -f ") {
            follow(command, folder.path());
        } else if let Some(arguments) = command.strip_prefix("cargo run --release -- ") {
            // Run the tested program instead of building it again.
            works(&format!("mgr2api {arguments}"), root());
        } else {
            works(command, folder.path());
        }
        ran += 1;
    }
    assert!(ran >= 10, "the README has lost its examples");
}

fn works(command: &str, folder: &Path) {
    let output = shell(command, folder).output().expect("bash");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command}: {}\n{told}", output.status);
    let silent = command.starts_with("export ") || command.starts_with("mkdir ") || command.contains(" > ");
    assert!(silent || !output.stdout.is_empty(), "{command} prints nothing");
}

/// Lets the log grow until the command prints something, then interrupts the command.
fn follow(command: &str, folder: &Path) {
    let mut child =
        shell(&format!("exec {command}"), folder).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("bash");
    let click = fs::read(folder.join("click.log")).expect("click.log");
    let mut log = fs::OpenOptions::new().append(true).open(folder.join("billmgr.log")).expect("billmgr.log");
    let out = BufReader::new(child.stdout.take().expect("piped"));
    let (send, receive) = std::sync::mpsc::channel();
    std::thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| send.send(line)));
    let printed = (0..100).find_map(|_| {
        log.write_all(&click).expect("append");
        receive.recv_timeout(std::time::Duration::from_millis(200)).ok()
    });
    signal(child.id(), Signal::INT);
    let status = child.wait().expect("the program ends");
    assert!(printed.is_some_and(|line| line.contains("processing.edit")), "{command} prints nothing");
    assert_eq!(status.code(), Some(0), "{command}");
}
