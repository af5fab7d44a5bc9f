//! Tests of the grammar: heads, brackets, other records, and the faults of malformed requests.

use super::*;

const HEAD: &str = "Jun 25 09:07:51 [26956:1738] core_module INFO ";

fn request_of(line: &[u8]) -> Record<'_> {
    super::line(line).expect("readable").expect("a request")
}

#[test]
fn heads_are_read_in_every_form_the_panels_write() {
    for (prefix, time, process, rest) in [
        ("", "Feb  6 08:08:07", "2346:23826", "core_module INFO"),
        ("", "Feb 06 08:08:07", "1:2", "core_module INFO"),
        ("", "Feb 6 08:08:07", "4711", "php WARNING"),
        ("12:", "Feb  6 08:08:07", "1:2", "x EXTINFO"),
        ("Nov 18 09:27:23 host billmgr[77]: ", "Feb 6 08:08:07", "1:2", "x T"),
    ] {
        let line = format!("{prefix}{time} [{process}] {rest} Request [][] 'func=a'");
        let head = request_of(line.as_bytes()).head.expect("a head");
        let thread = head.thread.map(|thread| [b":", thread].concat()).unwrap_or_default();
        assert_eq!(head.time, time.as_bytes(), "{line}");
        assert_eq!([head.pid, &thread].concat(), process.as_bytes(), "{line}");
        assert_eq!([head.module, head.level].join(&b' '), rest.as_bytes(), "{line}");
    }
}

#[test]
fn a_padded_process_or_thread_is_read_without_its_padding() {
    for (process, pid, thread) in [
        ("[ 2304:27]", "2304", Some("27")),
        ("[2304:  27]", "2304", Some("27")),
        ("[ 2304 : 27 ]", "2304", Some("27")),
        ("[    7]", "7", None),
        ("[2304:27   ]", "2304", Some("27")),
        ("[\t9:1]", "9", Some("1")),
    ] {
        for prefix in ["", "billmgr.log:12:", "Nov 18 09:27:23 host a[77]: "] {
            let line = format!("{prefix}Jun 25 09:07:51 {process} core_module INFO Request [][root] 'func=a'");
            let head = request_of(line.as_bytes()).head.expect("a head");
            assert_eq!((head.pid, head.thread), (pid.as_bytes(), thread.map(str::as_bytes)), "{line}");
        }
    }
    for process in ["[]", "[ ]", "[:1]", "[1:]", "[1: ]", "[1 2]", "[1:2 3]", "[x:1]"] {
        let line = format!("Jun 25 09:07:51 {process} core_module INFO Request [][root] 'func=a'");
        assert!(stamp(line.as_bytes()).is_none(), "{line}");
    }
}

#[test]
fn brackets_may_hold_anything_but_their_end() {
    for (text, origin, user, payload) in [
        ("[192.0.2.38][root#admin(1)] 'func=a'", "192.0.2.38", "root#admin(1)", "func=a"),
        ("[][] ''", "", "", ""),
        ("[2001:db8::1][root] 'a'", "2001:db8::1", "root", "a"),
        ("[[2001:db8::1]][root] 'a'", "[2001:db8::1]", "root", "a"),
        ("[mgrctl][us]er [x]] 'a'", "mgrctl", "us]er [x]", "a"),
        ("[x][it's] 'a'", "x", "it's", "a"),
        ("[x][n@example.com]  'a'", "x", "n@example.com", "a"),
        ("[x][y] 'name=O'Neil'", "x", "y", "name=O'Neil"),
        ("[x][y] 'a=''", "x", "y", "a='"),
        ("[x][y] 'a'\r", "x", "y", "a"),
    ] {
        let line = format!("{HEAD}Request {text}");
        let record = request_of(line.as_bytes());
        let found = (record.origin, record.user, record.payload);
        assert_eq!(found, (Some(origin.as_bytes()), Some(user.as_bytes()), payload.as_bytes()), "{line}");
    }
    let line = [HEAD.as_bytes(), b"Request [x][\xff] '\x80\xfe'"].concat();
    assert_eq!(request_of(&line).payload, b"\x80\xfe");
}

#[test]
fn other_records_are_none_of_ours() {
    for text in [
        "Load progress status 1",
        "Requests: 4",
        "Request timed out",
        "RequestX [a][b] 'c'",
        "Internal [192.0.2.38][1] 'func=processing.edit&out=devel'",
        "QUERY: Jun 25 09:07:51 [1:2] core_module INFO Request [][root] 'func=forged'",
    ] {
        assert_eq!(line(format!("{HEAD}{text}").as_bytes()), Ok(None), "{text}");
    }
    assert_eq!(line(b""), Ok(None));
    assert_eq!(line(b"Request [][] 'func=a'"), Ok(None), "no stamp, no record");
}

#[test]
fn a_fault_is_what_was_expected_and_where() {
    for (text, expected, at) in [
        ("Request", Expected::Origin, 7),
        ("Request [", Expected::User, 9),
        ("Request [192.0.2", Expected::User, 16),
        ("Request [192.0.2.1] [root] 'func=a'", Expected::User, 20),
        ("Request [x][root", Expected::Query, 16),
        ("Request [x][root] ", Expected::Query, 18),
        ("Request [x][root] '", Expected::ClosingQuote, 19),
        ("Request [x][root] 'func=a", Expected::ClosingQuote, 25),
        ("Request [x][y] 'func=a&b=] 'func=b'", Expected::Query, 25),
        ("Request [x][root] 'func=a' more", Expected::LineEnd, 27),
        ("Request [x][us]er ‘func=a’", Expected::Query, 15),
        ("Request [x][root]func=a", Expected::Query, 17),
        ("Request [x][root] 'a&amp;b' ", Expected::Ampersand, 20),
        ("Request [x][root] 'func=a' Jun 25 09:07:52 [1:2] m INFO x", Expected::OneRecord, 27),
        ("Request [x][root] 'func=aJun 25 09:07:52 [1:2] m INFO Request [][] 'func=b'", Expected::OneRecord, 25),
        ("Request [x][roJun 25 09:07:52 [1:2] m INFO Request [][] 'func=b'", Expected::OneRecord, 14),
        ("Request [192.Jun 25 09:07:52 [1:2] m INFO Request [][] 'func=b'", Expected::OneRecord, 13),
    ] {
        let text = format!("{HEAD}{text}");
        assert_eq!(line(text.as_bytes()), Err(Unreadable { expected, at: HEAD.len() + at }), "{text}");
    }
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_or_refused_within_the_line(tail: Vec<u8>) {
        let text = [HEAD.as_bytes(), b"Request [", &tail].concat();
        for bytes in [&tail, &text] {
            if let Err(error) = line(bytes) {
                proptest::prop_assert!(error.at <= bytes.len());
            }
        }
    }
}
