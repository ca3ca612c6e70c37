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

/// Names that systems leave behind and nobody wrote.
const LITTER: [&str; 2] = ["Thumbs.db", "desktop.ini"];

/// Every file below a folder that somebody put there on purpose, by path.
///
/// # Errors
///
/// When the folder or one in it cannot be read.
pub(crate) fn files(folder: &Path) -> Result<Vec<Entry>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).into_iter().filter_entry(is_meant) {
        let entry = entry.with_context(|| format!("{} を読めません / cannot be read", folder.display()))?;
        if !entry.file_type().is_dir() {
            files.push(Entry { path: slashed(entry.path(), folder), disk: entry.into_path() });
        }
    }
    files.sort();
    Ok(files)
}

fn is_meant(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    entry.depth() == 0 || !(name.starts_with('.') || LITTER.contains(&name.as_ref()))
}

fn slashed(path: &Path, folder: &Path) -> String {
    let parts = path.strip_prefix(folder).unwrap_or(path).components();
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
