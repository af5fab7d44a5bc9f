//! ansible: tasks with the uri module.
//!
//! The form is a list of encoded pairs: decoded text could be a Jinja template, or look like a number or a list. The
//! task with the login logs nothing; a separate task checks whether the panel accepted the call, and may show why not.
//! `lookup` reads the environment of the machine that runs the playbook.

use crate::render::kit::{
    Answer, CallOptions, Comment, Form, Info, Method, RenderError, Request, Role, Snippet, Target, inert,
};

pub(crate) static TARGET: Ansible = Ansible;

/// See the module.
#[derive(Debug)]
pub(crate) struct Ansible;

impl Target for Ansible {
    fn info(&self) -> Info {
        Info {
            name: "ansible",
            about: "Ansible tasks on the uri module; the login comes from $MGR_AUTHINFO",
            extension: "yml",
            comment: Some(Comment::line("#").keeping(b"@")),
        }
    }

    fn render(&self, request: &Request<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
        let form = Form::new(request, options.auth);
        let variables: Vec<&str> = form.variables().collect();
        if !variables.is_empty() {
            out.push("- name: Check that the environment has what the call needs\n  ansible.builtin.assert:\n");
            out.push("    that: lookup('ansible.builtin.env', item) != ''\n");
            out.push("    fail_msg: \"{{ item }} is not set\"\n    quiet: true\n");
            out.push(&format!("  loop: [{}]\n", variables.join(", ")));
        }
        out.push("- name: '");
        let mut name = Vec::new();
        inert(&request.action(), b"", &mut name);
        out.mark(Role::Function, |out| out.extend_from_slice(&name));
        out.push("'\n  ansible.builtin.uri:\n");
        let endpoint = options.endpoint(request.manager());
        out.push(&match options.method {
            Method::Post => format!(
                "    url: '{endpoint}'\n    method: POST\n    body_format: form-urlencoded\n    \
                 body: \"{{{{ form | join('&') }}}}\"\n"
            ),
            Method::Get => format!("    url: \"{endpoint}?{{{{ form | join('&') }}}}\"\n"),
        });
        if options.insecure {
            out.push("    validate_certs: false\n");
        }
        out.push("    return_content: true\n  vars:\n    form:\n");
        for field in &form.fields {
            out.push("      - ");
            let variable = |name: &str| format!("{{{{ lookup('ansible.builtin.env', '{name}') | urlencode }}}}\"");
            field.push_encoded("\"", variable, out);
            out.push("\n");
        }
        out.push("  register: answer\n  failed_when: false\n");
        if !variables.is_empty() {
            out.push("  no_log: true\n");
        }
        out.push("- name: 'Check the answer to ");
        out.text.extend_from_slice(&name);
        out.push("'\n  ansible.builtin.assert:\n    that:\n      - answer.status | default(0) == 200\n");
        out.push(match form.answer {
            Answer::Json => {
                "      - (answer.content | trim).startswith('{')\n      \
                 - (answer.content | from_json).doc.error is not defined\n"
            }
            Answer::Xml => "      - \"'<error' not in answer.content\"\n",
            Answer::Other => "",
        });
        // `status` is missing if the module did not run, `content` if the call was not made.
        let why =
            ["msg", "module_stderr", "content"].map(|key| format!("{{{{ answer.{key} | default('') }}}}")).join(" ");
        out.push(&format!("    fail_msg: \"The call failed: {why}\"\n"));
        out.push("    quiet: true\n");
        Ok(())
    }
}
