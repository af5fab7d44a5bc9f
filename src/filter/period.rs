//! A range of time, for stamps that have no year.
//!
//! In: a record's stamp and when its log was written to last. Out: whether it lies in the range. All times are those of
//! the clock on the wall, as the panel writes them; zones are left to whoever makes the range. A log is taken to have
//! been written within the year before its last write, so that each stamp tells its year by itself: it needs no
//! neighbours, and threads may divide a log. In a longer log what is older counts as younger.

use crate::option::OptionError;
use crate::record::stamp;
use jiff::civil::DateTime;
use jiff::{Timestamp, ToSpan, ZonedDateTime, tz::TimeZone};
use std::cmp::Ordering;
use std::time::SystemTime;

/// By how much a stamp may be earlier than one before it: an hour at the end of summer time, and threads that race.
pub(crate) const DISORDER_HOURS: i64 = 2;

/// What `--since` and `--until` say. Both ends are in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Period {
    /// The first second.
    pub(super) since: Option<DateTime>,
    /// The last second.
    pub(super) until: Option<DateTime>,
}

impl Period {
    /// Whether everything is in it.
    pub(crate) fn is_all(&self) -> bool {
        self.since.is_none() && self.until.is_none()
    }

    /// Whether a record of this stamp is in it. A record without a stamp, or with one that is not a time, is not. `written`
    /// is when its log was written to last, if that is known.
    pub(super) fn has(&self, stamp: Option<&[u8]>, written: Option<SystemTime>) -> bool {
        if self.is_all() {
            return true;
        }
        stamp.and_then(|stamp| stamp::time(stamp, newest(written))).is_some_and(|time| {
            self.since.is_none_or(|since| time >= since) && self.until.is_none_or(|until| time <= until)
        })
    }

    /// Where a record of this stamp lies: `Less` if nothing in front of it can be in the range, `Greater` if nothing behind
    /// it can, `Equal` if it is in the range or so near to it that its neighbours may be. Records may be out of order by
    /// `DISORDER_HOURS`.
    pub(crate) fn compare(&self, stamp: &[u8], written: Option<SystemTime>) -> Ordering {
        let slack = DISORDER_HOURS.hours();
        match stamp::time(stamp, newest(written)) {
            Some(time) if self.since.is_some_and(|since| time < since.saturating_sub(slack)) => Ordering::Less,
            Some(time) if self.until.is_some_and(|until| time > until.saturating_add(slack)) => Ordering::Greater,
            _ => Ordering::Equal,
        }
    }

    /// Whether a log that was written to last at this time ends before it.
    pub(super) fn is_after(&self, written: SystemTime) -> bool {
        self.since.is_some_and(|since| on_the_wall(written) < since.saturating_sub(stamp::AHEAD_HOURS.hours()))
    }
}

/// A time of the clock on the wall.
pub(super) fn time(text: &str) -> Result<DateTime, OptionError> {
    text.parse().map_err(|_| OptionError::new(text, "not a time; write it like 2026-06-25T09:07:51"))
}

/// When the newest record of a log can have been written: now, if it is not known.
pub(crate) fn newest(written: Option<SystemTime>) -> DateTime {
    written.map_or_else(|| ZonedDateTime::now().datetime(), on_the_wall)
}

/// A time as the clock on the wall of this machine shows it.
pub(crate) fn on_the_wall(time: SystemTime) -> DateTime {
    let timestamp = Timestamp::try_from(time).unwrap_or(Timestamp::MAX);
    timestamp.to_zoned_datetime(TimeZone::system()).datetime()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime {
        text.parse().expect(text)
    }

    #[test]
    fn both_ends_are_in_it_and_what_has_no_time_is_not() {
        let written = Some(SystemTime::UNIX_EPOCH);
        let period = Period { since: Some(at("1969-06-01T10:00")), until: Some(at("1969-06-01T11:00")) };
        let has = |stamp: &str| period.has(Some(stamp.as_bytes()), written);
        assert!(has("Jun  1 10:00:00") && has("Jun  1 11:00:00"));
        assert!(!has("Jun  1 09:59:59") && !has("Jun  1 11:00:01") && !has("Jun 31 10:30:00"));
        assert!(!period.has(None, written) && Period::default().has(None, written));
        let compare = |stamp: &str| period.compare(stamp.as_bytes(), written);
        assert_eq!(compare("Jun  1 07:59:59"), Ordering::Less);
        assert_eq!([compare("Jun  1 08:00:00"), compare("Jun  1 13:00:00"), compare("?")], [Ordering::Equal; 3]);
        assert_eq!(compare("Jun  1 13:00:01"), Ordering::Greater);
    }
}
