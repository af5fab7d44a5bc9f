//! Fuzzes times as people type them and as panels log them. Laws: a named time does not end before it starts; a stamp
//! is at most a day and some hours newer than its log, and means the same as a typed time with its fields.
#![no_main]
#![allow(dead_code)]

#[path = "../../src/bin/mgr2api/cli/moment.rs"]
mod moment;

use jiff::civil::DateTime;
use jiff::{ToSpan, ZonedDateTime};
use libfuzzer_sys::fuzz_target;
use mgr2api::internal::time;
use std::sync::LazyLock;

/// The day on which the clock was put forward, after that night.
static NOW: LazyLock<ZonedDateTime> =
    LazyLock::new(|| "2026-03-29T10:00:30[Europe/Berlin]".parse().expect("a time in a known zone"));

fuzz_target!(|text: &str| {
    let (since, until) = (moment::since(text, &NOW), moment::until(text, &NOW));
    if let (Some(since), Some(until)) = (since, until) {
        assert!(since <= until, "{since} {until}");
    }
    let Some(read) = time(text.as_bytes(), NOW.datetime()) else { return };
    assert!(read <= NOW.datetime().saturating_add(26.hours()));
    assert!(read >= NOW.datetime().saturating_sub(8.years()));
    let logged = read.strftime("%b %e %H:%M:%S").to_string();
    assert_eq!(time(logged.as_bytes(), NOW.datetime()), Some(read), "{logged}");
    let typed: Option<DateTime> = moment::until(&read.to_string(), &NOW);
    assert_eq!(typed, Some(read));
});
