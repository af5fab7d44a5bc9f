//! Completions of one shell: what `clap_complete` makes of the definition, and beside it what that does not know, a
//! word of the command line that may be a file or a manager's name.
//!
//! The changes lean on the crate's text, which the lock file holds still; the tests run each script in its shell.

use clap::Command;
use clap_complete::{Shell, generate};
use mgr2api::render::TARGETS;
use mgr2api::source::MANAGERS;

/// The script for a shell.
pub(crate) fn script(shell: Shell, mut definition: Command) -> String {
    let mut script = Vec::new();
    generate(shell, &mut definition, "mgr2api", &mut script);
    let script = String::from_utf8_lossy(&script).into_owned();
    let managers = MANAGERS.join(" ");
    match shell {
        Shell::Bash => bash(&script, &managers),
        Shell::Zsh => zsh(&script, &managers),
        Shell::Fish => format!("{script}complete -c mgr2api -a '{managers}' -d manager\n"),
        Shell::Elvish => elvish(&script, &managers),
        _ => powershell(&script),
    }
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
    match script.rsplit_once(options) {
        Some((head, tail)) => [head, &logs, tail].concat(),
        None => script,
    }
}

fn zsh(script: &str, managers: &str) -> String {
    let logs = format!(
        "_mgr2api_logs() {{\n    _alternative 'managers:manager:({managers})' 'files:log:_files'\n}}\n\n_mgr2api() {{"
    );
    let script = script.replacen("_mgr2api() {", &logs, 1);
    // With two colons zsh takes what follows the first log for a command line of its own, without options.
    let script = script.replace("'*::logs", "'*:logs");
    match script.rsplit_once(":_files' \\\n&& ret=0") {
        Some((head, tail)) => [head, ":_mgr2api_logs' \\\n&& ret=0", tail].concat(),
        None => script,
    }
}

/// A word before makes the crate's script look for a subcommand, and values are not its business.
fn elvish(script: &str, managers: &str) -> String {
    let targets: Vec<&str> = TARGETS.iter().map(|target| target.name()).collect();
    let words = format!(
        "    if (has-value [-t --to] $words[-2]) {{
        put {targets}
    }} elif (has-value [-m --manager] $words[-2]) {{
        put {managers}
    }} elif (str:has-prefix $words[-1] '-') {{
        $completions[mgr2api]
    }} else {{
        put {managers}
        edit:complete-filename $words[-1]
    }}",
        targets = targets.join(" ")
    );
    script.replace("    $completions[$command]", &words)
}

/// Names stand beside the options; the shell shows those that start like the word and turns to files by itself.
fn powershell(script: &str) -> String {
    let names = TARGETS.iter().map(|target| (target.name(), "target"));
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
