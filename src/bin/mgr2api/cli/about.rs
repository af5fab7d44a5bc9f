//! The texts about the program, each in one place: examples, exit statuses, environment, and how to make a panel log
//! its requests. This module has only the text; the long help, the short help, the man page and messages lay it out.
//!
//! A panel's setting has the form `LOG.MODULE LEVEL`, where `*` stands for every log and level 5 includes requests (the
//! panel's guide to debug.conf). mgrctl restarts a panel with `-R`.

/// The description of the program, one paragraph per entry.
pub(crate) const DESCRIPTION: &[&str] = &[
    "mgr2api reads the logs of ISPsystem panels (ISPmanager, BILLmanager, VMmanager 5, DCImanager 5 and others on \
     COREmanager) and prints, for each request that was made in the panel, the call that does the same: for curl, mgrctl, \
     Rust, a browser, a program that reads JSON, and others.",
    "Parameters that only the panel's interface needs are removed. Passwords are copied only if an option says so, sessions \
     and logins never. Notes on standard error report what is missing in a call, and each request that cannot be read.",
    "The program only reads logs and prints calls. It never opens a network connection.",
];

/// Examples: a command and what it does.
pub(crate) const EXAMPLES: &[(&str, &str)] = &[
    ("mgr2api -f billmgr", "click in the panel, and the curl call appears"),
    ("mgr2api billmgr -n 1 --changes", "the last call that changed something"),
    ("mgr2api billmgr -n 1 --changes -t mgrctl", "the same for the panel's own machine"),
    ("mgr2api -i billmgr | sh", "pick calls from a live list, and run them"),
    ("mgr2api --since 10m --user shop ispmgr", "what the user shop did in the last ten minutes"),
    ("mgr2api --url https://vm.example.com:1500 vmmgr.log.gz", "calls to another machine, from a compressed log"),
    ("mgr2api -t json *.log | jq .func", "requests as data, one object per line"),
    (":'<,'>!mgr2api -q --passthrough -t mgrctl", "in vim: the selected lines become calls"),
];

/// Exit statuses.
pub(crate) const STATUS: &[(&str, &str)] = &[
    ("0", "at least one request was converted, or --passthrough was given"),
    ("1", "nothing was converted; with --strict: something was lost"),
    ("2", "a mistake on the command line, a log that cannot be read, output that cannot be written"),
    ("130", "-i was left with Ctrl-C"),
];

/// Variables that the program reads, and variables that its snippets read.
pub(crate) const ENVIRONMENT: &[(&str, &str)] = &[
    (
        "MGR2API_URL and so on",
        "the default of --url; likewise for every other option about parameters, calls and output",
    ),
    ("MGR2API_PROFILE", "the default of --profile"),
    ("MGR2API_CONFIG", "the configuration file to use"),
    ("MGR_AUTHINFO", "login:password, read by the calls that are printed, never by this program"),
    ("MGR_SESSION", "a session id, read by the calls that --auth session prints"),
    ("NO_COLOR, CLICOLOR_FORCE", "turn colours off; turn them on even if the output is not a terminal"),
    ("TZ", "the time zone of the time stamps in the log"),
];

/// Files that the program reads without being told to.
pub(crate) const FILES: &[(&str, &str)] = &[
    ("$XDG_CONFIG_HOME/mgr2api/config.toml, ~/.config/mgr2api/config.toml", "settings; --show-config prints them"),
    ("/usr/local/mgr5/var/MANAGER.log", "the log that a panel's short name stands for"),
];

/// The end of the long help.
pub(crate) fn closing() -> String {
    let examples = EXAMPLES.iter().map(|(command, about)| format!("  {command}\n          {about}"));
    let statuses = STATUS.iter().map(|(status, about)| format!("  {status:4} {about}"));
    format!(
        "Examples:\n{}\n\nIf no requests come:\n  {}\n\nExit status:\n{}\n\n{}",
        examples.collect::<Vec<_>>().join("\n"),
        cure(None),
        statuses.collect::<Vec<_>>().join("\n"),
        DESCRIPTION[DESCRIPTION.len() - 1]
    )
}

/// How to fix a log without requests. `manager`: the panel that writes the log, if known.
pub(crate) fn cure(manager: Option<&str>) -> String {
    format!(
        "a panel logs its requests only if the log level of core_module is 5 or higher; {}, then restart the panel: \
         /usr/local/mgr5/sbin/mgrctl -m {} -R",
        setting(manager),
        manager.unwrap_or("NAME")
    )
}

/// The part of [`cure`] that the user has to type, for where space is short.
pub(crate) fn setting(manager: Option<&str>) -> String {
    format!("add '{}.core_module 5' to /usr/local/mgr5/etc/debug.conf", manager.unwrap_or("*"))
}
