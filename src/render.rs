//! Rendering: one request said in one target.
//!
//! In: a [`Request`] of a log and the [`CallOptions`] of the command line. Out: text in a [`Snippet`], or the reason why this
//! target cannot say it. No target sees a log line, none sees a terminal.
//!
//! # A new target
//!
//! It is one file under `render/formats`, its `mod` line and entry in `formats`, and its golden files. `url` is the
//! smallest; without its module page this is all of it, and what each part is for. [`kit`] has all that a format
//! needs:
//!
//! ```
//! use mgr2api::render::kit::{Comment, Info, Request, Role, CallOptions, Snippet, Target, RenderError, Value};
//!
//! /// What the list of targets refers to; in a file of its own it is called `TARGET`.
//! pub static LINES: Lines = Lines;
//!
//! #[derive(Debug)]
//! pub struct Lines;
//!
//! impl Target for Lines {
//!     // For --to, for help and completions, and for the folder of its golden files. All follow from these four.
//!     fn info(&self) -> Info {
//!         Info { name: "lines", about: "a parameter a line", extension: "txt", comment: Some(Comment::line("#")) }
//!     }
//!
//!     fn render(&self, request: &Request<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
//!         options.push_endpoint(request.manager(), &mut out.text);
//!         // The function first. A marked part gets a colour; the text is the same without.
//!         out.push("\nfunc ");
//!         out.mark(Role::Function, |out| request.function_text().encode(out));
//!         // Then what the call carries, in logged order. Nothing of a log is pushed as it is: `encode` leaves letters,
//!         // digits, `.-_` and `%XX`, and for everything else there is `quote`.
//!         for argument in request.params_with_out("json") {
//!             out.push("\n");
//!             argument.name.encode(&mut out.text);
//!             out.push(" ");
//!             match argument.value {
//!                 Value::Text(value) => value.encode(&mut out.text),
//!                 Value::Env(name) | Value::Variable(name) => out.push(&format!("${name}")),
//!             }
//!         }
//!         // A snippet ends with a line end.
//!         out.push("\n");
//!         Ok(())
//!     }
//! }
//! # use mgr2api::{convert::{Settings, convert}, source::Source};
//! # let mut text = Vec::new();
//! # let log = b"Jun 25 09:07:51 [1:2] core_module INFO Request [::1][root] 'func=user.edit&name=a%20b'\n";
//! # convert(&log[..], Source::log("core.log"), &Settings::new(&LINES), &mut text).unwrap();
//! # assert_eq!(text, b"https://localhost:1500/core\nfunc user.edit\nname a%20b\nout json\n");
//! ```
//!
//! Then:
//!
//! - A language of its own gets its string literal in `quote::literal`, and nowhere else; [`Form`](kit::Form) has the fields of an
//!   HTTP call with the login, the variables and the kind of answer. `python` is the smallest that uses both.
//! - `BLESS=1 cargo test --test it` writes `testdata/snippet/<target>/<group>.<ext>`; read them before they are committed.
//! - The language's own parser reads every case in `tests/it/golden/languages.rs`, and its own interpreter or compiler runs snippets
//!   against a recording panel in `tests/it/roundtrip/languages.rs`; how is a constant of `tests/it/support/language.rs`.
//! - A format with comments is proven in `tests/it/hostile/comments.rs` by what reads it: hostile words in them declare nothing.
//! - A format that needs a beginning and an end, as JSON documents do, has a [`Target::document`]; `har` is one.
//! - What names must be unique in the whole output comes from [`Snippet::unique`], with [`Target::depends_on_earlier`].

pub(crate) mod comment;
pub(crate) mod form;
pub(crate) mod formats;
pub mod kit;
pub(crate) mod options;
pub(crate) mod quote;
pub(crate) mod script;
pub(crate) mod snippet;

pub(crate) use comment::Comment;
pub use formats::TARGETS;
pub use formats::json::SCHEMA as JSON_SCHEMA;
pub use options::{Auth, BaseUrlError, CallOptions, Method};
pub use quote::Shell;
pub(crate) use script::Script;
pub use script::{Deletes, Style};
pub use snippet::{Role, Snippet, Span};

use crate::scan::Request;

/// What a format is called and what its files are like.
#[derive(Debug, Clone, Copy)]
pub struct Info {
    /// The word for `--to`.
    pub name: &'static str,
    /// One line for people who choose.
    pub about: &'static str,
    /// What a file of such snippets ends in.
    pub extension: &'static str,
    /// How the format writes comments, if it has any, and which text they may hold. [`Comment::line`] is right for all; a
    /// format that lets words keep more signs proves it in `tests/it/hostile/comments.rs`.
    pub comment: Option<Comment>,
}

/// A language, tool or format that a request can be said in.
pub trait Target: std::fmt::Debug + Sync {
    /// What it is called and what its files are like.
    fn info(&self) -> Info;

    /// Whether a snippet depends on those before it, so that they must be made one after the other.
    fn depends_on_earlier(&self) -> bool {
        false
    }

    /// Whether a snippet says on which line of the log its request stands.
    fn names_line(&self) -> bool {
        false
    }

    /// A script of many such calls, for targets that can be one program.
    fn script(&self) -> Option<Box<dyn Script>> {
        None
    }

    /// The document that a whole conversion becomes, for formats that need a beginning and an end. `render` then makes a
    /// document of one call.
    fn document(&self) -> Option<Box<dyn Script>> {
        None
    }

    /// Appends the call, with its line end, to a snippet.
    ///
    /// # Errors
    /// [`RenderError`] if this target has no way to say it; what was appended is void then.
    fn render(&self, request: &Request<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError>;
}

/// Why a target cannot say a request.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// Command lines end at a NUL.
    #[error("{0} holds a NUL byte, which no command line can")]
    Nul(String),
    /// The kernel takes 131,071 bytes for one argument.
    #[error("{0} is longer than one argument of a command line may be (131071 bytes)")]
    LongArgument(String),
    /// The kernel takes about 2 MB for all arguments.
    #[error("the call is longer than a command line may be")]
    LongCommand,
    /// The command would take it for one of its options.
    #[error("{0} would be read as an option")]
    LooksLikeOption(String),
    /// The command would take it for a parameter.
    #[error("the function holds a '=', so it would be read as a parameter")]
    LooksLikeParameter,
    /// A name with `=` in it would end there.
    #[error("{0}: the name holds a '=', where it would end")]
    EqualsInName(String),
    /// Addresses have a limit that bodies do not have.
    #[error("the address would be longer than {0} bytes; --method post has no such limit")]
    LongAddress(usize),
    /// Editors decode an address before they send it, and that as text.
    #[error("{0} is not UTF-8, and an address in an .http file must be; --method post has no such limit")]
    BytesInAddress(String),
    /// PowerShell is where the panel is not.
    #[error("mgrctl runs on the panel's own machine, so it has no line for PowerShell")]
    PowerShell,
    /// More secrets than a command line has places for.
    #[error("more than {0} values would come from the environment")]
    ManySecrets(usize),
}

/// The target of a name.
pub fn target(name: &str) -> Option<&'static dyn Target> {
    TARGETS.iter().copied().find(|target| target.info().name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_words_and_lead_back_to_their_target() {
        for known in TARGETS {
            let name = known.info().name;
            assert!(name.bytes().all(|byte| byte.is_ascii_lowercase()), "{name}");
            assert!(std::ptr::eq(target(name).expect("listed"), *known), "{name} is taken twice");
            assert!(!known.info().about.is_empty() && !known.info().extension.is_empty(), "{name}");
        }
    }
}
