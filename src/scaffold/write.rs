//! New files on the disk: none in the place of another, and all of them or none.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::NewFiles;
use crate::content::compose;

/// How many names are told.
const MOST: usize = 5;

/// Refuses a folder in which there is something. A repository's own `.git` is nothing: so a clone begins.
///
/// # Errors
///
/// When there is something in it, or it cannot be read.
pub(crate) fn expect_room(folder: &Path) -> Result<()> {
    let there = inhabitants(folder).with_context(|| unwritable(folder))?;
    if !there.is_empty() {
        let names: Vec<_> = there.iter().take(MOST).map(String::as_str).collect();
        let (more, and_more) = if there.len() > MOST { (" など", ", …") } else { ("", "") };
        bail!(
            "{} は空のフォルダーではありません（{}{more}）。新しいフォルダーの名前を指定してください / it is not empty ({}{and_more}); name a new folder",
            folder.display(),
            names.join("、"),
            names.join(", ")
        );
    }
    Ok(())
}

/// Lays the files of a site into a folder in which there is nothing, or which is not there.
///
/// # Errors
///
/// When there is something in it, or a file cannot be written; then it is as it was.
pub(crate) fn lay_site(folder: &Path, files: &NewFiles) -> Result<()> {
    expect_room(folder)?;
    lay(folder, files)
}

/// Lays files into a folder in which there are others.
///
/// # Errors
///
/// When one of them is there already, or cannot be written; then the folder is as it was.
pub(crate) fn lay(folder: &Path, files: &NewFiles) -> Result<()> {
    let mut made = Made::default();
    let laid = files.iter().try_for_each(|(path, text)| made.lay(&place(folder, path), text));
    if laid.is_err() {
        made.take_back();
    }
    laid
}

/// Where a file lies, or is to lie: `path` has names as they are read, and the folders that are there may have them with か and its
/// voicing mark as two characters, as those of Macs do.
pub(crate) fn place(folder: &Path, path: &str) -> PathBuf {
    path.split('/').fold(folder.to_path_buf(), |folder, name| {
        let exact = folder.join(name);
        if exact.symlink_metadata().is_ok() {
            return exact;
        }
        let is_read_so =
            |there: &PathBuf| there.file_name().is_some_and(|own| compose(&own.to_string_lossy()) == name);
        let there = fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path());
        there.filter(is_read_so).min().unwrap_or(exact)
    })
}

/// What is in a folder, if it is there.
fn inhabitants(folder: &Path) -> io::Result<BTreeSet<String>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(BTreeSet::new()),
        entries => entries?,
    };
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    names.filter(|name| !matches!(name, Ok(name) if name == ".git")).collect()
}

/// What was made so far, in this order.
#[derive(Default)]
struct Made {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Made {
    fn lay(&mut self, path: &Path, text: &str) -> Result<()> {
        self.put(path, text).with_context(|| unwritable(path))
    }

    fn put(&mut self, path: &Path, text: &str) -> io::Result<()> {
        path.parent().map_or(Ok(()), |folder| self.open_up(folder))?;
        let mut file = fs::File::create_new(path)?;
        self.files.push(path.to_path_buf());
        file.write_all(text.as_bytes())
    }

    /// Makes a folder, and those around it.
    fn open_up(&mut self, folder: &Path) -> io::Result<()> {
        if folder.as_os_str().is_empty() || folder.is_dir() {
            return Ok(());
        }
        folder.parent().map_or(Ok(()), |around| self.open_up(around))?;
        fs::create_dir(folder)?;
        self.folders.push(folder.to_path_buf());
        Ok(())
    }

    /// What cannot be removed stays: somebody may have put something of their own into a folder meanwhile.
    fn take_back(self) {
        for file in self.files {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

fn unwritable(path: &Path) -> String {
    format!("{} に書けません / cannot be written", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(paths: &[&str]) -> NewFiles {
        paths.iter().map(|path| ((*path).to_owned(), "text".to_owned())).collect()
    }

    #[test]
    fn what_cannot_be_laid_as_a_whole_is_not_there() {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join("a/b");
        // A file cannot be a folder too.
        lay_site(&site, &files(&["c", "c/d"])).unwrap_err();
        assert!(inhabitants(folder.path()).unwrap().is_empty());
        lay_site(&site, &files(&["c", "d/e"])).unwrap();
        assert_eq!(inhabitants(&site).unwrap(), BTreeSet::from(["c".to_owned(), "d".to_owned()]));
    }

    #[test]
    fn nothing_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        lay(folder.path(), &NewFiles::from([("a".to_owned(), "one".to_owned())])).unwrap();
        lay(folder.path(), &files(&["0", "a"])).unwrap_err();
        assert!(lay_site(folder.path(), &files(&["b"])).unwrap_err().to_string().contains("（a）"));
        assert_eq!(fs::File::open(&path).unwrap().metadata().unwrap().len(), 3);
    }
}
