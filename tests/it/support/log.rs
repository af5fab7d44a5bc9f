//! Logs: lines made for a test, and the requests of the sample logs, found by a regular expression.

use super::program::mgr2api;
use flate2::Compression;
use flate2::write::GzEncoder;
use regex::bytes::Regex;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// A request as it was logged.
#[derive(Debug, Clone)]
pub(crate) struct Logged {
    /// For messages.
    pub(crate) place: String,
    /// The second bracket.
    pub(crate) user: Vec<u8>,
    /// The text between the quotes.
    pub(crate) payload: Vec<u8>,
}

impl Logged {
    /// A request of root.
    pub(crate) fn new(payload: impl Into<Vec<u8>>) -> Self {
        Self { place: String::new(), user: b"root".to_vec(), payload: payload.into() }
    }

    /// A request made of decoded names and values; everything is percent-encoded.
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

/// Packs text as gzip does, on machines without gzip too.
pub(crate) fn gzip(text: impl AsRef<[u8]>) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(text.as_ref()).expect("memory");
    packer.finish().expect("memory")
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

/// The converted requests of all sample logs, in order, read from their lines by a regular expression. A line that
/// matches the expression and is not converted must be reported with its place.
#[track_caller]
pub(crate) fn sample_requests() -> Vec<Logged> {
    let ran = mgr2api(["-t", "json"]).args(samples()).run();
    let lines: Vec<(String, Vec<u8>)> = samples().iter().flat_map(|sample| numbered_lines(sample)).collect();
    let mut converted = ran.text().lines().map(|object| {
        let object: serde_json::Value = serde_json::from_str(object).expect("the json target prints JSON");
        format!("{}:{}", object["source"].as_str().expect("a path"), object["line"])
    });
    let mut requests = Vec::new();
    let mut next = converted.next();
    for (place, line) in lines {
        let found = request(&place, &line);
        if next.as_ref() == Some(&place) {
            requests.push(found.unwrap_or_else(|| panic!("{place}: converted, but it is no request")));
            next = converted.next();
        } else if found.is_some() {
            let reported = ran.err_text().lines().any(|note| note.starts_with(&format!("{place}: ")));
            assert!(reported, "{place}: neither converted nor reported");
        }
    }
    assert_eq!(next, None, "converted, but there is no such line");
    assert!(requests.len() >= 6);
    requests
}

fn numbered_lines(path: &Path) -> Vec<(String, Vec<u8>)> {
    let log = std::fs::read(path).expect("a readable sample");
    let lines = log.split(|&byte| byte == b'\n').enumerate();
    lines.map(|(index, line)| (format!("{}:{}", path.display(), index + 1), line.to_vec())).collect()
}

/// The request in a line with a stamp, coloured or not.
fn request(place: &str, line: &[u8]) -> Option<Logged> {
    static COLOUR: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?-u)\x1b\[[0-9;]*[A-Za-z]").expect("valid"));
    static REQUEST: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?x-u) [A-Z][a-z][a-z]\ +[0-9]{1,2}\ +[0-9:]{8}\ +\[[0-9]+(?::[0-9A-Za-z]+)?\]\ +[^\ ]+\ +[A-Z]+\ +
              Request\ +\[(?:.*?)\]\[(?<user>.*?)\]\ *'(?<payload>.*)'\s*$",
        )
        .expect("valid")
    });
    let line = COLOUR.replace_all(line, &b""[..]);
    let found = REQUEST.captures(&line)?;
    let part = |name: &str| found[name].to_vec();
    Some(Logged { place: place.to_owned(), user: part("user"), payload: part("payload") })
}
