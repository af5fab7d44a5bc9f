//! curl in PowerShell: the parameters as one string that goes to curl's standard input.
//!
//! ```text
//! 'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO) + '&func=...' | curl.exe -sS -d '@-' https://localhost:1500/billmgr
//! ```
//!
//! Between the quotes stand letters, digits and `.-_%&=` only, so of PowerShell's quotes, typographic ones among them, and
//! of its escapes none occurs. What comes from the environment is percent-encoded by .NET: the string is ASCII, and no
//! encoding that a pipe is set to can change it. The pipe adds a line end, and `-d @-` drops line ends; the text itself
//! has none. No secret and no parameter is an argument, so neither `ps` nor Windows' limit of 32,767 characters matters.

use super::{OUT, push_flags};
use crate::render::kit::{CallOptions, Request, Role, Snippet, Text, Value};

/// Appends the line.
pub(super) fn push(request: &Request<'_>, options: &CallOptions, out: &mut Snippet) {
    for argument in request.params_with_out(OUT) {
        if let Some(variable) = argument.value.variable() {
            // Without it the call would not be the one that was meant.
            out.push(&format!("if (!$env:{variable}) {{ throw '{variable} is not set' }}; "));
        }
    }
    out.push("'");
    if let Some((name, variable)) = options.auth.parameter() {
        push_variable(&Text::plain(name.as_bytes()), variable, out);
        out.push("&");
    }
    out.push("func=");
    out.mark(Role::Function, |out| request.function_text().encode(out));
    for argument in request.params_with_out(OUT) {
        out.push("&");
        match argument.value {
            Value::Text(value) => {
                argument.name.encode(&mut out.text);
                out.push("=");
                value.encode(&mut out.text);
            }
            Value::Env(variable) | Value::Variable(variable) => {
                push_variable(&argument.name, &variable, out);
            }
        }
    }
    out.push("' | curl.exe -sS");
    push_flags(options, out);
    out.push(if options.has_brackets() { " -d '@-' '" } else { " -d '@-' " });
    options.push_endpoint(request.manager(), &mut out.text);
    out.push(if options.has_brackets() { "'\n" } else { "\n" });
}

/// Appends `name=` and a variable's value, and leaves the string open.
fn push_variable(name: &Text<'_>, variable: &str, out: &mut Snippet) {
    name.encode(&mut out.text);
    out.push("=' + ");
    out.mark(Role::Secret, |out| out.extend_from_slice(format!("[uri]::EscapeDataString($env:{variable})").as_bytes()));
    out.push(" + '");
}
