//! Turns the request lines in the logs of ISPsystem panels into calls that are ready to run.
//!
//! The panels (ISPmanager, BILLmanager, VMmanager 5, DCImanager 5 and everything else on COREmanager) log what a
//! person does in their interface. This library reads such logs and says each request in a target: curl, mgrctl, Rust,
//! a URL or JSON.
//!
//! ```text
//!  source           scan                        render                  convert
//!  bytes ─► Block ─► Scanner ─► Event ─► Request ─► Target ─► Snippet ─► Sink
//!                    │            │        │
//!                    filter       │        clean: what is kept, what went, and why
//!                    which count  └ or filtered out, unreadable, other lines
//! ```
//!
//! Data goes one way, and each module imports only from those before it. Where to start:
//!
//! - [`convert()`] is all of it in one call: a log in, snippets and notes out.
//! - [`requests`] and [`scan()`] give the requests of a log as data, owned or borrowed.
//! - [`render`] says how a new format is made, and [`render::kit`] has what it needs.
//! - [`Follower`] reads a log that grows and is rotated.
//!
//! ```
//! use mgr2api::{Settings, Source, convert, target};
//!
//! let log = "Jun 25 09:07:51 [26956:1738] core_module INFO Request [192.0.2.38][root] \
//!            'elid=14&func=processing.edit&name=my%20node&operafake=1561453671512&password=*&sok=ok'\n";
//!
//! let settings = Settings::new(target("mgrctl").expect("a target of this name"));
//! let mut snippets = Vec::new();
//! let totals = convert(log.as_bytes(), Source::log("billmgr.log"), &settings, &mut snippets)?;
//!
//! assert_eq!(totals.converted, 1);
//! assert_eq!(
//!     String::from_utf8(snippets)?,
//!     "/usr/local/mgr5/sbin/mgrctl -m billmgr processing.edit elid=14 'name=my node' sok=ok\n"
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Two laws hold for any input, hostile input included. Nothing is lost: every line that looks like a request is
//! converted, filtered out or reported with its place. Nothing is executed: what comes out holds no control character,
//! and no shell reads anything into a value.
//!
//! # Features
//!
//! `cli` (default) carries what only the program needs: the command line, colour, following a growing log.

mod clean;
mod convert;
mod filter;
mod follow;
mod large;
mod option;
mod record;
pub mod render;
mod request;
mod scan;
mod source;
mod sys;
mod text;

pub use clean::{Argument, Masked, Reason, Rules, Secrets, Strip, Su, Value};
pub use convert::{
    Converter, Last, Note, NoteKind, PrintOptions, Refusal, Settings, Sink, Totals, convert, convert_parallel,
};
pub use filter::Filter;
pub use follow::archives::archives;
#[cfg(feature = "cli")]
pub use follow::watch::{Stop, Watch};
pub use follow::{FollowNote, Follower, Position};
pub use option::OptionError;
pub use record::Unreadable;
pub use render::error::RenderError;
pub use render::formats::TARGETS;
pub use render::formats::json::SCHEMA as JSON_SCHEMA;
pub use render::options::{Auth, CallOptions, Method};
pub use render::quote::Shell;
pub use render::script::{Deletes, Style};
pub use render::snippet::{Role, Snippet, Span};
pub use render::target::{Info, Target, target};
pub use request::Text;
pub use scan::{
    At, Event, Known, Logged, OwnedParam, OwnedRequest, OwnedValue, Request, Requests, ScanOptions, Scanner, requests,
    scan,
};
pub use source::{Block, BlockReader, Dropped, LONGEST_LINE, MANAGERS, OpenedLog, Place, Source, manager_of, open_log};
pub use text::Visible;

/// What this repository uses beside the public names; not a promise to anyone.
///
/// The program keeps the follower's positions in a file, for which it compares and hashes as the follower does, and takes
/// stamps for times as the library does, whose type of time is not public. Benches, fuzz targets and tests look at single
/// rules.
#[doc(hidden)]
pub mod internal {
    // The program.
    pub use crate::follow::{Fingerprint, Identity};
    pub use crate::record::stamp::time;
    pub use crate::text::char_boundary;

    // Benches, fuzz targets and tests.
    #[cfg(any(test, fuzzing))]
    pub use crate::follow::model;
    pub use crate::record::find::Finder;
    pub use crate::record::fragment::{fragment, looks_like_request};
    pub use crate::record::{Record, ansi, parse};
    pub use crate::request::{Query, function_at_a_glance};
    pub use crate::source::packed::{Packing, Unpacked, unpack};
    pub use crate::text::is_hidden;
}
