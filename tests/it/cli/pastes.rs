//! Lines as pages, chats, collectors and terminals change them: each is refused with the wrong part, the cause and the
//! remedy, and the remedy works.

use super::support::{has_tool, mgr2api, request};
use std::process::{Command, Stdio};

const HEAD: &str = "Jun 25 09:07:51 [1:2] core_module INFO Request [192.0.2.38][shop] ";

#[test]
fn a_paste_that_is_not_the_panels_is_refused_with_its_cause() {
    for (paste, parts) in [
        (
            format!("{HEAD}‘elid=1&func=a’"),
            &["at byte 66, before \"‘elid=1&func=a’\"", "another kind of quote; replace it with '"][..],
        ),
        (format!("{HEAD}\"elid=1&func=a\""), &["before \"\"elid", "another kind of quote"]),
        (format!("{HEAD}'elid=1&func=a´"), &["at byte 82", "´ is another kind of quote"]),
        (format!("{HEAD}'elid=1&amp;func=a'"), &["before \"&amp;func=a'\"", "HTML", "replace &amp; with &"]),
        (format!("{HEAD}'func=a&amp;elid=1'"), &["at byte 73, before \"&amp;elid=1'\"", "HTML"]),
        (format!("{HEAD}&#39;func=a&#39;"), &["before \"&#39;func=a&#39;\"", "HTML"]),
        (format!("{HEAD}'func=a\\u0026elid=1'"), &["at byte 73", "JSON", "jq -r"]),
        (
            format!("{{\"log\":\"{HEAD}'func=a&ip='\\n\",\"stream\":\"stdout\"}}"),
            &["JSON", "jq -r .log FILE | mgr2api"],
        ),
        (format!("{{\"A\":\"b\",\"MESSAGE\":\"{HEAD}'func=a'\",\"B\":\"c\"}}"), &["JSON", "jq -r .MESSAGE FILE"]),
        (
            HEAD.replace(" Request", "\u{a0}Request") + "'func=a'",
            &["at byte 38", "\\xc2\\xa0Request", "U+00A0", "a space"],
        ),
        (HEAD.replace(' ', "\u{a0}") + "'func=a'", &["at byte 3,", "U+00A0"]),
        (format!("{}\u{202f}'func=a'", HEAD.trim_end()), &["at byte 65", "U+202F"]),
        (format!("{HEAD}'a=1&func=x&b=\n2&c=3'"), &["after \"", "cut or wrapped", "on one line"]),
        (format!("{HEAD}'a=1&func=x&b="), &["the line is cut"]),
        (format!("{HEAD}'func=a' {HEAD}'func=b'"), &["at byte 75, before \"Jun 25", "two records", "line of its own"]),
        (format!("- `{HEAD}'func=a'`"), &["before \"`\"", "remove it"]),
        (format!("{HEAD}'func=a' took 12 ms"), &["at byte 75, before \"took 12 ms\"", "remove it"]),
        ("\"func=a&elid=1\"".to_owned(), &["at byte 0, before \"\"func=a&elid=1\"\"", "another kind of quote"]),
        ("`func=a&elid=1`".to_owned(), &["at byte 0", "` is another kind of quote"]),
        ("‘func=a&elid=1’".to_owned(), &["at byte 0", "‘ is another kind of quote"]),
        ("[func=a&elid=1]".to_owned(), &["a query in single quotes or without quotes at byte 0"]),
        ("func=a&amp;elid=1".to_owned(), &["at byte 6", "HTML"]),
        ("'func=a&amp;elid=1'".to_owned(), &["at byte 7", "HTML"]),
        ("Request\u{a0}[x][shop] 'func=a'".to_owned(), &["at byte 7", "U+00A0"]),
    ] {
        let run = mgr2api(["-m", "core"]).stdin(format!("{paste}\n")).run();
        let run = run.status(1).out("").err_has(parts);
        assert_eq!(run.err_text().lines().count(), 1, "an editor shows one line: {}", run.err_text());
        assert!(
            !run.err_text().contains("is cut") || paste.ends_with('=') || paste.contains('\n'),
            "{}",
            run.err_text()
        );
    }
}

#[test]
fn a_collected_log_is_refused_as_a_paste_is() {
    for (line, part) in [
        (format!("{{\"log\":\"{HEAD}'func=a'\\n\",\"stream\":\"stdout\"}}\n"), "jq -r .log FILE"),
        (HEAD.replace(' ', "\u{a0}") + "'func=a'\n", "U+00A0"),
        (HEAD.replace("INFO Request", "INFO\u{a0}Request") + "'func=a'\n", "U+00A0"),
        (HEAD.replace("INFO", "\\u001b[1;32mINFO") + "'func=a'\n", "byte 0"),
    ] {
        let run = mgr2api(["--stats", "-m", "core", "x.log"]).file("x.log", line.repeat(3)).run().status(1).out("");
        run.err_has(&["x.log:3: not converted", part, "3 seen = 0 converted + 0 filtered out + 3 reported"]);
    }
}

#[test]
fn a_coloured_log_in_json_is_told_as_json_behind_other_records_too() {
    let line = |text: &str| format!("{{\"log\":\"{text}\\n\",\"stream\":\"stdout\"}}\n");
    let log = line("Jun 25 09:07:51 [1:2] db EXTINFO begin transaction")
        + &line(&(HEAD.replace("INFO", "\\u001b[1;32mINFO") + "'func=a'\\u001b[0m"));
    mgr2api(["x.log"])
        .file("x.log", &log)
        .run()
        .status(1)
        .out("")
        .err_has(&["x.log:2: not converted", "jq -r .log FILE"]);
}

#[test]
fn what_the_cause_of_a_json_line_says_to_do_works() {
    if !has_tool("jq") {
        return;
    }
    let line = request("elid=1&func=a.edit&sok=ok").replace('&', "\\u0026").replace('\n', "\\n");
    let file = format!("{{\"stream\":\"stdout\",\"log\":\"{line}\"}}\n");
    let said = mgr2api(["x.log"]).file("x.log", &file).run().status(1).err_text();
    let filter = said.split("jq -r ").nth(1).and_then(|rest| rest.split(' ').next()).expect("a filter");
    let mut jq = Command::new("jq");
    let jq = jq.args(["-r", filter]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut jq = jq.expect("jq");
    std::io::Write::write_all(&mut jq.stdin.take().expect("piped"), file.as_bytes()).expect("jq reads");
    let text = jq.wait_with_output().expect("jq").stdout;
    mgr2api(["-t", "mgrctl", "-m", "core"])
        .stdin(text)
        .run()
        .status(0)
        .out("/usr/local/mgr5/sbin/mgrctl -m core a.edit elid=1 sok=ok\n");
}

#[test]
fn no_message_shows_the_value_of_a_secret() {
    for query in [
        "'func=a&passwd=hunter2",
        "'func=a&ipmipass=hunter2' more",
        "'a=1&auth=hunter2'",
        "'authinfo=root:hunter2&a=",
        "'func=a&passwd=it's hunter2’",
        "‘passwd=hunter2&func=a’",
        "'elid=1\\u0026sesid=hunter2\\u0026func=a'",
        "'elid=1&amp;PassWord_1=hunter2&amp;func=a'",
        "'p%61sswd=hunter2&func=a",
        "'key=hunter2hunter2&func=a` `",
    ] {
        for line in [format!("{HEAD}{query}\n"), format!("{{\"log\":\"{HEAD}{query}\\n\"}}\n")] {
            let run = mgr2api([""; 0]).stdin(&line).run().status(1).out("").err_has(&["not converted"]);
            assert!(!run.err_text().contains("hunter2"), "{}", run.err_text());
        }
    }
}

#[test]
fn a_hostile_line_is_spelt_out_where_it_is_shown() {
    let run = mgr2api([""; 0]).stdin(format!("{HEAD}\u{7}\u{8}\u{202e}\u{9b}31m\n")).run().status(1);
    run.err_has(&[r"\x07\x08\xe2\x80\xae\xc2\x9b31m"]);
}

#[test]
fn a_padded_process_or_thread_is_a_record() {
    for process in ["[ 2304:27]", "[2304: 27]", "[  2304:  27]", "[   7]"] {
        let log = request("func=x").replace("[26956:1738]", process);
        for input in [&["core.log"][..], &["-m", "core"], &["-n", "1", "core.log"]] {
            let run = mgr2api(["-t", "mgrctl"]).args(input).file("core.log", &log).stdin(&log).run();
            run.status(0).out("/usr/local/mgr5/sbin/mgrctl -m core x\n").err("");
        }
    }
}
