//! Shared by the tests that run snippets: a recording panel, an oracle that computes what must arrive, shells, a
//! stand-in for mgrctl, and the program itself.
//!
//! Nothing here uses the code under test: the decoder, the search for requests in sample logs and the table of noise
//! are implemented a second time, so that an error in `src/` cannot hide itself.

pub(crate) mod declaration;
pub(crate) mod exchange;
pub(crate) mod fences;
pub(crate) mod follow;
pub(crate) mod form;
pub(crate) mod harmless;
pub(crate) mod hostile;
pub(crate) mod installed;
pub(crate) mod language;
pub(crate) mod log;
pub(crate) mod mgrctl;
pub(crate) mod oracle;
pub(crate) mod program;
pub(crate) mod schema;
pub(crate) mod secrets;
pub(crate) mod server;
pub(crate) mod shell;
pub(crate) mod stretch;
pub(crate) mod terminal;
pub(crate) mod tool;
pub(crate) mod written;

pub(crate) use form::Pair;
pub(crate) use log::Logged;
pub(crate) use mgrctl::StandIn;
pub(crate) use oracle::Oracle;
pub(crate) use program::{Ended, Run, mgr2api};
pub(crate) use schema::Schema;
pub(crate) use server::{Received, Server};
pub(crate) use shell::{Environment, Shell};

/// The number of cases of a property test: few, because each case starts shells, and the same cases in every run; or
/// `PROPTEST_CASES` random ones.
pub(crate) fn cases(few: u32) -> proptest::test_runner::Config {
    use proptest::test_runner::{Config, RngSeed};
    // No file of seeds: proptest prints the minimal case, and seeds lose their meaning when the generators change.
    let usual = Config { failure_persistence: None, max_shrink_iters: 100, ..Config::default() };
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => usual,
        None => Config { cases: few, rng_seed: RngSeed::Fixed(1), ..usual },
    }
}

/// Compares arrived and expected requests one by one, so that a failure names the request.
#[track_caller]
pub(crate) fn assert_arrived(who: &str, arrived: &[Vec<Pair>], expected: &[Vec<Pair>], logged: &[Logged]) {
    for (number, (arrived, expected)) in arrived.iter().zip(expected).enumerate() {
        if arrived != expected {
            let (place, line) = logged.get(number).map_or(("", &b""[..]), |logged| (&logged.place, &logged.payload));
            let line = form::shorten(&line.escape_ascii().to_string());
            panic!(
                "{who}: request {number} {place}\n  logged:   {line}\n  expected: {}\n  arrived:  {}",
                form::show(expected),
                form::show(arrived)
            );
        }
    }
    assert_eq!(arrived.len(), expected.len(), "{who}: number of calls that arrived");
}
