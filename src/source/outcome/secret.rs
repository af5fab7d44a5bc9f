//! Masks secrets in the text of an error, which may repeat a parameter of its request.
//!
//! In: an error as visible text. Out: the same text with `*` in place of each value that belongs to the name of a secret:
//! `passwd=text`, and the panel's own form `Object: 'passwd' Value: 'text'`.

use crate::clean::secret::may_be_secret;

/// Replaces the values of secrets.
pub(super) fn masked(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(sign) = rest.find('=') {
        let (before, value) = rest.split_at(sign + 1);
        masked.push_str(before);
        rest = value;
        if may_be_secret(name_before(&before[..sign]).as_bytes()) {
            let end = value.find(|char: char| char == '&' || char.is_whitespace()).unwrap_or(value.len());
            masked.push_str(if end > 0 { "*" } else { "" });
            rest = &value[end..];
        }
    }
    masked.push_str(rest);
    mask_object(&mut masked);
    masked
}

/// The name that ends here.
fn name_before(text: &str) -> &str {
    let is_part = |char: char| char.is_ascii_alphanumeric() || "_-.%[]".contains(char);
    let start = text.char_indices().rev().take_while(|&(_, char)| is_part(char)).last();
    start.map_or("", |(start, _)| &text[start..])
}

/// Masks all that follows `Value:` if the object before it may be a secret: the value may contain quotes.
fn mask_object(text: &mut String) {
    const VALUE: &str = "Value: '";
    let Some(value) = text.find(VALUE) else { return };
    let object = text[..value].rsplit_once("Object: '").and_then(|(_, object)| object.split('\'').next());
    let is_empty = text[value + VALUE.len()..].trim_end() == "'";
    if !is_empty && object.is_some_and(|object| may_be_secret(object.as_bytes())) {
        text.truncate(value + VALUE.len());
        text.push_str("*'");
    }
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn values_of_secrets_are_masked_and_all_else_is_kept() {
        for (text, expected) in [
            ("bad query func=a&auth=0123&passwd=hunter2 x=1", "bad query func=a&auth=*&passwd=* x=1"),
            ("Type: 'value' Object: 'passwd' Value: 'it's'", "Type: 'value' Object: 'passwd' Value: '*'"),
            ("Type: 'exists' Object: 'user' Value: 'root'", "Type: 'exists' Object: 'user' Value: 'root'"),
            ("Type: 'missed' Object: 'passwd' Value: ''", "Type: 'missed' Object: 'passwd' Value: ''"),
            ("=\u{43f}=passwd=\u{43f}&\u{43f}", "=\u{43f}=passwd=*&\u{43f}"),
            ("passwd=", "passwd="),
        ] {
            assert_eq!(masked(text), expected);
        }
    }
}
