//! The tools for which the exchange formats are made, run against a recording panel: it must receive the logged bytes
//! in order, without what was stripped.

use crate::support;
use crate::support::exchange::{OPTIONS, Options, Round, is_text, requests};
use crate::support::server::YES;
use crate::support::tool::{hurl, npm};
use crate::support::{Logged, Pair, Received, Server, mgr2api};
use std::collections::HashMap;

#[test]
fn hurl_sends_what_was_logged() {
    let server = Server::start();
    for options in &OPTIONS {
        let mut requests = requests(options);
        // Hurl panics on longer addresses: it gets libcurl's debug output for them in pieces.
        requests.retain(|logged| options.method == "POST" || logged.payload.len() < 8000);
        let round = Round::new(&server.url, options, &requests);
        let snippets = round.program.clone().args(["-t", "hurl", "--comments", "always"]).run().status(0);
        let files = [("calls.hurl", snippets.text())];
        let Some(ended) = hurl(&["calls.hurl"], &files, &round.variables()) else { return };
        ended.success();
        arrived("hurl", options, &server, &round, &requests);
    }
}

/// Checks that everything arrived as expected.
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
    let file = |url: &str, arguments: &[&str]| {
        let run = mgr2api(["-m", "billmgr", "-t", "hurl", "--url", url]).args(arguments);
        run.stdin(support::log::lines(&click)).run().status(0).text().to_owned()
    };
    let (json, xml, text) =
        (file(&server.url, &[]), file(&server.url, &["--out", "xml"]), file(&server.url, &["--out", "text"]));
    let elsewhere = file("https://panel.example.com:1500", &[]).replace("https://panel.example.com:1500", &server.url);
    let login = "MGR_AUTHINFO=a:b\n";
    let error = r#"{"doc":{"error":{"$type":"missed","$object":"user","msg":{"$":"no such user"}}}}"#;
    let xml_error = "<doc><error type=\"missed\"><msg>no such user</msg></error></doc>";
    for (text, variables, answer, status, calls, word) in [
        (&json, login, YES, 0, 2, ""),
        (&json, "", YES, 3, 0, "MGR_AUTHINFO"),
        (&json, login, error, 4, 1, "$.doc.error"),
        (&xml, login, "<doc><ok/></doc>", 0, 2, ""),
        (&xml, login, xml_error, 4, 1, "no such user"),
        (&text, login, error, 0, 2, ""),
        (&elsewhere, login, YES, 3, 0, "ertificate"),
    ] {
        server.say(answer);
        // Set the variables as the README describes.
        let (arguments, files) =
            (["--variables-file", "variables", "calls.hurl"], [("calls.hurl", &**text), ("variables", variables)]);
        let Some(ended) = hurl(&arguments, &files, &HashMap::new()) else { return };
        assert_eq!((ended.status, server.take().len()), (Some(status), calls), "{}", ended.said);
        assert!(ended.said.contains(word), "{}", ended.said);
    }
}

#[test]
fn newman_sends_what_was_logged() {
    let server = Server::start();
    for options in &OPTIONS {
        let requests = requests(options);
        let round = Round::new(&server.url, options, &requests);
        let collection = round.program.clone().args(["-t", "postman"]).run().status(0);
        let values: Vec<serde_json::Value> = { round.environment.iter() }
            .map(|(name, value)| serde_json::json!({"key": name, "value": value, "enabled": true}))
            .collect();
        let environment = serde_json::json!({"name": "panel", "values": values}).to_string();
        let files = [("calls.json", collection.text()), ("panel.json", &*environment)];
        let arguments = ["run", "calls.json", "-e", "panel.json", "--color", "off", "--reporter-cli-silent"];
        let Some(ended) = npm("newman", &arguments, &files, &HashMap::new()) else { return };
        ended.success();
        arrived("newman", options, &server, &round, &requests);
    }
    let click = Logged::of_pairs("user.delete", &[("elid", "shop")]).line();
    let collection = mgr2api(["-q", "-t", "postman", "--url", &server.url]).stdin(click).run().status(0);
    let files = [("calls.json", collection.text())];
    let newman = || npm("newman", &["run", "calls.json"], &files, &HashMap::new()).expect("it was there");
    newman().success();
    for error in [r#"{"doc":{"error":{"$type":"missed"}}}"#, "<doc><error type=\"missed\"/></doc>"] {
        server.say(error);
        let ended = newman();
        assert!(ended.status == Some(1) && ended.said.contains("the panel reports no error"), "{}", ended.said);
    }
}

#[test]
fn httpyac_sends_what_was_logged() {
    let server = Server::start();
    for options in &OPTIONS {
        let mut requests = requests(options);
        requests.retain(|logged| options.method == "POST" || is_text(logged));
        // Node limits the size of a request's head.
        requests.retain(|logged| options.method == "POST" || logged.payload.len() < 8000);
        let round = Round::new(&server.url, options, &requests);
        let file = round.program.clone().args(["-t", "http", "--comments", "always"]).run().status(0);
        let arguments = ["send", "calls.http", "--all", "--silent"];
        let files = [("calls.http", file.text())];
        let Some(ended) = npm("httpyac", &arguments, &files, &round.variables()) else { return };
        ended.success();
        arrived("httpyac", options, &server, &round, &requests);
    }
}
