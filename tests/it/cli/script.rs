//! `--script`: which requests it refuses, and when it prints nothing.

use super::support::{mgr2api, request};

#[test]
fn what_makes_no_script_is_refused_with_the_way_out() {
    for (options, parts) in [
        (&["-t", "url"][..], &["--script does not support url", "curl, mgrctl, rust"][..]),
        (&["-t", "json"], &["--script does not support json", "curl, mgrctl, rust"]),
        (&["-t", "curl,mgrctl"], &["use -t with one of: curl, mgrctl, rust"]),
        (&["--shell", "fish"], &["--shell", "a script runs in sh"]),
        (&["--var", "elid=url"], &["--var url", "another VAR"]),
        (&["-f"], &["--script", "cannot be used with", "--follow"]),
        (&["--passthrough"], &["cannot be used with", "--passthrough"]),
        (&["--copy"], &["cannot be used with", "--copy"]),
        (&["--state", "position"], &["cannot be used with", "--state"]),
    ] {
        mgr2api(["--script"]).args(options).stdin(request("func=a")).run().status(2).out("").err_has(parts);
    }
    mgr2api(["--with-deletes"]).stdin(request("func=a")).run().status(2).out("").err_has(&["--script"]);
}

#[test]
fn no_call_is_no_script() {
    mgr2api(["--script", "-m", "core"]).stdin("nothing\n").run().status(1).out("");
    mgr2api(["--script", "-m", "core", "--func", "b"]).stdin(request("func=a")).run().status(1).out("");
    mgr2api(["--script", "-m", "core", "-t", "mgrctl"]).stdin(request("a=%00&func=a")).run().status(1).out("");
}

#[test]
fn numbers_go_on_over_logs_and_one_that_cannot_be_said_has_none() {
    let run = mgr2api(["--script", "-m", "core", "-t", "mgrctl", "-q", "--threads", "2", "a", "b"])
        .file("a", request("func=one") + &request("a=%00&func=two"))
        .file("b", request("func=three") + &request("func=four"));
    let run = run.run().status(0);
    let text = run.out_text();
    let steps: Vec<&str> = text.lines().filter_map(|line| line.trim().strip_prefix("step ")).collect();
    assert_eq!(steps, ["1 one", "2 three", "3 four"]);
    assert_eq!((text.matches("#!/bin/sh").count(), text.matches("\ncalls\n").count()), (1, 1));
}

#[test]
fn the_last_calls_make_a_script_too() {
    let log = request("func=one") + &request("func=two") + &request("func=three");
    let run = mgr2api(["--script", "-m", "core", "-n", "2"]).stdin(log).run().status(0);
    assert!(!run.out_text().contains("func=one") && run.out_text().contains("step 2 three"));
    assert!(run.out_text().ends_with("printf 'calls made: %s\\n' \"$made\" >&2\n"));
}

#[test]
fn a_log_that_breaks_off_leaves_no_program() {
    let mut packed = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];
    packed.extend_from_slice(b"broken");
    let run = mgr2api(["--script", "-m", "core", "a", "b"]).file("a", request("func=one")).file("b", packed).run();
    let run = run.status(2);
    assert!(run.out_text().contains("step 1 one") && !run.out_text().contains("\ncalls\n"));
}

#[test]
fn powershell_is_for_curl() {
    let log = request("func=a&elid=5");
    let run = |options: &[&str]| mgr2api(["--shell", "powershell", "-m", "core"]).args(options).stdin(&log).run();
    run(&[]).status(0).out(
        "if (!$env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }; \
         'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO) + '&func=a&elid=5&out=json' | \
         curl.exe -sSf --insecure -d '@-' https://localhost:1500/core\n",
    );
    run(&["-t", "mgrctl"]).status(2).out("").err_has(&["not for mgrctl", "-t curl"]);
    run(&["--script"]).status(2).out("").err_has(&["a script runs in sh"]);
    assert_eq!(run(&["-t", "json"]).status(0).out_text().lines().count(), 1);
}

#[test]
fn comments_are_there_unless_nobody_wants_them() {
    let log = request("func=user.edit&elid=5&sok=ok") + &request("func=user.delete&elid=5");
    for target in ["curl", "mgrctl", "rust"] {
        let text = |options: &[&str]| {
            let run = mgr2api(["--script", "-m", "core", "-t", target]).args(options).stdin(&log).run();
            run.status(0).out_text().clone()
        };
        for options in [&[][..], &["--comments", "auto"], &["--comments", "always"]] {
            assert_eq!(text(options).matches("changes data").count(), 2, "{target} {options:?}");
        }
        let bare = text(&["--comments", "never"]);
        assert!(!bare.contains("changes data"), "{bare}");
        // The reason why a call does not run is not one of the optional comments.
        assert_eq!(bare.matches("Not run, since it deletes").count(), 1, "{bare}");
    }
}

#[test]
fn what_deletes_waits_in_a_script_whatever_part_of_its_name_says_so() {
    let functions = ["disk.erase", "disk.wipe", "user.delete_all", "user.delete.ask"];
    let log: String = functions.iter().map(|function| request(&format!("func={function}&elid=5"))).collect();
    let run = mgr2api(["--script", "-m", "core", "-t", "mgrctl"]).stdin(log).run().status(0);
    for (index, function) in functions.iter().enumerate() {
        assert!(run.out_text().contains(&format!("{function}, changes data\n")), "{function}");
        assert!(run.out_text().contains(&format!("    # step {} {function}\n", index + 1)), "{function}");
    }
}
