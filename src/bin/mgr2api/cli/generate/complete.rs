//! Completions for one shell: the output of `clap_complete`, extended by what that cannot express: a word that may be a
//! file or a manager's name, and several targets separated by commas.
//!
//! The extensions replace parts of the crate's output, which the lock file pins; the tests run each script in its
//! shell.

use clap::builder::{PossibleValue, PossibleValuesParser, StringValueParser, ValueHint};
use clap::{Arg, Command};
use clap_complete::{Shell, generate};
use mgr2api::{MANAGERS, TARGETS};

/// Placeholder for `$` until the script is complete: fish would insert the value of a variable, which may be a
/// password.
const DOLLAR: char = '\u{f8ff}';

/// The script for a shell.
pub(crate) fn script(shell: Shell, definition: Command) -> String {
    let managers = MANAGERS.join(" ");
    match shell {
        Shell::Bash => bash(&generated(shell, definition), &managers),
        Shell::Zsh => zsh(&generated(shell, with_free_targets(definition)), &managers),
        Shell::Fish => fish(&generated(shell, with_free_targets(definition.mut_args(without_dollars))), &managers),
        Shell::Elvish => elvish(&generated(shell, definition.clone()), &definition, &managers),
        _ => powershell(&generated(shell, definition)),
    }
}

fn generated(shell: Shell, mut definition: Command) -> String {
    let mut script = Vec::new();
    generate(shell, &mut definition, "mgr2api", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

/// The definition without the list of targets: the shell's own function offers them.
fn with_free_targets(definition: Command) -> Command {
    definition.mut_arg("to", |to| to.value_parser(StringValueParser::new()).value_hint(ValueHint::Other))
}

/// Offers options only after a dash, else logs. With `filenames`, bash quotes names with a space and adds a slash to
/// folders.
fn bash(script: &str, managers: &str) -> String {
    let options = r#"COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )"#;
    let logs = format!(
        r#"compopt -o filenames 2>/dev/null
            local IFS=$'\n'
            COMPREPLY=( $(compgen -W "{}" -- "${{cur}}") $(compgen -f -- "${{cur}}") )"#,
        managers.replace(' ', "\n")
    );
    let script = script.replace("|| ${COMP_CWORD} -eq 1 ", "");
    // Keep the text up to the last comma.
    let targets = targets(|name, _| name.to_owned(), " ");
    let script = script.replace(
        &format!(r#"compgen -W "{targets}" -- "${{cur}}""#),
        &format!(r#"compgen -P "${{cur%"${{cur##*,}}"}}" -W "{targets}" -- "${{cur##*,}}""#),
    );
    match script.rsplit_once(options) {
        Some((head, tail)) => [head, &logs, tail].concat(),
        None => script,
    }
}

fn zsh(script: &str, managers: &str) -> String {
    let targets = targets(|name, about| quoted(&format!("{name}:{}", about.replace(':', r"\:")), r"'\''"), " ");
    let own = format!(
        "_mgr2api_logs() {{
    _alternative 'managers:manager:({managers})' 'files:log:_files'
}}

_mgr2api_targets() {{
    local -a targets; targets=({targets})
    compset -P '*,'
    compset -S ',*'
    _describe -t targets target targets
}}

_mgr2api() {{"
    );
    let script = script.replacen("_mgr2api() {", &own, 1).replace(":TARGET:'", ":TARGET:_mgr2api_targets'");
    // With two colons, zsh would treat the words after the first log as a separate command line without options.
    let script = script.replace("'*::logs", "'*:logs");
    match script.rsplit_once(":_files' \\\n&& ret=0") {
        Some((head, tail)) => [head, ":_mgr2api_logs' \\\n&& ret=0", tail].concat(),
        None => script,
    }
}

/// The crate puts descriptions of values in double quotes, in which fish expands variables.
fn fish(script: &str, managers: &str) -> String {
    let script: Vec<String> = script.replace(DOLLAR, "\\$").lines().map(with_targets).collect();
    let targets = targets(|name, about| format!("\"$before\" {name} {}", quoted(about, r"\'")), " ");
    format!(
        "function __mgr2api_targets
    set -l before (commandline -ct | string replace -r '^(--to=|-t)' '' | string match -r '.*,')
    printf '%s%s\\t%s\\n' {targets}
end
{}
complete -c mgr2api -a '{managers}' -d manager
",
        script.join("\n")
    )
}

fn with_targets(line: &str) -> String {
    if line.contains(" -l to ") { format!("{line} -a '(__mgr2api_targets)'") } else { line.to_owned() }
}

fn without_dollars(arg: Arg) -> Arg {
    let values = arg.get_possible_values();
    if values.is_empty() || !arg.get_action().takes_values() {
        return arg;
    }
    let about = |value: &PossibleValue| value.get_help().map(|help| help.to_string().replace('$', &DOLLAR.to_string()));
    let plain = |value: PossibleValue| match about(&value) {
        Some(about) => value.help(about),
        None => value,
    };
    arg.value_parser(PossibleValuesParser::new(values.into_iter().map(plain)))
}

/// All targets, each in the shell's syntax.
fn targets(each: impl Fn(&str, &str) -> String, between: &str) -> String {
    TARGETS.iter().map(|target| each(target.info().name, target.info().about)).collect::<Vec<_>>().join(between)
}

/// A text in single quotes; `quote` is the shell's escape for a single quote.
fn quoted(text: &str, quote: &str) -> String {
    format!("'{}'", text.replace('\'', quote))
}

/// The crate's script takes a preceding word for a subcommand and does not complete values of options.
fn elvish(script: &str, definition: &Command, managers: &str) -> String {
    let free = definition.get_arguments().filter(|arg| arg.get_value_hint() == ValueHint::Other);
    let free: Vec<String> = free
        .flat_map(|arg| {
            let short = arg.get_short().map(|short| format!("-{short}"));
            short.into_iter().chain(arg.get_long().map(|long| format!("--{long}")))
        })
        .collect();
    let words = format!(
        "    if (has-value [-t --to] $words[-2]) {{
        var before = (re:replace '[^,]*$' '' $words[-1])
        for target [{targets}] {{ put $before$target }}
    }} elif (has-value [-m --manager] $words[-2]) {{
        put {managers}
    }} elif (has-value [{free}] $words[-2]) {{
    }} elif (str:has-prefix $words[-1] '-') {{
        $completions[mgr2api]
    }} else {{
        put {managers}
        edit:complete-filename $words[-1]
    }}",
        targets = targets(|name, _| name.to_owned(), " "),
        free = free.join(" ")
    );
    script.replace("    $completions[$command]", &words).replacen("use str;", "use re;\nuse str;", 1)
}

/// Adds names beside the options; PowerShell filters them by prefix and completes files itself.
fn powershell(script: &str) -> String {
    let names = TARGETS.iter().map(|target| (target.info().name, "target"));
    let names: Vec<String> = names
        .chain(MANAGERS.iter().map(|manager| (*manager, "manager")))
        .map(|(name, kind)| {
            format!("            [CompletionResult]::new('{name}', '{name}', [CompletionResultType]::ParameterValue, '{kind}')\n")
        })
        .collect();
    script.replace(
        "switch ($command) {\n        'mgr2api' {\n",
        &format!("switch ('mgr2api') {{\n        'mgr2api' {{\n{}", names.concat()),
    )
}
