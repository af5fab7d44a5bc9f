//! Turns the request lines in the logs of ISPsystem panels into calls that are ready to run.
//!
//! The panels (ISPmanager, BILLmanager, VMmanager 5, DCImanager 5 and everything else on COREmanager) log what a
//! person does in their interface. This library reads such logs and says each request in a target: curl, mgrctl, Rust,
//! a URL or JSON.
//!
//! ```text
//! source          record           request        clean              render           you
//! bytes ─► Block ─► candidate ─► Record ─► Param ─► CleanRequest ─► Snippet ─► Sink
//!                  line                    (still   + what went,    + notes
//!                                          encoded)   and why
//! ```
//!
//! Data goes one way. The modules stand in one order, `text`, `record`, `request`, `clean`, `filter`, `source`, `render`,
//! `convert`, and each imports only from those before it. [`convert::convert`] is all of it in one call:
//!
//! ```
//! use mgr2api::convert::{Settings, convert};
//! use mgr2api::{render, source::Source};
//!
//! let log = "Jun 25 09:07:51 [26956:1738] core_module INFO Request [192.0.2.38][root] \
//!            'elid=14&func=processing.edit&name=my%20node&operafake=1561453671512&password=*&sok=ok'\n";
//!
//! let settings = Settings::new(render::target("mgrctl").expect("a target of this name"));
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

pub mod clean;
pub mod convert;
pub mod filter;
mod large;
pub mod record;
pub mod render;
pub mod request;
pub mod scan;
pub mod source;
pub mod text;
