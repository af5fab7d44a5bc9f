//! Rendering: turns one request into text in one target.
//!
//! In: a [`Request`] of a log and the [`CallOptions`] of the command line. Out: text in a [`Snippet`], or the reason
//! why this target cannot express it. Targets have no access to log lines or to a terminal.
//!
//! # A new target
//!
//! A target is one file under `render/formats`, its `mod` line and entry in `formats`, and its golden files. `url` is
//! the smallest: apart from its module documentation, it looks like this example, whose comments explain each part. The
//! building blocks are on the [crate's page](crate) and in [`kit`]:
//!
//! ```
//! use mgr2api::render::kit::Comment;
//! use mgr2api::{CallOptions, Info, RenderError, Request, Role, Snippet, Target, Value};
//!
//! /// The list of targets refers to this static; in a file of its own it is called `TARGET`.
//! pub static LINES: Lines = Lines;
//!
//! #[derive(Debug)]
//! pub struct Lines;
//!
//! impl Target for Lines {
//!     // Used by --to, the help, the completions, and as the folder of the golden files.
//!     fn info(&self) -> Info {
//!         Info { name: "lines", about: "a parameter a line", extension: "txt", comment: Some(Comment::line("#")) }
//!     }
//!
//!     fn render(&self, request: &Request<'_>, options: &CallOptions, out: &mut Snippet) -> Result<(), RenderError> {
//!         options.push_endpoint(request.manager(), &mut out.text);
//!         // The function first. A marked part gets a colour; the text is the same without it.
//!         out.push("\nfunc ");
//!         out.mark(Role::Function, |out| request.function_text().encode(out));
//!         // Then the parameters of the call, in logged order. Never push text of a log unencoded: `encode` writes letters,
//!         // digits, `.-_` and `%XX`, and `quote` handles everything else.
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
//! # use mgr2api::{Settings, Source, convert};
//! # let mut text = Vec::new();
//! # let log = b"Jun 25 09:07:51 [1:2] core_module INFO Request [::1][root] 'func=user.edit&name=a%20b'\n";
//! # convert(&log[..], Source::log("core.log"), &Settings::new(&LINES), &mut text).unwrap();
//! # assert_eq!(text, b"https://localhost:1500/core\nfunc user.edit\nname a%20b\nout json\n");
//! ```
//!
//! Then:
//!
//! - A new language gets its string literal in `quote::literal`, and nowhere else; [`Form`](kit::Form) has the fields
//!   of an HTTP call with the login, the variables and the kind of answer. `python` is the smallest that uses both.
//! - `BLESS=1 cargo test --test it` writes `testdata/snippet/<target>/<group>.<ext>`; read these files before you
//!   commit them.
//! - The language's own parser reads every case in `tests/it/golden/languages.rs`, and its own interpreter or compiler
//!   runs snippets against a recording panel in `tests/it/roundtrip/languages.rs`; the command is a constant of
//!   `tests/it/support/language.rs`.
//! - `tests/it/hostile/comments.rs` runs the readers of each format with comments and proves that hostile words in
//!   comments declare nothing.
//! - A format that needs a beginning and an end, such as a JSON document, has a [`Target::document`]; `har` is one.
//! - Names that must be unique in the whole output come from [`Snippet::unique`], with [`Target::depends_on_earlier`].

pub(crate) mod comment;
pub(crate) mod document;
pub(crate) mod error;
pub(crate) mod form;
pub(crate) mod formats;
pub mod kit;
pub(crate) mod options;
pub(crate) mod quote;
pub(crate) mod script;
pub(crate) mod snippet;
pub(crate) mod target;

pub(crate) use comment::Comment;
pub(crate) use error::RenderError;
pub(crate) use formats::TARGETS;
pub(crate) use options::{Auth, CallOptions, Method};
pub(crate) use quote::Shell;
pub(crate) use script::Script;
pub(crate) use snippet::{Role, Snippet};
pub(crate) use target::{Info, Target};

use crate::scan::Request;
