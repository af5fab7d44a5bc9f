//! Shared by the tests of exchange formats: sets of options, requests with texts that are special in one of the
//! formats, and the parameters that their calls must send.

use super::hostile::{self, Shape, VALUES, every_byte};
use super::{Environment, Logged, Oracle, Pair, Run, form, log, mgr2api, secrets};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use std::collections::HashMap;

/// A set of options, and its effect on the call.
#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) arguments: &'static [&'static str],
    pub(crate) login: Option<(&'static str, &'static str)>,
    pub(crate) method: &'static str,
}

pub(crate) const OPTIONS: [Options; 4] = [
    Options { arguments: &["--secrets", "show"], login: Some(("authinfo", "MGR_AUTHINFO")), method: "POST" },
    Options {
        arguments: &["--secrets", "show", "--method", "get", "--auth", "session"],
        login: Some(("auth", "MGR_SESSION")),
        method: "GET",
    },
    Options {
        arguments: &["--masked", "env", "--var", "elid", "--var", "name=SITE"],
        login: Some(("authinfo", "MGR_AUTHINFO")),
        method: "POST",
    },
    Options { arguments: &["--masked", "env", "--method", "get", "--auth", "none"], login: None, method: "GET" },
];

/// Names and values that are special in one of the formats.
const SIGNS: &str = "{{MGR_AUTHINFO}}¦{{$guid}}¦{{¦}}¦{{x¦{¦HTTP¦HTTP 200¦GET¦POST https://x¦[Asserts]¦[¦###¦### x¦> {%¦\
    < ./file¦<@ ./file¦```¦`¦`x`¦file,x;¦hex,00;¦base64,AA==;¦#¦# x¦ # x¦\\¦\\u{41}¦\\#¦1¦0¦10¦-1¦__proto__¦\
    constructor¦a[]¦a[b]¦:¦a: b¦true¦null¦\"¦\\\"¦</script>¦ x¦x ¦@x¦//¦# @name x¦{{$processEnv HOME}}";

/// Requests with all these texts as names and as values.
pub(crate) fn requests(options: &Options) -> Vec<Logged> {
    let signs = SIGNS.split('\u{a6}').map(str::as_bytes);
    let texts = signs.chain(VALUES.iter().copied()).map(<[u8]>::to_vec);
    let texts: Vec<Vec<u8>> = texts.chain(every_byte()).chain([vec![0], b"a\0b".to_vec()]).collect();
    // Separate them: one invalid byte may decide how the whole request is written.
    let (text, bytes): (Vec<_>, Vec<_>) = texts.into_iter().partition(|text| std::str::from_utf8(text).is_ok());
    let mut requests = log::sample_requests();
    for texts in [&text, &bytes] {
        requests.extend(texts.iter().step_by(5).map(|text| {
            let text = form::encode(text);
            Logged::new(format!("func=a&passwd=*&x={text}&ipmipass=x{text}&elid=7"))
        }));
        requests.extend(texts.iter().map(|name| Logged::of_pairs("odd.name", &[(name, "x")])));
        requests.extend(texts.chunks(40).map(|chunk| {
            let pairs: Vec<(String, &Vec<u8>)> = (0..).map(|number| format!("x{number}")).zip(chunk).collect();
            Logged::of_pairs("odd.values", &pairs)
        }));
    }
    requests.push(Logged::of_pairs("twice", &[("x", "1"), ("y", "2"), ("x", "3"), ("2", "4"), ("1", "5")]));
    requests.push(Logged::new("func=empty.name&=x&y=z"));
    if options.arguments.contains(&"show") {
        let mut runner = TestRunner::default();
        let random = hostile::request(Shape { nul: true, plain_names: false });
        requests.extend((0..150).map(|_| random.new_tree(&mut runner).expect("a request").current()));
    }
    requests
}

/// A run, and the parameters that its calls must send.
#[derive(Debug)]
pub(crate) struct Round {
    pub(crate) program: Run,
    pub(crate) expected: Vec<Vec<Pair>>,
    /// The variables that calls take values from.
    pub(crate) environment: Environment,
}

impl Round {
    /// A run with these requests, for a panel at this address.
    #[track_caller]
    pub(crate) fn new(url: &str, options: &Options, requests: &[Logged]) -> Self {
        let program = mgr2api(["-m", "billmgr", "--url", url]).args(options.arguments);
        let program = program.stdin(log::lines(requests));
        let (from_env, mut environment) = secrets::from_environment(&program);
        assert_eq!(requests.len(), from_env.len());
        environment.extend(options.login.map(|(_, name)| (name.to_owned(), secrets::LOGIN.to_owned())));
        let login = options.login.map(|(name, _)| (name, secrets::LOGIN.as_bytes()));
        let oracle = Oracle { login, out: Some("json") };
        let pairs = requests.iter().zip(&from_env).map(|(logged, from_env)| oracle.pairs(logged, from_env));
        let expected = pairs.map(|pairs| pairs.expect("every request has a function")).collect();
        Self { program, expected, environment }
    }

    /// The variables by name, each with its percent-encoded twin.
    pub(crate) fn variables(&self) -> HashMap<String, String> {
        with_encoded(&self.environment)
    }
}

/// Each variable, and its percent-encoded twin.
pub(crate) fn with_encoded(environment: &[(String, String)]) -> HashMap<String, String> {
    let pairs = environment.iter().flat_map(|(name, value)| {
        [(name.clone(), value.clone()), (format!("{name}_ENCODED"), form::encode(value.as_bytes()))]
    });
    pairs.collect()
}

/// Whether everything in a request is UTF-8.
pub(crate) fn is_text(logged: &Logged) -> bool {
    let pairs = Oracle::default().pairs(logged, &[]).expect("every request has a function");
    pairs.iter().all(|(name, value)| [name, value].iter().all(|text| str::from_utf8(text).is_ok()))
}
