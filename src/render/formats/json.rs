//! json: the whole request, one object per line; the input for jq, DuckDB, Vector and Spark.
//!
//! All fields are always present, in this order:
//!
//! | field | what |
//! |---|---|
//! | `time` | `Jun 25 09:07:51` as logged, without a year because the log has none; null for a fragment |
//! | `timestamp` | the same in ISO 8601 with year and offset, null where it cannot be known |
//! | `pid`, `thread` | numbers, null if not logged; `pid_raw` or `thread_raw` instead if it is not a 64-bit number |
//! | `origin`, `user` | the two brackets, null for a fragment |
//! | `su` | the account the call works as, null if that is the caller's own; `su_env` or `su_var` in its place is a variable that gives it |
//! | `manager`, `func` | the panel and its function |
//! | `params` | `{"name", "value"}` in logged order; `env` in place of `value` is a variable that holds a secret, `var` one that gives the value |
//! | `removed` | `{"name", "why"}`: `noise`, `helper`, `empty`, `masked`, `credential` or `dropped` |
//! | `changes` | whether the call changes something |
//! | `error` | what the panel logged when it refused the request, as one line of visible characters, or null |
//! | `source`, `line` | the log and the line's number in it, null where lines are not counted (`-n`, `-f`) |
//!
//! Text that is not UTF-8 is percent-encoded under another key: `raw` for `value`, `name_raw` for `name`, `func_raw`
//! and so on. [`SCHEMA`] is the machine-readable form of this table.

use crate::clean::{CleanRequest, Kept};
use crate::render::kit::{Argument, CallOptions, Info, RenderError, Request, Snippet, Target, Text, Value, json};
use crate::source::Place;

pub(crate) static TARGET: Json = Json;

/// The JSON Schema (draft 2020-12) of an object.
pub const SCHEMA: &str = include_str!("json.schema.json");

/// See the module.
#[derive(Debug)]
pub(crate) struct Json;

impl Target for Json {
    fn info(&self) -> Info {
        Info {
            name: "json",
            about: "the whole request, one object per line, for jq and other programs",
            extension: "json",
            comment: None,
        }
    }

    fn tells_outcome(&self) -> bool {
        true
    }

    fn names_line(&self) -> bool {
        true
    }

    fn render(&self, request: &Request<'_>, _: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
        object(request, &mut out.text);
        out.push("\n");
        Ok(())
    }
}

/// The texts before a value: the key for text, and the key for percent-encoded bytes that are not UTF-8.
type Keys = [&'static str; 2];

/// `,"name":"`, and `,"name_raw":"` or another key instead.
macro_rules! keys {
    ($before:literal $name:literal) => {
        keys!($before $name, concat!($name, "_raw"))
    };
    ($before:literal $name:literal, $raw:expr) => {
        [concat!($before, "\"", $name, "\":\""), concat!($before, "\"", $raw, "\":\"")]
    };
}

fn object(request: &Request<'_>, out: &mut Vec<u8>) {
    let clean = &request.clean;
    let record = clean.record;
    text_or_null(keys!("{" "time"), record.head.map(|head| Text::plain(head.time)), out);
    push_timestamp(request, out);
    number_or_null(keys!("," "pid"), record.head.map(|head| head.pid), out);
    number_or_null(keys!("," "thread"), record.head.and_then(|head| head.thread), out);
    text_or_null(keys!("," "origin"), record.origin.map(Text::plain), out);
    text_or_null(keys!("," "user"), record.user.map(Text::plain), out);
    push_account(clean, out);
    text(keys!("," "manager"), &Text::plain(request.manager().as_bytes()), out);
    text(keys!("," "func"), &clean.function, out);
    push(",\"params\":[", out);
    let added = [("lang", clean.lang), ("out", clean.out)];
    let added = added.into_iter().filter_map(|(name, value)| Some((Text::plain(name.as_bytes()), Value::Text(value?))));
    for kept in &clean.kept {
        match kept {
            Kept::Range(range) => {
                let around = ["{\"name\":\"", "\",\"value\":\"", "\"},{\"name\":\"", "\"},"];
                json::params(*range, around, |value, out| begin(keys!("\"," "value", "raw"), value, out), out);
            }
            Kept::Param(param) => push_param(&param.name, &param.value, out),
        }
    }
    added.for_each(|(name, value)| push_param(&name, &value, out));
    end_list(out);
    push(",\"removed\":[", out);
    for removed in &clean.removed {
        begin(keys!("{" "name"), &removed.name, out);
        push("\",\"why\":\"", out);
        push(removed.reason.word(), out);
        push("\"},", out);
    }
    end_list(out);
    push(if request.changes() { ",\"changes\":true" } else { ",\"changes\":false" }, out);
    text_or_null(keys!("," "error"), request.error().map(|error| Text::plain(error.as_bytes())), out);
    text(keys!("," "source"), &Text::plain(request.source().as_bytes()), out);
    match request.place() {
        Place::Line(number) => {
            push(",\"line\":", out);
            push_number(number, out);
            push("}", out);
        }
        Place::Byte(_) => push(",\"line\":null}", out),
    }
}

/// Appends an object of a list, followed by a comma.
#[inline]
fn push_param(name: &Text<'_>, value: &Value<'_>, out: &mut Vec<u8>) {
    begin(keys!("{" "name"), name, out);
    match value {
        Value::Text(value) => begin(keys!("\"," "value", "raw"), value, out),
        Value::Env(variable) => begin(keys!("\"," "env"), &Text::plain(variable.as_bytes()), out),
        Value::Variable(variable) => begin(keys!("\"," "var"), &Text::plain(variable.as_bytes()), out),
    }
    push("\"},", out);
}

/// Replaces the comma after the last object of a list with the end of the list.
fn end_list(out: &mut Vec<u8>) {
    if out.last() == Some(&b',') {
        out.pop();
    }
    out.push(b']');
}

/// Appends the account that was added to the call, or else its own `su` parameter.
fn push_account(request: &CleanRequest<'_>, out: &mut Vec<u8>) {
    let own = request.kept.iter().find_map(|kept| match kept {
        Kept::Param(Argument { name, value }) if name.is("su") => Some(value),
        Kept::Param(_) | Kept::Range(_) => None,
    });
    match own.filter(|_| request.su.is_none()) {
        Some(Value::Env(variable)) => text(keys!("," "su_env"), &Text::plain(variable.as_bytes()), out),
        Some(Value::Variable(variable)) => text(keys!("," "su_var"), &Text::plain(variable.as_bytes()), out),
        Some(Value::Text(account)) => text(keys!("," "su"), account, out),
        None => text_or_null(keys!("," "su"), request.su, out),
    }
}

#[inline]
fn push(text: &str, out: &mut Vec<u8>) {
    out.extend_from_slice(text.as_bytes());
}

/// Appends a key and its string without the closing quote, which the caller appends.
#[inline]
fn begin([key, raw_key]: Keys, text: &Text<'_>, out: &mut Vec<u8>) {
    push(key, out);
    if !json::string(text, out) {
        out.truncate(out.len() - key.len());
        push(raw_key, out);
        text.encode(out);
    }
}

fn text(keys: Keys, text: &Text<'_>, out: &mut Vec<u8>) {
    begin(keys, text, out);
    push("\"", out);
}

fn text_or_null(keys: Keys, value: Option<Text<'_>>, out: &mut Vec<u8>) {
    match value {
        Some(value) => text(keys, &value, out),
        None => [keys[0].trim_end_matches('"'), "null"].iter().for_each(|text| push(text, out)),
    }
}

fn push_number(number: u64, out: &mut Vec<u8>) {
    // Writing a number to memory cannot fail.
    let _ = serde_json::to_writer(out, &number);
}

fn push_timestamp(request: &Request<'_>, out: &mut Vec<u8>) {
    match request.timestamp() {
        Some(timestamp) => {
            push(",\"timestamp\":\"", out);
            out.extend_from_slice(&timestamp);
            push("\"", out);
        }
        None => push(",\"timestamp\":null", out),
    }
}

/// Appends a number as a number, and anything else as text under the other key: the type of a column must not depend on
/// the log. Digits need no parsing, but JSON allows no leading zeros.
fn number_or_null(keys: Keys, logged: Option<&[u8]>, out: &mut Vec<u8>) {
    let Some(logged) = logged else { return text_or_null(keys, None, out) };
    let zeros = logged.iter().take_while(|&&digit| digit == b'0').count().min(logged.len().saturating_sub(1));
    let digits = &logged[zeros..];
    if !digits.is_empty() && digits.len() <= LONGEST_NUMBER && digits.iter().all(u8::is_ascii_digit) {
        push(keys[0].trim_end_matches('"'), out);
        out.extend_from_slice(digits);
    } else {
        push(keys[1], out);
        Text::plain(logged).encode(out);
        push("\"", out);
    }
}

/// Numbers of this many digits always fit into 64 bits with a sign, the integer type of databases.
const LONGEST_NUMBER: usize = 18;
