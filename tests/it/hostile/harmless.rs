//! No output controls a terminal or hides anything, whatever log, file name or argument it came from. Every run of the
//! program checks both streams; these runs try hardest.

use crate::support;
use crate::support::hostile::{VALUES, every_byte};
use crate::support::{Logged, mgr2api};
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

fn texts() -> impl Iterator<Item = Vec<u8>> {
    VALUES.iter().map(|value| value.to_vec()).chain(every_byte())
}

#[test]
fn file_names_are_spelt_out_in_notes_and_snippets() {
    let log = Logged::new("func=a&password=*&x=1&x%00=2").line();
    let folder = tempfile::tempdir().expect("a writable temporary folder");
    let mut kept = 0;
    for text in texts() {
        let name: Vec<u8> = text.iter().map(|&byte| if byte == b'/' { b'_' } else { byte }).collect();
        let path = folder.path().join(OsStr::from_bytes(&[b"log", &name[..]].concat()));
        // A file system may refuse a name that is not text.
        if std::fs::write(&path, &log).is_err() {
            continue;
        }
        kept += 1;
        let ran = mgr2api(["-t", "json", "-t", "curl", "-t", "mgrctl"]).args([&path]).run().status(0);
        assert!(ran.err_text().contains(":1: a: password was masked, left out"), "{}", ran.err_text());
        assert!(ran.leaves_out(ran.err_text().split(": ").next().expect("a place"), "mgrctl"), "{}", ran.err_text());
    }
    assert!(kept > 100);
}

#[test]
fn what_is_wrong_with_an_argument_is_said_harmlessly() {
    for text in VALUES {
        let text = OsStr::from_bytes(text);
        for option in
            ["--func", "--drop", "--to", "--manager", "--url", "--su", "--lang", "--out", "--auth", "--threads"]
        {
            mgr2api([option]).args([text]).stdin(Logged::new("func=a").line()).run();
        }
        let ran = mgr2api(["--"]).args([text]).run();
        assert_ne!(ran.status, Some(101), "a panic: {}", ran.err_text());
    }
}

#[test]
fn every_target_prints_hostile_requests_harmlessly() {
    let requests = texts().map(|text| {
        let text = support::form::encode(&text);
        let user = support::form::plain(text.as_bytes());
        let user = user.into_iter().filter(|byte| !b"'\n\x1b".contains(byte)).collect();
        Logged { user, ..Logged::new(format!("func={text}&{text}=*&{text}={text}&{text}%00=1&auth={text}")) }
    });
    let requests: Vec<Logged> = requests.collect();
    for target in ["curl", "mgrctl", "rust", "url", "json", "http", "hurl", "har", "postman"] {
        for masked in ["omit", "env"] {
            let program = mgr2api(["-t", target, "--masked", masked, "--comments", "always", "--stats"]);
            let ran = program.stdin(support::log::lines(&requests)).run();
            let sum = format!("\nrequests: {} seen = ", requests.len());
            assert!(ran.err_text().contains(&sum), "{target}: {sum} is not in the last line of {}", ran.err_text());
        }
    }
}
