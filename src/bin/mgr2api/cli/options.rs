//! Resolves the command line on this machine: names to files, words to settings, mistakes to error messages.

mod select;

use crate::cli::args::{self, Args, When};
use crate::cli::inputs::{Input, archives_of, inputs};
use crate::cli::message::UsageError;
use crate::cli::names;
use crate::sys::shell::SHELL;
use mgr2api::{
    Auth, CallOptions, Deletes, MANAGERS, Masked, Method, OptionError, PrintOptions, Rules, ScanOptions, Secrets,
    Settings, Shell, Strip, Style, Su, target,
};
use select::{filter, filters, written};
use std::io::IsTerminal;
use std::path::PathBuf;
use std::sync::Arc;

/// All decisions made, nothing opened.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) settings: Settings,
    pub(crate) inputs: Vec<Input>,
    pub(crate) follow: bool,
    /// Pick requests on the terminal; the value says when to use colour.
    pub(crate) interactive: Option<When>,
    /// The file that stores positions.
    pub(crate) state: Option<PathBuf>,
    pub(crate) last: Option<usize>,
    /// The log whose archives supply the requests that it lacks for `last`.
    pub(crate) archives_of: Option<PathBuf>,
    pub(crate) threads: usize,
    pub(crate) color: bool,
    /// Copy the last snippet to the clipboard too.
    pub(crate) copy: bool,
    pub(crate) quiet: bool,
    pub(crate) strict: bool,
    pub(crate) exit_zero: bool,
    pub(crate) stats: bool,
    /// The given options that exclude requests.
    pub(crate) filters: Vec<&'static str>,
}

/// The entry of [`Options::filters`] for a range of time.
pub(crate) const PERIOD: &str = "--since or --until";

impl Options {
    pub(crate) fn resolve(args: Args) -> Result<Self, UsageError> {
        let stdout_is_terminal = std::io::stdout().is_terminal();
        if args.with_deletes && !args.script {
            return Err(UsageError::WithDeletes);
        }
        if args.check && !args.to.iter().any(|target| target == "curl") {
            return Err(UsageError::Check);
        }
        if args.state.is_some() && !args.follow {
            return Err(UsageError::State);
        }
        if args.last == Some(0) && !args.follow && !args.interactive {
            return Err(UsageError::NoRequests);
        }
        let mut inputs = inputs(&args)?;
        if args.exit_zero || args.written.is_some() {
            // The input is not a selection of lines, so a line without its start must not count as a request: its
            // account or parameters may be missing.
            for input in &mut inputs {
                Arc::make_mut(&mut input.source).fragments = false;
            }
        }
        if let Some(written) = written(&args)? {
            for input in &mut inputs {
                Arc::make_mut(&mut input.source).written = Some(written);
            }
        }
        let cores = || std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Ok(Self {
            archives_of: archives_of(&inputs),
            inputs,
            follow: args.follow,
            interactive: args.interactive.then_some(args.color),
            state: args.state.clone(),
            last: args.last,
            threads: args.threads.map_or_else(cores, usize::from),
            color: args.color.colors(&std::io::stdout()),
            copy: args.copy,
            quiet: args.quiet,
            strict: args.strict,
            exit_zero: args.exit_zero,
            stats: args.stats,
            filters: filters(&args),
            settings: settings(args, stdout_is_terminal)?,
        })
    }
}

/// Checks that settings can be built from these arguments.
pub(crate) fn check(args: Args) -> Result<(), UsageError> {
    settings(args, false).map(drop)
}

fn settings(args: Args, stdout_is_terminal: bool) -> Result<Settings, UsageError> {
    let mut call = CallOptions::new(&args.url).map_err(UsageError::Url)?;
    call.insecure |= args.insecure;
    call.check = args.check;
    let script = script(&args)?;
    call.auth = match args.auth {
        args::Auth::Authinfo => Auth::Authinfo,
        args::Auth::Session => Auth::Session,
        args::Auth::None => Auth::None,
    };
    call.method = match args.method {
        args::Method::Post => Method::Post,
        args::Method::Get => Method::Get,
    };
    call.shell = match args.shell {
        args::Shell::Bash => Shell::Bash,
        args::Shell::Sh => Shell::Sh,
        args::Shell::Fish => Shell::Fish,
        // Where powershell is the default, nobody chose it; mgrctl lines are for the panel's machine, so use a POSIX
        // shell for them.
        args::Shell::Powershell if SHELL != "powershell" && args.to.iter().any(|target| target == "mgrctl") => {
            return Err(UsageError::Value {
                option: "shell",
                text: "powershell".to_owned(),
                reason: "is not for mgrctl, which runs on the panel's own machine; choose bash, sh or fish, or -t curl",
            });
        }
        args::Shell::Powershell => {
            call.powershell = true;
            Shell::default()
        }
        args::Shell::Cmd => {
            return Err(unquotable(
                "cmd",
                "cannot be quoted reliably: it expands %NAME% within quotes, and each program parses quotes in its own way; choose powershell, or bash, sh or fish, and run the line in such a shell (WSL and Git bring bash)",
            ));
        }
        args::Shell::Csh => {
            return Err(unquotable(
                "csh",
                "cannot be quoted reliably: it expands '!' within all quotes, and no quotes can contain a line break; choose bash, sh or fish, and run the line there",
            ));
        }
    };
    let known = |name: &Option<String>| name.as_deref().map(known_manager).transpose();
    let manager = known(&args.manager)?.map(str::to_owned);
    let fallback_manager = known(&args.fallback_manager)?.map(str::to_owned);
    // The panel in the address overrides the configured one: calls go to that panel anyway.
    let in_address = call.path_manager().filter(|name| MANAGERS.contains(name)).map(str::to_owned);
    let filter = filter(&args)?;
    let comments = match args.comments {
        When::Always => true,
        When::Never => false,
        When::Auto => stdout_is_terminal,
    };
    let print = PrintOptions::new(args.to.iter().filter_map(|name| target(name)).collect(), call)
        .comments(comments)
        .unique(args.unique)
        .script(script)
        // The clipboard needs complete snippets, not parts of a document.
        .one_document(!args.copy)
        .passthrough(args.passthrough);
    let scan = ScanOptions::default().filter(filter).manager(manager);
    let scan = scan.fallback_manager(in_address.or(fallback_manager)).rules(rules(args)?);
    Ok(Settings::of(scan, print))
}

/// The style of the script, or `None` without `--script`. Scripts for shells are POSIX only, which bash runs too.
fn script(args: &Args) -> Result<Option<Style>, UsageError> {
    if !args.script {
        return Ok(None);
    }
    let [name] = &args.to[..] else { return Err(UsageError::Scripts) };
    if target(name).is_none_or(|target| target.script().is_none()) {
        return Err(UsageError::NoScript { target: name.clone() });
    }
    if let Some(shell) = match args.shell {
        args::Shell::Fish => Some("fish"),
        args::Shell::Powershell => Some("powershell"),
        _ => None,
    } {
        return Err(UsageError::Value {
            option: "shell",
            text: shell.to_owned(),
            reason: "does not work with --script: a script runs in sh, whatever your shell is; leave --shell out",
        });
    }
    let rules = variables(Rules::default(), &args.var)?;
    if let Some(variable) = Style::VARIABLES.into_iter().find(|own| rules.variable_names().any(|name| name == *own)) {
        return Err(UsageError::ScriptVariable { variable });
    }
    let deletes = if args.with_deletes { Deletes::Run } else { Deletes::CommentedOut };
    Ok(Some(Style::default().comments(args.comments != When::Never).deletes(deletes)))
}

fn unquotable(shell: &str, reason: &'static str) -> UsageError {
    UsageError::Value { option: "shell", text: shell.to_owned(), reason }
}

fn rules(args: Args) -> Result<Rules, UsageError> {
    let rules = Rules::default().drop(&args.drop);
    let rules = variables(rules.keep(&args.keep), &args.var)?;
    let su = match args.su.as_str() {
        "auto" => Su::Auto,
        "never" => Su::Never,
        "" => {
            return Err(UsageError::Value {
                option: "su",
                text: args.su,
                reason: "is not an account; use auto, never or a name",
            });
        }
        _ => Su::User(args.su),
    };
    let strip = match (args.raw, args.tidy) {
        (true, _) => Strip::Nothing,
        (false, true) => Strip::Helpers,
        (false, false) => Strip::Noise,
    };
    let masked = match args.masked {
        args::Masked::Omit => Masked::Omit,
        args::Masked::Env => Masked::Env,
    };
    let secrets = match args.secrets {
        args::Secrets::Env => Secrets::Env,
        args::Secrets::Show => Secrets::Show,
    };
    let rules = rules.keep_empty(args.keep_empty).strip(strip).masked(masked).secrets(secrets).su(su);
    Ok(rules.lang(word("lang", args.lang)?).out(word("out", args.out)?))
}

fn variables(rules: Rules, typed: &[String]) -> Result<Rules, UsageError> {
    rules.variables(typed).map_err(UsageError::Variable)
}

fn pattern(option: &'static str) -> impl Fn(OptionError) -> UsageError {
    move |error| UsageError::Pattern { option, error }
}

/// A value that is sent as typed and must not be empty.
fn word(option: &'static str, text: Option<String>) -> Result<Option<String>, UsageError> {
    match text {
        Some(text) if text.is_empty() => {
            Err(UsageError::Value { option, text, reason: "is empty; leave the option out instead" })
        }
        text => Ok(text),
    }
}

fn known_manager(name: &str) -> Result<&'static str, UsageError> {
    names::manager(name).ok_or_else(|| UsageError::UnknownManager { name: name.to_owned() })
}
