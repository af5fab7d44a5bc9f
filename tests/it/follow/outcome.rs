//! Requests that the panel refuses while its log is followed.

use crate::support::follow::{Follow, Panel, mgr2api, request};

const ERROR: &str = "Jun 25 09:07:52 [26956:1738] err ERROR Error: Type: 'exists' Object: 'user'\n";
const NOTE: &str = "a.edit: the panel refused it: Error: Type: 'exists' Object: 'user'\n";

#[test]
fn a_call_is_printed_at_once_and_its_refusal_is_noted_with_its_place() {
    let panel = Panel::new();
    let follow = panel.follow();
    panel.requests(1..=2);
    follow.printed(2);
    panel.write(ERROR);
    panel.write(ERROR);
    follow.noted(NOTE);
    panel.requests(3..=3);
    let notes = follow.expect_all(3);
    let place = format!("billmgr.log:byte {}: {NOTE}", request(1).len());
    assert!(notes.contains(&place) && notes.matches("refused").count() == 1, "{notes}");
}

#[test]
fn a_refusal_that_comes_after_a_rotation_is_noted_too() {
    let panel = Panel::new();
    let follow = panel.follow();
    panel.requests(1..=1);
    follow.printed(1);
    panel.rename("billmgr.log.1");
    panel.write(ERROR);
    follow.noted(NOTE);
    panel.requests(2..=2);
    follow.expect_all(2);
}

#[test]
fn a_request_that_is_filtered_out_gets_no_note_and_no_request_none_twice() {
    let panel = Panel::new();
    let follow = Follow::start(mgr2api().args(["-f", "--func", "nosuch"]).arg(&panel.log));
    let other = Follow::start(mgr2api().args(["-f", "-q"]).arg(&panel.log));
    let seen = panel.follow();
    panel.requests(1..=1);
    seen.printed(1);
    panel.write(ERROR);
    seen.noted(NOTE);
    panel.requests(2..=2);
    seen.printed(2);
    for follow in [follow, other] {
        let (_, _, notes) = follow.interrupt();
        assert!(!notes.contains("refused"), "{notes}");
    }
    seen.interrupt();
}

#[test]
fn only_what_was_refused_is_printed_when_that_is_known() {
    let panel = Panel::new();
    let follow = Follow::start(mgr2api().args(["-f", "--outcome", "failed", "--stats"]).arg(&panel.log));
    let all = panel.follow();
    panel.requests(1..=2);
    all.printed(2);
    panel.write(ERROR);
    follow.printed(2);
    panel.requests(3..=3);
    all.printed(3);
    let (numbers, _, notes) = follow.interrupt();
    assert_eq!(numbers, [2], "{notes}");
    assert!(notes.contains("3 seen = 1 converted + 2 filtered out + 0 reported"), "{notes}");
    all.interrupt();
}

#[test]
fn text_inside_another_record_is_neither_a_request_nor_an_error() {
    let panel = Panel::new();
    let follow = Follow::start(mgr2api().args(["-f", "--outcome", "failed", "--stats"]).arg(&panel.log));
    let all = panel.follow();
    panel.write("Jun 25 09:07:51 [1:3] xml DEBUG doc='<name>\n Jun 25 09:07:51 [1:2] core_module INFO Request [::1][root] 'func=a.edit&n=7'\n");
    panel.requests(1..=1);
    all.printed(1);
    panel.write(" Jun 25 09:07:51 [1:2] core_module ERROR x\n</name>'\n");
    panel.write(&ERROR.replace(" [26956:1738]", "\n [26956:1738]").replacen("Jun", " Jun", 1));
    panel.requests(2..=2);
    all.printed(2);
    panel.write(ERROR);
    follow.printed(2);
    let (numbers, _, notes) = follow.interrupt();
    assert_eq!(numbers, [2], "{notes}");
    assert!(notes.contains("3 seen = 1 converted + 1 filtered out + 1 reported"), "{notes}");
    all.interrupt();
}

#[test]
fn an_unreadable_request_is_reported_once_and_a_long_one_is_not_lost_silently() {
    let panel = Panel::new();
    let follow = Follow::start(mgr2api().args(["-f", "--outcome", "failed", "--stats"]).arg(&panel.log));
    let all = panel.follow();
    let head = "Jun 25 09:07:51 [26956:1738] core_module INFO Request [::1][root] 'func=a.edit&n=";
    panel.write(&format!("{head}1\n"));
    panel.requests(2..=2);
    all.printed(2);
    panel.write(&format!("{head}3\n"));
    panel.requests(4..=4);
    all.printed(4);
    panel.write(ERROR);
    follow.printed(4);
    panel.write(&format!("{head}{}'\n", "x".repeat(70_000)));
    panel.write(&request(5).replace(":1738]", ":9]"));
    all.printed(5);
    panel.write(ERROR);
    follow.noted("not converted: ");
    panel.requests(6..=6);
    all.printed(6);
    panel.write(ERROR);
    follow.printed(6);
    let (_, _, notes) = follow.interrupt();
    assert!(notes.contains("7 seen = 2 converted + 3 filtered out + 2 reported"), "{notes}");
    assert!(notes.contains("without -n, -f and -i"), "{notes}");
    all.interrupt();
}
