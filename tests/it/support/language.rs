//! Languages: how snippets become a program, and how it is run.

use super::installed::{find, missing};
use super::secrets::value_of;
use super::shell::Room;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// How snippets of a target become a program.
#[derive(Clone, Copy)]
pub(crate) struct Language {
    /// The target.
    pub(crate) target: &'static str,
    /// What must be installed: a program, and arguments that make it fail if its libraries are missing.
    needs: &'static [&'static str],
    /// The command that runs a file of snippets; the file's path follows.
    command: &'static [&'static str],
    /// Text before the snippets.
    head: &'static str,
    extension: &'static str,
}

pub(crate) const PYTHON: Language = Language {
    target: "python",
    needs: &["python3", "-c", ""],
    command: &["python3", "-I", "-W", "error"],
    head: "",
    extension: "py",
};
pub(crate) const PHP: Language = Language {
    target: "php",
    needs: &["php", "-r", "exit(extension_loaded('curl') ? 0 : 1);"],
    command: &["php", "-d", "display_errors=stderr"],
    head: "<?php\n",
    extension: "php",
};
pub(crate) const PERL: Language = Language {
    target: "perl",
    needs: &["perl", "-e", "use LWP::Protocol::https"],
    command: &["perl", "-w"],
    head: "use strict;\n",
    extension: "pl",
};
pub(crate) const NODE: Language =
    Language { target: "node", needs: &["node", "-e", ""], command: &["node"], head: "", extension: "mjs" };
pub(crate) const GO: Language =
    Language { target: "go", needs: &["go", "version"], command: &[], head: "", extension: "go" };

/// Ansible reports errors on standard output, and each of its tasks takes half a second.
pub(crate) const ANSIBLE: Language = Language {
    target: "ansible",
    needs: &["ansible-playbook", "--version"],
    command: &["ansible-playbook", "-i", "localhost,"],
    head: "- hosts: localhost\n  gather_facts: false\n  connection: local\n  tasks:\n",
    extension: "yml",
};

impl Language {
    /// Whether snippets can run here; notes it if they cannot.
    pub(crate) fn is_installed(self) -> bool {
        let [program, arguments @ ..] = self.needs else { return true };
        if find(program).is_none() {
            return false;
        }
        let output = Command::new(program).args(arguments).output().expect("the interpreter starts");
        if !output.status.success() {
            missing(&format!("a library for {program}"));
        }
        output.status.success()
    }
}

/// Programs of one language, each made of the snippets of one run.
pub(crate) struct Programs {
    pub(crate) language: Language,
    room: Room,
}

impl Programs {
    /// Writes the programs under these names; compiles them if necessary.
    #[track_caller]
    pub(crate) fn build(language: Language, sources: &[(&str, String)]) -> Self {
        let programs = Self { language, room: Room::new() };
        for (name, snippets) in sources {
            let path = programs.path(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a writable temporary folder");
            let text = match language.target {
                "go" => go_package(name, snippets),
                "ansible" => indented(language.head, snippets),
                _ => language.head.to_owned() + snippets,
            };
            fs::write(path, text).expect("a writable temporary folder");
        }
        if language.target == "go" {
            programs.build_go(sources.iter().map(|(name, _)| *name));
        }
        programs
    }

    fn path(&self, name: &str) -> PathBuf {
        let file = format!("{name}.{}", self.language.extension);
        if self.language.target == "go" { self.room.home().join(name).join(file) } else { self.room.home().join(file) }
    }

    /// A program that calls all functions of the package that its argument names.
    #[track_caller]
    fn build_go<'n>(&self, names: impl Iterator<Item = &'n str> + Clone) {
        let imports = names.clone().fold(String::new(), |text, name| text + "import \"snippets/" + name + "\"\n");
        let calls = names.fold(String::new(), |text, name| text + "\"" + name + "\": " + name + ".All,\n");
        let main = format!(
            "package main\nimport \"fmt\"\nimport \"os\"\n{imports}func main() {{\n\
             for _, call := range (map[string][]func() (string, error){{\n{calls}}})[os.Args[1]] {{\n\
             answer, err := call()\nif err != nil {{\nfmt.Fprintln(os.Stderr, err)\nos.Exit(1)\n}}\nfmt.Print(answer)\n}}\n}}\n"
        );
        fs::write(self.room.home().join("main.go"), main).expect("a writable temporary folder");
        fs::write(self.room.home().join("go.mod"), "module snippets\n\ngo 1.19\n")
            .expect("a writable temporary folder");
        for step in [["vet", "./..."], ["build", "."]] {
            let output =
                self.command(&["go", step[0], step[1]]).current_dir(self.room.home()).output().expect("go starts");
            assert!(output.status.success(), "go {}: {}", step[0], String::from_utf8_lossy(&output.stderr));
        }
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).env_clear().envs(self.room.environment("C.UTF-8"));
        // Keep the cache after the test, so that the standard library is compiled only once.
        command.env("GOCACHE", Path::new(env!("CARGO_TARGET_TMPDIR")).join("go-cache")).env("GOFLAGS", "-mod=mod");
        command.env("ANSIBLE_PIPELINING", "1");
        command
    }

    /// Runs a program in an empty folder, which must be empty afterwards.
    #[track_caller]
    pub(crate) fn run(&self, name: &str, environment: &[(String, String)]) -> Output {
        let mut command = if self.language.target == "go" {
            let program = self.room.home().join("snippets");
            self.command(&[program.to_str().expect("a path in UTF-8"), name])
        } else {
            let mut command = self.command(self.language.command);
            command.arg(self.path(name));
            command
        };
        command.envs(environment.iter().map(|(name, value)| (name, value))).current_dir(self.room.dir());
        let output = command.output().expect("the interpreter starts");
        self.room.assert_untouched(self.language.target);
        output
    }

    /// The program's error messages.
    pub(crate) fn complaints(&self, output: &Output) -> String {
        let mut text = String::from_utf8_lossy(&output.stderr).into_owned();
        if self.language.target == "ansible" && !output.status.success() {
            text += &String::from_utf8_lossy(&output.stdout);
        }
        text
    }
}

/// The tasks, indented as those of a play.
fn indented(head: &str, tasks: &str) -> String {
    tasks.lines().fold(head.to_owned(), |text, line| text + "    " + line + "\n")
}

/// The snippets as a package with a list of their functions, and with the imports that an editor would add.
fn go_package(name: &str, snippets: &str) -> String {
    let packages = ["crypto/tls", "encoding/json", "errors", "io", "net/http", "net/url", "os", "strings"]
        .iter()
        .filter(|package| {
            let word = package.rsplit('/').next().expect("a name");
            snippets.lines().any(|line| !line.starts_with("        {\"") && line.contains(&format!("{word}.")))
                || (word == "os" && snippets.contains("os.Getenv("))
        });
    let imports = packages.fold(String::new(), |text, package| text + "import \"" + package + "\"\n");
    let functions = snippets.lines().filter_map(|line| line.strip_prefix("func ")?.split_once(") (string, error)"));
    let calls: Vec<String> = functions
        .map(|(head, _)| {
            let (name, arguments) = head.split_once('(').expect("a function");
            let values: Vec<String> = arguments.split_terminator(", ").map(go_argument).collect();
            format!("func() (string, error) {{ return {name}({}) }},\n", values.concat())
        })
        .collect();
    let mut text = format!("package {name}\n{imports}{snippets}");
    let _ = writeln!(text, "var All = []func() (string, error){{\n{}}}", calls.concat());
    text
}

/// The literal for an argument: other languages read the value of `elid2 string` from the variable `ELID_2`.
fn go_argument(argument: &str) -> String {
    let name = argument.strip_suffix(" string").expect("arguments are strings");
    let digits = name.find(|char: char| char.is_ascii_digit()).unwrap_or(name.len());
    let (word, number) = name.split_at(digits);
    let variable = format!("{}{}{number}", word.to_uppercase(), if number.is_empty() { "" } else { "_" });
    format!("{:?}, ", value_of(&variable))
}
