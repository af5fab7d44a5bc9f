//! mgrctl: the panel's own command, run on the panel's machine with the rights of the user who runs it.
//!
//! ```text
//! /usr/local/mgr5/sbin/mgrctl -m billmgr processing.edit elid=14 'name=a b' sok=ok -e 'passwd=$PASSWD'
//! ```
//!
//! Values are plain here, not encoded, so each word goes through the shell's quoting; mgrctl itself reads the variables
//! of `-e`.

use crate::render::kit::{
    CallOptions, Comment, Info, MAX_ARGUMENT, MAX_COMMAND, RenderError, Request, Role, Script, Shell, Snippet, Step,
    Target, Value, Visible,
};
use crate::render::script::sh::{Command, Posix};

/// The target.
pub(crate) static TARGET: Mgrctl = Mgrctl;

/// See the module.
#[derive(Debug)]
pub(crate) struct Mgrctl;

const MGRCTL: &str = "/usr/local/mgr5/sbin/mgrctl -m ";

/// What the kernel counts for a word beside its bytes: the final NUL, a pointer, and as much again for a `-e`.
const PER_WORD: usize = 1 + 8 + 3 + 8;

impl Target for Mgrctl {
    fn info(&self) -> Info {
        Info {
            name: "mgrctl",
            about: "a command line for the panel's own machine",
            extension: "sh",
            comment: Some(Comment::line("#").keeping(b"@")),
        }
    }

    fn script(&self) -> Option<Box<dyn Script>> {
        Some(Box::new(Posix(Calls)))
    }

    fn render(&self, request: &Request<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
        if options.powershell {
            return Err(RenderError::PowerShell);
        }
        push_command(request, options.shell, out)?;
        out.push("\n");
        Ok(())
    }
}

/// Appends the command without its line end.
fn push_command(request: &Request<'_>, shell: Shell, out: &mut Snippet) -> Result<(), RenderError> {
    let function = request.function();
    check(&function, || "the function".to_owned())?;
    if function.starts_with(b"-") {
        return Err(RenderError::LooksLikeOption("the function".to_owned()));
    }
    if function.contains(&b'=') {
        return Err(RenderError::LooksLikeParameter);
    }
    let mut words = Vec::new();
    let mut from_env = Vec::new();
    for argument in request.params() {
        let name = argument.name.decode();
        let shown = || Visible(&name).to_string();
        let mut word = name.to_vec();
        word.push(b'=');
        match &argument.value {
            Value::Text(value) => word.extend_from_slice(&value.decode()),
            Value::Variable(_) => {}
            Value::Env(variable) => word.extend_from_slice(format!("${variable}").as_bytes()),
        }
        check(&word, shown)?;
        if name.starts_with(b"-") {
            return Err(RenderError::LooksLikeOption(shown()));
        }
        if name.contains(&b'=') {
            return Err(RenderError::EqualsInName(shown()));
        }
        match argument.value {
            Value::Text(_) => words.push((word, None)),
            Value::Variable(variable) => words.push((word, Some(variable))),
            Value::Env(_) => from_env.push(word),
        }
    }
    if words.iter().map(|(word, _)| word).chain(&from_env).map(|word| word.len() + PER_WORD).sum::<usize>()
        > MAX_COMMAND
    {
        return Err(RenderError::LongCommand);
    }
    out.push(shell.preamble(words.iter().map(|(word, _)| &**word).chain([&*function])));
    out.push(MGRCTL);
    out.push(request.manager());
    out.push(" ");
    out.mark(Role::Function, |out| shell.word(&function, out));
    for (word, variable) in &words {
        out.push(" ");
        shell.word(word, &mut out.text);
        if let Some(variable) = variable {
            out.mark(Role::Secret, |out| shell.variable(variable, out));
        }
    }
    for word in &from_env {
        out.push(" -e ");
        out.mark(Role::Secret, |out| shell.word(word, out));
    }
    Ok(())
}

/// Calls of a script.
#[derive(Debug)]
struct Calls;

impl Command for Calls {
    fn name(&self) -> &'static str {
        "mgrctl"
    }

    fn may_be_silent(&self) -> bool {
        true
    }

    /// It needs none: it runs with the rights of the script.
    fn push_settings(&self, _: &CallOptions, _: &mut Snippet) {}

    fn push_call(&self, step: &Step<'_>, _: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
        push_command(step.request, Shell::Sh, out)
    }
}

/// What no word of a command line can be.
fn check(word: &[u8], what: impl Fn() -> String) -> Result<(), RenderError> {
    if word.contains(&0) {
        Err(RenderError::Nul(what()))
    } else if word.len() > MAX_ARGUMENT {
        Err(RenderError::LongArgument(what()))
    } else {
        Ok(())
    }
}
