//! Common code of all option structs: setters, and the error for an invalid value.
//!
//! Options will be added over time, so each such struct is `#[non_exhaustive]`: create it with `new` or `default` and
//! change it with setters, or field by field.

/// A text that is not a valid value of an option.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OptionError {
    /// The text; empty if it may contain a secret.
    pub text: String,
    /// The reason, and what to do.
    pub reason: String,
}

impl OptionError {
    pub(crate) fn new(text: &str, reason: impl Into<String>) -> Self {
        Self { text: text.to_owned(), reason: reason.into() }
    }
}

impl std::fmt::Display for OptionError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { text, reason } = self;
        if text.is_empty() { f.write_str(reason) } else { write!(f, "{text}: {reason}") }
    }
}

impl std::error::Error for OptionError {}

/// Defines a setter for each field, with the field's name.
macro_rules! setters {
    ($($field:ident: $type:ty),* $(,)?) => {
        $(
            #[doc = concat!("Sets the field `", stringify!($field), "`.")]
            #[must_use]
            pub fn $field(mut self, $field: impl Into<$type>) -> Self {
                self.$field = $field.into();
                self
            }
        )*
    };
}

pub(crate) use setters;
