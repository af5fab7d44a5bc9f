//! Saved logs: a file or a pipe, packed or not, opened for reading from its start.

use super::packed::{self, Foreign, Packing};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// A log that could not be opened.
#[derive(Debug, thiserror::Error)]
#[error("{}: {error}", path.display())]
pub struct LogError {
    /// The log.
    pub path: PathBuf,
    /// What the system says.
    pub error: io::Error,
}

/// An opened log.
pub struct Saved {
    /// The plain text, unpacked while it is read.
    pub reader: Box<dyn Read + Send>,
    /// What it is in place of a log. Within an archive the reader reports it.
    pub foreign: Option<Foreign>,
    /// The file itself and its length in bytes, if it is plain and can be read from any place.
    pub plain: Option<(File, u64)>,
    /// The file, packed or not, that the reader moves on in, and its length in bytes; none for a pipe.
    pub file: Option<(File, u64)>,
}

/// Opens a log.
///
/// # Errors
/// The file is missing, a folder, or not to be read.
pub fn open(path: &Path) -> Result<Saved, LogError> {
    let fault = |error| LogError { path: path.to_owned(), error };
    let file = File::open(path).map_err(fault)?;
    let about = file.metadata().map_err(fault)?;
    if about.is_dir() {
        return Err(fault(io::Error::new(io::ErrorKind::IsADirectory, "is a folder; name the logs in it")));
    }
    let clone = || about.is_file().then(|| file.try_clone()).transpose().map_err(fault);
    let [anywhere, moving] = [clone()?, clone()?].map(|file| Some((file?, about.len())));
    let packed::Unpacked { packing, reader, foreign } = packed::unpack(file).map_err(fault)?;
    Ok(Saved { reader, foreign, plain: anywhere.filter(|_| packing == Packing::Plain), file: moving })
}

impl Saved {
    /// What comes through a pipe.
    ///
    /// # Errors
    /// What reading its first bytes reports.
    pub fn stream(pipe: impl Read + Send + 'static) -> io::Result<Self> {
        let packed::Unpacked { reader, foreign, .. } = packed::unpack(pipe)?;
        Ok(Self { reader, foreign, plain: None, file: None })
    }
}
