//! Standard input as an editor's filter: a selection may be less than a line.

use super::support::{MGRCTL, mgr2api};

const QUERY: &str = "elid=14&func=processing.edit&operafake=1&sok=ok";

/// Every form in which a request may be selected.
fn fragments() -> Vec<String> {
    let line = format!("Jun 25 09:07:51 [26956:1738] core_module INFO Request [192.0.2.38][root] '{QUERY}'");
    vec![
        line.clone(),
        format!("812:{line}"),
        format!("billmgr.log:812:{line}"),
        format!("Jun 25 09:07:51 panel billmgr[26956]: {line}"),
        format!("2026-06-25T09:07:51.120345678Z {line}"),
        format!("root@192.0.2.7: {line}"),
        format!("    {line}  "),
        format!("\x1b[32m{line}\x1b[0m"),
        format!("1738] core_module INFO Request [192.0.2.38][root] '{QUERY}'"),
        format!("INFO Request [192.0.2.38][root] '{QUERY}'"),
        format!("Request [192.0.2.38][root] '{QUERY}'"),
        format!("  Request [][] '{QUERY}'"),
        format!(".38][root] '{QUERY}'"),
        format!("'{QUERY}'"),
        format!("{QUERY}'"),
        QUERY.to_owned(),
        format!("?{QUERY}"),
        format!("/billmgr?{QUERY}"),
        format!("https://localhost:1500/billmgr?{QUERY}"),
    ]
}

fn call() -> String {
    format!("{MGRCTL}processing.edit elid=14 sok=ok\n")
}

#[test]
fn each_kind_of_selection_gives_the_call() {
    for fragment in fragments() {
        for end in ["", "\n", "\r\n"] {
            mgr2api(["-t", "mgrctl"]).stdin(format!("{fragment}{end}")).run().status(0).out(call());
        }
    }
}

#[test]
fn selections_of_all_kinds_may_be_mixed() {
    let (forwards, mut backwards) = (fragments(), fragments());
    backwards.reverse();
    for order in [forwards, backwards] {
        let run = mgr2api(["-t", "mgrctl", "--stats"]).stdin(order.join("\n")).run().status(0);
        run.out(call().repeat(order.len())).err_has(&[&format!("requests: {0} seen = {0} converted", order.len())]);
    }
}

#[test]
fn a_selection_in_a_file_is_no_request() {
    for fragment in ["INFO Request [192.0.2.38][root] 'func=a'", "'func=a'", "func=a&b=c"] {
        mgr2api(["selection.log"]).file("selection.log", fragment).run().status(1).out("");
    }
}

#[test]
fn the_dash_means_standard_input_with_all_its_freedom() {
    mgr2api(["-t", "mgrctl", "-"]).stdin(QUERY).run().status(0).out(call());
}

#[test]
fn text_around_a_selection_is_left_alone() {
    let text = "Dear colleague,\nthe option func= takes a name.\n'no function=here'\nfunction=x&y=z\n";
    mgr2api(["-t", "mgrctl", "--stats"]).stdin(format!("{text}{QUERY}\n")).run().status(0).out(call()).err(
        "stdin: cannot tell which panel wrote this, assuming ispmgr; set it with -m NAME, for example -m billmgr\n\
         requests: 1 seen = 1 converted + 0 filtered out + 0 reported\n",
    );
}

#[test]
fn a_cut_selection_is_reported_with_its_place() {
    for (selection, place) in [
        ("Request [192.0.2.38][root] 'func=a&b=", "stdin:2: not converted: expected the closing quote"),
        ("Request [192.0.2.38", "stdin:2: not converted: expected '][' and the user"),
        ("'func=a&b=", "stdin:2: not converted: expected the closing quote"),
    ] {
        mgr2api([""; 0]).stdin(format!("text\n{selection}\n")).run().status(1).out("").err_has(&[place]);
    }
}
