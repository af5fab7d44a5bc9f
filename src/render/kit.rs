//! What an author of a format needs, in one place. The page of [`render`](super) shows how it is used.

pub use super::comment::Comment;
pub use super::form::{Answer, Field, Form, endpoint};
pub use super::options::{Auth, CallOptions, Method};
pub use super::quote::{Shell, inert, json, literal, rust_literal};
pub use super::script::{Script, Step, document_of_one};
pub use super::snippet::{Role, Snippet};
pub use super::{Info, RenderError, Target};
pub use crate::clean::{Argument, Value};
pub use crate::request::Text;
pub use crate::scan::Request;
pub use crate::text::{Visible, has_declaration};

/// The longest single argument that Linux passes on (`MAX_ARG_STRLEN` less the final NUL), in bytes.
pub const MAX_ARGUMENT: usize = 131_071;

/// What all arguments together may have, in bytes: a quarter of the usual 8 MiB stack, less what the environment takes.
pub const MAX_COMMAND: usize = 1_900_000;
