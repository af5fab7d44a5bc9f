//! `--interactive` on a real terminal, with the real program.

use super::support::{has_tool, mgr2api, request, request_by};
use super::tty::Tty;
use std::fs;
use std::time::{Duration, Instant};

pub(crate) const SIZE: (u16, u16) = (80, 24);
pub(crate) const START: &str = "exec $mgr2api -i billmgr.log > out 2> err";
pub(crate) const ENTER: &str = "\r";

/// Three requests, the second of which changes something.
pub(crate) fn log() -> String {
    request("elid=1&func=a.list")
        + &request_by("192.0.2.7", "root#shop(3)", "elid=2&func=b.edit&passwd=*&sok=ok")
        + &request("func=dashboard.items")
}

/// The output of the program without a picker, on both streams.
fn printed(log: &str, arguments: &[&str]) -> (String, String) {
    let run = mgr2api(arguments).file("billmgr.log", log).run().status(0);
    (run.out_text(), run.err_text())
}

#[test]
fn a_click_appears_and_enter_prints_its_call() {
    let mut tty = Tty::open(log(), START, SIZE);
    tty.shows("dashboard.items");
    tty.shows(" live ");
    tty.log(&request("elid=new%20one&func=c.delete"));
    tty.shows("elid=new one");
    tty.shows("c.delete, deletes data");
    tty.press(ENTER);
    assert_eq!(tty.end(), 0);
    let (call, _) = printed(&request("elid=new%20one&func=c.delete"), &["billmgr.log"]);
    assert_eq!(tty.file("out"), call);
    assert_eq!(tty.file("err"), "");
    tty.is_restored();
}

#[test]
fn all_marked_is_all_printed_as_without_the_picker() {
    let log =
        log() + &request("func=%D0%98&x=%00%1b") + "Jun 25 09:07:51 [1:2] core_module INFO Request [x][y] 'func=cut\n";
    for arguments in ["-n 9", "-n 9 -t mgrctl --tidy", "-n 9 -t json,rust", "-n 9 --unique --changes -q"] {
        let mut tty = Tty::open(&log, &format!("$mgr2api -i {arguments} billmgr.log 2> err | cat > out"), SIZE);
        tty.shows(" live ");
        tty.press("a");
        tty.shows("marked");
        tty.press(ENTER);
        assert_eq!(tty.end(), 0);
        let mut plain: Vec<&str> = arguments.split(' ').collect();
        plain.push("billmgr.log");
        assert_eq!((tty.file("out"), tty.file("err")), printed(&log, &plain), "{arguments}");
    }
}

#[test]
fn packed_logs_are_read_whole_and_keep_their_line_numbers() {
    if !has_tool("gzip") {
        return;
    }
    let command = "gzip billmgr.log; exec $mgr2api -i -t json billmgr.log.gz > out 2> err";
    let mut tty = Tty::open(log(), command, SIZE);
    tty.shows("read to the end");
    tty.press("a");
    tty.shows("3 marked");
    tty.press(ENTER);
    assert_eq!(tty.end(), 0);
    let (json, notes) = printed(&log(), &["-t", "json", "billmgr.log"]);
    assert_eq!(tty.file("out"), json.replace("billmgr.log", "billmgr.log.gz"));
    assert_eq!(tty.file("err"), notes.replace("billmgr.log", "billmgr.log.gz"));
}

#[test]
fn what_is_picked_is_one_document() {
    let mut tty = Tty::open(log(), "exec $mgr2api -i -n 9 -t har billmgr.log > out 2> err", SIZE);
    tty.shows("{\"log\":{\"version\":\"1.2\"");
    tty.press("JJJJJJ");
    tty.shows("]}}");
    tty.press("a");
    tty.shows("3 marked");
    tty.press(ENTER);
    assert_eq!(tty.end(), 0);
    let (har, _) = printed(&log(), &["-t", "har", "billmgr.log"]);
    assert_eq!(tty.file("out"), har);
    let document: serde_json::Value = serde_json::from_str(&har).expect("JSON");
    assert_eq!(document["log"]["entries"].as_array().map(Vec::len), Some(3));
}

#[test]
fn a_pipe_is_read_while_keys_come_from_the_terminal() {
    let command = "(cat billmgr.log; until [ -e more ]; do sleep 0.05; done; cat more) | $mgr2api -i -m core > out";
    let mut tty = Tty::open(log(), command, SIZE);
    tty.shows("dashboard.items");
    tty.press("k");
    tty.shows("> 09:07:51  root#shop  * b.edit");
    fs::write(tty.path("more"), request("func=late.one")).expect("more");
    tty.shows("late.one");
    tty.shows("read to the end");
    tty.press(ENTER);
    assert_eq!(tty.end(), 0);
    assert!(tty.file("out").contains("func=b.edit"), "{}", tty.file("out"));
}

#[test]
fn keys_filter_mark_switch_and_hide() {
    let mut tty = Tty::open(log(), START, SIZE);
    tty.shows("dashboard.items");
    tty.press("b");
    tty.wait("no dashboard", |screen| !screen.contains("dashboard") && screen.contains("2/2 of 3"));
    tty.press("2");
    tty.shows("/usr/local/mgr5/sbin/mgrctl -m billmgr b.edit elid=2 sok=ok su=shop");
    tty.shows("! passwd was masked, left out");
    tty.press("\t");
    tty.shows("fn b_edit()");
    tty.press("/LIST");
    tty.shows("/LIST");
    tty.shows("1/1 of 3");
    tty.press("\r ");
    tty.shows("1 marked");
    tty.press("\x1b");
    tty.shows("1/2 of 3");
    tty.press("?");
    tty.shows("print the marked calls, or the selected one, and quit");
    tty.press("x2\r");
    assert_eq!(tty.end(), 0);
    assert_eq!(tty.file("out"), "/usr/local/mgr5/sbin/mgrctl -m billmgr a.list elid=1\n");
}

#[test]
fn the_mouse_clicks_and_turns() {
    let mut tty = Tty::open(log(), START, SIZE);
    tty.shows("> 09:07:51  root         dashboard.items");
    tty.press("\x1b[<0;30;2M\x1b[<0;30;2m");
    tty.shows("> 09:07:51  root         a.list");
    tty.press("\x1b[<65;30;2M");
    tty.shows("> 09:07:51  root         dashboard.items");
    let header = tty.screen().lines().next().expect("a header").to_owned();
    let tab = header.find("2 mgrctl").expect("room for the second target");
    tty.press(&format!("\x1b[<0;{};1M", header[..tab].chars().count() + 1));
    tty.shows("/usr/local/mgr5/sbin/mgrctl");
    tty.press("q");
    assert_eq!(tty.end(), 1);
}

#[test]
fn a_hundred_thousand_requests_are_no_burden() {
    let log: String =
        (0..100_000).map(|number| request(&format!("elid=number%20{number}&func=a.edit&sok=ok"))).collect();
    let mut tty = Tty::open(&log, "echo $$ > pid; exec $mgr2api -i -n 100000 billmgr.log > out", SIZE);
    tty.shows("100000/100000");
    tty.press("g/number 77777");
    tty.shows("1/1 of 100000");
    tty.press("\r");
    tty.shows("Esc clear");
    let status = fs::read_to_string(format!("/proc/{}/status", tty.pid())).expect("status");
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("VmRSS");
    let kilobytes: u64 = resident.trim().trim_end_matches(" kB").parse().expect("a number");
    assert!(kilobytes < 100_000, "{kilobytes} kB");
    // Measures from the key to the screen, in an unoptimised build and on a busy machine.
    let start = Instant::now();
    tty.press("\x1b");
    tty.shows("77778/100000");
    tty.press("G");
    tty.shows("100000/100000");
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    tty.press("/number 54321\r\r");
    assert_eq!(tty.end(), 0);
    assert!(tty.file("out").contains("elid=number%2054321&"), "{}", tty.file("out"));
}

#[test]
fn what_is_copied_is_the_call() {
    let mut tty = Tty::open(log(), "exec $mgr2api -i -t mgrctl billmgr.log > out", SIZE);
    tty.shows("dashboard.items");
    tty.press("ky");
    tty.shows("the call: sent to the terminal's clipboard");
    tty.press("q");
    tty.end();
    // /usr/local/mgr5/sbin/mgrctl -m billmgr b.edit elid=2 sok=ok su=shop
    let copied =
        "\x1b]52;c;L3Vzci9sb2NhbC9tZ3I1L3NiaW4vbWdyY3RsIC1tIGJpbGxtZ3IgYi5lZGl0IGVsaWQ9MiBzb2s9b2sgc3U9c2hvcA==\x07";
    assert!(String::from_utf8_lossy(&tty.raw()).contains(copied));
}

#[test]
fn a_log_that_is_not_there_yet_is_waited_for() {
    let mut tty = Tty::open("", "exec $mgr2api -i ./late.log -m core > out", SIZE);
    tty.shows("no requests yet: click in the panel");
    fs::write(tty.path("late.log"), request("func=at.last")).expect("late.log");
    tty.shows("at.last");
    tty.press("q");
    assert_eq!(tty.end(), 1);
}

#[test]
fn a_panel_that_does_not_log_its_requests_gets_the_setting() {
    const RECORD: &str = "Jun 25 09:07:51 [1:2] libmgr EXTINFO Start thread\n";
    // Records from before the picker starts, and new ones.
    for (history, news) in [(RECORD, ""), ("", RECORD)] {
        let mut tty = Tty::open(history, START, SIZE);
        tty.shows("no requests yet: click in the panel");
        tty.log(news);
        tty.shows("the log grows but contains no requests so far;");
        let screen = tty.screen();
        let last = screen.lines().last().expect("a last line");
        assert!(last.contains("add 'billmgr.core_module 5' to /usr/local/mgr5/etc/debug.conf"), "{screen}");
        tty.press("q");
        assert_eq!(tty.end(), 1);
        assert!(tty.file("err").contains("mgrctl -m billmgr -R"), "{}", tty.file("err"));
    }
    let mut tty = Tty::open(RECORD, START, SIZE);
    tty.shows("'billmgr.core_module 5'");
    tty.log(&request("func=at.last"));
    tty.shows("at.last");
    tty.press("q");
    assert_eq!(tty.end(), 1);
    assert_eq!(tty.file("err"), "", "it is settled");
}

#[test]
fn what_the_logs_had_to_tell_is_told_at_the_end() {
    let mut tty = Tty::open(log(), START, SIZE);
    tty.shows("dashboard.items");
    fs::remove_file(tty.path("billmgr.log")).expect("remove");
    tty.shows("billmgr.log: the log does not exist; waiting for it");
    tty.press("q");
    assert_eq!(tty.end(), 1);
    assert!(tty.file("err").starts_with("billmgr.log: the log does not exist"), "{}", tty.file("err"));
}

#[test]
fn a_rotated_log_goes_on() {
    let mut tty = Tty::open(log(), START, SIZE);
    tty.shows(" live ");
    tty.log(&request("func=before.rotation"));
    fs::rename(tty.path("billmgr.log"), tty.path("billmgr.log.1")).expect("rename");
    fs::write(tty.path("billmgr.log"), request("func=after.rotation")).expect("log");
    tty.shows("after.rotation");
    tty.shows("before.rotation");
    tty.shows("5/5");
    tty.press("q");
    assert_eq!(tty.end(), 1);
}

#[test]
fn each_request_knows_its_own_panel() {
    let command = "cp billmgr.log ispmgr.log; exec $mgr2api -i -n 4 billmgr.log ispmgr.log > out 2> err";
    let mut tty = Tty::open(log(), command, SIZE);
    tty.shows("4/4");
    tty.shows("billmgr.log ispmgr.log  live");
    tty.press("a\r");
    assert_eq!(tty.end(), 0);
    let urls: Vec<String> =
        tty.file("out").lines().filter_map(|line| Some(line.rsplit_once('/')?.1.to_owned())).collect();
    assert_eq!(urls, ["billmgr", "ispmgr", "ispmgr", "ispmgr"]);
}

#[test]
fn options_about_requests_hold_for_the_list() {
    let log = log() + &request("elid=1&func=a.list") + &request("func=c.edit&sok=ok&secret=x");
    let command = "exec $mgr2api -i --changes --exclude ^b --tidy --secrets show -t url billmgr.log > out";
    let mut tty = Tty::open(&log, command, SIZE);
    tty.shows("1/1");
    tty.shows("secrets shown");
    tty.press("s");
    tty.wait("no secrets", |screen| !screen.contains("secrets shown") && screen.contains("c.edit"));
    tty.log(&(request("func=d.list") + &request("func=d.delete&elid=1") + &request("func=b.edit&sok=ok")));
    tty.shows("2/2");
    tty.shows("d.delete");
    tty.press("q");
    assert_eq!(tty.end(), 1);
}

#[test]
fn a_number_asked_for_comes_from_the_archives_too() {
    let old = request("func=old.one") + &request("func=old.two") + &request("func=old.three");
    let folder = tempfile::tempdir().expect("temporary folder");
    fs::write(folder.path().join("billmgr.log"), log()).expect("log");
    fs::create_dir(folder.path().join("logs")).expect("folder");
    fs::write(folder.path().join("logs/billmgr.log.2"), &old).expect("archive");
    let command = "exec $mgr2api -i -n 5 billmgr.log > out 2> err";
    let mut tty = Tty::open_in(folder, &["/bin/sh", "-c", command], SIZE);
    tty.shows("5/5");
    tty.shows("old.two");
    tty.press("a\r");
    assert_eq!(tty.end(), 0);
    let run = mgr2api(["-n", "5", "billmgr.log"]).file("billmgr.log", log()).file("logs/billmgr.log.2", old).run();
    assert_eq!((tty.file("out"), tty.file("err")), (run.out_text(), run.err_text()));
}
