//! Files as Windows knows them. Rights are those of the folder that a file is made in; a user's own folders are open to
//! that user and to administrators.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Seek, SeekFrom, Write};
use std::os::windows::fs::{FileExt, MetadataExt, OpenOptionsExt};
use std::os::windows::io::AsHandle;
use std::path::PathBuf;

/// Opens a symbolic link itself and not what it leads to.
const OPEN_REPARSE_POINT: u32 = 0x0020_0000;

/// Reads from a place. It moves the file's own position.
pub(crate) fn read_at(file: &File, bytes: &mut [u8], place: u64) -> io::Result<usize> {
    file.seek_read(bytes, place)
}

/// How to open a file that is the user's alone: never through a symbolic link.
pub(crate) fn private() -> OpenOptions {
    let mut options = File::options();
    // A file that is open for appending alone cannot be cut.
    options.read(true).write(true).custom_flags(OPEN_REPARSE_POINT);
    options
}

/// Appends to a file that [`private`] opened.
pub(crate) fn append(mut file: &File, text: &[u8]) -> io::Result<()> {
    file.seek(SeekFrom::End(0))?;
    file.write_all(text)
}

/// Users have no numbers here.
pub(crate) fn user() -> u32 {
    0
}

/// Users have no numbers here.
pub(crate) fn owner(_: &Metadata) -> u32 {
    0
}

/// Whether every user may write to a file: that depends on its folder.
pub(crate) fn is_open_to_all(_: &Metadata) -> bool {
    false
}

/// Whether both are of one file.
pub(crate) fn is_same(one: &Metadata, other: &Metadata) -> bool {
    times(one) == times(other) && one.len() == other.len()
}

/// When a file was made and when its text was changed last, each in units of 100 nanoseconds.
pub(crate) fn times(about: &Metadata) -> [i64; 4] {
    [about.last_write_time().cast_signed(), 0, about.creation_time().cast_signed(), 0]
}

/// Standard output as a file.
pub(crate) fn stdout() -> io::Result<File> {
    Ok(io::stdout().as_handle().try_clone_to_owned()?.into())
}

/// Whether a file was opened so that everything goes to its end: a shell's `>>` goes there once, when it opens the file.
pub(crate) fn appends(_: &File) -> bool {
    false
}

/// The file that is open for writing once more, for reading: the system has no name for it.
pub(crate) fn for_reading(_: &File) -> io::Result<File> {
    Err(ErrorKind::Unsupported.into())
}

/// The terminal that the program runs in, wherever the streams go.
pub(crate) fn terminal() -> io::Result<File> {
    File::options().write(true).open("CONOUT$")
}

/// The user's folder of configuration files.
pub(crate) fn config_folder() -> Option<PathBuf> {
    std::env::var_os("APPDATA").filter(|folder| !folder.is_empty()).map(PathBuf::from)
}
