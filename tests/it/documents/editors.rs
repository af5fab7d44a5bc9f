//! The recipes of the README, in the editors themselves: the README's text is the configuration; the editor opens a
//! buffer, does what its user would do, writes the buffer, undoes once and writes it again.

use crate::support::fences;
use crate::support::installed;
use crate::support::installed::has_tool;
use crate::support::program::PROGRAM;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

const BUFFER: &str = "\
to do, before noon:
Jun 25 09:07:51 [26956:1738] core_module INFO Request [192.0.2.38][root] 'func=user.edit&elid=1&operafake=7&name=a%20b&sok=ok'
Jun 25 09:07:52 [26956:1738] core_module INFO Request [192.0.2.38][root] 'func=user.delete&elid=2'
\tsee \"func=user.suspend&elid=3\", it is not done
the last line
";

const CALL: &str = "/usr/local/mgr5/sbin/mgrctl -m ispmgr ";

/// An action of an editor's user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Action {
    /// On the second line.
    Line,
    /// On the selected second and third lines.
    Lines,
    /// On the selected text between the quotes of the fourth line.
    Half,
    /// On the whole buffer.
    Buffer,
    /// On the second line, with a manager that does not exist.
    Mistake,
}

use Action::{Buffer, Half, Line, Lines, Mistake};

/// The expected buffer; for a mistake, the start of the line with the error.
fn expected(action: Action) -> String {
    let lines: Vec<&str> = BUFFER.lines().collect();
    let (edit, delete) = (format!("{CALL}user.edit elid=1 'name=a b' sok=ok"), format!("{CALL}user.delete elid=2"));
    let half = format!("\tsee \"{CALL}user.suspend elid=3\", it is not done");
    let after = match action {
        Line => [lines[0], &edit, lines[2], lines[3], lines[4]],
        Lines | Buffer => [lines[0], &edit, &delete, lines[3], lines[4]],
        Half => [lines[0], lines[1], lines[2], &half, lines[4]],
        Mistake => {
            [lines[0], "mgr2api: unknown manager 'bilmgr', did you mean 'billmgr'?", lines[2], lines[3], lines[4]]
        }
    };
    after.join("\n") + "\n"
}

/// The recipe of the README for this language.
fn recipe(language: &str) -> String {
    let fences = fences::readme();
    let mut recipes = fences.iter().filter(|(fence, _)| fence == language);
    let (_, lines) = recipes.next().unwrap_or_else(|| panic!("the README has lost its recipe for {language}"));
    lines.join("\n") + "\n"
}

/// Runs an editor in a folder with the buffer as `text` and the recipe as `recipe`. Returns the files `after` and
/// `undone` that it wrote, and its output.
fn edit(program: &str, language: &str, arguments: &[String], stdin: &str) -> (String, String, String) {
    let folder = tempfile::tempdir().expect("temporary folder");
    let place = |name: &str| folder.path().join(name);
    fs::write(place("text"), BUFFER).expect("text");
    fs::write(place("recipe"), recipe(language)).expect("recipe");
    let ours = Path::new(PROGRAM).parent().expect("a folder");
    let mut editor = Command::new("timeout");
    editor.args(["60", program]).args(arguments).current_dir(&folder).env_clear();
    editor.env("PATH", format!("{}:{}", ours.display(), installed::path())).env("HOME", folder.path());
    editor.env("LC_ALL", "C.UTF-8").env("TERM", "xterm");
    editor.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = editor.spawn().expect("timeout");
    child.stdin.take().expect("piped").write_all(stdin.as_bytes()).expect("the editor reads");
    let output = child.wait_with_output().expect("output");
    let said = [&output.stdout[..], &output.stderr].concat();
    let said = String::from_utf8_lossy(&said).into_owned();
    let read = |name: &str| fs::read_to_string(place(name)).unwrap_or_else(|_| panic!("{program}: no {name}: {said}"));
    (read("after"), read("undone"), said)
}

/// Checks that each action has the expected result, and that one undo reverts it.
#[track_caller]
fn check(program: &str, language: &str, act: impl Fn(Action) -> (Vec<String>, &'static str)) {
    if !has_tool(program) {
        return;
    }
    for action in [Line, Lines, Half, Buffer, Mistake] {
        let (arguments, stdin) = act(action);
        let (after, undone, said) = edit(program, language, &arguments, stdin);
        let name = format!("{program}, {action:?}");
        if action == Mistake && after != BUFFER {
            let (after, expected) = (after.lines().collect::<Vec<_>>(), expected(action));
            assert_eq!(after.len(), expected.lines().count(), "{name}: {after:?}");
            for (line, start) in after.iter().zip(expected.lines()) {
                assert!(line.starts_with(start) && !line.contains('\x1b'), "{name}: {line}");
            }
        } else if action == Mistake {
            // The editor keeps its text and shows the error to the user.
            let told = said.lines().filter(|line| line.contains("mgr2api: unknown manager 'bilmgr'")).count();
            assert_eq!(told, 1, "{name}: {said}");
        } else {
            assert_eq!(after, expected(action), "{name}: {said}");
        }
        assert_eq!(undone, BUFFER, "{name}: undo: {said}");
    }
}

fn words<const N: usize>(words: [&str; N]) -> Vec<String> {
    words.map(str::to_owned).to_vec()
}

fn vim(start: Vec<String>, action: Action) -> (Vec<String>, &'static str) {
    let act = match action {
        Line => "2Mgr2api",
        Lines => r#"execute "normal 2GVj\\m""#,
        Half => r#"execute "normal 4G0f\"lvt\"\\m""#,
        Buffer => "%Mgr2api",
        Mistake => "2Mgr2api -m bilmgr",
    };
    let rest = ["-c", act, "-c", "write! after", "-c", "silent undo", "-c", "write! undone", "-c", "qall!", "text"];
    ([start, words(rest)].concat(), "")
}

#[test]
fn vim_takes_the_recipe() {
    check("vim", "vim", |action| vim(words(["-N", "-u", "recipe", "-i", "NONE", "-n", "-es"]), action));
}

#[test]
fn neovim_takes_the_recipe() {
    check("nvim", "vim", |action| vim(words(["--headless", "-u", "recipe", "-i", "NONE", "-n"]), action));
}

#[test]
fn emacs_takes_the_recipe() {
    check("emacs", "elisp", |action| {
        let (select, prefix, options) = match action {
            Line => ("(forward-line 1)", "nil", ""),
            Lines => ("(forward-line 1) (push-mark nil t t) (forward-line 2)", "nil", ""),
            Half => ("(search-forward \"\\\"\") (push-mark nil t t) (search-forward \"elid=3\")", "nil", ""),
            Buffer => ("(push-mark nil t t) (goto-char (point-max))", "nil", ""),
            Mistake => ("(forward-line 1)", "'(4)", "-m bilmgr\n"),
        };
        let act = format!(
            "(progn (transient-mark-mode 1) (find-file \"text\") (goto-char (point-min)) {select} (undo-boundary)
               (let ((current-prefix-arg {prefix}))
                 (condition-case fault (call-interactively 'mgr2api) (user-error (message \"%s\" (cadr fault)))))
               (undo-boundary) (write-region nil nil \"after\") (deactivate-mark)
               (when (buffer-modified-p) (undo)) (write-region nil nil \"undone\"))"
        );
        (words(["-Q", "--batch", "-l", "./recipe", "--eval", &act]), options)
    });
}

#[test]
fn kakoune_takes_the_recipe() {
    check("kak", "kak", |action| {
        let (keys, options) = match action {
            Line => ("2gx", ""),
            Lines => ("2gxJx", ""),
            Half => ("4gghf\"l?\"<ret>H", ""),
            Buffer => ("%", ""),
            Mistake => ("2gx", " -m bilmgr"),
        };
        let act = format!(
            "source recipe; execute-keys %~{keys}~; mgr2api{options}; write! after; execute-keys u; write! undone; quit!"
        );
        (words(["-n", "-ui", "dummy", "-e", &act, "text"]), "")
    });
}

/// VS Code itself is not available: the task is parsed as JSON, and its command runs as a process, without a shell.
#[test]
fn the_task_of_vs_code_runs() {
    let tasks: serde_json::Value = serde_json::from_str(&recipe("json")).expect("JSON");
    let task = &tasks["tasks"][0];
    assert_eq!((&tasks["version"], &task["type"]), (&"2.0.0".into(), &"process".into()));
    let folder = tempfile::tempdir().expect("temporary folder");
    let file = folder.path().join("a log; with 'signs'.txt");
    fs::write(&file, BUFFER).expect("text");
    let arguments = task["args"].as_array().expect("a list").iter().map(|word| word.as_str().expect("a word"));
    let arguments = arguments.map(|word| word.replace("${file}", &file.to_string_lossy()));
    assert_eq!(task["command"], "mgr2api");
    let output = Command::new(PROGRAM).args(arguments).env_clear().output().expect("the program");
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && printed.contains(&format!("{CALL}user.delete elid=2\n")), "{printed}");
    let other = |line: &&str| !line.contains(" core_module ");
    assert!(BUFFER.lines().filter(other).all(|line| printed.contains(line)), "the rest of the text stays: {printed}");
}
