//! Turns the request lines in the logs of ISPsystem panels into calls that are ready to run.
//!
//! The panels (ISPmanager, BILLmanager, VMmanager 5, DCImanager 5 and everything else on COREmanager) log each request
//! that their interface sends. This library reads such logs, returns each request as data, and renders it in a format:
//! curl, mgrctl, Rust, Python, JSON and others.
//!
//! ```text
//!  source           scan                        render                  convert
//!  bytes ─► Block ─► Scanner ─► Event ─► Request ─► Target ─► Snippet ─► Sink
//!                    │            │        │
//!                    Filter       │        Rules: kept and removed parameters, with reasons
//!                    selects      └ or filtered out, unreadable, other lines
//! ```
//!
//! # A log as text
//!
//! [`convert()`] does everything in one call. It takes any reader, and writes snippets and notes to a [`Sink`], such as
//! a vector of bytes:
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
//! [`requests`] iterates over the requests. Each is an [`OwnedRequest`] with its time, user, address, function,
//! parameters and place. [`scan()`] calls a closure for each [`Event`], with a [`Request`] that borrows from the log:
//! this is faster, and it reports unreadable lines too. Either way, counting the functions of a log takes five lines:
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
//! [`Settings`] consist of two structs. [`ScanOptions`] select the requests ([`Filter`]) and the parameters to keep
//! ([`Rules`]). [`PrintOptions`] set the formats and how calls reach the panel ([`CallOptions`]). All of them have
//! setters; an invalid text returns an [`OptionError`].
//!
//! ```
//! use mgr2api::{CallOptions, Filter, PrintOptions, Rules, ScanOptions, Settings, Strip, target};
//!
//! let filter = Filter::default().functions(&[r"\.edit$"])?.since("2026-06-25T09:00:00")?.changes(true);
//! let rules = Rules::default().strip(Strip::Helpers).keep(&["elname"]);
//! let call = CallOptions::new("https://panel.example.com:1500")?;
//! let print = PrintOptions::new(vec![target("curl").expect("a format of this name")], call).comments(true);
//! let settings = Settings::of(ScanOptions::default().filter(filter).rules(rules), print);
//! # Ok::<(), mgr2api::OptionError>(())
//! ```
//!
//! # More
//!
//! - Files: [`open_log`] unpacks, [`archives`] finds the rotated files of a log, [`ScanOptions::range`] finds a range
//!   of time, [`Last`] finds the newest requests, [`convert_parallel`] uses several threads.
//! - Live logs: a [`Follower`] reads a log that grows and is rotated; the caller polls it.
//! - Formats: [`TARGETS`] lists them, [`render`] describes how to add one, [`render::kit`] has the building blocks.
//! - Messages: each [`Note`] has its place. [`Visible`] makes any text safe for a terminal.
//!
//! # Two laws
//!
//! They hold for any input, hostile input included. Nothing is lost: every line that looks like a request is converted,
//! filtered out or reported with its place, and [`Totals`] add up. Nothing is executed: the output contains no control
//! characters, and no shell expands anything in a value. The text of a log is bytes: it may contain anything.
//!
//! # Features
//!
//! `cli` (default) enables the dependencies that only the program needs: the command line, colour, file system events.

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

/// Items that this repository uses beside the public names; without any promise of stability.
///
/// The program stores the follower's positions in a file, so it needs the follower's comparison and hash; it also
/// parses stamps into the library's type of time, which is not public. Benches, fuzz targets and tests check single
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
