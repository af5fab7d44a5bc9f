//! A range of time, for stamps that have no year.
//!
//! In: a record's stamp and when its log was written to last. Out: whether it lies in the range. All times are those of
//! the clock on the wall, as the panel writes them; zones are left to whoever makes the range. A log is taken to have
//! been written within the year before its last write, so that each stamp tells its year by itself: it needs no
//! neighbours, and threads may divide a log. In a longer log what is older counts as younger.

use crate::source::Source;
use jiff::civil::DateTime;
use jiff::{Timestamp, ToSpan, ZonedDateTime, tz::TimeZone};
use std::time::SystemTime;

/// A stamp may be so much later than the last write to its log: the zone of the panel may be another one.
const AHEAD_HOURS: i64 = 26;

/// By how much a stamp may be earlier than one before it: an hour at the end of summer time, and threads that race.
pub const DISORDER_HOURS: i64 = 2;

/// What `--since` and `--until` say. Both ends are in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Period {
    /// The first second.
    pub since: Option<DateTime>,
    /// The last second.
    pub until: Option<DateTime>,
}

/// Where a record lies, seen from a range of time; records may be out of order by [`DISORDER_HOURS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Nothing in front of it can be in the range.
    Before,
    /// In the range, or so near to it that its neighbours may be.
    Near,
    /// Nothing behind it can be in the range.
    After,
}

impl Period {
    /// Whether everything is in it.
    pub fn is_all(&self) -> bool {
        self.since.is_none() && self.until.is_none()
    }

    /// Whether a record of this stamp is in it. One without a stamp, or with one that is no time, is not.
    pub fn has(&self, stamp: Option<&[u8]>, source: &Source) -> bool {
        if self.is_all() {
            return true;
        }
        stamp.and_then(|stamp| time(stamp, newest(source))).is_some_and(|time| {
            self.since.is_none_or(|since| time >= since) && self.until.is_none_or(|until| time <= until)
        })
    }

    /// On which side of it a record of this stamp lies.
    pub fn side(&self, stamp: &[u8], source: &Source) -> Side {
        let slack = DISORDER_HOURS.hours();
        match time(stamp, newest(source)) {
            Some(time) if self.since.is_some_and(|since| time < since.saturating_sub(slack)) => Side::Before,
            Some(time) if self.until.is_some_and(|until| time > until.saturating_add(slack)) => Side::After,
            _ => Side::Near,
        }
    }

    /// Whether a log that was written to last at this time ends before it.
    pub fn is_after(&self, written: SystemTime) -> bool {
        self.since.is_some_and(|since| on_the_wall(written) < since.saturating_sub(AHEAD_HOURS.hours()))
    }
}

/// When the newest record of a log can have been written: now, if it is not known.
fn newest(source: &Source) -> DateTime {
    source.written.map_or_else(|| ZonedDateTime::now().datetime(), on_the_wall)
}

/// A time as the clock on the wall of this machine shows it.
pub fn on_the_wall(time: SystemTime) -> DateTime {
    let timestamp = Timestamp::try_from(time).unwrap_or(Timestamp::MAX);
    timestamp.to_zoned_datetime(TimeZone::system()).datetime()
}

/// The newest time that a stamp can mean in a log whose newest record is of `newest`. 29 February means a leap year.
pub fn time(stamp: &[u8], newest: DateTime) -> Option<DateTime> {
    let of = reader(stamp)?;
    let latest = newest.saturating_add(AHEAD_HOURS.hours());
    // From one leap year to the next it can be eight years.
    (latest.year() - 8..=latest.year()).rev().find_map(|year| of(year).filter(|time| *time <= latest))
}

/// What a stamp means in a year; `None` if that has no such day.
pub fn time_in(year: i16, stamp: &[u8]) -> Option<DateTime> {
    reader(stamp)?(year)
}

/// Reads a stamp but for the year.
fn reader(stamp: &[u8]) -> Option<impl Fn(i16) -> Option<DateTime>> {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let mut words = std::str::from_utf8(stamp).ok()?.split_ascii_whitespace();
    let month = words.next()?;
    let month = i8::try_from(MONTHS.iter().position(|name| *name == month)? + 1).ok()?;
    let day: i8 = words.next()?.parse().ok()?;
    let mut clock = words.next()?.split(':').map(|digits| digits.parse::<i8>().ok());
    let (hour, minute, second) = (clock.next()??, clock.next()??, clock.next()??);
    Some(move |year| DateTime::new(year, month, day, hour, minute, second.min(59), 0).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime {
        text.parse().expect(text)
    }

    #[test]
    fn the_last_write_tells_the_year() {
        for (stamp, newest, expected) in [
            ("Jun 25 09:07:51", "2026-11-23T10:00", "2026-06-25T09:07:51"),
            ("Nov 23 10:00:00", "2026-11-23T10:00", "2026-11-23T10:00"),
            ("Dec 31 23:59:59", "2026-01-01T00:00:05", "2025-12-31T23:59:59"),
            ("Jan  1 00:00:01", "2026-01-01T00:00:05", "2026-01-01T00:00:01"),
            // The panel's clock may be in another zone.
            ("Jan  1 09:00:00", "2025-12-31T22:00", "2026-01-01T09:00"),
            ("Nov 24 11:59:59", "2026-11-23T10:00", "2026-11-24T11:59:59"),
            ("Nov 24 12:00:01", "2026-11-23T10:00", "2025-11-24T12:00:01"),
            ("Feb 29 12:00:00", "2026-11-23T10:00", "2024-02-29T12:00"),
            ("Feb 29 12:00:00", "2103-01-01T00:00", "2096-02-29T12:00"),
            ("Jun 30 23:59:60", "2026-11-23T10:00", "2026-06-30T23:59:59"),
        ] {
            assert_eq!(time(stamp.as_bytes(), at(newest)), Some(at(expected)), "{stamp} in {newest}");
        }
        for stamp in ["Feb 30 12:00:00", "Jun 25 24:00:00", "Jun 0 1:2:3", "", "Foo 1 00:00:00"] {
            assert_eq!(time(stamp.as_bytes(), at("2026-11-23T10:00")), None, "{stamp}");
        }
    }

    #[test]
    fn both_ends_are_in_it_and_what_has_no_time_is_not() {
        let source = Source { written: Some(SystemTime::UNIX_EPOCH), ..Source::log("x") };
        let period = Period { since: Some(at("1969-06-01T10:00")), until: Some(at("1969-06-01T11:00")) };
        let has = |stamp: &str| period.has(Some(stamp.as_bytes()), &source);
        assert!(has("Jun  1 10:00:00") && has("Jun  1 11:00:00"));
        assert!(!has("Jun  1 09:59:59") && !has("Jun  1 11:00:01") && !has("Jun 31 10:30:00"));
        assert!(!period.has(None, &source) && Period::default().has(None, &source));
        let side = |stamp: &str| period.side(stamp.as_bytes(), &source);
        assert_eq!(side("Jun  1 07:59:59"), Side::Before);
        assert_eq!([side("Jun  1 08:00:00"), side("Jun  1 13:00:00"), side("?")], [Side::Near; 3]);
        assert_eq!(side("Jun  1 13:00:01"), Side::After);
    }
}
