//! Scripts in Rust: a `main.rs` with a function a call, and what goes into its `Cargo.toml` in a comment at the top.
//!
//! The list of calls comes last, when all are known; so their names, and nothing else, are kept until then. What is not
//! a call has a name with a capital, which no function that is named after a panel's can have.

use super::{Script, Step};
use crate::clean::Value;
use crate::render::formats::rust::{Address, push_function};
use crate::render::quote::rust_literal;
use crate::render::{Role, Setup, Snippet, Unsayable};
use std::collections::BTreeSet;
use std::fmt::Write;

/// See the module.
#[derive(Debug, Default)]
pub struct Main {
    /// The variable that holds the login.
    login: Option<&'static str>,
    /// The body of the function that makes the calls.
    calls: String,
}

const HEAD: &str = r#"//! Calls to a panel in the order of its log. Read them before you run this. The first error ends it. Answers go to
//! standard output, all else to standard error.
//!
//! In Cargo.toml, with `edition = "2024"`:
//!
//! [dependencies]
//! reqwest = { version = "0.12", default-features = false, features = ["blocking", "rustls-tls"] }
//! serde_json = "1"

"#;

const CHECK: &str = r#"
/// Makes calls until one fails.
struct Script {
    made: u64,
}

impl Script {
    fn call(
        &mut self,
        number: u64,
        function: &str,
        call: impl FnOnce() -> Result<String, Box<dyn std::error::Error>>,
    ) -> Result<(), String> {
        let made = self.made;
        let stop = |why: String| format!("stopped at call {number} ({function}): {why}; calls made before it: {made}");
        let answer = call().map_err(|error| stop(Self::reason(&*error)))?;
        let written = writeln!(std::io::stdout(), "{answer}");
        written.map_err(|error| stop(format!("its answer cannot be written: {error}")))?;
        Self::check(&answer).map_err(stop)?;
        self.made += 1;
        Ok(())
    }

    /// The error and what led to it.
    fn reason(error: &dyn std::error::Error) -> String {
        let causes = std::iter::successors(Some(error), |error| error.source());
        causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
    }

    /// Looks for the panel's error, which does not show in the status: "error" in a JSON document or in its "doc", the
    /// element <error>, or text that starts with ERROR. No answer, half a JSON document and a web page are no success either.
    fn check(answer: &str) -> Result<(), String> {
        let text = answer.trim_start();
        let lower = text.to_ascii_lowercase();
        let failed = if text.starts_with(['{', '[']) {
            let answer = serde_json::from_str::<serde_json::Value>(text).map_err(|error| error.to_string())?;
            answer.get("error").or(answer["doc"].get("error")).is_some()
        } else if text.starts_with('<') {
            ["<error ", "<error>", "<error/", "<html", "<!doctype html"].iter().any(|sign| lower.contains(sign))
        } else {
            text.starts_with("ERROR")
        };
        match text {
            "" => Err("no answer".to_owned()),
            _ if failed => Err("the panel answered with an error".to_owned()),
            _ => Ok(()),
        }
    }

    fn variable(name: &str) -> Result<String, String> {
        let value = std::env::var(name).unwrap_or_default();
        if value.is_empty() { Err(format!("{name} is not set: set it and run this again")) } else { Ok(value) }
    }
}

fn main() -> std::process::ExitCode {
    let mut script = Script { made: 0 };
    match script.calls() {
        Ok(()) => {
            eprintln!("calls made: {}", script.made);
            std::process::ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            std::process::ExitCode::FAILURE
        }
    }
}
"#;

impl Script for Main {
    fn begin(&mut self, setup: &Setup, out: &mut Snippet) {
        self.login = setup.auth.parameter().map(|(_, variable)| variable);
        out.push(HEAD);
        out.push("use std::io::Write;\n\n");
        out.push(&format!("const URL: &str = \"{}\";\n", setup.base()));
        out.push(CHECK);
    }

    fn call(&mut self, step: &Step<'_>, setup: &Setup, out: &mut Snippet) -> Result<(), Unsayable> {
        out.push("\n");
        if let Some(comment) = step.comment {
            comment.push(step.request, out);
        }
        let name = push_function(step.request, setup, Address::Constant, out)?;
        let mut function = Vec::new();
        rust_literal(&step.function(), &mut function);
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
            self.calls.push_str("Not run, since it deletes: uncomment it, or convert with --with-deletes.\n");
        }
        let function = String::from_utf8_lossy(&function);
        // Memory takes any text.
        let _ = writeln!(self.calls, "{start}self.call({}, {function}, {call})?;", step.number);
        Ok(())
    }

    fn end(&mut self, variables: &BTreeSet<String>, out: &mut Snippet) {
        out.push("\nimpl Script {\n    fn calls(&mut self) -> Result<(), String> {\n");
        for variable in self.login.into_iter().chain(variables.iter().map(String::as_str)) {
            out.push("        ");
            out.mark(Role::Secret, |out| {
                out.extend_from_slice(format!("Self::variable(\"{variable}\")?;\n").as_bytes());
            });
        }
        out.push(&self.calls);
        out.push("        Ok(())\n    }\n}\n");
    }
}
