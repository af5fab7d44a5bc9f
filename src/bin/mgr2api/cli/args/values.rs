//! The values that options choose from; their comments are help, as in `args`.

use crate::sys::stdout;
use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use clap::ValueEnum;

/// What to do about masked secrets.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Masked {
    /// Leave them out, with a note
    #[default]
    Omit,
    /// Take them from the environment
    Env,
}

/// What to do about secrets in clear text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Secrets {
    /// Take them from the environment
    #[default]
    Env,
    /// Copy them into the call
    Show,
}

/// Where HTTP calls get their login from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Auth {
    /// $MGR_AUTHINFO, login:password
    #[default]
    Authinfo,
    /// $MGR_SESSION, a session id
    Session,
    /// No login
    None,
}

/// Where parameters go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Method {
    /// In the body
    #[default]
    Post,
    /// In the address
    Get,
}

/// Dialects of shell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shell {
    /// bash and zsh
    #[value(alias = "zsh")]
    Bash,
    /// Any POSIX shell
    #[value(aliases = ["ash", "busybox", "dash", "ksh", "mksh"])]
    Sh,
    /// fish
    Fish,
    /// PowerShell 7.3 or newer, with curl.exe
    #[value(alias = "pwsh")]
    Powershell,
    /// Accepted only to explain in the error why it is not supported
    #[value(hide = true, alias = "cmd.exe")]
    Cmd,
    /// Accepted only to explain in the error why it is not supported
    #[value(hide = true, alias = "tcsh")]
    Csh,
}

/// On, off, or depending on the stream.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    /// On if a terminal reads
    #[default]
    Auto,
    /// On
    Always,
    /// Off
    Never,
}

impl When {
    /// Whether output to this stream is coloured; `auto` checks the terminal and the environment.
    pub(crate) fn colors(self, stream: &impl RawStream) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => {
                AutoStream::choice(stream) != ColorChoice::Never && stdout::takes_escapes(stream.is_terminal())
            }
        }
    }
}

/// Documents that can be generated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Document {
    /// The man page, for mgr2api.1
    Man,
    /// Completions for bash
    CompleteBash,
    /// Completions for zsh
    CompleteZsh,
    /// Completions for fish
    CompleteFish,
    /// Completions for elvish
    CompleteElvish,
    /// Completions for PowerShell
    CompletePowershell,
    /// A systemd unit that keeps requests as json, for mgr2api@.service
    Systemd,
    /// The rotation of what that unit writes
    Logrotate,
    /// The JSON Schema of what -t json prints
    JsonSchema,
    /// A macro for DuckDB that reads what -t json prints
    Duckdb,
}

/// How requests ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Outcome {
    /// The panel did not refuse them
    Ok,
    /// The panel refused them
    Failed,
}
