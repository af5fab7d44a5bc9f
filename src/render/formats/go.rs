//! go: a function with `net/http`. Editors (gopls, goimports) add its imports.
//!
//! It is named after the panel's function; a name that an earlier snippet uses gets `_2`. `url.Values` does not keep
//! the order, so the form is a list of pairs. Go strings are bytes: any value is sent as it was logged. All errors,
//! including those of the panel, are returned by the function. The indent is spaces, because snippets contain no tabs;
//! gofmt converts them.

use crate::render::kit::{
    Answer, CallOptions, Comment, Form, Info, Method, RenderError, Request, Role, Snippet, Target, Value, literal,
};

pub(crate) static TARGET: Go = Go;

/// See the module.
#[derive(Debug)]
pub(crate) struct Go;

impl Target for Go {
    fn info(&self) -> Info {
        Info {
            name: "go",
            about: "a Go function on net/http; the login comes from $MGR_AUTHINFO",
            extension: "go",
            comment: Some(Comment::line("//").keeping(b"@")),
        }
    }

    fn depends_on_earlier(&self) -> bool {
        true
    }

    fn render(&self, request: &Request<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
        let form = Form::new(request, options.auth);
        let name = out.unique(&identifier(&request.action()));
        out.push("func ");
        out.mark(Role::Function, |out| out.extend_from_slice(name.as_bytes()));
        let arguments = Arguments::new(&form);
        out.push("(");
        arguments.push(out);
        out.push(") (string, error) {\n");
        let secrets = form.variables().filter(|variable| arguments.local(variable).is_none());
        let secrets: Vec<String> = secrets.map(|variable| format!("\"{variable}\"")).collect();
        if !secrets.is_empty() {
            out.push(&format!("    for _, name := range []string{{{}}} {{\n", secrets.join(", ")));
            out.push("        if _, ok := os.LookupEnv(name); !ok {\n");
            out.push("            return \"\", errors.New(name + \" is not set\")\n        }\n    }\n");
        }
        out.push("    data := \"\"\n    for _, pair := range [][2]string{\n");
        for field in &form.fields {
            out.push("        {");
            let variable = |name: &str| match arguments.local(name) {
                Some(local) => local.to_owned(),
                None => format!("os.Getenv(\"{name}\")"),
            };
            field.push_pair(literal::go, ", ", variable, out);
            out.push("},\n");
        }
        out.push("    } {\n");
        out.push("        data += \"&\" + url.QueryEscape(pair[0]) + \"=\" + url.QueryEscape(pair[1])\n    }\n");
        let client = if options.insecure {
            out.push("    transport := http.DefaultTransport.(*http.Transport).Clone()\n");
            out.push("    transport.TLSClientConfig = &tls.Config{InsecureSkipVerify: true}\n");
            out.push("    client := http.Client{Transport: transport}\n");
            "client"
        } else {
            "http"
        };
        let endpoint = options.endpoint(request.manager());
        out.push(&match options.method {
            Method::Post => format!(
                "    response, err := {client}.Post(\"{endpoint}\", \"application/x-www-form-urlencoded\", \
                 strings.NewReader(data[1:]))\n"
            ),
            Method::Get => format!("    response, err := {client}.Get(\"{endpoint}?\" + data[1:])\n"),
        });
        if options.method == Method::Get {
            out.push("    // The error would show the address, and the login in it.\n");
            out.push("    if failed := new(url.Error); errors.As(err, &failed) {\n");
            out.push("        return \"\", failed.Err\n    }\n");
        }
        let check = "    if err != nil {\n        return \"\", err\n    }\n";
        out.push(check);
        out.push("    defer response.Body.Close()\n    answer, err := io.ReadAll(response.Body)\n");
        out.push(check);
        out.push("    if response.StatusCode != http.StatusOK {\n");
        out.push("        return \"\", errors.New(response.Status)\n    }\n");
        let error = "        return \"\", errors.New(string(answer))\n    }\n";
        match form.answer {
            Answer::Json => {
                out.push("    var document struct{ Doc struct{ Error any } }\n");
                out.push("    if err := json.Unmarshal(answer, &document); err != nil {\n");
                out.push("        return \"\", err\n    }\n    if document.Doc.Error != nil {\n");
                out.push(error);
            }
            Answer::Xml => {
                out.push("    if strings.Contains(string(answer), \"<error\") {\n");
                out.push(error);
            }
            Answer::Other => {}
        }
        out.push("    return string(answer), nil\n}\n");
        Ok(())
    }
}

/// The function's arguments: variables, and their names in the function.
struct Arguments<'a>(Vec<(&'a str, String)>);

impl<'a> Arguments<'a> {
    fn new(form: &'a Form<'_>) -> Self {
        let mut arguments: Vec<(&str, String)> = Vec::new();
        for field in &form.fields {
            let Value::Variable(variable) = &field.value else { continue };
            let mut local = identifier(variable.to_ascii_lowercase().as_bytes());
            if OWN.contains(&&*local) {
                local.push_str("Value");
            }
            while arguments.iter().any(|(_, known)| *known == local) {
                local.push('_');
            }
            arguments.push((variable, local));
        }
        Self(arguments)
    }

    fn local(&self, variable: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == variable).map(|(_, local)| local.as_str())
    }

    fn push(&self, out: &mut Snippet) {
        for (index, (_, local)) in self.0.iter().enumerate() {
            out.push(if index > 0 { ", " } else { "" });
            out.mark(Role::Secret, |out| out.extend_from_slice(format!("{local} string").as_bytes()));
        }
    }
}

/// Names of the function's local variables.
const OWN: [&str; 11] =
    ["answer", "client", "data", "document", "err", "failed", "name", "ok", "pair", "response", "transport"];

/// Names that a function cannot have: Go's keywords, the packages of a snippet, and identifiers that it uses.
const TAKEN: &[&str] = &[
    "any",
    "break",
    "case",
    "chan",
    "const",
    "continue",
    "default",
    "defer",
    "else",
    "error",
    "errors",
    "fallthrough",
    "for",
    "func",
    "go",
    "goto",
    "http",
    "if",
    "import",
    "init",
    "interface",
    "io",
    "json",
    "main",
    "map",
    "nil",
    "os",
    "package",
    "range",
    "return",
    "select",
    "string",
    "strings",
    "struct",
    "switch",
    "tls",
    "true",
    "type",
    "url",
    "var",
];

/// `processing.edit` becomes `processingEdit`.
fn identifier(function: &[u8]) -> String {
    const LONGEST: usize = 60;
    let mut name = String::new();
    let mut starts_word = false;
    for &byte in function.iter().take(LONGEST) {
        let char = byte as char;
        if !byte.is_ascii_alphanumeric() {
            starts_word = true;
        } else if name.is_empty() {
            name.push(char.to_ascii_lowercase());
            starts_word = false;
        } else {
            name.push(if std::mem::take(&mut starts_word) { char.to_ascii_uppercase() } else { char });
        }
    }
    match name.bytes().next() {
        None => "call".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("call{name}"),
        Some(_) if TAKEN.contains(&&*name) => format!("{name}Call"),
        Some(_) => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_function_gets_a_valid_name() {
        for (function, name) in [
            ("processing.edit", "processingEdit"),
            ("Backup2.Item", "backup2Item"),
            ("move", "move"),
            ("main", "mainCall"),
            ("type", "typeCall"),
            ("2fa", "call2fa"),
            ("..", "call"),
            ("a..b--", "aB"),
            ("имя", "call"),
            ("x();panic()", "xPanic"),
        ] {
            assert_eq!(identifier(function.as_bytes()), name);
        }
        assert!(TAKEN.is_sorted());
    }
}
