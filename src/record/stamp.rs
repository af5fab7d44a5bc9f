//! The time that a record's stamp means: month, day and clock, without a year and a zone, because the panel writes none.
//!
//! In: the stamp's bytes. Out: a time on the clock on the wall, in a year that is given, or the newest year that the stamp
//! can mean in a log whose last write is known.

use jiff::ToSpan;
use jiff::civil::DateTime;

/// A stamp may be so much later than the last write to its log: the zone of the panel may be another one.
pub(crate) const AHEAD_HOURS: i64 = 26;

/// The newest time that a stamp can mean in a log whose newest record is of `newest`. 29 February means a leap year.
pub fn time(stamp: &[u8], newest: DateTime) -> Option<DateTime> {
    let of = reader(stamp)?;
    let latest = newest.saturating_add(AHEAD_HOURS.hours());
    // From one leap year to the next it can be eight years.
    (latest.year() - 8..=latest.year()).rev().find_map(|year| of(year).filter(|time| *time <= latest))
}

/// What a stamp means in a year; `None` if that has no such day.
pub(crate) fn time_in(year: i16, stamp: &[u8]) -> Option<DateTime> {
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
}
