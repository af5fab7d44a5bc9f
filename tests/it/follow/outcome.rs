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
