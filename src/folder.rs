//! What is in a folder: the only place that knows walkdir.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use anyhow::Result;
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

/// What stands somewhere below a folder and is no folder itself.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Entry {
    /// From the folder, with `/` on every system. What cannot be shown, a byte that is no character or a control
    /// character, is written as `\x8E`, so that two files never have one path.
    pub(crate) path: String,
    pub(crate) disk: PathBuf,
    pub(crate) kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    File,
    /// A symbolic link, to whatever.
    Link,
    /// A pipe, a socket, a device: reading it might never end.
    Other,
}

/// Every file below a folder that somebody put there on purpose, by path; nothing that begins with a dot.
///
/// # Errors
///
/// When the folder or one in it cannot be read.
pub(crate) fn files(folder: &Path) -> Result<Vec<Entry>> {
    walk(folder, is_meant)
}

/// The same with what begins with a dot: `.well-known/`, `.nojekyll`.
///
/// # Errors
///
/// As [`files`].
pub(crate) fn hidden_files_too(folder: &Path) -> Result<Vec<Entry>> {
    walk(folder, |name| !is_litter(name))
}

/// One file below a folder, as [`files`] would find it; `None` if it would not.
pub(crate) fn file(folder: &Path, disk: &Path) -> Option<Entry> {
    let parts = disk.strip_prefix(folder).ok()?;
    let there = disk.symlink_metadata().ok().filter(|there| !there.is_dir())?;
    parts.iter().all(is_meant).then(|| Entry {
        path: slashed(disk, folder),
        disk: disk.to_path_buf(),
        kind: Kind::of(there.is_file(), there.is_symlink()),
    })
}

fn walk(folder: &Path, is_meant: impl Fn(&OsStr) -> bool) -> Result<Vec<Entry>> {
    let is_meant = |entry: &DirEntry| entry.depth() == 0 || is_meant(entry.file_name());
    let found = WalkDir::new(folder).into_iter().filter_entry(is_meant).collect::<Result<Vec<_>, _>>();
    let found = found.map_err(|error| {
        let path = error.path().unwrap_or(folder).display().to_string();
        anyhow::Error::new(error).context(format!("{path} を読めません / cannot be read"))
    })?;
    let files = found.into_par_iter().filter(|entry| !entry.file_type().is_dir());
    let mut files: Vec<_> = files.map(|entry| Entry::of(entry, folder)).collect();
    files.par_sort_unstable();
    Ok(files)
}

impl Entry {
    fn of(entry: DirEntry, folder: &Path) -> Self {
        Self {
            path: slashed(entry.path(), folder),
            kind: Kind::of(entry.file_type().is_file(), entry.path_is_symlink()),
            disk: entry.into_path(),
        }
    }
}

impl Kind {
    fn of(is_file: bool, is_link: bool) -> Self {
        match (is_file, is_link) {
            (true, _) => Self::File,
            (_, true) => Self::Link,
            _ => Self::Other,
        }
    }
}

/// Whether somebody put what is called so there on purpose, and not hidden.
fn is_meant(name: &OsStr) -> bool {
    !is_litter(name) && !name.to_string_lossy().starts_with('.')
}

/// Names that systems leave behind and nobody wrote; `~$` is Word's and Excel's mark on a file that is open.
fn is_litter(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    matches!(name.as_ref(), "Thumbs.db" | "desktop.ini" | ".DS_Store") || name.starts_with("~$")
}

fn slashed(path: &Path, folder: &Path) -> String {
    let parts = path.strip_prefix(folder).unwrap_or(path).components();
    parts.map(|part| name(part.as_os_str())).collect::<Vec<_>>().join("/")
}

fn name(part: &OsStr) -> String {
    let mut name = String::new();
    for chunk in part.as_encoded_bytes().utf8_chunks() {
        for character in chunk.valid().chars() {
            let shown = if character.is_control() {
                format!("\\x{:02X}", u32::from(character))
            } else {
                character.into()
            };
            name.push_str(&shown);
        }
        name.extend(chunk.invalid().iter().map(|byte| format!("\\x{byte:02X}")));
    }
    name
}
