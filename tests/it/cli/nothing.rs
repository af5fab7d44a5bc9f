//! A run without output gives the reason in one line that names the log.

use super::support::{Ended, mgr2api, request};

const RECORD: &str = "Jun 25 09:07:51 [1:2] libmgr EXTINFO Start thread\n";

#[track_caller]
fn says(run: Ended, parts: &[&str]) {
    let run = run.status(1).out("").err_has(parts);
    assert_eq!(run.err_text().lines().count(), 1, "{}", run.err_text());
}

#[test]
fn a_log_without_requests_is_named_with_the_setting_that_cures_it() {
    let run = |logs: &[&str], content: &str| logs.iter().fold(mgr2api(logs), |run, log| run.file(log, content)).run();
    let cure = [
        "the log level of core_module is 5 or higher",
        "/usr/local/mgr5/etc/debug.conf",
        "restart the panel: /usr/local/mgr5/sbin/mgrctl -m ",
    ];
    for content in [RECORD, ""] {
        says(
            run(&["billmgr.log"], content),
            &[&["billmgr.log: no requests found", "'billmgr.core_module 5'", "-m billmgr -R"][..], &cure].concat(),
        );
        says(
            run(&["billmgr.log", "ispmgr.log"], content),
            &[&["billmgr.log, ispmgr.log: no", "'*.core_module 5'", "-m NAME"][..], &cure].concat(),
        );
        says(run(&["billmgr.log", "old/billmgr.log.1"], content), &["'billmgr.core_module 5'"]);
        says(run(&["a", "b", "c", "d", "e"], content), &["a, b, c and 2 more: no requests found"]);
    }
    says(run(&["billmgr.log"], ""), &["the file is empty"]);
    says(run(&["a", "b"], ""), &["the files are empty"]);
    assert!(!run(&["billmgr.log"], RECORD).err_text().contains("empty"));
}

#[test]
fn requests_that_were_all_filtered_out_are_counted_with_the_filters() {
    let log = request("func=a") + &request("func=b");
    let run = |options: &[&str]| mgr2api(options).args(["-m", "core", "x.log"]).file("x.log", &log).run();
    for (options, said) in [
        (&["--func", "nosuch"][..], "none of 2 requests matches --func;"),
        (&["--user", "nobody", "--changes"], "none of 2 requests matches --user, --changes;"),
        (&["--exclude", "."], "none of 2 requests matches --exclude;"),
        (&["--origin", "mgrctl", "-n", "1"], "none of 2 requests matches --origin;"),
    ] {
        says(run(options), &[said]);
        run(&[options, &["-q"]].concat()).status(1).out("").err("");
        // The totals already report it.
        let stats = run(&[options, &["--stats"]].concat()).status(1).out("");
        stats.err("requests: 2 seen = 0 converted + 2 filtered out + 0 reported\n");
    }
    says(mgr2api(["--func", "x"]).stdin(request("func=a")).run(), &["the only request does not match --func;"]);
}

#[test]
fn a_range_of_time_without_requests_is_not_a_matter_of_the_log_level() {
    let log = request("func=a").repeat(5_000);
    let run = mgr2api(["--since", "2001-01-01", "--until", "2001-01-02", "billmgr.log"]).file("billmgr.log", log).run();
    assert!(!run.err_text().contains("level"), "{}", run.err_text());
    says(run, &["--since"]);
}

#[test]
fn help_and_man_page_say_what_to_do_about_the_log_level() {
    for arguments in [&["--help"][..], &["--generate", "man"]] {
        let text = mgr2api(arguments).run().status(0).out_text();
        let text = text.replace('\\', "").split_whitespace().collect::<Vec<_>>().join(" ");
        for part in [
            "If no requests come",
            "the log level of core_module is 5 or higher",
            "/usr/local/mgr5/etc/debug.conf",
            "*.core_module 5",
        ] {
            assert!(text.contains(part), "{arguments:?}: no {part}");
        }
    }
}
