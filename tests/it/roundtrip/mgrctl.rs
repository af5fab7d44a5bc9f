//! mgrctl snippets, run by the shells of their dialect with a recording stand-in for mgrctl: the arguments must be the
//! logged bytes in order, without what was stripped, and nothing in a value is executed.

use crate::support;
use crate::support::hostile::{Shape, VALUES, every_byte};
use crate::support::{Ended, Logged, Oracle, Pair, Run, StandIn, mgr2api, mgrctl, shell};
use proptest::prelude::*;

/// Each dialect with the shells that must read it.
const DIALECTS: [(&str, &[shell::Shell]); 3] = [
    ("bash", &[shell::BASH, shell::ZSH]),
    ("sh", &[shell::DASH, shell::BASH_POSIX, shell::BASH, shell::ZSH]),
    ("fish", &[shell::FISH]),
];

fn program(dialect: &str, options: &[&str]) -> Run {
    mgr2api(["-t", "mgrctl", "-m", "billmgr", "--shell", dialect]).args(options)
}

/// Runs the snippets of all dialects in all their shells.
#[track_caller]
fn check(requests: &[Logged], options: &[&str], locale: &str) {
    for (dialect, shells) in DIALECTS {
        let ran = program(dialect, options).stdin(support::log::lines(requests)).run().status(0);
        check_dialect(&ran, requests, dialect, shells, locale);
    }
}

#[track_caller]
fn check_dialect(ran: &Ended, requests: &[Logged], dialect: &str, shells: &[shell::Shell], locale: &str) {
    let expected: Vec<Vec<Pair>> = requests
        .iter()
        .map(|logged| Oracle::default().pairs(logged, &[]).expect("every request has a function"))
        .collect();
    assert_eq!(ran.text().lines().count(), requests.len(), "one line each: {}", ran.err_text());
    for shell in shells {
        let stand_in = StandIn::new();
        let script = stand_in.replace(ran.text());
        let Some(done) = shell.run(script.as_bytes(), &stand_in.environment(), locale) else { continue };
        let calls = stand_in.take();
        let arrived: Vec<Vec<Pair>> = calls.iter().map(|call| mgrctl::pairs(call, "billmgr").0).collect();
        let who = format!("{} reading --shell {dialect} in {locale}", shell.name);
        support::assert_arrived(&who, &arrived, &expected, requests);
        assert_eq!(done.stderr, "", "{who}");
    }
}

#[test]
fn every_request_of_the_samples_arrives_in_every_dialect() {
    for (dialect, shells) in DIALECTS {
        let ran = program(dialect, &["--secrets", "show"]).args(support::log::samples()).run().status(0);
        let mut requests = support::log::sample_requests();
        requests.retain(|logged| {
            let pairs = Oracle::default().pairs(logged, &[]).expect("every request has a function");
            let said = !ran.leaves_out(&logged.place, "mgrctl");
            assert_eq!(said, can_be_rendered(&pairs), "{}", logged.place);
            said
        });
        check_dialect(&ran, &requests, dialect, shells, "C.UTF-8");
    }
}

/// Whether a command line can contain these pairs.
fn can_be_rendered(pairs: &[Pair]) -> bool {
    pairs.iter().all(|(name, value)| {
        let option = name.starts_with(b"-") || name.contains(&b'=');
        let function = name == b"func" && (value.starts_with(b"-") || value.contains(&b'='));
        !option && !function && !name.contains(&0) && !value.contains(&0) && name.len() + value.len() < 131_071
    })
}

/// Every attack and every byte: as values of plain names, as names and as functions.
fn hostile_requests() -> Vec<Logged> {
    let texts: Vec<Vec<u8>> = VALUES.iter().map(|value| value.to_vec()).chain(every_byte()).collect();
    let values = texts.chunks(40).map(|chunk| {
        let pairs: Vec<(String, &Vec<u8>)> =
            chunk.iter().enumerate().map(|(index, value)| (format!("p{index}"), value)).collect();
        Logged::of_pairs("processing.edit", &pairs)
    });
    let can_be_name = |text: &&Vec<u8>| !text.starts_with(b"-") && !text.contains(&b'=');
    let names: Vec<&Vec<u8>> = texts.iter().filter(can_be_name).collect();
    let names_of = |chunk: &[&Vec<u8>]| {
        let pairs: Vec<(&[u8], &str)> = chunk.iter().map(|name| (&name[..], "x")).collect();
        Logged::of_pairs("processing.edit", &pairs)
    };
    let functions = names.iter().map(|name| Logged::new(format!("func={}&a=b", support::form::encode(name))));
    values.chain(names.chunks(40).map(names_of)).chain(functions).collect()
}

#[test]
fn every_attack_and_every_byte_arrives_in_every_dialect() {
    check(&hostile_requests(), &["--secrets", "show"], "C.UTF-8");
}

#[test]
fn a_shell_without_utf8_reads_the_same() {
    check(&hostile_requests(), &["--secrets", "show"], "C");
}

#[test]
fn every_character_of_unicode_arrives_in_fish() {
    // Other shells pass bytes through; fish decodes text and reserves some characters for its own markers.
    let chars: Vec<char> = ('\u{1}'..=char::MAX).collect();
    let texts: Vec<(&str, String)> = chars.chunks(5000).map(|chunk| ("x", chunk.iter().collect())).collect();
    let requests: Vec<Logged> = texts.chunks(10).map(|texts| Logged::of_pairs("a", texts)).collect();
    let ran = program("fish", &[]).stdin(support::log::lines(&requests)).run().status(0);
    check_dialect(&ran, &requests, "fish", &[shell::FISH], "C.UTF-8");
}

#[test]
fn what_no_command_line_can_hold_is_reported_and_not_converted() {
    let long = format!("func=a&long={}", "b".repeat(131_071 - 4));
    let big = format!("func=a{}", format!("&x={}", "b".repeat(100_000)).repeat(20));
    let many = format!("func=a{}", "&x=bbbbbbbbbbbbbbbb".repeat(90_000));
    for (payload, reason) in [
        ("func=a&x=1%002", "x contains a NUL byte"),
        ("func=a&x%00y=1", r"x\x00y contains a NUL byte"),
        ("func=a%00b", "the function contains a NUL byte"),
        ("func=a&-o=xml", "-o would be read as an option"),
        ("func=a&%2De=x", "-e would be read as an option"),
        ("func=-o", "the function would be read as an option"),
        ("func=%2D%2Dhelp", "the function would be read as an option"),
        ("func=a%3Db", "the function contains '='"),
        ("func=a&x%3Dy=1", "x=y: the name contains '='"),
        (&long, "long is longer than one argument of a command line may be (131071 bytes)"),
        (&big, "the call is longer than a command line may be"),
        (&many, "the call is longer than a command line may be"),
    ] {
        for (dialect, _) in DIALECTS {
            let ran = program(dialect, &["--stats"]).stdin(Logged::new(payload).line()).run();
            assert_eq!((ran.status, &*ran.out), (Some(1), &b""[..]), "{reason}");
            assert!(ran.err_text().contains(reason), "{reason} is not in {}", ran.err_text());
            assert!(ran.err_text().contains("requests: 1 seen = 0 converted + 0 filtered out + 1 reported"));
        }
    }
}

#[test]
fn the_longest_word_and_a_long_command_arrive() {
    let word = Logged::new(format!("func=a&long={}&b=c", "b".repeat(131_071 - 5)));
    let pairs: Vec<(String, String)> = (0..17).map(|index| (format!("p{index}"), "é 'x".repeat(20_000))).collect();
    // For the kernel, short arguments cost more than their bytes, and quotes cost nothing.
    let many = Logged::new(format!("func=a{}", "&x=b".repeat(70_000)));
    check(&[word, Logged::of_pairs("a", &pairs), many], &[], "C.UTF-8");
}

#[test]
fn placeholders_reach_mgrctl_as_they_are() {
    let request = Logged::new("func=user.edit&name=a&passwd=*&ipmipass=hunter2&sok=ok&path=*");
    for (dialect, shells) in DIALECTS {
        let ran = program(dialect, &["--masked", "env"]).stdin(request.line()).run().status(0);
        assert!(!ran.text().contains("hunter2"));
        for shell in shells {
            let stand_in = StandIn::new();
            let mut environment = stand_in.environment();
            // mgrctl reads the variables itself; if a shell expanded them, the secret would be on the command line.
            environment.extend(["PASSWD", "IPMIPASS", "MGR_PATH"].map(|name| (name.to_owned(), "leaked".to_owned())));
            let script = stand_in.replace(ran.text());
            let Some(_) = shell.run(script.as_bytes(), &environment, "C.UTF-8") else { continue };
            let [call] = &stand_in.take()[..] else { panic!("{}: one call", shell.name) };
            let (pairs, from_env) = mgrctl::pairs(call, "billmgr");
            assert_eq!(support::form::show(&pairs), "func=user.edit | name=a | sok=ok");
            assert_eq!(from_env, [&b"passwd=$PASSWD"[..], b"ipmipass=$IPMIPASS", b"path=$MGR_PATH"]);
        }
    }
}

fn any_request() -> impl Strategy<Value = Logged> {
    support::hostile::request(Shape { nul: false, plain_names: true })
}

proptest! {
    #![proptest_config(support::cases(6))]

    #[test]
    fn random_hostile_requests_arrive_in_every_dialect(
        requests in proptest::collection::vec(any_request(), 1..60),
        locale in proptest::sample::select(vec!["C.UTF-8", "C"]),
    ) {
        check(&requests, &["--secrets", "show"], locale);
    }
}
