//! perl: a block of statements with `LWP::UserAgent` and `LWP::Protocol::https`.
//!
//! It is a block so that one file can contain several under `use strict`. URI builds the form, because LWP would turn
//! each newline of a value into two characters. Perl strings are bytes here: any value is sent as it was logged. All
//! errors, including those of the panel, are a `die`.

use crate::render::kit::{
    Answer, CallOptions, Comment, Form, Info, Method, RenderError, Request, Snippet, Target, literal,
};

pub(crate) static TARGET: Perl = Perl;

/// See the module.
#[derive(Debug)]
pub(crate) struct Perl;

impl Target for Perl {
    fn info(&self) -> Info {
        Info {
            name: "perl",
            about: "Perl on LWP::UserAgent; the login comes from $MGR_AUTHINFO",
            extension: "pl",
            comment: Some(Comment::line("#").keeping(b"@")),
        }
    }

    fn render(&self, request: &Request<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
        let form = Form::new(request, options.auth);
        out.push("{\n    use strict;\n    use warnings;\n");
        if form.answer == Answer::Json {
            out.push("    use JSON::PP;\n");
        }
        out.push("    use LWP::UserAgent;\n    use URI;\n");
        let endpoint = options.endpoint(request.manager());
        let address = if options.method == Method::Post { "http:" } else { &endpoint };
        out.push(&format!("    my $form = URI->new('{address}');\n    $form->query_form(\n"));
        for field in &form.fields {
            out.push("        ");
            let variable = |name: &str| format!("$ENV{{{name}}} // die(\"{name} is not set\\n\")");
            field.push_pair(literal::perl, " => ", variable, out);
            out.push(",\n");
        }
        out.push("    );\n    my $agent = LWP::UserAgent->new");
        if options.insecure {
            out.push("(ssl_opts => { verify_hostname => 0, SSL_verify_mode => 0 })");
        }
        out.push(";\n    my $response = $agent->");
        out.push(&match options.method {
            Method::Post => {
                format!("post('{endpoint}', Content_Type => '{FORM_TYPE}', Content => $form->query);\n")
            }
            Method::Get => "get($form);\n".to_owned(),
        });
        out.push("    die $response->status_line . \"\\n\" unless $response->is_success;\n");
        out.push("    my $answer = $response->content;\n");
        out.push(match form.answer {
            Answer::Json => "    die \"$answer\\n\" if decode_json($answer)->{doc}{error};\n",
            Answer::Xml => "    die \"$answer\\n\" if $answer =~ /<error/;\n",
            Answer::Other => "",
        });
        out.push("    print $answer;\n}\n");
        Ok(())
    }
}

const FORM_TYPE: &str = "application/x-www-form-urlencoded";
