//! Parses typed names: a panel by its product's name, a target in any case, a language for its target.
//!
//! In: a word of the command line or of the configuration. Out: the name if it is unambiguous, else the name that
//! was probably meant, for a message. Names that are accepted here cause no message.

use clap::builder::{PossibleValue, PossibleValuesParser, StringValueParser, TypedValueParser};
use clap::{Arg, Command};
use mgr2api::{MANAGERS, TARGETS, manager_of};
use std::ffi::OsStr;
use std::net::Ipv6Addr;

/// The panel with this short name or product name: `ispmgr`, `ISPmanager`.
pub(crate) fn manager(text: &str) -> Option<&'static str> {
    let name = text.trim().to_lowercase();
    MANAGERS.iter().copied().find(|known| name == *known || name == product(known))
}

/// The product name of a panel in lower case: `billmanager` for `billmgr`.
fn product(short: &str) -> String {
    match short.strip_suffix("mgr") {
        Some(stem) => format!("{stem}manager"),
        None if short == "core" => "coremanager".to_owned(),
        None => short.to_owned(),
    }
}

/// The panel that a word probably means: `bilmgr`, `isp`, `ISPmanager 6`, `billmgr.log`.
pub(crate) fn likely_manager(text: &str) -> Option<&'static str> {
    let name = text.trim().to_lowercase();
    let by_slip = || {
        let products: Vec<String> = MANAGERS.iter().map(|known| product(known)).collect();
        let near = nearest(&name, MANAGERS.iter().copied().chain(products.iter().map(String::as_str)))?;
        manager(near)
    };
    let by_start = || {
        let mut known = MANAGERS.iter().copied();
        known.find(|known| name.len() > 1 && known.starts_with(&name) || name.starts_with(&product(known)))
    };
    manager_of(&name).or_else(by_slip).or_else(by_start)
}

/// Parses `--manager`; accepts an unknown name too, because `options` reports it with a better message.
pub(crate) fn typed_manager() -> impl TypedValueParser<Value = String> {
    StringValueParser::new().map(|text| manager(&text).map_or(text, str::to_owned))
}

/// Parses `--url`. The default scheme is https: `localhost:1500` is a host and a port, as for curl.
pub(crate) fn typed_address() -> impl TypedValueParser<Value = String> {
    StringValueParser::new().map(|text| address(&text))
}

fn address(text: &str) -> String {
    let text = text.trim();
    let has_scheme = text.contains("://") || ["http:", "https:"].iter().any(|scheme| starts_with(text, scheme));
    // A text with such a start has no host.
    let is_part = text.is_empty() || text.starts_with(['/', ':', '?', '#', '.']);
    match text.parse::<Ipv6Addr>() {
        Ok(host) => format!("https://[{host}]"),
        Err(_) if has_scheme || is_part => text.to_owned(),
        Err(_) => format!("https://{text}"),
    }
}

fn starts_with(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
}

/// Parses `--to`: the name of a target, in any case and with blanks around it.
#[derive(Debug, Clone)]
pub(crate) struct TargetParser;

impl TargetParser {
    fn list() -> PossibleValuesParser {
        let value =
            |target: &&'static dyn mgr2api::Target| PossibleValue::new(target.info().name).help(target.info().about);
        PossibleValuesParser::new(TARGETS.iter().map(value))
    }
}

impl TypedValueParser for TargetParser {
    type Value = String;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<String, clap::Error> {
        match target(&value.to_string_lossy()) {
            Some(name) => Ok(name.to_owned()),
            None => Self::list().parse_ref(command, arg, value),
        }
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Self::list().possible_values().map(|values| Box::new(values.collect::<Vec<_>>().into_iter()) as Box<_>)
    }
}

/// The target with this name.
pub(crate) fn target(text: &str) -> Option<&'static str> {
    let name = text.trim().to_lowercase();
    TARGETS.iter().map(|target| target.info().name).find(|known| *known == name)
}

/// Languages and tools, and the target for them.
const KIN: &[(&str, &str)] = &[
    ("js javascript nodejs node.js mjs ts typescript deno bun", "node"),
    ("py py3 python3 requests", "python"),
    ("rs reqwest cargo", "rust"),
    ("golang", "go"),
    ("pl perl5", "perl"),
    ("php7 php8", "php"),
    ("ps ps1 pwsh posh", "powershell"),
    ("yaml yml playbook", "ansible"),
    ("wget httpie", "curl"),
    ("newman insomnia", "postman"),
    ("rest httpyac vscode jetbrains", "http"),
    ("browser link uri address", "url"),
    ("jsonl ndjson jq", "json"),
    ("devtools chrome firefox", "har"),
    ("mgr ssh", "mgrctl"),
];

/// Shells; the lines of two targets run in them.
const SHELLS: &str = "sh bash zsh dash ksh ash fish shell";

/// Languages without a target.
const OTHERS: &str = "c# csharp dotnet c c++ cpp java kotlin scala ruby rb swift dart lua elixir r";

/// Formats of the panel's answer.
const ANSWERS: &str = "xml xjson sjson devel text";

/// What to write for the name of a language or a tool.
pub(crate) fn target_for(text: &str) -> Option<String> {
    let name = text.trim().to_lowercase();
    let is_in = |words: &str| words.split(' ').any(|word| word == name);
    if is_in(SHELLS) {
        return Some(
            "use -t curl for a line that any shell runs, or -t mgrctl for one on the panel's own machine".to_owned(),
        );
    }
    if is_in(OTHERS) {
        return Some(
            "mgr2api has no format for this language; use -t json, which gives the request as data".to_owned(),
        );
    }
    if is_in(ANSWERS) {
        return Some(format!("use --out {name} for the format of the panel's answer"));
    }
    let kin = KIN.iter().find(|(words, _)| is_in(words));
    kin.map(|(_, target)| format!("use -t {target}"))
}

/// The nearest of the known names, if it is near enough.
pub(crate) fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let nearest = known.into_iter().map(|known| (strsim::osa_distance(name, known), known));
    let nearest = nearest.min_by_key(|(steps, _)| *steps);
    nearest.filter(|(steps, _)| *steps <= 2 && *steps < name.chars().count()).map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_product_names_its_panel_in_any_case() {
        for (typed, name) in [
            ("ispmgr", "ispmgr"),
            ("ISPmgr", "ispmgr"),
            ("ISPmanager", "ispmgr"),
            (" BILLmanager ", "billmgr"),
            ("VMmanager", "vmmgr"),
            ("DCImanager", "dcimgr"),
            ("IPmanager", "ipmgr"),
            ("DNSmanager", "dnsmgr"),
            ("COREmanager", "core"),
            ("DCImini", "dcimini"),
        ] {
            assert_eq!(manager(typed), Some(name), "{typed}");
        }
        for other in ["", "isp", "manager", "nginx", "ispmanagers"] {
            assert_eq!(manager(other), None, "{other}");
        }
    }

    #[test]
    fn a_slip_or_a_part_finds_the_name_that_was_meant() {
        for (typed, meant) in [
            ("bilmgr", "billmgr"),
            ("ispmgrr", "ispmgr"),
            ("vmmg", "vmmgr"),
            ("dcimrg", "dcimgr"),
            ("bill", "billmgr"),
            ("ISP", "ispmgr"),
            ("vm", "vmmgr"),
            ("ispmanger", "ispmgr"),
            ("ISPmanager 6 lite", "ispmgr"),
            ("BILLmgr.log", "billmgr"),
        ] {
            assert_eq!(likely_manager(typed), Some(meant), "{typed}");
        }
        for other in ["", "i", "nginx", "mysql"] {
            assert_eq!(likely_manager(other), None, "{other}");
        }
    }

    #[test]
    fn an_address_without_a_scheme_is_of_https() {
        for (typed, address) in [
            ("vm.example.com", "https://vm.example.com"),
            ("localhost:1500", "https://localhost:1500"),
            ("vm.example.com/manager/billmgr", "https://vm.example.com/manager/billmgr"),
            ("[2001:db8::1]:1500", "https://[2001:db8::1]:1500"),
            ("2001:db8::1", "https://[2001:db8::1]"),
            ("root:secret@vm.example.com", "https://root:secret@vm.example.com"),
            ("http://localhost", "http://localhost"),
            ("HTTPS:localhost", "HTTPS:localhost"),
            ("ftp://localhost", "ftp://localhost"),
            ("/manager/billmgr", "/manager/billmgr"),
            ("", ""),
        ] {
            assert_eq!(super::address(typed), address);
        }
    }

    #[test]
    fn every_kin_has_a_target_and_no_target_is_a_kin() {
        for (words, name) in KIN {
            assert_eq!(target(name), Some(*name));
            assert!(words.split(' ').all(|word| target(word).is_none()), "{words}");
        }
        assert!(SHELLS.split(' ').chain(OTHERS.split(' ')).all(|word| target(word).is_none()));
    }
}
