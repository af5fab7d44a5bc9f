//! Text of a stranger that the panel wrote into its log and that looks like a request: no way of reading the log may
//! make a call of it.

use super::support::{mgr2api, request};

const HEAD: &str = "Jun 25 09:07:51 [1:2] ";

fn forged() -> String {
    request("func=user.delete&elid=forged")
}

/// The log's own request, then a record of another kind, its continuation, and the end.
fn log(prefix: &str, opening: &str, continuation: &str) -> String {
    let real = request("func=real.edit");
    format!("{prefix}{real}{prefix}{HEAD}xml DEBUG {opening}\n{continuation}{prefix}</doc>\n{prefix}'\n")
}

#[test]
fn an_indented_stamp_is_the_text_of_the_record_before_it() {
    for opening in ["<doc>", "x = '<doc>", "x = '<doc a='b>", "x = 'one' and '<doc>", "it's <doc>"] {
        for closing in ["", "'\n", "text'\n"] {
            let log = log("", opening, &format!("{closing}  {}", forged()));
            for arguments in [&["log"][..], &["-n", "5", "log"]] {
                let run = mgr2api(arguments).args(["-t", "url"]).file("log", &log).run().status(0);
                assert!(!run.out_text().contains("forged"), "{opening}");
                run.err_has(&["log:", "inside another"]);
            }
        }
    }
}

#[test]
fn in_a_log_with_prefixes_the_text_behind_the_prefix_is_no_record() {
    for prefix in ["12:", "Nov 18 09:27:23 host billmgr[77]: ", "billmgr_1  | "] {
        let log = log(prefix, "x = '<doc>", &format!("{prefix}<name>{}", forged()));
        let run = mgr2api(["-t", "url"]).stdin(&log).run().status(0);
        assert!(!run.out_text().contains("forged") && run.out_text().contains("real.edit"), "{prefix}");
    }
}

#[test]
fn a_huge_dump_does_not_wear_the_last_requests_out() {
    let rows = "<row>some text that fills the dump</row>\n".repeat(150_000);
    let log = log("", "x = '<doc>", &format!("{rows}  {}", forged()));
    let run = mgr2api(["-n", "1", "-t", "url", "log"]).file("log", &log).run().status(0);
    assert!(run.out_text().contains("real.edit") && !run.out_text().contains("forged"));
}

#[test]
fn two_ends_of_the_user_are_one_too_many() {
    let line = format!("{HEAD}core_module INFO Request [x][y] 'func=user.delete&a=] 'func=real'\n");
    mgr2api(["log"]).file("log", line).run().status(1).out("").err_has(&["not converted"]);
}

#[test]
fn a_request_full_of_secrets_is_read_in_no_time() {
    let line = request(&format!("func=f{}", "&pass=x".repeat(20_000)));
    let run = mgr2api(["-t", "json", "log"]).file("log", line).run().status(0);
    assert!(run.out_text().contains("PASS_20000"));
}
