//! The one file that is written among the editors' own: the record of addresses.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Result;

use super::refusal;

/// Puts a record in the place of the one before, as a whole or not at all.
///
/// # Errors
///
/// When it cannot be written.
pub(crate) fn record(path: &Path, bytes: &[u8]) -> Result<()> {
    // Nobody reads what begins with a dot. A build into another folder has a file of its own.
    let new = path.with_file_name(format!(".addresses.lock.{}", std::process::id()));
    // Nothing is written through a link, nor into what an ended build has left.
    let _ = fs::remove_file(&new);
    let mut written = fs::File::create_new(&new).and_then(|mut file| file.write_all(bytes));
    written = written.and_then(|()| fs::rename(&new, path));
    if written.is_err() {
        // The disk may be full: what was begun is in nobody's way, but of no use.
        let _ = fs::remove_file(&new);
    }
    written.map_err(|error| refusal::unwritable(path, &error))
}
