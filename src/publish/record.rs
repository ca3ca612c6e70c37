//! The one file that is written among the editors' own: the record of addresses.

use std::path::Path;

use anyhow::{Context, Result};

/// Puts a record in the place of the one before, as a whole or not at all.
///
/// # Errors
///
/// When it cannot be written.
#[expect(clippy::disallowed_methods, reason = "the writer of the record")]
pub(crate) fn record(path: &Path, bytes: &[u8]) -> Result<()> {
    // Nobody reads what begins with a dot.
    let new = path.with_file_name(".addresses.lock.new");
    let written = std::fs::write(&new, bytes).and_then(|()| std::fs::rename(&new, path));
    if written.is_err() {
        // The disk may be full: what was begun is in nobody's way, but of no use.
        let _ = std::fs::remove_file(&new);
    }
    written.with_context(|| format!("{} に書けません / cannot be written", path.display()))
}
