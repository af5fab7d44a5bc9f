//! Scripts for a POSIX shell: the common part of curl and mgrctl. dash, bash, busybox and ksh run them alike.
//!
//! ```text
//! calls() {
//!     # Jun 25 09:07:51 root as admin, processing.edit, changes data
//!     step 1 processing.edit
//!     answer=$(printf %s "$MGR_AUTHINFO" | curl ... "$url/billmgr") || stop 'curl failed'
//!     check
//! }
//! ```
//!
//! The calls are inside a function, because a shell runs a script while it reads it: a truncated file would run in
//! part, and a missing variable would be noticed only halfway. They read `/dev/null`: a shell may read the script from
//! its standard input, and a command that reads there would consume the rest of it. awk checks the answers, because
//! every Unix has it; few panels have jq. The script checks for awk at its start: after the first call it would be too
//! late.

use super::{Script, Step, judge, parts};
use crate::render::quote::Shell;
use crate::render::{CallOptions, RenderError, Snippet};
use std::collections::BTreeSet;

/// Variables of every script, which values cannot come from.
pub(crate) const OWN: [&str; 7] = ["answer", "function", "judged", "lf", "made", "number", "url"];

/// The differences between the programs that a script calls.
pub(crate) trait Command: std::fmt::Debug + Send {
    /// The program's name in messages.
    fn name(&self) -> &'static str;

    /// Whether a successful call may print nothing.
    fn may_be_silent(&self) -> bool;

    /// Appends the settings before all calls: variables, with their checks.
    fn push_settings(&self, options: &CallOptions, out: &mut Snippet);

    /// Appends the command, without its line end.
    ///
    /// # Errors
    /// See [`Script::call`].
    fn push_call(&self, step: &Step<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError>;
}

/// A script of calls of one command.
#[derive(Debug)]
pub(crate) struct Posix<C>(pub C);

/// The whole script, and the marks between its parts.
const PROGRAM: &str = include_str!("program.sh");
const MARKS: [&str; 4] = ["# @settings\n", "# @judge\n", "# @calls\n", "# @variables\n"];

impl<C: Command> Script for Posix<C> {
    fn begin(&mut self, options: &CallOptions, out: &mut Snippet) {
        let ([head, before_judge, behind_judge, _], _) = parts(PROGRAM, MARKS);
        out.push(head);
        self.0.push_settings(options, out);
        out.push(before_judge);
        for line in judge::PROGRAM.lines() {
            out.push("        ");
            out.push(line);
            out.push("\n");
        }
        let silence = " stop 'no answer'";
        out.push(&if self.0.may_be_silent() { behind_judge.replace(silence, "") } else { behind_judge.to_owned() });
    }

    fn call(&mut self, step: &Step<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
        out.push("\n");
        if let Some(comment) = step.comment {
            out.push("    ");
            comment.push(step.request, out);
        }
        if step.skipped {
            out.push("    # Not run, since it deletes something: uncomment it, or convert with --with-deletes.\n");
        }
        let start = if step.skipped { "    # " } else { "    " };
        out.push(start);
        out.push(&format!("step {} ", step.number));
        Shell::Sh.word(step.function().as_bytes(), &mut out.text);
        out.push("\n");
        out.push(start);
        out.push("answer=$(");
        self.0.push_call(step, options, out)?;
        out.push(&format!(") || stop '{} failed'\n{start}check\n", self.0.name()));
        Ok(())
    }

    fn end(&mut self, variables: &BTreeSet<String>, out: &mut Snippet) {
        let ([.., behind_calls], rest) = parts(PROGRAM, MARKS);
        out.push(behind_calls);
        for variable in variables {
            out.push(&format!(": \"${{{variable}:?a call takes a value from it; set it and run this again}}\"\n"));
            out.push(&format!("export {variable}\n"));
        }
        out.push(rest);
    }
}
