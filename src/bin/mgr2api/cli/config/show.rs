//! `--show-config`: every option that can be set, its value in this run and where the value comes from. The text is a
//! valid configuration file.

use super::{FALLBACK, Merged, settable};
use crate::cli::args::Args;
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, CommandFactory};
use mgr2api::Visible;

/// The column of the origin.
const ORIGIN: usize = 40;

pub(crate) fn show(merged: &Merged) -> String {
    let command = Args::command();
    let from = merged.config.as_ref().map(|config| {
        let profile = config.profile.as_ref().map_or(String::new(), |profile| format!(", profile {}", profile.name));
        format!("# {}{profile}", config.path.display())
    });
    let mut lines = vec![from.unwrap_or_else(|| "# no configuration file".to_owned())];
    lines.extend(merged.strangers().iter().map(|stranger| format!("# {stranger}")));
    for (arg, long) in settable(&command) {
        let (mut value, origin) = (value(merged, arg), origin(merged, arg, long));
        // A line without a value is a comment, so that the text stays a valid file.
        if value.is_empty() {
            value.push_str("# ");
        }
        let setting = if value == "# " { format!("# {long} =") } else { format!("{long} = {value}") };
        lines.push(format!("{setting:ORIGIN$} # {origin}"));
    }
    // File names and values may contain anything.
    lines.iter().map(|line| format!("{}\n", Visible(line.as_bytes()))).collect::<Vec<_>>().concat()
}

fn value(merged: &Merged, arg: &Arg) -> String {
    let id = arg.get_id().as_str();
    if matches!(arg.get_action(), ArgAction::SetTrue) {
        return merged.matches.get_flag(id).to_string();
    }
    // Prefer the parsed value, where it is a string, over the raw one.
    let quoted: Vec<String> = if let Ok(words) = merged.matches.try_get_many::<String>(id) {
        words.into_iter().flatten().map(|word| quoted(word)).collect()
    } else {
        let raw = merged.matches.get_raw(id).into_iter().flatten();
        raw.map(|word| quoted(&word.to_string_lossy())).collect()
    };
    match arg.get_action() {
        ArgAction::Append if !quoted.is_empty() => format!("[{}]", quoted.join(", ")),
        _ => quoted.concat(),
    }
}

/// Quotes a text as a basic string of TOML, which has the escapes of JSON. Hidden characters are escaped here, as code
/// points: the final escaping works byte by byte, and TOML would read its escapes as other characters.
fn quoted(text: &str) -> String {
    let json = serde_json::Value::from(text).to_string();
    json.chars()
        .map(|char| {
            let shown = char.to_string();
            let is_hidden = Visible(shown.as_bytes()).to_string() != shown;
            if is_hidden { format!("\\U{:08x}", u32::from(char)) } else { shown }
        })
        .collect()
}

fn origin(merged: &Merged, arg: &Arg, long: &str) -> String {
    if let Some(given) = merged.given.iter().find(|given| given.option == long) {
        let scope = if long == FALLBACK { ", for logs whose name does not show the panel" } else { "" };
        return format!("{}{scope}", given.origin.name);
    }
    match merged.matches.value_source(arg.get_id().as_str()) {
        Some(ValueSource::CommandLine) => format!("--{long}"),
        _ => "default".to_owned(),
    }
}
