//! What databases and engines make of json, and the program as a filter in their pipes.
//!
//! The output is read by DuckDB itself; `tests/run` installs it for Python in `target/tools`.

use crate::support::installed::missing;
use crate::support::program::mgr2api;
use std::path::{Path, PathBuf};
use std::process::Command;

const LINES: &str = "\
Jun 25 09:07:51 [26956:1738] core_module INFO Request [192.0.2.38][root#admin(1)] 'elid=14&func=user.edit&name=x&sok=ok'
Jun 25 09:07:52 [26956:1738] core_module INFO Request [192.0.2.38][root] 'func=dashboard&passwd=*'
";

/// A Python with DuckDB; `None`, with a note, if there is none.
fn python() -> Option<PathBuf> {
    let installed = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/python/bin/python");
    let has = |python: &PathBuf| {
        Command::new(python).args(["-c", "import duckdb"]).output().is_ok_and(|run| run.status.success())
    };
    let found = [installed, "python3".into()].into_iter().find(has);
    if found.is_none() {
        missing("DuckDB for Python");
    }
    found
}

#[test]
fn duckdb_reads_the_same_columns_from_any_log() {
    let Some(python) = python() else { return };
    let sql = mgr2api(["--generate", "duckdb"]).run().status(0);
    let folder = tempfile::tempdir().expect("folder");
    let odd = LINES
        .replace("26956", "99999999999999999999")
        .replace("admin(1)", "%FF")
        .replace("name=x", "name=%FF&passwd=*");
    let no_time = LINES.replace("Jun 25", "Feb 30");
    let part = ["--exit-zero", "--written", "2026-11-23"];
    let logs: [(&str, &str, &[&str]); 5] = [
        ("plain", LINES, &part),
        ("empty", "no request\n", &part),
        ("odd", &odd, &["--masked", "env", "--var", "elid", "--written", "2026-11-23"]),
        ("fragment", "func=a", &[]),
        ("no_time", &no_time, &part),
    ];
    for (name, log, options) in logs {
        let ran = mgr2api(["-q", "-t", "json"]).args(options).env("TZ", "UTC").stdin(log).run();
        std::fs::write(folder.path().join(format!("{name}.json")), ran.status(0).out).expect("json");
    }
    let script = "import duckdb, sys
c = duckdb.connect()
c.execute(sys.argv[1])
names = ['plain', 'empty', 'odd', 'fragment', 'no_time']
shapes = {str(c.execute(f\"describe from mgr2api('{name}.json')\").fetchall()) for name in names}
assert len(shapes) == 1, shapes
assert c.execute(\"from mgr2api('empty.json')\").fetchall() == []
c.execute(\"set timezone = 'UTC'\")
print(c.execute('''select manager, timestamp::date::varchar, user, func, count(*) from mgr2api('*.json')
    where changes group by all order by all''').fetchall())
";
    let run =
        Command::new(python).args(["-c", script, sql.text()]).current_dir(&folder).output().expect("Python starts");
    let said = String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{said}");
    assert!(said.contains("('ispmgr', '2026-06-25', 'root#admin(1)', 'user.edit', 1)"), "{said}");
}

#[test]
fn the_macro_has_every_field_of_the_schema() {
    let sql = mgr2api(["--generate", "duckdb"]).run().status(0);
    let schema = mgr2api(["--generate", "json-schema"]).run().status(0);
    let schema: serde_json::Value = serde_json::from_str(schema.text()).expect("json");
    for (object, mark) in
        [("/properties", ": '"), ("/$defs/param/properties", " VARCHAR"), ("/$defs/removed/properties", " VARCHAR")]
    {
        for field in schema.pointer(object).and_then(serde_json::Value::as_object).expect(object).keys() {
            assert!(sql.text().contains(&format!("{field}{mark}")), "{field} is not a column");
        }
    }
}

#[test]
fn a_log_that_is_split_anywhere_gives_no_call_that_was_not_logged() {
    let convert = |part: &[u8]| {
        let ran = mgr2api(["-t", "mgrctl", "-m", "ispmgr", "--exit-zero", "--stats"]).stdin(part).run().status(0);
        let reported =
            ran.err_text().rsplit(" + ").next().and_then(|word| word.split(' ').next()?.parse::<usize>().ok());
        (ran.text().lines().map(str::to_owned).collect::<Vec<_>>(), reported.expect("totals"))
    };
    let (log, word) = (LINES.as_bytes(), LINES.find("Request").expect("a request"));
    let (whole, _) = convert(log);
    assert_eq!(whole.len(), 2);
    for at in 0..LINES.find('\n').expect("a line") + 2 {
        let ((first, lost), (second, lost_too)) = (convert(&log[..at]), convert(&log[at..]));
        let calls = [first, second].concat();
        assert!(calls.iter().all(|call| whole.contains(call)), "cut at {at}: {calls:?}");
        // A cut within the word that marks a request hides the request from both parts.
        let unseen = usize::from((word + 1..word + "Request".len()).contains(&at));
        assert_eq!(calls.len() + lost + lost_too + unseen, 2, "cut at {at}");
    }
}
