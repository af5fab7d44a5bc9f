//! What help says beside the options: examples, exit status, environment; and the short help, which fits one screen.

use crate::args::Args;
use crate::log_level;
use clap::{Arg, CommandFactory};

/// What the program is, a paragraph each.
pub(crate) const DESCRIPTION: &[&str] = &[
    "mgr2api reads the logs of ISPsystem panels (ISPmanager, BILLmanager, VMmanager 5, DCImanager 5 and others on \
     COREmanager) and prints, for each request that was made in the panel, the call that does the same: for curl, mgrctl, \
     Rust, a browser or a program that reads JSON.",
    "What only the panel's interface needs is left out. Passwords and sessions are never copied unless asked for. What \
     a reader should know about a call is told on standard error, and so is each request that cannot be read.",
    "The program reads logs and prints. It never opens a network connection.",
];

/// Worked examples: what to type, and what it does.
pub(crate) const EXAMPLES: &[(&str, &str)] = &[
    ("mgr2api -f billmgr", "click in the panel, and the curl call appears"),
    ("mgr2api billmgr -n 1 --changes", "the last call that changed something"),
    ("mgr2api billmgr -n 1 --changes -t mgrctl", "the same for the panel's own machine"),
    ("mgr2api -i billmgr | sh", "pick calls from a live list, and run them"),
    ("mgr2api --since 10m --user shop ispmgr", "what the user shop did in the last ten minutes"),
    ("mgr2api --url https://vm.example.com:1500 vmmgr.log.gz", "calls to another machine, from a packed log"),
    ("mgr2api -t json *.log | jq .func", "requests as data, one object a line"),
    (":'<,'>!mgr2api -t mgrctl -q", "in vim: the selected lines become calls"),
];

/// Exit statuses.
pub(crate) const STATUS: &[(&str, &str)] = &[
    ("0", "something was converted, or --passthrough"),
    ("1", "nothing was; with --strict: something was lost"),
    ("2", "usage, a log that cannot be read, output that cannot be written"),
    ("130", "-i was left with Ctrl-C"),
];

/// Variables that the program reads, and those that its snippets read.
pub(crate) const ENVIRONMENT: &[(&str, &str)] = &[
    ("MGR2API_URL and so on", "what --url and every other option about parameters, calls and output is unless typed"),
    ("MGR2API_PROFILE", "what --profile is unless typed"),
    ("MGR2API_CONFIG", "another configuration file"),
    ("MGR_AUTHINFO", "login:password, read by the calls that are printed, never by this program"),
    ("MGR_SESSION", "a session id, likewise, with --auth session"),
    ("NO_COLOR, CLICOLOR_FORCE", "no colour; colour though no terminal reads"),
    ("TZ", "the time zone of the log's stamps"),
];

/// Files that the program reads by itself.
pub(crate) const FILES: &[(&str, &str)] = &[
    ("$XDG_CONFIG_HOME/mgr2api/config.toml, ~/.config/mgr2api/config.toml", "settings; --show-config prints them"),
    ("/usr/local/mgr5/var/MANAGER.log", "the log that a manager's short name stands for"),
];

/// The end of the long help.
pub(crate) fn closing() -> String {
    let examples = EXAMPLES.iter().map(|(command, about)| format!("  {command}\n          {about}"));
    let statuses = STATUS.iter().map(|(status, about)| format!("  {status:4} {about}"));
    format!(
        "Examples:\n{}\n\nIf no requests come:\n  {}\n\nExit status:\n{}\n\n{}",
        examples.collect::<Vec<_>>().join("\n"),
        log_level::cure(None),
        statuses.collect::<Vec<_>>().join("\n"),
        DESCRIPTION[DESCRIPTION.len() - 1]
    )
}

/// The options that a first look needs; the others are named below them.
const FIRST: &[&str] = &["follow", "interactive", "last", "changes", "func", "since", "to", "manager", "url", "quiet"];

/// Lines and columns of the smallest terminal that is still in use, less a line for the prompt.
const WIDTH: usize = 79;

/// The column where the line on an option starts.
const ABOUT: usize = 24;

/// The help that fits one screen.
pub(crate) fn short() -> String {
    let mut command = Args::command();
    command.build();
    let first = FIRST.iter().filter_map(|id| command.get_arguments().find(|arg| arg.get_id() == id));
    let first = first.map(|arg| {
        let about = arg.get_help().map(ToString::to_string).unwrap_or_default();
        format!("{:ABOUT$}{}", spelling(arg), first_clause(&about))
    });
    let others = command.get_arguments().filter(|arg| !FIRST.contains(&arg.get_id().as_str()));
    let others: Vec<String> = others.filter_map(|arg| Some(format!("--{}", arg.get_long()?))).collect();
    let examples = EXAMPLES[..2].iter().map(|(command, about)| format!("  {command:32}{about}"));
    format!(
        "\
Turn the request lines of ISPsystem panel logs into calls that are ready to run
Usage: mgr2api [OPTIONS] [LOG]...
A LOG is a file, packed or not, '-', or a manager's short name such as billmgr

{}
also {}

{}
mgr2api --help says more about each option and has more examples
",
        first.collect::<Vec<_>>().join("\n"),
        wrap(&others),
        examples.collect::<Vec<_>>().join("\n")
    )
}

fn spelling(arg: &Arg) -> String {
    let short = arg.get_short().map_or("   ".to_owned(), |short| format!("-{short},"));
    let value = arg.get_value_names().filter(|_| arg.get_action().takes_values());
    let value = value.map_or(String::new(), |names| format!(" <{}>", names[0]));
    format!(" {short} --{}{value}", arg.get_long().unwrap_or_default())
}

/// As much of the first sentence as the line has room for.
fn first_clause(about: &str) -> &str {
    let stops: [&[char]; 3] = [&[';'], &[';', ':'], &[';', ':', ',']];
    let clauses = stops.map(|stops| about.split(stops).next().unwrap_or(about));
    clauses.into_iter().find(|clause| clause.len() <= WIDTH - ABOUT).unwrap_or(clauses[2])
}

/// Words on lines of the screen's width, indented but for the first.
fn wrap(words: &[String]) -> String {
    let (mut text, mut column) = (String::new(), 5);
    for (index, word) in words.iter().enumerate() {
        if index > 0 && column + 1 + word.len() > WIDTH {
            text += "\n     ";
            column = 5;
        } else if index > 0 {
            text += " ";
            column += 1;
        }
        text += word;
        column += word.len();
    }
    text
}
