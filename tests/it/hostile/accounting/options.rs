//! Random settings of the library, and random options of the program.

use mgr2api::{CallOptions, Filter, Masked, PrintOptions, Rules, ScanOptions, Secrets, Settings, Strip, Su, TARGETS};
use proptest::collection::vec;
use proptest::prelude::*;

fn regexes() -> impl Strategy<Value = Vec<&'static str>> {
    let pattern = prop_oneof![
        Just("edit"),
        Just("^root"),
        Just("^$"),
        Just(r"\.delete$"),
        Just("(?-u:[\\x80-\\xff])"),
        Just("192")
    ];
    prop_oneof![
        3 => Just(Vec::new()),
        1 => vec(pattern, 1..3)
    ]
}

fn filters() -> impl Strategy<Value = Filter> {
    (regexes(), regexes(), regexes(), regexes(), any::<bool>(), periods()).prop_map(
        |(functions, exclude, users, origins, changes, (since, until))| {
            let filter = Filter::default().functions(&functions).and_then(|filter| filter.exclude(&exclude));
            let filter = filter.and_then(|filter| filter.users(&users)?.origins(&origins)).expect("valid patterns");
            let filter = since.iter().fold(filter, |filter, time| filter.since(time).expect("a time"));
            until.iter().fold(filter, |filter, time| filter.until(time).expect("a time")).changes(changes)
        },
    )
}

/// Ranges of time that select everything, all lines with a stamp, and nothing.
fn periods() -> impl Strategy<Value = (Option<&'static str>, Option<&'static str>)> {
    let past = Some("1970-01-01T00:00:00");
    prop_oneof![3 => Just((None, None)), 1 => Just((past, None)), 1 => Just((None, past))]
}

fn rules() -> impl Strategy<Value = Rules> {
    let names = || prop_oneof![Just(&[][..]), Just(&["*"][..]), Just(&["e*", "sok"][..]), Just(&["password"][..])];
    let strip = prop_oneof![Just(Strip::Nothing), Just(Strip::Noise), Just(Strip::Helpers)];
    let secrets = prop_oneof![Just(Secrets::Env), Just(Secrets::Show)];
    let masked = prop_oneof![Just(Masked::Omit), Just(Masked::Env)];
    let su = prop_oneof![Just(Su::Auto), Just(Su::Never), Just(Su::User("a b".to_owned()))];
    let word = || proptest::option::of(Just("x'y".to_owned()));
    let variables = prop_oneof![3 => Just(&[][..]), 1 => Just(&["elid", "password=X", "sok", "out"][..])];
    let added = (su, word(), word(), variables);
    (names(), names(), any::<bool>(), strip, masked, secrets, added).prop_map(
        |(drop, keep, keep_empty, strip, masked, secrets, (su, lang, out, variables))| {
            let rules = Rules::default().drop(drop).keep(keep).variables(variables);
            let rules = rules.expect("valid names").keep_empty(keep_empty).strip(strip).masked(masked);
            rules.secrets(secrets).su(su).lang(lang).out(out)
        },
    )
}

pub(super) fn settings() -> impl Strategy<Value = Settings> {
    let targets = proptest::sample::subsequence(TARGETS.to_vec(), 1..=TARGETS.len());
    (targets, filters(), rules(), any::<[bool; 4]>()).prop_map(
        |(targets, filter, rules, [comments, passthrough, manager, unique])| {
            let manager = manager.then(|| "vmmgr".to_owned());
            let scan = ScanOptions::default().filter(filter).rules(rules).manager(manager);
            let print = PrintOptions::new(targets, CallOptions::default());
            Settings::of(scan, print.comments(comments).passthrough(passthrough).unique(unique))
        },
    )
}

pub(super) fn options() -> impl Strategy<Value = Vec<&'static str>> {
    let options: Vec<&[&str]> = vec![
        &["-t", "json"],
        &["-t", "mgrctl"],
        &["-t", "curl"],
        &["-t", "rust"],
        &["-t", "url"],
        &["--func", "edit"],
        &["--changes"],
        &["--unique"],
        &["--masked", "env"],
        &["--keep-empty"],
        &["--comments", "always"],
        &["--passthrough"],
        &["--quiet"],
        &["--user", "root"],
    ];
    proptest::sample::subsequence(options, 0..5).prop_map(|options| options.concat())
}
