//! Filters select whole requests and never change one.

use super::support::{mgr2api, request, request_by};

/// Requests with different functions; some change something.
fn log() -> String {
    [
        request_by("192.0.2.38", "root", "elid=1&func=user.edit&sok=ok"),
        request_by("192.0.2.38", "root#admin(1)", "elid=1&func=user.edit"),
        request_by("mgrctl", "root", "func=problems.autosolve"),
        request_by("2001:db8::7", "Иван", "elid=2&func=webdomain.delete"),
        request_by("", "", "func=Whoami"),
        request_by("192.0.2.38", "root", "elid=3&func=vm%2Emigrate"),
    ]
    .concat()
}

/// The numbers of the requests that pass, from 1.
#[track_caller]
fn passing(options: &[&str]) -> Vec<u64> {
    let run = mgr2api(["-q", "-t", "json"]).args(options).stdin(log()).run();
    let lines = run.out_text();
    let passing: Vec<u64> = lines
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON")["line"].as_u64().expect("line"))
        .collect();
    run.status(i32::from(passing.is_empty()));
    passing
}

#[test]
fn functions_are_matched_unanchored_and_decoded() {
    assert_eq!(passing(&[]), [1, 2, 3, 4, 5, 6]);
    assert_eq!(passing(&["--func", "edit"]), [1, 2]);
    assert_eq!(passing(&["--func", "^user"]), [1, 2]);
    assert_eq!(passing(&["--func", r"vm\.migrate"]), [6]);
    assert_eq!(passing(&["--func", "edit|delete$"]), [1, 2, 4]);
    assert_eq!(passing(&["--func", "edit", "--func", "delete"]), [1, 2, 4]);
    assert_eq!(passing(&["--func", "whoami"]), [0; 0]);
    assert_eq!(passing(&["--func", "(?i)whoami"]), [5]);
}

#[test]
fn excluded_functions_go_whatever_else_is_asked_for() {
    assert_eq!(passing(&["--exclude", "edit"]), [3, 4, 5, 6]);
    assert_eq!(passing(&["--exclude", "edit", "--exclude", "delete"]), [3, 5, 6]);
    assert_eq!(passing(&["--func", "user|domain", "--exclude", "edit"]), [4]);
    assert_eq!(passing(&["--exclude", "vm.migrate"]), [1, 2, 3, 4, 5]);
}

#[test]
fn users_are_matched_as_logged() {
    assert_eq!(passing(&["--user", "admin"]), [2]);
    assert_eq!(passing(&["--user", "^root$"]), [1, 3, 6]);
    assert_eq!(passing(&["--user", r"#admin\(1\)$"]), [2]);
    assert_eq!(passing(&["--user", "(?i)ИВАН"]), [4]);
    assert_eq!(passing(&["--user", r"^\w{4}$"]), [1, 3, 4, 6]);
    assert_eq!(passing(&["--user", "^$"]), [5]);
    assert_eq!(passing(&["--user", "admin", "--user", "Иван"]), [2, 4]);
}

#[test]
fn origins_are_matched_as_logged() {
    assert_eq!(passing(&["--origin", "mgrctl"]), [3]);
    assert_eq!(passing(&["--origin", r"^192\.0\.2\."]), [1, 2, 6]);
    assert_eq!(passing(&["--origin", "2001:db8::7", "--origin", "^$"]), [4, 5]);
}

#[test]
fn changes_are_applied_forms_and_verbs() {
    assert_eq!(passing(&["--changes"]), [1, 4, 6]);
}

/// Forms for several objects: `faction` contains the function.
fn group_log() -> String {
    [
        "elid=1%2C%202&faction=user%2Eedit&func=groupedit&sok=ok",
        "elid=1%2C%202&faction=user%2Eedit&func=groupedit",
        "elid=1%2C%202&faction=webdomain%2Edelete&func=groupedit",
        "elid=1&func=user.edit&sok=ok",
        "faction=%2A&func=groupedit&sok=ok",
        "faction=*&func=groupedit&sok=ok",
    ]
    .map(request)
    .concat()
}

#[test]
fn a_form_for_several_objects_goes_by_the_function_that_it_is_for() {
    let lines = |options: &[&str]| -> Vec<u64> {
        let run = mgr2api(["-q", "-t", "json", "-m", "ispmgr"]).args(options).stdin(group_log()).run();
        let text = run.out_text();
        let objects = text.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"));
        objects.map(|object| object["line"].as_u64().expect("line")).collect()
    };
    assert_eq!(lines(&["--func", "^user[.]edit$"]), [1, 2, 4]);
    assert_eq!(lines(&["--func", "^groupedit$"]), [1, 2, 3, 5, 6]);
    assert_eq!(lines(&["--exclude", "^user[.]edit$"]), [3, 5, 6]);
    assert_eq!(lines(&["--exclude", "^groupedit$"]), [4]);
    assert_eq!(lines(&["--changes"]), [1, 3, 4, 5, 6]);
    assert_eq!(lines(&["--changes", "--func", "user.edit"]), [1, 4]);
}

#[test]
fn a_form_for_several_objects_is_called_as_it_was_logged_and_named_for_what_it_does() {
    let run = |options: &[&str]| {
        let options = mgr2api(["-q", "-m", "ispmgr", "-n", "5"]).args(options);
        let log: Vec<String> = group_log().split_inclusive('\n').take(3).map(str::to_owned).collect();
        options.stdin(log.concat()).run().status(0)
    };
    run(&["-t", "mgrctl", "--comments", "always", "--exclude", "delete", "--changes"]).out(
        "# Jun 25 09:07:51 root, user.edit for several objects, changes data\n\
         /usr/local/mgr5/sbin/mgrctl -m ispmgr groupedit 'elid=1, 2' faction=user.edit sok=ok\n",
    );
    for (target, name) in [("rust", "fn user_edit("), ("go", "func userEdit("), ("postman", "{\"name\":\"user.edit\"")]
    {
        let text = run(&["-t", target, "--changes", "--exclude", "delete"]).out_text();
        assert!(text.contains(name) && text.contains("groupedit"), "{text}");
    }
    let script = run(&["-t", "mgrctl", "--script"]).out_text();
    assert!(
        script.contains("    step 1 user.edit\n") && script.contains("    # step 3 webdomain.delete\n"),
        "{script}"
    );
}

#[test]
fn filters_of_different_kinds_must_all_agree() {
    assert_eq!(passing(&["--changes", "--user", "root", "--func", "edit"]), [1]);
    assert_eq!(passing(&["--changes", "--user", "Иван", "--exclude", "delete"]), [0; 0]);
}

#[test]
fn a_distinct_call_comes_once() {
    let once = |options: &[&str], queries: &[&str]| -> usize {
        let log: String = queries.iter().map(|query| request(query)).collect();
        let run = mgr2api(["-t", "mgrctl", "--unique"]).args(options).stdin(log).run().status(0);
        run.out_text().lines().count()
    };
    assert_eq!(once(&[], &["elid=1&func=a", "elid=1&func=a"]), 1);
    assert_eq!(once(&[], &["elid=1&func=a", "elid=2&func=a", "elid=1&func=a"]), 2);
    assert_eq!(once(&[], &["elid=1&func=a&operafake=1", "elid=1&func=a&operafake=2&sfrom=ajax"]), 1);
    assert_eq!(once(&["--raw"], &["elid=1&func=a&operafake=1", "elid=1&func=a&operafake=2"]), 2);
    assert_eq!(once(&[], &["elid=a.b&func=a", "elid=a%2eb&func=a"]), 1);
    assert_eq!(once(&["--drop", "elid"], &["elid=1&func=a", "elid=2&func=a"]), 1);
    assert_eq!(once(&[], &["a=1&b=2&func=a", "b=2&a=1&func=a"]), 2);
}

#[test]
fn unique_holds_over_several_logs_and_apart_for_each_panel() {
    let run = mgr2api(["-t", "url", "--unique", "billmgr.log", "billmgr.log.1", "vmmgr.log"])
        .file("billmgr.log", request("func=a"))
        .file("billmgr.log.1", request("func=a"))
        .file("vmmgr.log", request("func=a"));
    run.run()
        .status(0)
        .out("https://localhost:1500/billmgr?func=a&out=json\nhttps://localhost:1500/vmmgr?func=a&out=json\n");
}

#[test]
fn the_stats_say_what_was_filtered() {
    let run = mgr2api(["-q", "--stats", "--func", "edit"])
        .stdin(log() + "Jun 25 09:07:51 [1:2] m INFO Request [a][b] 'x")
        .run();
    run.status(0).err("requests: 7 seen = 2 converted + 4 filtered out + 1 reported\n");
}

#[test]
fn a_filter_alters_no_request() {
    let all = mgr2api(["-q"]).stdin(log()).run().out_text();
    let some = mgr2api(["-q", "--func", "delete|migrate"]).stdin(log()).run().out_text();
    let expected: Vec<&str> =
        all.split_inclusive('\n').filter(|line| line.contains("delete") || line.contains("migrate")).collect();
    let expected = expected.concat();
    assert_eq!(some, expected);
    assert_eq!(some.lines().count(), 2);
}
