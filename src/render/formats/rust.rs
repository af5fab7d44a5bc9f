//! rust: a function with `reqwest::blocking` that compiles without warnings, with this in `Cargo.toml`:
//!
//! ```toml
//! reqwest = { version = "0.12", default-features = false, features = ["blocking", "rustls-tls"] }
//! ```
//!
//! It is named after the panel's function; a name that an earlier snippet uses gets `_2`. A value that is not UTF-8
//! cannot be a Rust string, so such a form is sent as encoded text.

mod body;

use crate::render::kit::{CallOptions, Comment, Info, Method, RenderError, Request, Role, Script, Snippet, Target};
use crate::render::script::rust::Main;
use body::Body;

pub(crate) static TARGET: Rust = Rust;

/// See the module.
#[derive(Debug)]
pub(crate) struct Rust;

impl Target for Rust {
    fn info(&self) -> Info {
        Info {
            name: "rust",
            about: "a function on reqwest::blocking; the login comes from $MGR_AUTHINFO",
            extension: "rs",
            comment: Some(Comment::line("//")),
        }
    }

    fn depends_on_earlier(&self) -> bool {
        true
    }

    fn script(&self) -> Option<Box<dyn Script>> {
        Some(Box::new(Main::default()))
    }

    fn render(&self, request: &Request<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
        push_function(request, options, Address::Written, out).map(drop)
    }
}

/// How a function contains the URL of the panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Address {
    /// As a literal.
    Written,
    /// As the constant `URL`, which is defined at the top of a script.
    Constant,
}

impl Address {
    fn expression(self, request: &Request<'_>, options: &CallOptions) -> String {
        let mut endpoint = Vec::new();
        match self {
            Self::Constant if options.wants_manager() => return format!("[URL, \"/{}\"].concat()", request.manager()),
            Self::Constant => return "URL".to_owned(),
            Self::Written => options.push_endpoint(request.manager(), &mut endpoint),
        }
        format!("\"{}\"", String::from_utf8_lossy(&endpoint))
    }
}

/// Appends the function of a call, and returns its name.
///
/// # Errors
/// See [`Target::render`].
pub(crate) fn push_function(
    request: &Request<'_>,
    options: &CallOptions,
    address: Address,
    out: &mut Snippet,
) -> Result<String, RenderError> {
    let body = Body::new(request, options.auth);
    if options.method == Method::Get && body.form.encoded_len() > LONGEST_QUERY {
        return Err(RenderError::LongAddress(LONGEST_QUERY));
    }
    let name = out.unique(&identifier(&request.action()));
    // An unused function is a warning in a program, but not in a library. This one will be used later.
    out.push("#[allow(dead_code)]\nfn ");
    out.mark(Role::Function, |out| out.extend_from_slice(name.as_bytes()));
    out.push("(");
    body.push_arguments(out);
    out.push(") -> Result<String, Box<dyn std::error::Error>> {\n");
    body.push_variables(out);
    body.push_fields(out);
    out.push("    let client = reqwest::blocking::Client::builder()");
    if options.insecure {
        out.push(".danger_accept_invalid_certs(true)");
    }
    out.push(".build()?;\n    let request = client.");
    let endpoint = address.expression(request, options);
    let pairs = if body.form.fields.len() > LONGEST_ARRAY { "&form[..]" } else { "&form" };
    out.push(&match (options.method, body.is_text) {
        (Method::Post, true) => format!("post({endpoint}).form({pairs})"),
        (Method::Get, true) => format!("get({endpoint}).query({pairs})"),
        (Method::Post, false) => format!("post({endpoint}).header(\"Content-Type\", \"{FORM_TYPE}\").body(form)"),
        (Method::Get, false) if address == Address::Written => {
            format!("get([\"{}?\", &form].concat())", endpoint.trim_matches('"'))
        }
        (Method::Get, false) => format!("get(format!(\"{{}}?{{form}}\", {endpoint}))"),
    });
    out.push(match options.method {
        Method::Post => ";\n    Ok(request.send()?.error_for_status()?.text()?)\n}\n",
        Method::Get => WITHOUT_ADDRESS,
    });
    Ok(name)
}

/// The longest URL of reqwest is 65,534 bytes; this leaves space for the panel's URL and a login.
const LONGEST_QUERY: usize = 64_000;

/// serde supports arrays up to this length, and slices of any length.
const LONGEST_ARRAY: usize = 32;

const FORM_TYPE: &str = "application/x-www-form-urlencoded";

/// The end of a call with GET: errors of reqwest show the URL, which contains the login here.
const WITHOUT_ADDRESS: &str = ";
    let answer = request.send().and_then(|answer| answer.error_for_status()?.text());
    // An error would show the address, and the login in it.
    Ok(answer.map_err(reqwest::Error::without_url)?)
}
";

/// Keywords, which cannot name a function, and `main`, which a program already has.
const TAKEN: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "main",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super",
    "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// `processing.edit` becomes `processing_edit`; snake case avoids warnings of rustc.
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
        let mut get = CallOptions::default();
        get.method = Method::Get;
        let mut said = Vec::new();
        scan(line.as_bytes(), Source::stdin(), &ScanOptions::default(), |_, event| {
            let Event::Request(request) = event else { panic!("{event:?}") };
            let render = |options| Rust.render(request, options, &mut Snippet::default());
            said.extend([&get, &CallOptions::default()].map(render));
            Ok(())
        })
        .expect("memory can be read");
        assert_eq!(said, [Err(RenderError::LongAddress(LONGEST_QUERY)), Ok(())]);
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
