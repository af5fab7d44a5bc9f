//! node: a block of statements for an ES module of Node 18 and newer, with Node's own modules only.
//!
//! It is a block so that one file can contain several. A value that is not UTF-8 cannot be a string, so such a form is
//! sent as encoded text. fetch can disable the check of a certificate only for the whole process, with an environment
//! variable that Node warns about; so such a call uses `node:https`, which can disable it per call. All errors,
//! including those of the panel, are thrown as `Error`.

use crate::render::kit::{
    Answer, CallOptions, Comment, Field, Form, Info, Method, RenderError, Request, Snippet, Target, literal,
};

pub(crate) static TARGET: Node = Node;

/// See the module.
#[derive(Debug)]
pub(crate) struct Node;

impl Target for Node {
    fn info(&self) -> Info {
        Info {
            name: "node",
            about: "JavaScript for Node; the login comes from $MGR_AUTHINFO",
            extension: "mjs",
            comment: Some(Comment::line("//")),
        }
    }

    fn render(&self, request: &Request<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
        let form = Form::new(request, options.auth);
        out.push("{\n");
        let variables: Vec<String> = form.variables().map(|variable| format!("\"{variable}\"")).collect();
        if !variables.is_empty() {
            out.push(&format!("    for (const name of [{}]) {{\n", variables.join(", ")));
            out.push("        if (process.env[name] === undefined) throw new Error(`${name} is not set`);\n    }\n");
        }
        let is_text = form.is_text();
        out.push(if is_text { "    const form = new URLSearchParams([\n" } else { "    const form = [\n" });
        for field in &form.fields {
            out.push("        ");
            if is_text {
                push_pair(field, out);
            } else {
                push_encoded(field, out);
            }
            out.push(",\n");
        }
        out.push(if is_text { "    ]);\n" } else { "    ].join(\"&\");\n" });
        let endpoint = options.endpoint(request.manager());
        // Without TLS there is no certificate to check.
        if options.insecure && endpoint.starts_with("https:") {
            push_https(&endpoint, options.method, out);
        } else {
            push_fetch(&endpoint, options.method, is_text, out);
        }
        out.push(match form.answer {
            Answer::Json => "    if (JSON.parse(answer).doc?.error) throw new Error(answer);\n",
            Answer::Xml => "    if (answer.includes(\"<error\")) throw new Error(answer);\n",
            Answer::Other => "",
        });
        out.push("    console.log(answer);\n}\n");
        Ok(())
    }
}

fn push_fetch(endpoint: &str, method: Method, is_text: bool, out: &mut Snippet) {
    out.push("    const response = await fetch(");
    out.push(&match (method, is_text) {
        (Method::Post, true) => format!("\"{endpoint}\", {{ method: \"POST\", body: form }})"),
        (Method::Post, false) => format!(
            "\"{endpoint}\", {{\n        method: \"POST\",\n        headers: {{ \"Content-Type\": \"{FORM_TYPE}\" }},\n        \
             body: form,\n    }})"
        ),
        (Method::Get, _) => format!("\"{endpoint}?\" + form)"),
    });
    out.push(";\n    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);\n");
    out.push("    const answer = await response.text();\n");
}

/// Appends a call that alone does not check the certificate.
fn push_https(endpoint: &str, method: Method, out: &mut Snippet) {
    out.push("    const { request } = await import(\"node:https\");\n");
    out.push("    const response = await new Promise((resolve, reject) => {\n        const options = {");
    let (options, address, body) = match method {
        Method::Post => (
            format!(
                "\n            method: \"POST\",\n            headers: {{ \"Content-Type\": \"{FORM_TYPE}\" }},\n            "
            ),
            format!("\"{endpoint}\""),
            "`${form}`",
        ),
        Method::Get => (" ".to_owned(), format!("\"{endpoint}?\" + form"), ""),
    };
    let end = if method == Method::Post { ",\n        }" } else { " }" };
    out.push(&format!("{options}rejectUnauthorized: false{end};\n"));
    out.push(&format!("        request({address}, options, resolve).on(\"error\", reject).end({body});\n    }});\n"));
    out.push(
        "    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.statusMessage}`);\n",
    );
    out.push("    let answer = \"\";\n");
    out.push("    for await (const part of response.setEncoding(\"utf8\")) answer += part;\n");
}

const FORM_TYPE: &str = "application/x-www-form-urlencoded";

/// `["name", "value"]`
fn push_pair(field: &Field<'_>, out: &mut Snippet) {
    let literal = |bytes: &[u8], out: &mut Vec<u8>| literal::javascript(&String::from_utf8_lossy(bytes), out);
    out.push("[");
    field.push_pair(literal, ", ", |variable| format!("process.env.{variable}"), out);
    out.push("]");
}

/// `"name=value"`
fn push_encoded(field: &Field<'_>, out: &mut Snippet) {
    field.push_encoded("\"", |variable| format!("\" + encodeURIComponent(process.env.{variable})"), out);
}
