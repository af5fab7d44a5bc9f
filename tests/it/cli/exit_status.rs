//! Exit statuses: 0 something was converted, 1 nothing was, 2 usage, unreadable input or write error.

use super::support::{mgr2api, request};

const GOOD: &str = "elid=1&func=user.edit";
const CUT: &str = "Jun 25 09:07:51 [1:2] core_module INFO Request [192.0.2.38][root] 'elid=1&func=user.ed\n";

#[test]
fn one_converted_request_is_success() {
    mgr2api([""; 0]).stdin(request(GOOD)).run().status(0);
    mgr2api([""; 0]).stdin(request(GOOD) + CUT).run().status(0);
}

#[test]
fn nothing_converted_is_one() {
    for stdin in [String::new(), "no request\n".to_owned(), CUT.to_owned()] {
        mgr2api([""; 0]).stdin(stdin).run().status(1).out("");
    }
    mgr2api(["--func", "other", "-q"]).stdin(request(GOOD)).run().status(1).out("").err("");
    mgr2api(["-t", "mgrctl"]).stdin(request("a=%00&func=user.edit")).run().status(1).out("");
}

#[test]
fn with_passthrough_nothing_converted_is_success() {
    mgr2api(["--passthrough"]).stdin("no request\n").run().status(0).out("no request\n").err("");
    mgr2api(["--passthrough"]).stdin("").run().status(0).out("").err("");
}

#[test]
fn a_command_line_that_cannot_be_carried_out_is_two() {
    for arguments in [
        &["--no-such-option"][..],
        &["--func", "("],
        &["--url", "/localhost"],
        &["-t", "lisp"],
        &["-m", "nomgr"],
        &["--threads", "0"],
        &["-n", "-1"],
        &["--raw", "--tidy"],
        &["--passthrough", "-n", "1"],
        &["--auth", "basic"],
        &["--su", ""],
        &["--out", ""],
        &["missing.log"],
    ] {
        mgr2api(arguments).stdin(request(GOOD)).run().status(2).out("");
    }
}

#[test]
fn an_unreadable_log_is_two_although_the_others_are_converted() {
    let run = mgr2api(["-q", "-t", "mgrctl", "good.log", ".", "good.log"]).file("good.log", request(GOOD)).run();
    let call = "/usr/local/mgr5/sbin/mgrctl -m ispmgr user.edit elid=1\n";
    run.status(2).out([call, call].concat()).err("mgr2api: .: is a folder; name the logs in it\n");
}

#[test]
fn strict_makes_any_loss_one() {
    for (options, query) in [
        (&["--strict"][..], "func=user.edit&passwd=*"),
        (&["--strict", "-t", "url"], "func=user.edit&passwd=hunter2"),
        (&["--strict", "-t", "json", "-t", "mgrctl"], "a=%00&func=user.edit"),
    ] {
        let lossy = mgr2api(options).stdin(request(query)).run().status(1);
        assert!(!lossy.out.is_empty(), "strict says how it went, it does not withhold");
        mgr2api(&options[1..]).stdin(request(query)).run().status(0);
    }
    mgr2api(["--strict"]).stdin(request(GOOD) + CUT).run().status(1);
    mgr2api(["--strict", "-q"]).stdin(request(GOOD) + CUT).run().status(1).err("");
}

#[test]
fn strict_lets_pass_what_is_no_loss() {
    for query in
        [GOOD, "func=user.edit&passwd=hunter2", "auth=669064200&func=user.edit", "func=user.edit&note=&sfrom=ajax"]
    {
        mgr2api(["--strict"]).stdin(request(query)).run().status(0);
    }
    mgr2api(["--strict", "--func", "edit"]).stdin(request(GOOD) + &request("func=whoami")).run().status(0);
}

#[test]
fn a_failure_outranks_a_loss() {
    mgr2api(["--strict", ".", "cut.log"]).file("cut.log", request(GOOD) + CUT).run().status(2);
}

#[test]
fn with_exit_zero_a_filter_that_matches_nothing_has_succeeded() {
    for stdin in [String::new(), "no request\n".to_owned(), CUT.to_owned()] {
        mgr2api(["--exit-zero"]).stdin(stdin).run().status(0).out("");
    }
    mgr2api(["--exit-zero", "--func", "other", "-q"]).stdin(request(GOOD)).run().status(0).out("").err("");
    // It concerns matches only, not errors.
    mgr2api(["--exit-zero", "missing.log"]).run().status(2).out("");
    mgr2api(["--exit-zero", "--strict"]).stdin(CUT).run().status(1).out("");
}
