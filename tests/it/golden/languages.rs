//! The golden snippets of languages with an interpreter or compiler of their own, read by that one's parser.
//!
//! One process reads all files of a language and names those that it rejects. One fault can hide another in a file that
//! holds both, so every case is checked alone; and a file with a fault goes first, since a checker that accepts everything
//! would prove nothing.

use crate::support::language::PERL;
use crate::support::shell::find;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The golden files of a target that hold anything, sorted.
fn golden(target: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/snippet").join(target);
    let entries = fs::read_dir(&folder).expect("golden files; BLESS=1 cargo test --test it writes them");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    files.retain(|path| path.metadata().expect("a readable file").len() > 0);
    assert!(files.len() > 80, "hardly anything to check");
    files.sort();
    files
}

/// Runs a checker, which gets `(broken file, golden files ...)` as arguments and prints the names of those that it rejects.
#[track_caller]
fn check(target: &str, command: &[&str], broken: &str) {
    if !command[0].starts_with('/') && find(command[0]).is_none() {
        return;
    }
    let folder = tempfile::tempdir().expect("a writable temporary folder");
    let path = folder.path().join("broken");
    fs::write(&path, broken).expect("a writable temporary folder");
    let output = Command::new(command[0]).args(&command[1..]).arg(&path).args(golden(target)).output();
    let output = output.expect("the checker starts");
    let rejected = String::from_utf8_lossy(&output.stdout);
    let only_the_broken_one = format!("{}\n", path.display());
    assert_eq!(rejected, only_the_broken_one, "{} says: {}", command[0], String::from_utf8_lossy(&output.stderr));
}

#[test]
fn python_can_read_python() {
    let script = r#"
import sys
for name in sys.argv[1:]:
    try:
        compile(open(name, "rb").read(), name, "exec", dont_inherit=True)
    except Exception as error:
        print(name); print(error, file=sys.stderr)
"#;
    check("python", &["python3", "-W", "error", "-c", script], "form = [(\"a\", \"b]\n");
}

#[test]
fn php_can_read_php() {
    let script = r#"
foreach (array_slice($argv, 1) as $name) {
    try {
        token_get_all("<?php\n" . file_get_contents($name), TOKEN_PARSE);
    } catch (ParseError $error) {
        echo "$name\n"; fprintf(STDERR, "%s: %s\n", $name, $error->getMessage());
    }
}
"#;
    check("php", &["php", "-r", script, "--"], "$form = [['a', 'b'];\n");
}

#[test]
fn perl_can_read_perl() {
    let script = r#"
use strict; use warnings FATAL => 'all';
for my $name (@ARGV) {
    open my $file, '<', $name or die;
    my $text = do { local $/; <$file> };
    eval "my \$code = sub { $text }; 1" or do { print "$name\n"; print STDERR "$name: $@\n" };
}
"#;
    if !PERL.is_installed() {
        return;
    }
    check("perl", &["perl", "-e", script], "{ my $form = 'a; }\n");
}

#[test]
fn node_can_read_node() {
    let script = r#"
const fs = require("fs"), vm = require("vm");
for (const name of process.argv.slice(1)) {
    try { new vm.SourceTextModule(fs.readFileSync(name, "utf8")); }
    catch (error) { console.log(name); console.error(name, error); }
}
"#;
    let options = ["node", "--no-warnings", "--experimental-vm-modules", "-e", script, "--"];
    check("node", &options, "{ const form = [\"a\", \"b]; }\n");
}

#[test]
fn gofmt_can_read_go() {
    // It takes declarations alone from standard input only, and one file at that.
    let script =
        r#"for file do { echo 'package snippets'; cat "$file"; } | gofmt -e >/dev/null || printf '%s\n' "$file"; done"#;
    if find("gofmt").is_some() {
        check("go", &["sh", "-c", script, "sh"], "func a() (string, error) { return \"a, nil }\n");
    }
}

#[test]
fn ansible_can_read_ansible() {
    // Its own loader, with its own tags and its own complaints about keys that occur twice.
    let script = r#"
import sys
from ansible.parsing.dataloader import DataLoader
loader = DataLoader()
for name in sys.argv[1:]:
    try:
        tasks = loader.load_from_file(name)
        assert all(isinstance(task["name"], str) for task in tasks)
    except Exception as error:
        print(name); print(error, file=sys.stderr)
"#;
    if find("ansible-playbook").is_some() {
        check("ansible", &["/usr/bin/python3", "-c", script], "- name: 'a\n");
    }
}

#[test]
fn a_powershell_grammar_can_read_powershell() {
    let mut parser = tree_sitter::Parser::new();
    parser.set_language(&tree_sitter_powershell::LANGUAGE.into()).expect("versions fit");
    let mut has_error = |text: &str| parser.parse(text, None).expect("no time limit").root_node().has_error();
    for broken in
        ["$form = @(\n    'a=b\n)\n", "if ($null -eq $env:A { throw 'A' }\n", "$a = Invoke-RestMethod -Uri ('a' + )\n"]
    {
        assert!(has_error(broken), "{broken}");
    }
    for path in golden("powershell") {
        assert!(!has_error(&fs::read_to_string(&path).expect("a golden file")), "{}", path.display());
    }
}
