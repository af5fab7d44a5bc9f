//! Attacks the follower with any history of a log: written, renamed, packed, cut, replaced, and the program restarted, as
//! the bytes say. Laws: those of its model; what was written comes out once and in order, all but what no reader could have
//! got.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mgr2api::internal::model;

fuzz_target!(|actions: &[u8]| {
    let home = tempfile::tempdir().expect("a writable temporary folder");
    model::run(home.path().to_owned(), actions);
});
