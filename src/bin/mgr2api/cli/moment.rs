//! Parses times as typed, for `--since`, `--until` and `--written`.
//!
//! In: the text and the current time. Out: local time without a zone, as panels log it. A range includes what the
//! text names: `--until 2026-11-23` includes that whole day, `--until 09:30` that whole minute.

use jiff::civil::{Date, DateTime, Time};
use jiff::{Span, Timestamp, ToSpan, ZonedDateTime};
use mgr2api::internal::time;

/// The accepted forms, for a message.
pub(crate) const FORMS: &str = "is not a time; use 10m, 2h or 3d (that long ago), 09:30, 09:30:15, today, yesterday, \
     2026-11-23, '2026-11-23 09:30', 2026-11-23T09:30:00 with or without a time zone, or a time stamp as logged";

/// The first and the last second of the named range.
struct Named(DateTime, DateTime);

impl Named {
    fn second(time: DateTime) -> Self {
        Self(time, time)
    }

    fn day(date: Date) -> Self {
        Self(date.at(0, 0, 0, 0), date.at(23, 59, 59, 0))
    }
}

/// The start of a range. A time of day that is still to come means yesterday's.
pub(crate) fn since(text: &str, now: &ZonedDateTime) -> Option<DateTime> {
    let Named(start, _) = named(text, now)?;
    let day = 1.day();
    let to_come = clock(text).is_some() && start > now.datetime();
    if to_come { start.checked_sub(day).ok() } else { Some(start) }
}

/// The end of a range.
pub(crate) fn until(text: &str, now: &ZonedDateTime) -> Option<DateTime> {
    named(text, now).map(|Named(_, end)| end)
}

fn named(text: &str, now: &ZonedDateTime) -> Option<Named> {
    let text = text.trim();
    let today = now.date();
    match &*text.to_ascii_lowercase() {
        "now" => return Some(Named::second(now.datetime())),
        "today" => return Some(Named::day(today)),
        "yesterday" => return today.yesterday().ok().map(Named::day),
        _ => {}
    }
    if let Some((time, seconds)) = clock(text) {
        return Some(of_minute(today.to_datetime(time), seconds));
    }
    if let Some(date) = text.parse::<Date>().ok().filter(|_| text.len() == "2026-11-23".len()) {
        return Some(Named::day(date));
    }
    // A text with an offset or a `Z` is a point in time; convert it to local time.
    if let Ok(zoned) = text.parse::<ZonedDateTime>() {
        return Some(Named::second(zoned.with_time_zone(now.time_zone().clone()).datetime()));
    }
    if let Ok(point) = text.parse::<Timestamp>() {
        return Some(Named::second(point.to_zoned_datetime(now.time_zone().clone()).datetime()));
    }
    if let Some((_, time)) = text.split_once(['T', 't', ' '])
        && let (Ok(exact), Some((_, seconds))) = (text.parse::<DateTime>(), clock(time))
    {
        return Some(of_minute(exact, seconds));
    }
    if let Some(stamp) = time(text.as_bytes(), now.datetime()) {
        return Some(Named::second(stamp));
    }
    let ago = text.parse::<Span>().ok()?.abs();
    now.checked_sub(ago).ok().map(|time| Named::second(time.datetime()))
}

fn of_minute(time: DateTime, has_seconds: bool) -> Named {
    let end = if has_seconds { time } else { time.saturating_add(59.seconds()) };
    Named(time, end)
}

/// Parses a time of day; true if it has seconds.
fn clock(text: &str) -> Option<(Time, bool)> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
    let colons = text.bytes().filter(|byte| *byte == b':').count();
    let padded = if text.find(':') == Some(1) { format!("0{text}") } else { text.to_owned() };
    let time = padded.parse().ok().filter(|_| digits && (1..=2).contains(&colons))?;
    Some((time, colons == 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> ZonedDateTime {
        "2026-03-29T10:00:30[Europe/Berlin]".parse().expect("a time")
    }

    #[test]
    fn what_people_type_names_a_range_of_time() {
        for (text, start, end) in [
            ("10m", "2026-03-29T09:50:30", "2026-03-29T09:50:30"),
            ("1h30m", "2026-03-29T08:30:30", "2026-03-29T08:30:30"),
            ("2h ago", "2026-03-29T08:00:30", "2026-03-29T08:00:30"),
            // Clocks went forward from two to three this night.
            ("9h", "2026-03-29T00:00:30", "2026-03-29T00:00:30"),
            ("3d", "2026-03-26T10:00:30", "2026-03-26T10:00:30"),
            // A hyphen means the same as "ago".
            ("-1h", "2026-03-29T09:00:30", "2026-03-29T09:00:30"),
            ("09:30", "2026-03-29T09:30", "2026-03-29T09:30:59"),
            ("9:30:15", "2026-03-29T09:30:15", "2026-03-29T09:30:15"),
            ("today", "2026-03-29T00:00", "2026-03-29T23:59:59"),
            ("Yesterday", "2026-03-28T00:00", "2026-03-28T23:59:59"),
            ("yesterday", "2026-03-28T00:00", "2026-03-28T23:59:59"),
            ("2024-02-29", "2024-02-29T00:00", "2024-02-29T23:59:59"),
            ("2026-01-02 09:30", "2026-01-02T09:30", "2026-01-02T09:30:59"),
            ("2026-01-02T09:30:00", "2026-01-02T09:30", "2026-01-02T09:30"),
            ("2026-01-02T09:30:00Z", "2026-01-02T10:30", "2026-01-02T10:30"),
            ("2026-01-02T09:30:00+03:00", "2026-01-02T07:30", "2026-01-02T07:30"),
            ("2026-01-02T09:30[Asia/Tokyo]", "2026-01-02T01:30", "2026-01-02T01:30"),
            ("Dec 31 23:59:58", "2025-12-31T23:59:58", "2025-12-31T23:59:58"),
        ] {
            let at = |text: &str| Some(text.parse::<DateTime>().expect(text));
            assert_eq!((since(text, &now()), until(text, &now())), (at(start), at(end)), "{text}");
        }
        for text in ["", "soon", "25:00", "10", "2026-02-30", "2026-13-01", "09:30 x", "-", "tomorrow", "9:3"] {
            assert_eq!((since(text, &now()), until(text, &now())), (None, None), "{text}");
        }
    }

    #[test]
    fn a_time_of_day_to_come_was_yesterday_for_a_start_only() {
        let at = |text: &str| Some(text.parse::<DateTime>().expect(text));
        assert_eq!(since("23:00", &now()), at("2026-03-28T23:00"));
        assert_eq!(until("23:00", &now()), at("2026-03-29T23:00:59"));
    }
}
