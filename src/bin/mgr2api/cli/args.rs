//! The command line as typed: names, groups and help texts. `options` decides what it means on this machine.

#![expect(clippy::doc_markdown, reason = "the comments on options are their help, for terminals")]

mod values;

pub(crate) use values::{Auth, Document, Masked, Method, Outcome, Secrets, Shell, When};

use crate::cli::about;
use crate::cli::names::{TargetParser, typed_address, typed_manager};
use crate::sys::shell::SHELL;
use clap::Parser;
use clap::builder::ValueHint;
use std::path::PathBuf;

/// Turn the request lines of ISPsystem panel logs into calls that are ready to run.
#[derive(Debug, Clone, Parser)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[command(version, about, after_long_help = about::closing(), max_term_width = 110)]
pub(crate) struct Args {
    /// Logs to read: files (plain, gzip, zstd, bzip2 or xz), '-' for standard input, or a panel's short name
    /// such as billmgr. Without a LOG, standard input is read
    #[arg(value_name = "LOG")]
    pub(crate) logs: Vec<PathBuf>,

    /// Continue as the log grows, through rotation; starts at the end of the log
    #[arg(short, long, help_heading = "Input")]
    pub(crate) follow: bool,
    /// Only the last N matching requests; if the log has fewer, also from its archives. -f starts with these
    #[arg(short = 'n', long, value_name = "N", value_parser = count, allow_negative_numbers = true)]
    #[arg(help_heading = "Input")]
    pub(crate) last: Option<usize>,
    /// Pick requests from a live list on the terminal; Enter prints the calls. Also for saved logs and pipes
    #[arg(short, long, conflicts_with_all = ["state", "passthrough"], help_heading = "Input")]
    pub(crate) interactive: bool,
    /// With -f: keep the position in this file, and continue from it after a restart
    #[arg(long, value_name = "FILE", help_heading = "Input")]
    pub(crate) state: Option<PathBuf>,
    /// When the logs were last written to. This gives the year of their time stamps, for a stream or for copies whose
    /// file time is new. Takes the same values as --until [default: the file's time; for a stream: now]
    #[arg(long, value_name = "TIME", allow_hyphen_values = true, conflicts_with = "follow", help_heading = "Input")]
    pub(crate) written: Option<String>,
    /// The folder of the panels' logs [default: $MGR2API_LOG_DIR, else /usr/local/mgr5/var]
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath, help_heading = "Input")]
    pub(crate) log_dir: Option<PathBuf>,

    /// Only functions that match, anywhere in the name, as in grep -E; repeatable
    #[arg(long, value_name = "REGEX", help_heading = "Which requests")]
    pub(crate) func: Vec<String>,
    /// Only functions that do not match
    #[arg(long, value_name = "REGEX", help_heading = "Which requests")]
    pub(crate) exclude: Vec<String>,
    /// Only users that match, as logged: root#admin(1)
    #[arg(long, value_name = "REGEX", help_heading = "Which requests")]
    pub(crate) user: Vec<String>,
    /// Only client addresses or programs that match
    #[arg(long, value_name = "REGEX", help_heading = "Which requests")]
    pub(crate) origin: Vec<String>,
    /// Only from this time on: 10m, 2h or 3d ago, 09:30, yesterday, 2026-11-23, '2026-11-23 09:30', ISO
    // Accepts a leading hyphen, as in -1h, which is not a negative number for clap.
    #[arg(long, value_name = "TIME", allow_hyphen_values = true, help_heading = "Which requests")]
    pub(crate) since: Option<String>,
    /// Only up to this time, including the whole day or minute that it names
    #[arg(long, value_name = "TIME", allow_hyphen_values = true, help_heading = "Which requests")]
    pub(crate) until: Option<String>,
    /// Only requests that change something
    #[arg(long, help_heading = "Which requests")]
    pub(crate) changes: bool,
    /// Only requests that the panel accepted (ok) or refused (failed), judged by later records of the same thread
    #[arg(long, value_name = "HOW", help_heading = "Which requests")]
    pub(crate) outcome: Option<Outcome>,
    /// Each distinct call once
    #[arg(long, help_heading = "Which requests")]
    pub(crate) unique: bool,

    /// Remove these parameters; '*' stands for any text, repeatable
    #[arg(long, value_name = "NAME", help_heading = "Parameters")]
    pub(crate) drop: Vec<String>,
    /// Keep these parameters, even if they would be removed
    #[arg(long, value_name = "NAME", help_heading = "Parameters")]
    pub(crate) keep: Vec<String>,
    /// Keep parameters without a value
    #[arg(long, help_heading = "Parameters")]
    pub(crate) keep_empty: bool,
    /// Remove nothing but credentials
    #[arg(long, conflicts_with = "tidy", help_heading = "Parameters")]
    pub(crate) raw: bool,
    /// Also remove the interface's helper parameters: paging, tabs, clicked_button=ok and the like
    #[arg(long, help_heading = "Parameters")]
    pub(crate) tidy: bool,
    /// The value of this parameter becomes a variable: elid becomes $ELID, elid=DOMAIN becomes $DOMAIN; repeatable
    #[arg(long, value_name = "NAME[=VAR]", help_heading = "Parameters")]
    pub(crate) var: Vec<String>,
    /// What to do with secrets that the panel masked with '*'
    #[arg(long, value_enum, ignore_case = true, value_name = "HOW", default_value_t, help_heading = "Parameters")]
    pub(crate) masked: Masked,
    /// What to do with secrets that were logged in clear text
    #[arg(long, value_enum, ignore_case = true, value_name = "HOW", default_value_t, help_heading = "Parameters")]
    pub(crate) secrets: Secrets,

    /// The format of the calls: curl, mgrctl or another; repeatable, or several separated by commas
    #[arg(short, long, value_name = "TARGET", default_value = "curl", value_delimiter = ',', value_parser = TargetParser, help_heading = "Call")]
    pub(crate) to: Vec<String>,
    /// The panel of all logs; without it, the name of each log gives the panel
    #[arg(short, long, value_name = "NAME", value_parser = typed_manager(), help_heading = "Call")]
    pub(crate) manager: Option<String>,
    /// The panel from the configuration; the log's name overrides it.
    #[arg(skip)]
    pub(crate) fallback_manager: Option<String>,
    /// The base address; without a path, the panel's short name becomes the path
    #[arg(long, value_name = "URL", value_parser = typed_address(), default_value = "https://localhost:1500", help_heading = "Call")]
    pub(crate) url: String,
    /// The format of the answer [default: as logged, else json for HTTP formats]
    #[arg(long, value_name = "FORMAT", help_heading = "Call")]
    pub(crate) out: Option<String>,
    /// The account that the call works as: auto (the user that was logged, unless root), never, or a name
    #[arg(long, value_name = "auto|never|USER", default_value = "auto", help_heading = "Call")]
    pub(crate) su: String,
    /// The language of the answer
    #[arg(long, value_name = "LANG", help_heading = "Call")]
    pub(crate) lang: Option<String>,
    /// The login of HTTP calls: $MGR_AUTHINFO (login:password), $MGR_SESSION, or none
    #[arg(long, value_enum, ignore_case = true, value_name = "HOW", default_value_t, help_heading = "Call")]
    pub(crate) auth: Auth,
    /// Where the parameters are: in the body or in the address
    #[arg(long, value_enum, ignore_case = true, value_name = "METHOD", default_value_t, help_heading = "Call")]
    pub(crate) method: Method,
    /// Do not check the certificate; this is the default for addresses of this machine itself
    #[arg(long, help_heading = "Call")]
    pub(crate) insecure: bool,
    /// curl lines: fail if the panel answers with an error too, not only if the call cannot be made (needs awk)
    #[arg(long, help_heading = "Call")]
    pub(crate) check: bool,
    /// The shell that will read mgrctl lines; powershell changes curl lines
    #[arg(long, value_enum, ignore_case = true, value_name = "SHELL", default_value = SHELL, help_heading = "Call")]
    pub(crate) shell: Shell,

    /// Colours; auto follows NO_COLOR and CLICOLOR_FORCE
    #[arg(long, value_enum, ignore_case = true, value_name = "WHEN", default_value_t, help_heading = "Output")]
    pub(crate) color: When,
    /// A comment line above each call; auto: on a terminal
    #[arg(long, value_enum, ignore_case = true, value_name = "WHEN", default_value_t, help_heading = "Output")]
    pub(crate) comments: When,
    /// Print lines that are not requests as they are, to filter a whole buffer
    #[arg(long, conflicts_with = "last", help_heading = "Output")]
    pub(crate) passthrough: bool,
    /// Print all calls as one program, to be read and then run: it stops at the first error. Calls that delete something
    /// are commented out
    #[arg(long, conflicts_with_all = ["follow", "state", "passthrough", "copy"], help_heading = "Output")]
    pub(crate) script: bool,
    /// With --script: do not comment out calls that delete something
    // Not `requires`: every run without --script would fail for users who set this option in the configuration.
    #[arg(long, help_heading = "Output")]
    pub(crate) with_deletes: bool,
    /// Also copy the last call to the terminal's clipboard; works over ssh. With -f: each call
    #[arg(long, help_heading = "Output")]
    pub(crate) copy: bool,
    /// Threads for saved logs [default: the number of the machine's cores]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..), help_heading = "Output")]
    pub(crate) threads: Option<u16>,
    /// No notes
    #[arg(short, long, help_heading = "Output")]
    pub(crate) quiet: bool,
    /// Exit status 1 if anything was lost or could not be read
    #[arg(long, help_heading = "Output")]
    pub(crate) strict: bool,
    /// Exit status 0 even if nothing matched, as pipelines expect it of a filter
    #[arg(long, help_heading = "Output")]
    pub(crate) exit_zero: bool,
    /// Print totals at the end
    #[arg(long, help_heading = "Output")]
    pub(crate) stats: bool,

    /// Use the settings of this profile of the configuration file
    #[arg(long, value_name = "NAME", help_heading = "Configuration and help")]
    pub(crate) profile: Option<String>,
    /// Print every setting and where it comes from
    #[arg(long, help_heading = "Configuration and help")]
    pub(crate) show_config: bool,
    /// List the formats, one per line
    #[arg(long, help_heading = "Configuration and help")]
    pub(crate) list_targets: bool,
    /// Print the man page, the completions for a shell, a service, or the schema of json
    #[arg(long, value_enum, ignore_case = true, value_name = "WHAT", help_heading = "Configuration and help")]
    pub(crate) generate: Option<Document>,
}

fn count(text: &str) -> Result<usize, &'static str> {
    text.parse().map_err(|_| "not a number of requests; use for example -n 10")
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_holds_together() {
        Args::command().debug_assert();
    }
}
