//! Formats that are documents: one document for all requests where possible, else one for each request.

use super::support::{mgr2api, request};
use serde_json::{Deserializer, Value};

/// The path to a document's requests, by target.
const LISTS: [(&str, &str); 2] = [("har", "/log/entries"), ("postman", "/item")];

/// The documents of an output, each as a list of its requests' functions.
#[track_caller]
fn documents(text: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(text).expect("UTF-8");
    assert!(text.ends_with("]}}\n") || text.ends_with("]}\n"), "a line end at the end: {text}");
    Deserializer::from_str(text).into_iter().map(|document| functions(&document.expect("JSON"))).collect()
}

#[track_caller]
fn functions(document: &Value) -> Vec<String> {
    let list = LISTS.iter().find_map(|(_, list)| document.pointer(list)?.as_array()).expect("a list of requests");
    let function = |request: &Value| {
        let fields = request.pointer("/request/postData/params").or(request.pointer("/request/body/urlencoded"));
        let mut fields = fields.and_then(Value::as_array).expect("a table").iter();
        let name = |field: &Value| field.get("name").or(field.get("key")) == Some(&"func".into());
        fields.find(|field| name(field)).expect("func")["value"].as_str().expect("text").to_owned()
    };
    list.iter().map(function).collect()
}

#[test]
fn several_logs_and_threads_make_one_document_in_order() {
    let log = |letter: char| (0..20_000).map(|number| request(&format!("func={letter}{number}"))).collect::<String>();
    let expected: Vec<String> =
        ['a', 'b'].iter().flat_map(|letter| (0..20_000).map(move |number| format!("{letter}{number}"))).collect();
    for (target, _) in LISTS {
        let run = |threads| {
            let run = mgr2api(["-q", "-t", target, "--threads", threads, "a", "b"]).file("a", log('a'));
            run.file("b", log('b')).run().status(0).err("").out
        };
        let alone = run("1");
        assert_eq!(documents(&alone), [&expected[..]]);
        assert!(alone == run("4"), "threads change nothing");
    }
}

#[test]
fn a_document_without_requests_is_one_too() {
    for (target, _) in LISTS {
        let run = mgr2api(["-q", "-t", target]).stdin("nothing\n").run().status(1);
        assert_eq!(documents(&run.out), [[""; 0]]);
        let run = mgr2api(["-t", target, "--func", "nothing"]).stdin(request("func=a")).run().status(1);
        assert_eq!(documents(&run.out), [[""; 0]]);
        let run = mgr2api(["-q", "-t", target, "a", "."]).file("a", request("func=a")).run().status(2);
        assert_eq!(documents(&run.out), [["a"]], "what could be read is no half document");
        let run = mgr2api(["-q", "-t", target, "--script"]).stdin(request("func=a")).run().status(2);
        run.err_has(&["--script does not support"]);
    }
}

#[test]
fn the_last_requests_are_one_document() {
    for (target, _) in LISTS {
        let run =
            mgr2api(["-q", "-t", target, "-n", "2"]).stdin(request("func=a") + &request("func=b") + &request("func=c"));
        assert_eq!(documents(&run.run().status(0).out), [["b", "c"]]);
    }
}

#[test]
fn with_other_targets_each_request_is_a_document() {
    let log = request("func=a") + &request("func=b");
    let run = mgr2api(["-q", "-t", "har,postman"]).stdin(&log).run().status(0);
    assert_eq!(documents(&run.out), [["a"], ["a"], ["b"], ["b"]]);
    let run = mgr2api(["-q", "-t", "har", "-t", "url", "-m", "core", "--threads", "4"]).stdin(&log).run().status(0);
    let address = |function: &str| format!("https://localhost:1500/core?func={function}&out=json\n");
    let text = run.out_text();
    let pieces: Vec<&str> = text.split_inclusive("out=json\n").collect();
    for (piece, function) in pieces.iter().zip(["a", "b"]) {
        let document = piece.strip_suffix(&address(function)).expect("the address behind it");
        assert_eq!(documents(document.as_bytes()), [[function]]);
    }
    assert_eq!(pieces.len(), 2);
}

#[test]
fn where_a_piece_must_stand_alone_it_is_a_document() {
    let log = format!("before\n{}between\n{}", request("func=a"), request("func=b"));
    let run = mgr2api(["-q", "-t", "postman", "--passthrough"]).stdin(&log).run().status(0);
    let text = run.out_text();
    let (a, b) = text.strip_prefix("before\n").and_then(|text| text.split_once("between\n")).expect("the lines");
    assert_eq!(
        (documents(a.as_bytes()), documents(b.as_bytes())),
        (vec![vec!["a".to_owned()]], vec![vec!["b".to_owned()]])
    );
    let run = mgr2api(["-q", "-t", "har", "--copy"]).stdin(&log).run();
    assert_eq!(documents(&run.out), [["a"], ["b"]], "what is copied is a document of its own");
}

#[test]
fn a_request_that_cannot_be_said_leaves_no_gap() {
    let rest = request("func=b").repeat(3);
    let log = request("func=a") + "Jun 25 09:07:51 [1:2] core_module INFO Request [x][y] 'func=cut\n" + &rest;
    for (target, _) in LISTS {
        let run = mgr2api(["-t", target, "-m", "core"]).stdin(&log).run().status(0).err_has(&["stdin:2: "]);
        assert_eq!(documents(&run.out), [["a", "b", "b", "b"]]);
    }
}
