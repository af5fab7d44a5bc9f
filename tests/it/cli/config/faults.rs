//! Faults in the configuration: mistakes, unknown variables, secrets, hostile text.

use super::super::support::{mgr2api, request};
use super::{FILE, configured, has, shown};

#[test]
fn a_mistake_is_shown_with_its_line_and_the_cure() {
    for (config, parts) in [
        (
            "\n\turll = 'x'",
            &["config.toml:2: unknown key 'urll', did you mean 'url'?", "\n 2 | \\turll = 'x'\n   |   ^^^^"][..],
        ),
        ("log_dir = 'x'", &["did you mean 'log-dir'?"]),
        ("[profile.a]\nmaskd = 'env'", &["config.toml:2: unknown key 'maskd', did you mean 'masked'?"]),
        ("profil = 1", &["did you mean 'profile'?"]),
        ("nonsense = 1", &["unknown key 'nonsense'; mgr2api --show-config"]),
        ("follow = true", &["--follow applies to one run only"]),
        ("to = 'crul'", &["invalid value 'crul'", "'curl'", " 1 | to = 'crul'\n   |      ^^^^^^"]),
        ("manager = 'bilmgr'", &["config.toml:1: unknown manager 'bilmgr', did you mean 'billmgr'?"]),
        ("threads = 0", &["config.toml:1: ", "'0'"]),
        ("raw = 'yes'", &["--raw needs true or false"]),
        ("lang = ['a', 'b']", &["--lang needs a string or a number"]),
        ("to = [1.5]", &["--to needs a list of strings"]),
        ("profile = 'x'", &["a profile is a table"]),
        ("url = ", &["config.toml:1: "]),
        ("url = 'a'\nurl = 'b'", &["config.toml:2: duplicate key"]),
        ("url = 'gopher://x'", &["config.toml:1: --url gopher://x", "https or http"]),
    ] {
        configured(config, [""; 0]).run().status(2).out("").err_has(parts);
    }
    configured("", ["--profile", "a"])
        .run()
        .status(2)
        .err_has(&["--profile a: ", "a profile starts with a line [profile.NAME]"]);
    configured(FILE, ["--profile", "stagin"]).run().status(2).err_has(&["did you mean 'staging'?"]);
    configured(FILE, ["--profile", "x"]).run().status(2).err_has(&["it has: other staging"]);
    configured(FILE, [""; 0]).env("MGR2API_TO", "crul").run().status(2).err_has(&["MGR2API_TO: ", "'curl'"]);
    configured(FILE, [""; 0])
        .env("MGR2API_QUIET", "maybe")
        .run()
        .status(2)
        .err_has(&["MGR2API_QUIET", "1 turns it on"]);
    mgr2api(["--profile", "a"]).env("HOME", "/none").run().status(2).err_has(&["/none/.config/mgr2api/config.toml"]);
    mgr2api(["--profile", "a"]).run().status(2).err_has(&["HOME"]);
    mgr2api([""; 0]).env("MGR2API_CONFIG", "none.toml").run().status(2).err_has(&["none.toml: ", "MGR2API_CONFIG"]);
}

#[test]
fn a_variable_that_is_no_setting_is_told() {
    let run = |options: &[&str]| {
        let run = mgr2api(options).args(["-m", "core"]).stdin(request("func=a"));
        run.env("MGR2API_TIDI", "1").env("MGR2API_FOLLOW", "1").env("MGR2API_ZZZZZZZZ", "").env("MGR2API_TIDY", "0")
    };
    let notes = [
        "MGR2API_FOLLOW is not a setting and does nothing; --follow applies to one run only",
        "MGR2API_TIDI is not a setting and does nothing, did you mean MGR2API_TIDY?",
        "MGR2API_ZZZZZZZZ is not a setting and does nothing; --show-config lists all settings",
    ];
    run(&[]).run().status(0).err(notes.map(|note| format!("{note}\n")).concat());
    run(&["-q"]).run().status(0).err("");
    let shown = shown(run(&[]));
    for note in notes {
        has(&shown, &format!("# {note}"));
    }
    configured("to = 'js'", [""; 0]).run().status(2).err_has(&["invalid value 'js'", "use -t node"]);
    let run = configured("to = 'URL, mgrctl'\nmanager = 'BILLmanager'\nurl = 'vm.example.com'", [""; 0]);
    has(&self::shown(run), "to = [\"url\", \"mgrctl\"] # /mgr2api/config.toml:1");
}

#[test]
fn a_secret_is_refused_and_not_repeated() {
    for config in [
        "password = 'hunter2'",
        "AuthInfo = 'root:hunter2'",
        "password = 'hunter2",
        "url = 'https://root:hunter2@panel.example'",
        "[profile.x]\ntoken = 'hunter2'",
        "\"password\" = 'hunter2'",
        "'Token'='hunter2'",
        "profile.x.secret = 'hunter2",
        "profile = { x = { pass = 'hunter2', passwd = 'hunter2' } }",
        "password = \"\"\"\nhunter2 \\x\"\"\"",
        "keep = [\npassword = 'hunter2'",
    ] {
        let run = configured(config, [""; 0]).run().status(2);
        assert!(!run.err_text().contains("hunter2"), "{}", run.err_text());
    }
    configured("password = 'x'", [""; 0]).run().err_has(&["this file must not contain secrets", "MGR_AUTHINFO"]);
    let run = configured(FILE, ["--show-config"]).env("MGR_AUTHINFO", "root:hunter2").run().status(0);
    assert!(!run.out_text().contains("hunter2"));
}

#[test]
fn a_hostile_configuration_stays_out_of_the_terminal() {
    // The harness fails on control characters on either stream of any run.
    for config in
        ["\u{202e}\u{9b}31m = 1", "'a\u{1b}[31m' = 1", "lang = \"a\\u001b[31m\\u009b\\u007f\"", "su = '\u{9b}'"]
    {
        configured(config, [""; 0]).run();
        configured(config, ["--show-config"]).run();
        let run = mgr2api(["--show-config"])
            .file("\u{9b}31m\u{202e}", "lang = 'a\u{202e}'")
            .env("MGR2API_CONFIG", "\u{9b}31m\u{202e}");
        assert!(!run.run().status(0).out_text().contains('\u{202e}'));
    }
}
