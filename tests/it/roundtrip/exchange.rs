//! The formats for editors and API tools, parsed as these do: they would send the logged bytes in order, without what
//! was stripped. `tools` tests what the tools really send.

use crate::support;
use crate::support::exchange::{OPTIONS, Options, Round, is_text, requests};
use crate::support::{Logged, Pair, Schema, form, mgr2api};
use serde_json::Value;
use std::collections::HashMap;

/// A panel's address; nothing is sent to it.
const PANEL: &str = "https://127.0.0.1:1500";

/// Checks the requests that a text of this format would send, as parsed by `read`.
#[track_caller]
fn check(target: &str, read: impl Fn(&str, &HashMap<String, String>) -> Vec<Sent>) {
    for options in &OPTIONS {
        let mut requests = requests(options);
        if (target, options.method) == ("http", "GET") {
            requests = reported_and_text(options, &requests);
        }
        let mut round = Round::new(PANEL, options, &requests);
        if target == "har" {
            // HAR has no variables: such values are missing.
            for pairs in &mut round.expected {
                pairs.retain(|(_, value)| !value.starts_with(support::secrets::LOGIN.as_bytes()));
            }
        }
        let ran = round.program.clone().args(["-t", target]).run().status(0);
        let sent = read(ran.text(), &round.variables());
        assert!(sent.iter().all(|sent| sent.method == options.method && sent.url == "https://127.0.0.1:1500/billmgr"));
        let arrived: Vec<Vec<Pair>> = sent.into_iter().map(|sent| form::decode(sent.form.as_bytes())).collect();
        support::assert_arrived(target, &arrived, &round.expected, &requests);
    }
}

/// An address in an .http file must be UTF-8: other requests are reported. Returns the rest.
#[track_caller]
fn reported_and_text(options: &Options, requests: &[Logged]) -> Vec<Logged> {
    let ran = Round::new(PANEL, options, requests).program.args(["-t", "http"]).run().status(0);
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

/// Replaces variables as all these tools do; fails if one is unknown.
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

/// The pairs in a list of objects, percent-encoded.
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
    let schema = Schema::read("tests/it/schema/har.json");
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
    let schema = Schema::read("tests/it/schema/postman.json");
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

/// The script before a call creates all variables in its text, and no others.
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

/// Postman converts a table to an object, which would move a name that occurs twice or is a number.
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
        let run = mgr2api(["-m", "core", "-t", target, "--masked", "env"]);
        let ran = run.env("MGR_AUTHINFO", "hunter5").stdin(support::log::lines(&click)).run().status(0);
        assert!(!ran.text().contains("hunter") && !ran.err_text().contains("hunter"), "{}", ran.text());
        let said = if target == "har" { "is a secret, left out of the har" } else { "comes from $" };
        assert!(
            ["ipmipass", "passwd"].iter().all(|name| ran.err_text().contains(&format!("{name} {said}"))),
            "{target}"
        );
    }
}
