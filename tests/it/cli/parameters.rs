//! Which parameters are kept, and how secrets are handled.

use super::support::{curl, mgr2api, mgrctl, request};

const NOISY: &str =
    "clicked_button=ok&elid=1&func=x&limit=%2A&note=&operafake=15&p_num=2&passwd=*&progressid=false&sfrom=ajax";

#[test]
fn noise_empty_and_masked_values_go() {
    assert_eq!(mgrctl(&[], NOISY), "x clicked_button=ok elid=1 'limit=*' p_num=2");
}

#[test]
fn raw_keeps_everything_but_credentials() {
    let all = "x clicked_button=ok elid=1 'limit=*' note= operafake=15 p_num=2 'passwd=*' progressid=false sfrom=ajax";
    assert_eq!(mgrctl(&["--raw"], NOISY), all);
    assert_eq!(mgrctl(&["--raw"], "auth=1&authinfo=root%3Ax&func=x&sesid=2"), "x");
    assert_eq!(mgrctl(&["--raw", "--drop", "p_*", "--drop", "*id"], "elid=1&func=x&p_num=2&z=1"), "x z=1");
}

#[test]
fn a_mask_that_is_sent_is_said() {
    let run = mgr2api(["--raw", "-m", "core"]).stdin(request(NOISY)).run().status(0);
    run.err("stdin:1: x: passwd was masked, the call sends a bare *\n");
}

#[test]
fn a_star_that_may_have_been_typed_is_asked_about() {
    let log = request("func=db.edit&passwd=*&user=*&your+name=*&-f=*");
    let run = mgr2api(["-m", "core", "-t", "mgrctl"]).stdin(log.clone()).run().status(0);
    run.err(
        "stdin:1: db.edit: passwd was masked, left out\n\
         stdin:1: db.edit: user was logged as *, a mask or a typed star; left out (--keep user sends the star)\n\
         stdin:1: db.edit: your name was logged as *, a mask or a typed star; left out (--keep sends the star)\n\
         stdin:1: db.edit: -f was logged as *, a mask or a typed star; left out (--keep sends the star)\n",
    );
    mgr2api(["-q", "-m", "core", "--strict"]).stdin(log).run().status(1);
    assert_eq!(mgrctl(&["--keep", "user"], "func=db.edit&passwd=*&user=*"), "db.edit 'user=*'");
}

#[test]
fn what_only_the_interface_can_read_is_not_asked_for() {
    for format in ["xjson", "sjson"] {
        let query = format!("elid=1&func=x&out={format}");
        assert_eq!(mgrctl(&[], &query), "x elid=1");
        assert!(curl(&[], &query).contains("'func=x&elid=1&out=json'"));
        assert!(curl(&["--out", "xml"], &query).contains("'func=x&elid=1&out=xml'"));
        assert_eq!(mgrctl(&["--keep", "out"], &query), format!("x elid=1 out={format}"));
    }
}

#[test]
fn kept_names_stay_whatever_they_are() {
    assert_eq!(mgrctl(&["--keep", "operafake"], NOISY), "x clicked_button=ok elid=1 'limit=*' operafake=15 p_num=2");
    assert_eq!(
        mgrctl(&["--keep", "*s*"], "a=1&func=x&passwd=*&progressid=1&sfrom=ajax"),
        "x a=1 'passwd=*' progressid=1 sfrom=ajax"
    );
    assert_eq!(mgrctl(&["--keep", "note", "--keep", "sfrom"], "func=x&note=&other=&sfrom=ajax"), "x note= sfrom=ajax");
    assert_eq!(mgrctl(&["--keep", "*"], "auth=1&func=x"), "x", "a credential is never kept");
}

#[test]
fn dropped_names_go_with_wildcards_and_whole() {
    let query = "elid=1&func=x&ip=2&ipmi=3&skip=4";
    assert_eq!(mgrctl(&["--drop", "ip"], query), "x elid=1 ipmi=3 skip=4");
    assert_eq!(mgrctl(&["--drop", "ip*"], query), "x elid=1 skip=4");
    assert_eq!(mgrctl(&["--drop", "*ip"], query), "x elid=1 ipmi=3");
    assert_eq!(mgrctl(&["--drop", "*i*"], query), "x");
    assert_eq!(mgrctl(&["--drop", "i.", "--drop", "I*"], query), "x elid=1 ip=2 ipmi=3 skip=4", "a name is no regex");
    assert_eq!(mgrctl(&["--drop", "*", "--keep", "elid"], query), "x elid=1", "keep wins, and func is no parameter");
    assert_eq!(mgrctl(&["--drop", "a b"], "a%20b=1&c=2&func=x"), "x c=2", "names are compared decoded");
}

#[test]
fn empty_values_can_be_kept() {
    assert_eq!(mgrctl(&["--keep-empty"], "flag&func=x&note=&passwd=*&sfrom="), "x flag= note=");
}

#[test]
fn tidy_takes_the_interfaces_helpers_as_well() {
    let query = "clicked_button=ok&clickstat=on&elid=1&elname=a&email_inaccess=x&func=x&hide_old=on&p_cnt=50&p_num=1&tab_id=7&zoom-a=1";
    assert_eq!(mgrctl(&["--tidy"], query), "x elid=1");
    assert!(mgrctl(&[], query).contains("clickstat=on"));
    assert_eq!(mgrctl(&["--tidy"], "clicked_button=finish&func=x&tzoffset=1"), "x clicked_button=finish");
    assert_eq!(mgrctl(&["--tidy", "--keep", "p_*"], query), "x elid=1 p_cnt=50 p_num=1");
    assert_eq!(mgrctl(&["--tidy", "--keep-empty"], "func=x&hide_a=&note="), "x note=");
}

#[test]
fn masked_secrets_can_come_from_the_environment() {
    let query = "confirm=*&func=x&passwd=*";
    assert_eq!(mgrctl(&["--masked", "env"], query), "x -e 'confirm=$CONFIRM' -e 'passwd=$PASSWD'");
    assert_eq!(mgrctl(&["--masked", "omit"], query), "x");
    assert_eq!(mgrctl(&["--masked", "env"], "func=x&limit=%2A"), "x 'limit=*'", "a typed star is data");
    assert_eq!(mgrctl(&["--masked=env", "--drop", "confirm"], query), "x -e 'passwd=$PASSWD'");
    let run = mgr2api(["--masked", "env", "-m", "core"]).stdin(request("func=x&path=*")).run().status(0);
    run.err("stdin:1: x: path comes from $MGR_PATH, export it before the call\n");
}

#[test]
fn a_login_masked_by_the_panel_stays_out_even_then() {
    assert_eq!(mgrctl(&["--masked", "env"], "authinfo=*&func=x"), "x");
}

#[test]
fn secrets_in_clear_are_shown_only_when_asked_for() {
    let query = "func=x&ipmipass=hunter2";
    assert_eq!(mgrctl(&[], query), "x -e 'ipmipass=$IPMIPASS'");
    assert_eq!(mgrctl(&["--secrets", "env"], query), "x -e 'ipmipass=$IPMIPASS'");
    assert_eq!(mgrctl(&["--secrets", "show"], query), "x ipmipass=hunter2");
    for target in ["curl", "mgrctl", "rust", "url", "json"] {
        let hidden = mgr2api(["-t", target]).stdin(request(query)).run().status(0);
        assert!(!hidden.out_text().contains("hunter2") && !hidden.err_text().contains("hunter2"), "{target}");
        let shown = mgr2api(["-t", target, "--secrets=show"]).stdin(request(query)).run().status(0);
        assert!(shown.out_text().contains("hunter2"), "{target}");
    }
}

#[test]
fn raw_and_keep_do_not_show_secrets() {
    for options in [&["--raw"][..], &["--keep", "*"], &["--keep-empty"], &["--tidy"]] {
        assert_eq!(mgrctl(options, "func=x&ipmipass=hunter2"), "x -e 'ipmipass=$IPMIPASS'", "{options:?}");
    }
}

#[test]
fn credentials_are_in_no_target_and_in_no_note() {
    let query = "auth=669064200&authinfo=root%3Ahunter2&func=x&sesid=669064200";
    for options in [&[][..], &["--raw"], &["--keep", "*"], &["--secrets", "show"], &["--masked", "env"]] {
        let targets = ["-t", "curl", "-t", "mgrctl", "-t", "rust", "-t", "url", "-t", "json", "--comments", "always"];
        let run = mgr2api(targets).args(options).stdin(request(query)).run().status(0);
        for secret in ["669064200", "hunter2"] {
            assert!(!run.out_text().contains(secret) && !run.err_text().contains(secret), "{options:?}");
        }
        run.err_has(&["auth is a credential, left out", "sesid is a credential, left out"]);
    }
}

#[test]
fn order_and_repeats_survive() {
    assert_eq!(mgrctl(&[], "b=1&a=2&func=x&b=3&b=1"), "x b=1 a=2 b=3 b=1");
    assert!(curl(&[], "b=1&a=2&func=x&b=3&b=1").contains("'func=x&b=1&a=2&b=3&b=1&out=json'"));
}
