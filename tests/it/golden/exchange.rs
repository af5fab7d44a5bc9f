//! The formats that other programs read, for every case and for hostile input: Hurl itself parses and sends the
//! entries, and every JSON document satisfies its schema.
//!
//! The program prints the schema of the json target. The schemas of the other formats are written for these tests from
//! the formats' descriptions: the required parts, and of the rest only what is used.

use super::cases::texts;
use crate::support;
use crate::support::hostile::{VALUES, every_byte};
use crate::support::{Logged, Schema, Server, form, mgr2api, tool};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

fn schema_of_json() -> Schema {
    let printed = mgr2api(["--generate", "json-schema"]).run().status(0);
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/render/formats/json.schema.json");
    assert_eq!(printed.text(), fs::read_to_string(kept).expect("the schema is shipped"));
    Schema::new(printed.text())
}

/// Requests with text of every kind in every place where a log has text.
fn hostile_log() -> Vec<u8> {
    let texts = VALUES.iter().map(|value| value.to_vec()).chain(every_byte()).chain([vec![0]]);
    let requests = texts.flat_map(|text| {
        let encoded = form::encode(&text);
        let payload =
            format!("func=x{encoded}&{encoded}={encoded}&sfrom={encoded}&{encoded}=&passwd{encoded}=*&su={encoded}");
        let user: Vec<u8> = text.into_iter().filter(|byte| !b"\n\x1b[]'".contains(byte)).collect();
        [Logged::new(payload.clone()), Logged { user, ..Logged::new(payload) }]
    });
    let mut log = support::log::lines(&requests.collect::<Vec<_>>());
    log.extend_from_slice(b"func=a&b=%ff\nINFO Request [x][y] 'func=a'\n");
    log.extend_from_slice(b"Jun  5 09:07:51 [7] m INFO Request [::1][] 'func=a'\n");
    log
}

#[test]
fn json_is_as_its_schema_says() {
    let schema = schema_of_json();
    let mut lines = 0;
    let mut check = |who: &str, text: &str| {
        for line in text.lines() {
            schema.assert(who, &serde_json::from_str(line).expect("JSON"));
            lines += 1;
        }
    };
    for (case, text) in texts("json") {
        check(&case, &text);
    }
    for options in
        [&["--masked", "env"][..], &["--secrets", "show", "--raw"], &["--var", "x", "--var", "su", "--su", "b\u{1}"]]
    {
        check("hostile", mgr2api(["-t", "json"]).args(options).stdin(hostile_log()).run().status(0).text());
    }
    check("last", mgr2api(["-t", "json", "-n", "9"]).stdin(hostile_log()).run().status(0).text());
    assert!(lines > 1000, "{lines} lines are hardly anything");
}

#[test]
fn the_schema_of_json_refuses_what_is_wrong() {
    let schema = schema_of_json();
    let (_, text) = texts("json").into_iter().find(|(case, _)| case == "secret-in-clear").expect("a case");
    let right: Value = serde_json::from_str(text.lines().next().expect("a line")).expect("JSON");
    schema.assert("right", &right);
    let fields: Vec<&String> = right.as_object().expect("an object").keys().collect();
    assert_eq!(fields.len(), 15);
    for field in fields {
        let mut lacks = right.clone();
        lacks.as_object_mut().expect("an object").remove(field);
        assert!(!schema.faults(&lacks).is_empty(), "without {field}");
        let mut wrong = right.clone();
        wrong[field] = json!({});
        assert!(!schema.faults(&wrong).is_empty(), "wrong {field}");
    }
    for (at, value) in [
        ("/params/0", json!({"name": "a"})),
        ("/params/0", json!({"value": "a"})),
        ("/params/0", json!({"name": "a", "value": "b", "env": "C"})),
        ("/params/0", json!({"name": "a", "raw": "text"})),
        ("/params/0", json!({"name": "a", "env": "C D"})),
        ("/params/0", json!({"name": "a", "value": "b", "more": 1})),
        ("/pid", json!(-1)),
        ("/line", json!(0)),
    ] {
        let mut wrong = right.clone();
        *wrong.pointer_mut(at).expect(at) = value.clone();
        assert!(!schema.faults(&wrong).is_empty(), "{at}: {value}");
    }
    let mut more = right.clone();
    more["more"] = json!(1);
    assert!(!schema.faults(&more).is_empty());
}

#[test]
fn documents_are_as_their_schemas_say() {
    for (target, list, wrong) in [
        ("har", "/log/entries", json!({"log": {"version": "1.2", "creator": {"name": "a", "version": "b"}}})),
        ("postman", "/item", json!({"info": {"name": "a"}, "item": []})),
    ] {
        let schema = Schema::read(&format!("tests/it/schema/{target}.json"));
        assert!(!schema.faults(&wrong).is_empty());
        let check = |who: &str, text: &str| {
            let document: Value = serde_json::from_str(text).expect(who);
            schema.assert(who, &document);
            document.pointer(list).and_then(Value::as_array).expect(list).len()
        };
        let counts = texts(target).iter().map(|(case, text)| check(case, text)).sum::<usize>();
        assert!(counts > 100, "{counts} requests are hardly anything");
        for options in
            [&["--masked", "env"][..], &["--secrets", "show", "--method", "get"], &["--raw", "--auth", "none"]]
        {
            let run = mgr2api(["-t", target, "--stats", "-q"]).args(options).stdin(hostile_log()).run().status(0);
            let count = check("hostile", run.text());
            assert!(run.err_text().contains(&format!("= {count} converted +")), "{count}: {}", run.err_text());
        }
    }
}

#[test]
fn hurl_can_read_and_send_hurl() {
    let server = Server::start();
    // Redirect every entry to this server: the golden files must not reach a real panel on this machine.
    let here = server.url.replace("https://", "::");
    let hurl = |text: &str| {
        let names = text.split("{{").skip(1).filter_map(|rest| Some(rest.split_once("}}")?.0.to_owned()));
        let variables = names.map(|name| (name, "x".to_owned())).collect();
        let ended = tool::hurl(&["--connect-to", &here, "calls.hurl"], &[("calls.hurl", text)], &variables)?;
        Some((ended, server.take().len()))
    };
    for broken in [
        "POST https://x\n[FormParam]\na: b\n",
        "POST https://x\n`a\n",
        "GET https://x\nHTTP 200\n[Asserts]\njsonpath\n",
    ] {
        let Some((ended, calls)) = hurl(broken) else { return };
        assert_eq!((ended.status, calls), (Some(2), 0), "{broken}{}", ended.said);
    }
    for (case, text) in texts("hurl") {
        let marks = text.lines().filter(|line| line.starts_with("# ")).count();
        let (ended, calls) = hurl(&text).expect("it was there");
        assert_eq!((ended.status, calls), (Some(0), marks), "{case}: {}", ended.said);
    }
}
