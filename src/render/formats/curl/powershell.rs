//! curl in PowerShell: the parameters as one string that is piped to curl's standard input.
//!
//! ```text
//! if (!$env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }; 'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO) +
//!     '&func=...' | curl.exe -sSf -d '@-' https://localhost:1500/billmgr
//! ```
//!
//! The quotes contain only letters, digits and `.-_%&=`, so none of PowerShell's quotes, typographic ones included, or
//! escapes occurs. .NET percent-encodes values from the environment, so the string is ASCII and the encoding of the
//! pipe does not matter. The pipe adds a line end, and `-d @-` removes line ends; the text itself contains none.
//! Neither secrets nor parameters are arguments, so they do not show in `ps`, and Windows' limit of 32,767 characters
//! does not matter.

use super::{OUT, push_flags};
use crate::render::kit::{CallOptions, Request, Role, Snippet, Text, Value};

/// Appends the line.
pub(super) fn push(request: &Request<'_>, options: &CallOptions, out: &mut Snippet) {
    // Without one of them, this would be another call.
    if let Some((_, variable)) = options.auth.parameter() {
        push_condition(variable, out);
    }
    for argument in request.params_with_out(OUT) {
        if let Some(variable) = argument.value.variable() {
            push_condition(variable, out);
        }
    }
    out.push(if options.check { "$answer = '" } else { "'" });
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
    out.push("' | curl.exe");
    push_flags(options, out);
    out.push(if options.has_brackets() { " -d '@-' '" } else { " -d '@-' " });
    options.push_endpoint(request.manager(), &mut out.text);
    out.push(if options.has_brackets() { "'" } else { "" });
    if options.check {
        out.push(CHECK);
    }
    out.push("\n");
}

/// Prints the answer, and throws if it reports an error or is incomplete.
const CHECK: &str = " | Out-String; $answer; \
    if ($LASTEXITCODE -or $answer -notmatch '\\S' -or $answer -cmatch '^\\s*ERROR' -or \
    ($answer -match '^\\s*<' -and $answer -match '<(error[ />]|html|!doctype html)')) { throw 'the call failed' }; \
    if ($answer -match '^\\s*[[{]') { $json = $answer | ConvertFrom-Json; \
    if ($null -ne $json.error -or $null -ne $json.doc.error) { throw 'the panel answered with an error' } }";

fn push_condition(variable: &str, out: &mut Snippet) {
    out.push(&format!("if (!$env:{variable}) {{ throw '{variable} is not set' }}; "));
}

/// Appends `name=` and a variable's value, and leaves the string open.
fn push_variable(name: &Text<'_>, variable: &str, out: &mut Snippet) {
    name.encode(&mut out.text);
    out.push("=' + ");
    out.mark(Role::Secret, |out| out.extend_from_slice(format!("[uri]::EscapeDataString($env:{variable})").as_bytes()));
    out.push(" + '");
}
