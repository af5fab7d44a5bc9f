//! Which requests the options select: filters and ranges of time.

use super::{PERIOD, pattern};
use crate::cli::args::{self, Args};
use crate::cli::message::UsageError;
use crate::cli::moment;
use jiff::civil::DateTime;
use mgr2api::Filter;
use std::time::SystemTime;

/// The given options that exclude requests.
pub(super) fn filters(args: &Args) -> Vec<&'static str> {
    let given = [
        (!args.func.is_empty(), "--func"),
        (!args.exclude.is_empty(), "--exclude"),
        (!args.user.is_empty(), "--user"),
        (!args.origin.is_empty(), "--origin"),
        (args.since.is_some() || args.until.is_some(), PERIOD),
        (args.changes, "--changes"),
        (args.outcome.is_some(), "--outcome"),
    ];
    given.into_iter().filter_map(|(is_given, name)| is_given.then_some(name)).collect()
}

pub(super) fn filter(args: &Args) -> Result<Filter, UsageError> {
    let filter = Filter::default().changes(args.changes);
    let filter = filter.failed(args.outcome.map(|outcome| outcome == args::Outcome::Failed));
    let filter = filter.functions(&args.func).map_err(pattern("func"))?;
    let filter = filter.exclude(&args.exclude).map_err(pattern("exclude"))?;
    let filter = filter.users(&args.user).map_err(pattern("user"))?;
    let mut filter = filter.origins(&args.origin).map_err(pattern("origin"))?;
    if args.since.is_none() && args.until.is_none() {
        // Skip the clock: it needs the time zone, and finding that takes longer than converting a line.
        return Ok(filter);
    }
    let now = jiff::ZonedDateTime::now();
    let read = |option, text: &Option<String>, read: fn(&str, &jiff::ZonedDateTime) -> Option<DateTime>| {
        let Some(text) = text else { return Ok(None) };
        let fault = || UsageError::Value { option, text: text.clone(), reason: moment::FORMS };
        read(text, &now).map(Some).ok_or_else(fault)
    };
    let (since, until) = (read("since", &args.since, moment::since)?, read("until", &args.until, moment::until)?);
    if let (Some(since), Some(until)) = (since, until)
        && since > until
    {
        return Err(UsageError::Backwards { since: format!("{since:.0}"), until: format!("{until:.0}") });
    }
    if let Some(since) = since {
        filter = filter.since(&since.to_string()).map_err(pattern("since"))?;
    }
    if let Some(until) = until {
        filter = filter.until(&until.to_string()).map_err(pattern("until"))?;
    }
    Ok(filter)
}

/// Parses `--written`, as local time.
pub(super) fn written(args: &Args) -> Result<Option<SystemTime>, UsageError> {
    let Some(text) = &args.written else { return Ok(None) };
    let now = jiff::ZonedDateTime::now();
    let time =
        moment::until(text, &now).and_then(|time| now.time_zone().to_ambiguous_zoned_datetime(time).compatible().ok());
    let fault = || UsageError::Value { option: "written", text: text.clone(), reason: moment::FORMS };
    let time = time.and_then(|time| SystemTime::try_from(time.timestamp()).ok());
    time.map(Some).ok_or_else(fault)
}
