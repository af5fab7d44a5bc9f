//! Saves a generation as JSON over a restart: the identity of its file, and the read position.
//!
//! In: a generation. Out: a small value without any text of the log. The reverse gives a generation whose file must
//! still be found. Values of earlier versions are accepted too.

use super::{Generation, Handle, Lines, Seam};
use crate::follow::identity::Mark;
use crate::follow::position::{of_fingerprint, of_identity, to_fingerprint, to_identity};
use crate::record::continuation::{Context, Prefix};
use crate::source::Source;
use crate::source::long::Scan;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

impl Generation {
    /// The read position; an unfinished line counts as unread. `can_end` is false while more of the file is awaited.
    pub(in crate::follow) fn save(&self, has_begun: bool, can_end: bool) -> Value {
        let mark = self.mark(true);
        let context = match self.lines.context() {
            Context::Nothing => json!("nothing"),
            Context::Record(prefix) => json!([prefix.len, prefix.hash]),
        };
        json!({
            "file": of_identity(mark.identity),
            "offset": mark.offset,
            "head_at": mark.head_at,
            "head": of_fingerprint(mark.head),
            "last": of_fingerprint(mark.last),
            "skipping": self.lines.passed_over(),
            "before": context,
            "begun": has_begun,
            "joined": self.seam != Seam::Open,
            "sealed": self.seam == Seam::Sealed,
            "at_end": can_end && self.lines.partial().is_empty() && self.is_at_end(),
        })
    }

    /// A generation whose file must still be found. `None` if the value was not written by [`Generation::save`].
    pub(in crate::follow) fn restore(value: &Value, path: &Path, source: &Arc<Source>) -> Option<Self> {
        let mark = Mark {
            identity: to_identity(value.get("file")?)?,
            offset: value.get("offset")?.as_u64()?,
            head_at: value.get("head_at")?.as_u64()?,
            head: to_fingerprint(value.get("head")?)?,
            last: to_fingerprint(value.get("last")?)?,
        };
        if mark.last.len as u64 > mark.offset {
            return None;
        }
        let mut generation = Self::new(Handle::Missing, path, mark.identity, Arc::clone(source));
        let skipping = value.get("skipping")?.as_u64()?;
        let long = (skipping > 0).then(|| Scan::resumed(skipping));
        generation.lines = Lines::resumed(mark.offset, context_of(value.get("before")?)?, long);
        generation.seam = match (value.get("joined")?.as_bool()?, value.get("sealed")?.as_bool()?) {
            (_, true) => Seam::Sealed,
            (true, false) => Seam::Joined,
            (false, false) => Seam::Open,
        };
        generation.restored = Some(mark);
        Some(generation)
    }
}

fn context_of(value: &Value) -> Option<Context> {
    match value {
        Value::String(word) if word == "nothing" => Some(Context::Nothing),
        Value::Array(prefix) => {
            let [len, hash] = prefix.as_slice() else { return None };
            let len = len.as_u64()?.try_into().ok()?;
            Some(Context::Record(Prefix { len, hash: hash.as_u64()? }))
        }
        _ => None,
    }
}
