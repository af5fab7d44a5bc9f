//! Data out: counts the functions of a log, and shows who changed something.
//!
//! `cargo run --example data_out -- testdata/log/billmgr.log`
//!
//! It reads the log twice: with a closure that borrows each request, and with a loop over owned requests.

use mgr2api::{Event, ScanOptions, Source, requests, scan};
use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;

fn main() -> Result<(), Box<dyn Error>> {
    let log = std::env::args().nth(1).ok_or("give a log")?;
    let options = ScanOptions::default();

    let mut counts: BTreeMap<Vec<u8>, u64> = BTreeMap::new();
    scan(File::open(&log)?, Source::log(&log), &options, |_, event| {
        if let Event::Request(request) = event {
            *counts.entry(request.function().into_owned()).or_default() += 1;
        }
        Ok(())
    })?;
    for (function, count) in &counts {
        println!("{count} {}", function.escape_ascii());
    }

    for request in requests(File::open(&log)?, Source::log(&log), &options) {
        let request = request?;
        if request.changes {
            let user = request.user.unwrap_or_default();
            println!("{} changed something by {}", user.escape_ascii(), request.function.escape_ascii());
        }
    }
    Ok(())
}
