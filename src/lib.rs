//! Turns the request lines in the logs of ISPsystem panels into calls that are ready to run.
//!
//! The panels (ISPmanager, BILLmanager, VMmanager 5, DCImanager 5 and everything else on COREmanager) log what a person
//! does in their interface. This library reads such logs, gives each request as data, and renders it in a format: curl,
//! mgrctl, Rust, Python, JSON and others.
//!
//! ```text
//!  source           scan                        render                  convert
//!  bytes ─► Block ─► Scanner ─► Event ─► Request ─► Target ─► Snippet ─► Sink
//!                    │            │        │
//!                    Filter       │        Rules: what is kept, what is removed, and why
//!                    which count  └ or filtered out, unreadable, other lines
//! ```
//!
//! # A log as text
//!
//! [`convert()`] is all of it in one call. It takes anything that can be read, and gives snippets and notes to a [`Sink`],
//! such as a vector of bytes:
//!
//! ```
//! use mgr2api::{Settings, Source, convert, target};
//!
//! let log = "Jun 25 09:07:51 [26956:1738] core_module INFO Request [192.0.2.38][root] \
//!            'elid=14&func=processing.edit&name=my%20node&operafake=1561453671512&password=*&sok=ok'\n";
//!
//! let settings = Settings::new(target("mgrctl").expect("a format of this name"));
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
//! # A log as data
//!
//! [`requests`] gives one request after the other, each an [`OwnedRequest`] with its time, user, address, function,
//! parameters and place. [`scan()`] calls a closure for each [`Event`], with a [`Request`] that borrows from the log: that
//! is faster, and it gives what cannot be read too. Counting the functions of a log takes five lines either way:
//!
//! ```
//! # use mgr2api::{ScanOptions, Source, requests};
//! # let log = &b"Jun 25 09:07:51 [1:2] core_module INFO Request [192.0.2.38][root] 'func=user.edit&elid=7'\n"[..];
//! let mut counts = std::collections::BTreeMap::new();
//! for request in requests(log, Source::log("ispmgr.log"), &ScanOptions::default()) {
//!     *counts.entry(request?.function).or_insert(0) += 1;
//! }
//! # assert_eq!(counts[&b"user.edit"[..]], 1);
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! # Options
//!
//! [`Settings`] are two things. [`ScanOptions`] say which requests are wanted ([`Filter`]) and what of them ([`Rules`]).
//! [`PrintOptions`] say in which formats they are printed and how calls reach the panel ([`CallOptions`]). All of them have
//! setters; a text that is not a value is an [`OptionError`].
//!
//! ```
//! use mgr2api::{CallOptions, Filter, PrintOptions, Rules, ScanOptions, Settings, Strip, target};
//!
//! let filter = Filter::default().functions(&[r"\.edit$"])?.since("2026-06-25T09:00:00")?.changes(true);
//! let rules = Rules::default().strip(Strip::Helpers).keep(&["elname"])?;
//! let call = CallOptions::new("https://panel.example.com:1500")?;
//! let print = PrintOptions::new(vec![target("curl").expect("a format of this name")], call).comments(true);
//! let settings = Settings::of(ScanOptions::default().filter(filter).rules(rules), print);
//! # Ok::<(), mgr2api::OptionError>(())
//! ```
//!
//! # More
//!
//! - Files: [`open_log`] unpacks, [`archives`] finds what rotations made of a log, [`ScanOptions::range`] finds a range of
//!   time, [`Last`] finds the newest requests, [`convert_parallel`] uses several threads.
//! - Live logs: a [`Follower`] reads a log that grows and is rotated; `Watch` says when to look.
//! - Formats: [`TARGETS`] lists them, [`render`] says how a new one is made, [`render::kit`] has what it needs.
//! - Messages: each [`Note`] has its place. [`Visible`] makes any text fit for a terminal.
//!
//! # Two laws
//!
//! They hold for any input, hostile input included. Nothing is lost: every line that looks like a request is converted,
//! filtered out or reported with its place, and [`Totals`] add up. Nothing is executed: what comes out holds no control
//! character, and no shell reads anything into a value. Text of a log is bytes: it may hold anything.
//!
//! # Features
//!
//! `cli` (default) carries what only the program needs: the command line, colour, events of the file system.

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
pub use source::{
    Block, BlockReader, Dropped, LONGEST_LINE, MANAGERS, OpenedLog, Outcomes, Place, Source, manager_of, open_log,
};
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
