//! Requests that the interface sends without a click.

/// Whether the interface calls this function on its own, repeatedly.
pub(crate) fn is_background(function: &[u8]) -> bool {
    let function = super::words::without_version(function);
    let within = |family: &[u8]| function.strip_prefix(family).is_some_and(|rest| matches!(rest, [] | [b'.', ..]));
    BACKGROUND.contains(&function) || FAMILIES.iter().any(|family| within(family)) || function.ends_with(b".banner")
}

const BACKGROUND: &[&[u8]] =
    &[b"backup2.item.info", b"errpage", b"periodic", b"progress.get", b"role.sync", b"sysinfostat", b"whoami"];

/// These names, alone or followed by a dot. `check` validates a field while the user types.
const FAMILIES: &[&[u8]] = &[b"authenticate", b"check", b"dashboard", b"longtask", b"osmgr", b"problems"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interface_asks_some_functions_by_itself() {
        for (function, background) in [
            ("progress.get", true),
            ("dashboard", true),
            ("dashboard.server", true),
            ("v2.dashboard.server", true),
            ("dashboards", false),
            ("user.banner", true),
            ("banner", false),
            ("check.domain", true),
            ("problems.autosolve", true),
            ("whoami.edit", false),
            ("webdomain.edit", false),
        ] {
            assert_eq!(is_background(function.as_bytes()), background, "{function}");
        }
    }
}
