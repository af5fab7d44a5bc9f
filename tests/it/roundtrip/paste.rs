//! Snippets pasted into interactive shells as typed bytes, comment lines included: nothing but the call runs.
//!
//! Pasting differs from parsing. A control byte acts on the line editor before any quote is parsed, `!` is expanded
//! from the history, and an interactive zsh executes a comment line as a command.

use crate::support;
use crate::support::hostile::VALUES;
use crate::support::terminal::Terminal;
use crate::support::{Logged, Oracle, Pair, Received, Run, Server, Shell, StandIn, mgr2api, mgrctl, shell};

/// A few attacks in each request, so that no line is too long for a terminal, and some in parts that comments repeat.
fn requests() -> Vec<Logged> {
    let named = |chunk: &[&[u8]]| -> Vec<(String, Vec<u8>)> {
        chunk.iter().enumerate().map(|(index, value)| (format!("p{index}"), value.to_vec())).collect()
    };
    let values = VALUES.chunks(6).map(|chunk| Logged::of_pairs("processing.edit", &named(chunk)));
    let functions = VALUES.iter().filter(|text| !text.starts_with(b"-") && !text.contains(&b'=')).map(|function| {
        // These would end the bracket or the line.
        let user = function.iter().copied().filter(|byte| !b"'\n\x1b".contains(byte)).collect();
        Logged { user, ..Logged::new(format!("func={}&sok=ok&passwd=*", support::form::encode(function))) }
    });
    values.chain(functions).collect()
}

/// The printed lines in pairs: a comment with the snippet below it.
fn pairs_of_lines(printed: &str) -> Vec<String> {
    let lines: Vec<&str> = printed.lines().collect();
    let pairs = lines.chunks(2).map(|pair| {
        assert!(pair[0].starts_with("# Jun 25 09:07:51 ") && !pair[1].starts_with('#'), "{pair:?}");
        format!("{}\n{}\n", pair[0], pair[1])
    });
    pairs.collect()
}

fn program(target: &[&str], requests: &[Logged]) -> Run {
    let options = ["-m", "billmgr", "--comments", "always", "--su", "never", "--secrets", "show"];
    mgr2api(options).args(target).stdin(support::log::lines(requests))
}

fn expected(oracle: &Oracle<'_>, requests: &[Logged], from_env: &[Vec<Pair>]) -> Vec<Vec<Pair>> {
    let pairs = requests.iter().enumerate().map(|(number, logged)| {
        let root = Logged { user: b"root".to_vec(), ..logged.clone() };
        oracle.pairs(&root, from_env.get(number).map_or(&[], Vec::as_slice)).expect("a function")
    });
    pairs.collect()
}

#[track_caller]
fn paste_mgrctl(shell: Shell, dialect: &str) {
    let requests = requests();
    let ran = program(&["-t", "mgrctl", "--shell", dialect], &requests).run().status(0);
    let stand_in = StandIn::new();
    let Some(mut terminal) = Terminal::open(shell, &stand_in.environment()) else { return };
    for (number, lines) in pairs_of_lines(&stand_in.replace(ran.text())).iter().enumerate() {
        terminal.paste(lines, || stand_in.count() > number);
    }
    terminal.close();
    let arrived: Vec<Vec<Pair>> = stand_in.take().iter().map(|call| mgrctl::pairs(call, "billmgr").0).collect();
    support::assert_arrived(shell.name, &arrived, &expected(&Oracle::default(), &requests, &[]), &requests);
}

#[track_caller]
fn paste_curl(shell: Shell) {
    let requests = requests();
    let server = Server::start();
    let program = program(&["--url", &server.url, "--masked", "env"], &requests);
    let ran = program.run().status(0);
    let login = support::secrets::LOGIN;
    let (from_env, mut environment) = support::secrets::from_environment(&program);
    environment.push(("MGR_AUTHINFO".to_owned(), login.to_owned()));
    let Some(mut terminal) = Terminal::open(shell, &environment) else { return };
    for (number, lines) in pairs_of_lines(ran.text()).iter().enumerate() {
        terminal.paste(lines, || server.count() > number);
    }
    terminal.close();
    let arrived: Vec<Vec<Pair>> = server.take().iter().map(Received::pairs).collect();
    let oracle = Oracle { login: Some(("authinfo", login.as_bytes())), out: Some("json") };
    support::assert_arrived(shell.name, &arrived, &expected(&oracle, &requests, &from_env), &requests);
}

#[test]
fn mgrctl_snippets_can_be_pasted_into_bash() {
    paste_mgrctl(shell::BASH, "bash");
    paste_mgrctl(shell::BASH, "sh");
}

#[test]
fn mgrctl_snippets_can_be_pasted_into_zsh() {
    paste_mgrctl(shell::ZSH, "bash");
    paste_mgrctl(shell::ZSH, "sh");
}

#[test]
fn mgrctl_snippets_can_be_pasted_into_dash() {
    paste_mgrctl(shell::DASH, "sh");
}

#[test]
fn mgrctl_snippets_can_be_pasted_into_fish() {
    paste_mgrctl(shell::FISH, "fish");
}

#[test]
fn curl_snippets_can_be_pasted_into_every_shell() {
    if !crate::support::installed::has_tool("curl") {
        return;
    }
    shell::ALL.into_iter().for_each(paste_curl);
}

/// Tests the test: a correctly quoted value with a raw control byte does run when it is pasted.
#[test]
fn a_raw_control_byte_in_quotes_would_have_run() {
    let Some(mut terminal) = Terminal::open(shell::BASH, &[]) else { return };
    let marker = terminal.folder().join("CANARY");
    terminal.paste("echo '\u{1}touch CANARY; '\n", || marker.exists());
    std::fs::remove_file(marker).expect("it was just made");
    terminal.close();
}
