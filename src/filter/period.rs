//! A range of time, for stamps without a year.
//!
//! In: a record's stamp and the time of its log's last write. Out: whether the stamp is in the range. All times are
//! local times, as the panel logs them; the creator of the range handles zones. A log is assumed to span at most the
//! year before its last write, so each stamp determines its year alone: it needs no neighbours, and threads can divide
//! a log. In a longer log, older records count as younger.

use crate::option::OptionError;
use crate::record::stamp;
use jiff::civil::DateTime;
use jiff::{Timestamp, ToSpan, ZonedDateTime, tz::TimeZone};
use std::cmp::Ordering;
use std::time::SystemTime;

/// How much earlier than its predecessor a stamp may be: an hour at the end of summer time, and racing threads.
pub(crate) const DISORDER_HOURS: i64 = 2;

/// The range of `--since` and `--until`, both ends included.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Period {
    /// The first second.
    pub(super) since: Option<DateTime>,
    /// The last second.
    pub(super) until: Option<DateTime>,
}

impl Period {
    /// Whether the range is unlimited.
    pub(crate) fn is_all(&self) -> bool {
        self.since.is_none() && self.until.is_none()
    }

    /// Whether a record with this stamp is in the range. A record without a stamp, or with a stamp that is not a time,
    /// is not. `written` is the time of its log's last write, if known.
    pub(super) fn has(&self, stamp: Option<&[u8]>, written: Option<SystemTime>) -> bool {
        if self.is_all() {
            return true;
        }
        stamp.and_then(|stamp| stamp::time(stamp, newest(written))).is_some_and(|time| {
            self.since.is_none_or(|since| time >= since) && self.until.is_none_or(|until| time <= until)
        })
    }

    /// Compares a record with the range: `Less` if no record before it can be in the range, `Greater` if none after it
    /// can, `Equal` if it is in the range or so near that its neighbours may be. Records may be out of order by
    /// `DISORDER_HOURS`.
    pub(crate) fn compare(&self, stamp: &[u8], written: Option<SystemTime>) -> Ordering {
        let slack = DISORDER_HOURS.hours();
        match stamp::time(stamp, newest(written)) {
            Some(time) if self.since.is_some_and(|since| time < since.saturating_sub(slack)) => Ordering::Less,
            Some(time) if self.until.is_some_and(|until| time > until.saturating_add(slack)) => Ordering::Greater,
            _ => Ordering::Equal,
        }
    }

    /// Whether a log whose last write was at this time ends before the range.
    pub(super) fn is_after(&self, written: SystemTime) -> bool {
        self.since.is_some_and(|since| on_the_wall(written) < since.saturating_sub(stamp::AHEAD_HOURS.hours()))
    }
}

/// Parses a local time.
pub(super) fn time(text: &str) -> Result<DateTime, OptionError> {
    text.parse().map_err(|_| OptionError::new(text, "not a time; use for example 2026-06-25T09:07:51"))
}

/// The latest possible time of a log's newest record: now, if the last write is unknown.
pub(crate) fn newest(written: Option<SystemTime>) -> DateTime {
    written.map_or_else(|| ZonedDateTime::now().datetime(), on_the_wall)
}

/// A time on the local clock of this machine.
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
