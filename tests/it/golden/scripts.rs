//! `--script` for some of the cases: `testdata/script/<target>/<case>.<ext>` is the expected output.

use super::cases::logs;
use crate::support::installed::find;
use crate::support::mgr2api;
use crate::support::written::assert_written;
use std::path::Path;
use std::process::Command;

/// A panel's log, and cases that scripts handle in a special way.
const CASES: [&str; 5] = ["delete-verb", "func-hostile", "ispmgr", "masked", "trailing-newline"];

#[test]
fn scripts_are_as_they_are_written_down() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut shell_scripts = vec![root.join("src/render/script/program.sh")];
    for (target, extension) in [("curl", "sh"), ("mgrctl", "sh"), ("rust", "rs")] {
        for case in CASES {
            let log = format!("{case}.log");
            let options = ["--script", "-q", "-t", target, "--masked", "env", &log];
            let ran = mgr2api(options).current_dir(&logs()).run().status(0);
            let path = root.join(format!("testdata/script/{target}/{case}.{extension}"));
            assert_written(&path, &ran.out);
            match extension {
                "sh" => shell_scripts.push(path),
                _ => drop(syn::parse_file(ran.text()).unwrap_or_else(|error| panic!("{}: {error}", path.display()))),
            }
        }
    }
    if let Some(shellcheck) = find("shellcheck") {
        let ran = Command::new(shellcheck).args(shell_scripts).output().expect("shellcheck starts");
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stdout));
    }
}
