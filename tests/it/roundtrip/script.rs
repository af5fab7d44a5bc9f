//! `--script`: a whole conversion as one program, run by several shells with real curl against a recording panel, and
//! with a stand-in for mgrctl. All calls arrive in order; the first error ends the script and is named.

use crate::support;
use crate::support::shell::{BASH, BASH_POSIX, BUSYBOX, DASH, Shell};
use crate::support::{Environment, Logged, Oracle, Pair, Received, Server, StandIn, mgr2api, mgrctl, secrets};
use std::io::Write;
use std::process::{Command, Output, Stdio};

const SHELLS: [Shell; 4] = [DASH, BASH, BASH_POSIX, BUSYBOX];

fn script(options: &[&str], requests: &[Logged]) -> String {
    let program = mgr2api(["--script", "-m", "billmgr"]).args(options);
    program.stdin(support::log::lines(requests)).run().status(0).text().to_owned()
}

fn login() -> Environment {
    vec![("MGR_AUTHINFO".to_owned(), secrets::LOGIN.to_owned())]
}

/// The functions of all calls that arrived.
fn functions(received: &[Received]) -> Vec<String> {
    let function = |request: &Received| {
        let pairs = request.pairs();
        let (_, value) = pairs.iter().find(|(name, _)| name == b"func").expect("a function");
        String::from_utf8_lossy(value).into_owned()
    };
    received.iter().map(function).collect()
}

fn answering(function: &str, answer: &str) -> Logged {
    Logged::of_pairs(function, &[("x_answer", answer)])
}

#[test]
fn every_call_of_the_samples_arrives_in_order() {
    let server = Server::start();
    let program = mgr2api(["-m", "billmgr", "--url", &server.url, "--secrets", "env", "--masked", "env"])
        .args(support::log::samples());
    let ran = program.clone().args(["--script", "--with-deletes"]).run().status(0);
    assert!(!ran.text().contains(secrets::LOGIN));
    let (from_env, mut environment) = secrets::from_environment(&program);
    environment.extend(login());
    let oracle = Oracle { login: Some(("authinfo", secrets::LOGIN.as_bytes())), out: Some("json") };
    let (mut expected, mut said) = (Vec::new(), Vec::new());
    for (logged, from_env) in support::log::sample_requests().into_iter().zip(&from_env) {
        if !ran.leaves_out(&logged.place, "curl") {
            expected.push(oracle.pairs(&logged, from_env).expect("every request has a function"));
            said.push(logged);
        }
    }
    assert!(said.len() > 100);
    for shell in SHELLS {
        let Some(done) = shell.run(&ran.out, &environment, "C.UTF-8") else { continue };
        let arrived: Vec<Vec<Pair>> = server.take().iter().map(Received::pairs).collect();
        support::assert_arrived(shell.name, &arrived, &expected, &said);
        assert_eq!(done.stderr, format!("calls made: {}\n", said.len()), "{}", shell.name);
        assert_eq!(done.status, Some(0), "{}", shell.name);
    }
}

#[test]
fn an_error_ends_it_and_is_named() {
    let server = Server::start();
    for (answer, why) in [
        (r#"{"doc":{"error":{"$type":"value"}}}"#, "the panel answered with an error"),
        (
            r#"{ "doc" : { "$lang":"en", "list":[{"a":"]}\\\""},{}], "error" :"x"} }"#,
            "the panel answered with an error",
        ),
        (r#"{"error":{"code":1}}"#, "the panel answered with an error"),
        ("<?xml version=\"1.0\"?>\n<doc><error type=\"auth\"/></doc>", "the panel answered with an error"),
        ("<!DOCTYPE html><p>log in</p>", "the panel answered with an error"),
        ("ERROR access: no", "the panel answered with an error"),
        (r#"{"doc":{"list":[{"a":"b"}"#, "half an answer"),
        (r#"{"doc":{"list":"half"#, "half an answer"),
        (" \n", "no answer"),
    ] {
        let requests = [Logged::new("func=one"), answering("two.edit", answer), Logged::new("func=three")];
        let script = script(&["--url", &server.url], &requests);
        for shell in SHELLS {
            let Some(done) = shell.run(script.as_bytes(), &login(), "C.UTF-8") else { continue };
            assert_eq!(functions(&server.take()), ["one", "two.edit"], "{} {answer}", shell.name);
            let told = format!("stopped at call 2 (two.edit): {why}; calls made before it: 1\n");
            assert_eq!((done.stderr, done.status), (told, Some(1)), "{} {answer}", shell.name);
            assert!(String::from_utf8_lossy(&done.stdout).contains(answer.trim()), "the answer is shown");
        }
    }
}

#[test]
fn what_only_looks_like_an_error_does_not_end_it() {
    let server = Server::start();
    let answers = [
        r#"{"doc":{"elem":[{"error":"column"},{"b":{"error":1}}],"x":"error","y":"\"error\":"}}"#,
        r#"{"list":{"error":"deeper"},"doc":{"a\\":"error"}}"#,
        r#"{"doc":{"a":"}}]]","b":"\\","c":"\\\""}}"#,
        "<doc><elem errors=\"0\">&lt;error&gt;</elem></doc>",
        "OK",
        "no ERROR",
        "[]",
    ];
    let requests: Vec<Logged> = answers.iter().map(|answer| answering("f", answer)).collect();
    let script = script(&["--url", &server.url], &requests);
    for shell in SHELLS {
        let Some(done) = shell.run(script.as_bytes(), &login(), "C.UTF-8") else { continue };
        assert_eq!(server.take().len(), answers.len(), "{}", shell.name);
        assert_eq!(done.stderr, format!("calls made: {}\n", answers.len()), "{}", shell.name);
        assert_eq!(String::from_utf8_lossy(&done.stdout), answers.join("\n") + "\n", "{}", shell.name);
    }
}

#[test]
fn calls_that_delete_wait_for_a_word() {
    let server = Server::start();
    let requests =
        [Logged::new("func=a"), Logged::new("func=webdomain.delete&elid=x&passwd=*"), Logged::new("func=b&sok=ok")];
    for (options, arrived) in [(&[][..], &["a", "b"][..]), (&["--with-deletes"], &["a", "webdomain.delete", "b"])] {
        let script = script(&[&["--url", &server.url], options].concat(), &requests);
        let Some(done) = BASH.run(script.as_bytes(), &login(), "C.UTF-8") else { return };
        assert_eq!(functions(&server.take()), arrived);
        assert_eq!(done.stderr, format!("calls made: {}\n", arrived.len()));
    }
    let only = script(&["--url", &server.url], &[Logged::new("func=user.delete&elid=x")]);
    for shell in SHELLS {
        let Some(done) = shell.run(only.as_bytes(), &login(), "C.UTF-8") else { continue };
        assert_eq!((server.take().len(), &*done.stderr), (0, "calls made: 0\n"), "{}", shell.name);
    }
}

#[test]
fn nothing_runs_without_its_variables_or_its_end() {
    let server = Server::start();
    let requests = [Logged::new("func=a"), Logged::new("func=b&passwd=*&elid=5")];
    let script = script(&["--url", &server.url, "--masked", "env", "--var", "elid"], &requests);
    let all = [login(), vec![("PASSWD".to_owned(), "p".to_owned()), ("ELID".to_owned(), "e".to_owned())]].concat();
    let body = script.find("calls() {").expect("the calls");
    for shell in SHELLS {
        for missing in ["MGR_AUTHINFO", "PASSWD", "ELID"] {
            let environment: Environment = all.iter().filter(|(name, _)| name != missing).cloned().collect();
            let Some(done) = shell.run(script.as_bytes(), &environment, "C.UTF-8") else { continue };
            assert!(done.stderr.contains(missing) && done.status != Some(0), "{}: {}", shell.name, done.stderr);
        }
        // Cut anywhere, a script must not run a part of the calls.
        for end in (body..script.len() - "alls\nprintf".len()).step_by(17) {
            let Some(done) = shell.run(&script.as_bytes()[..end], &all, "C.UTF-8") else { continue };
            let over = script[..end].ends_with("calls") || script[body..end].contains("\ncalls\n");
            assert!(over || server.count() == 0, "{} at {end}: {}", shell.name, done.stderr);
            server.take();
        }
        let Some(done) = shell.run(script.as_bytes(), &all, "C.UTF-8") else { continue };
        assert_eq!((server.take().len(), &*done.stderr), (2, "calls made: 2\n"), "{}", shell.name);
    }
}

#[test]
fn a_panel_that_is_not_there_ends_it() {
    let script = script(&["--url", "https://127.0.0.1:1"], &[Logged::new("func=a"), Logged::new("func=b")]);
    let Some(done) = DASH.run(script.as_bytes(), &login(), "C") else { return };
    assert!(done.stderr.starts_with("curl: (7)"), "{}", done.stderr);
    assert!(done.stderr.ends_with("stopped at call 1 (a): curl failed; calls made before it: 0\n"), "{}", done.stderr);
    assert_eq!(done.status, Some(1));
}

/// A script with the stand-in, or another command, instead of mgrctl.
fn with_command(script: &str, command: &str) -> String {
    let replaced = script.replace("/usr/local/mgr5/sbin/mgrctl -m billmgr", command);
    assert_ne!(replaced, script);
    replaced
}

#[test]
fn mgrctl_gets_every_call_and_its_error_ends_it() {
    let values = support::hostile::VALUES.iter().map(|value| value.to_vec()).chain(support::hostile::every_byte());
    let requests: Vec<Logged> = values
        .filter(|value| !value.contains(&0) && !value.is_empty())
        .map(|value| Logged::of_pairs("processing.edit", &[("x", value)]))
        .collect();
    let text = script(&["-t", "mgrctl"], &requests);
    let expected = requests.iter().map(|logged| Oracle::default().pairs(logged, &[]).expect("a function"));
    let expected: Vec<Vec<Pair>> = expected.collect();
    for shell in SHELLS {
        let stand_in = StandIn::new();
        let run = with_command(&text, &stand_in.replace("/usr/local/mgr5/sbin/mgrctl -m billmgr").replace('\n', ""));
        let Some(done) = shell.run(run.as_bytes(), &stand_in.environment(), "C.UTF-8") else { continue };
        let calls = stand_in.take();
        let arrived: Vec<Vec<Pair>> = calls.iter().map(|call| mgrctl::pairs(call, "billmgr").0).collect();
        support::assert_arrived(shell.name, &arrived, &expected, &requests);
        assert_eq!(done.stderr, format!("calls made: {}\n", requests.len()), "{}", shell.name);
        for (command, why) in
            [("sh -c 'echo no; exit 1'", "mgrctl failed"), ("echo ERROR access", "the panel answered with an error")]
        {
            let Some(done) = shell.run(with_command(&text, command).as_bytes(), &[], "C.UTF-8") else { continue };
            let told = format!("stopped at call 1 (processing.edit): {why}; calls made before it: 0\n");
            assert_eq!((done.stderr, done.status), (told, Some(1)), "{}", shell.name);
        }
    }
}

/// Runs a script in a shell with a redirection such as `> /dev/full`.
fn redirected(shell: Shell, script: &str, words: &str, environment: &[(String, String)]) -> Option<Output> {
    let program = shell.find()?;
    let room = support::shell::Room::new();
    let path = room.home().join("script");
    std::fs::write(&path, script).expect("a writable temporary folder");
    let mut command = Command::new("bash");
    command.args(["--norc", "--noprofile", "-o", "pipefail", "-c"]).arg(format!("\"$@\" {words}")).arg("bash");
    // SIGPIPE is ignored in the test's process, and a shell cannot reset an inherited ignored signal, so `env` does it.
    command.arg("env").arg("--default-signal=PIPE").arg(program).args(shell.script_arguments()).arg(path);
    command.env_clear().envs(room.environment("C.UTF-8"));
    command.envs(environment.iter().map(|(name, value)| (name, value))).current_dir(room.dir());
    Some(command.output().expect("bash runs the tests"))
}

#[test]
fn an_answer_that_cannot_be_written_ends_it_and_is_named() {
    if ["bash", "curl", "awk"].iter().any(|tool| !support::installed::has_tool(tool)) {
        return;
    }
    let server = Server::start();
    let requests: Vec<Logged> = ["one", "two", "three"].map(|name| Logged::new(format!("func={name}"))).into();
    let calls = script(&["--url", &server.url], &requests);
    let refused = script(&["--url", &server.url], &[answering("one", "ERROR no"), Logged::new("func=two")]);
    for shell in SHELLS {
        for words in ["> /dev/full", ">&-", "| true", "| (exec <&-; sleep 1)"] {
            let Some(done) = redirected(shell, &calls, words, &login()) else { continue };
            let errors = String::from_utf8_lossy(&done.stderr);
            let told = "stopped at call 1 (one): its answer cannot be written; calls made before it: 0\n";
            // A reader may exit late, after the first answers.
            let is_late =
                words.starts_with('|') && errors.contains(": its answer cannot be written; calls made before it: ");
            assert!(errors.ends_with(told) || is_late, "{} {words}: {errors}", shell.name);
            assert_eq!(done.status.code(), Some(1), "{} {words}: {errors}", shell.name);
            assert!(is_late || server.count() == 1, "{} {words}", shell.name);
            server.take();

            let Some(done) = redirected(shell, &refused, words, &login()) else { continue };
            let errors = String::from_utf8_lossy(&done.stderr);
            let told = "stopped at call 1 (one): the panel answered with an error; calls made before it: 0\n";
            assert!(errors.ends_with(told) && done.status.code() == Some(1), "{} {words}: {errors}", shell.name);
            assert_eq!(functions(&server.take()), ["one"], "{} {words}", shell.name);
        }
    }
}

#[test]
fn a_command_that_reads_leaves_the_script_alone() {
    let text = script(&["-t", "mgrctl"], &[Logged::new("func=one"), Logged::new("func=two")]);
    let text = with_command(&text, "sh -c 'cat; echo \"$@\"' sh");
    for shell in SHELLS {
        let Some(program) = shell.find() else { continue };
        let room = support::shell::Room::new();
        let mut command = Command::new(program);
        // `sh -s` and similar commands read the script from the stream that a command would read.
        command.args(shell.script_arguments()).env_clear().envs(room.environment("C.UTF-8"));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the shell starts");
        let mut input = child.stdin.take().expect("a pipe");
        // Whatever the shell has read ahead, the command must not consume the script.
        input.write_all(text.as_bytes()).expect("the shell reads it");
        input.write_all(b"echo the rest\n").expect("the shell reads it");
        drop(input);
        let done = child.wait_with_output().expect("it ends");
        let errors = String::from_utf8_lossy(&done.stderr);
        assert_eq!(String::from_utf8_lossy(&done.stdout), "one\ntwo\nthe rest\n", "{}: {errors}", shell.name);
        assert_eq!((&*errors, done.status.code()), ("calls made: 2\n", Some(0)), "{}", shell.name);
    }
}

#[test]
fn without_awk_no_call_is_made() {
    let server = Server::start();
    let text = script(&["--url", &server.url], &[Logged::new("func=one")]);
    let without = tempfile::tempdir().expect("a writable temporary folder");
    for command in ["curl", "cat"] {
        let Some(real) = support::installed::find(command) else { return };
        std::os::unix::fs::symlink(real, without.path().join(command)).expect("a writable temporary folder");
    }
    let path = ("PATH".to_owned(), without.path().to_string_lossy().into_owned());
    // busybox has a built-in awk, so it is not tried.
    for shell in [DASH, BASH, BASH_POSIX] {
        let Some(done) = shell.run(text.as_bytes(), &[login(), vec![path.clone()]].concat(), "C") else { continue };
        assert!(done.stderr.contains("no call was made: awk"), "{}: {}", shell.name, done.stderr);
        assert_eq!((done.status, server.take().len()), (Some(1), 0), "{}", shell.name);
    }
}
