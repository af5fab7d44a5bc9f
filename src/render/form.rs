//! The form that an HTTP call sends, for targets that write it field by field.
//!
//! In: a [`Request`] and where the login comes from. Out: the fields in order, the login first, and what is known
//! about them before the call is made: whether all are text, which variables they want, how the panel will answer.

use super::{Auth, Request, Role, Snippet};
use crate::clean::{Argument, Value};
use crate::request::Text;

/// The fields of a call in order.
#[derive(Debug)]
pub struct Form<'a> {
    /// Login, function, parameters.
    pub fields: Vec<Field<'a>>,
    /// How the panel will answer.
    pub answer: Answer,
}

/// One field.
#[derive(Debug)]
pub struct Field<'a> {
    /// Its name.
    pub name: Text<'a>,
    /// Its value.
    pub value: Value<'a>,
    /// Whether this is the panel's function; a request may have parameters of the same name.
    pub is_function: bool,
}

/// How the panel will answer, as far as an error can be told from it: its status is 200 in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// An error is `doc.error`.
    Json,
    /// An error is an `<error>`; in a text a `<` cannot stand.
    Xml,
    /// Somebody asked for a form in which errors have no fixed place.
    Other,
}

impl<'a> Form<'a> {
    /// The form of a request; the answer is JSON unless something else was asked for.
    pub fn new(request: &'a Request<'_>, auth: Auth) -> Self {
        let plain = |text: &'static str| Text::plain(text.as_bytes());
        let field = |name, value| Field { name, value, is_function: false };
        let login = auth.parameter().map(|(name, variable)| field(plain(name), Value::Env(variable.into())));
        let function = Field { is_function: true, ..field(plain("func"), Value::Text(request.function_text())) };
        let arguments = request.params_with_out("json").map(|Argument { name, value }| field(name, value));
        let fields: Vec<Field<'_>> = login.into_iter().chain([function]).chain(arguments).collect();
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
        let is_utf8 = |text: &Text<'_>| str::from_utf8(&text.decode()).is_ok();
        let is_text = |field: &&Field<'_>| is_utf8(&field.name) && field.value.text().is_none_or(|text| is_utf8(&text));
        self.fields.iter().find(|field| !is_text(field))
    }

    /// Appends all of it in percent form. Who puts in a variable's value there does not encode it, so what `variable` gets
    /// is the name of another one, which holds it in percent form already: `MGR_AUTHINFO_ENCODED`.
    pub fn push_encoded(&self, variable: impl Fn(&str) -> String, out: &mut Snippet) {
        for (index, field) in self.fields.iter().enumerate() {
            if index > 0 {
                out.push("&");
            }
            field.push_encoded("", |name| variable(&format!("{name}_ENCODED")), out);
        }
    }

    /// The environment variables that must be set, in order, if what the snippet is given comes from there as well.
    pub fn variables(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().filter_map(|field| field.value.variable())
    }

    /// How long the form is in an address, in bytes, as far as that is known.
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
    /// Whether the name holds nothing but ASCII letters, digits and `_-.`, which no format reads something into, and starts
    /// with a letter.
    pub fn has_plain_name(&self) -> bool {
        let name = self.name.decode();
        name.first().is_some_and(u8::is_ascii_alphabetic)
            && name.iter().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(byte))
    }

    /// Appends the name and the value with `between` between them: as literals, or for a variable the expression that
    /// reads it.
    pub fn push_pair(
        &self,
        literal: impl Fn(&[u8], &mut Vec<u8>),
        between: &str,
        variable: impl Fn(&str) -> String,
        out: &mut Snippet,
    ) {
        literal(&self.name.decode(), &mut out.text);
        out.push(between);
        match &self.value {
            Value::Text(text) if self.is_function => {
                out.mark(Role::Function, |out| literal(&text.decode(), out));
            }
            Value::Text(text) => literal(&text.decode(), &mut out.text),
            Value::Env(name) | Value::Variable(name) => {
                out.mark(Role::Secret, |out| out.extend_from_slice(variable(name).as_bytes()));
            }
        }
    }

    /// Appends `name=value` in percent form and in quotes. For a variable stands behind `name=` what `variable` makes of it,
    /// which also ends the quotes.
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
