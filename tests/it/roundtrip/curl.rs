//! curl snippets, run by real shells with real curl: a recording panel must receive the logged bytes in order, without
//! what was stripped, and nothing in a value is executed.

use crate::support;
use crate::support::installed::left_out;
use crate::support::{Environment, Logged, Oracle, Pair, Received, Run, Server, Shell, mgr2api, shell};
use proptest::prelude::*;
use std::path::PathBuf;

/// How the login reaches the panel.
const LOGINS: [(&str, Option<&str>, &str); 3] = [
    ("authinfo", Some("authinfo"), "MGR_AUTHINFO"),
    ("session", Some("auth"), "MGR_SESSION"),
    ("none", None, "UNUSED"),
];

/// One conversion to curl and the requests that its snippets must send.
struct Batch {
    requests: Vec<Logged>,
    /// The logs with the requests; if empty, the requests are passed through standard input.
    logs: Vec<PathBuf>,
    options: Vec<String>,
    login: (&'static str, Option<&'static str>, &'static str),
    method: &'static str,
}

impl Batch {
    fn new(requests: Vec<Logged>, options: &[&str]) -> Self {
        let options = options.iter().map(ToString::to_string).collect();
        Self { requests, logs: Vec::new(), options, login: LOGINS[0], method: "post" }
    }

    fn program(&self, server: &Server) -> Run {
        mgr2api(["-m", "billmgr", "--url", &server.url, "--auth", self.login.0, "--method", self.method])
            .args(&self.options)
            .args(&self.logs)
            .stdin(support::log::lines(&self.requests))
    }

    /// Runs the snippets in these shells, the whole batch as one script.
    #[track_caller]
    fn check(&self, server: &Server, shells: &[Shell]) {
        let program = self.program(server);
        let ran = program.run().status(0);
        assert!(!ran.text().contains(secret()), "the login is in the text");
        let (from_env, mut environment) = support::secrets::from_environment(&program);
        environment.push((self.login.2.to_owned(), secret().to_owned()));
        let oracle = Oracle { login: self.login.1.map(|name| (name, secret().as_bytes())), out: Some("json") };
        assert_eq!(from_env.len(), self.requests.len(), "every request is converted: {}", ran.err_text());
        let said: Vec<(&Logged, &Vec<Pair>)> = self
            .requests
            .iter()
            .zip(&from_env)
            .filter(|(logged, from_env)| {
                let left_out = ran.leaves_out(&logged.place, "curl");
                assert!(!left_out || logged.payload.len() > 131_000 || from_env.len() > 7, "{}", logged.place);
                !left_out
            })
            .collect();
        let pairs = said.iter().map(|(logged, from_env)| oracle.pairs(logged, from_env));
        let expected: Vec<Vec<Pair>> = pairs.map(|pairs| pairs.expect("every request has a function")).collect();
        let requests: Vec<Logged> = said.iter().map(|&(logged, _)| logged.clone()).collect();
        for shell in shells {
            let Some(done) = shell.run(&ran.out, &environment, "C.UTF-8") else { continue };
            let received = server.take();
            self.judge(*shell, &received);
            let arrived: Vec<Vec<Pair>> = received.iter().map(Received::pairs).collect();
            support::assert_arrived(shell.name, &arrived, &expected, &requests);
            assert_eq!(done.stderr, "", "{}", shell.name);
        }
    }

    /// Checks everything about the requests except the parameters.
    #[track_caller]
    fn judge(&self, shell: Shell, received: &[Received]) {
        for request in received {
            assert_eq!(request.path, "/billmgr", "{}", shell.name);
            if self.method == "post" {
                assert_eq!(request.method, "POST");
                assert_eq!(request.query, b"", "a value in the address ends in the logs of a web server");
                assert_eq!(request.content_type, "application/x-www-form-urlencoded");
            } else {
                assert_eq!((&*request.method, &request.body[..]), ("GET", &b""[..]));
            }
        }
    }
}

fn secret() -> &'static str {
    support::secrets::LOGIN
}

fn hostile_requests() -> Vec<Logged> {
    let values = support::hostile::VALUES.iter().map(|value| value.to_vec());
    let values: Vec<Vec<u8>> =
        values.chain(support::hostile::every_byte()).chain([vec![0], vec![0, b'a', 0]]).collect();
    // Many values in one request: a value that breaks out damages its neighbours.
    let chunks = values.chunks(40);
    chunks
        .flat_map(|chunk| {
            let pairs: Vec<(String, &Vec<u8>)> =
                chunk.iter().enumerate().map(|(index, value)| (format!("p{index}"), value)).collect();
            let names: Vec<(&Vec<u8>, &str)> = chunk.iter().map(|value| (value, "x")).collect();
            [Logged::of_pairs("processing.edit", &pairs), Logged::of_pairs("processing.edit", &names)]
        })
        .collect()
}

#[test]
fn every_request_of_the_samples_arrives_in_every_shell() {
    let server = Server::start();
    let samples = |options: &[&str]| {
        let batch = Batch::new(support::log::sample_requests(), options);
        Batch { logs: support::log::samples(), ..batch }
    };
    samples(&[]).check(&server, &shell::ALL);
    // Shells differ only in the text of login and parameters; where curl sends them does not depend on the shell.
    for (login, method, shell) in
        [(LOGINS[1], "post", shell::BASH), (LOGINS[2], "get", shell::DASH), (LOGINS[0], "get", shell::FISH)]
    {
        Batch { login, method, ..samples(&[]) }.check(&server, &[shell]);
    }
    samples(&["--masked", "env"]).check(&server, &[shell::ZSH, shell::FISH]);
}

#[test]
fn every_attack_and_every_byte_arrives_in_values_and_names() {
    let server = Server::start();
    let batch = Batch::new(hostile_requests(), &["--secrets", "show"]);
    batch.check(&server, &shell::ALL);
    Batch { method: "get", ..batch }.check(&server, &[shell::DASH, shell::FISH]);
}

#[test]
fn secrets_come_from_the_environment_however_many() {
    let server = Server::start();
    let requests = [
        "func=user.edit&name=a&passwd=*&sok=ok",
        "confirm=*&func=user.edit&name=a&passwd=*&sok=ok&token=*",
        "func=user.edit&path=*&name=a&ipmipass=hunter2",
        "func=a&passwd=*&passwd=*&passwd=x",
        "func=a&a=*&b=*&c=*&d=*&e=*&f=*&g=*",
    ];
    for login in LOGINS {
        let requests = requests.map(Logged::new).to_vec();
        Batch { login, ..Batch::new(requests, &["--masked", "env"]) }.check(&server, &shell::ALL);
    }
}

#[test]
fn more_secrets_than_there_are_descriptors_are_reported() {
    let line = Logged::new("func=a&a=*&b=*&c=*&d=*&e=*&f=*&g=*&h=*").line();
    let ran = mgr2api(["-m", "billmgr", "--masked", "env", "--strict"]).stdin(line).run();
    assert_eq!((ran.status, &*ran.out), (Some(1), &b""[..]));
    assert!(ran.err_text().contains("stdin:1: a: not converted to curl: more than 8 values"), "{}", ran.err_text());
}

#[test]
fn secrets_in_clear_are_in_the_text_only_when_asked_for() {
    let server = Server::start();
    let requests = || vec![Logged::new("func=a&ipmipass=hunter2&x=y")];
    for (options, shown) in [(&[][..], false), (&["--secrets", "show"][..], true)] {
        let batch = Batch::new(requests(), options);
        assert_eq!(batch.program(&server).run().text().contains("hunter2"), shown);
        batch.check(&server, &shell::ALL);
    }
}

#[test]
fn an_ipv6_address_is_called_as_it_is() {
    match Server::start_on("[::1]") {
        Err(error) => left_out(&format!("no ::1 on this machine: {error}")),
        Ok(server) => {
            let requests = || vec![Logged::of_pairs("a", &[("x", "{a,b}[1-3]"), ("y", "é")])];
            for method in ["post", "get"] {
                Batch { method, ..Batch::new(requests(), &[]) }.check(&server, &shell::ALL);
            }
        }
    }
}

#[test]
fn long_bodies_are_split_and_arrive_whole() {
    let server = Server::start();
    let pairs = |count: usize, len: usize| -> Vec<(String, String)> {
        (0..count).map(|index| (format!("p{index}"), "é&".repeat(len / 9))).collect()
    };
    let long = Logged::of_pairs("a", &pairs(4, 60_000));
    let longest_parameter = Logged::new(format!("func=a&x=1&y={}&z=2", "b".repeat(131_071 - 2)));
    let nearly_too_long = Logged::of_pairs("a", &pairs(18, 100_000));
    assert!(nearly_too_long.payload.len() > 1_790_000);
    let batch = Batch::new(vec![long, longest_parameter, nearly_too_long], &[]);
    let ran = batch.program(&server).run();
    let counts: Vec<usize> = ran.text().lines().map(|line| line.matches("--data-raw").count()).collect();
    assert!(counts.iter().all(|&count| count > 1), "{counts:?}");
    let words = ran.text().split('\'').map(str::len).max();
    assert!(words <= Some(131_071), "one argument is longer than the kernel takes: {words:?}");
    batch.check(&server, &shell::ALL);
}

#[test]
fn what_no_command_line_can_hold_is_reported() {
    for (payload, reason) in [
        (format!("func=a&long={}", "b".repeat(131_071 - 4)), "long is longer than one argument"),
        (format!("func=a{}", format!("&x={}", "b".repeat(97)).repeat(20_000)), "longer than a command line may be"),
        (format!("func={}", "a".repeat(131_071)), "the function is longer"),
    ] {
        let ran = mgr2api(["-m", "billmgr", "--stats"]).stdin(Logged::new(payload).line()).run();
        assert_eq!((ran.status, &*ran.out), (Some(1), &b""[..]));
        assert!(ran.err_text().contains("stdin:1: ") && ran.err_text().contains(reason), "{}", ran.err_text());
        assert!(ran.err_text().contains("requests: 1 seen = 0 converted + 0 filtered out + 1 reported"));
    }
}

#[test]
fn between_the_quotes_stands_nothing_that_a_shell_reads() {
    let server = Server::start();
    let ran = Batch::new(hostile_requests(), &["--secrets", "show"]).program(&server).run().status(0);
    for line in ran.text().lines() {
        let (start, rest) = line.split_once(" --data-raw '").expect("a body");
        let (body, end) = rest.split_once('\'').expect("a closing quote");
        let login = "test -n \"$MGR_AUTHINFO\" && printf %s \"$MGR_AUTHINFO\"";
        assert_eq!(start, format!("{login} | curl -sSf --insecure --data-urlencode authinfo@-"));
        assert_eq!(end, format!(" {}/billmgr", server.url));
        let harmless = |byte: u8| byte.is_ascii_alphanumeric() || b".-_%&=".contains(&byte);
        assert!(body.bytes().all(harmless), "{body}");
    }
}

fn any_request() -> impl Strategy<Value = Logged> {
    support::hostile::request(support::hostile::Shape { nul: true, plain_names: false })
}

proptest! {
    #![proptest_config(support::cases(6))]

    #[test]
    fn random_hostile_requests_arrive_in_every_shell(
        requests in proptest::collection::vec(any_request(), 1..40),
        login in 0_usize..3,
        get: bool,
    ) {
        let server = Server::start();
        let method = if get { "get" } else { "post" };
        let batch = Batch { login: LOGINS[login], method, ..Batch::new(requests, &["--secrets", "show"]) };
        batch.check(&server, &shell::ALL);
    }
}

#[test]
fn a_comment_line_above_a_snippet_changes_nothing() {
    let server = Server::start();
    let attacks = support::hostile::VALUES.iter().filter(|value| !value.contains(&b'\n') && !value.contains(&0x1b));
    let requests = attacks.map(|value| Logged {
        user: value.iter().filter(|&&byte| byte != b'\'' && byte != b'#').copied().collect(),
        ..Logged::new(format!("func={}", support::form::encode(value)))
    });
    let requests: Vec<Logged> = requests.collect();
    let lines = support::log::lines(&requests);
    let program = mgr2api(["-m", "billmgr", "--url", &server.url, "--auth", "none", "--su", "never"]);
    let ran = program.args(["--comments", "always"]).stdin(lines).run().status(0);
    let environment = Environment::new();
    for shell in shell::ALL {
        let Some(_) = shell.run(&ran.out, &environment, "C.UTF-8") else { continue };
        assert_eq!(server.take().len(), requests.len(), "{}", shell.name);
    }
}
