//! Building blocks for authors of formats, beside the names of the [crate's page](crate). The page of [`render`](super)
//! shows how to use them.

pub use super::comment::Comment;
pub use super::form::{Answer, Field, Form};
pub use super::quote::{json, literal};
pub use super::script::{Script, Step, document_of_one};

/// All imports of this crate's own formats.
pub(crate) use super::quote::inert;
pub(crate) use super::{Auth, CallOptions, Info, Method, RenderError, Role, Shell, Snippet, Target};
pub(crate) use crate::clean::{Argument, Value};
pub(crate) use crate::request::Text;
pub(crate) use crate::scan::Request;
pub(crate) use crate::text::Visible;

/// The longest single argument that Linux accepts (`MAX_ARG_STRLEN` minus the final NUL), in bytes.
pub(crate) const MAX_ARGUMENT: usize = 131_071;

/// The limit for all arguments together, in bytes: a quarter of the usual 8 MiB stack, minus the environment.
pub(crate) const MAX_COMMAND: usize = 1_900_000;
