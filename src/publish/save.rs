//! A file that somebody asked for by its path.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use anyhow::Result;

use super::refusal;
use super::unfinished::Unfinished;

/// Writes a file where somebody wants it, as a whole or not at all; one that is there gives way to it. What is no file, as a terminal, is
/// written into as it is.
///
/// # Errors
///
/// When it cannot be made or written.
pub(crate) fn save(path: &Path, write: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    // A link is followed, so that what it leads to changes and not the link.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let unwritable = |error| refusal::unwritable(&path, &error);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if path.is_dir() || folder.is_some_and(|folder| !folder.is_dir()) {
        return Err(refusal::no_place(&path));
    }
    let is_other = fs::metadata(&path).is_ok_and(|there| !there.is_file());
    if is_other {
        let file = fs::OpenOptions::new().write(true).open(&path).map_err(unwritable)?;
        return pour(file, write, unwritable);
    }
    let unfinished = Unfinished::beside(&path);
    let file = unfinished.create().map_err(unwritable)?;
    // Those who could read the file before can do so still.
    if let Ok(there) = fs::metadata(&path) {
        file.set_permissions(there.permissions()).map_err(unwritable)?;
    }
    pour(file, write, unwritable)?;
    unfinished.replace(&path).map_err(unwritable)
}

fn pour(
    file: fs::File,
    write: impl FnOnce(&mut dyn Write) -> Result<()>,
    unwritable: impl Fn(io::Error) -> anyhow::Error,
) -> Result<()> {
    let mut file = BufWriter::new(file);
    write(&mut file).map_err(|error| match error.downcast::<io::Error>() {
        Ok(error) => unwritable(error),
        Err(error) => error,
    })?;
    file.flush().map_err(unwritable)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "files of the tests' own")]

    use anyhow::bail;

    use super::*;

    #[test]
    fn what_breaks_off_leaves_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        save(&path, |to| Ok(to.write_all(b"old")?)).unwrap();
        let broken = save(&path, |to| {
            to.write_all(b"new")?;
            bail!("no more")
        });
        assert_eq!(broken.unwrap_err().to_string(), "no more");
        assert_eq!(fs::read(&path).unwrap(), b"old");
        save(&path, |to| Ok(to.write_all(b"new")?)).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_is_no_file() {
        let folder = tempfile::tempdir().unwrap();
        assert!(save(folder.path(), |_| Ok(())).is_err());
        assert!(save(&folder.path().join("none/a.csv"), |_| Ok(())).is_err());
    }
}
