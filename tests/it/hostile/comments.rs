//! Comments have no effect on programs. In every format its own interpreter, compiler, parser or tool reads each
//! comment as the first lines of a file, with hostile words in every part that a log controls, and must find no
//! declaration. Raw declarations are checked first, because a reader that overlooks everything would prove nothing.
//!
//! `proofs!` names the proof of each format; a format without one fails. Editors are tested in `modelines.rs`.

use crate::support;
use crate::support::declaration::{all, snippets};
use crate::support::installed::find;
use crate::support::shell::{BASH, BASH_POSIX, BUSYBOX, DASH, FISH, Shell, ZSH};
use crate::support::tool::{hurl, npm};
use crate::support::{Server, mgr2api};
use mgr2api::{TARGETS, Target, target};
use regex::Regex;
use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;
use std::process::Command;

macro_rules! proofs {
    ($($test:ident: $target:literal, $proof:ident;)*) => {
        const PROVEN: &[&str] = &[$($target),*];
        $(#[test] fn $test() { $proof(&comments($target)); })*
    };
}

proofs! {
    shells_read_nothing_in_a_comment_of_curl: "curl", shells;
    shells_read_nothing_in_a_comment_of_mgrctl: "mgrctl", shells;
    rust_reads_nothing_in_a_comment: "rust", rust;
    people_alone_read_a_comment_of_url: "url", people;
    python_reads_nothing_in_a_comment: "python", python;
    php_reads_nothing_in_a_comment: "php", php;
    perl_reads_nothing_in_a_comment: "perl", perl;
    node_reads_nothing_in_a_comment: "node", node;
    go_reads_nothing_in_a_comment: "go", go;
    ansible_reads_nothing_in_a_comment: "ansible", ansible;
    powershell_reads_nothing_in_a_comment: "powershell", powershell;
    http_clients_read_nothing_in_a_comment: "http", http;
    hurl_reads_nothing_in_a_comment: "hurl", hurl_entries;
}

#[test]
fn every_format_with_comments_has_its_proof() {
    let with_comments =
        TARGETS.iter().filter(|target| target.info().comment.is_some()).map(|target| target.info().name);
    assert_eq!(with_comments.collect::<BTreeSet<_>>(), PROVEN.iter().copied().collect());
}

/// All distinct comments for the hostile logs.
#[track_caller]
fn comments(name: &str) -> Vec<String> {
    let target: &dyn Target = target(name).expect("a target");
    let comments: BTreeSet<String> = snippets(target, &all()).into_iter().map(|(comment, _)| comment).collect();
    assert!(comments.len() > 300, "hardly anything to check");
    comments.into_iter().collect()
}

#[test]
fn a_comment_starts_with_a_fixed_word_and_has_no_sign_of_a_declaration() {
    for name in PROVEN {
        let sign = target(name).and_then(|target| target.info().comment).expect("comments").sign;
        for comment in comments(name) {
            let starts = ["call", "Jun 25 09:07:51"].map(|start| format!("{sign} {start} "));
            let text = starts.iter().find_map(|start| comment.strip_prefix(start));
            let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b" ,._-%@".contains(&byte);
            assert!(text.is_some_and(|text| text.bytes().all(is_plain)), "{name}: {comment}");
            assert!(!comment.contains("  ") && !comment.contains(" ,"), "{name}: {comment}");
        }
    }
}

/// Runs a reader with the files `(raw declarations ..., comments ...)`; it prints the names of the files in which it
/// finds a declaration. Each file is the comment followed by `rest`.
#[track_caller]
fn check(reader: &[&str], extension: &str, declarations: &[&str], rest: &str, comments: &[String]) {
    if find(reader[0]).is_none() {
        return;
    }
    let folder = tempfile::tempdir().expect("a writable temporary folder");
    let mut command = Command::new(reader[0]);
    command.args(&reader[1..]).current_dir(&folder).env("GOFLAGS", "-mod=mod");
    command.env("GOCACHE", Path::new(env!("CARGO_TARGET_TMPDIR")).join("go-cache"));
    let texts = declarations.iter().copied().chain(comments.iter().map(String::as_str));
    let mut names = HashMap::new();
    for (number, text) in texts.enumerate() {
        let name = format!("{number}.{extension}");
        fs::write(folder.path().join(&name), format!("{text}\n{rest}")).expect("a writable temporary folder");
        command.arg(&name);
        names.insert(name, text);
    }
    let output = command.output().expect("the reader starts");
    let printed = String::from_utf8_lossy(&output.stdout);
    let found: Vec<&str> = printed.lines().map(|name| names[name]).collect();
    assert_eq!(found, declarations, "{}: {}", reader[0], String::from_utf8_lossy(&output.stderr));
}

fn python(comments: &[String]) {
    let script = r#"
import sys, tokenize
for name in sys.argv[1:]:
    try:
        seen = {}
        exec(compile(open(name, "rb").read(), name, "exec", dont_inherit=True), seen)
        same = seen["text"] == "+AEE-\u00e9" and tokenize.detect_encoding(open(name, "rb").readline)[0] == "utf-8"
    except Exception as error:
        same = print(error, file=sys.stderr)
    if not same:
        print(name)
"#;
    let declarations = ["# coding:utf_7", "# x coding: latin-1 x", "# vim: set fileencoding=latin-1 :"];
    check(&["python3", "-W", "error", "-c", script], "py", &declarations, "text = \"+AEE-é\"\n", comments);
}

#[test]
fn no_text_of_a_log_stands_in_the_first_two_lines_of_python() {
    let log: Vec<u8> = all().into_iter().flat_map(|line| [&line[..], b"\n"].concat()).collect();
    let form = Regex::new(r"\Aimport [a-z., ]+\nimport [a-z., ]+\n# [^\n]*\nform = \[\n").expect("valid");
    for options in
        [&[][..], &["--auth", "none", "--out", "text", "--url", "https://panel.example"], &["--method", "get"]]
    {
        let run = mgr2api(["-m", "core", "-t", "python", "--comments", "always"]).args(options);
        let ran = run.stdin(log.clone()).run().status(0);
        let starts = ran.text().match_indices("form = [\n").map(|(at, _)| {
            let lines: Vec<&str> = ran.text()[..at].split_inclusive('\n').collect();
            lines[lines.len() - 3..].concat() + "form = [\n"
        });
        assert!(starts.inspect(|start| assert!(form.is_match(start), "{start}")).count() > 300);
    }
}

/// The attack itself: in UTF-7 the quotes of these values end, and the text after them is executed.
#[test]
fn no_value_becomes_code_through_an_encoding() {
    let value = "+ACI-, __import__(+ACI-os+ACI-).system(+ACI-touch CANARY+ACI-), +ACI-";
    for (user, function, parameter) in
        [("", "coding:utf_7", ""), ("coding", "utf_7", ""), ("root", "a", "coding:utf_7"), ("coding:utf_7", "a", "")]
    {
        let text = support::form::encode(value.as_bytes());
        let function = support::form::encode(function.as_bytes());
        let masked = if parameter.is_empty() { String::new() } else { format!("&{parameter}=*") };
        let line =
            support::Logged { user: user.into(), ..support::Logged::new(format!("func={function}{masked}&x={text}")) };
        let run = mgr2api(["-m", "core", "-t", "python", "--comments", "always", "--auth", "none"]);
        let program = run.stdin(line.line()).run().status(0).out;
        let Some(python) = find("python3") else { return };
        let folder = tempfile::tempdir().expect("a writable temporary folder");
        fs::write(folder.path().join("call.py"), program).expect("a writable temporary folder");
        // The call fails because nothing listens at localhost:1500, but the form was parsed before.
        Command::new(python).arg("call.py").current_dir(&folder).output().expect("it starts");
        assert!(!folder.path().join("CANARY").exists(), "{user:?} {function:?} {parameter:?}");
    }
}

fn php(comments: &[String]) {
    let script = r#"
$kinds = fn($text) => array_map(fn($token) => is_array($token) ? $token[0] : $token, token_get_all("<?php\n$text"));
$usual = $kinds("// x\necho 7;\n");
foreach (array_slice($argv, 1) as $name) {
    if ($kinds(file_get_contents($name)) !== $usual) echo "$name\n";
}
"#;
    check(&["php", "-r", script, "--"], "php", &["// a ?> b", "# /* x\n/*"], "echo 7;\n", comments);
}

fn perl(comments: &[String]) {
    let script = r#"
use strict; use warnings FATAL => 'all';
for my $name (@ARGV) {
    my @seen = do "./$name";
    print "$name\n" unless "@seen" eq "2 ./$name 2 x" ;
}
"#;
    let declarations = ["# line 7 \"x\"", "#\n=pod", "#\n__END__"];
    check(&["perl", "-e", script], "pl", &declarations, "(__LINE__, __FILE__, length('é'), 'x');\n", comments);
}

fn node(comments: &[String]) {
    let script = r#"
const fs = require("fs"), vm = require("vm");
for (const name of process.argv.slice(1)) {
    let seen, script;
    try { script = new vm.Script(fs.readFileSync(name, "utf8"), { filename: name }); seen = script.runInThisContext(); }
    catch (error) { console.error(name, error); }
    if (seen !== `Error: x\n    at ${name}:2:1` || script.sourceMapURL !== undefined) console.log(name);
}
"#;
    let declarations = ["//# sourceMappingURL=x.map", "//# sourceURL=y.js", "// a\u{2028}throw 7"];
    let rest = "new Error(\"x\").stack.split(\"\\n\", 2).join(\"\\n\")\n";
    check(&["node", "-e", script, "--"], "js", &declarations, rest, comments);
}

fn go(comments: &[String]) {
    let script = r#"package main

import (
    "fmt"
    "go/build"
    "go/build/constraint"
    "go/parser"
    "go/token"
    "os"
    "regexp"
    "strings"
)

var generated = regexp.MustCompile(`(?m)^// Code generated .* DO NOT EDIT\.$`)

func main() {
    for _, name := range os.Args[1:] {
        text, _ := os.ReadFile(name)
        line := strings.SplitN(string(text), "\n", 2)[0]
        set := token.NewFileSet()
        file, err := parser.ParseFile(set, name, text, parser.ParseComments)
        matches, _ := build.Default.MatchFile(".", name)
        same := err == nil && matches && !constraint.IsGoBuild(line) && !constraint.IsPlusBuild(line)
        if same {
            at := set.Position(file.Package)
            says := len(file.Comments) == 1 && file.Comments[0].Text() == strings.TrimPrefix(line, "// ")+"\n"
            same = at.Line == 3 && at.Filename == name && says && !generated.Match(text)
        }
        if !same {
            fmt.Println(name)
        }
    }
}
"#;
    let folder = tempfile::tempdir().expect("a writable temporary folder");
    let program = folder.path().join("reader.go");
    fs::write(&program, script).expect("a writable temporary folder");
    let declarations = [
        "//go:build ignore",
        "// +build ignore",
        "//line x.go:7",
        "//go:generate x",
        "// Code generated by x DO NOT EDIT.",
    ];
    // `go run` would take arguments that end in .go for parts of the program.
    let build = format!("go build -o reader {} && ./reader \"$@\"", program.display());
    if find("go").is_some() {
        check(&["/bin/sh", "-c", &build, "sh"], "go", &declarations, "\npackage p\n", comments);
    }
}

fn rust(comments: &[String]) {
    let is_read = |comment: &str| {
        let file = syn::parse_file(&format!("{comment}\nfn x() {{}}\n"));
        !file.is_ok_and(|file| {
            let plain = matches!(&file.items[..], [syn::Item::Fn(function)] if function.attrs.is_empty());
            plain && file.attrs.is_empty() && file.shebang.is_none()
        })
    };
    assert!(["//! x", "/// x", "#!/bin/sh", "#![no_std]", "// a\nb"].into_iter().all(is_read));
    // rustfmt skips a file with this word in its first lines.
    let is_read = |comment: &String| is_read(comment) || comment.contains("@generated");
    assert_eq!(comments.iter().find(|comment| is_read(comment)), None);
}

/// No program parses a list of addresses.
fn people(comments: &[String]) {
    assert!(comments.iter().all(|comment| comment.starts_with("# ") && comment.lines().count() == 1));
}

fn shells(comments: &[String]) {
    const ALL: [Shell; 6] = [BASH, BASH_POSIX, DASH, BUSYBOX, ZSH, FISH];
    let script = comments.iter().flat_map(|comment| [comment, "\necho x\n"]).collect::<String>();
    for shell in ALL {
        let Some(done) = shell.run(script.as_bytes(), &Vec::new(), "C.UTF-8") else { continue };
        assert_eq!(done.stdout, "x\n".repeat(comments.len()).as_bytes(), "{}", shell.name);
        assert_eq!((&*done.stderr, done.status), ("", Some(0)), "{}", shell.name);
    }
    let script = r#"for file do shellcheck -s sh -f gcc "$file" | grep -q ':2:6:.*SC2086' || echo "$file"; done"#;
    if find("shellcheck").is_some() {
        let declarations = ["# shellcheck disable=SC2086", "# shellcheck disable=all"];
        // Slow: a process for each file.
        let few: Vec<String> = comments.iter().filter(|comment| comment.contains("shellcheck")).cloned().collect();
        assert!(few.len() > 3);
        check(&["/bin/sh", "-c", script, "sh"], "sh", &declarations, "echo $1\n", &few);
    }
}

fn ansible(comments: &[String]) {
    let script = r#"
import sys
from ansible.parsing.dataloader import DataLoader
loader = DataLoader()
for name in sys.argv[1:]:
    try:
        same = loader.load_from_file(name) == [{"name": "x"}]
    except Exception as error:
        same = print(error, file=sys.stderr)
    if not same:
        print(name)
"#;
    if find("ansible-playbook").is_some() {
        let declarations = ["%YAML 9.9\n---", "# a\n- b: c", "$ANSIBLE_VAULT;1.1;AES256"];
        check(&["/usr/bin/python3", "-c", script], "yml", &declarations, "- name: x\n", comments);
    }
}

fn powershell(comments: &[String]) {
    let mut parser = tree_sitter::Parser::new();
    parser.set_language(&tree_sitter_powershell::LANGUAGE.into()).expect("versions fit");
    let mut read = |comment: &str| {
        let tree = parser.parse(format!("{comment}\n$a = 7\n"), None).expect("no time limit");
        let first = tree.root_node().child(0).map(|node| (node.start_position(), node.end_position().row));
        (tree.root_node().to_sexp(), first)
    };
    let usual = read("# x");
    for declaration in ["<# x", "# a\nb", "x # a"] {
        assert_ne!(read(declaration), usual, "{declaration}");
    }
    // Comments with a meaning in PowerShell itself, which the grammar does not know.
    let declares = Regex::new("(?i)^#(requires|region|endregion)|#>|<#|# *sig #").expect("valid");
    for comment in comments {
        assert_eq!(read(comment), usual, "{comment}");
        assert!(!declares.is_match(comment), "{comment}");
    }
}

fn http(comments: &[String]) {
    // How httpyac and the REST client of VS Code recognise instructions in a comment.
    let heeded = Regex::new(r"^\s*(?:#+|/{2,})\s*@").expect("valid");
    assert!(heeded.is_match("### @disabled") && heeded.is_match("# @name x"));
    assert_eq!(comments.iter().find(|comment| heeded.is_match(comment) || comment.contains('@')), None);
    let server = Server::start();
    let calls = |comments: &[&str]| {
        let entry = |comment: &&str| format!("{comment}\n# @no-reject-unauthorized\nGET {}/x?a=b\n", server.url);
        let file = comments.iter().map(entry).collect::<String>();
        let arguments = ["send", "calls.http", "--all", "--silent"];
        npm("httpyac", &arguments, &[("calls.http", &*file)], &HashMap::new()).map(|_| server.take().len())
    };
    let Some(looped) = calls(&["### x\n# @loop for 3"]) else { return };
    assert_eq!(looped, 3);
    // Slow: try only some of the comments.
    let comments: Vec<&str> = comments.iter().map(String::as_str).step_by(29).collect();
    assert_eq!(calls(&comments), Some(comments.len()));
}

fn hurl_entries(comments: &[String]) {
    let server = Server::start();
    let calls = |comments: &[&str]| {
        let entry =
            |comment: &&str| format!("{comment}\nGET {}/x?a=b\n[Options]\ninsecure: true\nHTTP 200\n", server.url);
        let file = comments.iter().map(entry).collect::<String>();
        let ended = hurl(&["calls.hurl"], &[("calls.hurl", &*file)], &HashMap::new())?;
        ended.success();
        Some(server.take().len())
    };
    let Some(twice) = calls(&[&format!("# a\nGET {}/y\n[Options]\ninsecure: true", server.url)]) else { return };
    assert_eq!(twice, 2);
    let comments: Vec<&str> = comments.iter().map(String::as_str).collect();
    assert_eq!(calls(&comments), Some(comments.len()));
}
