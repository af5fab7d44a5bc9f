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
//! The body is percent-encoded, so editors interpret nothing in it. `{{$processEnv NAME}}` is the syntax for
//! environment variables in the REST client of VS Code and in httpyac. They insert the value without encoding, so the
//! variable must contain it percent-encoded. The line that disables the check of the certificate is for httpyac; others
//! treat it as a comment. No check of the answer works in all editors: they just show it.

use crate::render::kit::{CallOptions, Comment, Form, Info, Method, RenderError, Request, Snippet, Target, Visible};

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
        // The comment line, if there is one, separates requests too.
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
