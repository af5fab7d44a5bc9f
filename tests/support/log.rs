//! Logs: lines made for a test, and the requests of the sample logs, found by a regular expression.

use regex::bytes::Regex;
use std::path::{Path, PathBuf};

/// A request as it was logged.
#[derive(Debug, Clone)]
pub(crate) struct Logged {
    /// For messages.
    pub(crate) place: String,
    /// The second bracket.
    pub(crate) user: Vec<u8>,
    /// What stands between the quotes.
    pub(crate) payload: Vec<u8>,
}

impl Logged {
    /// A request of root.
    pub(crate) fn new(payload: impl Into<Vec<u8>>) -> Self {
        Self { place: String::new(), user: b"root".to_vec(), payload: payload.into() }
    }

    /// A request made of plain names and values, everything in percent form.
    pub(crate) fn of_pairs<N: AsRef<[u8]>, V: AsRef<[u8]>>(function: &str, pairs: &[(N, V)]) -> Self {
        let encode = |text: &[u8]| super::form::encode(text);
        let pairs = pairs.iter().map(|(name, value)| format!("&{}={}", encode(name.as_ref()), encode(value.as_ref())));
        Self::new(format!("func={}{}", encode(function.as_bytes()), pairs.collect::<String>()))
    }

    /// The whole line.
    pub(crate) fn line(&self) -> Vec<u8> {
        let head = b"Jun 25 09:07:51 [26956:1738] core_module INFO Request [192.0.2.38][";
        [head, &self.user[..], b"] '", &self.payload, b"'\n"].concat()
    }
}

/// A log of these requests.
pub(crate) fn lines(requests: &[Logged]) -> Vec<u8> {
    requests.iter().flat_map(Logged::line).collect()
}

/// The sample logs, by name.
pub(crate) fn samples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/log");
    let entries = std::fs::read_dir(folder).expect("the sample logs are shipped");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "log"));
    paths.sort();
    assert!(!paths.is_empty());
    paths
}

/// The requests in a log: whole lines with a stamp.
pub(crate) fn requests(path: &Path) -> Vec<Logged> {
    let colour = Regex::new(r"(?-u)\x1b\[[0-9;]*[A-Za-z]").expect("valid");
    let request = Regex::new(
        r"(?x-u) [A-Z][a-z][a-z]\ +[0-9]{1,2}\ [0-9:]{8}\ +\[[0-9]+(?::[0-9A-Za-z]+)?\]\ +[^\ ]+\ +[A-Z]+\ +
          Request\ +\[(?:.*?)\]\[(?<user>.*?)\]\ *'(?<payload>.*)'\s*$",
    )
    .expect("valid");
    let log = std::fs::read(path).expect("a readable sample");
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let lines = log.split(|&byte| byte == b'\n').map(|line| colour.replace_all(line, &b""[..]));
    let found = lines.enumerate().filter_map(|(index, line)| {
        let found = request.captures(&line)?;
        let part = |name: &str| found[name].to_vec();
        Some(Logged { place: format!("{name}:{}", index + 1), user: part("user"), payload: part("payload") })
    });
    found.collect()
}
