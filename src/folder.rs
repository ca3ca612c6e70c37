//! What is in a folder: the only place that knows walkdir.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use walkdir::{DirEntry, WalkDir};

/// A file somewhere below a folder.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Entry {
    /// From the folder, with `/` on every system.
    pub(crate) path: String,
    pub(crate) disk: PathBuf,
}

/// Every file below a folder that somebody put there on purpose, by path; nothing that begins with a dot.
///
/// # Errors
///
/// When the folder or one in it cannot be read.
pub(crate) fn files(folder: &Path) -> Result<Vec<Entry>> {
    walk(folder, |entry| !is_litter(entry) && !entry.file_name().to_string_lossy().starts_with('.'))
}

/// The same with what begins with a dot: `.well-known/`, `.nojekyll`.
///
/// # Errors
///
/// As [`files`].
pub(crate) fn hidden_files_too(folder: &Path) -> Result<Vec<Entry>> {
    walk(folder, |entry| !is_litter(entry))
}

fn walk(folder: &Path, is_meant: impl Fn(&DirEntry) -> bool) -> Result<Vec<Entry>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).into_iter().filter_entry(|entry| entry.depth() == 0 || is_meant(entry))
    {
        let entry = entry.with_context(|| format!("{} を読めません / cannot be read", folder.display()))?;
        if !entry.file_type().is_dir() {
            files.push(Entry { path: slashed(entry.path(), folder), disk: entry.into_path() });
        }
    }
    files.sort();
    Ok(files)
}

/// Names that systems leave behind and nobody wrote; `~$` is Word's and Excel's mark on a file that is open.
fn is_litter(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    matches!(name.as_ref(), "Thumbs.db" | "desktop.ini" | ".DS_Store") || name.starts_with("~$")
}

fn slashed(path: &Path, folder: &Path) -> String {
    let parts = path.strip_prefix(folder).unwrap_or(path).components();
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
