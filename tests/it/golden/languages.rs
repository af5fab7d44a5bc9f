//! The text of each format for every case, parsed by the parser of its language.
//!
//! One process parses all texts of a language, a file each, and prints the names of the rejected ones. One error can
//! hide another in the same file (two open quotes close each other), so every case is a file of its own. A file with an
//! error comes first, because a checker that accepts everything would prove nothing.

use super::cases::texts;
use crate::support::installed::find;
use crate::support::language::PERL;
use std::fs;
use std::process::Command;

/// Runs a checker with the arguments `(broken file, file of a case ...)`; it prints the names of the files that it
/// rejects.
#[track_caller]
fn check(target: &str, command: &[&str], broken: &str) {
    if !command[0].starts_with('/') && find(command[0]).is_none() {
        return;
    }
    let extension = mgr2api::target(target).expect("a target of this name").info().extension;
    let folder = tempfile::tempdir().expect("a writable temporary folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(format!("{name}.{extension}"));
        fs::write(&path, text).expect("a writable temporary folder");
        path
    };
    let broken = write("a broken one", broken);
    let files = texts(target).into_iter().map(|(case, text)| write(&case, &text));
    let output = Command::new(command[0]).args(&command[1..]).arg(&broken).args(files).output();
    let output = output.expect("the checker starts");
    let rejected = String::from_utf8_lossy(&output.stdout);
    let only_the_broken_one = format!("{}\n", broken.display());
    assert_eq!(rejected, only_the_broken_one, "{} says: {}", command[0], String::from_utf8_lossy(&output.stderr));
}

/// Makes a shell parse, but not run, the text of a target for every case.
#[track_caller]
fn check_by_shell(shell: &str, target: &str) {
    let script = r#"for file do "$0" -n "$file" >&2 || printf '%s\n' "$file"; done"#;
    if find(shell).is_some() {
        check(target, &["/bin/sh", "-c", script, shell], "echo 'open\n");
    }
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
    // gofmt accepts declarations without a package only from standard input, and only one file.
    let script =
        r#"for file do { echo 'package snippets'; cat "$file"; } | gofmt -e >/dev/null || printf '%s\n' "$file"; done"#;
    if find("gofmt").is_some() {
        check("go", &["/bin/sh", "-c", script, "sh"], "func a() (string, error) { return \"a, nil }\n");
    }
}

#[test]
fn ansible_can_read_ansible() {
    // Ansible's own loader, with its own tags and its own errors for duplicate keys.
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
    for (case, text) in texts("powershell") {
        assert!(!has_error(&text), "{case}");
    }
}

#[test]
fn bash_can_read_curl_and_mgrctl() {
    check_by_shell("bash", "curl");
    check_by_shell("bash", "mgrctl");
}

#[test]
fn zsh_can_read_curl_and_mgrctl() {
    check_by_shell("zsh", "curl");
    check_by_shell("zsh", "mgrctl");
}

#[test]
fn dash_can_read_curl() {
    check_by_shell("dash", "curl");
}

#[test]
fn fish_can_read_curl() {
    check_by_shell("fish", "curl");
}

#[test]
fn a_shell_snippet_is_one_line() {
    for target in ["curl", "mgrctl"] {
        let command = if target == "curl" { " -sS" } else { "/usr/local/mgr5/sbin/mgrctl -m " };
        for (case, text) in texts(target) {
            let (comments, commands): (Vec<_>, Vec<_>) = text.lines().partition(|line| line.starts_with("# "));
            assert_eq!(comments.len(), commands.len(), "{case}");
            assert!(commands.iter().all(|line| line.contains(command)), "{case}");
        }
    }
}

#[test]
fn a_rust_parser_can_read_rust() {
    for (case, text) in texts("rust") {
        let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{case}: {error}"));
        let names: Vec<String> = file
            .items
            .iter()
            .map(|item| match item {
                syn::Item::Fn(function) => function.sig.ident.to_string(),
                _ => panic!("{case}: something other than a function"),
            })
            .collect();
        assert!((1..names.len()).all(|at| !names[at..].contains(&names[at - 1])), "{case}: {names:?}");
    }
}

#[test]
fn an_address_parser_can_read_url() {
    for (case, text) in texts("url") {
        for line in text.lines().filter(|line| !line.starts_with("# ")) {
            let url = url::Url::parse(line).unwrap_or_else(|error| panic!("{case}: {error}"));
            assert_eq!(url.as_str(), line, "{case}: not in the form that the standard gives it");
            let mut names = url.query_pairs().map(|(name, _)| name.into_owned());
            assert_eq!(names.next().as_deref(), Some("func"), "{case}");
        }
    }
}

#[test]
fn a_json_parser_can_read_json() {
    for (case, text) in texts("json") {
        for line in text.lines() {
            let object: serde_json::Value =
                serde_json::from_str(line).unwrap_or_else(|error| panic!("{case}: {error}"));
            let has = |key: &str| object.get(key).or(object.get(format!("{key}_raw"))).is_some();
            let keys =
                ["time", "timestamp", "pid", "thread", "origin", "user", "su", "manager", "func", "params", "removed"];
            for key in keys.into_iter().chain(["changes", "source", "line"]) {
                assert!(has(key), "{case}: no {key}");
            }
        }
    }
}
