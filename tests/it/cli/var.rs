//! `--var`: a parameter's value becomes a variable of the snippet.

use super::support::{mgr2api, mgrctl, request};

const QUERY: &str = "elid=14&func=a&ipmipass=hunter2&name=x&passwd=*";

#[test]
fn each_target_has_variables_of_its_own_kind() {
    assert_eq!(mgrctl(&["-q", "--var", "elid", "--drop", "ipmipass"], QUERY), "a elid=\"${ELID:?}\" name=x");
    let fish = mgrctl(&["-q", "--var", "elid=SITE", "--drop", "ipmipass", "--shell", "fish"], QUERY);
    assert_eq!(fish, "a elid=\"$SITE\" name=x");
    let json = mgr2api(["-q", "-t", "json", "--var", "elid"]).stdin(request(QUERY)).run().status(0).out_text();
    assert!(json.contains(r#""params":[{"name":"elid","var":"ELID"},"#), "{json}");
    for (options, query, account) in [
        (["--var", "su=ACCOUNT"], "func=a&su=bob", r#","su_var":"ACCOUNT","manager""#),
        (["--masked", "env"], "func=a&su=*", r#","su_env":"MGR_SU","manager""#),
        (["--var", "elid"], "func=a&su=bob", r#","su":"bob","manager""#),
    ] {
        let json = mgr2api(["-q", "-t", "json"]).args(options).stdin(request(query)).run().status(0).out_text();
        assert!(json.contains(account), "{json}");
    }
    let options = ["-q", "-t", "rust", "--auth", "none", "--var", "elid", "--var", "name=CLIENT", "--drop", "ipmipass"];
    let rust = mgr2api(options).stdin(request(QUERY)).run().status(0).out_text();
    assert!(rust.contains("fn a(elid: &str, arg_client: &str) -> Result<"), "{rust}");
    assert!(rust.contains("(\"elid\", elid),\n") && rust.contains("(\"name\", arg_client),\n"), "{rust}");
    let url = mgr2api(["-t", "url", "--var", "elid"]).stdin(request("elid=14&func=a")).run().status(0);
    url.err_has(&["elid comes from a variable, left out of the url"]);
}

#[test]
fn a_secret_keeps_its_way_and_gets_the_name() {
    let call = mgrctl(&["-q", "--var", "passwd=NEW", "--var", "ipmipass=OLD"], QUERY);
    assert_eq!(call, "a elid=14 name=x -e 'ipmipass=$OLD' -e 'passwd=$NEW'");
    assert_eq!(mgrctl(&["-q", "--var", "a=X", "--var", "b=X"], "a=1&b=2&func=f"), "f a=\"${X:?}\" b=\"${X_2:?}\"");
}

#[test]
fn a_parameter_that_would_go_comes_back_as_a_variable_but_no_credential() {
    assert_eq!(mgrctl(&["--var", "note", "--var", "auth"], "auth=1&func=f&note="), "f note=\"${NOTE:?}\"");
    assert_eq!(mgrctl(&["--var", "none"], "func=f&a=1"), "f a=1");
    assert_eq!(mgrctl(&["--var", "su"], "func=f&su=b"), "f su=\"${SU:?}\"");
}

#[test]
fn a_variable_that_no_request_had_is_told() {
    let run = |extra: &str| {
        mgr2api(["--var", "eild", "--var", "elid", "-t", "mgrctl", "-m", "core", extra])
            .stdin("func=f.delete&elid=1")
            .run()
    };
    run("--threads=2").status(0).err("--var eild: no request had this parameter\n");
    run("-q").status(0).err("");
}

#[test]
fn what_names_no_parameter_or_variable_is_refused() {
    for (typed, reason) in [
        ("elid=1X", "does not name a variable: '1X'"),
        ("elid=A B", "does not name a variable"),
        ("=X", "does not name a parameter"),
        ("func", "does not name a parameter"),
        ("e*", "does not name a parameter"),
        ("elid=MGR_AUTHINFO", "names $MGR_AUTHINFO, which contains the login"),
    ] {
        mgr2api(["--var", typed, "-"]).run().status(2).err_has(&[&format!("--var '{typed}' {reason}")]);
    }
}
