//! What an author of a format needs, in one place. The page of [`render`](super) shows how it is used.

pub use super::comment::Comment;
pub use super::form::{Answer, Field, Form, endpoint};
pub use super::quote::{self, Shell, Visible, has_declaration, json, literal, rust_literal};
pub use super::script::{Script, Step, document_of_one};
pub use super::setup::{Auth, Method, Setup};
pub use super::snippet::{Role, Snippet};
pub use super::{Info, MAX_ARGUMENT, MAX_COMMAND, Target, Unsayable};
pub use crate::clean::{Argument, Value};
pub use crate::request::Text;
pub use crate::scan::Request;
