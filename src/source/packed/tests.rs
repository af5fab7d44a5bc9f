//! Detection of packings, and unpacking of members, with archives made by the crates that are dependencies anyway.

use super::*;
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(text).expect("memory");
    packer.finish().expect("memory")
}

/// The text, and the error after it.
fn read(packed: &[u8]) -> (Vec<u8>, Option<io::Error>) {
    let mut text = Vec::new();
    let result = unpack(packed).and_then(Unpacked::log).and_then(|(_, mut reader)| reader.read_to_end(&mut text));
    (text, result.err())
}

#[test]
fn the_first_bytes_tell() {
    for (start, packing) in [
        (&b"\x1f\x8b\x08"[..], Packing::Gzip),
        (b"\x28\xb5\x2f\xfd\x04\0", Packing::Zstd),
        (b"\x5a\x2a\x4d\x18", Packing::Zstd),
        (b"BZh91AY", Packing::Bzip2),
        (b"\xfd7zXZ\0", Packing::Xz),
        (b"\xff\xfea\0", Packing::Utf16(false)),
        (b"\xfe\xff\0a", Packing::Utf16(true)),
        (b"\xff\xfe\0\0", Packing::Plain),
        (b"Jun 25 ", Packing::Plain),
        (b"BZh9 is text", Packing::Plain),
        (b"", Packing::Plain),
        (b"\x1f", Packing::Plain),
    ] {
        assert_eq!(Packing::of(start), packing, "{}", start.escape_ascii());
        let is_known = |end: usize| Packing::of(&start[..end]) == packing || Packing::is_open(&start[..end]);
        assert!((1..start.len()).all(|end| packing == Packing::Plain || is_known(end)), "{}", start.escape_ascii());
    }
}

#[test]
fn plain_text_passes_whole_however_it_arrives() {
    for text in ["", "B", "BZh", "BZh9 is text", "Jun 25", "P", "%PD"] {
        let (packing, mut reader) = unpack(text.as_bytes()).and_then(Unpacked::log).expect("memory");
        let mut read = String::new();
        reader.read_to_string(&mut read).expect("text");
        assert_eq!((packing, read.as_str()), (Packing::Plain, text));
    }
}

#[test]
fn nul_bytes_around_members_are_padding_and_other_bytes_are_counted() {
    let two = [gzip(b"one\n"), vec![0; 700], gzip(b"two\n"), vec![0; 70_000]].concat();
    assert!(matches!(read(&two), (text, None) if text == b"one\ntwo\n"));
    let (text, error) = read(&[&two, &b"garbage"[..]].concat());
    let error = error.expect("garbage");
    assert_eq!(text, b"one\ntwo\n");
    assert!(error.to_string().starts_with("70007 bytes after the end of the gzip data"), "{error}");
    assert!(is_final(&error) && is_trailing(&error));
}

#[test]
fn a_cut_is_told_from_damage_at_every_byte() {
    let text = b"some text that is packed\n".repeat(20);
    let whole = gzip(&text);
    for end in 1..whole.len() {
        let (read, error) = read(&whole[..end]);
        let error = error.expect("cut");
        assert!(text.starts_with(&read) && error.to_string().contains("the archive is cut"), "{end}: {error}");
        assert!(!is_final(&error));
    }
    for at in 0..4 {
        let mut damaged = whole.clone();
        let len = damaged.len();
        damaged[len - 8 + at] ^= 1;
        assert!(read(&damaged).1.expect("checked").to_string().contains("is damaged near byte"));
        assert!(read(&damaged).0.is_empty(), "what one read unpacked is held back");
    }
}

#[test]
fn what_is_packed_twice_is_unpacked_twice() {
    let text = b"Jun 25 09:07:51 [1:2] text\n";
    assert!(matches!(read(&gzip(&gzip(text))), (read, None) if read == text));
    let (read, error) = read(&gzip(&gzip(&gzip(text))));
    assert!(read.is_empty() && error.expect("three times").to_string().contains("compressed more than twice"));
}

#[test]
fn a_flaw_is_repeated_as_it_was() {
    let flaw = Flaw::Trailing { packing: Packing::Xz, count: 7 };
    let error = repeat(&repeat(&flaw.clone().into()));
    assert_eq!(error.to_string(), flaw.to_string());
    assert!(is_trailing(&error));
    let system = io::Error::from_raw_os_error(5);
    assert_eq!(repeat(&system).to_string(), system.to_string());
}
