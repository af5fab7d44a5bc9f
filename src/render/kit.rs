//! What an author of a format needs beside the names of the [crate's page](crate). The page of [`render`](super) shows how
//! it is used.

pub use super::comment::Comment;
pub use super::form::{Answer, Field, Form};
pub use super::quote::{json, literal};
pub use super::script::{Script, Step, document_of_one};

/// The formats of this crate take everything from here.
pub(crate) use super::quote::inert;
pub(crate) use super::{Auth, CallOptions, Info, Method, RenderError, Role, Shell, Snippet, Target};
pub(crate) use crate::clean::{Argument, Value};
pub(crate) use crate::request::Text;
pub(crate) use crate::scan::Request;
pub(crate) use crate::text::Visible;

/// The longest single argument that Linux passes on (`MAX_ARG_STRLEN` less the final NUL), in bytes.
pub(crate) const MAX_ARGUMENT: usize = 131_071;

/// What all arguments together may have, in bytes: a quarter of the usual 8 MiB stack, less what the environment takes.
pub(crate) const MAX_COMMAND: usize = 1_900_000;
