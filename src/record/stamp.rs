//! Parses a record's stamp: month, day and time. The panel logs neither year nor zone.
//!
//! In: the stamp's bytes. Out: a local time, either in a given year or in the newest year that is possible for a log
//! whose last write is known.

use jiff::ToSpan;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use std::cell::Cell;

/// A stamp may be this much later than the last write to its log: the panel may use another zone.
pub(crate) const AHEAD_HOURS: i64 = 26;

/// The newest time that a stamp can mean in a log whose newest record is at `newest`. 29 February implies a leap year.
pub fn time(stamp: &[u8], newest: DateTime) -> Option<DateTime> {
    let of = reader(stamp)?;
    let latest = newest.saturating_add(AHEAD_HOURS.hours());
    // Leap years can be eight years apart.
    (latest.year() - 8..=latest.year()).rev().find_map(|year| of(year).filter(|time| *time <= latest))
}

/// The time of a stamp in a year; `None` if that year has no such day.
pub(crate) fn time_in(year: i16, stamp: &[u8]) -> Option<DateTime> {
    reader(stamp)?(year)
}

/// Length of a stamp, and of its ISO 8601 form.
const LENGTHS: (usize, usize) = ("Jun 25 09:07:51".len(), "2026-06-25T09:07:51+03:00".len());

/// Converts the stamps of one log. Neighbours often share a second, so the last result is cached.
#[derive(Debug)]
pub(crate) struct Clock {
    zone: TimeZone,
    newest: DateTime,
    last: Cell<Option<([u8; LENGTHS.0], [u8; LENGTHS.1])>>,
}

impl Clock {
    /// For a log whose newest record is at `newest`, on the clock of this machine.
    pub(crate) fn new(newest: DateTime) -> Self {
        Self { zone: TimeZone::system(), newest, last: Cell::new(None) }
    }

    /// A stamp in ISO 8601 with the offset.
    pub(crate) fn timestamp(&self, stamp: &[u8]) -> Option<[u8; LENGTHS.1]> {
        let key: Option<[u8; LENGTHS.0]> = stamp.try_into().ok();
        if let Some((_, text)) = self.last.get().filter(|(last, _)| key.as_ref() == Some(last)) {
            return Some(text);
        }
        let text = self.text(time(stamp, self.newest)?)?;
        if let Some(key) = key {
            self.last.set(Some((key, text)));
        }
        Some(text)
    }

    fn text(&self, time: DateTime) -> Option<[u8; LENGTHS.1]> {
        // A time that summer time skips is moved to the time that the clock showed.
        let zoned = self.zone.to_ambiguous_zoned_datetime(time).compatible().ok()?;
        let (time, offset) = (zoned.datetime(), zoned.offset().seconds());
        // ISO 8601 has offsets of whole minutes; other offsets are older than any panel.
        let minutes = u8::try_from(offset.abs() / 60 % 60).ok().filter(|_| offset % 60 == 0)?;
        let year = u8::try_from(time.year() / 100).ok().zip(u8::try_from(time.year() % 100).ok())?;
        let mut text = *b"0000-00-00T00:00:00+00:00";
        for (at, number) in [
            (0, year.0),
            (2, year.1),
            (5, time.month().unsigned_abs()),
            (8, time.day().unsigned_abs()),
            (11, time.hour().unsigned_abs()),
            (14, time.minute().unsigned_abs()),
            (17, time.second().unsigned_abs()),
            (20, u8::try_from(offset.abs() / 3600).ok()?),
            (23, minutes),
        ] {
            text[at] += number / 10;
            text[at + 1] += number % 10;
        }
        if offset < 0 {
            text[19] = b'-';
        }
        Some(text)
    }
}

/// Parses a stamp except for the year, which the returned function adds.
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
    fn a_timestamp_has_the_offset_of_its_day() {
        let clock = |zone: &str| Clock {
            zone: TimeZone::get(zone).expect(zone),
            newest: at("2026-11-23T10:00"),
            last: Cell::new(None),
        };
        let berlin = clock("Europe/Berlin");
        for (stamp, expected) in [
            ("Jun 25 09:07:51", Some("2026-06-25T09:07:51+02:00")),
            ("Jun 25 09:07:51", Some("2026-06-25T09:07:51+02:00")),
            ("Nov 23 10:00:00", Some("2026-11-23T10:00:00+01:00")),
            ("Dec  1 00:00:00", Some("2025-12-01T00:00:00+01:00")),
            // A time that the clock showed twice, and one that it never showed.
            ("Oct 25 02:30:00", Some("2026-10-25T02:30:00+02:00")),
            ("Mar 29 02:30:00", Some("2026-03-29T03:30:00+02:00")),
            ("Feb 30 12:00:00", None),
            ("Jun 25 09:07:51 and more", Some("2026-06-25T09:07:51+02:00")),
        ] {
            let text = berlin.timestamp(stamp.as_bytes());
            assert_eq!(text.as_ref().map(|text| std::str::from_utf8(text).expect("ASCII")), expected, "{stamp}");
        }
        for (zone, expected) in [
            ("America/St_Johns", b"2026-11-22T01:02:03-03:30"),
            ("Asia/Kathmandu", b"2026-11-22T01:02:03+05:45"),
            ("UTC", b"2026-11-22T01:02:03+00:00"),
        ] {
            assert_eq!(clock(zone).timestamp(b"Nov 22 01:02:03").as_ref(), Some(expected), "{zone}");
        }
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
}
