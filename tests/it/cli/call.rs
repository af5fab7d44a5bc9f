//! How calls reach the panel: address, login, method, account, language, format, shell.

use super::support::{curl, mgr2api, mgrctl, request, request_by};

const QUERY: &str = "elid=1&func=x";

#[test]
fn the_usual_call() {
    assert_eq!(
        curl(&[], QUERY),
        "test -n \"$MGR_AUTHINFO\" && printf %s \"$MGR_AUTHINFO\" | curl -sSf --insecure --data-urlencode authinfo@- \
         --data-raw 'func=x&elid=1&out=json' https://localhost:1500/ispmgr"
    );
}

#[test]
fn the_address_is_the_manager_unless_it_has_a_path() {
    for (url, address) in [
        ("https://panel.example.com:1500", "https://panel.example.com:1500/ispmgr"),
        ("https://panel.example.com:1500/", "https://panel.example.com:1500/ispmgr"),
        ("https://panel.example.com/manager/billmgr", "https://panel.example.com/manager/billmgr"),
        ("http://192.0.2.1:8080/vmmgr/", "http://192.0.2.1:8080/vmmgr"),
        ("https://[2001:db8::1]:1500", "'https://[2001:db8::1]:1500/ispmgr'"),
    ] {
        assert!(curl(&["--url", url], QUERY).ends_with(&format!(" {address}")), "{url}");
    }
    assert!(curl(&["--url", "https://[2001:db8::1]"], QUERY).contains(" -g "));
    assert!(!curl(&[], QUERY).contains(" -g "));
}

#[test]
fn a_path_that_names_a_manager_names_it_for_mgrctl_too() {
    let run = mgr2api(["-t", "mgrctl", "--url", "https://localhost/manager/billmgr"]).stdin(request(QUERY)).run();
    run.status(0).out("/usr/local/mgr5/sbin/mgrctl -m billmgr x elid=1\n").err("");
}

#[test]
fn the_certificate_of_the_own_machine_is_not_checked() {
    for (url, insecure) in [
        ("https://localhost:1500", true),
        ("https://127.0.0.1", true),
        ("https://[::1]:1500", true),
        ("https://panel.example.com", false),
        ("https://192.0.2.1", false),
    ] {
        assert_eq!(curl(&["--url", url], QUERY).contains("--insecure"), insecure, "{url}");
        assert!(curl(&["--url", url, "--insecure"], QUERY).contains("--insecure"), "{url}");
        let rust = curl(&["-t", "rust", "--url", url], QUERY);
        assert_eq!(rust.contains("danger_accept_invalid_certs(true)"), insecure, "{url}");
    }
}

#[test]
fn the_login_comes_from_where_it_is_asked_for() {
    for (auth, has, has_not) in [
        (
            "authinfo",
            "test -n \"$MGR_AUTHINFO\" && printf %s \"$MGR_AUTHINFO\" | curl -sSf --insecure --data-urlencode authinfo@- ",
            "MGR_SESSION",
        ),
        (
            "session",
            "test -n \"$MGR_SESSION\" && printf %s \"$MGR_SESSION\" | curl -sSf --insecure --data-urlencode auth@- ",
            "MGR_AUTHINFO",
        ),
        ("none", "curl -sSf --insecure --data-raw ", "MGR_"),
    ] {
        let snippet = curl(&["--auth", auth], QUERY);
        assert!(snippet.starts_with(has) && !snippet.contains(has_not), "{snippet}");
        let rust = curl(&["-t", "rust", "--auth", auth], QUERY);
        assert!(!rust.contains(has_not), "{rust}");
        assert_eq!(mgrctl(&["--auth", auth], QUERY), "x elid=1", "mgrctl needs no login");
    }
}

#[test]
fn parameters_go_into_the_body_or_the_address() {
    assert!(!curl(&["--method", "post"], QUERY).contains(" -G "));
    assert!(curl(&["--method", "get"], QUERY).contains(" -G "));
    assert!(curl(&["-t", "rust"], QUERY).contains(".form(&form)"));
    assert!(curl(&["-t", "rust", "--method", "get"], QUERY).contains(".query(&form)"));
}

#[test]
fn the_format_is_the_one_asked_for_else_the_logged_one_else_json() {
    for (options, query, sent) in [
        (&[][..], "func=x", "func=x&out=json"),
        (&[], "func=x&out=devel", "func=x&out=devel"),
        (&["--out", "xml"], "func=x", "func=x&out=xml"),
        (&["--out", "xml"], "func=x&out=devel&z=1", "func=x&out=xml&z=1"),
        (&["--out", "xml"], "func=x&out=", "func=x&out=xml"),
        (&["--raw"], "func=x", "func=x&out=json"),
    ] {
        assert!(curl(options, query).contains(&format!("'{sent}'")), "{options:?} {query}");
        assert!(curl(&[options, &["-t", "url"]].concat(), query).ends_with(sent), "{options:?} {query}");
    }
    assert_eq!(mgrctl(&[], "func=x"), "x", "mgrctl has a format of its own");
    assert_eq!(mgrctl(&[], "func=x&out=devel"), "x out=devel");
    assert_eq!(mgrctl(&["--out", "xml"], "func=x"), "x out=xml");
}

#[test]
fn the_language_is_added_or_replaced() {
    assert_eq!(mgrctl(&["--lang", "en"], "func=x"), "x lang=en");
    assert_eq!(mgrctl(&["--lang", "en"], "func=x&lang=ru&z=1"), "x lang=en z=1");
    assert_eq!(mgrctl(&[], "func=x&lang=ru"), "x lang=ru");
}

#[test]
fn the_call_works_as_the_logged_user() {
    let by = |options: &[&str], user: &str, query: &str| {
        let run =
            mgr2api(["-t", "mgrctl", "-m", "core"]).args(options).stdin(request_by("", user, query)).run().status(0);
        run.out_text().trim_end().replace("/usr/local/mgr5/sbin/mgrctl -m core ", "")
    };
    assert_eq!(by(&[], "root", QUERY), "x elid=1");
    assert_eq!(by(&[], "", QUERY), "x elid=1");
    assert_eq!(by(&[], "shop", QUERY), "x elid=1 su=shop");
    assert_eq!(by(&["--su", "auto"], "root#shop(12)", QUERY), "x elid=1 su=shop");
    assert_eq!(by(&[], "root#a b(12)", QUERY), "x elid=1 'su=a b'");
    assert_eq!(by(&[], "admin", "func=x&su=shop"), "x su=shop");
    assert_eq!(by(&["--su", "never"], "shop", QUERY), "x elid=1");
    assert_eq!(by(&["--su", "never"], "shop", "func=x&su=other"), "x su=other");
    assert_eq!(by(&["--su", "ann"], "root", QUERY), "x elid=1 su=ann");
    assert_eq!(by(&["--su", "ann"], "shop", "func=x&su=other&z=1"), "x su=ann z=1");
    assert_eq!(by(&["--su", "ann's"], "root", "func=x"), r"x 'su=ann'\''s'");
}

#[test]
fn each_shell_gets_its_own_quotes() {
    let query = "a=1%0A2&func=x";
    assert_eq!(mgrctl(&["--shell", "bash"], query), r"x $'a=1\n2'");
    assert_eq!(mgrctl(&["--shell", "sh"], query), r#"x "$(printf 'a=1\n2')""#);
    assert_eq!(mgrctl(&["--shell", "fish"], query), r"x 'a=1'\X0a'2'");
    for (other, same) in [("zsh", "bash"), ("dash", "sh"), ("ksh", "sh"), ("busybox", "sh")] {
        assert_eq!(mgrctl(&["--shell", other], query), mgrctl(&["--shell", same], query), "{other}");
    }
    assert_eq!(
        curl(&["--shell", "fish"], query),
        curl(&["--shell", "sh"], query),
        "curl's line is right in all of them"
    );
}

#[test]
fn what_options_add_is_quoted_like_what_was_logged() {
    let hostile = ["--lang", "a'b;id", "--out", "$(id)", "--su", "x y\u{1b}[31m\n"];
    assert_eq!(mgrctl(&hostile, "func=x"), r"x $'su=x y\033[31m\n' 'lang=a'\''b;id' 'out=$(id)'");
    assert!(curl(&hostile, "func=x").contains("'func=x&su=x%20y%1B%5B31m%0A&lang=a%27b%3Bid&out=%24%28id%29'"));
}
