//! A log in the mix of a busy panel, generated from a seed: about 5 % of the records, but 27 % of the bytes, are
//! request lines of 200 to 3,000 bytes; between them are internal calls, SQL, traces and XML dumps; half is coloured.

use std::io::{self, Write};

/// A small random number generator (xorshift64): the same corpus everywhere, without a dependency.
pub(crate) struct Numbers(u64);

impl Numbers {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.max(1))
    }

    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).expect("less than a usize")
    }
}

const NAMES: &[&str] = &[
    "account",
    "cluster",
    "comment",
    "datacenter",
    "department",
    "domain",
    "elid",
    "email",
    "expiredate",
    "fullname",
    "hostnode",
    "ip",
    "limit_cpu",
    "limit_mem",
    "login",
    "name",
    "orderpriority",
    "owner",
    "plid",
    "pricelist",
    "processingmodule",
    "project",
    "quota",
    "recipe",
    "status",
    "template",
    "ttl",
    "url",
    "value",
    "vmi",
];

/// A large form has several fields per object.
const ENDINGS: &[&str] = &["", "_desc", "_limit", "_type", "_unit"];

const VALUES: &[&str] = &[
    "14",
    "test%2D5%5Fchanger",
    "n.admin%40example.com",
    "https%3A%2F%2Fvm%2D1.example.com",
    "on",
    "off",
    "null",
    "",
    "617%2C%20618",
    "%D0%98%D0%B2%D0%B0%D0%BD%20%D0%9F%D0%B5%D1%82%D1%80%D0%BE%D0%B2",
    "v%3Dspf1%20%2Dall",
    "3600",
    "shop.example%20TXT%20%20v%3Dspf1",
    "2026%2D01%2D31",
    "*",
    "a%20longer%20text%2C%20typed%20by%20a%20person",
];

const FUNCTIONS: &[&str] =
    &["processing.edit", "domain.record.edit", "webdomain.delete", "vm.migrate", "user.edit", "progress.get"];

/// One request line without its line end, with about `size` bytes of query. The panel sorts the names.
pub(crate) fn request(numbers: &mut Numbers, size: usize, coloured: bool, out: &mut Vec<u8>) {
    let (on, off) = if coloured { ("\x1b[1;32m", "\x1b[0m") } else { ("", "") };
    stamp(numbers, out);
    let _ = write!(out, "core_module {on}INFO Request [192.0.2.{}][root] '", numbers.below(250));
    let start = out.len();
    let function = pick(numbers, FUNCTIONS);
    let _ = write!(out, "clicked_button=ok&func={function}");
    let fields = ENDINGS.iter().cycle().flat_map(|ending| NAMES.iter().map(move |name| (name, ending)));
    for (_, (name, ending)) in fields.enumerate().filter(|(field, _)| field % 4 != 3) {
        if out.len() - start >= size {
            break;
        }
        let _ = write!(out, "&{name}{ending}=");
        value(numbers, out);
    }
    let _ = write!(out, "&operafake=1561453{:06}&progressid=false&sfrom=ajax&sok=ok'{off}", numbers.below(1_000_000));
}

/// Typical values of form fields: a choice, a number, a key, a word, an address.
fn value(numbers: &mut Numbers, out: &mut Vec<u8>) {
    let _ = match numbers.below(12) {
        0 | 1 => write!(out, "{}", numbers.below(1_000_000)),
        2 => write!(out, "{:016x}", numbers.below(usize::MAX)),
        3 => write!(out, "192.0.2.{}", numbers.below(250)),
        4 => write!(out, "user{}%40example.com", numbers.below(100_000)),
        5 => {
            // Russian letters of one word.
            (0..4 + numbers.below(6)).for_each(|_| drop(write!(out, "%D0%{:02X}", 0xb0 + numbers.below(16))));
            Ok(())
        }
        _ => write!(out, "{}", pick(numbers, VALUES)),
    };
}

/// A dense request line without its line end: 3 to 30 fields of up to 60 characters, with random values.
fn dense_request(numbers: &mut Numbers, out: &mut Vec<u8>) {
    stamp(numbers, out);
    let _ = write!(out, "core_module INFO Request [192.0.2.{}][root] '", numbers.below(250));
    let _ = write!(out, "func={}", pick(numbers, FUNCTIONS));
    for _ in 0..3 + numbers.below(28) {
        let _ = write!(out, "&{}{}=", pick(numbers, NAMES), pick(numbers, ENDINGS));
        let len = 1 + numbers.below(60);
        match numbers.below(4) {
            0 => (0..len).for_each(|_| push_escaped(pick(numbers, SIGNS), out)),
            1 => (0..len / 2).for_each(|_| drop(write!(out, "%D0%{:02X}", 0xb0 + numbers.below(16)))),
            _ => (0..len).for_each(|_| out.push(BASE64[numbers.below(BASE64.len())])),
        }
    }
    let _ = write!(out, "&sok=ok'");
}

/// The alphabet of texts with letters and signs.
const SIGNS: &[&str] =
    &["a", "e", "i", "n", "o", "r", "s", "t", "A", "E", "1", "2", " ", "-", "_", "@", ".", "/", ":", ","];

const BASE64: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// Appends a sign with the escapes of a browser.
fn push_escaped(sign: &str, out: &mut Vec<u8>) {
    match sign.as_bytes()[0] {
        byte if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) => out.push(byte),
        byte => drop(write!(out, "%{byte:02X}")),
    }
}

/// Any other record, of one or several lines, without its line end.
pub(crate) fn other(numbers: &mut Numbers, coloured: bool, out: &mut Vec<u8>) {
    let (on, off) = if coloured { ("\x1b[1;33m", "\x1b[0m") } else { ("", "") };
    stamp(numbers, out);
    let [id, other_id] = [(); 2].map(|()| numbers.below(1_000_000));
    let key = numbers.below(usize::MAX);
    let _ = match numbers.below(8) {
        0 => write!(
            out,
            "core_module EXTINFO Internal [192.0.2.1][{id}] 'clicked_button=ok&elid={other_id}&func=processing.edit&out=devel'"
        ),
        1 | 2 => write!(
            out,
            "db EXTINFO Query: 'SELECT p.id, p.billurl FROM project p JOIN account a ON a.project = p.id WHERE \
             IFNULL(p.billurl, '') != '' AND a.id = {id} AND p.session = '{key:x}''"
        ),
        3 => write!(out, "conn {on}WARNING Ignore empty 'elid' of {id}{off}"),
        4 => write!(
            out,
            "processing TRACE Module& GetBinaryModule(const string&) [with Module = processing::InternalModule] {key:x}"
        ),
        5 => {
            let _ = write!(out, "output EXTINFO Result '<?xml version=\"1.0\"?>\n<doc lang=\"en\" func=\"service\">");
            for _ in 0..2 + numbers.below(8) {
                let [id, cost] = [(); 2].map(|()| numbers.below(100_000));
                let status = pick(numbers, &["active", "suspended", "ordered"]);
                let _ = write!(out, "\n<elem><id>{id}</id><status>{status}</status><cost>{cost}.00</cost></elem>");
            }
            write!(out, "\n<tparams/>\n</doc>\n'")
        }
        6 => write!(out, "core_module {on}INFO Load progress status {} of {id}{off}", numbers.below(100)),
        _ => write!(
            out,
            "libmgr DEBUG thread {id} waits for the lock of table service, held since {} ms by {other_id}",
            numbers.below(9999)
        ),
    };
}

/// The mix of requests in a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mix {
    /// 27 % of the bytes.
    Ordinary,
    /// 37 % of the bytes, a third of which are escapes.
    Dense,
}

/// Writes records until there are `size` bytes, one block at a time.
pub(crate) fn write(size: u64, seed: u64, mix: Mix, out: &mut dyn Write) -> io::Result<()> {
    let mut numbers = Numbers::new(seed);
    let mut block = Vec::new();
    let mut written = 0;
    let mut bytes_of_requests = 0;
    let (share, rarity) = if mix == Mix::Dense { (37, 4) } else { (27, 20) };
    while written < size {
        block.clear();
        while block.len() < 1 << 20 {
            // Colour comes in long ranges, as when a setting is changed.
            let coloured = (written >> 24) % 2 == 0;
            let start = block.len();
            let total = written + start as u64;
            if numbers.below(rarity) == 0 && bytes_of_requests * 100 <= total * share {
                match mix {
                    Mix::Ordinary => {
                        let size = 100 + numbers.below(2_500);
                        request(&mut numbers, size, coloured, &mut block);
                    }
                    Mix::Dense => dense_request(&mut numbers, &mut block),
                }
                bytes_of_requests += (block.len() - start) as u64;
            } else {
                other(&mut numbers, coloured, &mut block);
            }
            block.push(b'\n');
        }
        let room = usize::try_from(size - written).unwrap_or(usize::MAX);
        let end = block.len().min(room);
        let end = memchr::memrchr(b'\n', &block[..end]).map_or(end, |at| at + 1);
        out.write_all(&block[..end])?;
        written += end as u64;
        if end < block.len() {
            break;
        }
    }
    Ok(())
}

fn stamp(numbers: &mut Numbers, out: &mut Vec<u8>) {
    let (minute, second) = (numbers.below(60), numbers.below(60));
    let _ = write!(out, "Jun 25 09:{minute:02}:{second:02} [26956:{}] ", 1 + numbers.below(40_000));
}

fn pick<'a>(numbers: &mut Numbers, from: &[&'a str]) -> &'a str {
    from[numbers.below(from.len())]
}
