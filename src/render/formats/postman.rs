//! postman: one Postman collection 2.1 of all requests, one item per line.
//!
//! Logins, secrets and `--var` are variables of the collection, without values; an environment can set them.
//!
//! A form is a table, which is easy to read and edit: Postman substitutes variables and encodes the fields. But Postman
//! joins fields with the same name, moves fields with numeric names to the front, and would substitute a logged
//! `{{NAME}}`. A form with any of these, or with bytes that are not text, is one encoded text instead; a script before
//! the call then encodes the variables. A test of the collection checks each answer for the panel's error.

use crate::render::kit::{
    CallOptions, Comment, Form, Info, Method, RenderError, Request, Role, Script, Snippet, Step, Target, Text, Value,
    document_of_one, inert, json,
};
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

#[derive(Debug, Default)]
struct Collection {
    login: Option<&'static str>,
}

const HEAD: &str = concat!(
    r#"{"info":{"name":"mgr2api","schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},"#,
    "\n",
    r#""event":[{"listen":"test","script":{"type":"text/javascript","exec":["#,
    r#""pm.test(\"the panel reports no error\", () => {","#,
    r#""    const answer = pm.response.text().trim();","#,
    r#""    pm.expect(pm.response.code).to.equal(200);","#,
    r#""    if (answer.startsWith(\"{\")) pm.expect(JSON.parse(answer)).to.not.have.nested.property(\"doc.error\");","#,
    r#""    if (answer.startsWith(\"<\")) pm.expect(answer).to.not.include(\"<error\");","#,
    r#""});"]}}],"#,
    "\n",
);

/// A JSON string rather than a comment, so none of the kept signs has a special meaning.
const COMMENT: Comment = Comment::line("").keeping(b"@");

impl Script for Collection {
    fn begin(&mut self, options: &CallOptions, out: &mut Snippet) {
        self.login = options.auth.parameter().map(|(_, variable)| variable);
        out.push(HEAD);
        if options.insecure {
            out.push("\"protocolProfileBehavior\":{\"strictSSL\":false},\n");
        }
        out.push("\"item\":[\n");
    }

    fn call(&mut self, step: &Step<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
        let request = step.request;
        let form = Form::new(request, options.auth);
        let is_table = options.method == Method::Post && is_table(&form);
        out.push(if step.number == 1 { r#"{"name":""# } else { r#",{"name":""# });
        out.mark(Role::Function, |out| inert(&request.action(), b"", out));
        out.push("\"");
        if !is_table && form.variables().next().is_some() {
            push_encoding(&form, out);
        }
        out.push(r#","request":{"description":""#);
        COMMENT.push_text(request, &mut out.text);
        let endpoint = options.endpoint(request.manager());
        let variable = |name: &str| format!("{{{{{name}}}}}");
        match options.method {
            Method::Get => {
                out.push(&format!(r#"","method":"GET","header":[],"url":"{endpoint}?"#));
                form.push_encoded(variable, out);
                out.push("\"}}\n");
            }
            Method::Post if is_table => {
                out.push(&format!(r#"","method":"POST","header":[],"url":"{endpoint}","body":"#));
                push_table(&form, out);
                out.push("}}\n");
            }
            Method::Post => {
                out.push(r#"","method":"POST","header":[{"key":"Content-Type","value":""#);
                out.push(r#"application/x-www-form-urlencoded"}],"#);
                out.push(&format!(r#""url":"{endpoint}","body":{{"mode":"raw","raw":""#));
                form.push_encoded(variable, out);
                out.push("\"}}}\n");
            }
        }
        Ok(())
    }

    fn end(&mut self, variables: &BTreeSet<String>, out: &mut Snippet) {
        out.push("],\n\"variable\":[");
        let mut names: Vec<&str> = self.login.into_iter().collect();
        names.extend(variables.iter().map(String::as_str).filter(|name| self.login != Some(*name)));
        for (index, name) in names.into_iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            out.push(&format!("{comma}\n"));
            out.push(&format!(r#"{{"key":"{name}","value":""}}"#));
        }
        out.push("\n]}\n");
    }
}

/// Whether Postman sends a table of these fields unchanged.
fn is_table(form: &Form<'_>) -> bool {
    let names_variable = |text: &Text<'_>| text.decode().windows(2).any(|pair| pair == b"{{");
    let mut names = HashSet::new();
    form.is_text()
        && form.fields.iter().all(|field| {
            let is_plain = !matches!(&field.value, Value::Text(value) if names_variable(value));
            is_plain && field.has_plain_name() && names.insert(field.name.decode())
        })
}

/// Appends the body as a table; all fields must be text.
fn push_table(form: &Form<'_>, out: &mut Snippet) {
    out.push(r#"{"mode":"urlencoded","urlencoded":["#);
    for (index, field) in form.fields.iter().enumerate() {
        out.push(if index == 0 { r#"{"key":""# } else { r#",{"key":""# });
        json::string(&field.name, &mut out.text);
        out.push(r#"","value":""#);
        match &field.value {
            Value::Text(value) => {
                json::string(value, &mut out.text);
            }
            Value::Env(name) | Value::Variable(name) => {
                out.mark(Role::Secret, |out| out.extend_from_slice(format!("{{{{{name}}}}}").as_bytes()));
            }
        }
        out.push("\"}");
    }
    out.push("]}");
}

/// Appends the script that stores each variable percent-encoded in another variable.
fn push_encoding(form: &Form<'_>, out: &mut Snippet) {
    out.push(r#","event":[{"listen":"prerequest","script":{"type":"text/javascript","exec":["#);
    for (index, name) in form.variables().enumerate() {
        out.push(if index == 0 { "\"" } else { ",\"" });
        out.push(&format!(
            r#"pm.variables.set(\"{name}_ENCODED\", encodeURIComponent(pm.variables.get(\"{name}\")));"#
        ));
        out.push("\"");
    }
    out.push("]}}]");
}
