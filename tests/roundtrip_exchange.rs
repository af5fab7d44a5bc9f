//! The formats that editors and API tools read: Hurl entries, sent by Hurl itself to a panel that records, and the others
//! taken apart as their tools do. What is or would be sent is what was logged, less what was stripped, byte for byte and in
//! order.

mod support;

use hurl::runner::{RunnerOptionsBuilder, Value as HurlValue};
use hurl::util::logger::LoggerOptionsBuilder;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::Value;
use std::collections::HashMap;
use support::hostile::{self, Shape, VALUES, every_byte};
use support::server::YES;
use support::{Environment, Logged, Mgr2api, Oracle, Pair, Received, Schema, Server, form};

/// A set of options, and what they mean for the call.
struct Options {
    arguments: &'static [&'static str],
    login: Option<(&'static str, &'static str)>,
    method: &'static str,
}

const OPTIONS: [Options; 4] = [
    Options { arguments: &["--secrets", "show"], login: Some(("authinfo", "MGR_AUTHINFO")), method: "POST" },
    Options {
        arguments: &["--secrets", "show", "--method", "get", "--auth", "session"],
        login: Some(("auth", "MGR_SESSION")),
        method: "GET",
    },
    Options {
        arguments: &["--masked", "env", "--var", "elid", "--var", "name=SITE"],
        login: Some(("authinfo", "MGR_AUTHINFO")),
        method: "POST",
    },
    Options { arguments: &["--masked", "env", "--method", "get", "--auth", "none"], login: None, method: "GET" },
];

/// Names and values that mean something in one of the formats.
const SIGNS: &[&str] = &[
    "{{MGR_AUTHINFO}}",
    "{{$guid}}",
    "{{",
    "}}",
    "{{x",
    "{",
    "HTTP",
    "HTTP 200",
    "GET",
    "POST https://x",
    "[Asserts]",
    "[",
    "###",
    "### x",
    "> {%",
    "< ./file",
    "<@ ./file",
    "```",
    "`",
    "`x`",
    "file,x;",
    "hex,00;",
    "base64,AA==;",
    "#",
    "# x",
    " # x",
    "\\",
    "\\u{41}",
    "\\#",
    "1",
    "0",
    "10",
    "-1",
    "__proto__",
    "constructor",
    "a[]",
    "a[b]",
    ":",
    "a: b",
    "true",
    "null",
    "\"",
    "\\\"",
    "</script>",
    " x",
    "x ",
    "@x",
    "//",
    "# @name x",
    "{{$processEnv HOME}}",
];

fn requests(options: &Options) -> Vec<Logged> {
    let texts: Vec<Vec<u8>> = SIGNS
        .iter()
        .map(|sign| sign.as_bytes())
        .chain(VALUES.iter().copied())
        .map(<[u8]>::to_vec)
        .chain(every_byte())
        .chain([vec![0], b"a\0b".to_vec()])
        .collect();
    // One bad byte can decide for the whole request.
    let (text, bytes): (Vec<_>, Vec<_>) = texts.into_iter().partition(|text| std::str::from_utf8(text).is_ok());
    let mut requests = support::log::sample_requests();
    for texts in [&text, &bytes] {
        requests.extend(texts.iter().step_by(5).map(|text| {
            let text = form::encode(text);
            Logged::new(format!("func=a&passwd=*&x={text}&ipmipass=x{text}&elid=7"))
        }));
        requests.extend(texts.iter().map(|name| Logged::of_pairs("odd.name", &[(name, "x")])));
        requests.extend(texts.chunks(40).map(|chunk| {
            let pairs: Vec<(String, &Vec<u8>)> = (0..).map(|number| format!("x{number}")).zip(chunk).collect();
            Logged::of_pairs("odd.values", &pairs)
        }));
    }
    requests.push(Logged::of_pairs("twice", &[("x", "1"), ("y", "2"), ("x", "3"), ("2", "4"), ("1", "5")]));
    requests.push(Logged::new("func=empty.name&=x&y=z"));
    if options.arguments.contains(&"show") {
        let mut runner = TestRunner::default();
        let random = hostile::request(Shape { nul: true, plain_names: false });
        requests.extend((0..150).map(|_| random.new_tree(&mut runner).expect("a request").current()));
    }
    requests
}

fn program(url: &str, options: &Options, requests: &[Logged]) -> Mgr2api {
    let program = Mgr2api::new().args(["-m", "billmgr", "--url", url]).args(options.arguments);
    program.stdin(support::log::lines(requests))
}

impl Options {
    fn expected(&self, requests: &[Logged], from_env: &[Vec<Pair>]) -> Vec<Vec<Pair>> {
        assert_eq!(requests.len(), from_env.len());
        let login = self.login.map(|(name, _)| (name, support::secrets::LOGIN.as_bytes()));
        let oracle = Oracle { login, out: Some("json") };
        let pairs = requests.iter().zip(from_env).map(|(logged, from_env)| oracle.pairs(logged, from_env));
        pairs.map(|pairs| pairs.expect("every request has a function")).collect()
    }

    /// The variables that calls take values from.
    fn environment(&self, from_env: Environment) -> Environment {
        let login = self.login.map(|(_, name)| (name.to_owned(), support::secrets::LOGIN.to_owned()));
        from_env.into_iter().chain(login).collect()
    }
}

/// Each variable, and the other one that has its value in percent form.
fn with_encoded(environment: &[(String, String)]) -> HashMap<String, String> {
    let pairs = environment.iter().flat_map(|(name, value)| {
        [(name.clone(), value.clone()), (format!("{name}_ENCODED"), form::encode(value.as_bytes()))]
    });
    pairs.collect()
}

/// Runs a file. The words of all errors, if there are any.
fn run_hurl(text: &str, variables: &HashMap<String, String>) -> Result<usize, String> {
    let variables: HashMap<String, HurlValue> =
        variables.iter().map(|(name, value)| (name.clone(), HurlValue::String(value.clone()))).collect();
    let options = RunnerOptionsBuilder::new().build();
    let result = hurl::runner::run(text, None, &options, &variables, &LoggerOptionsBuilder::new().build())?;
    let errors: Vec<String> = result.errors().iter().map(|(error, _)| format!("{:?}", error.kind)).collect();
    assert_eq!(result.success, errors.is_empty());
    if errors.is_empty() { Ok(result.entries.len()) } else { Err(errors.join(", ")) }
}

#[test]
fn hurl_sends_what_was_logged() {
    let server = Server::start();
    for options in &OPTIONS {
        let mut requests = requests(options);
        // Of a longer address Hurl reads what libcurl tells about it in pieces, and panics.
        requests.retain(|logged| options.method == "POST" || logged.payload.len() < 8000);
        let program = program(&server.url, options, &requests);
        let (from_env, environment) = support::secrets::from_environment(&program);
        let expected = options.expected(&requests, &from_env);
        let variables = with_encoded(&options.environment(environment));
        let snippets = program.args(["-t", "hurl", "--comments", "always"]).run().success();
        assert_eq!(run_hurl(snippets.text(), &variables), Ok(requests.len()));
        let received = server.take();
        let arrived: Vec<Vec<Pair>> = received.iter().map(Received::pairs).collect();
        support::assert_arrived("hurl", &arrived, &expected, &requests);
        for request in &received {
            assert_eq!((&*request.path, &*request.method), ("/billmgr", options.method));
            if options.method == "POST" {
                assert_eq!((&*request.content_type, &*request.query), ("application/x-www-form-urlencoded", &b""[..]));
            }
        }
    }
}

#[test]
fn hurl_stops_at_what_must_not_go_unnoticed() {
    let server = Server::start();
    let click = [Logged::of_pairs("user.delete", &[("elid", "shop")]), Logged::of_pairs("b", &[("x", "y")])];
    let hurl = |url: &str, arguments: &[&str]| {
        let run = Mgr2api::new().args(["-m", "billmgr", "-t", "hurl", "--url", url]).args(arguments);
        run.stdin(support::log::lines(&click)).run().success().text().to_owned()
    };
    let variables = with_encoded(&[("MGR_AUTHINFO".to_owned(), "a:b".to_owned())]);
    let calls = |text: &str, variables: &HashMap<String, String>, answer: &str| {
        server.say(answer);
        (run_hurl(text, variables), server.take().len())
    };
    let text = hurl(&server.url, &[]);
    assert_eq!(calls(&text, &variables, YES), (Ok(2), 2));
    let (unset, count) = calls(&text, &HashMap::new(), YES);
    assert!(unset.expect_err("no login").contains("MGR_AUTHINFO") && count == 0);
    let error = r#"{"doc":{"error":{"$type":"missed","$object":"user","msg":{"$":"no such user"}}}}"#;
    let (failed, count) = calls(&text, &variables, error);
    assert!(failed.is_err() && count == 1, "{failed:?} after {count} calls");
    let xml = hurl(&server.url, &["--out", "xml"]);
    let (failed, count) = calls(&xml, &variables, "<doc><error type=\"missed\"><msg>no such user</msg></error></doc>");
    assert!(failed.is_err() && count == 1, "{failed:?} after {count} calls");
    assert_eq!(calls(&xml, &variables, "<doc><ok/></doc>"), (Ok(2), 2));
    assert_eq!(calls(&hurl(&server.url, &["--out", "text"]), &variables, error), (Ok(2), 2));
    let elsewhere = hurl("https://panel.example.com:1500", &[]).replace("https://panel.example.com:1500", &server.url);
    let (refused, count) = calls(&elsewhere, &variables, YES);
    assert!(refused.expect_err("a certificate of nobody").contains("ertificate") && count == 0);
}

/// All formats that nothing here sends: what they say would be sent.
#[track_caller]
fn check(target: &str, read: impl Fn(&str, &HashMap<String, String>) -> Vec<Sent>) {
    for options in &OPTIONS {
        let mut requests = requests(options);
        if (target, options.method) == ("http", "GET") {
            requests = reported_and_text(options, &requests);
        }
        let program = program("https://127.0.0.1:1500", options, &requests);
        let (from_env, environment) = support::secrets::from_environment(&program);
        let mut expected = options.expected(&requests, &from_env);
        if target == "har" {
            // What comes from a variable is not there.
            for pairs in &mut expected {
                pairs.retain(|(_, value)| !value.starts_with(support::secrets::LOGIN.as_bytes()));
            }
        }
        let variables = with_encoded(&options.environment(environment));
        let ran = program.args(["-t", target]).run().success();
        let sent = read(ran.text(), &variables);
        assert!(sent.iter().all(|sent| sent.method == options.method && sent.url == "https://127.0.0.1:1500/billmgr"));
        let arrived: Vec<Vec<Pair>> = sent.into_iter().map(|sent| form::decode(sent.form.as_bytes())).collect();
        support::assert_arrived(target, &arrived, &expected, &requests);
    }
}

/// No address in an .http file can hold what is not UTF-8: such requests are reported, and the others are left.
#[track_caller]
fn reported_and_text(options: &Options, requests: &[Logged]) -> Vec<Logged> {
    let ran = program("https://127.0.0.1:1500", options, requests).args(["-t", "http"]).run().success();
    let is_text = |logged: &Logged| {
        let pairs = Oracle::default().pairs(logged, &[]).expect("every request has a function");
        pairs.iter().all(|(name, value)| [name, value].iter().all(|text| str::from_utf8(text).is_ok()))
    };
    for (number, logged) in (1..).zip(requests) {
        assert_ne!(ran.leaves_out(&format!("stdin:{number}"), "http"), is_text(logged), "{number} {}", logged.place);
    }
    requests.iter().filter(|logged| is_text(logged)).cloned().collect()
}

/// What a tool would send.
struct Sent {
    method: String,
    url: String,
    form: String,
}

impl Sent {
    fn get(address: &str) -> Self {
        let (url, form) = address.split_once('?').expect("a query");
        Self { method: "GET".to_owned(), url: url.to_owned(), form: form.to_owned() }
    }
}

/// Puts in variables as all of these tools do, and says whether any was left.
fn put_in(text: &str, before: &str, variables: &HashMap<String, String>) -> String {
    let mut pieces = text.split("{{");
    let mut out = pieces.next().expect("split gives one piece at least").to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once("}}").expect("the end of a variable");
        let name = name.strip_prefix(before).unwrap_or_else(|| panic!("{name} is no variable"));
        out += variables.get(name).unwrap_or_else(|| panic!("{name} is unknown"));
        out += rest;
    }
    out
}

#[test]
fn an_http_file_says_what_was_logged() {
    check("http", |text, variables| {
        let requests = text.strip_prefix("###\n").expect("a mark in front of each request").split("\n###\n");
        let read = |request: &str| {
            let lines: Vec<&str> = request.strip_suffix('\n').unwrap_or(request).split('\n').collect();
            match lines[..] {
                ["# @no-reject-unauthorized", first] => {
                    Sent::get(&put_in(first.strip_prefix("GET ").expect("GET"), "$processEnv ", variables))
                }
                ["# @no-reject-unauthorized", first, header, "", body] => {
                    assert_eq!(header, "Content-Type: application/x-www-form-urlencoded");
                    let url = first.strip_prefix("POST ").expect("POST").to_owned();
                    Sent { method: "POST".to_owned(), url, form: put_in(body, "$processEnv ", variables) }
                }
                _ => panic!("{request}"),
            }
        };
        requests.map(read).collect()
    });
}

/// The pairs of a list of objects, in percent form.
fn table(list: &Value, [name, value]: [&str; 2], read: impl Fn(&str) -> String) -> String {
    let text = |pair: &Value, key: &str| pair[key].as_str().expect("text").to_owned();
    let pair = |pair: &Value| {
        let name = form::encode(text(pair, name).as_bytes());
        format!("{name}={}", form::encode(read(&text(pair, value)).as_bytes()))
    };
    list.as_array().expect("a list").iter().map(pair).collect::<Vec<_>>().join("&")
}

#[test]
fn an_archive_says_what_was_logged_twice() {
    let schema = Schema::read("tests/schema/har.json");
    check("har", |text, _| {
        let archive: Value = serde_json::from_str(text).expect("JSON");
        schema.assert("har", &archive);
        let entries = archive["log"]["entries"].as_array().expect("a list");
        let read = |entry: &Value| {
            assert_eq!(entry["startedDateTime"], "2000-06-25T09:07:51Z");
            let request = &entry["request"];
            let method = request["method"].as_str().expect("text");
            let (sent, shown) = if method == "POST" {
                let body = request["postData"]["text"].as_str().expect("text").to_owned();
                assert_eq!(request["bodySize"], body.len());
                let url = request["url"].as_str().expect("text").to_owned();
                (Sent { method: method.to_owned(), url, form: body }, request["postData"].get("params"))
            } else {
                let shown = Some(&request["queryString"]).filter(|list| **list != serde_json::json!([]));
                (Sent::get(request["url"].as_str().expect("text")), shown)
            };
            let pairs = form::decode(sent.form.as_bytes());
            let is_text =
                pairs.iter().all(|(name, value)| [name, value].iter().all(|text| str::from_utf8(text).is_ok()));
            assert_eq!(shown.is_some(), is_text);
            if let Some(shown) = shown {
                assert_eq!(form::decode(table(shown, ["name", "value"], str::to_owned).as_bytes()), pairs);
            }
            sent
        };
        entries.iter().map(read).collect()
    });
}

#[test]
fn a_collection_says_what_was_logged() {
    let schema = Schema::read("tests/schema/postman.json");
    check("postman", |text, variables| {
        let collection: Value = serde_json::from_str(text).expect("JSON");
        schema.assert("postman", &collection);
        let declared: Vec<&str> = collection["variable"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|variable| variable["key"].as_str().expect("text"))
            .collect();
        let mut needed: Vec<&str> = variables.keys().map(String::as_str).collect();
        needed.retain(|name| !name.ends_with("_ENCODED"));
        assert_eq!(sorted(declared), sorted(needed));
        let (mut tables, mut texts) = (0, 0);
        let mut read = |item: &Value| {
            let request = &item["request"];
            let text = |value: &Value| value.as_str().expect("text").to_owned();
            if request["method"] == "GET" {
                encodes_what_it_uses(item, &text(&request["url"]));
                return Sent::get(&put_in(&text(&request["url"]), "", variables));
            }
            let form = if request["body"]["mode"] == "raw" {
                texts += 1;
                encodes_what_it_uses(item, &text(&request["body"]["raw"]));
                assert_eq!(request["header"][0]["value"], "application/x-www-form-urlencoded");
                put_in(&text(&request["body"]["raw"]), "", variables)
            } else {
                tables += 1;
                let table = &request["body"]["urlencoded"];
                postman_keeps_the_order_of(table);
                self::table(table, ["key", "value"], |value| put_in(value, "", variables))
            };
            Sent { method: "POST".to_owned(), url: text(&request["url"]), form }
        };
        let sent: Vec<Sent> = collection["item"].as_array().expect("a list").iter().map(&mut read).collect();
        assert!(sent[0].method == "GET" || (tables > 100 && texts > 50), "{tables} tables, {texts} texts");
        sent
    });
}

fn sorted(mut names: Vec<&str>) -> Vec<&str> {
    names.sort_unstable();
    names
}

/// The script before a call makes all variables that its text has, and no others.
#[track_caller]
fn encodes_what_it_uses(item: &Value, text: &str) {
    let used = text.split("{{").skip(1).map(|piece| piece.split("}}").next().expect("a piece"));
    let made: Vec<String> = item["event"][0]["script"]["exec"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|line| {
            let line = line.as_str().expect("text");
            let (name, rest) = line.strip_prefix("pm.variables.set(\"").expect("set").split_once('"').expect("a name");
            let plain = name.strip_suffix("_ENCODED").expect("a name");
            assert_eq!(rest, format!(", encodeURIComponent(pm.variables.get(\"{plain}\")));"));
            name.to_owned()
        })
        .collect();
    assert_eq!(made, used.collect::<Vec<_>>());
}

/// Postman makes an object of a table: a name that occurs twice, or is a number, would change its place.
#[track_caller]
fn postman_keeps_the_order_of(table: &Value) {
    let names: Vec<&str> =
        table.as_array().expect("a list").iter().map(|field| field["key"].as_str().expect("text")).collect();
    for (index, name) in names.iter().enumerate() {
        assert!(
            !names[..index].contains(name) && name.starts_with(|first: char| first.is_ascii_alphabetic()),
            "{name}"
        );
    }
}

#[test]
fn no_document_holds_a_login_or_a_secret() {
    let click = [Logged::new("func=a&authinfo=root:hunter2&auth=hunter3&ipmipass=hunter4&passwd=*&x=1")];
    for target in ["http", "hurl", "har", "postman"] {
        let run = Mgr2api::new().args(["-m", "core", "-t", target, "--masked", "env"]);
        let ran = run.env("MGR_AUTHINFO", "hunter5").stdin(support::log::lines(&click)).run().success();
        assert!(!ran.text().contains("hunter") && !ran.stderr.contains("hunter"), "{}", ran.text());
        let said = if target == "har" { "is a secret, left out of the har" } else { "comes from $" };
        assert!(["ipmipass", "passwd"].iter().all(|name| ran.stderr.contains(&format!("{name} {said}"))), "{target}");
    }
}
