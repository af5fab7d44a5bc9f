//! Snippets of languages with an interpreter or compiler, run unchanged: a recording panel must receive the logged
//! bytes in order, without what was stripped.
//!
//! All snippets for a set of options are one program, so that each interpreter starts only a few times.

use crate::support;
use crate::support::hostile::{self, Shape, VALUES, every_byte};
use crate::support::language::{ANSIBLE, GO, Language, NODE, PERL, PHP, PYTHON, Programs};
use crate::support::server::YES;
use crate::support::{Environment, Logged, Oracle, Pair, Received, Run, Server, mgr2api};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

/// A set of options, and its effect on the call.
struct Options {
    name: &'static str,
    arguments: &'static [&'static str],
    login: Option<(&'static str, &'static str)>,
    method: &'static str,
}

const OPTIONS: [Options; 4] = [
    Options {
        name: "post",
        arguments: &["--secrets", "show"],
        login: Some(("authinfo", "MGR_AUTHINFO")),
        method: "POST",
    },
    Options {
        name: "get",
        arguments: &["--secrets", "show", "--method", "get", "--auth", "session"],
        login: Some(("auth", "MGR_SESSION")),
        method: "GET",
    },
    Options {
        name: "secrets",
        arguments: &["--masked", "env", "--comments", "always", "--var", "elid", "--var", "name=SITE"],
        login: Some(("authinfo", "MGR_AUTHINFO")),
        method: "POST",
    },
    Options {
        name: "plain",
        arguments: &["--masked", "env", "--method", "get", "--auth", "none"],
        login: None,
        method: "GET",
    },
];

/// Function names that have a meaning in one of the languages or already occur in a snippet.
const NAMES: &str = "main init type func map string error nil os url http len make append true iota print println panic any \
    answer form data call call_2 2fa _ __ . .. a.b aB A.B a..b a_b processing.edit processing.edit имя x();panic!()";

/// Requests that need every way of writing a value, where the options show values.
fn requests(options: &Options) -> Vec<Logged> {
    let odd = [
        vec![0],
        vec![0, b'a', 0],
        b"a\r\nb\r\n".to_vec(),
        b"?>{{7*7}}{% raw %}".to_vec(),
        b"@a %h $x {$x} #{x} ${x}".to_vec(),
    ];
    let texts: Vec<Vec<u8>> = VALUES.iter().map(|value| value.to_vec()).chain(every_byte()).chain(odd).collect();
    // UTF-8 and other text may be written differently, and one invalid byte may decide for a whole request: separate
    // them.
    let (text, bytes): (Vec<_>, Vec<_>) = texts.into_iter().partition(|text| std::str::from_utf8(text).is_ok());
    let mut requests = Vec::new();
    for texts in [&text, &bytes] {
        requests.extend(texts.iter().step_by(17).map(|text| {
            let text = support::form::encode(text);
            Logged::new(format!("func={text}&passwd=*&ipmipass=x{text}"))
        }));
    }
    let shown = options.arguments.contains(&"show");
    if options.method == "POST" {
        let masks = |logged: &Logged| logged.payload.windows(2).any(|pair| pair == b"=*");
        let samples = support::log::sample_requests().into_iter().enumerate();
        // All requests where values are shown; else those with variables, and some others.
        requests.extend(
            samples.filter(|(index, logged)| shown || masks(logged) || index % 5 == 0).map(|(_, logged)| logged),
        );
    }
    if shown {
        requests.extend(NAMES.split_whitespace().map(|name| Logged::of_pairs(name, &[("a", "b")])));
        requests.push(Logged::of_pairs("many.fields", &[("x", "y"); 300]));
        requests.extend([&text, &bytes].into_iter().flat_map(|texts| texts.chunks(60)).flat_map(|chunk| {
            let values: Vec<(&str, &Vec<u8>)> = chunk.iter().map(|value| ("x", value)).collect();
            let names: Vec<(&Vec<u8>, &str)> = chunk.iter().map(|name| (name, "x")).collect();
            [Logged::of_pairs("odd.values", &values), Logged::of_pairs("odd.names", &names)]
        }));
        let mut runner = TestRunner::default();
        let random = hostile::request(Shape { nul: true, plain_names: false });
        requests.extend((0..60).map(|_| random.new_tree(&mut runner).expect("a request").current()));
    }
    requests
}

fn program(url: &str, requests: &[Logged]) -> Run {
    mgr2api(["-m", "billmgr", "--url", url]).stdin(support::log::lines(requests))
}

impl Options {
    fn expected(&self, requests: &[Logged], from_env: &[Vec<Pair>]) -> Vec<Vec<Pair>> {
        assert_eq!(requests.len(), from_env.len());
        let login = self.login.map(|(name, _)| (name, support::secrets::LOGIN.as_bytes()));
        let oracle = Oracle { login, out: Some("json") };
        let pairs = requests.iter().zip(from_env).map(|(logged, from_env)| oracle.pairs(logged, from_env));
        pairs.map(|pairs| pairs.expect("every request has a function")).collect()
    }
}

/// Checks what arrived, and that the snippets printed only the panel's answers.
#[track_caller]
fn check(language: Language) {
    if !language.is_installed() {
        return;
    }
    let server = Server::start();
    let mut sources = Vec::new();
    let mut environment = Environment::new();
    let mut everything = Vec::new();
    for options in &OPTIONS {
        let mut requests = requests(options);
        if language.target == "ansible" {
            let mut index = 0;
            requests.retain(|logged| {
                index += 1;
                index % 17 == 1 || logged.payload.starts_with(b"func=odd")
            });
        }
        let program = program(&server.url, &requests).args(options.arguments);
        let snippets = program.clone().args(["-t", language.target]).run().status(0);
        sources.push((options.name, snippets.text().to_owned()));
        let (from_env, variables) = support::secrets::from_environment(&program);
        environment.extend(variables);
        environment.extend(options.login.map(|(_, name)| (name.to_owned(), support::secrets::LOGIN.to_owned())));
        let expected = options.expected(&requests, &from_env);
        everything.push((options, requests, expected));
    }
    let click =
        [Logged::of_pairs("user.edit", &[("elid", "shop")]), Logged::of_pairs("user.delete", &[("elid", "shop")])];
    let snippets = |url: &str, arguments: &[&str]| {
        program(url, &click).args(["-t", language.target]).args(arguments).run().status(0).text().to_owned()
    };
    sources.push(("text", snippets(&server.url, &["--out", "text"])));
    sources.push(("xml", snippets(&server.url, &["--out", "xml"])));
    sources.push(("json", snippets(&server.url, &[])));
    sources.push(("variable", snippets(&server.url, &["--var", "elid"])));
    sources.push(("gone", snippets(&nobody(), &["--method", "get"])));
    let elsewhere = snippets("https://panel.example.com:1500", &[]);
    sources.push(("checked", elsewhere.replace("https://panel.example.com:1500", &server.url)));
    let programs = Programs::build(language, &sources);

    for (options, requests, expected) in &everything {
        let output = programs.run(options.name, &environment);
        let received = server.take();
        let arrived: Vec<Vec<Pair>> = received.iter().map(Received::pairs).collect();
        let errors = programs.complaints(&output);
        let who = format!("{} {}: {}", language.target, options.name, support::form::shorten(&errors));
        support::assert_arrived(&who, &arrived, expected, requests);
        assert!(output.status.success() && errors.is_empty(), "{who}");
        if language.target != "ansible" {
            let answers = String::from_utf8_lossy(&output.stdout);
            assert_eq!(answers.matches(YES.trim_end()).count(), requests.len(), "{who}");
        }
        for request in &received {
            assert_eq!((&*request.path, &*request.method), ("/billmgr", options.method));
            if options.method == "POST" {
                let form = request.content_type.split(';').next();
                assert_eq!((form, &*request.query), (Some("application/x-www-form-urlencoded"), &b""[..]));
            }
        }
    }
    stops(&programs, &server, &environment);
}

/// An address where nothing listens.
fn nobody() -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("127.0.0.1 has a free port");
    format!("https://{}", listener.local_addr().expect("an address"))
}

/// Checks errors that must stop a program: an unset variable, an error of the panel, an untrusted certificate.
#[track_caller]
fn stops(programs: &Programs, server: &Server, environment: &Environment) {
    let calls = |name: &str, answer: &str, environment: &[(String, String)]| {
        server.say(answer);
        let output = programs.run(name, environment);
        let errors = programs.complaints(&output);
        (output.status.success(), errors, server.take().len())
    };
    let (success, errors, count) = calls("json", YES, &[]);
    assert!(!success && errors.contains("MGR_AUTHINFO") && count == 0, "{count} calls: {errors}");
    if programs.language.target != "go" {
        let login = [("MGR_AUTHINFO".to_owned(), "a:b".to_owned())];
        let (success, errors, count) = calls("variable", YES, &login);
        assert!(!success && errors.contains("ELID") && count == 0, "{count} calls: {errors}");
    }
    // With GET, an error message that contains the address would reveal the login.
    let login = [("MGR_AUTHINFO".to_owned(), "root:quiet-word".to_owned())];
    let output = programs.run("gone", &login);
    let said = [&output.stdout[..], &output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(!output.status.success() && !said.contains("quiet-word"), "{said}");
    assert!(said.to_lowercase().contains("refused") || said.contains("connect"), "{said}");
    let error = r#"{"doc":{"error":{"$type":"missed","$object":"user","msg":{"$":"no such user"}}}}"#;
    let (success, errors, count) = calls("json", error, environment);
    assert!(!success && errors.contains("no such user") && count == 1, "{count} calls: {errors}");
    let (success, errors, count) =
        calls("xml", "<doc><error type=\"missed\"><msg>no such user</msg></error></doc>", environment);
    assert!(!success && errors.contains("no such user") && count == 1, "{count} calls: {errors}");
    for (name, answer) in [("xml", "<doc><ok/></doc>"), ("text", error)] {
        assert_eq!(calls(name, answer, environment), (true, String::new(), 2), "{name}");
    }
    let (success, errors, count) = calls("checked", YES, environment);
    assert!(!success && errors.to_lowercase().contains("certificate") && count == 0, "{count} calls: {errors}");
}

#[test]
fn python_sends_what_was_logged() {
    check(PYTHON);
}

#[test]
fn php_sends_what_was_logged() {
    check(PHP);
}

#[test]
fn perl_sends_what_was_logged() {
    check(PERL);
}

#[test]
fn node_sends_what_was_logged() {
    check(NODE);
}

#[test]
fn go_sends_what_was_logged() {
    check(GO);
}

#[test]
fn ansible_sends_what_was_logged() {
    check(ANSIBLE);
}

#[test]
fn ansible_shows_why_a_call_failed() {
    if !ANSIBLE.is_installed() {
        return;
    }
    let server = Server::start();
    let snippet = |url: &str| {
        let click = [Logged::of_pairs("user.edit", &[("elid", "shop")])];
        program(url, &click).args(["-t", "ansible"]).run().status(0).text().to_owned()
    };
    let panel = snippet(&server.url);
    let checked = snippet("https://panel.example.com").replace("https://panel.example.com", &server.url);
    // Errors of the module itself: an unknown option, a missing interpreter.
    let option = panel.replace("return_content: true", "return_content: true\n    no_such_option: true");
    let interpreter = panel.replace("  vars:\n", "  vars:\n    ansible_python_interpreter: /no/such/python\n");
    assert!(checked != panel && option != panel && interpreter != panel);
    let sources = [
        ("panel", panel),
        ("refused", snippet(&nobody())),
        ("checked", checked),
        ("option", option),
        ("interpreter", interpreter),
    ];
    let programs = Programs::build(ANSIBLE, &sources);
    let login = [("MGR_AUTHINFO".to_owned(), "a:b".to_owned())];
    for (name, answer, cause) in [
        ("panel", r#"{"doc":{"error":{"msg":"no such user"}}}"#, "no such user"),
        ("panel", "<html>please log in</html>", "please log in"),
        ("panel", "ERROR: access denied", "access denied"),
        ("panel", "", "OK (0 bytes)"),
        ("refused", YES, "Connection refused"),
        ("checked", YES, "CERTIFICATE_VERIFY_FAILED"),
        ("option", YES, "no_such_option"),
        ("interpreter", YES, "/no/such/python"),
    ] {
        server.say(answer);
        let output = programs.run(name, &login);
        let errors = programs.complaints(&output);
        let check = errors.split("TASK [Check the answer").nth(1).expect("the task of the check");
        assert!(!output.status.success() && check.contains(cause), "{name} {answer}: {errors}");
    }
}
