//! url and json snippets, parsed by widely used crates: they contain the logged bytes in order, without what was
//! stripped. So does the form in powershell snippets, which is written as it is sent.

use crate::support;
use crate::support::hostile::{self, Shape, VALUES, every_byte};
use crate::support::{Logged, Oracle, Pair, Run, form, mgr2api};
use proptest::prelude::*;
use serde_json::Value;
use url::Url;

fn program(target: &str, options: &[&str], requests: &[Logged]) -> Run {
    let arguments = ["-m", "billmgr", "-t", target, "--url", "https://panel.example.com:1500"];
    mgr2api(arguments).args(options).stdin(support::log::lines(requests))
}

fn expected(oracle: &Oracle<'_>, requests: &[Logged]) -> Vec<Vec<Pair>> {
    requests.iter().map(|logged| oracle.pairs(logged, &[]).expect("every request has a function")).collect()
}

#[track_caller]
fn check(requests: &[Logged]) {
    let ran = program("url", &["--secrets", "show"], requests).run().status(0);
    let urls: Vec<Vec<Pair>> = ran.text().lines().map(url_pairs).collect();
    support::assert_arrived(
        "url",
        &urls,
        &expected(&Oracle { out: Some("json"), ..Oracle::default() }, requests),
        requests,
    );

    let ran = program("powershell", &["--secrets", "show", "--auth", "none"], requests).run().status(0);
    let forms: Vec<Vec<Pair>> = ran.text().split("$form = @(\n").skip(1).map(powershell_pairs).collect();
    let oracle = Oracle { out: Some("json"), ..Oracle::default() };
    support::assert_arrived("powershell", &forms, &expected(&oracle, requests), requests);

    let ran = program("json", &["--secrets", "show"], requests).run().status(0);
    let objects: Vec<Vec<Pair>> = ran.text().lines().map(json_pairs).collect();
    support::assert_arrived("json", &objects, &expected(&Oracle::default(), requests), requests);
    for (number, (line, logged)) in (1..).zip(ran.text().lines().zip(requests)) {
        accounts_for_every_parameter(line, logged);
        let object: Value = serde_json::from_str(line).expect("an object a line");
        let place = [&object["time"], &object["pid"], &object["thread"], &object["origin"], &object["line"]];
        assert_eq!(
            Value::from_iter(place.map(Clone::clone)),
            serde_json::json!(["Jun 25 09:07:51", 26956, 1738, "192.0.2.38", number])
        );
        assert_eq!(bytes(&object, ["user", "user_raw"]).as_ref(), Some(&logged.user));
    }
}

/// What a browser would send, decoded twice: by the crate where it is text, and byte by byte.
#[track_caller]
fn url_pairs(line: &str) -> Vec<Pair> {
    let url = Url::parse(line).expect("a URL");
    assert_eq!(url.as_str(), line, "a URL parser changes nothing");
    assert_eq!(
        (url.origin().ascii_serialization().as_str(), url.path()),
        ("https://panel.example.com:1500", "/billmgr")
    );
    assert_eq!((url.username(), url.password(), url.fragment()), ("", None, None));
    let pairs = form::decode(url.query().expect("a query").as_bytes());
    if let Some(text) = as_text(&pairs) {
        let decoded: Vec<(String, String)> = url.query_pairs().map(|(n, v)| (n.into_owned(), v.into_owned())).collect();
        assert_eq!(decoded, text);
    }
    pairs
}

fn as_text(pairs: &[Pair]) -> Option<Vec<(String, String)>> {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).ok();
    pairs.iter().map(|(name, value)| Some((text(name)?, text(value)?))).collect()
}

/// The strings of the list, one per line, which contain nothing that PowerShell interprets.
#[track_caller]
fn powershell_pairs(snippet: &str) -> Vec<Pair> {
    let (list, _) = snippet.split_once("\n) -join '&'\n").expect("the end of the list");
    let strings = list.lines().map(|line| {
        let string = line.strip_prefix("    '").and_then(|line| line.strip_suffix('\'')).expect("a string");
        let inert = |byte: u8| byte.is_ascii_alphanumeric() || b".-_%=".contains(&byte);
        assert!(string.bytes().all(inert), "{string}");
        string
    });
    form::decode(strings.collect::<Vec<_>>().join("&").as_bytes())
}

const KEYS: [&str; 15] = [
    "time",
    "timestamp",
    "pid",
    "thread",
    "origin",
    "user",
    "su",
    "manager",
    "func",
    "params",
    "removed",
    "changes",
    "error",
    "source",
    "line",
];

/// Function, parameters and account of one object; checks all its fields.
#[track_caller]
fn json_pairs(line: &str) -> Vec<Pair> {
    let object: Value = serde_json::from_str(line).expect("an object a line");
    let fields = object.as_object().expect("an object a line");
    for key in KEYS {
        assert!(fields.contains_key(key) || fields.contains_key(&format!("{key}_raw")), "{key} is missing in {line}");
    }
    assert_eq!(fields.len(), KEYS.len(), "{line}");
    assert_eq!((&object["manager"], &object["source"]), (&"billmgr".into(), &"stdin".into()));
    let mut pairs = vec![(b"func".to_vec(), bytes(&object, ["func", "func_raw"]).expect("a function"))];
    let params = object["params"].as_array().expect("a list");
    let pair = |param: &Value| Some((bytes(param, ["name", "name_raw"])?, bytes(param, ["value", "raw"])?));
    pairs.extend(params.iter().map(|param| pair(param).expect("a name and a value")));
    if let Some(account) = bytes(&object, ["su", "su_raw"]).filter(|_| !pairs.iter().any(|(name, _)| name == b"su")) {
        pairs.push((b"su".to_vec(), account));
    }
    pairs
}

/// The text under the first key, or percent-encoded bytes under the second, which must not be valid text.
#[track_caller]
fn bytes(object: &Value, [plain, raw]: [&str; 2]) -> Option<Vec<u8>> {
    match (object.get(plain).and_then(Value::as_str), object.get(raw).and_then(Value::as_str)) {
        (Some(text), None) => Some(text.as_bytes().to_vec()),
        (None, Some(raw)) => {
            let bytes = form::plain(raw.as_bytes());
            assert!(String::from_utf8(bytes.clone()).is_err(), "{raw} is text");
            Some(bytes)
        }
        (None, None) => None,
        (Some(_), Some(_)) => panic!("both {plain} and {raw}"),
    }
}

/// Every logged parameter is the function, a parameter or a removed one with a correct reason.
#[track_caller]
fn accounts_for_every_parameter(line: &str, logged: &Logged) {
    let object: Value = serde_json::from_str(line).expect("an object a line");
    let removed = object["removed"].as_array().expect("a list");
    let params = object["params"].as_array().expect("a list");
    assert_eq!(form::pieces(&logged.payload).count(), 1 + params.len() + removed.len(), "{line}");
    for removed in removed {
        let name = bytes(removed, ["name", "name_raw"]).expect("a name");
        let values: Vec<&[u8]> =
            form::pieces(&logged.payload).filter(|piece| form::plain(piece.0) == name).map(|piece| piece.1).collect();
        let fits = match removed["why"].as_str() {
            Some("noise") if name == b"out" => values.iter().any(|value| matches!(*value, b"xjson" | b"sjson")),
            Some("noise") => matches!(&name[..], b"sfrom" | b"operafake" | b"progressid"),
            Some("credential") => matches!(&name[..], b"auth" | b"authinfo" | b"sesid"),
            Some("masked") => values.contains(&&b"*"[..]),
            Some("empty") => values.contains(&&b""[..]),
            _ => false,
        };
        assert!(fits, "{removed}");
    }
}

#[test]
fn every_request_of_the_samples_reads_back() {
    let requests = support::log::sample_requests();
    check(&requests);
}

#[test]
fn every_attack_and_every_byte_reads_back() {
    let texts: Vec<Vec<u8>> = VALUES.iter().map(|value| value.to_vec()).chain(every_byte()).chain([vec![0]]).collect();
    let requests: Vec<Logged> = texts
        .iter()
        .map(|text| {
            let text = form::encode(text);
            Logged::new(format!("func={text}&{text}={text}&x={text}&sesid={text}&sfrom={text}&{text}=&y=*"))
        })
        .collect();
    check(&requests);
}

#[test]
fn secrets_stand_in_no_address_and_as_variables_in_json() {
    let requests = [Logged::new("func=a&ipmipass=hunter2&passwd=*&x=1&token=abc%FF")];
    let ran = program("url", &["--masked", "env"], &requests).run().status(0);
    assert_eq!(ran.text(), "https://panel.example.com:1500/billmgr?func=a&x=1&out=json\n");
    for name in ["ipmipass", "passwd", "token"] {
        assert!(
            ran.err_text().contains(&format!("stdin:1: a: {name} is a secret, left out of the url")),
            "{}",
            ran.err_text()
        );
    }
    let ran = program("json", &["--masked", "env"], &requests).run().status(0);
    let object: Value = serde_json::from_str(ran.text()).expect("an object");
    assert_eq!(
        object["params"],
        serde_json::json!([
            {"name": "ipmipass", "env": "IPMIPASS"},
            {"name": "passwd", "env": "PASSWD"},
            {"name": "x", "value": "1"},
            {"name": "token", "env": "MGR_TOKEN"},
        ])
    );
}

#[test]
fn what_is_hidden_is_spelt_out_in_json() {
    let hidden = "\u{0}\u{1b}\u{7f}\u{85}\u{a0}\u{ad}\u{200b}\u{202e}\u{2028}\u{feff}\u{e000}\u{e0001}";
    let request = Logged::of_pairs("a", &[("x", hidden)]);
    let ran = program("json", &[], &[request]).run().status(0);
    assert!(ran.out.iter().all(u8::is_ascii), "{}", ran.text());
    assert_eq!(json_pairs(ran.text().trim_end())[1].1, hidden.as_bytes());
}

proptest! {
    #![proptest_config(support::cases(32))]

    #[test]
    fn random_hostile_requests_read_back(
        requests in proptest::collection::vec(hostile::request(Shape { nul: true, plain_names: false }), 1..60),
    ) {
        check(&requests);
    }
}
