//! The cases of the golden files: every log in `testdata/log` is one, and belongs to one group.
//!
//! Input: the logs. Output: the text of each format for a case. A group is one golden file for each format. Cases that
//! concern only the parsing of logs are the same in all formats, so such a group is stored in json, which has every
//! field, and in notes.

use crate::support::mgr2api;
use mgr2api::{Settings, Source, Target, convert, target};
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Cases that belong together.
pub(crate) struct Group {
    pub(crate) name: &'static str,
    /// Whether all formats are stored, or only json.
    pub(crate) in_all_formats: bool,
    /// Names of logs, in the order of the golden file.
    cases: &'static str,
}

impl Group {
    pub(crate) fn cases(&self) -> impl Iterator<Item = &'static str> {
        self.cases.split_whitespace()
    }
}

pub(crate) const GROUPS: &[Group] = &[
    Group { name: "panels", in_all_formats: true, cases: "billmgr ispmgr vmmgr windows plain" },
    Group {
        name: "signs",
        in_all_formats: true,
        cases: "ampersand at-first backslash-double backslash-trailing backticks bang bang-and-quote braces caret dash-first
            dollar-paren double-quote equals-first glob hash-first lt-first o-brien parens percent-env pipe quote-in-payload
            semicolon space-edges tilde two-spaces",
    },
    Group {
        name: "characters",
        in_all_formats: true,
        cases: "backspace-and-delete bidi c1-csi combining crlf-in-value cyrillic emoji esc-osc52 invalid-utf8 latin1
            line-separator newline no-break-space nul-byte overlong-utf8 paste-end raw-c1-byte raw-control-bytes
            raw-utf8-not-encoded tab trailing-newline zero-width",
    },
    Group {
        name: "queries",
        in_all_formats: true,
        cases: "bad-percent duplicate-names empty-pieces empty-values list-values no-equals null-on-off
            percent-encoded-percent percent-lowercase plus-sign",
    },
    Group {
        name: "names",
        in_all_formats: true,
        cases: "name-cyrillic name-dash-first name-empty name-masked-hostile name-tilde-first name-with-at name-with-equals
            name-with-quote name-with-space",
    },
    Group {
        name: "functions",
        in_all_formats: true,
        cases: "background-polling delete-verb empty-func form-applied form-opened form-refreshed func-dash-first func-encoded
            func-hostile func-keyword func-same-thrice func-twice group-edit helpers lang-logged module-query no-func
            out-interface out-logged rpc-query wizard-finish",
    },
    Group {
        name: "secrets",
        in_all_formats: true,
        cases: "credential-auth credential-authinfo credential-sesid masked masked-func masked-star-typed secret-in-clear
            secrets-in-clear-nine secrets-in-clear-two",
    },
    Group {
        name: "users",
        in_all_formats: true,
        cases: "origin-empty origin-ipv6-bare origin-ipv6-brackets origin-mgrctl origin-program su-own user-as-other
            user-as-other-with-parens user-empty user-hostile user-mail user-with-bracket user-with-parens",
    },
    Group {
        name: "lines",
        in_all_formats: false,
        cases: "crlf cut-after-word cut-and-next-on-one-line cut-in-origin cut-in-user cut-line
            cut-other-and-next-on-one-line empty-query long-value no-closing-quote no-final-newline text-after-quote",
    },
    Group {
        name: "records",
        in_all_formats: false,
        cases: "env-dump interleaved-threads internal-twin no-requests other-levels request-word-in-other-record
            rotated-first-line sql-quotes xml-dump xml-dump-indented-stamp xml-dump-prefixed-stamp
            xml-dump-unstamped-request",
    },
    Group {
        name: "stamps",
        in_all_formats: false,
        cases: "colour-everywhere coloured day-bare day-padded day-zero-padded pid-alone prefix-docker prefix-grep-n
            prefix-journald prefix-ssh year-rollover",
    },
];

/// The folder of the logs.
pub(crate) fn logs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/log")
}

/// Names of all cases, sorted.
pub(crate) fn cases() -> Vec<String> {
    let logs = fs::read_dir(logs()).expect("folder of logs");
    let mut cases: Vec<String> = logs
        .map(|log| log.expect("folder entry").file_name().into_string().expect("name in UTF-8"))
        .map(|name| name.strip_suffix(".log").unwrap_or_else(|| panic!("{name}: no .log")).to_owned())
        .collect();
    cases.sort();
    cases
}

/// The text of a format for a case, with the comment lines that a terminal would show.
pub(crate) fn text(case: &str, target: &'static dyn Target) -> Vec<u8> {
    let name = format!("{case}.log");
    if target.info().name == "json" {
        return JSON.get(&name).cloned().unwrap_or_default();
    }
    let log = fs::read(logs().join(&name)).expect("log");
    let mut settings = Settings::new(target);
    settings.print.comments = true;
    let mut text = Vec::new();
    convert(&*log, Source::log(&name), &settings, &mut text).expect("memory");
    text
}

/// The json of each log. Timestamps depend on the time zone and on the file's time, so both are fixed.
static JSON: LazyLock<HashMap<String, Vec<u8>>> = LazyLock::new(|| {
    let options = ["-q", "-t", "json", "--written", "2026-11-23T00:00:00Z"];
    let names = cases().into_iter().map(|case| format!("{case}.log"));
    let run = mgr2api(options).args(names).env("TZ", "UTC").current_dir(&logs()).run().status(0);
    let mut texts: HashMap<String, Vec<u8>> = HashMap::new();
    for line in run.text().split_inclusive('\n') {
        let object: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let source = object["source"].as_str().expect("the name of the log");
        texts.entry(source.to_owned()).or_default().extend_from_slice(line.as_bytes());
    }
    texts
});

/// The text of a format for each case, if not empty.
pub(crate) fn texts(name: &str) -> Vec<(String, String)> {
    let target = target(name).expect("a target of this name");
    let text = |case: String| {
        let text = String::from_utf8(text(&case, target)).expect("UTF-8");
        (case, text)
    };
    let texts: Vec<_> = cases().into_iter().map(text).filter(|(_, text)| !text.is_empty()).collect();
    assert!(texts.len() > 80, "hardly anything to check");
    texts
}

#[test]
fn the_names_of_cases_are_lower_case_words_with_dashes() {
    let cases = cases();
    assert!(cases.len() > 100, "cases are missing, there are only {}", cases.len());
    for case in cases {
        assert!(case.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'), "{case}");
    }
}

#[test]
fn every_log_belongs_to_one_group() {
    let mut grouped: Vec<&str> = GROUPS.iter().flat_map(Group::cases).collect();
    grouped.sort_unstable();
    assert_eq!(grouped, cases(), "GROUPS names each log of testdata/log once");
}
