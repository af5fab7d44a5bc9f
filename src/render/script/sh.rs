//! Scripts for a POSIX shell: what those of curl and mgrctl share. dash, bash, busybox and ksh read them alike.
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
//! The calls stand in a function, since a shell runs a script while it reads it: a file that was cut would run in part,
//! and a variable that is missing would be missed in the middle. They read `/dev/null`: a shell may read the script from its
//! standard input, and a command that reads there would take the rest of it. An answer is judged by awk, which every Unix
//! has; jq is on few panels. Without it no answer could be judged; that is too late to find out when the first call has
//! been made.
//!
//! The walk over JSON in `judge.awk`: cut at its quotes, text and structure take turns, but for quotes that a backslash
//! escapes. `doc` is told from what lies deeper, where a list may well have a column called `error`.

use super::{Script, Step, parts};
use crate::render::quote::Shell;
use crate::render::{CallOptions, RenderError, Snippet};
use std::collections::BTreeSet;

/// Variables of every script, which a value cannot come from.
pub(crate) const OWN: [&str; 7] = ["answer", "function", "judged", "lf", "made", "number", "url"];

/// What differs between the programs that a script calls.
pub(crate) trait Command: std::fmt::Debug + Send {
    /// What the program is called in messages.
    fn name(&self) -> &'static str;

    /// Whether a call that worked may print nothing.
    fn may_be_silent(&self) -> bool;

    /// Appends what must be set before any call: variables, with their checks.
    fn push_settings(&self, options: &CallOptions, out: &mut Snippet);

    /// Appends the command, without its line end.
    ///
    /// # Errors
    /// As of [`Script::call`].
    fn push_call(&self, step: &Step<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError>;
}

/// A script of one command's calls.
#[derive(Debug)]
pub(crate) struct Posix<C>(pub C);

/// The whole script, and marks where its parts differ.
const PROGRAM: &str = include_str!("program.sh");
const MARKS: [&str; 4] = ["# @settings\n", "# @judge\n", "# @calls\n", "# @variables\n"];

/// What an answer is judged by.
const JUDGE: &str = include_str!("judge.awk");

impl<C: Command> Script for Posix<C> {
    fn begin(&mut self, options: &CallOptions, out: &mut Snippet) {
        let ([head, before_judge, behind_judge, _], _) = parts(PROGRAM, MARKS);
        out.push(head);
        self.0.push_settings(options, out);
        out.push(before_judge);
        for line in JUDGE.lines() {
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
            out.push("    # Not run, since it deletes: uncomment it, or convert with --with-deletes.\n");
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
