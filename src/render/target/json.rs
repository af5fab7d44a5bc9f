//! json: the whole request, one object a line; the way into jq, DuckDB, Vector and Spark.
//!
//! The fields are always there and always in this order:
//!
//! | field | what |
//! |---|---|
//! | `time` | `Jun 25 09:07:51` as logged, without a year because the log has none; null for a fragment |
//! | `pid`, `thread` | numbers, null if not logged; a thread that is no number is a string |
//! | `origin`, `user` | the two brackets, null for a fragment |
//! | `su` | the account the call works as, null if that is the caller's own |
//! | `manager`, `func` | the panel and its function |
//! | `params` | `{"name", "value"}` in logged order; `env` in place of `value` is a variable that holds a secret |
//! | `removed` | `{"name", "why"}`: `noise`, `helper`, `empty`, `masked`, `credential` or `dropped` |
//! | `changes` | whether the call changes something |
//! | `source`, `line` | the log and the line's number in it, null where lines are not counted (`-n`, `-f`) |
//!
//! Text that is not UTF-8 has its percent-encoded form under another key: `raw` for `value`, `name_raw` for `name`,
//! `func_raw` and so on.

use super::super::{Call, Setup, Snippet, Target, Unsayable};
use crate::clean::{CleanParam, CleanRequest, Removed, Value};
use crate::render::quote::is_hidden;
use crate::request::Text;
use crate::source::Place;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::ser::Formatter;
use std::io::{self, Write};

/// The target.
pub static TARGET: Json = Json;

/// See the module.
#[derive(Debug)]
pub struct Json;

impl Target for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn about(&self) -> &'static str {
        "the whole request, one object a line, for jq and other programs"
    }

    fn extension(&self) -> &'static str {
        "json"
    }

    fn comment(&self) -> Option<&'static str> {
        None
    }

    fn render(&self, call: &Call<'_>, _: &Setup, out: &mut Snippet) -> Result<(), Unsayable> {
        let mut serializer = serde_json::Serializer::with_formatter(&mut out.text, Harmless);
        call.serialize(&mut serializer).expect("strings and numbers into memory cannot fail");
        out.push("\n");
        Ok(())
    }
}

/// Spells out what serde_json leaves as it is although a terminal or an eye does not.
struct Harmless;

impl Formatter for Harmless {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        if fragment.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            return writer.write_all(fragment.as_bytes());
        }
        for char in fragment.chars() {
            if is_hidden(char) {
                for unit in char.encode_utf16(&mut [0; 2]) {
                    write!(writer, "\\u{unit:04x}")?;
                }
            } else {
                writer.write_all(char.encode_utf8(&mut [0; 4]).as_bytes())?;
            }
        }
        Ok(())
    }
}

impl Serialize for Call<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let CleanRequest { record, function, params, removed, changes, .. } = self.request;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("time", &record.head.map(|head| String::from_utf8_lossy(head.time)))?;
        map.serialize_entry("pid", &record.head.and_then(|head| number(head.pid)))?;
        match record.head.and_then(|head| head.thread) {
            Some(thread) if number(thread).is_none() => text(&mut map, ["thread", "thread_raw"], Text::plain(thread))?,
            thread => map.serialize_entry("thread", &thread.and_then(number))?,
        }
        optional(&mut map, ["origin", "origin_raw"], record.origin.map(Text::plain))?;
        optional(&mut map, ["user", "user_raw"], record.user.map(Text::plain))?;
        optional(&mut map, ["su", "su_raw"], self.request.su.or_else(|| own_su(params)))?;
        map.serialize_entry("manager", self.manager)?;
        text(&mut map, ["func", "func_raw"], *function)?;
        let added = [("lang", self.request.lang), ("out", self.request.out)];
        map.serialize_entry("params", &Params { params, added })?;
        map.serialize_entry("removed", removed)?;
        map.serialize_entry("changes", changes)?;
        map.serialize_entry("source", self.source)?;
        map.serialize_entry("line", &match (self.place)() {
            Place::Line(number) => Some(number),
            Place::Byte(_) => None,
        })?;
        map.end()
    }
}

fn number(digits: &[u8]) -> Option<u64> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

fn own_su<'a>(params: &[CleanParam<'a>]) -> Option<Text<'a>> {
    params.iter().find_map(|param| match param.value {
        Value::Text(value) if param.name.is("su") => Some(value),
        _ => None,
    })
}

fn optional<M: SerializeMap>(map: &mut M, keys: [&'static str; 2], value: Option<Text<'_>>) -> Result<(), M::Error> {
    match value {
        Some(value) => text(map, keys, value),
        None => map.serialize_entry(keys[0], &()),
    }
}

/// The text under the first key, or its percent form under the second.
fn text<M: SerializeMap>(map: &mut M, keys: [&'static str; 2], value: Text<'_>) -> Result<(), M::Error> {
    let plain = value.decode();
    if let Ok(plain) = std::str::from_utf8(&plain) {
        return map.serialize_entry(keys[0], plain);
    }
    let mut encoded = Vec::new();
    value.encode(&mut encoded);
    map.serialize_entry(keys[1], &String::from_utf8_lossy(&encoded))
}

/// The logged parameters, then those that the command line adds.
struct Params<'a> {
    params: &'a [CleanParam<'a>],
    added: [(&'static str, Option<Text<'a>>); 2],
}

impl Serialize for Params<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let added = self.added.iter().filter_map(|&(name, value)| {
            Some(CleanParam { name: Text::plain(name.as_bytes()), value: Value::Text(value?) })
        });
        let added: Vec<_> = added.collect();
        serializer.collect_seq(self.params.iter().chain(&added))
    }
}

impl Serialize for CleanParam<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        text(&mut map, ["name", "name_raw"], self.name)?;
        match &self.value {
            Value::Text(value) => text(&mut map, ["value", "raw"], *value)?,
            Value::Env(variable) => map.serialize_entry("env", variable)?,
        }
        map.end()
    }
}

impl Serialize for Removed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        text(&mut map, ["name", "name_raw"], self.name)?;
        map.serialize_entry("why", self.reason.word())?;
        map.end()
    }
}
