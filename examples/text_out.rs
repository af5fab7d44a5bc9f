//! Text out: prints each request of a log as a call.
//!
//! `cargo run --example text_out -- testdata/log/billmgr.log mgrctl`

use mgr2api::{Settings, Source, convert};
use std::error::Error;
use std::fs::File;
use std::io::{self, Write};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(log), Some(name)) = (arguments.next(), arguments.next()) else {
        return Err("give a log and a format, such as curl".into());
    };
    let format = mgr2api::target(&name).ok_or_else(|| format!("{name} is not a format"))?;
    let mut snippets = Vec::new();
    let totals = convert(File::open(&log)?, Source::log(&log), &Settings::new(format), &mut snippets)?;
    io::stdout().write_all(&snippets)?;
    eprintln!("{} of {} requests became calls", totals.converted, totals.seen);
    Ok(())
}
