//! curl: one line that means the same in bash, dash, zsh and fish.
//!
//! ```text
//! test -n "$MGR_AUTHINFO" && printf %s "$MGR_AUTHINFO" | curl -sSf --insecure --data-urlencode authinfo@- --data-raw 'func=...' https://localhost:1500/billmgr
//! ```
//!
//! The status is that of the call: without a login no call is made, and `-f` makes an answer such as 403 an error. A panel
//! reports its own errors with status 200; only `--check`, which pipes the answer through awk, sees them.
//!
//! Parameters are percent-encoded, so the quotes contain only characters that no shell interprets; `--data-raw` is used
//! because `--data` would read `@file` from a file. Secrets reach curl through pipes: an argument would show in `ps`,
//! and a typed one in the history. The login comes through standard input; for other secrets, a small `sh` script
//! checks that they are set and gives each pipe its own file descriptor.

mod powershell;
mod secrets;

use crate::clean::Kept;
use crate::render::kit::{
    Argument, CallOptions, Comment, Info, MAX_ARGUMENT, MAX_COMMAND, Method, RenderError, Request, Role, Script,
    Snippet, Step, Target, Text, Value, Visible,
};
use crate::render::script::judge;
use crate::render::script::sh::{Command, Posix};
use crate::request::ParamRange;
use secrets::Secrets;

pub(crate) static TARGET: Curl = Curl;

/// See the module.
#[derive(Debug)]
pub(crate) struct Curl;

/// The answer format if the request sets none.
const OUT: &str = "json";

/// The length, in bytes, at which another `--data-raw` is started.
const CHUNK: usize = 100_000;

impl Target for Curl {
    fn info(&self) -> Info {
        Info {
            name: "curl",
            about: "a command line for bash, dash, zsh and fish; the login comes from $MGR_AUTHINFO",
            extension: "sh",
            comment: Some(Comment::line("#").keeping(b"@")),
        }
    }

    fn script(&self) -> Option<Box<dyn Script>> {
        Some(Box::new(Posix(Calls)))
    }

    fn render(&self, request: &Request<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
        if options.powershell {
            powershell::push(request, options, out);
            return Ok(());
        }
        let start = out.text.len();
        if let Some((_, variable)) = options.auth.parameter() {
            let test = format!("test -n \"${variable}\" && ");
            out.mark(Role::Secret, |out| out.extend_from_slice(test.as_bytes()));
        }
        push_command(request, options, out)?;
        out.push(if options.has_brackets() { "'" } else { "" });
        options.push_endpoint(request.manager(), &mut out.text);
        out.push(if options.has_brackets() { "'" } else { "" });
        if options.check {
            out.push(" | LC_ALL=C awk '");
            out.push(&judge::ONE_LINE);
            out.push("'");
        }
        out.push("\n");
        check_length(&out.text[start..])
    }
}

/// Calls of a script, which has the URL and the login at its top.
#[derive(Debug)]
struct Calls;

impl Command for Calls {
    fn name(&self) -> &'static str {
        "curl"
    }

    /// A panel always answers with a document.
    fn may_be_silent(&self) -> bool {
        false
    }

    fn push_settings(&self, options: &CallOptions, out: &mut Snippet) {
        out.push(&format!("url='{}'\n", options.base()));
        let wants = match options.auth.parameter() {
            Some((_, "MGR_AUTHINFO")) => ": \"${MGR_AUTHINFO:?set it to login:password and run this again}\"\n\n",
            Some(_) => ": \"${MGR_SESSION:?set it to a session id and run this again}\"\n\n",
            None => "\n",
        };
        out.mark(Role::Secret, |out| out.extend_from_slice(wants.as_bytes()));
    }

    fn push_call(&self, step: &Step<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
        let start = out.text.len();
        push_command(step.request, options, out)?;
        out.push("\"$url");
        if options.wants_manager() {
            out.push("/");
            out.push(step.request.manager());
        }
        out.push("\"");
        check_length(&out.text[start..])
    }
}

/// Appends the command up to the URL.
fn push_command(request: &Request<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
    let secrets = Secrets::new(options.auth, &request.clean)?;
    secrets.push_pipes(out);
    push_flags(options, out);
    let mut data = Data { secrets, out, open: None };
    if let Some((name, _)) = options.auth.parameter() {
        data.secret(&Text::plain(name.as_bytes()));
    }
    data.function(&request.clean.function)?;
    for kept in &request.clean.kept {
        match kept {
            Kept::Range(range) => data.range(*range),
            Kept::Param(Argument { name, value: Value::Text(value) }) => data.text(name, value)?,
            Kept::Param(param) => data.secret(&param.name),
        }
    }
    request.clean.added(Some(OUT)).try_for_each(|(name, value)| data.text(&name, &value))?;
    data.close();
    out.push(" ");
    Ok(())
}

/// Appends the options that do not depend on the request.
fn push_flags(options: &CallOptions, out: &mut Snippet) {
    out.push(" -sSf");
    if options.insecure {
        out.push(" --insecure");
    }
    if options.has_brackets() {
        out.push(" -g");
    }
    if options.method == Method::Get {
        out.push(" -G");
    }
}

fn check_length(command: &[u8]) -> Result<(), RenderError> {
    if command.len() > MAX_COMMAND { Err(RenderError::LongCommand) } else { Ok(()) }
}

/// The options with the parameters; curl joins them with `&`.
struct Data<'a, 'o> {
    secrets: Secrets<'a>,
    out: &'o mut Snippet,
    /// The offset of the text of the open `--data-raw`.
    open: Option<usize>,
}

const DATA_RAW: &[u8] = b" --data-raw '";

impl Data<'_, '_> {
    fn function(&mut self, function: &Text<'_>) -> Result<(), RenderError> {
        self.open();
        let start = self.out.text.len();
        self.out.push("func=");
        self.out.mark(Role::Function, |out| function.encode(out));
        let long = self.out.text.len() - start > MAX_ARGUMENT;
        if long { Err(RenderError::LongArgument("the function".to_owned())) } else { Ok(()) }
    }

    fn text(&mut self, name: &Text<'_>, value: &Text<'_>) -> Result<(), RenderError> {
        // An escape of three bytes decodes to one byte, so a text more than three times too long need not be encoded.
        let is_hopeless = (name.bytes().len() + value.bytes().len()) / 3 > MAX_ARGUMENT;
        let is_long = is_hopeless
            || self.push(|out| {
                name.encode(out);
                out.push(b'=');
                value.encode(out);
            }) > MAX_ARGUMENT;
        if is_long { Err(RenderError::LongArgument(Visible(&name.decode()).to_string())) } else { Ok(()) }
    }

    fn range(&mut self, range: ParamRange<'_>) {
        self.push(|out| out.extend_from_slice(range.bytes()));
    }

    /// Appends text after an `&`, or as the start of a chunk; returns its length.
    #[inline]
    fn push(&mut self, write: impl FnOnce(&mut Vec<u8>)) -> usize {
        let chunk = self.open();
        let text = &mut self.out.text;
        let start = text.len();
        write(text);
        let len = text.len() - start;
        if text.len() - chunk > CHUNK && start > chunk {
            // Start a new chunk with this text: replace the `&` before it with the end of the last chunk.
            text.splice(start - 1..start, [b"'", DATA_RAW].concat());
            self.open = Some(start + DATA_RAW.len());
        }
        len
    }

    fn secret(&mut self, name: &Text<'_>) {
        self.close();
        let file = self.secrets.next_file();
        self.out.push(" ");
        self.out.mark(Role::Secret, |out| {
            out.extend_from_slice(b"--data-urlencode ");
            name.encode(out);
            out.push(b'@');
            out.extend_from_slice(file.as_bytes());
        });
    }

    /// Continues the open chunk or starts one; returns its offset.
    fn open(&mut self) -> usize {
        if let Some(start) = self.open {
            self.out.push("&");
            return start;
        }
        self.out.text.extend_from_slice(DATA_RAW);
        *self.open.insert(self.out.text.len())
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.out.push("'");
        }
    }
}
