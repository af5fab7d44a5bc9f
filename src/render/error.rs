//! Why a request has no call in a format. The limits are those of what the call is for.

/// Why a target cannot say a request.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// Command lines end at a NUL.
    #[error("{0} holds a NUL byte, which a command line cannot hold")]
    Nul(String),
    /// The kernel takes 131,071 bytes for one argument.
    #[error("{0} is longer than one argument of a command line may be (131071 bytes)")]
    LongArgument(String),
    /// The kernel takes about 2 MB for all arguments.
    #[error("the call is longer than a command line may be")]
    LongCommand,
    /// The command would take it for one of its options.
    #[error("{0} would be read as an option")]
    LooksLikeOption(String),
    /// The command would take it for a parameter.
    #[error("the function holds a '=', so it would be read as a parameter")]
    LooksLikeParameter,
    /// A name with `=` in it would end there.
    #[error("{0}: the name holds a '=', where it would end")]
    EqualsInName(String),
    /// Addresses have a limit that bodies do not have.
    #[error("the address would be longer than {0} bytes; --method post has no such limit")]
    LongAddress(usize),
    /// Editors decode an address before they send it, and that as text.
    #[error("{0} is not UTF-8, and an address in an .http file must be; --method post has no such limit")]
    BytesInAddress(String),
    /// PowerShell is where the panel is not.
    #[error("mgrctl runs on the panel's own machine, so it has no line for PowerShell")]
    PowerShell,
    /// More secrets than a command line has places for.
    #[error("more than {0} values would come from the environment")]
    ManySecrets(usize),
}
