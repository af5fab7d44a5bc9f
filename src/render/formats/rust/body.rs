//! The body of a function: its form, and the variables for values that are unknown now.

use super::TAKEN;
use crate::render::kit::{Auth, Field, Form, Request, Role, Snippet, Text, Value, literal};

/// The names of the function's variables for values that are unknown now, one per field; empty if the value is known.
fn locals(form: &Form<'_>, login: bool) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut secrets = 0;
    for (index, field) in form.fields.iter().enumerate() {
        let name = match &field.value {
            Value::Text(_) => String::new(),
            Value::Env(_) if login && index == 0 => "login".to_owned(),
            Value::Env(_) => {
                secrets += 1;
                format!("secret_{secrets}")
            }
            Value::Variable(variable) => {
                let mut name = local_name(variable);
                while names.contains(&name) {
                    name.push_str("_too");
                }
                name
            }
        };
        names.push(name);
    }
    names
}

/// The body of a function: its form, and the variables for values that are unknown now.
pub(super) struct Body<'a> {
    pub(super) form: Form<'a>,
    locals: Vec<String>,
    /// Whether every field can be a Rust string; if not, all are percent-encoded text.
    pub(super) is_text: bool,
}

impl<'a> Body<'a> {
    pub(super) fn new(request: &'a Request<'_>, auth: Auth) -> Self {
        let form = Form::new(request, auth);
        let locals = locals(&form, auth != Auth::None);
        let is_text = form.is_text();
        Self { form, locals, is_text }
    }

    fn fields(&self) -> impl Iterator<Item = (&Field<'a>, &str)> {
        self.form.fields.iter().zip(self.locals.iter().map(String::as_str))
    }

    pub(super) fn push_arguments(&self, out: &mut Snippet) {
        let mut separator = "";
        for (_, local) in self.fields().filter(|(field, _)| matches!(field.value, Value::Variable(_))) {
            out.push(separator);
            out.mark(Role::Secret, |out| out.extend_from_slice(format!("{local}: &str").as_bytes()));
            separator = ", ";
        }
    }

    pub(super) fn push_variables(&self, out: &mut Snippet) {
        for (field, local) in self.fields().filter(|(field, _)| field.value.variable().is_some()) {
            if let Value::Env(variable) = &field.value {
                let get = format!("std::env::var(\"{variable}\").map_err(|_| \"{variable} is not set\")?");
                out.mark(Role::Secret, |out| {
                    out.extend_from_slice(format!("    let {local} = {get};\n").as_bytes());
                });
            }
            if !self.is_text {
                // reqwest cannot encode a single value, but it can write a query with one pair that has no name.
                out.push(&format!(
                    "    let {local} = reqwest::Url::parse_with_params(\"form:\", [(\"\", {local})])?;\n"
                ));
            }
        }
    }

    pub(super) fn push_fields(&self, out: &mut Snippet) {
        out.push("    let form = [\n");
        for (index, (field, local)) in self.fields().enumerate() {
            out.push("        ");
            if self.is_text {
                push_pair(field, local, out);
            } else {
                push_encoded(if index == 0 { "" } else { "&" }, field, local, out);
            }
            out.push(",\n");
        }
        out.push(if self.is_text { "    ];\n" } else { "    ]\n    .concat();\n" });
    }
}

/// `("name", "value")`
fn push_pair(field: &Field<'_>, local: &str, out: &mut Snippet) {
    out.push("(");
    push_literal(&field.name, out);
    out.push(", ");
    match &field.value {
        Value::Text(text) => push_literal(text, out),
        Value::Env(_) => out.push(&format!("{local}.as_str()")),
        Value::Variable(_) => out.push(local),
    }
    out.push(")");
}

/// `"&name=value"`, or `"&name", query` where the query contains its own `=`.
fn push_encoded(separator: &str, field: &Field<'_>, local: &str, out: &mut Snippet) {
    out.push("\"");
    out.push(separator);
    field.name.encode(&mut out.text);
    match &field.value {
        Value::Text(text) => {
            out.push("=");
            text.encode(&mut out.text);
            out.push("\"");
        }
        Value::Env(_) | Value::Variable(_) => out.push(&format!("\", {local}.query().unwrap_or_default()")),
    }
}

fn push_literal(text: &Text<'_>, out: &mut Snippet) {
    literal::rust(&String::from_utf8_lossy(&text.decode()), &mut out.text);
}

/// `ELID` becomes `elid`; a name that the function uses itself gets a prefix.
fn local_name(variable: &str) -> String {
    const OWN: [&str; 5] = ["client", "form", "login", "request", "std"];
    let name = variable.to_ascii_lowercase();
    let own = OWN.contains(&&*name) || TAKEN.contains(&&*name) || name.starts_with("secret_") || name.starts_with('_');
    if own { format!("arg_{}", name.trim_start_matches('_')) } else { name }
}
