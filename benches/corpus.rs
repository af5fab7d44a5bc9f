//! Writes the benchmark's corpus to standard output: `cargo bench --bench corpus -- 1000000000 > big.log`.

#[path = "support/corpus.rs"]
#[allow(dead_code, reason = "the other benchmark uses the rest")]
mod corpus;

use std::io::{self, BufWriter, Write};

fn main() -> io::Result<()> {
    // Cargo passes `--bench` of its own.
    let size = std::env::args().filter_map(|argument| argument.parse().ok()).next().unwrap_or(0);
    let mut out = BufWriter::new(io::stdout().lock());
    corpus::write(size, 1, &mut out)?;
    out.flush()
}
