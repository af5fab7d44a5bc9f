//! `--passthrough`: in a whole buffer, all lines that are not requests stay unchanged to the byte.

use super::support::{MGRCTL, mgr2api, request};

/// Bytes that a careless filter would change.
const OTHER: &[u8] =
    b"tab\there\r\n\n  spaces  \nno utf-8 \xff\xfe\n\x1b[31mcolour\x1b[0m\nNUL \0\n# a comment\n\x0c\n";

#[test]
fn other_lines_come_back_as_they_were() {
    for tail in [&b""[..], b"no newline at the end", b"\r", b"\n\n"] {
        let text = [OTHER, tail].concat();
        mgr2api(["--passthrough"]).stdin(&text).any_bytes().run().status(0).out(&text).err("");
        mgr2api(["--passthrough", "a.log"]).file("a.log", &text).any_bytes().run().status(0).out(&text).err("");
    }
}

#[test]
fn requests_among_them_become_calls_in_place() {
    let text = [OTHER, request("func=a").as_bytes(), OTHER, b"func=b\r\n", OTHER, b"func=c"].concat();
    let expected = [
        OTHER,
        format!("{MGRCTL}a\n").as_bytes(),
        OTHER,
        format!("{MGRCTL}b\n").as_bytes(),
        OTHER,
        format!("{MGRCTL}c\n").as_bytes(),
    ]
    .concat();
    mgr2api(["-q", "--passthrough", "-t", "mgrctl"]).stdin(text).any_bytes().run().status(0).out(expected);
}

#[test]
fn a_request_that_cannot_be_converted_stays_and_is_reported() {
    for (line, reason) in [
        ("Jun 25 09:07:51 [1:2] core_module INFO Request [192.0.2.38][root] 'func=a&b=\n".to_owned(), "closing quote"),
        (request("elid=1"), "'func' with a value"),
        (request("a=%00&func=x"), "NUL byte"),
    ] {
        let text = format!("before\n{line}after\n");
        mgr2api(["--passthrough", "-t", "mgrctl", "-m", "core"])
            .stdin(&text)
            .run()
            .status(0)
            .out(&text)
            .err_has(&["stdin:2: ", reason]);
    }
}

#[test]
fn a_request_that_was_filtered_out_is_gone() {
    let text = request("func=a") + "between\n" + &request("func=b") + &request("func=a");
    let run = mgr2api(["-q", "--passthrough", "-t", "mgrctl", "--func", "a", "--unique"]).stdin(text).run();
    run.status(0).out(format!("{MGRCTL}a\nbetween\n"));
}

#[test]
fn it_works_over_many_blocks_and_threads() {
    let text: Vec<u8> =
        (0..4000).flat_map(|number| [OTHER, request(&format!("elid={number}&func=x")).as_bytes()].concat()).collect();
    let expected: Vec<u8> =
        (0..4000).flat_map(|number| [OTHER, format!("{MGRCTL}x elid={number}\n").as_bytes()].concat()).collect();
    for input in [&["a.log"][..], &[]] {
        let run = mgr2api(["-q", "--passthrough", "-t", "mgrctl", "--threads", "4"]).args(input);
        assert!(run.file("a.log", &text).stdin(&text).any_bytes().run().status(0).out == expected);
    }
}

#[test]
fn a_log_without_a_final_line_end_does_not_run_into_the_next() {
    let run = mgr2api(["--passthrough", "-t", "url", "-m", "core", "one", "two", "one"]);
    run.file("one", "text")
        .file("two", request("func=a"))
        .run()
        .status(0)
        .out("text\nhttps://localhost:1500/core?func=a&out=json\ntext");
}
