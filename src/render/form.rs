//! The form that an HTTP call sends, for targets that write it field by field.
//!
//! In: a [`Request`] and where the login comes from. Out: the fields in order, the login first, and what is known
//! about them before the call is made: whether all are text, which variables they want, how the panel will answer.

use super::{Auth, Request, Role, Setup, Snippet};
use crate::clean::ArgumentValue;
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
    pub value: FieldValue<'a>,
    /// Whether this is the panel's function; a request may have parameters of the same name.
    pub is_function: bool,
}

/// What a field sends.
#[derive(Debug, Clone, Copy)]
pub enum FieldValue<'a> {
    /// This text.
    Text(Text<'a>),
    /// A secret: the content of this environment variable.
    Env(&'a str),
    /// What the snippet is given under this name.
    Variable(&'a str),
}

/// The form of the panel's answer, as far as an error can be told from it: its status is 200 in any case.
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
        let login = auth.parameter().map(|(name, variable)| field(plain(name), FieldValue::Env(variable)));
        let function = Field { is_function: true, ..field(plain("func"), FieldValue::Text(request.function_text())) };
        let arguments = request.params_with_out("json").map(|argument| {
            let value = match argument.value {
                ArgumentValue::Text(text) => FieldValue::Text(text),
                ArgumentValue::Env(variable) => FieldValue::Env(variable),
                ArgumentValue::Variable(variable) => FieldValue::Variable(variable),
            };
            field(argument.name, value)
        });
        let fields: Vec<Field<'_>> = login.into_iter().chain([function]).chain(arguments).collect();
        let out = fields.iter().rfind(|field| field.name.is("out")).map(|field| field.value);
        let answer = match out {
            Some(FieldValue::Text(out)) if out.is("json") => Answer::Json,
            Some(FieldValue::Text(out)) if out.is("xml") || out.is("devel") => Answer::Xml,
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
        self.fields
            .iter()
            .find(|field| !is_utf8(&field.name) || matches!(&field.value, FieldValue::Text(text) if !is_utf8(text)))
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
    pub fn variables(&self) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter_map(|field| match field.value {
            FieldValue::Env(variable) | FieldValue::Variable(variable) => Some(variable),
            FieldValue::Text(_) => None,
        })
    }

    /// How long the form is in an address, in bytes, as far as that is known.
    pub fn encoded_len(&self) -> usize {
        encoded_len(self.fields.iter().map(|field| {
            let value = if let FieldValue::Text(text) = &field.value { Some(text) } else { None };
            (&field.name, value)
        }))
    }
}

/// How long these names, and the values that are known, are in an address, in bytes.
pub fn encoded_len<'f>(fields: impl Iterator<Item = (&'f Text<'f>, Option<&'f Text<'f>>)>) -> usize {
    let mut encoded = Vec::new();
    let mut count = 0;
    for (name, value) in fields {
        name.encode(&mut encoded);
        value.inspect(|value| value.encode(&mut encoded));
        count += 1;
    }
    encoded.len() + 2 * count
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
            FieldValue::Text(text) if self.is_function => {
                out.mark(Role::Function, |out| literal(&text.decode(), out));
            }
            FieldValue::Text(text) => literal(&text.decode(), &mut out.text),
            FieldValue::Env(name) | FieldValue::Variable(name) => {
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
            FieldValue::Text(text) => {
                if self.is_function {
                    out.mark(Role::Function, |out| text.encode(out));
                } else {
                    text.encode(&mut out.text);
                }
                out.push(quote);
            }
            FieldValue::Env(name) | FieldValue::Variable(name) => {
                out.mark(Role::Secret, |out| out.extend_from_slice(variable(name).as_bytes()));
            }
        }
    }
}

/// The address of a call. It holds nothing that a string literal of any language reads something into.
pub fn endpoint(request: &Request<'_>, setup: &Setup) -> String {
    let mut endpoint = Vec::new();
    setup.push_endpoint(request.manager(), &mut endpoint);
    String::from_utf8_lossy(&endpoint).into_owned()
}
