//! rust: a function on `reqwest::blocking` that compiles without a warning as it stands, given this in `Cargo.toml`:
//!
//! ```toml
//! reqwest = { version = "0.12", default-features = false, features = ["blocking", "rustls-tls"] }
//! ```
//!
//! It is named after the panel's function; a name that an earlier snippet has gets `_2`. A value that is not UTF-8 cannot
//! be a Rust string, so such a form is sent as encoded text.

use super::super::{Auth, Comment, Method, Request, Role, Setup, Snippet, Target, Unsayable};
use crate::clean::ArgumentValue;
use crate::render::form::encoded_len;
use crate::render::quote::rust_literal;
use crate::render::script::Script;
use crate::render::script::rust::Main;
use crate::request::Text;

/// The target.
pub static TARGET: Rust = Rust;

/// See the module.
#[derive(Debug)]
pub struct Rust;

impl Target for Rust {
    fn name(&self) -> &'static str {
        "rust"
    }

    fn about(&self) -> &'static str {
        "a function on reqwest::blocking; the login comes from $MGR_AUTHINFO"
    }

    fn extension(&self) -> &'static str {
        "rs"
    }

    fn comment(&self) -> Option<Comment> {
        Some(Comment::line("//"))
    }

    fn depends_on_earlier(&self) -> bool {
        true
    }

    fn script(&self) -> Option<Box<dyn Script>> {
        Some(Box::new(Main::default()))
    }

    fn render(&self, request: &Request<'_>, setup: &Setup, out: &mut Snippet) -> Result<(), Unsayable> {
        push_function(request, setup, Address::Written, out).map(drop)
    }
}

/// How a function says where the panel is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Address {
    /// In full.
    Written,
    /// By the constant `URL`, which stands at the top of a script.
    Constant,
}

impl Address {
    fn expression(self, request: &Request<'_>, setup: &Setup) -> String {
        let mut endpoint = Vec::new();
        match self {
            Self::Constant if setup.wants_manager() => return format!("[URL, \"/{}\"].concat()", request.manager()),
            Self::Constant => return "URL".to_owned(),
            Self::Written => setup.push_endpoint(request.manager(), &mut endpoint),
        }
        format!("\"{}\"", String::from_utf8_lossy(&endpoint))
    }
}

/// Appends the function of a call; says its name.
///
/// # Errors
/// As of [`Target::render`].
pub fn push_function(
    request: &Request<'_>,
    setup: &Setup,
    address: Address,
    out: &mut Snippet,
) -> Result<String, Unsayable> {
    let form = Form::new(request, setup.auth);
    if setup.method == Method::Get && form.encoded_len() > LONGEST_QUERY {
        return Err(Unsayable::LongAddress(LONGEST_QUERY));
    }
    let name = out.unique(&identifier(&request.function()));
    // An unused function is a warning in a program but not in a library; this one is to be used later.
    out.push("#[allow(dead_code)]\nfn ");
    out.mark(Role::Function, |out| out.extend_from_slice(name.as_bytes()));
    out.push("(");
    form.push_arguments(out);
    out.push(") -> Result<String, Box<dyn std::error::Error>> {\n");
    form.push_variables(out);
    form.push_fields(out);
    out.push("    let client = reqwest::blocking::Client::builder()");
    if setup.insecure {
        out.push(".danger_accept_invalid_certs(true)");
    }
    out.push(".build()?;\n    let request = client.");
    let endpoint = address.expression(request, setup);
    let pairs = if form.fields.len() > LONGEST_ARRAY { "&form[..]" } else { "&form" };
    out.push(&match (setup.method, form.is_text) {
        (Method::Post, true) => format!("post({endpoint}).form({pairs})"),
        (Method::Get, true) => format!("get({endpoint}).query({pairs})"),
        (Method::Post, false) => format!("post({endpoint}).header(\"Content-Type\", \"{FORM_TYPE}\").body(form)"),
        (Method::Get, false) if address == Address::Written => {
            format!("get([\"{}?\", &form].concat())", endpoint.trim_matches('"'))
        }
        (Method::Get, false) => format!("get(format!(\"{{}}?{{form}}\", {endpoint}))"),
    });
    out.push(match setup.method {
        Method::Post => ";\n    Ok(request.send()?.error_for_status()?.text()?)\n}\n",
        Method::Get => WITHOUT_ADDRESS,
    });
    Ok(name)
}

/// What reqwest takes for an address is 65,534 bytes; this leaves room for the panel's own and for a login.
const LONGEST_QUERY: usize = 64_000;

/// serde knows arrays up to this length and slices of any.
const LONGEST_ARRAY: usize = 32;

const FORM_TYPE: &str = "application/x-www-form-urlencoded";

/// How a call in an address ends: errors of reqwest show the address, which holds the login here.
const WITHOUT_ADDRESS: &str = ";
    let answer = request.send().and_then(|answer| answer.error_for_status()?.text());
    // An error would show the address, and the login in it.
    Ok(answer.map_err(reqwest::Error::without_url)?)
}
";

/// The fields of the call in order, the login first.
struct Form<'a> {
    fields: Vec<Field<'a>>,
    /// Whether every field can be a Rust string; if not, all are percent-encoded text.
    is_text: bool,
}

struct Field<'a> {
    name: Text<'a>,
    value: FieldValue<'a>,
}

enum FieldValue<'a> {
    Text(Text<'a>),
    /// What the function is given by this name.
    Argument {
        local: String,
    },
    /// Of the environment variable, in this variable of the function.
    Env {
        variable: &'a str,
        local: String,
    },
}

impl<'a> Form<'a> {
    fn new(request: &'a Request<'_>, auth: Auth) -> Self {
        let plain = |text: &'static str| Text::plain(text.as_bytes());
        let mut fields = Vec::new();
        if let Some((name, variable)) = auth.parameter() {
            fields.push(Field { name: plain(name), value: FieldValue::Env { variable, local: "login".to_owned() } });
        }
        fields.push(Field { name: plain("func"), value: FieldValue::Text(request.function_text()) });
        let mut numbers = 1..;
        let mut locals: Vec<String> = Vec::new();
        fields.extend(request.params_with_out("json").map(|argument| {
            let value = match argument.value {
                ArgumentValue::Text(text) => FieldValue::Text(text),
                ArgumentValue::Variable(variable) => {
                    let mut local = local_name(variable);
                    while locals.contains(&local) {
                        local.push_str("_too");
                    }
                    locals.push(local.clone());
                    FieldValue::Argument { local }
                }
                ArgumentValue::Env(variable) => {
                    let number: u32 = numbers.next().unwrap_or_default();
                    FieldValue::Env { variable, local: format!("secret_{number}") }
                }
            };
            Field { name: argument.name, value }
        }));
        let is_utf8 = |text: &Text<'_>| std::str::from_utf8(&text.decode()).is_ok();
        let is_text = fields.iter().all(|field| {
            is_utf8(&field.name) && if let FieldValue::Text(text) = &field.value { is_utf8(text) } else { true }
        });
        Self { fields, is_text }
    }

    /// How long the form is in an address, in bytes, as far as that is known.
    fn encoded_len(&self) -> usize {
        encoded_len(self.fields.iter().map(|field| {
            let value = if let FieldValue::Text(text) = &field.value { Some(text) } else { None };
            (&field.name, value)
        }))
    }

    fn push_arguments(&self, out: &mut Snippet) {
        let mut separator = "";
        for field in &self.fields {
            if let FieldValue::Argument { local } = &field.value {
                out.push(separator);
                out.mark(Role::Secret, |out| out.extend_from_slice(format!("{local}: &str").as_bytes()));
                separator = ", ";
            }
        }
    }

    fn push_variables(&self, out: &mut Snippet) {
        for field in &self.fields {
            let local = match &field.value {
                FieldValue::Text(_) => continue,
                FieldValue::Argument { local } => local,
                FieldValue::Env { variable, local } => {
                    let get = format!("std::env::var(\"{variable}\").map_err(|_| \"{variable} is not set\")?");
                    out.mark(Role::Secret, |out| {
                        out.extend_from_slice(format!("    let {local} = {get};\n").as_bytes());
                    });
                    local
                }
            };
            if !self.is_text {
                // The crate has no encoder for one value, but it can write a query with one that has no name.
                out.push(&format!(
                    "    let {local} = reqwest::Url::parse_with_params(\"form:\", [(\"\", {local})])?;\n"
                ));
            }
        }
    }

    fn push_fields(&self, out: &mut Snippet) {
        out.push("    let form = [\n");
        for (index, field) in self.fields.iter().enumerate() {
            out.push("        ");
            if self.is_text {
                field.push_pair(out);
            } else {
                field.push_encoded(if index == 0 { "" } else { "&" }, out);
            }
            out.push(",\n");
        }
        out.push(if self.is_text { "    ];\n" } else { "    ]\n    .concat();\n" });
    }
}

impl Field<'_> {
    /// `("name", "value")`
    fn push_pair(&self, out: &mut Snippet) {
        out.push("(");
        push_literal(&self.name, out);
        out.push(", ");
        match &self.value {
            FieldValue::Text(text) => push_literal(text, out),
            FieldValue::Env { local, .. } => out.push(&format!("{local}.as_str()")),
            FieldValue::Argument { local } => out.push(local),
        }
        out.push(")");
    }

    /// `"&name=value"`, or `"&name", query` where the query brings its own `=`.
    fn push_encoded(&self, separator: &str, out: &mut Snippet) {
        out.push("\"");
        out.push(separator);
        self.name.encode(&mut out.text);
        match &self.value {
            FieldValue::Text(text) => {
                out.push("=");
                text.encode(&mut out.text);
                out.push("\"");
            }
            FieldValue::Env { local, .. } | FieldValue::Argument { local } => {
                out.push(&format!("\", {local}.query().unwrap_or_default()"));
            }
        }
    }
}

fn push_literal(text: &Text<'_>, out: &mut Snippet) {
    rust_literal(&String::from_utf8_lossy(&text.decode()), &mut out.text);
}

/// Words that cannot name a function, and `main`, which a program has already.
const TAKEN: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "main",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super",
    "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// `ELID` becomes `elid`; a name that the function uses for itself gets a `_`.
fn local_name(variable: &str) -> String {
    const OWN: [&str; 5] = ["client", "form", "login", "request", "std"];
    let name = variable.to_ascii_lowercase();
    let own = OWN.contains(&&*name) || TAKEN.contains(&&*name) || name.starts_with("secret_") || name.starts_with('_');
    if own { format!("arg_{}", name.trim_start_matches('_')) } else { name }
}

/// `processing.edit` becomes `processing_edit`; snake case, so that rustc has nothing to say.
fn identifier(function: &[u8]) -> String {
    const LONGEST: usize = 60;
    let mut name = String::new();
    for &byte in function.iter().take(LONGEST) {
        if byte.is_ascii_alphanumeric() {
            name.push(byte.to_ascii_lowercase() as char);
        } else if !name.is_empty() && !name.ends_with('_') {
            name.push('_');
        }
    }
    let name = name.trim_end_matches('_');
    match name.bytes().next() {
        None => "call".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("call_{name}"),
        Some(_) if TAKEN.contains(&name) => format!("{name}_call"),
        Some(_) => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::{Event, ScanOptions, scan};
    use crate::source::Source;

    #[test]
    fn an_address_that_reqwest_would_refuse_is_not_written() {
        let line = format!("func=f&text={}\n", "x".repeat(LONGEST_QUERY));
        let mut get = Setup::default();
        get.method = Method::Get;
        let mut said = Vec::new();
        scan(line.as_bytes(), Source::stdin(), &ScanOptions::default(), |_, event| {
            let Event::Request(request) = event else { panic!("{event:?}") };
            let render = |setup| Rust.render(request, setup, &mut Snippet::default());
            said.extend([&get, &Setup::default()].map(render));
            Ok(())
        })
        .expect("memory can be read");
        assert_eq!(said, [Err(Unsayable::LongAddress(LONGEST_QUERY)), Ok(())]);
    }

    #[test]
    fn every_function_gets_a_valid_name() {
        for (function, name) in [
            ("processing.edit", "processing_edit"),
            ("Backup2.Item", "backup2_item"),
            ("move", "move_call"),
            ("main", "main_call"),
            ("2fa", "call_2fa"),
            ("..", "call"),
            ("a..b--", "a_b"),
            ("имя", "call"),
            ("x();panic!()", "x_panic"),
        ] {
            assert_eq!(identifier(function.as_bytes()), name);
        }
        assert!(identifier(&[b'a'; 1000]).len() <= 60);
        assert!(TAKEN.is_sorted());
    }
}
