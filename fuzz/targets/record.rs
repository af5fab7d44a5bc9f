//! Fuzzes the grammar of a log line. Laws: all parts of a record and the offset of an error lie within the line; text
//! around a record (a prefix, a carriage return, colour codes) does not change the result.
#![no_main]

use fuzz::{contains, same};
use libfuzzer_sys::fuzz_target;
use mgr2api::internal::{Record, ansi, parse};

fuzz_target!(|input: (u16, &[u8])| {
    let (at, line) = input;
    let line = ansi::strip(line, &mut Vec::new()).to_vec();
    let read = parse::line(&line);
    match &read {
        Ok(Some(record)) => assert!(parts(record).iter().all(|part| contains(&line, part))),
        Ok(None) => {}
        Err(error) => assert!(error.at <= line.len()),
    }
    let Some(stamped) = parse::stamp(&line) else { return assert_eq!(read, Ok(None)) };

    let bare = parse::line(&line[stamped.prefix..]);
    assert!(same(&bare, &read), "without its prefix: {bare:?}, {read:?}");
    if let Err((bare, whole)) = bare.and(Ok(())).map_err(|bare| (bare, read.expect_err("the same"))) {
        assert_eq!(bare.at + stamped.prefix, whole.at);
    }
    if matches!(stamped.head.time.len(), 14 | 15) && line[stamped.prefix + stamped.head.time.len()..].starts_with(b" [")
    {
        let prefixed = [b"12:", &line[..]].concat();
        assert!(same(&parse::line(&prefixed), &read), "behind a prefix");
    }
    if read.is_ok_and(|record| record.is_some()) {
        let with_return = [&line[..], b"\r"].concat();
        assert!(same(&parse::line(&with_return), &read), "with a carriage return");
    }
    if !line.contains(&0x1b) {
        let (before, after) = line.split_at(usize::from(at) % (line.len() + 1));
        let coloured = [before, b"\x1b[01;31m\x1b[K", after].concat();
        assert_eq!(ansi::strip(&coloured, &mut Vec::new()), line);
        let end = ansi::offset_before_strip(&coloured, line.len());
        assert_eq!(end, coloured.len());
    }
});

fn parts<'a>(record: &Record<'a>) -> Vec<&'a [u8]> {
    let head = record.head.map(|head| [head.time, head.pid, head.thread.unwrap_or_default(), head.module, head.level]);
    let text = [record.origin.unwrap_or_default(), record.user.unwrap_or_default(), record.payload];
    head.into_iter().flatten().chain(text).filter(|part| !part.is_empty()).collect()
}
