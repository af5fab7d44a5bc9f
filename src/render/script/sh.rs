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
//! and a variable that is missing would be missed in the middle. An answer is judged by awk, which every Unix has; jq is on
//! few panels.

use super::{Script, Step};
use crate::render::quote::Shell;
use crate::render::{Setup, Snippet, Unsayable};
use std::collections::BTreeSet;

/// Variables of every script, which a value cannot come from.
pub const OWN: [&str; 7] = ["answer", "function", "judged", "lf", "made", "number", "url"];

/// What differs between the programs that a script calls.
pub trait Command: std::fmt::Debug + Send {
    /// What the program is called in messages.
    fn name(&self) -> &'static str;

    /// Whether a call that worked may print nothing.
    fn may_be_silent(&self) -> bool;

    /// Appends what must be set before any call: variables, with their checks.
    fn push_settings(&self, setup: &Setup, out: &mut Snippet);

    /// Appends the command, without its line end.
    ///
    /// # Errors
    /// As of [`Script::call`].
    fn push_call(&self, step: &Step<'_>, setup: &Setup, out: &mut Snippet) -> Result<(), Unsayable>;
}

/// A script of one command's calls.
#[derive(Debug)]
pub struct Posix<C>(pub C);

const HEAD: &str = "\
#!/bin/sh
# Calls to a panel in the order of its log. Read them before you run this. The first error ends it. Answers go to
# standard output, all else to standard error.
# What stands in single quotes is meant as it stands, and all calls may be commented out:
# shellcheck disable=SC2016,SC2034
set -eu
# A reader that has gone makes a write fail, and that is told.
trap : PIPE

";

/// The walk over JSON: cut at its quotes, text and structure take turns, but for quotes that a backslash escapes. `doc`
/// is told from what lies deeper, where a list may well have a column called `error`.
const FUNCTIONS: &str = r#"# Says which call comes now: its number and its function.
step() {
    number=$1
    function=$2
    answer=
}

# Says why no more calls are made.
stop() {
    [ -z "$answer" ] || printf '%s\n' "$answer" || :
    printf 'stopped at call %s (%s): %s; calls made before it: %s\n' "$number" "$function" "$1" "$made" >&2
    exit 1
}

# Looks for the panel's error, which does not show in the status: "error" in a JSON document or in its "doc", the element
# <error>, or text that starts with ERROR. No answer, half a JSON document and a web page are no success either.
check() {
    judged=0
    printf '%s\n' "$answer" | LC_ALL=C awk '
        BEGIN { RS = "\"" }
        /[^ \t\r\n]/ && kind == "" {
            kind = "text"
            if ($0 ~ /^[ \t\r\n]*[[{]/) kind = "json"
            if ($0 ~ /^[ \t\r\n]*</) kind = "xml"
            if ($0 ~ /^[ \t\r\n]*ERROR/) failed = 1
        }
        kind != "json" {
            if (kind == "xml" && tolower($0) ~ /<(error[ \/>]|html|!doctype html)/) failed = 1
            next
        }
        quoted {
            word = word $0
            if (match($0, /\\+$/) && RLENGTH % 2) word = word "\""
            else quoted = 0
            next
        }
        {
            gsub(/[ \t\r\n]/, "")
            if ($0 ~ /^:/ && word == "error" && (depth == 1 || (depth == 2 && doc))) failed = 1
            if ($0 ~ /^:/ && depth == 1) doc = (word == "doc")
            depth += gsub(/[[{]/, "") - gsub(/[]}]/, "")
            word = ""
            quoted = 1
        }
        END { exit failed ? 3 : kind == "" ? 4 : kind == "json" && depth != 0 ? 5 : 0 }
    ' >/dev/null || judged=$?
    case $judged in
        0) ;;
        3) stop 'the panel answered with an error' ;;
        4) @silence ;;
        5) stop 'half an answer' ;;
        *) stop 'awk cannot read the answer' ;;
    esac
    [ -z "$answer" ] || printf '%s\n' "$answer" || {
        answer=
        stop 'its answer cannot be written'
    }
    made=$((made + 1))
}

# All calls, which find nothing to read. A shell reads this to its end before it runs the first one.
calls() {
    made=0
"#;

/// Without awk no answer could be judged; that is too late to find out when the first call has been made.
const AWK: &str = "\
awk 'BEGIN { exit 0 }' </dev/null >/dev/null || {
    printf 'no call was made: awk, which looks for errors in the answers, does not run\\n' >&2
    exit 1
}
";

impl<C: Command> Script for Posix<C> {
    fn begin(&mut self, setup: &Setup, out: &mut Snippet) {
        out.push(HEAD);
        self.0.push_settings(setup, out);
        let silence = if self.0.may_be_silent() { "" } else { " stop 'no answer'" };
        out.push(&FUNCTIONS.replace(" @silence", silence));
    }

    fn call(&mut self, step: &Step<'_>, setup: &Setup, out: &mut Snippet) -> Result<(), Unsayable> {
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
        self.0.push_call(step, setup, out)?;
        out.push(&format!(") || stop '{} failed'\n{start}check\n", self.0.name()));
        Ok(())
    }

    fn end(&mut self, variables: &BTreeSet<String>, out: &mut Snippet) {
        // A shell may read the script from its standard input; a command that reads there would take the rest of it.
        out.push("} </dev/null\n\n");
        out.push(AWK);
        for variable in variables {
            out.push(&format!(": \"${{{variable}:?a call takes a value from it; set it and run this again}}\"\n"));
            out.push(&format!("export {variable}\n"));
        }
        out.push("calls\nprintf 'calls made: %s\\n' \"$made\" >&2\n");
    }
}
