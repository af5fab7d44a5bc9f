//! What all structs of options share: the error of a text that is not a value, and setters.
//!
//! Options get more with time, so each such struct is `#[non_exhaustive]`: it is made by `new` or `default` and changed by
//! setters, or field by field.

/// A text that cannot be the value of an option.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OptionError {
    /// The text; empty where it may hold a secret.
    pub text: String,
    /// What is wrong with it and what to do.
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

/// A setter for each field, by the field's name.
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
