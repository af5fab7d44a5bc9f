//! Formats that are JSON, parsed by `serde_json`.

use crate::form::{Pair, decode, plain};
use serde_json::Value;

fn parse(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}"))
}

/// Text under the first key, or percent-encoded bytes under the second, but only if they are not UTF-8.
fn bytes(object: &Value, [plain_key, raw_key]: [&str; 2]) -> Option<Vec<u8>> {
    match (object.get(plain_key).and_then(Value::as_str), object.get(raw_key).and_then(Value::as_str)) {
        (Some(text), None) => Some(text.as_bytes().to_vec()),
        (None, Some(raw)) => Some(plain(raw.as_bytes())).filter(|bytes| str::from_utf8(bytes).is_err()),
        (None, None) => None,
        (Some(_), Some(_)) => panic!("both {plain_key} and {raw_key}: {object}"),
    }
}

/// Fields of the schema, or their raw forms.
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

pub(super) fn json(line: &str) -> Vec<Pair> {
    let object = parse(line);
    let fields = object.as_object().expect("an object");
    assert!(KEYS.iter().all(|key| fields.contains_key(*key) || fields.contains_key(&format!("{key}_raw"))), "{line}");
    assert_eq!(fields.len(), KEYS.len(), "{line}");
    let mut pairs = vec![(b"func".to_vec(), bytes(&object, ["func", "func_raw"]).expect("a function"))];
    let pair = |param: &Value| Some((bytes(param, ["name", "name_raw"])?, bytes(param, ["value", "raw"])?));
    let params = object["params"].as_array().expect("a list");
    pairs.extend(params.iter().map(|param| pair(param).expect("a name and a value")));
    if let Some(account) = bytes(&object, ["su", "su_raw"]).filter(|_| !pairs.iter().any(|(name, _)| name == b"su")) {
        pairs.push((b"su".to_vec(), account));
    }
    pairs
}

/// A list of objects as pairs.
fn table(list: &Value, name: &str) -> Vec<Pair> {
    let bytes = |pair: &Value, key: &str| text(&pair[key]).as_bytes().to_vec();
    list.as_array().expect("a list").iter().map(|pair| (bytes(pair, name), bytes(pair, "value"))).collect()
}

fn is_text(pairs: &[Pair]) -> bool {
    pairs.iter().all(|(name, value)| [name, value].iter().all(|text| str::from_utf8(text).is_ok()))
}

pub(super) fn har(document: &str) -> Vec<Pair> {
    let document = parse(document);
    let request = &document["log"]["entries"][0]["request"];
    let (pairs, shown) = match text(&request["method"]) {
        "POST" => {
            let body = text(&request["postData"]["text"]);
            assert_eq!(request["bodySize"], body.len());
            (decode(body.as_bytes()), request["postData"].get("params"))
        }
        _ => {
            let query = text(&request["url"]).split_once('?').expect("a query").1;
            let shown = &request["queryString"];
            (decode(query.as_bytes()), Some(shown).filter(|list| list.as_array().is_some_and(|list| !list.is_empty())))
        }
    };
    assert_eq!(shown.is_some(), is_text(&pairs));
    assert!(shown.is_none_or(|shown| table(shown, "name") == pairs), "{document}");
    pairs
}

pub(super) fn postman(document: &str) -> Vec<Pair> {
    let document = parse(document);
    let request = &document["item"][0]["request"];
    let raw = match (text(&request["method"]), request["body"]["mode"].as_str()) {
        ("GET", None) => text(&request["url"]).split_once('?').expect("a query").1,
        ("POST", Some("raw")) => text(&request["body"]["raw"]),
        ("POST", Some("urlencoded")) => {
            let pairs = table(&request["body"]["urlencoded"], "key");
            let templated = |text: &[u8]| text.windows(2).any(|pair| pair == b"{{");
            assert!(!pairs.iter().any(|(name, value)| templated(name) || templated(value)), "{document}");
            return pairs;
        }
        _ => panic!("{document}"),
    };
    decode(raw.as_bytes())
}
