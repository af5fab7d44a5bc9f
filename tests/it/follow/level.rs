//! A panel that logs, but not its requests: the hint is printed once, and only then.

use crate::support::follow::{Follow, Panel, mgr2api};
use std::time::Duration;

const RECORDS: &str = "Jun 25 09:07:51 [1:2] libmgr EXTINFO Start thread\n\
                       Jun 25 09:07:51 [1:2] core_module INFO Load progress status 1\n";
const HINT: &str = "the log grows but contains no requests so far; a panel logs its requests only if the log level of core_module is 5 or higher; \
                    add 'billmgr.core_module 5' to /usr/local/mgr5/etc/debug.conf";

/// Longer than the program waits for a request.
const LONG: Duration = Duration::from_secs(4);

#[test]
fn records_without_requests_get_the_setting_once() {
    let panel = Panel::new();
    let follow = panel.follow();
    panel.write(RECORDS);
    follow.noted(HINT);
    panel.write(RECORDS);
    std::thread::sleep(LONG);
    let (_, status, notes) = follow.interrupt();
    assert_eq!(notes.matches("core_module 5").count(), 1, "{notes}");
    assert!(notes.ends_with("no requests came while following\n"), "{notes}");
    assert_eq!(status.code(), Some(1));
}

#[test]
fn a_history_without_requests_is_enough() {
    let panel = Panel::new();
    panel.write(RECORDS);
    let follow = Follow::start(mgr2api().args(["-f", "-n", "5"]).arg(&panel.log));
    follow.noted(HINT);
    follow.interrupt();
}

#[test]
fn a_quiet_panel_a_request_and_quiet_get_none() {
    let quiet = Panel::new();
    quiet.write(RECORDS);
    let nothing = quiet.follow();
    let (clicked, filtered, cut, silenced, text) =
        (Panel::new(), Panel::new(), Panel::new(), Panel::new(), Panel::new());
    let all = [
        nothing,
        clicked.follow(),
        Follow::start(mgr2api().args(["-f", "--func", "nosuch"]).arg(&filtered.log)),
        cut.follow(),
        Follow::start(mgr2api().args(["-f", "-q"]).arg(&silenced.log)),
        text.follow(),
    ];
    for panel in [&clicked, &filtered, &cut, &silenced] {
        panel.write(RECORDS);
    }
    clicked.requests(1..=1);
    filtered.requests(1..=1);
    cut.write("Jun 25 09:07:51 [1:2] core_module INFO Request [192.0.2.38][root] 'func=a\n");
    text.write("the log goes on in another file\n");
    std::thread::sleep(LONG);
    for (at, follow) in all.into_iter().enumerate() {
        let (_, _, notes) = follow.interrupt();
        assert!(!notes.contains("core_module 5"), "{at}: {notes}");
    }
}
