//! What the tests that run snippets share: a panel that records, an oracle that knows what must arrive, shells, a
//! stand-in for mgrctl, and the program itself.
//!
//! Nothing here uses the code it tests: the decoder, the search for requests in sample logs and the table of noise are
//! written a second time, so that a mistake in `src/` cannot excuse itself.

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

/// How often a property test tries: a few times, since each try starts shells, and the same in every run; or as often as
/// `PROPTEST_CASES` says, with other input each time.
pub(crate) fn cases(few: u32) -> proptest::test_runner::Config {
    use proptest::test_runner::{Config, RngSeed};
    // The minimal case is printed; a file of seeds is nothing to keep for inputs that depend on the generator's code.
    let usual = Config { failure_persistence: None, max_shrink_iters: 100, ..Config::default() };
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => usual,
        None => Config { cases: few, rng_seed: RngSeed::Fixed(1), ..usual },
    }
}

/// Compares what arrived with what should have, one by one, so that a failure names the request.
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
