//! Saved logs: a file or a pipe, packed or not, opened to be read from its start.

use super::packed::{self, Packing};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// An opened log.
#[non_exhaustive]
pub struct OpenedLog {
    /// The plain text, unpacked while it is read.
    pub reader: Box<dyn Read + Send>,
    /// The type of a file that is not a log, for a message. Within an archive, the reader reports it.
    pub foreign: Option<String>,
    /// The file itself and its length in bytes, if it is plain and can be read at any offset.
    pub plain: Option<(File, u64)>,
    /// The file, packed or not, whose position the reader moves, and its length in bytes; `None` for a pipe.
    pub file: Option<(File, u64)>,
}

/// Opens a log.
///
/// # Errors
/// The file is missing, is a folder, or cannot be read.
pub fn open_log(path: &Path) -> io::Result<OpenedLog> {
    let file = File::open(path)?;
    let about = file.metadata()?;
    if about.is_dir() {
        return Err(io::Error::new(io::ErrorKind::IsADirectory, "is a folder; name the logs in it"));
    }
    let clone = || about.is_file().then(|| file.try_clone()).transpose();
    let [anywhere, moving] = [clone()?, clone()?].map(|file| Some((file?, about.len())));
    let packed::Unpacked { packing, reader, foreign } = packed::unpack(file)?;
    let foreign = foreign.map(|foreign| foreign.to_string());
    Ok(OpenedLog { reader, foreign, plain: anywhere.filter(|_| packing == Packing::Plain), file: moving })
}

impl OpenedLog {
    /// Opens a pipe.
    ///
    /// # Errors
    /// Errors of reading its first bytes.
    pub fn stream(pipe: impl Read + Send + 'static) -> io::Result<Self> {
        let packed::Unpacked { reader, foreign, .. } = packed::unpack(pipe)?;
        Ok(Self { reader, foreign: foreign.map(|foreign| foreign.to_string()), plain: None, file: None })
    }
}
