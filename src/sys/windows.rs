//! Windows.

use std::ffi::OsStr;
use std::fs::{DirEntry, File, Metadata};
use std::io::{self, ErrorKind};
use std::os::windows::fs::{FileExt, MetadataExt, OpenOptionsExt};
use std::path::Path;
use winapi_util::file::information;

/// The flag with which folders can be opened too.
const BACKUP_SEMANTICS: u32 = 0x0200_0000;

/// Reads at an offset. It moves the file's own position, so no caller may rely on that position.
pub(crate) fn read_at(file: &File, bytes: &mut [u8], place: u64) -> io::Result<usize> {
    file.seek_read(bytes, place)
}

/// Like [`read_at`], but fills the whole buffer.
pub(crate) fn read_exact_at(file: &File, mut bytes: &mut [u8], mut place: u64) -> io::Result<()> {
    while !bytes.is_empty() {
        match file.seek_read(bytes, place) {
            Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
            Ok(count) => {
                bytes = &mut bytes[count..];
                place += count as u64;
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// The number of a file's device, and the file's number on it. The creation time does not identify a file: Windows gives
/// a new file the creation time of the one that had its name less than 15 seconds before.
pub(crate) fn numbers(file: &File, _about: &Metadata) -> (u64, u64) {
    information(file).map_or((0, 0), |about| (about.volume_serial_number(), about.file_index()))
}

/// Like [`numbers`], for the file that a path leads to. It is opened, because its folder does not have these
/// numbers.
pub(crate) fn numbers_at(path: &Path, about: &Metadata) -> (u64, u64) {
    let opened = File::options().access_mode(0).custom_flags(BACKUP_SEMANTICS).open(path);
    opened.map_or((0, 0), |file| numbers(&file, about))
}

/// The creation time, in place of the file's number: enough to notice most changes of a folder. The file is not opened.
pub(crate) fn inode(entry: &DirEntry) -> u64 {
    entry.metadata().map_or(0, |about| about.creation_time())
}

/// Whether this error means that a path leads nowhere. Older versions of Windows keep the name of a deleted file until
/// the last program closes it. Until then the file denies access, and no program can create another one with its name.
pub(crate) fn is_gone(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::PermissionDenied)
}

/// The bytes as a file name. Bytes that are not UTF-8 cannot name a file here, so they give an empty name.
pub(crate) fn file_name(bytes: &[u8]) -> &OsStr {
    OsStr::new(std::str::from_utf8(bytes).unwrap_or_default())
}
