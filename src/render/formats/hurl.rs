//! hurl: entries of a Hurl file, each with a check that the panel did not return an error.
//!
//! ```text
//! POST https://localhost:1500/billmgr
//! [Options]
//! insecure: true
//! [FormParams]
//! authinfo: {{MGR_AUTHINFO}}
//! func: user.edit
//! out: json
//! HTTP 200
//! [Asserts]
//! jsonpath "$.doc.error" not exists
//! ```
//!
//! Variables are Hurl's own (`--variables-file`), and an unset one is an error before the call. The table accepts only
//! text as values, and Hurl sends names without encoding: if a request has anything else, its form is written as one
//! encoded text. In that text Hurl does not encode variables either, so a variable must contain its value
//! percent-encoded.

use crate::render::kit::{
    Answer, CallOptions, Comment, Field, Form, Info, Method, RenderError, Request, Role, Snippet, Target, Value,
    literal,
};
use crate::text::has_declaration;

pub(crate) static TARGET: Hurl = Hurl;

/// See the module.
#[derive(Debug)]
pub(crate) struct Hurl;

impl Target for Hurl {
    fn info(&self) -> Info {
        Info {
            name: "hurl",
            about: "entries of a Hurl file; the login is the variable MGR_AUTHINFO",
            extension: "hurl",
            comment: Some(Comment::line("#").keeping(b"@")),
        }
    }

    fn render(&self, request: &Request<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
        let form = Form::new(request, options.auth);
        let is_table = form.is_text() && form.fields.iter().all(|field| field.has_plain_name() && !is_modeline(field));
        let (method, section) = match options.method {
            Method::Post => ("POST", "FormParams"),
            Method::Get => ("GET", "QueryStringParams"),
        };
        let variable = |name: &str| format!("{{{{{name}}}}}");
        out.push(&format!("{method} {}", options.endpoint(request.manager())));
        if !is_table && options.method == Method::Get {
            out.push("?");
            form.push_encoded(variable, out);
        }
        out.push("\n");
        if !is_table && options.method == Method::Post {
            out.push("Content-Type: application/x-www-form-urlencoded\n");
        }
        if options.insecure {
            out.push("[Options]\ninsecure: true\n");
        }
        if is_table {
            out.push(&format!("[{section}]\n"));
            form.fields.iter().for_each(|field| push_row(field, out));
        } else if options.method == Method::Post {
            out.push("`");
            form.push_encoded(variable, out);
            out.push("`\n");
        }
        out.push("HTTP 200\n");
        out.push(match form.answer {
            Answer::Json => "[Asserts]\njsonpath \"$.doc.error\" not exists\n",
            Answer::Xml => "[Asserts]\nbody not contains \"<error\"\n",
            Answer::Other => "",
        });
        Ok(())
    }
}

/// Whether the start of a row, its name and a colon, is an editor setting.
fn is_modeline(field: &Field<'_>) -> bool {
    has_declaration(&[&*field.name.decode(), b":"].concat())
}

fn push_row(field: &Field<'_>, out: &mut Snippet) {
    out.text.extend_from_slice(&field.name.decode());
    out.push(": ");
    let text = |value: &[u8], out: &mut Vec<u8>| literal::hurl(&String::from_utf8_lossy(value), out);
    match &field.value {
        Value::Text(value) if field.is_function => out.mark(Role::Function, |out| text(&value.decode(), out)),
        Value::Text(value) => text(&value.decode(), &mut out.text),
        Value::Env(name) | Value::Variable(name) => {
            out.mark(Role::Secret, |out| out.extend_from_slice(format!("{{{{{name}}}}}").as_bytes()));
        }
    }
    out.push("\n");
}
