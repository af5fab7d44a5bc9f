//! Input designed to break out of quotes, of a paste, of curl's own small languages, of a form.

use super::log::Logged;
use proptest::collection::vec;
use proptest::prelude::*;

/// Values that would create a file in the current folder, or control a terminal, if anything interpreted them.
pub(crate) const VALUES: &[&[u8]] = &[
    b"$(touch CANARY)",
    b"`touch CANARY`",
    b"'; touch CANARY; '",
    b"\"; touch CANARY; \"",
    b"'\"; touch CANARY; \"'",
    b"\\'; touch CANARY; \\'",
    b"\\; touch CANARY",
    b"'$(touch CANARY)'",
    b"(touch CANARY)",
    b"<(touch CANARY)",
    b"; touch CANARY #",
    b"& touch CANARY &",
    b"| touch CANARY",
    b"> CANARY",
    b">> CANARY",
    b"\ntouch CANARY\n",
    b"'\ntouch CANARY\n'",
    b"\r\ntouch CANARY\r\n",
    b"\x03touch CANARY\n",
    b"\x01touch CANARY; #",
    b"\x15touch CANARY\n",
    b"\x16\x04",
    b"\x1b[201~\ntouch CANARY\n",
    b"\x1b[200~",
    b"\x1b]52;c;dG91Y2g=\x07",
    b"\x1bP$q\x1b\\",
    b"\xc2\x9b201~touch CANARY",
    b"\x9b31m",
    b"\t\t",
    b"!touch",
    b"!!",
    b"it's !-1 and !$",
    b"^a^b",
    b"\n^a^touch CANARY",
    b"x vim: set nowrap :",
    b"vim:nowrap",
    b"-*- mode: c -*-",
    b"Local Variables:",
    b"{touch,CANARY}",
    b"{a,b}{1..3}",
    b"[1-3]",
    b"~",
    b"~root/x",
    b"=ls",
    b"*",
    b"?",
    b"[a-z]*",
    b"@/etc/passwd",
    b"</etc/passwd",
    b"@-",
    b"-o CANARY",
    b"--output=CANARY",
    b"-",
    b"%(touch CANARY)",
    b"%s%n%%",
    b"%41%",
    b"100%",
    b"a+b c",
    b"a&b=c&func=x",
    b"a=b=c",
    b"#x",
    b"a#b",
    b" ",
    b" a  b ",
    b"\\",
    b"\\\\",
    b"a\\",
    b"\\n\\x41\\101\\c",
    b"$'\\x41'",
    b"$HOME ${HOME} $$ $? $1 $@",
    b"'",
    b"''",
    b"\"",
    b"$",
    b"`",
    b"!",
    b"\n",
    b"\n\n",
    b"a\n",
    b"\na",
    b"\r",
    b"\r\n",
    b"\x7f",
    b"\x1b",
    b"\xff",
    b"\xff\xfe",
    b"\xc0\xaf",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xe2\x80",
    "\u{202e}txt.exe\u{2066}x\u{2069}".as_bytes(),
    "a\u{200b}b\u{feff}c\u{ad}".as_bytes(),
    "\u{2028}touch CANARY\u{2029}".as_bytes(),
    "\u{85}touch CANARY\u{85}".as_bytes(),
    "\u{a0}\u{3000}\u{3164}".as_bytes(),
    // Code points that fish reserves for raw bytes and its own markers.
    "\u{f600}\u{f641}\u{f6ff}".as_bytes(),
    "\u{fdd0}\u{fdd1}\u{fdef}\u{e000}\u{f8ff}".as_bytes(),
    "e\u{301}\u{301}".as_bytes(),
    "Иван \"О'Нил\" 漢字 😀 é".as_bytes(),
    "\u{10ffff}\u{e0001}".as_bytes(),
];

/// Every byte but NUL, one value each.
pub(crate) fn every_byte() -> Vec<Vec<u8>> {
    (1..=255).map(|byte| vec![byte]).collect()
}

/// A value: any bytes, text of any script, the known attacks, and mixtures of all.
pub(crate) fn value(nul: bool) -> impl Strategy<Value = Vec<u8>> {
    let attack = (0..VALUES.len()).prop_map(|index| VALUES[index].to_vec());
    let bytes = vec(u8::from(!nul)..=255, 1..12);
    let specials =
        proptest::string::string_regex("[ '\"\\\\$`!^~*?#&|;<>(){}\\[\\]=%+@,\n\r\t-]{1,12}").expect("valid");
    let specials = specials.prop_map(String::into_bytes);
    let text = vec(any::<char>(), 1..6)
        .prop_map(move |chars| chars.into_iter().filter(|&char| nul || char != '\0').collect::<String>().into_bytes());
    let piece = prop_oneof![attack, bytes, specials, text];
    vec(piece, 1..4).prop_map(|pieces| pieces.concat())
}

/// Limits for the parameters of a request.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    /// Allow NUL bytes, which no command line can contain.
    pub(crate) nul: bool,
    /// Only names that a command line can contain: without `=`, and not like an option.
    pub(crate) plain_names: bool,
}

/// A request of random hostile parameters; each byte is encoded or raw, as a log could contain it.
pub(crate) fn request(shape: Shape) -> impl Strategy<Value = Logged> {
    let function = prop_oneof![
        3 => Just(b"processing.edit".to_vec()),
        1 => value(shape.nul).prop_filter("an option", move |name| !shape.plain_names || is_plain_name(name))
    ];
    let name = prop_oneof![
        2 => proptest::string::string_regex("[a-z_.0-9]{1,8}").expect("valid").prop_map(String::into_bytes),
        1 => value(shape.nul).prop_filter("an option", move |name| !shape.plain_names || is_plain_name(name))
    ];
    let pair = (name, value(shape.nul));
    (function, vec((pair, any::<u64>()), 0..5), any::<u64>()).prop_map(|(function, pairs, coin)| {
        let mut payload = b"func=".to_vec();
        write(&function, coin | 1, false, &mut payload);
        for ((name, value), coin) in pairs {
            payload.push(b'&');
            write(&name, coin, true, &mut payload);
            payload.push(b'=');
            write(&value, coin.rotate_left(17), false, &mut payload);
        }
        Logged::new(payload)
    })
}

fn is_plain_name(name: &[u8]) -> bool {
    !name.starts_with(b"-") && !name.contains(&b'=') && !name.is_empty()
}

/// Appends text as a log may contain it: a bit of `coin` decides whether a byte is raw, where it can be.
fn write(plain: &[u8], coin: u64, name: bool, out: &mut Vec<u8>) {
    for (index, &byte) in plain.iter().enumerate() {
        // Raw, these would mean something else: a line break, colour, an escape, the border of a pair.
        let special = b"\n\x1b&%+".contains(&byte) || (name && byte == b'=');
        let heads = coin.rotate_right(u32::try_from(index % 64).unwrap_or(0)) & 1 == 1;
        match (special, byte) {
            (false, _) if heads && plain != b"*" => out.push(byte),
            (_, b' ') if heads => out.push(b'+'),
            _ if heads => out.extend_from_slice(format!("%{byte:02x}").as_bytes()),
            _ => out.extend_from_slice(format!("%{byte:02X}").as_bytes()),
        }
    }
}
