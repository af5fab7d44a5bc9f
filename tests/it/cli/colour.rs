//! Colour is added to finished text and changes nothing else.

use super::support::{Run, mgr2api};
use std::fs;
use std::path::Path;

const TARGETS: [&str; 5] = ["curl", "mgrctl", "rust", "url", "json"];

fn samples() -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/log");
    let mut paths: Vec<_> = fs::read_dir(folder).expect("samples").map(|entry| entry.expect("entry").path()).collect();
    paths.sort();
    paths.iter().flat_map(|path| [fs::read(path).expect("sample"), b"\n".to_vec()].concat()).collect()
}

#[test]
fn with_and_without_colour_the_text_is_the_same() {
    let log = samples();
    for target in TARGETS {
        let run = |color: &str| -> Run {
            let options = ["-q", "-t", target, "--comments", "always", "--masked", "env", "--var", "elid", "--color"];
            mgr2api(options).args([color, "core.log"]).file("core.log", &log).any_bytes()
        };
        let [plain, painted] = ["never", "always"].map(|color| run(color).run().status(0).out);
        assert!(!plain.contains(&0x1b), "{target}");
        // json has no highlighted part.
        assert_eq!(painted.contains(&0x1b), target != "json", "{target}");
        assert!(anstream::adapter::strip_bytes(&painted).into_vec() == plain, "{target}");
    }
}
