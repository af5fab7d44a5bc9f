//! curl lines of `--shell powershell`, parsed by a small parser of PowerShell's grammar and executed with real curl
//! against a recording panel. PowerShell is not among the packages that tests may install; the parser follows its
//! manual (`about_Quoting_Rules`, `about_Parsing`, `about_Operators`) and accepts only what such a line may contain:
//! anything else fails.

use crate::support;
use crate::support::installed;
use crate::support::{Environment, Logged, Oracle, Pair, Received, Server, mgr2api, secrets};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::io::Write;
use std::process::{Command, Stdio};

/// The effect of a line.
#[derive(Debug, PartialEq, Eq)]
enum Deed {
    /// Runs the words of a command with this text piped to it.
    Run(Vec<String>, String),
    Throw(String),
}

struct Reader<'a> {
    rest: &'a str,
    environment: &'a [(String, String)],
}

/// Each of these opens and closes a verbatim string.
const QUOTES: [char; 5] = ['\'', '\u{2018}', '\u{2019}', '\u{201a}', '\u{201b}'];

/// `Uri.EscapeDataString` keeps the unreserved characters of RFC 3986.
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

impl Reader<'_> {
    fn take(&mut self, text: &str) -> bool {
        let rest = self.rest.strip_prefix(text);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    #[track_caller]
    fn must(&mut self, text: &str) {
        assert!(self.take(text), "{text:?} was expected at {:?}", support::form::shorten(self.rest));
    }

    fn word(&mut self, belongs: impl Fn(char) -> bool) -> String {
        let end = self.rest.find(|char| !belongs(char)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word.to_owned()
    }

    /// A string in single quotes; two quotes within it mean one.
    fn string(&mut self) -> Option<String> {
        self.rest = self.rest.strip_prefix(QUOTES)?;
        let mut text = String::new();
        loop {
            text.push_str(&self.word(|char| !QUOTES.contains(&char)));
            let quote = self.rest.chars().next().expect("a string is closed");
            self.rest = &self.rest[quote.len_utf8()..];
            match self.rest.strip_prefix(QUOTES) {
                Some(rest) => {
                    text.push(quote);
                    self.rest = rest;
                }
                None => return Some(text),
            }
        }
    }

    /// The value of an environment variable; empty, as `$null` is, if it is unset.
    fn variable(&mut self) -> String {
        let name = self.word(|char| char.is_ascii_alphanumeric() || char == '_');
        assert!(!name.is_empty());
        let found = self.environment.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    }

    fn line(&mut self) -> Deed {
        while self.take("if (!$env:") {
            let missing = self.variable().is_empty();
            self.must(") { throw ");
            let message = self.string().expect("a message");
            self.must(" }; ");
            if missing {
                return Deed::Throw(message);
            }
        }
        let mut text = self.string().expect("a line begins with a string");
        while self.take(" + ") {
            if self.take("[uri]::EscapeDataString($env:") {
                text.extend(utf8_percent_encode(&self.variable(), UNRESERVED));
                self.must(")");
            } else {
                text.push_str(&self.string().expect("a string"));
            }
        }
        self.must(" | ");
        let mut words = Vec::new();
        loop {
            let word = self
                .string()
                .unwrap_or_else(|| self.word(|char| char.is_ascii_alphanumeric() || "-_.:/%".contains(char)));
            assert!(!word.is_empty(), "no word at {:?}", support::form::shorten(self.rest));
            words.push(word);
            if !self.take(" ") {
                break;
            }
        }
        assert_eq!(self.rest, "", "behind the command");
        Deed::Run(words, text)
    }
}

fn read(line: &str, environment: &[(String, String)]) -> Deed {
    Reader { rest: line, environment }.line()
}

/// Executes a line as PowerShell does: a pipe adds a Windows line break to the text.
#[track_caller]
fn run(line: &str, environment: &[(String, String)]) {
    let Deed::Run(words, text) = read(line, environment) else { panic!("stopped: {line}") };
    let (program, arguments) = words.split_first().expect("a program");
    assert_eq!(program, "curl.exe");
    let inert = |char: char| char.is_ascii_alphanumeric() || ".-_%=&".contains(char);
    assert!(text.chars().all(inert), "an encoding of the pipe could change {}", support::form::shorten(&text));
    let mut curl = Command::new("curl");
    curl.arg("-q").args(arguments).env_clear().env("PATH", installed::path());
    let mut child = curl.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().expect("curl starts");
    let mut stdin = child.stdin.take().expect("piped");
    stdin.write_all(format!("{text}\r\n").as_bytes()).expect("curl reads");
    drop(stdin);
    assert!(child.wait().expect("curl ends").success(), "{}", support::form::shorten(line));
}

fn check(requests: &[Logged], options: &[&str], login: (&str, &str)) {
    if !installed::has_tool("curl") {
        return;
    }
    let server = Server::start();
    let program = mgr2api(["--shell", "powershell", "-m", "billmgr", "--url", &server.url]).args(options);
    let program = program.stdin(support::log::lines(requests));
    let (from_env, mut environment) = secrets::from_environment(&program);
    environment.push((login.1.to_owned(), secrets::LOGIN.to_owned()));
    let ran = program.run().status(0);
    let lines: Vec<&str> = ran.text().lines().collect();
    assert_grammar(ran.text());
    assert_eq!(lines.len(), requests.len(), "one line each: {}", ran.err_text());
    for line in lines {
        run(line, &environment);
    }
    let oracle = Oracle { login: Some((login.0, secrets::LOGIN.as_bytes())), out: Some("json") };
    let expected = requests.iter().zip(&from_env).map(|(logged, from_env)| oracle.pairs(logged, from_env));
    let expected: Vec<Vec<Pair>> = expected.map(|pairs| pairs.expect("every request has a function")).collect();
    let received = server.take();
    let arrived: Vec<Vec<Pair>> = received.iter().map(Received::pairs).collect();
    support::assert_arrived("powershell", &arrived, &expected, requests);
    assert!(received.iter().all(|request| request.path == "/billmgr"));
}

/// Checks the lines with an independent grammar of the language.
#[track_caller]
fn assert_grammar(lines: &str) {
    let mut parser = tree_sitter::Parser::new();
    parser.set_language(&tree_sitter_powershell::LANGUAGE.into()).expect("versions fit");
    for line in lines.lines() {
        let tree = parser.parse(line, None).expect("no time limit is set");
        assert!(!tree.root_node().has_error(), "{}", support::form::shorten(line));
    }
}

#[test]
fn what_was_logged_arrives() {
    if support::installed::find("curl").is_none() {
        return;
    }
    let mut requests = support::log::sample_requests();
    let values: Vec<Vec<u8>> =
        support::hostile::VALUES.iter().map(|value| value.to_vec()).chain(support::hostile::every_byte()).collect();
    let typographic = QUOTES.map(|quote| format!("a{quote}{quote}; calc {quote} $(calc) `").into_bytes());
    for chunk in [&values[..], &typographic].concat().chunks(40) {
        let pairs: Vec<(&str, &Vec<u8>)> = chunk.iter().map(|value| ("x", value)).collect();
        let names: Vec<(&Vec<u8>, &str)> = chunk.iter().map(|value| (value, "x")).collect();
        requests.extend([Logged::of_pairs("odd.values", &pairs), Logged::of_pairs("odd.names", &names)]);
    }
    check(&requests, &["--masked", "env"], ("authinfo", "MGR_AUTHINFO"));
    requests.retain(|logged| logged.payload.len() < 20_000);
    check(&requests, &["--method", "get", "--auth", "session", "--var", "x"], ("auth", "MGR_SESSION"));
}

#[test]
fn text_of_any_length_arrives() {
    let long = Logged::of_pairs("f", &[("x", "y".repeat(400_000))]);
    check(&[long], &[], ("authinfo", "MGR_AUTHINFO"));
}

#[test]
fn without_its_variable_no_call_is_made() {
    let logged = Logged::new("func=user.edit&passwd=*&elid=5");
    let program = mgr2api(["--shell", "powershell", "-m", "core", "--masked", "env", "--var", "elid"]);
    let ran = program.stdin(logged.line()).run().status(0);
    let line = ran.text().trim_end();
    let all = ["MGR_AUTHINFO", "PASSWD", "ELID"];
    let without = |missing: &str| -> Environment {
        all.iter().filter(|name| **name != missing).map(|name| (name.to_string(), "1".to_owned())).collect()
    };
    for missing in all {
        assert_eq!(read(line, &without(missing)), Deed::Throw(format!("{missing} is not set")));
    }
    assert!(matches!(read(line, &without("")), Deed::Run(..)));
}

#[test]
fn the_reader_knows_powershells_quotes() {
    let environment = [("A".to_owned(), "\u{e9} &\n".to_owned())];
    let run =
        |words: &[&str], text: &str| Deed::Run(words.iter().map(|word| (*word).to_owned()).collect(), text.to_owned());
    assert_eq!(read("'it''s \u{2019}\u{2019}' | a.exe -b '@-'", &[]), run(&["a.exe", "-b", "@-"], "it's \u{2019}"));
    assert_eq!(
        read("'x=' + [uri]::EscapeDataString($env:A) + '&y' | a", &environment),
        run(&["a"], "x=%C3%A9%20%26%0A&y")
    );
    for wrong in ["'a\u{2019}b' | a", "'a' | a; b", "'a' | a $(b)", "'a' | a @-", "\"a\" | a", "'a"] {
        let read = std::panic::catch_unwind(|| read(wrong, &[]));
        assert!(read.is_err(), "{wrong}");
    }
}
