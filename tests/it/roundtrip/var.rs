//! `--var`: the variable's value when the snippet runs arrives byte for byte instead of the logged one, whatever it
//! contains, and nothing in it is executed.

use crate::support;
use crate::support::hostile::{VALUES, every_byte};
use crate::support::{Logged, Pair, Server, StandIn, mgr2api, mgrctl, shell};

const PAYLOAD: &str = "func=webdomain.edit&elid=shop.example&name=a&note=%24ELID&sok=ok";

/// Values that an environment can contain: no NUL, and here only UTF-8, because of the test's side.
fn values() -> Vec<String> {
    let ascii: Vec<u8> = every_byte().into_iter().flatten().filter(u8::is_ascii).collect();
    let values = VALUES.iter().map(|value| value.to_vec()).chain([ascii]);
    values.filter_map(|value| String::from_utf8(value).ok()).collect()
}

fn pair(name: &str, value: &str) -> Pair {
    (name.as_bytes().to_vec(), value.as_bytes().to_vec())
}

fn expected(value: &str) -> Vec<Pair> {
    let logged = [("func", "webdomain.edit"), ("elid", value), ("name", value), ("note", "$ELID"), ("sok", "ok")];
    logged.map(|(name, value)| pair(name, value)).to_vec()
}

fn snippet(options: &[&str]) -> String {
    let program = mgr2api(["-m", "billmgr", "--var", "elid", "--var", "name=SITE_NAME"]).args(options);
    program.stdin(Logged::new(PAYLOAD).line()).run().status(0).text().to_owned()
}

fn environment(value: &str) -> support::Environment {
    ["ELID", "SITE_NAME"].map(|name| (name.to_owned(), value.to_owned())).to_vec()
}

#[test]
fn curl_sends_what_the_variables_hold() {
    let server = Server::start();
    for (method, shells) in [("post", &shell::ALL[..]), ("get", &[shell::DASH])] {
        let script = snippet(&["--url", &server.url, "--auth", "none", "--method", method]);
        assert!(!script.contains("shop.example"), "{script}");
        for shell in shells {
            for value in values() {
                let Some(_) = shell.run(script.as_bytes(), &environment(&value), "C.UTF-8") else { continue };
                let arrived = server.take();
                let pairs = arrived.first().unwrap_or_else(|| panic!("{}: nothing arrived of {value:?}", shell.name));
                let mut wanted = expected(&value);
                wanted.push(pair("out", "json"));
                assert_eq!(pairs.pairs(), wanted, "{} {value:?}", shell.name);
            }
        }
    }
}

#[test]
fn mgrctl_gets_what_the_variables_hold() {
    for (dialect, shells) in [
        ("bash", &[shell::BASH, shell::ZSH][..]),
        ("sh", &[shell::DASH, shell::BASH_POSIX, shell::ZSH]),
        ("fish", &[shell::FISH]),
    ] {
        let script = snippet(&["-t", "mgrctl", "--shell", dialect]);
        for shell in shells {
            for value in values() {
                let stand_in = StandIn::new();
                let environment = [stand_in.environment(), environment(&value)].concat();
                let Some(done) = shell.run(stand_in.replace(&script).as_bytes(), &environment, "C.UTF-8") else {
                    continue;
                };
                let calls = stand_in.take();
                assert_eq!(calls.len(), 1, "{} {value:?}: {}", shell.name, done.stderr);
                assert_eq!(mgrctl::pairs(&calls[0], "billmgr"), (expected(&value), Vec::new()), "{}", shell.name);
            }
        }
    }
}

#[test]
fn without_its_variable_no_call_is_made() {
    let server = Server::start();
    let script = snippet(&["--url", &server.url, "--auth", "none"]);
    for shell in shell::ALL {
        let Some(done) = shell.run(script.as_bytes(), &[], "C.UTF-8") else { continue };
        assert!(server.take().is_empty() && done.stderr.contains("ELID"), "{}: {}", shell.name, done.stderr);
    }
    for (dialect, shell) in [("bash", shell::BASH), ("bash", shell::ZSH), ("sh", shell::DASH)] {
        let stand_in = StandIn::new();
        let script = stand_in.replace(&snippet(&["-t", "mgrctl", "--shell", dialect]));
        let Some(done) = shell.run(script.as_bytes(), &stand_in.environment(), "C.UTF-8") else { continue };
        assert!(stand_in.take().is_empty() && done.stderr.contains("ELID"), "{}: {}", shell.name, done.stderr);
    }
}
