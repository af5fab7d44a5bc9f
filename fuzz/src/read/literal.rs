//! String literals of several languages. Escapes whose meaning differs between languages are not allowed.

/// The syntax of a language's strings.
#[derive(Clone, Copy)]
pub(super) struct Dialect {
    pub(super) quote: char,
    /// Characters that must be escaped, beside the quote, the backslash and control characters.
    pub(super) forbidden: &'static str,
    /// Characters allowed after a backslash: signs for themselves, `n`, `r` and `t`, `x` with two digits, `u` with four
    /// or with any number in braces, `U` with eight.
    pub(super) escapes: &'static str,
}

/// A literal at the start of the text, and the text after it.
#[track_caller]
pub(super) fn take(dialect: Dialect, text: &str) -> (Vec<u8>, &str) {
    let Dialect { quote, forbidden, escapes } = dialect;
    let mut rest = text.strip_prefix(quote).unwrap_or_else(|| panic!("no string at {text}"));
    let mut bytes = Vec::new();
    loop {
        let char = rest.chars().next().expect("a string is closed");
        rest = &rest[char.len_utf8()..];
        if char == quote {
            return (bytes, rest);
        }
        assert!(!char.is_control() && !forbidden.contains(char), "{char:?} in a string: {text}");
        if char != '\\' {
            push(char, &mut bytes);
            continue;
        }
        let escape = rest.chars().next().expect("an escape");
        assert!(escapes.contains(escape), "an escape \\{escape}: {text}");
        rest = &rest[escape.len_utf8()..];
        match escape {
            'n' => bytes.push(b'\n'),
            'r' => bytes.push(b'\r'),
            't' => bytes.push(b'\t'),
            'x' => bytes.push(u8::try_from(digits(&mut rest, 2)).expect("two digits are a byte")),
            'u' if rest.starts_with('{') => {
                let (number, behind) = rest[1..].split_once('}').expect("a brace is closed");
                push(
                    char::from_u32(u32::from_str_radix(number, 16).expect("digits")).expect("a character"),
                    &mut bytes,
                );
                rest = behind;
            }
            'u' => push(char::from_u32(digits(&mut rest, 4)).expect("a character"), &mut bytes),
            'U' => push(char::from_u32(digits(&mut rest, 8)).expect("a character"), &mut bytes),
            sign => push(sign, &mut bytes),
        }
    }
}

fn digits(rest: &mut &str, count: usize) -> u32 {
    let (number, behind) = rest.split_at(count);
    assert!(number.bytes().all(|byte| byte.is_ascii_hexdigit()), "{number}");
    *rest = behind;
    u32::from_str_radix(number, 16).expect("digits")
}

fn push(char: char, bytes: &mut Vec<u8>) {
    bytes.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes());
}
