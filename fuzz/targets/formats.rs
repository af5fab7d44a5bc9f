//! Fuzzes every format with one request of hostile text. Laws: each format either reports the request or renders it,
//! and then the format's own parser returns the function and the parameters that were logged, byte for byte and in
//! order; the output contains no control character except line ends.
#![no_main]

use fuzz::{Logged, read, run};
use libfuzzer_sys::{Corpus, fuzz_target};
use mgr2api::{Auth, Method, Secrets, Settings, Shell, Source, TARGETS, Target};

fuzz_target!(|input: (u8, &[u8])| -> Corpus {
    let (options, text) = input;
    let Some(logged) = Logged::new(text) else { return Corpus::Reject };
    let shell = [Some(Shell::Bash), Some(Shell::Sh), Some(Shell::Fish), None][usize::from(options & 3)];
    for target in TARGETS.iter().copied() {
        let mut settings = Settings::new(target);
        settings.scan.rules.secrets = Secrets::Show;
        settings.print.call.auth = Auth::None;
        settings.print.call.shell = shell.unwrap_or_default();
        settings.print.call.powershell = shell.is_none();
        settings.print.call.method = if options & 4 > 0 { Method::Get } else { Method::Post };
        settings.print.comments = options & 8 > 0;
        check(&logged, target, &settings, shell);
    }
    Corpus::Keep
});

fn check(logged: &Logged, target: &'static dyn Target, settings: &Settings, shell: Option<Shell>) {
    let name = target.info().name;
    let (totals, rendered) = run::convert(&logged.line()[..], Source::log("billmgr.log"), settings);
    assert_eq!(totals.seen, 1, "{name}");
    let is_document = target.document().is_some();
    assert_eq!(rendered.snippets, totals.converted + u64::from(is_document), "{name}");
    if totals.converted == 0 {
        return;
    }
    let out = if matches!(name, "json" | "mgrctl") { None } else { Some("json") };
    let expected = logged.pairs(out).expect("what was converted has a function");
    let mut text = rendered.text;
    if let Some(comment) = target.info().comment.filter(|_| settings.print.comments && !is_document) {
        let is_comment = |line: &&str| line.strip_prefix(comment.sign).is_some_and(|rest| rest.starts_with(' '));
        assert_eq!(text.lines().filter(is_comment).count(), 1, "{name}: {text}");
        text = text.split_inclusive('\n').filter(|line| !is_comment(line)).collect();
    }
    read::assert_sends(name, &text, &read::pairs(name, &text, shell), &expected);
}
