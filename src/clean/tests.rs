//! Tests of the parameters that each rule keeps, removes and replaces.

use super::*;
use crate::record::Record;
use crate::request::ParamRange;
use proptest::prelude::*;
use std::fmt::Write;

/// The call as text: kept arguments, then the removed ones with their reasons.
fn cleaned(rules: &Rules, user: &str, payload: &str) -> String {
    let record = Record { head: None, origin: None, user: Some(user.as_bytes()), payload: payload.as_bytes() };
    let mut query = Vec::new();
    let request = rules.clean(&record, payload.as_bytes(), &mut query, Buffers::default()).expect("a function");
    let mut text = String::from_utf8(request.function.decode().into_owned()).expect("text");
    for argument in request.arguments(None) {
        let value = match argument.value {
            Value::Text(value) => String::from_utf8(value.decode().into_owned()).expect("text"),
            Value::Variable(variable) | Value::Env(variable) => format!("${variable}"),
        };
        let _ = write!(text, " {}={value}", argument.name.bytes().escape_ascii());
    }
    for removed in &request.removed {
        let _ = write!(text, " -{}:{}", removed.name.bytes().escape_ascii(), removed.reason.word());
    }
    text
}

fn patterns(names: &[&str]) -> NamePatterns {
    NamePatterns::new(names)
}

const QUERY: &str = "auth=1&b=2&clicked_button=ok&empty=&func=f&operafake=1&pass=*&passwd=x&star=%2A&a=1&a=2";

#[test]
fn each_rule_takes_what_it_names_and_leaves_the_rest_in_order() {
    for (rules, expected) in [
        (
            Rules::default(),
            "f b=2 clicked_button=ok passwd=$PASSWD star=* a=1 a=2 \
             -auth:credential -empty:empty -operafake:noise -pass:masked",
        ),
        (
            Rules { strip: Strip::Helpers, ..Rules::default() },
            "f b=2 passwd=$PASSWD star=* a=1 a=2 \
             -auth:credential -clicked_button:helper -empty:empty -operafake:noise -pass:masked",
        ),
        (
            Rules { strip: Strip::Nothing, secrets: Secrets::Show, ..Rules::default() },
            "f b=2 clicked_button=ok empty= operafake=1 pass=* passwd=x star=* a=1 a=2 -auth:credential",
        ),
        (
            Rules { masked: Masked::Env, keep_empty: true, ..Rules::default() },
            "f b=2 clicked_button=ok empty= pass=$PASS passwd=$PASSWD star=* a=1 a=2 -auth:credential -operafake:noise",
        ),
        (
            Rules { drop: patterns(&["*"]), keep: patterns(&["a", "auth", "operafake"]), ..Rules::default() },
            "f operafake=1 a=1 a=2 -auth:credential -b:dropped -clicked_button:dropped -empty:dropped \
             -pass:dropped -passwd:dropped -star:dropped",
        ),
    ] {
        assert_eq!(cleaned(&rules, "root", QUERY), expected);
    }
}

#[test]
fn accounts_come_from_the_user_unless_an_option_or_the_request_says_otherwise() {
    let auto = Rules::default();
    let never = Rules { su: Su::Never, ..Rules::default() };
    let named = Rules { su: Su::User("boss".to_owned()), ..Rules::default() };
    for (rules, user, query, expected) in [
        (&auto, "root", "func=f", "f"),
        (&auto, "", "func=f", "f"),
        (&auto, "shop", "func=f", "f su=shop"),
        (&auto, "root#admin(1)", "func=f", "f su=admin"),
        (&auto, "shop", "func=f&su=other", "f su=other"),
        (&never, "shop", "func=f", "f"),
        (&never, "shop", "func=f&su=other", "f su=other"),
        (&named, "shop", "func=f", "f su=boss"),
        (&named, "shop", "func=f&su=other&x=1&su=third", "f su=boss x=1 su=boss"),
    ] {
        assert_eq!(cleaned(rules, user, query), expected, "{user} {query}");
    }
}

#[test]
fn out_and_lang_take_the_place_of_what_was_logged() {
    let rules = Rules { out: Some("xml".to_owned()), lang: Some("ru".to_owned()), ..Rules::default() };
    assert_eq!(cleaned(&rules, "", "func=f&a=1"), "f a=1 lang=ru out=xml");
    assert_eq!(cleaned(&rules, "", "func=f&lang=en&out=text&z=1"), "f lang=ru out=xml z=1");
    assert_eq!(cleaned(&rules, "", "func=f&out=html&out=text"), "f out=xml out=xml lang=ru");
    assert_eq!(cleaned(&Rules::default(), "", "func=f&lang=en&out=text"), "f lang=en out=text");
}

#[test]
fn the_interfaces_own_answer_formats_are_noise() {
    let raw = Rules { strip: Strip::Nothing, ..Rules::default() };
    let kept = Rules { keep: patterns(&["out"]), ..Rules::default() };
    let chosen = Rules { out: Some("xml".to_owned()), ..Rules::default() };
    for (rules, query, expected) in [
        (&Rules::default(), "func=f&out=xjson", "f -out:noise"),
        (&Rules::default(), "func=f&out=s%6Ason&z=1", "f z=1 -out:noise"),
        (&Rules::default(), "func=f&out=json", "f out=json"),
        (&Rules::default(), "func=f&out=xjson&out=text", "f out=text -out:noise"),
        (&raw, "func=f&out=xjson", "f out=xjson"),
        (&kept, "func=f&out=sjson", "f out=sjson"),
        (&chosen, "func=f&out=xjson&z=1", "f out=xml z=1"),
    ] {
        assert_eq!(cleaned(rules, "", query), expected, "{query}");
    }
}

#[test]
fn a_request_without_a_function_is_refused() {
    for payload in ["", "a=1", "func=", "func=*", "fun=c"] {
        let record = Record { head: None, origin: None, user: None, payload: payload.as_bytes() };
        let (rules, mut query) = (Rules::default(), Vec::new());
        let cleaned = rules.clean(&record, payload.as_bytes(), &mut query, Buffers::default());
        assert!(cleaned.is_err(), "{payload}");
    }
    assert_eq!(cleaned(&Rules::default(), "", "%66unc=a%2Eb&func=c"), "a.b func=c");
}

proptest! {
    #[test]
    fn what_stays_is_an_in_order_selection_and_no_credential_is_in_it(
        pairs in proptest::collection::vec(("auth|sesid|authinfo|a|b|sok|elid|passwd|sfrom|func", "[*a%2A]{0,3}"), 0..12),
        everything: bool,
    ) {
        let query: Vec<String> = pairs.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let payload = format!("func=f&{}", query.join("&"));
        let strip = if everything { Strip::Nothing } else { Strip::Noise };
        let rules = Rules { strip, secrets: Secrets::Show, ..Rules::default() };
        let record = Record { head: None, origin: None, user: None, payload: payload.as_bytes() };
        let mut query = Vec::new();
        let request = rules.clean(&record, payload.as_bytes(), &mut query, Buffers::default()).expect("a function");
        let mut scratch = Vec::new();
        let mut logged = Query::new(payload.as_bytes(), &mut scratch).params().skip(1);
        for param in request.params() {
            let Value::Text(value) = param.value else { panic!("secrets are shown") };
            let found = logged.any(|one| one.name.bytes() == param.name.bytes() && one.value.bytes() == value.bytes());
            prop_assert!(found);
            prop_assert!(Name::of(&param.name.decode()) != Name::Credential);
        }
        prop_assert_eq!(request.params().count() + request.removed.len(), pairs.len());
    }

    #[test]
    fn what_passes_at_once_would_stay_step_by_step(
        name in "(x|test_|p_|my|hide_)?(clicked_button|func|out|su|lang|auth|key|pass|token|confirm|otp|elid|name|sfrom|PWD|%66)(_?[0-9]|_inaccess)?",
        value in "([*a%2A]{0,3}|on|0|a-long-enough-key-1)",
        rules in (any::<[bool; 4]>(), 0_usize..3),
    ) {
        let ([drop, keep, keep_empty, show], strip) = rules;
        let names = |given: bool| NamePatterns::new(if given { &["p_*"][..] } else { &[] });
        let rules = Rules {
            drop: names(drop),
            keep: names(keep),
            keep_empty,
            strip: [Strip::Nothing, Strip::Noise, Strip::Helpers][strip],
            secrets: if show { Secrets::Show } else { Secrets::Env },
            ..Rules::default()
        };
        let logged = format!("{name}={value}");
        let mut scratch = Vec::new();
        let mut range = Query::new(logged.as_bytes(), &mut scratch).params();
        let range = range.range(|name| lets_pass(name) && !rules.may_name(name));
        for param in range.into_iter().flat_map(ParamRange::params) {
            let decoded = param.name.decode();
            let meaning = Name::of(&decoded);
            prop_assert_eq!(meaning, Name::Other);
            prop_assert!(matches!(rules.fate(meaning, &decoded, &param.value), Fate::Stays));
        }
    }
}
