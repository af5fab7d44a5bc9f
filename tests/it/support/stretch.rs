//! Random logs with lines of every kind, and the number of lines that look like a request.

use super::hostile::{self, Shape};
use super::log::Logged;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

/// A range of a log, and the number of its lines that look like a request.
#[derive(Debug, Clone)]
pub(crate) struct Stretch {
    pub(crate) text: Vec<u8>,
    pub(crate) requests: u64,
}

/// The start of every record.
pub(crate) const HEAD: &str = "Jun 25 09:07:51 [26956:1738] ";

/// A line of the log, optionally with a colour sequence in it and with CRLF.
fn line(text: &[u8], colour: Option<Index>, crlf: bool) -> Vec<u8> {
    let mut line = text.to_vec();
    if let Some(at) = colour {
        let at = at.index(line.len() + 1);
        // Within an existing sequence, a second one would be text, not colour.
        if !line.contains(&0x1b) {
            line.splice(at..at, b"\x1b[1;32m".iter().copied());
        }
    }
    line.extend_from_slice(if crlf { b"\r\n" } else { b"\n" });
    line
}

/// A request line without its end: of a usual kind, or hostile.
fn request() -> impl Strategy<Value = Vec<u8>> {
    let usual = prop_oneof![
        Just("func=processing.edit&elid=14&sok=ok&password=*&operafake=1&sfrom=ajax"),
        Just("func=webdomain.delete&elid=shop.example"),
        Just("elid=1&func=dashboard.tick&progressid=false"),
        Just("func=user.edit&ipmipass=hunter2&auth=1"),
        Just("elid=14&sok=ok"),
        Just("func="),
        Just("func=*&x=1"),
        Just(""),
        Just("func=a&-x=1&n=%00"),
    ];
    let users = prop_oneof![Just("root"), Just("root#admin(1)"), Just(""), Just("shop@example.com"), Just("a]b")];
    let usual = (usual, users).prop_map(|(payload, user)| Logged { user: user.into(), ..Logged::new(payload) });
    let hostile = hostile::request(Shape { nul: true, plain_names: false });
    prop_oneof![2 => usual, 1 => hostile].prop_map(|logged| {
        let mut line = logged.line();
        line.pop();
        line
    })
}

/// Text without any part of a request.
fn other() -> impl Strategy<Value = Vec<u8>> {
    let known = prop_oneof![
        Just("core_module EXTINFO Internal [192.0.2.38][1] 'func=processing.edit&elid=14'"),
        Just("rpc EXTINFO Query('func=emaildomain.edit&elid=post%2Eexample.com&auth=669064200')"),
        Just("sbin_utils INFO QUERY: func=service.saveparam&sok=ok&elid=917735&value=a%20"),
        Just("conn EXTINFO Env[QUERY_STRING] = 'plid=&elid=617&func=vm%2Emigrate'"),
        Just("db EXTINFO Query: 'SELECT p.id FROM project p WHERE IFNULL(p.billurl, '') != '''"),
        Just("core_module INFO Load progress status 1"),
        Just("core_module INFO Requested [x][y] 'func=a'"),
        Just("core_module INFO"),
    ];
    let known = known.prop_map(|text| format!("{HEAD}{text}").into_bytes());
    let garbage = vec(any::<u8>().prop_filter("a line", |byte| *byte != b'\n'), 0..40);
    // Exclude a random `func=`: a selection may be less than a line, so it would count as a request.
    let garbage = garbage.prop_filter("no query", |bytes| !bytes.windows(5).any(|window| window == b"func="));
    prop_oneof![known, garbage]
}

fn stretch() -> impl Strategy<Value = Stretch> {
    let colour = || proptest::option::of(any::<Index>());
    let whole = (request(), colour(), any::<bool>())
        .prop_map(|(text, colour, crlf)| Stretch { text: line(&text, colour, crlf), requests: 1 });
    let cut = (request(), any::<Index>()).prop_map(|(text, at)| {
        let kept = &text[..at.index(text.len())];
        // A line looks like a request from the end of this word on.
        let seen = kept.windows(7).any(|word| word == b"Request");
        Stretch { text: line(kept, None, false), requests: u64::from(seen) }
    });
    let other = (other(), colour(), any::<bool>())
        .prop_map(|(text, colour, crlf)| Stretch { text: line(&text, colour, crlf), requests: 0 });
    prop_oneof![4 => whole, 2 => cut, 3 => other, 1 => dump()]
}

/// A record of several lines that contains requests written by strangers.
pub(crate) fn dump() -> impl Strategy<Value = Stretch> {
    (vec(request(), 0..3), any::<bool>(), any::<bool>()).prop_map(|(fakes, stamped, closed)| {
        let mut text = format!("{HEAD}processing DEBUG form_xml = '<?xml version=\"1.0\"?>\n").into_bytes();
        for fake in &fakes {
            // A stranger's text in a dump: a line without a stamp, or with other text before the stamp.
            let fake = if stamped { [b"12:", &fake[..]].concat() } else { fake[HEAD.len()..].to_vec() };
            text.extend(line(&fake, None, false));
        }
        text.extend_from_slice(if closed { b"</doc>\n'\n" } else { b"</doc>\n" });
        Stretch { text, requests: fakes.len() as u64 }
    })
}

/// A log, and how many of its lines look like a request.
pub(crate) fn log() -> impl Strategy<Value = (Vec<u8>, u64)> {
    vec(stretch(), 0..30).prop_map(|stretches| {
        let requests = stretches.iter().map(|stretch| stretch.requests).sum();
        (stretches.into_iter().flat_map(|stretch| stretch.text).collect(), requests)
    })
}
