//! url: a URL as in the vendor's guide, for a browser that is logged in.
//!
//! ```text
//! https://localhost:1500/billmgr?func=processing.edit&elid=14&out=json
//! ```
//!
//! It contains no login, and values from the environment are left out: a URL cannot contain either.

use crate::clean::Kept;
use crate::render::kit::{
    Argument, CallOptions, Comment, Info, RenderError, Request, Role, Snippet, Target, Text, Value, Visible,
};

pub(crate) static TARGET: Url = Url;

/// See the module.
#[derive(Debug)]
pub(crate) struct Url;

impl Target for Url {
    fn info(&self) -> Info {
        Info {
            name: "url",
            about: "an address for a browser that is logged in to the panel",
            extension: "txt",
            comment: Some(Comment::line("#").keeping(b"@")),
        }
    }

    fn render(&self, request: &Request<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
        options.push_endpoint(request.manager(), &mut out.text);
        out.push("?func=");
        out.mark(Role::Function, |out| request.function_text().encode(out));
        for kept in &request.clean.kept {
            match kept {
                Kept::Range(range) => {
                    out.push("&");
                    out.text.extend_from_slice(range.bytes());
                }
                Kept::Param(Argument { name, value: Value::Text(value) }) => push(name, value, out),
                Kept::Param(Argument { name, value }) => {
                    let is_secret = matches!(value, Value::Env(_));
                    let why = if is_secret { "is a secret" } else { "comes from a variable" };
                    out.left_out.push(format!("{} {why}", Visible(&name.decode())));
                }
            }
        }
        request.clean.added(Some("json")).for_each(|(name, value)| push(&name, &value, out));
        out.push("\n");
        Ok(())
    }
}

fn push(name: &Text<'_>, value: &Text<'_>, out: &mut Snippet) {
    out.push("&");
    name.encode(&mut out.text);
    out.push("=");
    value.encode(&mut out.text);
}
