//! python: statements for Python 3.9 and newer that need only the standard library.
//!
//! ```text
//! import json, os, ssl
//! import urllib.parse, urllib.request
//! # Jun 25 09:07:51 root, user.edit
//! form = [
//! ```
//!
//! A comment in the first two lines of a file can set its encoding, which changes the content of all strings; here
//! these two lines are imports, without any text of a log. A value that is not UTF-8 is a `bytes` literal, which
//! `urlencode` accepts. An unset variable is a `KeyError` that names it, an error of the panel a `RuntimeError` with
//! its answer.

use crate::render::kit::{
    Answer, CallOptions, Comment, Form, Info, Method, RenderError, Request, Snippet, Target, literal,
};

pub(crate) static TARGET: Python = Python;

/// See the module.
#[derive(Debug)]
pub(crate) struct Python;

impl Target for Python {
    fn info(&self) -> Info {
        Info {
            name: "python",
            about: "Python on its standard library; the login comes from $MGR_AUTHINFO",
            extension: "py",
            comment: Some(Comment::line("#").keeping(b"@")),
        }
    }

    fn render(&self, request: &Request<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
        let form = Form::new(request, options.auth);
        out.push_front(&imports(&form, options));
        out.push("form = [\n");
        for field in &form.fields {
            out.push("    (");
            field.push_pair(literal::python, ", ", |variable| format!("os.environ[\"{variable}\"]"), out);
            out.push("),\n");
        }
        out.push("]\n");
        if options.insecure {
            out.push("context = ssl.create_default_context()\n");
            out.push("context.check_hostname = False\n");
            out.push("context.verify_mode = ssl.CERT_NONE\n");
        }
        let endpoint = options.endpoint(request.manager());
        out.push(&match options.method {
            Method::Post => format!("data = urllib.parse.urlencode(form).encode()\nurl = \"{endpoint}\"\n"),
            Method::Get => format!("url = \"{endpoint}?\" + urllib.parse.urlencode(form)\n"),
        });
        let data = if options.method == Method::Post { ", data" } else { "" };
        let context = if options.insecure { ", context=context" } else { "" };
        out.push(&format!("with urllib.request.urlopen(url{data}{context}) as response:\n"));
        out.push("    answer = response.read().decode(errors=\"replace\")\n");
        out.push(match form.answer {
            Answer::Json => "if \"error\" in json.loads(answer).get(\"doc\", {}):\n    raise RuntimeError(answer)\n",
            Answer::Xml => "if \"<error\" in answer:\n    raise RuntimeError(answer)\n",
            Answer::Other => "",
        });
        out.push("print(answer)\n");
        Ok(())
    }
}

/// The first two lines. Each snippet has its own imports, so that it runs alone.
fn imports(form: &Form<'_>, options: &CallOptions) -> String {
    let modules = [
        ("json", form.answer == Answer::Json),
        ("os", form.variables().next().is_some()),
        ("ssl", options.insecure),
        ("urllib.parse", true),
        ("urllib.request", true),
    ];
    let wanted: Vec<&str> = modules.into_iter().filter(|(_, wanted)| *wanted).map(|(module, _)| module).collect();
    let (first, second) = wanted.split_at((wanted.len() - 2).max(1));
    format!("import {}\nimport {}\n", first.join(", "), second.join(", "))
}
