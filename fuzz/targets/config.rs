//! Fuzzes the configuration file. Laws: a file is accepted or refused with a message; no message contains the value of
//! a key for secrets; the output of `--show-config` is a configuration file with the same meaning.
#![no_main]
#![allow(dead_code, unused_imports)]

/// The command line of the program, and the system modules it uses.
#[path = "../../src/bin/mgr2api"]
mod program {
    pub(crate) mod cli;
    pub(crate) mod sys {
        pub(crate) mod files;
        pub(crate) mod shell;
        pub(crate) mod stdout;
    }
}

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
// Its modules refer to each other from the root of the crate.
use program::cli::config::{self, Fault};
use program::{cli, sys};

#[derive(Debug, Arbitrary)]
struct Input<'a> {
    profile: Option<u8>,
    secret: Option<u8>,
    text: &'a str,
}

const SECRETS: [&str; 5] = ["password", "\"token\"", "'Login'", "profile.a.secret", "x = { authinfo"];

fuzz_target!(|input: Input<'_>| {
    let mut text = input.text.to_owned();
    if let Some(key) = input.secret.filter(|_| !["\"\"\"", "'''", "hunter2"].iter().any(|mark| text.contains(mark))) {
        let end = text.find('\n').map_or(text.len(), |end| end + 1);
        text.insert_str(end, &format!("\n{} = \"hunter2\"\n", SECRETS[usize::from(key) % SECRETS.len()]));
    }
    let profile = input.profile.map(|profile| ["a", "b"][usize::from(profile % 2)]);
    let message = match config::of_text(&text, profile) {
        Ok(merged) => return shown_again(&config::show(&merged)),
        Err(Fault::Config(error)) => error.to_string(),
        Err(Fault::Clap(error)) => error.render().to_string(),
    };
    assert!(!message.is_empty());
    assert!(input.text.contains("hunter2") || !message.contains("hunter2"), "{message}");
});

fn shown_again(shown: &str) {
    let again = match config::of_text(shown, None) {
        Ok(merged) => config::show(&merged),
        Err(Fault::Config(error)) => panic!("{error}: {shown}"),
        Err(Fault::Clap(error)) => panic!("{error}: {shown}"),
    };
    // Each setting is followed by its source, which differs now.
    let settings = |text: &str| {
        text.lines().filter_map(|line| line.rsplit_once(" # ")).map(|line| line.0.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(settings(shown), settings(&again));
}
