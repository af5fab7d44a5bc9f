//! Fuzzes queries and escapes. Laws: decoding agrees with an independent decoder; encoded text is harmless and decodes
//! to the same; the printed form of a query is harmless and has the same parameters.
#![no_main]

use fuzz::form;
use libfuzzer_sys::fuzz_target;
use mgr2api::Text;
use mgr2api::internal::{Query, function_at_a_glance};

fuzz_target!(|payload: &[u8]| {
    assert_eq!(*Text::encoded(payload).decode(), form::plain(payload));
    for text in [Text::encoded(payload), Text::plain(payload)] {
        let sent = encode(&text);
        assert!(sent.iter().all(|byte| byte.is_ascii_alphanumeric() || b"%.-_".contains(byte)));
        assert_eq!(form::plain(&sent), *text.decode());
        assert_eq!(encode(&Text::encoded(&sent)), sent, "what is encoded stays as it is");
    }

    let mut scratch = Vec::new();
    let params: Vec<_> = Query::new(payload, &mut scratch).params().collect();
    let decoded = params.iter().map(|param| (param.name.decode().into_owned(), param.value.decode().into_owned()));
    assert_eq!(decoded.collect::<Vec<_>>(), form::decode(payload));
    let raw: Vec<_> = form::pieces(payload).collect();
    for (param, (_, value)) in params.iter().zip(&raw) {
        assert_eq!(param.value.is_mask(), *value == b"*", "only a bare star is the mask");
        for text in [&param.name, &param.value] {
            assert!(text.bytes().iter().all(|byte| byte.is_ascii_alphanumeric() || b"%.-_=*".contains(byte)));
            assert!(!text.is_encoded() || encode(text) == text.bytes());
            assert!(!text.is_safe() || *text.decode() == *text.bytes());
        }
    }
    if let Some(function) = function_at_a_glance(payload) {
        let first = form::decode(payload).into_iter().find(|(name, _)| name == b"func");
        assert_eq!(first.map(|(_, value)| value), Some(function.decode().into_owned()));
    }
});

fn encode(text: &Text<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    text.encode(&mut out);
    out
}
