//! What the tools themselves send of the formats made for them, to a panel that records: what arrives is what was logged,
//! less what was stripped, byte for byte and in order.
//!
//! Hurl is a library of these tests. newman, which is Postman without its window, and httpyac come from npm and are in no
//! package of Debian: where they are not installed, they are skipped out loud even if everything else must be there.

mod support;

use hurl::runner::{RunnerOptionsBuilder, Value};
use hurl::util::logger::LoggerOptionsBuilder;
use std::collections::HashMap;
use std::process::Command;
use support::exchange::{OPTIONS, Options, Round, is_text, requests, with_encoded};
use support::server::YES;
use support::{Logged, Mgr2api, Pair, Received, Server, form};

/// Runs a file. The words of all errors, if there are any.
fn run_hurl(text: &str, variables: &HashMap<String, String>) -> Result<usize, String> {
    let variables: HashMap<String, Value> =
        variables.iter().map(|(name, value)| (name.clone(), Value::String(value.clone()))).collect();
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
        let round = Round::new(&server.url, options, &requests);
        let snippets = round.program.clone().args(["-t", "hurl", "--comments", "always"]).run().success();
        assert_eq!(run_hurl(snippets.text(), &round.variables()), Ok(requests.len()));
        arrived("hurl", options, &server, &round, &requests);
    }
}

/// Everything arrived as it should have.
#[track_caller]
fn arrived(who: &str, options: &Options, server: &Server, round: &Round, requests: &[Logged]) {
    let received = server.take();
    let arrived: Vec<Vec<Pair>> = received.iter().map(Received::pairs).collect();
    support::assert_arrived(who, &arrived, &round.expected, requests);
    for request in &received {
        assert_eq!((&*request.path, &*request.method), ("/billmgr", options.method));
        if options.method == "POST" {
            let form = request.content_type.split(';').next();
            assert_eq!((form, &*request.query), (Some("application/x-www-form-urlencoded"), &b""[..]));
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

/// Runs a tool of npm in a new folder with these files and variables; what it says if it fails. `None` if it is not installed.
fn run(
    tool: &str,
    arguments: &[&str],
    files: &[(&str, &str)],
    variables: &HashMap<String, String>,
) -> Option<Result<(), String>> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    if !std::env::split_paths(&path).any(|folder| folder.join(tool).is_file()) {
        support::shell::skipped(&format!("{tool} is not installed, nothing was tested with it"));
        return None;
    }
    let folder = tempfile::tempdir().expect("a writable temporary folder");
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).expect("a writable temporary folder");
    }
    let mut command = Command::new(tool);
    command.args(arguments).current_dir(&folder).env_clear().env("PATH", path).env("HOME", folder.path());
    let output = command.envs(variables).output().expect("it starts");
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    Some(if output.status.success() { Ok(()) } else { Err(said) })
}

#[test]
fn newman_sends_what_was_logged() {
    let server = Server::start();
    for options in &OPTIONS {
        let requests = requests(options);
        let round = Round::new(&server.url, options, &requests);
        let collection = round.program.clone().args(["-t", "postman"]).run().success();
        let values: Vec<serde_json::Value> = { round.environment.iter() }
            .map(|(name, value)| serde_json::json!({"key": name, "value": value, "enabled": true}))
            .collect();
        let environment = serde_json::json!({"name": "panel", "values": values}).to_string();
        let files = [("calls.json", collection.text()), ("panel.json", &*environment)];
        let arguments = ["run", "calls.json", "-e", "panel.json", "--color", "off", "--reporter-cli-silent"];
        let Some(ran) = run("newman", &arguments, &files, &HashMap::new()) else { return };
        assert_eq!(ran.map_err(|said| form::shorten(&said)), Ok(()));
        arrived("newman", options, &server, &round, &requests);
    }
    let click = Logged::of_pairs("user.delete", &[("elid", "shop")]).line();
    let collection = Mgr2api::new().args(["-q", "-t", "postman", "--url", &server.url]).stdin(click).run().success();
    let newman = || run("newman", &["run", "calls.json"], &[("calls.json", collection.text())], &HashMap::new());
    assert_eq!(newman(), Some(Ok(())));
    for error in [r#"{"doc":{"error":{"$type":"missed"}}}"#, "<doc><error type=\"missed\"/></doc>"] {
        server.say(error);
        let said = newman().expect("installed").expect_err(error);
        assert!(said.contains("the panel reports no error"), "{said}");
    }
}

#[test]
fn httpyac_sends_what_was_logged() {
    let server = Server::start();
    for options in &OPTIONS {
        let mut requests = requests(options);
        requests.retain(|logged| options.method == "POST" || is_text(logged));
        // Node takes no longer head of a request.
        requests.retain(|logged| options.method == "POST" || logged.payload.len() < 8000);
        let round = Round::new(&server.url, options, &requests);
        let file = round.program.clone().args(["-t", "http", "--comments", "always"]).run().success();
        let arguments = ["send", "calls.http", "--all", "--silent"];
        let Some(ran) = run("httpyac", &arguments, &[("calls.http", file.text())], &round.variables()) else { return };
        assert_eq!(ran.map_err(|said| form::shorten(&said)), Ok(()));
        arrived("httpyac", options, &server, &round, &requests);
    }
}
