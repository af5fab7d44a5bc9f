//! Runs the programs in `examples/` as their first lines say.

use std::process::Command;

#[track_caller]
fn output(arguments: &[&str]) -> String {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(env!("CARGO_MANIFEST_DIR")).args(["run", "--quiet", "--locked", "--example"]).args(arguments);
    let output = cargo.output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn data_comes_out_of_a_log() {
    let text = output(&["data_out", "--", "testdata/log/billmgr.log"]);
    assert_eq!(text, "1 processing.edit\nroot#admin(1) changed something by processing.edit\n");
}

#[test]
fn text_comes_out_of_a_log() {
    let text = output(&["text_out", "--", "testdata/log/billmgr.log", "mgrctl"]);
    assert!(text.starts_with("/usr/local/mgr5/sbin/mgrctl -m billmgr processing.edit "), "{text}");
    assert_eq!(text.lines().count(), 1);
}
