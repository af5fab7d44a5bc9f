//! The form of an HTTP call, for targets that write it field by field.
//!
//! In: a [`Request`] and the source of the login. Out: the fields in order, the login first, and properties of the call
//! that are known before it is made: whether all fields are text, which variables it needs, how the panel will answer.

use super::{Auth, Request, Role, Snippet};
use crate::clean::{Argument, Value};
use crate::request::Text;

/// The fields of a call, in order.
#[derive(Debug)]
pub struct Form<'a> {
    /// Login, function, parameters.
    pub fields: Vec<Field<'a>>,
    /// The format of the panel's answer.
    pub answer: Answer,
}

/// One field.
#[derive(Debug)]
pub struct Field<'a> {
    /// Its name.
    pub name: Text<'a>,
    /// Its value.
    pub value: Value<'a>,
    /// Whether this is the panel's function; a request may have parameters with the same name.
    pub is_function: bool,
}

/// The format of the panel's answer, which decides how an error is detected: the HTTP status is always 200.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// An error is `doc.error`.
    Json,
    /// An error is an `<error>` element; in text, `<` is always escaped.
    Xml,
    /// The request sets a format in which errors have no fixed place.
    Other,
}

impl<'a> Form<'a> {
    /// The form of a request; the answer is JSON unless the request sets another format.
    pub fn new(request: &'a Request<'_>, auth: Auth) -> Self {
        let plain = |text: &'static str| Text::plain(text.as_bytes());
        let field = |name, value| Field { name, value, is_function: false };
        let login = auth.parameter().map(|(name, variable)| field(plain(name), Value::Env(variable.into())));
        let function = Field { is_function: true, ..field(plain("func"), Value::Text(request.function_text())) };
        let mut fields: Vec<Field<'_>> = login.into_iter().chain([function]).collect();
        // `for_each`, unlike `extend`, has an inner loop for each range of parameters.
        let arguments = request.params_with_out("json");
        arguments.for_each(|Argument { name, value }| fields.push(field(name, value)));
        let out = fields.iter().rfind(|field| field.name.is("out")).and_then(|field| field.value.text());
        let answer = match out {
            Some(out) if out.is("json") => Answer::Json,
            Some(out) if out.is("xml") || out.is("devel") => Answer::Xml,
            _ => Answer::Other,
        };
        Self { fields, answer }
    }

    /// Whether every name and every value is UTF-8.
    pub fn is_text(&self) -> bool {
        self.first_bytes().is_none()
    }

    /// The first field that is not UTF-8.
    pub fn first_bytes(&self) -> Option<&Field<'a>> {
        let is_text = |field: &&Field<'_>| field.name.is_utf8() && field.value.text().is_none_or(|text| text.is_utf8());
        self.fields.iter().find(|field| !is_text(field))
    }

    /// Appends the whole form percent-encoded. Variables are substituted without encoding, so `variable` is called with
    /// the name of a variable whose content is percent-encoded already: `MGR_AUTHINFO_ENCODED`.
    pub fn push_encoded(&self, variable: impl Fn(&str) -> String, out: &mut Snippet) {
        for (index, field) in self.fields.iter().enumerate() {
            if index > 0 {
                out.push("&");
            }
            field.push_encoded("", |name| variable(&format!("{name}_ENCODED")), out);
        }
    }

    /// The environment variables that must be set, in order, if the format reads `--var` values from the environment too.
    pub fn variables(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().filter_map(|field| field.value.variable())
    }

    /// The length of the form in a URL, in bytes, without the unknown lengths of variables.
    pub fn encoded_len(&self) -> usize {
        let mut encoded = Vec::new();
        for field in &self.fields {
            field.name.encode(&mut encoded);
            field.value.text().inspect(|value| value.encode(&mut encoded));
        }
        encoded.len() + 2 * self.fields.len()
    }
}

impl Field<'_> {
    /// Whether the name consists of ASCII letters, digits and `_-.` only, which no format interprets, and starts with a
    /// letter.
    pub fn has_plain_name(&self) -> bool {
        let name = self.name.decode();
        name.first().is_some_and(u8::is_ascii_alphabetic)
            && (self.name.is_safe() || name.iter().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(byte)))
    }

    /// Appends the name, `between`, and the value: as literals, or for a variable the expression that reads it.
    pub fn push_pair(
        &self,
        literal: impl Fn(&[u8], &mut Vec<u8>),
        between: &str,
        variable: impl Fn(&str) -> String,
        out: &mut Snippet,
    ) {
        out.decoded(&self.name, &literal);
        out.push(between);
        match &self.value {
            Value::Text(text) if self.is_function => {
                out.mark(Role::Function, |out| literal(&text.decode(), out));
            }
            Value::Text(text) => out.decoded(text, &literal),
            Value::Env(name) | Value::Variable(name) => {
                out.mark(Role::Secret, |out| out.extend_from_slice(variable(name).as_bytes()));
            }
        }
    }

    /// Appends `name=value`, percent-encoded and in quotes. For a variable, the result of `variable` follows `name=`;
    /// it must also end the quotes.
    pub fn push_encoded(&self, quote: &str, variable: impl Fn(&str) -> String, out: &mut Snippet) {
        out.push(quote);
        self.name.encode(&mut out.text);
        out.push("=");
        match &self.value {
            Value::Text(text) => {
                if self.is_function {
                    out.mark(Role::Function, |out| text.encode(out));
                } else {
                    text.encode(&mut out.text);
                }
                out.push(quote);
            }
            Value::Env(name) | Value::Variable(name) => {
                out.mark(Role::Secret, |out| out.extend_from_slice(variable(name).as_bytes()));
            }
        }
    }
}
