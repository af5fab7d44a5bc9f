//! Completions of one shell: what `clap_complete` makes of the definition, and beside it what that does not know: a word
//! of the command line that may be a file or a manager's name, and targets behind a comma.
//!
//! The changes lean on the crate's text, which the lock file holds still; the tests run each script in its shell.

use clap::builder::{PossibleValue, PossibleValuesParser, StringValueParser, ValueHint};
use clap::{Arg, Command};
use clap_complete::{Shell, generate};
use mgr2api::{MANAGERS, TARGETS};

/// Stands for `$` where fish would put a variable's value, and that may be a password, until the text is complete.
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

/// The definition without a list of targets: a shell's own function offers them.
fn with_free_targets(definition: Command) -> Command {
    definition.mut_arg("to", |to| to.value_parser(StringValueParser::new()).value_hint(ValueHint::Other))
}

/// Options only after a dash; else logs. `filenames` lets bash quote a name with a space and put a slash after a folder.
fn bash(script: &str, managers: &str) -> String {
    let options = r#"COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )"#;
    let logs = format!(
        r#"compopt -o filenames 2>/dev/null
            local IFS=$'\n'
            COMPREPLY=( $(compgen -W "{}" -- "${{cur}}") $(compgen -f -- "${{cur}}") )"#,
        managers.replace(' ', "\n")
    );
    let script = script.replace("|| ${COMP_CWORD} -eq 1 ", "");
    // What stands before the last comma stays.
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
    // With two colons zsh takes what follows the first log for a command line of its own, without options.
    let script = script.replace("'*::logs", "'*:logs");
    match script.rsplit_once(":_files' \\\n&& ret=0") {
        Some((head, tail)) => [head, ":_mgr2api_logs' \\\n&& ret=0", tail].concat(),
        None => script,
    }
}

/// The crate puts what is about a value in double quotes.
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

/// All targets, each as the shell wants it.
fn targets(each: impl Fn(&str, &str) -> String, between: &str) -> String {
    TARGETS.iter().map(|target| each(target.info().name, target.info().about)).collect::<Vec<_>>().join(between)
}

/// A text in single quotes, with the shell's own spelling of one within.
fn quoted(text: &str, quote: &str) -> String {
    format!("'{}'", text.replace('\'', quote))
}

/// A word before makes the crate's script look for a subcommand, and values are not its business.
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

/// Names stand beside the options; the shell shows those that start like the word and turns to files by itself.
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
