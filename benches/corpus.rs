//! The programs that `compare` measures against, in one binary:
//!
//! - `cargo bench --bench corpus -- 1000000000 > big.log` writes a log of that size in the usual mix;
//! - `cargo bench --bench corpus -- unpack < big.log.gz` unpacks gzip with zlib-rs and drops the text.

#[path = "support/corpus.rs"]
#[allow(dead_code, reason = "the other benchmark uses the rest")]
mod corpus;

use corpus::Mix;
use std::io::{self, BufReader, BufWriter, Write};

fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    match arguments.next().as_deref() {
        Some("unpack") => {
            let packed = BufReader::with_capacity(64 * 1024, io::stdin().lock());
            let mut plain = flate2::bufread::MultiGzDecoder::new(packed);
            // Read in blocks, like the program.
            let mut block = vec![0; 256 * 1024];
            while io::Read::read(&mut plain, &mut block)? > 0 {}
            Ok(())
        }
        size => {
            let size = size.and_then(|size| size.parse().ok()).unwrap_or(0);
            let mix = if arguments.next().as_deref() == Some("dense") { Mix::Dense } else { Mix::Ordinary };
            let mut out = BufWriter::new(io::stdout().lock());
            corpus::write(size, 1, mix, &mut out)?;
            out.flush()
        }
    }
}
