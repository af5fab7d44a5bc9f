//! har: one HTTP Archive 1.2 of all requests, one entry per line, for browsers, proxies and API tools.
//!
//! The format has no variables, so it contains no login, and values from the environment are left out. It requires a
//! year and a time zone, which a log does not have: the year is always 2000, which has a 29 February, and the zone UTC;
//! `comment` has the stamp as it was logged. It also requires answers, which a log does not have: their status is 0.
//!
//! `text` is the form as it is sent, byte for byte; `params` (in a URL, `queryString`) is the same form as a table. The
//! table is omitted or empty if a field is not text.

use crate::record::stamp;
use crate::render::document::{self, GAP, NUMBER, Shape};
use crate::render::kit::{
    Auth, CallOptions, Comment, Field, Form, Info, Method, RenderError, Request, Role, Script, Snippet, Step, Target,
    Value, Visible, document_of_one, json,
};
use serde::Serialize;
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
        Some(Box::new(Archive::default()))
    }

    fn render(&self, request: &Request<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
        document_of_one(Box::new(Archive::default()), request, options, out)
    }
}

/// The document, without its entries.
#[derive(Serialize)]
struct Document {
    log: Log,
}

#[derive(Serialize)]
struct Log {
    version: &'static str,
    creator: Creator,
    entries: [(); 0],
}

#[derive(Serialize)]
struct Creator {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    started_date_time: &'static str,
    time: u8,
    request: Sent,
    response: Response,
    cache: Cache,
    timings: Timings,
    comment: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Sent {
    method: &'static str,
    url: &'static str,
    http_version: &'static str,
    cookies: [(); 0],
    headers: &'static [Pair],
    query_string: &'static [Pair],
    #[serde(skip_serializing_if = "Option::is_none")]
    post_data: Option<PostData>,
    headers_size: i8,
    body_size: i64,
}

#[derive(Serialize)]
struct Pair {
    name: &'static str,
    value: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PostData {
    mime_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    params: Option<&'static [Pair]>,
    text: &'static str,
}

/// Required fields whose values a log does not contain.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Response {
    status: u8,
    status_text: &'static str,
    http_version: &'static str,
    cookies: [(); 0],
    headers: [(); 0],
    content: Content,
    #[serde(rename = "redirectURL")]
    redirect_url: &'static str,
    headers_size: i8,
    body_size: i8,
}

#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Content {
    size: u8,
    mime_type: &'static str,
}

#[derive(Serialize)]
struct Cache {}

#[derive(Default, Serialize)]
struct Timings {
    send: u8,
    wait: u8,
    receive: u8,
}

const FORM_TYPE: &str = "application/x-www-form-urlencoded";

/// The list of a form's fields; [`Parts::list`](document::Parts::list) needs two of them.
const FIELDS: &[Pair] = &[Pair { name: GAP, value: GAP }, Pair { name: GAP, value: GAP }];

/// A JSON string rather than a comment, so none of the kept signs has a special meaning.
const COMMENT: Comment = Comment::line("").keeping(b"@");

/// The end of the list of entries and of the document.
const END: &str = "]}}";

/// The archive that is being written: the shapes of entries whose forms are text, and of others.
#[derive(Debug, Default)]
struct Archive([Option<Shape>; 2]);

impl Script for Archive {
    fn begin(&mut self, _: &CallOptions, out: &mut Snippet) {
        let creator = Creator { name: "mgr2api", version: env!("CARGO_PKG_VERSION") };
        document::push(&Document { log: Log { version: "1.2", creator, entries: [] } }, out);
        out.text.truncate(out.text.len() - END.len());
        out.push("\n");
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
        out.push(if step.number == 1 { "" } else { "," });
        let is_text = form.is_text();
        let shape =
            self.0[usize::from(is_text)].get_or_insert_with(|| Shape::new(&Entry::new(options.method, is_text)));
        let mut parts = shape.parts();
        parts.next(out);
        out.push(&stamp);
        out.push("Z");
        parts.next(out);
        options.push_endpoint(request.manager(), &mut out.text);
        if options.method == Method::Get {
            out.push("?");
            form.push_encoded(str::to_owned, out);
        }
        if is_text {
            parts.list(form.fields.iter(), push_name, push_value, out);
        } else {
            parts.next(out);
        }
        if options.method == Method::Post {
            let start = out.text.len();
            form.push_encoded(str::to_owned, out);
            let len = out.text.len() - start;
            parts.next(out);
            out.push(&len.to_string());
            parts.next(out);
        }
        COMMENT.push_text(request, &mut out.text);
        parts.next(out);
        out.push("\n");
        Ok(())
    }

    fn end(&mut self, _: &BTreeSet<String>, out: &mut Snippet) {
        out.push(END);
        out.push("\n");
    }
}

impl Entry {
    /// The shape of an entry for a call with this method, whose form is text or not.
    fn new(method: Method, is_text: bool) -> Self {
        let fields = is_text.then_some(FIELDS);
        let sent = Sent {
            method: "GET",
            url: GAP,
            http_version: "HTTP/1.1",
            cookies: [],
            headers: &[],
            query_string: fields.unwrap_or_default(),
            post_data: None,
            headers_size: -1,
            body_size: 0,
        };
        let request = match method {
            Method::Get => sent,
            Method::Post => Sent {
                method: "POST",
                headers: &[Pair { name: "Content-Type", value: FORM_TYPE }],
                query_string: &[],
                post_data: Some(PostData { mime_type: FORM_TYPE, params: fields, text: GAP }),
                body_size: NUMBER,
                ..sent
            },
        };
        let content = Content { size: 0, mime_type: "x-unknown" };
        Self {
            started_date_time: GAP,
            time: 0,
            request,
            response: Response { content, headers_size: -1, body_size: -1, ..Response::default() },
            cache: Cache {},
            timings: Timings::default(),
            comment: GAP,
        }
    }
}

fn push_name(field: &Field<'_>, out: &mut Snippet) {
    json::string(&field.name, &mut out.text);
}

fn push_value(field: &Field<'_>, out: &mut Snippet) {
    // Only logged fields are left.
    let Value::Text(value) = &field.value else { return };
    if field.is_function {
        out.mark(Role::Function, |out| {
            json::string(value, out);
        });
    } else {
        json::string(value, &mut out.text);
    }
}
