//! The one file that is written among the editors' own: the record of addresses.

use std::io::Write;
use std::path::Path;

use anyhow::Result;

use super::refusal;
use super::unfinished::Unfinished;

/// Puts a record in the place of the one before, as a whole or not at all.
///
/// # Errors
///
/// When it cannot be written.
pub(crate) fn record(path: &Path, bytes: &[u8]) -> Result<()> {
    let new = Unfinished::beside(path);
    let written = new.create().and_then(|mut file| file.write_all(bytes)).and_then(|()| new.replace(path));
    written.map_err(|error| refusal::unwritable(path, &error))
}
