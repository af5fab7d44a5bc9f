//! Help and version: on standard output, grouped as the options are thought of.

use super::support::mgr2api;

const GROUPS: [&str; 5] = ["Input:", "Which requests:", "Parameters:", "Call:", "Output:"];

#[test]
fn help_is_grouped_and_complete() {
    for flag in ["--help", "-h"] {
        let run = mgr2api([flag]).run().status(0).err("");
        let text = run.out_text();
        let mut rest = &text[..];
        for (group, options) in GROUPS.into_iter().zip([
            &["--follow", "--last", "--log-dir"][..],
            &["--func", "--exclude", "--user", "--origin", "--changes", "--unique"],
            &["--drop", "--keep", "--keep-empty", "--raw", "--tidy", "--masked", "--secrets"],
            &["--to", "--manager", "--url", "--out", "--su", "--lang", "--auth", "--method", "--insecure", "--shell"],
            &["--color", "--comments", "--passthrough", "--threads", "--quiet", "--strict", "--stats"],
        ]) {
            let start = rest.find(&format!("\n{group}\n")).unwrap_or_else(|| panic!("{group} after the one before"));
            rest = &rest[start + group.len()..];
            let section = rest.split("\n\n").collect::<Vec<_>>();
            // The long form leaves blank lines between options, so a group ends where the next one starts.
            let end = GROUPS.iter().filter_map(|next| rest.find(&format!("\n{next}\n"))).min().unwrap_or(rest.len());
            for option in options {
                assert!(rest[..end].contains(option), "{flag}: no {option} under {group}: {section:?}");
            }
        }
        for part in
            ["Usage: mgr2api [OPTIONS] [LOG]...", "Examples:", "Exit status: 0", "never opens a network connection"]
        {
            assert!(text.contains(part), "{flag}: no {part}");
        }
    }
}

#[test]
fn help_fits_a_terminal() {
    let widest = mgr2api(["--help"]).run().out_text().lines().map(|line| line.chars().count()).max();
    assert!(widest.is_some_and(|width| width <= 110), "{widest:?}");
}

#[test]
fn help_lists_every_target() {
    let text = mgr2api(["--help"]).run().out_text();
    for target in ["curl", "mgrctl", "rust", "url", "json"] {
        assert!(text.contains(target), "{target}");
    }
}

#[test]
fn the_version_is_the_packages() {
    for flag in ["--version", "-V"] {
        mgr2api([flag]).run().status(0).out(format!("mgr2api {}\n", env!("CARGO_PKG_VERSION"))).err("");
    }
}
