//! The exit status of curl lines: a call that was not made, an HTTP error and, with `--check`, an error in the answer fail in
//! every shell that the line is for.

use crate::support::shell::{ALL, BASH_POSIX, BUSYBOX, Done, Shell};
use crate::support::{Environment, Logged, Server, log, mgr2api, secrets};

fn shells() -> impl Iterator<Item = Shell> {
    ALL.into_iter().chain([BASH_POSIX, BUSYBOX])
}

fn line(server: &Server, options: &[&str], pairs: &[(&str, &str)]) -> String {
    let request = Logged::of_pairs("user.edit", pairs);
    let program = mgr2api(["-q", "-m", "billmgr", "--url", &server.url]).args(options);
    program.stdin(log::lines(&[request])).run().status(0).text().to_owned()
}

fn login(variable: &str, value: &str) -> Environment {
    vec![(variable.to_owned(), value.to_owned())]
}

/// The line's own end: a script's status is that of its last command.
fn run(shell: Shell, line: &str, environment: &[(String, String)]) -> Option<Done> {
    shell.run(line.as_bytes(), environment, "C.UTF-8")
}

#[test]
fn no_call_is_made_without_a_login() {
    let server = Server::start();
    for (how, variable) in [("authinfo", "MGR_AUTHINFO"), ("session", "MGR_SESSION")] {
        for options in [&[][..], &["--check", "--masked", "env"]] {
            let options = [&["--auth", how], options].concat();
            let line = line(&server, &options, &[("passwd", "*")]);
            for shell in shells() {
                for environment in [vec![], login(variable, "")] {
                    let environment = [environment, login("PASSWD", "p")].concat();
                    let Some(done) = run(shell, &line, &environment) else { continue };
                    assert_ne!(done.status, Some(0), "{}: {line}", shell.name);
                    assert_eq!(server.take(), [], "{}: {line}", shell.name);
                }
                let Some(done) = run(shell, &line, &[login(variable, "a"), login("PASSWD", "p")].concat()) else {
                    continue;
                };
                assert_eq!((done.status, server.take().len()), (Some(0), 1), "{}: {}", shell.name, done.stderr);
            }
        }
    }
    let line = line(&server, &["--auth", "none"], &[]);
    let Some(done) = shells().find_map(|shell| run(shell, &line, &[])) else { return };
    assert_eq!((done.status, server.take().len()), (Some(0), 1), "{}", done.stderr);
}

#[test]
fn an_http_error_fails() {
    let server = Server::start();
    for options in [&[][..], &["--check", "--masked", "env"]] {
        let line = line(&server, options, &[("x_status", "403 Forbidden"), ("passwd", "*")]);
        for shell in shells() {
            let environment = [login("MGR_AUTHINFO", secrets::LOGIN), login("PASSWD", "p")].concat();
            let Some(done) = run(shell, &line, &environment) else { continue };
            assert!(done.status != Some(0) && done.stderr.contains("403"), "{}: {}", shell.name, done.stderr);
            assert_eq!(server.take().len(), 1);
        }
    }
}

#[test]
fn with_check_an_error_in_the_answer_fails_and_every_answer_is_printed_as_it_is() {
    let server = Server::start();
    let long = format!(r#"{{"doc":{{"list":["{}"],"error":{{}}}}}}"#, "a\\\"b\\\\".repeat(2_000));
    let errors = [
        r#"{"doc":{"error":{"$type":"value"}}}"#,
        r#"{ "doc" : { "$lang":"en", "list":[{"a":"]}\\\""},{}], "error" :"x"} }"#,
        r#"{"error":{"code":1}}"#,
        &long,
        "<?xml version=\"1.0\"?>\n<doc><error type=\"auth\"/></doc>",
        "<!DOCTYPE html><p>log in</p>\n",
        "ERROR access: no\n",
        r#"{"doc":{"list":[{"a":"b"}"#,
        "<doc><list><elem>1</elem>",
        " \n",
    ];
    let successes = [
        r#"{"doc":{"elem":[{"error":"column"},{"b":{"error":1}}],"x":"error","y":"\"error\":"}}"#,
        r#"{"list":{"error":"deeper"},"doc":{"a\\":"error"}}"#,
        "{\"doc\":{\"a\":\"\u{43f}\u{440}\u{438}\"}}\n\n",
        "<doc><elem errors=\"0\">&lt;error&gt;</elem></doc>\n",
        "OK\n",
        "no ERROR",
        "[]",
    ];
    let requests: Vec<Logged> = errors
        .iter()
        .chain(&successes)
        .map(|answer| Logged::of_pairs("user.edit", &[("x_answer", *answer), ("passwd", "*")]))
        .collect();
    for options in [&["--check"][..], &[]] {
        let program = mgr2api(["-q", "-m", "billmgr", "--url", &server.url]).args(options);
        let ran = program.stdin(log::lines(&requests)).run().status(0);
        let script = ran.text().replace('\n', " && echo YES || echo NO\n");
        let end = |is_error: bool| if is_error && !options.is_empty() { "NO\n" } else { "YES\n" };
        let errors = errors.iter().flat_map(|answer| [*answer, end(true)]);
        let expected: String = errors.chain(successes.iter().flat_map(|answer| [*answer, end(false)])).collect();
        // Without the option nothing is between curl and its output: one shell is enough.
        for shell in shells().take(if options.is_empty() { 1 } else { usize::MAX }) {
            let Some(done) = run(shell, &script, &login("MGR_AUTHINFO", secrets::LOGIN)) else { continue };
            assert_eq!(String::from_utf8_lossy(&done.stdout), expected, "{} {options:?}", shell.name);
            assert_eq!(done.stderr, "", "{} {options:?}", shell.name);
        }
    }
}
