//! The short help, which fits one screen: the most important options, and the names of the others.

use crate::cli::about::EXAMPLES;
use crate::cli::args::Args;
use clap::{Arg, CommandFactory};

/// The options with a line of their own; the others are only named.
const FIRST: &[&str] = &["follow", "interactive", "last", "changes", "func", "since", "to", "manager", "url", "quiet"];

/// Width of the smallest terminal in use, less one column.
const WIDTH: usize = 79;

/// The column of an option's description.
const ABOUT: usize = 24;

/// The help that fits one screen.
pub(crate) fn short() -> String {
    let mut command = Args::command();
    command.build();
    let first = FIRST.iter().filter_map(|id| command.get_arguments().find(|arg| arg.get_id() == id));
    let first = first.map(|arg| {
        let about = arg.get_help().map(ToString::to_string).unwrap_or_default();
        format!("{:ABOUT$}{}", spelling(arg), first_clause(&about))
    });
    let others = command.get_arguments().filter(|arg| !FIRST.contains(&arg.get_id().as_str()));
    let others: Vec<String> = others.filter_map(|arg| Some(format!("--{}", arg.get_long()?))).collect();
    let examples = EXAMPLES[..2].iter().map(|(command, about)| format!("  {command:32}{about}"));
    format!(
        "\
Turn the request lines of ISPsystem panel logs into calls that are ready to run
Usage: mgr2api [OPTIONS] [LOG]...
LOG: a file, compressed or not, '-', or a panel's short name such as billmgr

{}
also {}

{}
mgr2api --help explains each option and has more examples
",
        first.collect::<Vec<_>>().join("\n"),
        wrap(&others),
        examples.collect::<Vec<_>>().join("\n")
    )
}

fn spelling(arg: &Arg) -> String {
    let short = arg.get_short().map_or("   ".to_owned(), |short| format!("-{short},"));
    let value = arg.get_value_names().filter(|_| arg.get_action().takes_values());
    let value = value.map_or(String::new(), |names| format!(" <{}>", names[0]));
    format!(" {short} --{}{value}", arg.get_long().unwrap_or_default())
}

/// The first part of the sentence that fits into the line.
fn first_clause(about: &str) -> &str {
    let stops: [&[char]; 3] = [&[';'], &[';', ':'], &[';', ':', ',']];
    let clauses = stops.map(|stops| about.split(stops).next().unwrap_or(about));
    clauses.into_iter().find(|clause| clause.len() <= WIDTH - ABOUT).unwrap_or(clauses[2])
}

/// Breaks words into lines of the screen's width; all but the first are indented.
fn wrap(words: &[String]) -> String {
    let (mut text, mut column) = (String::new(), 5);
    for (index, word) in words.iter().enumerate() {
        if index > 0 && column + 1 + word.len() > WIDTH {
            text += "\n     ";
            column = 5;
        } else if index > 0 {
            text += " ";
            column += 1;
        }
        text += word;
        column += word.len();
    }
    text
}
