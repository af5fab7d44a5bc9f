//! Adds to clap's errors what to write instead.
//!
//! In: clap's error and the command line. Out: the same error with our own tip, and with typed text escaped: clap
//! removes an escape sequence together with the text that it colours, and the message would then name an argument that
//! nobody typed.

use crate::cli::args::Args;
use crate::cli::names;
use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Error};
use mgr2api::Visible;
use std::any::TypeId;
use std::ffi::OsString;
use std::path::Path;

/// Options of similar programs, and what to write here.
const ELSEWHERE: &[(&str, &str)] = &[
    (
        "-F --retry --watch --live",
        "use -f: it follows the log through every rotation, as tail -F does; -i shows a live list",
    ),
    ("-o --output", "append > FILE to the command; --out FORMAT is the format of the panel's answer"),
    (
        "-v --verbose --debug",
        "use --stats for totals, --comments always for a comment above each call; notes are printed unless -q is given",
    ),
    ("--tail --lines --head --limit --count", "use -n 10 for the last ten requests, -f to continue as the log grows"),
    (
        "--run -x --exec --execute --apply",
        "calls are only printed; to run them, append | sh, or print a program with --script and read it first",
    ),
    ("--dry-run --dryrun", "leave it out: calls are only printed, never run"),
    ("--format --target", "use -t TARGET for the format of the calls, --out FORMAT for that of the panel's answer"),
    ("--file --log --input -l", "give the log without an option"),
    (
        "-e -g -E --grep --filter --search --match",
        "use --func REGEX to select functions, --user for users, --origin for clients",
    ),
    ("--panel --product", "use -m NAME"),
    ("-H --host --server --port --base --endpoint", "use --url https://vm.example.com:1500"),
    (
        "--password --login --authinfo --token",
        "export MGR_AUTHINFO=login:password where the calls are run; no option takes it",
    ),
    ("-c --config --conf", "set MGR2API_CONFIG=FILE to use another configuration file"),
    ("--no-color --no-colour", "use --color never"),
    ("--list -L", "use --list-targets"),
    ("-k", "use --insecure"),
    ("-s --silent", "use -q"),
    ("--from --after --start", "use --since TIME"),
    ("--to-time --before --end", "use --until TIME"),
    ("--ip --client --remote", "use --origin REGEX"),
    ("--completion --completions", "use --generate complete-bash, or the same for another shell"),
    ("--man", "use --generate man"),
];

/// Replaces clap's tip where we have a better one, and escapes typed text.
pub(crate) fn mend(mut error: Error, words: &[OsString]) -> Error {
    let typed = match (error.get(ContextKind::InvalidArg), error.get(ContextKind::InvalidValue)) {
        (_, Some(ContextValue::String(value))) => value.clone(),
        (Some(ContextValue::String(argument)), _) => argument.clone(),
        _ => String::new(),
    };
    let tip = match error.kind() {
        ErrorKind::UnknownArgument if !typed.is_empty() => {
            // Never suggest "To pass '-o' as a value, use '-- -o'": it does not help.
            error.remove(ContextKind::Suggested);
            unknown(&typed, words)
        }
        ErrorKind::InvalidValue if is_about_targets(&error) => value_of_to(&typed),
        ErrorKind::InvalidUtf8 => {
            return Error::raw(ErrorKind::InvalidUtf8, not_utf8(words)).with_cmd(&Args::command());
        }
        _ => None,
    };
    if let Some(tip) = tip {
        error.remove(ContextKind::ValidValue);
        error.remove(ContextKind::SuggestedArg);
        error.remove(ContextKind::SuggestedValue);
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![StyledStr::from(tip)]));
    }
    let spelt: Vec<_> = error.context().filter_map(|(kind, value)| Some((kind, spelt(value)?))).collect();
    for (kind, value) in spelt {
        error.insert(kind, value);
    }
    error
}

/// Escapes the texts of a context; `None` for clap's own texts.
fn spelt(value: &ContextValue) -> Option<ContextValue> {
    let visible = |text: &String| Visible(text.as_bytes()).to_string();
    match value {
        ContextValue::String(text) => Some(ContextValue::String(visible(text))),
        ContextValue::Strings(texts) => Some(ContextValue::Strings(texts.iter().map(visible).collect())),
        _ => None,
    }
}

fn not_utf8(words: &[OsString]) -> String {
    let broken = words.iter().skip(1).filter(|word| word.to_str().is_none());
    let broken: Vec<String> = broken.map(|word| format!("'{}'", Visible(word.as_encoded_bytes()))).collect();
    format!("not UTF-8: {}; only file names may contain such bytes", broken.join(", "))
}

fn is_about_targets(error: &Error) -> bool {
    matches!(error.get(ContextKind::InvalidArg), Some(ContextValue::String(argument)) if argument.starts_with("--to "))
}

fn value_of_to(typed: &str) -> Option<String> {
    let several: Option<Vec<_>> = typed.split_whitespace().map(names::target).collect();
    let several = several.filter(|names| names.len() > 1).map(|names| format!("use -t {}", names.join(",")));
    several.or_else(|| names::target_for(typed))
}

/// What to write instead of an unknown option.
fn unknown(typed: &str, words: &[OsString]) -> Option<String> {
    let typed_here = |word: &OsString| word.to_string_lossy().starts_with(typed);
    let at = (1..words.len()).find(|&at| typed_here(&words[at]));
    if let Some(tip) = at.and_then(|at| value_with_a_hyphen(at, words)) {
        return Some(tip);
    }
    if let Some(file) = at.map(|at| &words[at]).filter(|word| Path::new(word).exists()) {
        return Some(format!("use ./{} for the file of this name", Visible(file.as_encoded_bytes())));
    }
    let elsewhere = ELSEWHERE.iter().find(|(options, _)| options.split(' ').any(|option| option == typed));
    if let Some((_, tip)) = elsewhere {
        return Some((*tip).to_owned());
    }
    let name = typed.trim_start_matches('-');
    if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(format!("use -n {name} for the last {name} requests"));
    }
    if let Some(target) = names::target(name) {
        return Some(format!("use -t {target}"));
    }
    in_small_letters(typed)
}

/// A word after an option that takes any text was probably meant as its value.
fn value_with_a_hyphen(at: usize, words: &[OsString]) -> Option<String> {
    let command = Args::command();
    let before = words.get(at.checked_sub(1)?)?.to_str()?;
    let arg = command.get_arguments().find(|arg| {
        let is_long = arg.get_long().is_some_and(|long| before.strip_prefix("--") == Some(long));
        is_long || arg.get_short().is_some_and(|short| before.strip_prefix('-') == Some(short.encode_utf8(&mut [0; 4])))
    })?;
    let is_text = arg.get_value_parser().type_id() == TypeId::of::<String>() && arg.get_possible_values().is_empty();
    let value = Visible(words[at].as_encoded_bytes());
    (is_text && !words[at].as_encoded_bytes().starts_with(b"--"))
        .then(|| format!("use {}={value} for a value that starts with a hyphen", option(arg)))
}

fn in_small_letters(typed: &str) -> Option<String> {
    let small = typed.to_lowercase();
    let command = Args::command();
    let mut known = command.get_arguments().filter(|arg| small != typed && !arg.is_positional());
    let arg = known.find(|arg| {
        let is_short = arg.get_short().is_some_and(|short| small == format!("-{short}"));
        is_short || small == option(arg)
    })?;
    let long = if small == option(arg) { String::new() } else { format!(" ({})", option(arg)) };
    Some(format!("use {small}{long}"))
}

fn option(arg: &clap::Arg) -> String {
    format!("--{}", arg.get_long().unwrap_or_default())
}
