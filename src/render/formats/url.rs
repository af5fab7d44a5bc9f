//! url: a URL as in the vendor's guide, for a browser that is logged in.
//!
//! ```text
//! https://localhost:1500/billmgr?func=processing.edit&elid=14&out=json
//! ```
//!
//! It contains no login, and values from the environment are left out: a URL cannot contain either.

use crate::render::kit::{CallOptions, Comment, Info, RenderError, Request, Role, Snippet, Target, Value, Visible};

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
        for argument in request.params_with_out("json") {
            let name = || Visible(&argument.name.decode()).to_string();
            let value = match argument.value {
                Value::Text(value) => value,
                Value::Env(_) => {
                    out.left_out.push(format!("{} is a secret", name()));
                    continue;
                }
                Value::Variable(_) => {
                    out.left_out.push(format!("{} comes from a variable", name()));
                    continue;
                }
            };
            out.push("&");
            argument.name.encode(&mut out.text);
            out.push("=");
            value.encode(&mut out.text);
        }
        out.push("\n");
        Ok(())
    }
}
