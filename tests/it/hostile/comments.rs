//! Comments have no effect on programs. In every format its own interpreter, compiler, parser or tool reads each
//! comment as the first lines of a file, with hostile words in every part that a log controls, and must find no
//! declaration. Raw declarations are checked first, because a reader that overlooks everything would prove nothing.
//!
//! `proofs!` names the proof of each format; a format without one fails. Editors are tested in `modelines.rs`.

mod proofs;

use crate::support;
use crate::support::declaration::{all, snippets};
use crate::support::installed::find;
use crate::support::mgr2api;
use mgr2api::{TARGETS, Target, target};
use regex::Regex;
use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;
use std::process::Command;

macro_rules! proofs {
    ($($test:ident: $target:literal, $proof:ident;)*) => {
        const PROVEN: &[&str] = &[$($target),*];
        $(#[test] fn $test() { proofs::$proof(&comments($target)); })*
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
