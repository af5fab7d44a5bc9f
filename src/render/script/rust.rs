//! Scripts in Rust: a `main.rs` with one function per call, and the content of its `Cargo.toml` in a comment at the
//! top.
//!
//! The list of calls comes last, when all are known; so only their names are stored until then. All other items have
//! capitalized names, so they cannot collide with functions, whose names are derived from the panel's.

use super::{Script, Step, parts};
use crate::clean::Value;
use crate::render::formats::rust::{Address, push_function};
use crate::render::quote::literal;
use crate::render::{CallOptions, RenderError, Role, Snippet};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The script of [`super::super::formats::rust`].
#[derive(Debug, Default)]
pub(crate) struct Main {
    /// The variable with the login.
    login: Option<&'static str>,
    /// The body of the function that makes the calls.
    calls: String,
}

/// The whole program, and the marks between its parts.
const PROGRAM: &str = include_str!("program.rs");
const MARKS: [&str; 3] = ["@url", "\n// @functions\n", "        // @calls\n"];

impl Script for Main {
    fn begin(&mut self, options: &CallOptions, out: &mut Snippet) {
        self.login = options.auth.parameter().map(|(_, variable)| variable);
        let ([before_url, behind_url, _], _) = parts(PROGRAM, MARKS);
        out.push(before_url);
        out.push(options.base());
        out.push(behind_url);
    }

    fn call(&mut self, step: &Step<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
        out.push("\n");
        if let Some(comment) = step.comment {
            comment.push(step.request, out);
        }
        let name = push_function(step.request, options, Address::Constant, out)?;
        let mut function = Vec::new();
        literal::rust(&step.function(), &mut function);
        let values: Vec<String> = step
            .request
            .params()
            .filter_map(|argument| match argument.value {
                Value::Variable(variable) => Some(format!("&Self::variable(\"{variable}\")?")),
                Value::Text(_) | Value::Env(_) => None,
            })
            .collect();
        let call = if values.is_empty() { name } else { format!("|| {name}({})", values.join(", ")) };
        let start = if step.skipped { "        // " } else { "        " };
        if step.skipped {
            self.calls.push_str(start);
            self.calls.push_str("Not run, since it deletes something: uncomment it, or convert with --with-deletes.\n");
        }
        let function = String::from_utf8_lossy(&function);
        // Writing to memory cannot fail.
        let _ = writeln!(self.calls, "{start}self.call({}, {function}, {call})?;", step.number);
        Ok(())
    }

    fn end(&mut self, variables: &BTreeSet<String>, out: &mut Snippet) {
        let ([.., before_calls], rest) = parts(PROGRAM, MARKS);
        out.push(before_calls);
        for variable in self.login.into_iter().chain(variables.iter().map(String::as_str)) {
            out.push("        ");
            out.mark(Role::Secret, |out| {
                out.extend_from_slice(format!("Self::variable(\"{variable}\")?;\n").as_bytes());
            });
        }
        out.push(&self.calls);
        out.push(rest);
    }
}
