//! Detects files that are not logs, and names the command that extracts a log from them.
//!
//! In: the first bytes. Out: a [`Verdict`]. A known signature determines the type. Otherwise bytes that never occur in
//! text make a file binary, but only if its first bytes contain no record and no possible request: a log may start with
//! the NUL bytes of a hole, or with the rest of a dump.

use super::Packing;
use crate::record::{ansi, parse};
use memchr::{memchr, memmem};
use std::fmt;
use std::io::{self, ErrorKind};

/// The type of a file that is not a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Foreign {
    /// The type, as in "is a zip archive".
    pub what: &'static str,
    /// The command that extracts a log from it; empty if there is none.
    pub unpack: &'static str,
    /// The archive that contains it.
    pub within: Packing,
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, unpack, within } = self;
        match within {
            Packing::Plain => write!(f, "is {what}, not a log")?,
            packing => write!(f, "is {what} within {packing}, not a log")?,
        }
        match (unpack, within.unpacker()) {
            (&"", _) => f.write_str("; name a text file that a panel wrote"),
            // tar unpacks an outer archive itself.
            (&TAR_OUT, _) | (_, "") => write!(f, "; use: {unpack}"),
            (_, outer) => write!(f, "; use: {outer} FILE > INNER, and: {}", unpack.replace("FILE", "INNER")),
        }
    }
}

impl std::error::Error for Foreign {}

impl From<Foreign> for io::Error {
    fn from(foreign: Foreign) -> Self {
        Self::new(ErrorKind::Unsupported, foreign)
    }
}

/// The result of checking the first bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Log,
    Foreign(Foreign),
    /// More bytes are needed.
    Open,
}

/// Bytes that are checked before a file counts as binary.
const ENOUGH: usize = 64 * 1024;

/// The size of a tar header, in bytes.
const TAR: usize = 512;

const TAR_OUT: &str = "tar -xOf FILE | mgr2api";

type Signature = (&'static [u8], &'static str, &'static str);

/// First bytes that never occur in logs. Programs and images have no command.
const SIGNATURES: &[Signature] = &[
    (b"\x04\x22\x4d\x18", "an lz4 archive", "lz4 -dc FILE | mgr2api"),
    (b"\x02\x21\x4c\x18", "an lz4 archive", "lz4 -dc FILE | mgr2api"),
    (b"PK\x03\x04", "a zip archive", "unzip -p FILE | mgr2api"),
    (b"PK\x05\x06", "an empty zip archive", ""),
    (b"PK\x07\x08", "a zip archive in parts", "7z x -so FILE | mgr2api"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "7z x -so FILE | mgr2api"),
    (b"Rar!\x1a\x07", "a rar archive", "unrar p -inul FILE | mgr2api"),
    (b"\x1f\x9d", "a compress (.Z) archive", "gzip -dc FILE | mgr2api"),
    (b"\x1f\xa0", "an lzh archive", "gzip -dc FILE | mgr2api"),
    (b"\x1f\x1e", "a pack (.z) archive", "gzip -dc FILE | mgr2api"),
    (b"LZIP\x01", "an lzip archive", "lzip -dc FILE | mgr2api"),
    (b"\x5d\0\0", "an lzma archive", "xz --format=lzma -dc FILE | mgr2api"),
    (b"\x89LZO\0\r\n\x1a\n", "an lzop archive", "lzop -dc FILE | mgr2api"),
    (b"\xff\x06\0\0sNaPpY", "a snappy archive", "snzip -dc FILE | mgr2api"),
    (b"MSCF\0\0\0\0", "a cab archive", "cabextract -p FILE | mgr2api"),
    (b"!<arch>\n", "an ar archive or Debian package", "ar p FILE | mgr2api"),
    (b"\xed\xab\xee\xdb", "an RPM package", "rpm2cpio FILE | cpio -i --to-stdout | mgr2api"),
    (b"070701", "a cpio archive", "cpio -i --to-stdout < FILE | mgr2api"),
    (b"070702", "a cpio archive", "cpio -i --to-stdout < FILE | mgr2api"),
    (b"070707", "a cpio archive", "cpio -i --to-stdout < FILE | mgr2api"),
    (b"Salted__", "encrypted by openssl", "openssl enc -d ... -in FILE | mgr2api"),
    (b"age-encryption.org/", "encrypted by age", "age -d FILE | mgr2api"),
    (b"-----BEGIN PGP MESSAGE", "encrypted by PGP", "gpg -d FILE | mgr2api"),
    (b"LPKSHHRH", "a systemd journal", "journalctl --file FILE -o cat | mgr2api"),
    (b"\xff\xfe\0\0", "UTF-32 text", "iconv -f UTF-32 -t UTF-8 FILE | mgr2api"),
    (b"\0\0\xfe\xff", "UTF-32 text", "iconv -f UTF-32 -t UTF-8 FILE | mgr2api"),
    (b"SQLite format 3\0", "an SQLite database", ""),
    (b"\x7fELF", "a program (ELF)", ""),
    (b"MZ\x90\0", "a Windows program", ""),
    (b"%PDF-", "a PDF document", ""),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", ""),
    (b"\xff\xd8\xff", "a JPEG image", ""),
    (b"GIF87a", "a GIF image", ""),
    (b"GIF89a", "a GIF image", ""),
];

impl Verdict {
    /// Checks the first bytes; `all` if there are no more.
    pub(super) fn of(start: &[u8], all: bool) -> Self {
        let named = |what, unpack| Self::Foreign(Foreign { what, unpack, within: Packing::Plain });
        if let Some(&(_, what, unpack)) = SIGNATURES.iter().find(|(magic, ..)| start.starts_with(magic)) {
            return named(what, unpack);
        }
        if !all && SIGNATURES.iter().any(|(magic, ..)| magic.starts_with(start)) {
            return Self::Open;
        }
        if !is_suspicious(start) {
            return Self::Log;
        }
        if start.len() < TAR && !all {
            return Self::Open;
        }
        if is_tar(start) {
            return named("a tar archive", TAR_OUT);
        }
        let text = &start[start.iter().position(|&byte| byte != 0).unwrap_or(start.len())..];
        if !is_suspicious(text) && (!text.is_empty() || all || start.len() >= ENOUGH) || has_records(text) {
            return Self::Log;
        }
        if let Some((what, unpack)) = wide_text(start) {
            return named(what, unpack);
        }
        if start.len() < ENOUGH && !all {
            return Self::Open;
        }
        named("a binary file", "")
    }
}

/// Whether there are bytes that never occur in text. Colour codes, page breaks and bells count as text.
fn is_suspicious(bytes: &[u8]) -> bool {
    let is_control = |byte: &&u8| byte.is_ascii_control() && !b"\t\n\r\x1b\x07\x08\x0c".contains(byte);
    memchr(0, bytes).is_some() || bytes.iter().filter(is_control).count() > bytes.len() / 16
}

/// Whether a line is a record, or any text may be a request.
fn has_records(bytes: &[u8]) -> bool {
    let mut scratch = Vec::new();
    [&b"func="[..], b"Request ["].iter().any(|word| memmem::find(bytes, word).is_some())
        || bytes.split(|&byte| byte == b'\n').any(|line| parse::stamp(ansi::strip(line, &mut scratch)).is_some())
}

/// Whether this is a tar header: its checksum is the sum of its bytes, with spaces in place of the checksum itself. The
/// oldest headers lack the word "ustar".
fn is_tar(start: &[u8]) -> bool {
    let Some(header) = start.get(..TAR) else { return false };
    let field = header[148..156].split(|byte| b" \0".contains(byte)).find(|digits| !digits.is_empty());
    let stored = field.and_then(|digits| u32::from_str_radix(std::str::from_utf8(digits).ok()?, 8).ok());
    let sum: u32 = header.iter().map(|&byte| u32::from(byte)).sum();
    let own: u32 = header[148..156].iter().map(|&byte| u32::from(byte)).sum();
    header[0] != 0 && stored == Some(sum - own + 8 * u32::from(b' '))
}

/// Text of two or four bytes per character without a byte order mark: most characters of a log are ASCII, so all bytes
/// except one of each are mostly NUL.
fn wide_text(start: &[u8]) -> Option<(&'static str, &'static str)> {
    let even = start.len() / 4 * 4;
    let mut nuls = [0; 4];
    start[..even].iter().enumerate().filter(|(_, byte)| **byte == 0).for_each(|(at, _)| nuls[at % 4] += 1);
    let [a, b, c, d] = nuls.map(|count| count > even / 6);
    match [a, b, c, d] {
        _ if even == 0 => None,
        [false, true, false, true] => Some(("UTF-16 text without a mark", "iconv -f UTF-16LE -t UTF-8 FILE | mgr2api")),
        [true, false, true, false] => Some(("UTF-16 text without a mark", "iconv -f UTF-16BE -t UTF-8 FILE | mgr2api")),
        [false, true, true, true] => Some(("UTF-32 text without a mark", "iconv -f UTF-32LE -t UTF-8 FILE | mgr2api")),
        [true, true, true, false] => Some(("UTF-32 text without a mark", "iconv -f UTF-32BE -t UTF-8 FILE | mgr2api")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECORD: &[u8] = b"Jun 25 09:07:51 [1:2] core_module INFO Request [::1][root] 'func=x'\n";

    #[track_caller]
    fn verdicts(start: &[u8]) -> (Verdict, Verdict) {
        (Verdict::of(start, false), Verdict::of(start, true))
    }

    #[test]
    fn text_is_a_log_at_once() {
        for text in
            [&b"x"[..], RECORD, b"\x1b[31mred\x1b[0m", b"\r\n\t", "Иван".as_bytes(), b"\xef\xbb\xbfx", b"\xca\xf3"]
        {
            assert_eq!(verdicts(text), (Verdict::Log, Verdict::Log), "{}", text.escape_ascii());
        }
        assert_eq!(verdicts(b"").1, Verdict::Log);
    }

    #[test]
    fn a_hole_or_a_dump_does_not_make_a_log_binary() {
        let hole = vec![0; 5000];
        let dump: Vec<u8> = (0..=255).cycle().take(4000).collect();
        for log in [[&hole, RECORD].concat(), [&dump, &b"\n"[..], RECORD].concat(), [RECORD, &dump].concat()] {
            assert_eq!(verdicts(&log), (Verdict::Log, Verdict::Log));
        }
        assert_eq!(verdicts(&hole), (Verdict::Open, Verdict::Log));
        assert_eq!(verdicts(&vec![0; ENOUGH]), (Verdict::Log, Verdict::Log));
        assert_eq!(verdicts(b"func=a&b=\0\x01\x02").1, Verdict::Log);
    }

    #[test]
    fn what_no_text_has_is_binary_once_enough_was_seen() {
        let dump: Vec<u8> = (0..=255).cycle().take(ENOUGH).collect();
        let binary = || Verdict::Foreign(Foreign { what: "a binary file", unpack: "", within: Packing::Plain });
        assert_eq!(verdicts(&dump), (binary(), binary()));
        assert_eq!(verdicts(&dump[..4000]), (Verdict::Open, binary()));
        assert_eq!(verdicts(b"\x01\x02"), (Verdict::Open, binary()));
    }

    #[test]
    fn a_signature_that_is_not_whole_is_waited_for() {
        for (magic, ..) in SIGNATURES {
            for end in 1..magic.len() {
                assert_eq!(Verdict::of(&magic[..end], false), Verdict::Open, "{}", magic[..end].escape_ascii());
            }
            assert!(matches!(Verdict::of(magic, false), Verdict::Foreign(_)));
        }
    }

    #[test]
    fn wide_text_is_named_with_its_byte_order() {
        let text: Vec<u16> = RECORD.iter().map(|&byte| byte.into()).chain("Иван".encode_utf16()).collect();
        for (bytes, name) in [
            (text.iter().flat_map(|unit| unit.to_le_bytes()).collect::<Vec<u8>>(), "UTF-16LE"),
            (text.iter().flat_map(|unit| unit.to_be_bytes()).collect(), "UTF-16BE"),
            (text.iter().flat_map(|&unit| u32::from(unit).to_le_bytes()).collect(), "UTF-32LE"),
            (text.iter().flat_map(|&unit| u32::from(unit).to_be_bytes()).collect(), "UTF-32BE"),
        ] {
            let Verdict::Foreign(foreign) = Verdict::of(&bytes, true) else { panic!("{name}") };
            assert!(foreign.unpack.contains(name), "{foreign}");
        }
    }
}
