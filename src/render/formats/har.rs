//! har: one HTTP Archive 1.2 of all requests, one entry per line, for browsers, proxies and API tools.
//!
//! The format has no variables, so it contains no login, and values from the environment are left out. It requires a
//! year and a time zone, which a log does not have: the year is always 2000, which has a 29 February, and the zone UTC;
//! `comment` has the stamp as it was logged. It also requires answers, which a log does not have: their status is 0.
//!
//! `text` is the form as it is sent, byte for byte; `params` (in a URL, `queryString`) is the same form as a table. The
//! table is omitted or empty if a field is not text.

use crate::record::stamp;
use crate::render::kit::{
    Auth, CallOptions, Comment, Form, Info, Method, RenderError, Request, Role, Script, Snippet, Step, Target, Value,
    Visible, document_of_one, json,
};
use std::collections::BTreeSet;

pub(crate) static TARGET: Har = Har;

/// See the module.
#[derive(Debug)]
pub(crate) struct Har;

impl Target for Har {
    fn info(&self) -> Info {
        Info {
            name: "har",
            about: "one HTTP Archive of all requests, to be imported; no login in it",
            extension: "har",
            comment: None,
        }
    }

    fn tells_outcome(&self) -> bool {
        true
    }

    fn document(&self) -> Option<Box<dyn Script>> {
        Some(Box::new(Archive))
    }

    fn render(&self, request: &Request<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
        document_of_one(Box::new(Archive), request, options, out)
    }
}

#[derive(Debug)]
struct Archive;

const TYPE: &str = "application/x-www-form-urlencoded";

/// Required fields whose values a log does not contain.
const REST: &str = concat!(
    r#","response":{"status":0,"statusText":"","httpVersion":"","cookies":[],"headers":[],"content":{"size":0,"#,
    r#""mimeType":"x-unknown"},"redirectURL":"","headersSize":-1,"bodySize":-1},"cache":{},"#,
    r#""timings":{"send":0,"wait":0,"receive":0}"#,
);

/// A JSON string rather than a comment, so none of the kept signs has a special meaning.
const COMMENT: Comment = Comment::line("").keeping(b"@");

impl Script for Archive {
    fn begin(&mut self, _: &CallOptions, out: &mut Snippet) {
        let version = env!("CARGO_PKG_VERSION");
        out.push(r#"{"log":{"version":"1.2","creator":{"name":"mgr2api","version":""#);
        out.push(version);
        out.push("\"},\"entries\":[\n");
    }

    fn call(&mut self, step: &Step<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
        let request = step.request;
        let mut form = Form::new(request, Auth::None);
        form.fields.retain(|field| {
            let why = match field.value {
                Value::Text(_) => return true,
                Value::Env(_) => "is a secret",
                Value::Variable(_) => "comes from a variable",
            };
            out.left_out.push(format!("{} {why}", Visible(&field.name.decode())));
            false
        });
        let stamp = request.clean.record.head.and_then(|head| stamp::time_in(2000, head.time));
        let stamp = stamp.map_or_else(|| "2000-01-01T00:00:00".to_owned(), |stamp| stamp.to_string());
        let comma = if step.number == 1 { "" } else { "," };
        out.push(&format!(r#"{comma}{{"startedDateTime":"{stamp}Z","time":0,"request":{{"method":"#));
        push_request(&form, &options.endpoint(request.manager()), options.method, out);
        out.push(REST);
        out.push(r#","comment":""#);
        COMMENT.push_text(request, &mut out.text);
        out.push("\"}\n");
        Ok(())
    }

    fn end(&mut self, _: &BTreeSet<String>, out: &mut Snippet) {
        out.push("]}}\n");
    }
}

/// The request, from its method on.
fn push_request(form: &Form<'_>, endpoint: &str, method: Method, out: &mut Snippet) {
    const HEAD: &str = r#""httpVersion":"HTTP/1.1","cookies":[],"headers":"#;
    let is_text = form.is_text();
    match method {
        Method::Post => {
            out.push(&format!(r#""POST","url":"{endpoint}",{HEAD}[{{"name":"Content-Type","value":"{TYPE}"}}],"#));
            out.push(&format!(r#""queryString":[],"postData":{{"mimeType":"{TYPE}""#));
            if is_text {
                out.push(r#","params":"#);
                push_table(form, out);
            }
            out.push(r#","text":""#);
            let start = out.text.len();
            form.push_encoded(str::to_owned, out);
            let len = out.text.len() - start;
            out.push(&format!(r#""}},"headersSize":-1,"bodySize":{len}}}"#));
        }
        Method::Get => {
            out.push(&format!(r#""GET","url":"{endpoint}?"#));
            form.push_encoded(str::to_owned, out);
            out.push(&format!(r#"",{HEAD}[],"queryString":"#));
            if is_text {
                push_table(form, out);
            } else {
                out.push("[]");
            }
            out.push(r#","headersSize":-1,"bodySize":0}"#);
        }
    }
}

/// The fields as a list; all must be text.
fn push_table(form: &Form<'_>, out: &mut Snippet) {
    for (index, field) in form.fields.iter().enumerate() {
        out.push(if index == 0 { r#"[{"name":""# } else { r#""},{"name":""# });
        json::string(&field.name, &mut out.text);
        out.push(r#"","value":""#);
        // Only logged fields are left.
        let Value::Text(value) = &field.value else { continue };
        if field.is_function {
            out.mark(Role::Function, |out| {
                json::string(value, out);
            });
        } else {
            json::string(value, &mut out.text);
        }
    }
    out.push("\"}]");
}
