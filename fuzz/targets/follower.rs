//! Fuzzes the follower with any history of a log, derived from the input bytes: written, renamed, packed, cut,
//! replaced, and the program restarted. Laws: those of its model; written lines come out once and in order, except for
//! those that no reader could have got.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mgr2api::internal::model;

fuzz_target!(|actions: &[u8]| {
    let home = tempfile::tempdir().expect("a writable temporary folder");
    model::run(home.path().to_owned(), actions);
});
