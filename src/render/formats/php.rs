//! php: statements for PHP 8 with its curl extension, to be placed after `<?php` or in `php -r`.
//!
//! `http_build_query` supports each name only once, so the form is a list of pairs. PHP strings are bytes: any value is
//! sent as it was logged. All errors, including those of the panel, are thrown as `RuntimeException`.

use crate::render::kit::{
    Answer, CallOptions, Comment, Form, Info, Method, RenderError, Request, Snippet, Target, literal,
};

pub(crate) static TARGET: Php = Php;

/// See the module.
#[derive(Debug)]
pub(crate) struct Php;

impl Target for Php {
    fn info(&self) -> Info {
        Info {
            name: "php",
            about: "PHP with its curl extension; the login comes from $MGR_AUTHINFO",
            extension: "php",
            comment: Some(Comment::line("//")),
        }
    }

    fn render(&self, request: &Request<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
        let form = Form::new(request, options.auth);
        let variables: Vec<String> = form.variables().map(|variable| format!("'{variable}'")).collect();
        if !variables.is_empty() {
            out.push(&format!("foreach ([{}] as $name) {{\n", variables.join(", ")));
            out.push("    getenv($name) !== false ?: throw new RuntimeException(\"$name is not set\");\n}\n");
        }
        out.push("$form = [\n");
        for field in &form.fields {
            out.push("    [");
            field.push_pair(literal::php, ", ", |variable| format!("getenv('{variable}')"), out);
            out.push("],\n");
        }
        out.push("];\n");
        out.push("$data = implode('&', array_map(fn($pair) => implode('=', array_map('urlencode', $pair)), $form));\n");
        let endpoint = options.endpoint(request.manager());
        out.push(&match options.method {
            Method::Post => format!("$curl = curl_init('{endpoint}');\n"),
            Method::Get => format!("$curl = curl_init('{endpoint}?' . $data);\n"),
        });
        out.push("curl_setopt_array($curl, [\n");
        if options.method == Method::Post {
            out.push("    CURLOPT_POSTFIELDS => $data,\n");
        }
        out.push("    CURLOPT_RETURNTRANSFER => true,\n    CURLOPT_FAILONERROR => true,\n");
        if options.insecure {
            out.push("    CURLOPT_SSL_VERIFYPEER => false,\n    CURLOPT_SSL_VERIFYHOST => 0,\n");
        }
        out.push("]);\n$answer = curl_exec($curl);\nif ($answer === false) {\n");
        out.push("    throw new RuntimeException(curl_error($curl));\n}\n");
        let is_error = match form.answer {
            Answer::Json => "isset(json_decode($answer, true, flags: JSON_THROW_ON_ERROR)['doc']['error'])",
            Answer::Xml => "str_contains($answer, '<error')",
            Answer::Other => "",
        };
        if !is_error.is_empty() {
            out.push(&format!("if ({is_error}) {{\n    throw new RuntimeException($answer);\n}}\n"));
        }
        out.push("echo $answer;\n");
        Ok(())
    }
}
