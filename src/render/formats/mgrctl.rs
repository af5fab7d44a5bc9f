//! mgrctl: the panel's own command, run on the panel's machine with the rights of the user who runs it.
//!
//! ```text
//! /usr/local/mgr5/sbin/mgrctl -m billmgr processing.edit elid=14 'name=a b' sok=ok -e 'passwd=$PASSWD'
//! ```
//!
//! Values are not encoded here, so each word is quoted for the shell; mgrctl itself reads the variables of `-e`.

use crate::clean::Kept;
use crate::render::kit::{
    Argument, CallOptions, Comment, Info, MAX_ARGUMENT, MAX_COMMAND, RenderError, Request, Role, Script, Shell,
    Snippet, Step, Target, Value, Visible,
};
use crate::render::script::sh::{Command, Posix};

pub(crate) static TARGET: Mgrctl = Mgrctl;

/// See the module.
#[derive(Debug)]
pub(crate) struct Mgrctl;

const MGRCTL: &str = "/usr/local/mgr5/sbin/mgrctl -m ";

/// The kernel's cost of a word beside its bytes: the final NUL and a pointer, plus the same for a `-e`.
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
    let texts = request.params().filter_map(|argument| argument.value.text());
    out.push(shell.preamble([request.function_text()].into_iter().chain(texts)));
    out.push(MGRCTL);
    out.push(request.manager());
    out.push(" ");
    out.mark(Role::Function, |out| shell.word(&function, out));
    let mut words = Words { word: Vec::new(), len: 0 };
    // `try_for_each`, unlike `for`, has an inner loop for each range of parameters.
    request.params().try_for_each(|argument| {
        if words.push_safe(&argument, out) {
            return Ok(());
        }
        let word = words.next(&argument)?;
        if !matches!(argument.value, Value::Env(_)) {
            out.push(" ");
            shell.word(word, &mut out.text);
        }
        if let Value::Variable(variable) = &argument.value {
            out.mark(Role::Secret, |out| shell.variable(variable, out));
        }
        Ok(())
    })?;
    if words.len > MAX_COMMAND {
        return Err(RenderError::LongCommand);
    }
    let special = if request.clean.special_params > 0 { &request.clean.kept[..] } else { &[] };
    for kept in special {
        let Kept::Param(argument @ Argument { value: Value::Env(_), .. }) = kept else { continue };
        let word = words.next(argument)?;
        out.push(" -e ");
        out.mark(Role::Secret, |out| shell.word(word, out));
    }
    Ok(())
}

/// Builds the words of the command, and adds up their length.
struct Words {
    word: Vec<u8>,
    /// The length of all words as the kernel counts it.
    len: usize,
}

impl Words {
    /// Appends an argument that needs neither decoding nor quoting, as nearly all. Returns false for others.
    #[inline]
    fn push_safe(&mut self, argument: &Argument<'_>, out: &mut Snippet) -> bool {
        let Argument { name, value: Value::Text(value) } = argument else { return false };
        let [name_bytes, value_bytes] = [name.bytes(), value.bytes()];
        let len = name_bytes.len() + 1 + value_bytes.len();
        let is_safe =
            name.is_safe() && value.is_safe() && !matches!(name_bytes, [] | [b'-', ..]) && len <= MAX_ARGUMENT;
        if is_safe {
            self.len += len + PER_WORD;
            for text in [b" ", name_bytes, b"=", value_bytes] {
                out.text.extend_from_slice(text);
            }
        }
        is_safe
    }

    /// The word of an argument. It ends before the value of a variable, unless mgrctl itself reads the variable.
    fn next(&mut self, argument: &Argument<'_>) -> Result<&[u8], RenderError> {
        self.word.clear();
        argument.name.decode_into(&mut self.word);
        let name = self.word.len();
        self.word.push(b'=');
        match &argument.value {
            Value::Text(value) => value.decode_into(&mut self.word),
            Value::Variable(_) => {}
            Value::Env(variable) => {
                self.word.push(b'$');
                self.word.extend_from_slice(variable.as_bytes());
            }
        }
        self.len += self.word.len() + PER_WORD;
        let name = &self.word[..name];
        let shown = || Visible(name).to_string();
        check(&self.word, shown)?;
        if name.starts_with(b"-") {
            return Err(RenderError::LooksLikeOption(shown()));
        }
        if name.contains(&b'=') {
            return Err(RenderError::EqualsInName(shown()));
        }
        Ok(&self.word)
    }
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

    /// mgrctl needs none: it runs with the rights of the script.
    fn push_settings(&self, _: &CallOptions, _: &mut Snippet) {}

    fn push_call(&self, step: &Step<'_>, _: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
        push_command(step.request, Shell::Sh, out)
    }
}

/// Checks the limits of a word of a command line.
fn check(word: &[u8], what: impl Fn() -> String) -> Result<(), RenderError> {
    if word.contains(&0) {
        Err(RenderError::Nul(what()))
    } else if word.len() > MAX_ARGUMENT {
        Err(RenderError::LongArgument(what()))
    } else {
        Ok(())
    }
}
