//! Rust snippets, compiled unchanged with warnings denied, and run: a recording panel must receive the logged bytes in
//! order, without what was stripped.
//!
//! All snippets of all option sets form one crate, so that dependencies are compiled once and the rest in one go. The
//! crate stays in the target folder. Nothing is downloaded: the versions are those of our own lock file.

mod package;

use crate::support;
use crate::support::hostile::{self, Shape, VALUES, every_byte};
use crate::support::{Logged, Oracle, Pair, Received, Run, Server, mgr2api};
use package::{build, build_in, crate_text, folder, run};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use std::process::Command;

/// One set of options: a module of the crate.
struct Module {
    name: &'static str,
    options: &'static [&'static str],
    login: Option<(&'static str, &'static str)>,
    method: &'static str,
}

const MODULES: [Module; 5] = [
    Module { name: "post", options: &["--secrets", "show"], login: Some(("authinfo", "MGR_AUTHINFO")), method: "POST" },
    Module {
        name: "get",
        options: &["--secrets", "show", "--method", "get", "--auth", "session"],
        login: Some(("auth", "MGR_SESSION")),
        method: "GET",
    },
    Module {
        name: "secrets",
        options: &["--masked", "env", "--comments", "always"],
        login: Some(("authinfo", "MGR_AUTHINFO")),
        method: "POST",
    },
    Module {
        name: "plain",
        options: &["--masked", "env", "--method", "get", "--auth", "none"],
        login: None,
        method: "GET",
    },
    Module {
        name: "arguments",
        options: &["--secrets", "show", "--var", "x", "--var", "a=SELF", "--var", "passwd"],
        login: Some(("authinfo", "MGR_AUTHINFO")),
        method: "POST",
    },
];

/// Function names that Rust forbids for functions, or that already occur in a snippet.
const NAMES: &str = "abstract as async await become box break const continue crate do dyn else enum extern false final fn \
    for gen if impl in let loop macro main match mod move mut override priv pub ref return safe self Self static struct \
    super trait true try type typeof union unsafe unsized use virtual where while yield raw auto default macro_rules \
    std reqwest form client request secret_1 secret.1 Ok ok Result Box String str drop panic main_call 2fa _ __ . .. a.b \
    a_b A.B a..b a_b_2 a.b call call_2 processing.edit processing.edit имя x();panic!()";

fn requests() -> Vec<Logged> {
    let mut requests = support::log::sample_requests();
    requests.extend(NAMES.split_whitespace().map(|name| Logged::of_pairs(name, &[("a", "b")])));
    // Arrays of more than 32 fields lack some traits, and forms of panels are often larger.
    requests.push(Logged::of_pairs("many.fields", &[("x", "y"); 50]));
    let odd = [vec![0], vec![0, b'a', 0], b"a\r\nb\r\n".to_vec(), "\"#".repeat(9).into_bytes(), b"{}{0}{x}".to_vec()];
    let texts: Vec<Vec<u8>> = VALUES.iter().map(|value| value.to_vec()).chain(every_byte()).chain(odd).collect();
    // UTF-8 and other text is written differently, and one invalid byte decides for a whole request: separate them.
    let (text, bytes): (Vec<_>, Vec<_>) = texts.into_iter().partition(|text| std::str::from_utf8(text).is_ok());
    for texts in [&text, &bytes] {
        requests.extend(texts.chunks(30).flat_map(|chunk| {
            let values: Vec<(&str, &Vec<u8>)> = chunk.iter().map(|value| ("x", value)).collect();
            let names: Vec<(&Vec<u8>, &str)> = chunk.iter().map(|name| (name, "x")).collect();
            [Logged::of_pairs("odd.values", &values), Logged::of_pairs("odd.names", &names)]
        }));
        requests.extend(texts.iter().step_by(3).map(|text| {
            Logged::new(format!(
                "func={}&passwd=*&ipmipass=x{}",
                support::form::encode(text),
                support::form::encode(text)
            ))
        }));
    }
    requests
}

fn random_requests() -> Vec<Logged> {
    let mut runner = TestRunner::default();
    let request = hostile::request(Shape { nul: true, plain_names: false });
    (0..60).map(|_| request.new_tree(&mut runner).expect("a request").current()).collect()
}

impl Module {
    fn program(&self, server: &Server, requests: &[Logged]) -> Run {
        let arguments = ["-m", "billmgr", "--url", &server.url];
        mgr2api(arguments).args(self.options).stdin(support::log::lines(requests))
    }

    fn expected(&self, requests: &[Logged], from_env: &[Vec<Pair>]) -> Vec<Vec<Pair>> {
        assert_eq!(requests.len(), from_env.len());
        let login = self.login.map(|(name, _)| (name, support::secrets::LOGIN.as_bytes()));
        let oracle = Oracle { login, out: Some("json") };
        let pairs = requests.iter().zip(from_env).map(|(logged, from_env)| oracle.pairs(logged, from_env));
        pairs.map(|pairs| pairs.expect("every request has a function")).collect()
    }
}

#[test]
fn every_snippet_compiles_without_a_warning_and_sends_what_was_logged() {
    let server = Server::start();
    let mut modules = Vec::new();
    let mut environment = Vec::new();
    let mut everything: Vec<(&Module, Logged, Vec<Pair>)> = Vec::new();
    for module in &MODULES {
        let mut requests = requests();
        if module.options.contains(&"show") {
            requests.extend(random_requests());
        }
        if module.method == "GET" {
            // reqwest refuses an address of more than 65,534 bytes when the call is made.
            requests.retain(|logged| logged.payload.len() < 20_000);
        }
        let program = module.program(&server, &requests);
        let snippets = program.clone().args(["-t", "rust"]).run().status(0).text().to_owned();
        let (from_env, variables) = support::secrets::from_environment(&program);
        environment.extend(variables);
        environment.extend(module.login.map(|(_, name)| (name.to_owned(), support::secrets::LOGIN.to_owned())));
        let expected = module.expected(&requests, &from_env);
        everything.extend(requests.into_iter().zip(expected).map(|(logged, pairs)| (module, logged, pairs)));
        modules.push((module.name, snippets));
    }
    let program = build(&crate_text(&modules, false), &crate_text(&modules, true));
    let output = run(&program, &environment);
    let received = server.take();
    let arrived: Vec<Vec<Pair>> = received.iter().map(Received::pairs).collect();
    let expected: Vec<Vec<Pair>> = everything.iter().map(|(_, _, pairs)| pairs.clone()).collect();
    let logged: Vec<Logged> = everything.iter().map(|(_, logged, _)| logged.clone()).collect();
    support::assert_arrived("rust", &arrived, &expected, &logged);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for (request, (module, ..)) in received.iter().zip(&everything) {
        assert_eq!((&*request.path, &*request.method), ("/billmgr", module.method));
        if module.method == "POST" {
            assert_eq!((&*request.content_type, &*request.query), ("application/x-www-form-urlencoded", &b""[..]));
        }
    }
    // Without its variable a call names it and is not made.
    let missing = run(&program, &[]);
    assert!(!missing.status.success() && String::from_utf8_lossy(&missing.stderr).contains("MGR_AUTHINFO is not set"));
    assert_eq!(server.take(), []);
}

/// The lines for `Cargo.toml` at the top of a script.
fn dependencies_of(script: &str) -> String {
    let lines = script.lines().skip_while(|line| *line != "//! [dependencies]").skip(1);
    let lines: Vec<&str> = lines.map_while(|line| line.strip_prefix("//! ")).collect();
    lines.join("\n")
}

#[test]
fn a_script_makes_all_calls_in_order_and_stops_at_the_first_error() {
    let server = Server::start();
    let mut requests = requests();
    requests.retain(|logged| logged.payload.len() < 20_000);
    let error = [("x_answer", "{\"doc\":{\"list\":[{\"error\":1}],\"error\":{\"$type\":\"value\"}}}")];
    let list = [("x_answer", "{\"doc\":{\"list\":[{\"error\":1}]}}")];
    requests.extend([Logged::of_pairs("fine", &list), Logged::of_pairs("bad.one", &error), Logged::new("func=never")]);
    for (name, options, method) in [
        ("post-script", &["--with-deletes"][..], "POST"),
        ("get-script", &["--with-deletes", "--method", "get", "--var", "x"], "GET"),
    ] {
        let arguments = ["-m", "billmgr", "--url", &server.url, "--masked", "env"];
        let program = mgr2api(arguments).args(options).stdin(support::log::lines(&requests));
        let script = program.clone().args(["-t", "rust", "--script"]).run().status(0).text().to_owned();
        let asked = options.iter().copied().filter(|option| *option != "--with-deletes");
        let same = mgr2api(arguments).args(asked).stdin(support::log::lines(&requests));
        let (from_env, mut environment) = support::secrets::from_environment(&same);
        environment.push(("MGR_AUTHINFO".to_owned(), support::secrets::LOGIN.to_owned()));
        let built = build_in(
            &folder().join(name),
            name,
            &dependencies_of(&script),
            "",
            &format!("#![deny(warnings)]\n{script}"),
        );
        let ran = run(&built, &environment);
        let received = server.take();
        let module = Module { name, options: &[], login: Some(("authinfo", "MGR_AUTHINFO")), method };
        let mut expected = module.expected(&requests, &from_env);
        expected.pop();
        let arrived: Vec<Vec<Pair>> = received.iter().map(Received::pairs).collect();
        support::assert_arrived(name, &arrived, &expected, &requests);
        assert!(received.iter().all(|request| request.method == method && request.path == "/billmgr"));
        let (number, made) = (requests.len() - 1, requests.len() - 2);
        let told = format!(
            "stopped at call {number} (bad.one): the panel answered with an error; calls made before it: {made}\n"
        );
        assert_eq!((&*String::from_utf8_lossy(&ran.stderr), ran.status.code()), (&*told, Some(1)));
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("a disk that is full");
        let variables = environment.iter().map(|(name, value)| (name, value));
        let full = Command::new(&built).env_clear().envs(variables).stdout(full).output().expect("it starts");
        let told = String::from_utf8_lossy(&full.stderr);
        assert!(told.starts_with("stopped at call 1 (") && told.contains("its answer cannot be written: "), "{told}");
        assert!(told.ends_with("; calls made before it: 0\n") && full.status.code() == Some(1), "{told}");
        assert_eq!(server.take().len(), 1);
        let silent = run(&built, &environment[..environment.len() - 1]);
        assert_eq!(String::from_utf8_lossy(&silent.stderr), "MGR_AUTHINFO is not set: set it and run this again\n");
        assert_eq!(server.take(), []);
    }
}

#[test]
fn a_login_in_the_address_stays_out_of_errors() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("127.0.0.1 has a free port");
    let nobody = format!("https://{}", listener.local_addr().expect("an address"));
    drop(listener);
    let call = support::log::lines(&[Logged::new("func=user.edit&elid=5"), Logged::new("func=user.edit&x=%ff")]);
    let arguments = ["-m", "billmgr", "-t", "rust", "--method", "get", "--url", &nobody];
    let program = mgr2api(arguments).stdin(call);
    let script = program.clone().args(["--script"]).run().status(0).text().to_owned();
    let modules = [("calls", program.run().status(0).text().to_owned())];
    let snippets =
        crate_text(&modules, true).replace("print!(\"{}\", call()?);", "eprintln!(\"{}\", call().unwrap_err());");
    assert!(snippets.contains("unwrap_err"));
    let environment = [("MGR_AUTHINFO".to_owned(), "root:quiet-word".to_owned())];
    let reqwest = dependencies_of(&script);
    for (name, text, told) in [
        ("gone-script", script, "stopped at call 1 (user.edit): error sending request: "),
        ("gone-snippets", snippets, "error sending request\nerror sending request\n"),
    ] {
        let built = build_in(&folder().join(name), name, &reqwest, "", &text);
        let output = run(&built, &environment);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(errors.starts_with(told), "{name}: {errors}");
        assert!(!errors.contains("quiet-word") && !errors.contains("authinfo"), "{name}: {errors}");
    }
}
