//! The service: its unit checked by systemd, its command run for real, its rotation parsed by logrotate.

use super::support::{has_tool, mgr2api, request};
use crate::support::program::{PROGRAM, Signal, signal};
use std::fs;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

fn unit() -> String {
    mgr2api(["--generate", "systemd"]).run().status(0).err("").out_text()
}

/// A tool's result for the unit, with the real path of the program.
fn judged(tool: &[&str]) -> (bool, String) {
    let folder = tempfile::tempdir().expect("temporary folder");
    let file = folder.path().join("mgr2api@billmgr.service");
    fs::write(&file, unit().replace("/usr/bin/mgr2api", PROGRAM)).expect("unit");
    let output =
        Command::new("systemd-analyze").args(tool).arg(&file).env("LC_ALL", "C.UTF-8").output().expect(tool[0]);
    let said = [&output.stdout[..], &output.stderr].concat();
    // Ignore units of the machine's own packages.
    let said =
        String::from_utf8_lossy(&said).lines().filter(|line| line.contains("mgr2api")).collect::<Vec<_>>().join("\n");
    (output.status.success(), said)
}

#[test]
fn systemd_finds_nothing_wrong_with_the_unit() {
    if has_tool("systemd-analyze") {
        assert_eq!(judged(&["verify", "--man=no"]), (true, String::new()));
    }
}

/// systemd's exposure scale ends at 10, which ordinary services nearly reach; the threshold is in tenths.
#[test]
fn the_unit_is_hardened() {
    if has_tool("systemd-analyze") {
        let (holds, said) = judged(&["security", "--offline=true", "--threshold=20", "--no-pager"]);
        assert!(holds, "{said}");
    }
}

#[test]
fn the_command_of_the_unit_goes_on_where_it_stopped() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let place = |name: &str| folder.path().join(name);
    for (var, text) in [("lib", ""), ("log", "")] {
        fs::create_dir(place(var)).expect("folder");
        fs::write(place("billmgr.log"), text).expect("log");
    }
    let unit = unit();
    let line = unit.lines().find_map(|line| line.strip_prefix("ExecStart=/bin/sh -c '")).expect("a command");
    let command = line.strip_suffix('\'').expect("a quote").replace("%i", "billmgr");
    let command = command
        .replace("/usr/bin/mgr2api", "\"$0\"")
        .replace("/var/lib/mgr2api", "lib")
        .replace("/var/log/mgr2api", "log");
    let append = |query: &str| {
        let text = fs::read_to_string(place("billmgr.log")).expect("log") + &request(query);
        fs::write(place("billmgr.log"), text).expect("log");
    };
    let json = || fs::read_to_string(place("log/billmgr.json")).unwrap_or_default();
    let until = |what: &str, done: &dyn Fn() -> bool| {
        let start = Instant::now();
        while !done() {
            assert!(start.elapsed() < Duration::from_secs(20), "waited in vain for {what}: {}", json());
            sleep(Duration::from_millis(10));
        }
    };
    for round in 1..=3 {
        let mut service = Command::new("/bin/sh");
        service.args(["-c", &command, PROGRAM]).current_dir(&folder).env_clear();
        service.env("MGR2API_LOG_DIR", folder.path()).stdin(Stdio::null()).stderr(Stdio::null());
        let mut service = service.spawn().expect("sh");
        until("the state", &|| place("lib/billmgr.state").exists());
        append(&format!("func=user.edit&elid={round}"));
        until("the request", &|| json().lines().count() >= round);
        signal(service.id(), Signal::TERM);
        assert_eq!(service.wait().expect("the service ends").code(), Some(0));
        // Requests logged while it is down are there after the restart.
        assert_eq!(json().lines().count(), round, "{}", json());
    }
    for (round, line) in json().lines().enumerate() {
        let value: serde_json::Value = serde_json::from_str(line).expect("json");
        assert_eq!(value["params"][0]["value"], (round + 1).to_string(), "{line}");
    }
}

#[test]
fn logrotate_reads_the_rotation() {
    if !has_tool("logrotate") {
        return;
    }
    let folder = tempfile::tempdir().expect("temporary folder");
    let conf = mgr2api(["--generate", "logrotate"]).run().status(0).err("").out_text();
    let conf = conf.replace("/var/log/mgr2api", &folder.path().display().to_string());
    let conf = conf.replace("systemctl try-restart 'mgr2api@*.service'", "touch \"$(dirname \"$1\")/restarted\"");
    fs::write(folder.path().join("conf"), conf).expect("conf");
    fs::write(folder.path().join("billmgr.json"), "{}\n").expect("json");
    let mut rotate = Command::new("logrotate");
    let output = rotate.args(["-f", "-s", "state", "conf"]).current_dir(&folder).output().expect("logrotate");
    assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(folder.path().join("billmgr.json.1").exists() && !folder.path().join("billmgr.json").exists());
    assert!(folder.path().join("restarted").exists());
}
