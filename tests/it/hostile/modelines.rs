//! Editors search the files that they open for settings: vim the first and last lines, Emacs the first two and the end,
//! in any text, comment or not. No snippet or script sets anything, with hostile words in every part that a log
//! controls, each as a file of its own and all in one.

use crate::support::declaration::{MODELINES, lines, snippets};
use crate::support::installed::{self, find};
use crate::support::mgr2api;
use mgr2api::TARGETS;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

/// Texts in which an editor must find settings; otherwise the test proves nothing.
const DECLARATIONS: [(&str, &str); 6] = [
    ("vim", "# x vim: nowrap\n"),
    ("vim", "x\nx\nx\n/* vim: set nowrap : */\nx\n"),
    ("vim", "mgrctl f 'a= vim: set nowrap :'\n"),
    ("emacs", "# -*- mode: c -*-\n"),
    ("emacs", "x 'a=-*- tab-width: 3 -*-'\n"),
    ("emacs", "x\n# Local Variables:\n# tab-width: 3\n# End:\n"),
];

/// Files of snippets and scripts, shared by all editors.
static FILES: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("modelines");
    // Remove the files of an earlier run.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir(&folder).expect("a writable temporary folder");
    let write = |name: String, text: &str| fs::write(folder.join(name), text).expect("a writable temporary folder");
    let log = lines(MODELINES.iter().copied());
    // Two thirds of the lines are fragments: a sample of them is enough.
    let (records, fragments) = log.split_at(log.len() / 3);
    let log: Vec<Vec<u8>> = records.iter().chain(fragments.iter().step_by(9)).cloned().collect();
    for &target in TARGETS.iter().filter(|target| target.info().comment.is_some()) {
        let snippets = snippets(target, &log);
        let all: String = snippets.iter().map(|(_, text)| text.as_str()).collect();
        for (number, text) in snippets.into_iter().map(|(_, text)| text).chain([all]).enumerate() {
            write(format!("{}-{number}", target.info().name), &text);
        }
    }
    for target in ["curl", "mgrctl", "rust"] {
        for (number, line) in records.iter().step_by(2).enumerate() {
            let ran = mgr2api(["-m", "core", "--script", "-t", target]).stdin(line.clone()).run();
            write(format!("script-{target}-{number}"), ran.text());
        }
    }
    folder
});

/// Makes an editor read all files. Declarations come last, because an option of a window outlives the file. The script
/// writes the names of files in which it found a setting to `found`.
#[track_caller]
fn check(editor: &str, kind: &str, arguments: &[&str], script: &str) {
    if find(editor).is_none() {
        return;
    }
    let folder = tempfile::tempdir().expect("a writable temporary folder");
    let write =
        |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("a writable temporary folder");
    let files = fs::read_dir(&*FILES).expect("a readable folder").map(|file| file.expect("a file").path());
    let mut names: Vec<String> = files.map(|path| path.to_str().expect("UTF-8").to_owned()).collect();
    assert!(names.len() > 2000, "hardly anything to check");
    let mut declarations = Vec::new();
    for (_, text) in DECLARATIONS.iter().filter(|(reader, _)| *reader == kind) {
        let name = format!("declaration-{}", declarations.len());
        write(&name, text);
        declarations.push(name);
    }
    names.extend_from_slice(&declarations);
    write("names", &(names.join("\n") + "\n"));
    write("clean", "x\n");
    write("script", script);
    let mut command = Command::new("timeout");
    command.args(["300", editor]).args(arguments).current_dir(&folder).env_clear();
    command.env("PATH", installed::path()).env("HOME", folder.path());
    let output = command.env("LC_ALL", "C.UTF-8").stdin(Stdio::null()).output().expect("it starts");
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    let found = fs::read_to_string(folder.path().join("found")).unwrap_or_else(|_| panic!("{editor} says: {said}"));
    let found: Vec<&str> = found.lines().collect();
    let text = found.first().and_then(|name| fs::read_to_string(name).ok());
    assert_eq!(found, declarations, "{editor} heeds {text:?}");
}

/// Modelines count anywhere in a file, not only in its first and last five lines.
const VIM: &str = r"
set nocompatible modeline modelines=100000 noswapfile nofixendofline
let found = []
edit clean
let usual = execute('setlocal')
for name in readfile('names')
    let v:errmsg = ''
    set wrap
    silent! execute 'edit! ' . name
    if execute('setlocal') !=# usual || v:errmsg !=# '' || !&wrap
        call add(found, name)
    endif
    silent! bwipeout!
endfor
call writefile(found, 'found')
qall!
";

#[test]
fn vim_finds_no_modeline() {
    check("vim", "vim", &["-N", "-u", "NONE", "-i", "NONE", "-n", "-es", "-S", "script"], VIM);
}

#[test]
fn neovim_finds_no_modeline() {
    check("nvim", "vim", &["--headless", "-u", "NONE", "-i", "NONE", "-n", "-S", "script"], VIM);
}

#[test]
fn emacs_finds_no_local_variable() {
    let script = r#"
(setq auto-mode-alist nil interpreter-mode-alist nil magic-mode-alist nil magic-fallback-mode-alist nil
      enable-local-variables :all enable-local-eval nil inhibit-message t vc-handled-backends nil make-backup-files nil)
(let (found)
  (dolist (name (with-temp-buffer (insert-file-contents "names") (split-string (buffer-string) "\n" t)))
    (let ((clean (condition-case nil
                     (with-current-buffer (find-file-noselect name)
                       (prog1 (and (eq major-mode 'fundamental-mode) (null file-local-variables-alist)
                                   (save-excursion (goto-char (point-min))
                                                   (not (re-search-forward "-\\*-\\|Local Variables:" nil t))))
                         (set-buffer-modified-p nil) (kill-buffer)))
                   (error nil))))
      (unless clean (push name found))))
  (with-temp-file "found" (dolist (name (nreverse found)) (insert name "\n"))))
"#;
    check("emacs", "emacs", &["-Q", "--batch", "-l", "./script"], script);
}
