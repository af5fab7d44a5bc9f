//! powershell: statements for PowerShell 7 with Invoke-RestMethod, on Windows and elsewhere.
//!
//! The form is encoded text, so no string of the script contains anything that PowerShell interprets: it treats even
//! typographic quotes as quotes. An unset variable and an error of the panel are thrown.

use crate::render::kit::{Answer, CallOptions, Comment, Form, Info, Method, RenderError, Request, Snippet, Target};

pub(crate) static TARGET: Powershell = Powershell;

/// See the module.
#[derive(Debug)]
pub(crate) struct Powershell;

impl Target for Powershell {
    fn info(&self) -> Info {
        Info {
            name: "powershell",
            about: "PowerShell 7 on Invoke-RestMethod; the login comes from $env:MGR_AUTHINFO",
            extension: "ps1",
            comment: Some(Comment::line("#").keeping(b"@")),
        }
    }

    fn render(&self, request: &Request<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
        let form = Form::new(request, options.auth);
        if options.method == Method::Get && form.encoded_len() > LONGEST_QUERY {
            return Err(RenderError::LongAddress(LONGEST_QUERY));
        }
        for variable in form.variables() {
            out.push(&format!("if ($null -eq $env:{variable}) {{ throw '{variable} is not set' }}\n"));
        }
        out.push("$form = @(\n");
        for field in &form.fields {
            out.push("    ");
            field.push_encoded("'", |variable| format!("' + [uri]::EscapeDataString($env:{variable})"), out);
            out.push("\n");
        }
        out.push(") -join '&'\n$answer = Invoke-RestMethod ");
        let endpoint = options.endpoint(request.manager());
        out.push(&match options.method {
            Method::Post => {
                format!("-Method Post -Uri '{endpoint}' -ContentType 'application/x-www-form-urlencoded' -Body $form")
            }
            Method::Get => format!("-Uri ('{endpoint}?' + $form)"),
        });
        if options.insecure {
            out.push(" -SkipCertificateCheck");
        }
        out.push("\n");
        // Both document formats become objects with the same property names.
        out.push(match form.answer {
            Answer::Json => "if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }\n",
            Answer::Xml => "if ($answer.doc.error) { throw $answer.doc.error.OuterXml }\n",
            Answer::Other => "",
        });
        out.push("$answer\n");
        Ok(())
    }
}

/// A URL in .NET has 65,519 characters at most; this leaves space for the panel's URL and a login.
const LONGEST_QUERY: usize = 64_000;
