//! How calls reach the panel: address, login, method, shell. The same for every snippet of a run.

use super::quote::Shell;
use crate::option::{OptionError, setters};
use url::{Host, Url};

/// How calls reach the panel.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct CallOptions {
    base: Base,
    /// The source of the login.
    pub auth: Auth,
    /// The part of the HTTP request that carries the parameters.
    pub method: Method,
    /// Whether the certificate is not checked.
    pub insecure: bool,
    /// Whether a line of curl also fails if the panel reports an error with HTTP status 200, which awk detects.
    pub check: bool,
    /// The dialect of shell snippets.
    pub shell: Shell,
    /// Whether shell snippets are for PowerShell, which is not one of [`Shell`]; only curl supports it.
    pub powershell: bool,
}

/// The source of an HTTP snippet's login.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Auth {
    /// `login:password` in `MGR_AUTHINFO`.
    #[default]
    Authinfo,
    /// A session id in `MGR_SESSION`.
    Session,
    /// No login is sent.
    None,
}

impl Auth {
    /// The parameter that carries the login, and the variable with its value.
    pub fn parameter(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Authinfo => Some(("authinfo", "MGR_AUTHINFO")),
            Self::Session => Some(("auth", "MGR_SESSION")),
            Self::None => None,
        }
    }
}

/// How an HTTP snippet sends its parameters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Method {
    /// In the body, so that values stay out of web server logs.
    #[default]
    Post,
    /// In the URL.
    Get,
}

/// The panel on this machine.
impl Default for CallOptions {
    fn default() -> Self {
        let base = Base { text: "https://localhost:1500".to_owned(), has_path: false, loopback: true };
        Self::of(base)
    }
}

impl CallOptions {
    setters! { auth: Auth, method: Method, insecure: bool, check: bool, shell: Shell, powershell: bool }

    /// Calls to a base URL. `insecure` is set automatically for this machine, where panels have self-signed
    /// certificates.
    pub fn new(base: &str) -> Result<Self, OptionError> {
        Base::new(base).map(Self::of)
    }

    fn of(base: Base) -> Self {
        let insecure = base.loopback;
        Self {
            base,
            auth: Auth::default(),
            method: Method::default(),
            insecure,
            check: false,
            shell: Shell::default(),
            powershell: false,
        }
    }

    /// Appends the URL of a manager. Except for the brackets of an IPv6 host, all bytes are safe in any shell.
    pub fn push_endpoint(&self, manager: &str, out: &mut Vec<u8>) {
        out.extend_from_slice(self.base.text.as_bytes());
        if !self.base.has_path {
            out.push(b'/');
            out.extend_from_slice(manager.as_bytes());
        }
    }

    /// The URL of a manager, as text. It contains no character that a string literal of any language interprets.
    pub fn endpoint(&self, manager: &str) -> String {
        let mut endpoint = Vec::new();
        self.push_endpoint(manager, &mut endpoint);
        String::from_utf8_lossy(&endpoint).into_owned()
    }

    /// The base URL, which is the same for all calls.
    pub fn base(&self) -> &str {
        &self.base.text
    }

    /// Whether the manager's name must follow the base URL.
    pub fn wants_manager(&self) -> bool {
        !self.base.has_path
    }

    /// The last part of the base URL's path, which names the manager.
    pub fn path_manager(&self) -> Option<&str> {
        if self.base.has_path { self.base.text.rsplit('/').next() } else { None }
    }

    /// Whether the URL has brackets, which curl and shells interpret.
    pub fn has_brackets(&self) -> bool {
        self.base.text.contains('[')
    }
}

#[derive(Debug, Clone)]
struct Base {
    text: String,
    has_path: bool,
    loopback: bool,
}

impl Base {
    fn new(text: &str) -> Result<Self, OptionError> {
        // Even a text that is not a URL may contain a login before the host; do not repeat it.
        let shown = || text.rsplit('@').next().unwrap_or(text).to_owned();
        let fault = |reason: &str| OptionError { text: shown(), reason: reason.to_owned() };
        let write_it = "use for example https://panel.example.com:1500";
        let url = Url::parse(text).map_err(|error| fault(&format!("{error}; {write_it}")))?;
        if !matches!(url.scheme(), "https" | "http") {
            return Err(fault(&format!("the scheme must be https or http; {write_it}")));
        }
        if !url.username().is_empty() || url.password().is_some() {
            // The text contains a secret.
            return Err(OptionError::new(
                "",
                "contains a login, which would be in every call; remove it and set MGR_AUTHINFO=login:password",
            ));
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(fault("the URL may have a path, but not '?' or '#'"));
        }
        let loopback = match url.host() {
            Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        };
        let path = url.path().trim_end_matches('/');
        let text = format!("{}{}", url.origin().ascii_serialization(), path);
        Ok(Self { text: harmless(&text), has_path: !path.is_empty(), loopback })
    }
}

/// A path may contain quotes and dollars; percent-encoded, it is the same for the panel and harmless for a shell.
fn harmless(address: &str) -> String {
    let safe = |byte: &u8| byte.is_ascii_alphanumeric() || b":/.-_%[]".contains(byte);
    address
        .bytes()
        .map(|byte| if safe(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn endpoint(base: &str) -> String {
        let mut out = Vec::new();
        CallOptions::new(base).expect(base).push_endpoint("billmgr", &mut out);
        String::from_utf8(out).expect("an address is ASCII")
    }

    #[test]
    fn the_path_is_the_manager_unless_there_is_one() {
        for (base, expected) in [
            ("https://localhost:1500", "https://localhost:1500/billmgr"),
            ("https://localhost:1500/", "https://localhost:1500/billmgr"),
            ("https://example.com:443/manager/billmgr", "https://example.com/manager/billmgr"),
            ("http://[::1]:1500", "http://[::1]:1500/billmgr"),
            ("https://h/a'b$(c)!~", "https://h/a%27b%24%28c%29%21%7E"),
            ("https://пример.рф", "https://xn--e1afmkfd.xn--p1ai/billmgr"),
        ] {
            assert_eq!(endpoint(base), expected);
        }
    }

    #[test]
    fn only_the_own_machine_goes_without_a_check() {
        for (base, insecure) in [
            ("https://localhost", true),
            ("https://127.0.0.9:1500", true),
            ("https://[::1]", true),
            ("https://localhost.example.com", false),
            ("https://192.0.2.1", false),
        ] {
            assert_eq!(CallOptions::new(base).expect(base).insecure, insecure, "{base}");
        }
    }

    #[test]
    fn addresses_that_cannot_serve_say_why() {
        for (base, reason) in [
            ("localhost:1500", "scheme"),
            ("not an address", "for example"),
            ("https://root:x@localhost", "MGR_AUTHINFO"),
            ("https://localhost/?func=a", "not '?'"),
        ] {
            let error = CallOptions::new(base).expect_err(base).to_string();
            assert!(error.contains(reason), "{base}: {error}");
        }
    }
}
