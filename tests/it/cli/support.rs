//! Shared by the tests of the command line: log lines, and the call of one request.

pub(crate) use crate::support::installed::has_tool;
pub(crate) use crate::support::program::{Ended, Run, mgr2api};

/// The start of mgrctl calls for logs whose name does not identify a panel.
pub(crate) const MGRCTL: &str = "/usr/local/mgr5/sbin/mgrctl -m ispmgr ";

/// A log line with this query, sent by root.
pub(crate) fn request(query: &str) -> String {
    request_by("192.0.2.38", "root", query)
}

/// A log line with this origin, user and query.
pub(crate) fn request_by(origin: &str, user: &str, query: &str) -> String {
    format!("Jun 25 09:07:51 [26956:1738] core_module INFO Request [{origin}][{user}] '{query}'\n")
}

/// The mgrctl call for one request on standard input with these options, without the program's name.
#[track_caller]
pub(crate) fn mgrctl(options: &[&str], query: &str) -> String {
    let run = mgr2api(["-t", "mgrctl"]).args(options).stdin(request(query)).run();
    let call = run.status(0).out.strip_prefix(MGRCTL.as_bytes()).expect("a call of mgrctl").to_vec();
    String::from_utf8(call).expect("UTF-8").trim_end().to_owned()
}

/// The curl call for one request on standard input with these options, as one line.
#[track_caller]
pub(crate) fn curl(options: &[&str], query: &str) -> String {
    let run = mgr2api(options).stdin(request(query)).run().status(0);
    String::from_utf8(run.out).expect("UTF-8").trim_end().to_owned()
}
