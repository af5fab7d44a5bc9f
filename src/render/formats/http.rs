//! http: requests of an `.http` file, which editors send at a click.
//!
//! ```text
//! ### Jun 25 09:07:51 root, user.edit
//! # @no-reject-unauthorized
//! POST https://localhost:1500/billmgr
//! Content-Type: application/x-www-form-urlencoded
//!
//! authinfo={{$processEnv MGR_AUTHINFO_ENCODED}}&func=user.edit&out=json
//! ```
//!
//! The body is in percent form, in which an editor can read nothing but what it says. `{{$processEnv NAME}}` is how the
//! REST client of VS Code and httpyac name a variable of the environment. They put the value in as it is, so the variable
//! is one that holds it in percent form. The line that turns off the check of the certificate is for httpyac; others take
//! it for a comment. A check of the answer that all editors know does not exist: they show it.

use crate::render::kit::{CallOptions, Comment, Form, Info, Method, RenderError, Request, Snippet, Target, Visible};

/// The target.
pub(crate) static TARGET: Http = Http;

/// See the module.
#[derive(Debug)]
pub(crate) struct Http;

impl Target for Http {
    fn info(&self) -> Info {
        Info {
            name: "http",
            about: "requests of an .http file for editors; the login comes from $MGR_AUTHINFO_ENCODED",
            extension: "http",
            comment: Some(Comment::line("###")),
        }
    }

    fn render(&self, request: &Request<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
        let form = Form::new(request, options.auth);
        if let Some(field) = form.first_bytes().filter(|_| options.method == Method::Get) {
            return Err(RenderError::BytesInAddress(Visible(&field.name.decode()).to_string()));
        }
        // The comment line parts requests too, if there is one.
        if out.text.is_empty() {
            out.push("###\n");
        }
        if options.insecure {
            out.push("# @no-reject-unauthorized\n");
        }
        let endpoint = options.endpoint(request.manager());
        out.push(&match options.method {
            Method::Post => format!("POST {endpoint}\nContent-Type: application/x-www-form-urlencoded\n\n"),
            Method::Get => format!("GET {endpoint}?"),
        });
        form.push_encoded(|variable| format!("{{{{$processEnv {variable}}}}}"), out);
        out.push("\n");
        Ok(())
    }
}
