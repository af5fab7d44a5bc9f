//! Forms as a panel reads them, decoded by a crate that the program does not use.

/// A name and its value, decoded.
pub(crate) type Pair = (Vec<u8>, Vec<u8>);

/// The pairs of a query or a form body in order; a piece without `=` has an empty value.
pub(crate) fn decode(form: &[u8]) -> Vec<Pair> {
    pieces(form).map(|(name, value)| (plain(name), plain(value))).collect()
}

/// The pairs, still encoded.
pub(crate) fn pieces(form: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    form.split(|&byte| byte == b'&').filter(|piece| !piece.is_empty()).map(|piece| {
        let equals = piece.iter().position(|&byte| byte == b'=');
        equals.map_or((piece, &b""[..]), |equals| (&piece[..equals], &piece[equals + 1..]))
    })
}

/// Decodes a text: `+` is a space, a `%` that starts no escape stays.
pub(crate) fn plain(encoded: &[u8]) -> Vec<u8> {
    let spaced: Vec<u8> = encoded.iter().map(|&byte| if byte == b'+' { b' ' } else { byte }).collect();
    percent_encoding::percent_decode(&spaced).collect()
}

/// The percent-encoded form of any bytes, with everything but letters and digits escaped.
pub(crate) fn encode(plain: &[u8]) -> String {
    percent_encoding::percent_encode(plain, percent_encoding::NON_ALPHANUMERIC).to_string()
}

/// Pairs for a message.
pub(crate) fn show(pairs: &[Pair]) -> String {
    let shown: Vec<String> = pairs
        .iter()
        .map(|(name, value)| shorten(&format!("{}={}", name.escape_ascii(), value.escape_ascii())))
        .collect();
    shown.join(" | ")
}

/// The start of a long text.
pub(crate) fn shorten(text: &str) -> String {
    if text.len() > 2000 { format!("{} ... ({} characters)", &text[..2000], text.len()) } else { text.to_owned() }
}
