//! Fuzzes the parser of fragments, such as an editor's selection. Laws: payload and error lie within the line; blanks
//! around it change nothing; a whole record, passed as a fragment, has the same query.
#![no_main]

use fuzz::{contains, same};
use libfuzzer_sys::fuzz_target;
use mgr2api::internal::{fragment, looks_like_request, parse};

fuzz_target!(|line: &[u8]| {
    let read = fragment(line);
    match &read {
        Some(Ok(record)) => assert!(record.payload.is_empty() || contains(line, record.payload)),
        Some(Err(error)) => assert!(error.at <= line.len()),
        None => assert!(!looks_like_request(line)),
    }
    let spaced = [b" \t", line, b"  "].concat();
    match (&read, fragment(&spaced)) {
        (None, None) => {}
        (Some(read), Some(spaced)) => assert!(same(&read.map(Some), &spaced.map(Some)), "{read:?}, {spaced:?}"),
        (read, spaced) => panic!("blanks decide: {read:?}, {spaced:?}"),
    }
    if let Some(stamped) = parse::stamp(line).filter(|stamped| stamped.prefix == 0)
        && let Ok(Some(record)) = stamped.request(line)
    {
        assert_eq!(read.map(|read| read.map(|record| record.payload)), Some(Ok(record.payload)));
    }
});
