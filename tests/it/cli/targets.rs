//! What is printed for each request, and in which order.

use super::support::{MGRCTL, mgr2api, request};

#[test]
fn targets_come_one_after_the_other_for_each_request() {
    let run =
        mgr2api(["-q", "-t", "url", "--to", "mgrctl", "-t", "url"]).stdin(request("func=a") + &request("func=b")).run();
    let url = |function: &str| format!("https://localhost:1500/ispmgr?func={function}&out=json\n");
    let all = ["a", "b"].map(|function| format!("{0}{MGRCTL}{function}\n{0}", url(function)));
    run.status(0).out(all.concat());
}

#[test]
fn the_target_is_curl_if_nothing_else_is_asked_for() {
    let default = mgr2api([""; 0]).stdin(request("func=a")).run();
    let curl = mgr2api(["--to=curl"]).stdin(request("func=a")).run();
    assert_eq!(default.out, curl.out);
    assert!(default.out_text().contains("curl -sS"));
}

#[test]
fn a_request_that_one_target_cannot_say_is_said_by_the_others() {
    let run = mgr2api(["-t", "mgrctl", "-t", "url", "-m", "core", "--stats"]).stdin(request("a=%00&func=x")).run();
    run.status(0).out("https://localhost:1500/core?func=x&a=%00&out=json\n").err(
        "stdin:1: x: not converted to mgrctl: a contains a NUL byte, which a command line cannot contain\n\
             requests: 1 seen = 1 converted + 0 filtered out + 0 reported\n",
    );
}

#[test]
fn a_long_body_is_split_into_arguments_that_a_kernel_takes() {
    let value = "x".repeat(60_000);
    let query = format!("a={value}&b={value}&c={value}&func=x&z=1");
    let run = mgr2api(["-m", "core"]).stdin(request(&query)).run().status(0).err("");
    let text = run.out_text();
    let data: Vec<&str> =
        text.split("--data-raw '").skip(1).map(|rest| rest.split('\'').next().expect("quote")).collect();
    assert_eq!(data.join("&"), format!("func=x&a={value}&b={value}&c={value}&z=1&out=json"));
    assert!(data.len() == 3 && data.iter().all(|argument| argument.len() <= 131_071));
}

#[test]
fn the_longest_parameter_is_as_long_as_one_argument() {
    let run = |len: usize| {
        mgr2api(["-m", "core", "-t", "mgrctl"]).stdin(request(&format!("a={}&func=x", "y".repeat(len)))).run()
    };
    run(131_069).status(0).err("");
    run(131_070).status(1).out("").err_has(&["a is longer than one argument", "131071"]);
}

#[test]
fn rust_functions_have_names_of_their_own_over_all_logs() {
    let run = mgr2api(["-t", "rust", "--threads", "4", "a", "b"])
        .file("a", request("func=user.edit").repeat(2))
        .file("b", request("func=user_edit") + &request("func=move"));
    let run = run.run().status(0);
    let text = run.out_text();
    let names: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("fn ")?.split('(').next()).collect();
    assert_eq!(names, ["user_edit", "user_edit_2", "user_edit_3", "move_call"]);
}

#[test]
fn comments_are_asked_for_or_left_out() {
    let log = "Jun  5 09:07:51 [1:2] core_module INFO Request [][root#shop(3)] 'func=user.edit&passwd=*&sok=ok'\n";
    let comment = "Jun  5 09:07:51 root as shop, user.edit, changes data, without masked passwd\n";
    for (target, sign) in [("curl", "# "), ("mgrctl", "# "), ("url", "# "), ("rust", "// ")] {
        let plain = mgr2api(["-t", target]).stdin(log).run().status(0);
        let with = mgr2api(["-t", target, "--comments", "always"]).stdin(log).run().status(0);
        with.out(format!("{sign}{comment}{}", plain.out_text()));
        mgr2api(["-t", target, "--comments", "never"]).stdin(log).run().out(&plain.out);
    }
    let json = mgr2api(["-t", "json", "--comments", "always"]).stdin(log).run().status(0);
    assert_eq!(json.out_text().lines().count(), 1, "JSON has no comments");
}
