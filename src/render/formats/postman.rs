//! postman: one Postman collection 2.1 of all requests, one item per line.
//!
//! Logins, secrets and `--var` are variables of the collection, without values; an environment can set them.
//!
//! A form is a table, which is easy to read and edit: Postman substitutes variables and encodes the fields. But Postman
//! joins fields with the same name, moves fields with numeric names to the front, and would substitute a logged
//! `{{NAME}}`. A form with any of these, or with bytes that are not text, is one encoded text instead; a script before
//! the call then encodes the variables. A test of the collection checks each answer for the panel's error.

use crate::render::document::{self, GAP, Shape};
use crate::render::kit::{
    CallOptions, Comment, Field, Form, Info, Method, RenderError, Request, Role, Script, Snippet, Step, Target, Text,
    Value, document_of_one, inert, json,
};
use serde::Serialize;
use std::collections::{BTreeSet, HashSet};

pub(crate) static TARGET: Postman = Postman;

/// See the module.
#[derive(Debug)]
pub(crate) struct Postman;

impl Target for Postman {
    fn info(&self) -> Info {
        Info {
            name: "postman",
            about: "one Postman collection of all requests; the login is its variable MGR_AUTHINFO",
            extension: "json",
            comment: None,
        }
    }

    fn tells_outcome(&self) -> bool {
        true
    }

    fn document(&self) -> Option<Box<dyn Script>> {
        Some(Box::new(Collection::default()))
    }

    fn render(&self, request: &Request<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
        document_of_one(Box::new(Collection::default()), request, options, out)
    }
}

#[derive(Serialize)]
struct About {
    name: &'static str,
    schema: &'static str,
}

#[derive(Serialize)]
struct Behavior {
    #[serde(rename = "strictSSL")]
    strict_ssl: bool,
}

#[derive(Serialize)]
struct Event<'a> {
    listen: &'static str,
    script: Code<'a>,
}

#[derive(Serialize)]
struct Code<'a> {
    r#type: &'static str,
    exec: &'a [&'a str],
}

#[derive(Serialize)]
struct Item<'a> {
    name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<[Event<'a>; 1]>,
    request: Sent,
}

#[derive(Serialize)]
struct Sent {
    description: &'static str,
    method: &'static str,
    header: &'static [Pair],
    url: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<Body>,
}

#[derive(Serialize)]
#[serde(tag = "mode", rename_all = "lowercase")]
enum Body {
    Urlencoded { urlencoded: [Pair; 2] },
    Raw { raw: &'static str },
}

#[derive(Serialize)]
struct Pair {
    key: &'static str,
    value: &'static str,
}

const SCHEMA: &str = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

/// The script that checks each answer.
const TEST: &[&str] = &[
    r#"pm.test("the panel reports no error", () => {"#,
    "    const answer = pm.response.text().trim();",
    "    pm.expect(pm.response.code).to.equal(200);",
    r#"    if (answer.startsWith("{")) pm.expect(JSON.parse(answer)).to.not.have.nested.property("doc.error");"#,
    r#"    if (answer.startsWith("<")) pm.expect(answer).to.not.include("<error");"#,
    "});",
];

/// A JSON string rather than a comment, so none of the kept signs has a special meaning.
const COMMENT: Comment = Comment::line("").keeping(b"@");

#[derive(Debug, Default)]
struct Collection {
    login: Option<&'static str>,
    /// The shapes of items, by whether the form is a table and whether it is encoded by a script.
    shapes: [[Option<Shape>; 2]; 2],
}

/// Puts each part of the document on a separate line.
impl Script for Collection {
    fn begin(&mut self, options: &CallOptions, out: &mut Snippet) {
        self.login = options.auth.parameter().map(|(_, variable)| variable);
        out.push("{\"info\":");
        document::push(&About { name: "mgr2api", schema: SCHEMA }, out);
        out.push(",\n\"event\":");
        document::push(&event("test", TEST), out);
        if options.insecure {
            out.push(",\n\"protocolProfileBehavior\":");
            document::push(&Behavior { strict_ssl: false }, out);
        }
        out.push(",\n\"item\":[\n");
    }

    fn call(&mut self, step: &Step<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
        let request = step.request;
        let form = Form::new(request, options.auth);
        let is_table = options.method == Method::Post && is_table(&form);
        let is_encoded = !is_table && form.variables().next().is_some();
        out.push(if step.number == 1 { "" } else { "," });
        let shape = self.shapes[usize::from(is_table)][usize::from(is_encoded)]
            .get_or_insert_with(|| shape(options.method, is_table, is_encoded));
        let mut parts = shape.parts();
        parts.next(out);
        out.mark(Role::Function, |out| inert(&request.action(), b"", out));
        if is_encoded {
            let push = |name: &str, out: &mut Snippet| out.push(name);
            parts.list(form.variables(), push, push, out);
        } else {
            parts.next(out);
        }
        COMMENT.push_text(request, &mut out.text);
        parts.next(out);
        options.push_endpoint(request.manager(), &mut out.text);
        out.push(if options.method == Method::Get { "?" } else { "" });
        if is_table {
            parts.list(form.fields.iter(), push_name, push_value, out);
        } else {
            if options.method == Method::Post {
                parts.next(out);
            }
            form.push_encoded(|name| format!("{{{{{name}}}}}"), out);
            parts.next(out);
        }
        out.push("\n");
        Ok(())
    }

    fn end(&mut self, variables: &BTreeSet<String>, out: &mut Snippet) {
        out.push("],\n\"variable\":[");
        let others = variables.iter().map(String::as_str).filter(|name| self.login != Some(*name));
        for (index, name) in self.login.into_iter().chain(others).enumerate() {
            out.push(if index == 0 { "\n" } else { ",\n" });
            document::push(&Variable { key: name, value: "" }, out);
        }
        out.push("\n]}\n");
    }
}

#[derive(Serialize)]
struct Variable<'a> {
    key: &'a str,
    value: &'static str,
}

fn event<'a>(listen: &'static str, exec: &'a [&'a str]) -> [Event<'a>; 1] {
    [Event { listen, script: Code { r#type: "text/javascript", exec } }]
}

/// The shape of an item with this method and form.
fn shape(method: Method, is_table: bool, is_encoded: bool) -> Shape {
    // Stores a variable percent-encoded in another variable.
    let encode = format!("pm.variables.set(\"{GAP}_ENCODED\", encodeURIComponent(pm.variables.get(\"{GAP}\")));");
    let field = || Pair { key: GAP, value: GAP };
    let (header, body): (&[Pair], Option<Body>) = match method {
        Method::Get => (&[], None),
        Method::Post if is_table => (&[], Some(Body::Urlencoded { urlencoded: [field(), field()] })),
        Method::Post => {
            (&[Pair { key: "Content-Type", value: "application/x-www-form-urlencoded" }], Some(Body::Raw { raw: GAP }))
        }
    };
    let method = if method == Method::Get { "GET" } else { "POST" };
    let lines = [&*encode; 2];
    let event = is_encoded.then(|| event("prerequest", &lines));
    Shape::new(&Item { name: GAP, event, request: Sent { description: GAP, method, header, url: GAP, body } })
}

/// Whether Postman sends a table of these fields unchanged.
fn is_table(form: &Form<'_>) -> bool {
    let names_variable = |text: &Text<'_>| !text.is_safe() && text.decode().windows(2).any(|pair| pair == b"{{");
    let mut names = HashSet::new();
    form.is_text()
        && form.fields.iter().all(|field| {
            let is_plain = !matches!(&field.value, Value::Text(value) if names_variable(value));
            is_plain && field.has_plain_name() && names.insert(field.name.decode())
        })
}

fn push_name(field: &Field<'_>, out: &mut Snippet) {
    json::string(&field.name, &mut out.text);
}

fn push_value(field: &Field<'_>, out: &mut Snippet) {
    match &field.value {
        Value::Text(value) => {
            json::string(value, &mut out.text);
        }
        Value::Env(name) | Value::Variable(name) => {
            out.mark(Role::Secret, |out| out.extend_from_slice(format!("{{{{{name}}}}}").as_bytes()));
        }
    }
}
