//! Reasons why a format cannot express a request. The limits are those of the program or protocol that makes the call.

/// Why a target cannot express a request.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// A command line argument ends at a NUL.
    #[error("{0} contains a NUL byte, which a command line cannot contain")]
    Nul(String),
    /// Linux allows 131,071 bytes for one argument.
    #[error("{0} is longer than one argument of a command line may be (131071 bytes)")]
    LongArgument(String),
    /// Linux allows about 2 MB for all arguments.
    #[error("the call is longer than a command line may be")]
    LongCommand,
    /// The command would parse it as an option.
    #[error("{0} would be read as an option")]
    LooksLikeOption(String),
    /// The command would parse it as a parameter.
    #[error("the function contains '=', so it would be read as a parameter")]
    LooksLikeParameter,
    /// A name with `=` in it would end at the `=`.
    #[error("{0}: the name contains '=', so it would end there")]
    EqualsInName(String),
    /// URLs have a length limit, bodies have none.
    #[error("the address would be longer than {0} bytes; --method post has no such limit")]
    LongAddress(usize),
    /// Editors decode a URL as text before they send it.
    #[error("{0} is not UTF-8, and an address in an .http file must be; --method post has no such limit")]
    BytesInAddress(String),
    /// mgrctl runs only on the panel's machine, which has no PowerShell.
    #[error("mgrctl runs on the panel's own machine, so it has no line for PowerShell")]
    PowerShell,
    /// More secrets than a command line can pass.
    #[error("more than {0} values would come from the environment")]
    ManySecrets(usize),
}
