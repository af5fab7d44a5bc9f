//! Secrets of a curl line: the variables that are piped to curl, so that none of them is an argument.

use crate::clean::{CleanRequest, Kept};
use crate::render::kit::{Auth, RenderError, Role, Snippet};

/// Descriptors 3 to 9, which have one-digit names in every shell, and standard input.
const MAX_SECRETS: usize = 8;

/// The variables that are piped to curl, in the order of their options.
pub(super) struct Secrets<'a> {
    login: Option<&'a str>,
    others: Vec<&'a str>,
    used: usize,
}

impl<'a> Secrets<'a> {
    pub(super) fn new(auth: Auth, request: &'a CleanRequest<'_>) -> Result<Self, RenderError> {
        let login = auth.parameter().map(|(_, variable)| variable);
        let kept = if request.special_params > 0 { &request.kept[..] } else { &[] };
        let others = kept.iter().filter_map(|kept| match kept {
            Kept::Param(param) => param.value.variable(),
            Kept::Range(_) => None,
        });
        let secrets = Self { login, others: others.collect(), used: 0 };
        if secrets.count() > MAX_SECRETS { Err(RenderError::ManySecrets(MAX_SECRETS)) } else { Ok(secrets) }
    }

    fn count(&self) -> usize {
        usize::from(self.login.is_some()) + self.others.len()
    }

    /// Appends the command up to and including the word `curl`.
    pub(super) fn push_pipes(&self, out: &mut Snippet) {
        if let Some(login) = self.login {
            push_printf(login, out);
        }
        if self.others.is_empty() {
            return out.push("curl");
        }
        // curl omits a parameter whose file is empty; a call without its password must not be made.
        out.push("sh -c ':");
        for other in &self.others {
            out.mark(Role::Secret, |out| [" \"${", other, ":?}\""].iter().for_each(|part| out.extend(part.bytes())));
        }
        out.push("; ");
        for (index, other) in self.others.iter().enumerate() {
            if index > 0 || self.login.is_some() {
                out.push("{ ");
            }
            push_printf(other, out);
        }
        out.push("curl \"$@\"");
        for descriptor in (3..2 + self.count()).rev() {
            out.push(&format!("; }} {descriptor}<&0"));
        }
        out.push("' sh");
    }

    /// The file for the next variable: each except the last has a descriptor, the last is standard input.
    pub(super) fn next_file(&mut self) -> String {
        self.used += 1;
        if self.used == self.count() { "-".to_owned() } else { format!("/dev/fd/{}", 2 + self.used) }
    }
}

fn push_printf(variable: &str, out: &mut Snippet) {
    out.push("printf %s ");
    out.mark(Role::Secret, |out| {
        out.extend_from_slice(["\"$", variable, "\""].concat().as_bytes());
    });
    out.push(" | ");
}
