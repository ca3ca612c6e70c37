//! Files of the editors' own that are written in their place, because they asked for it.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Result, bail};

use super::refusal;
use super::unfinished::Unfinished;

/// Puts a file in the place of the one that was read, as a whole or not at all, with the rights that it had. One that has
/// changed since stays.
///
/// # Errors
///
/// When it cannot be written, or has changed.
pub(crate) fn rewrite(path: &Path, before: &[u8], after: &[u8]) -> Result<()> {
    let new = Unfinished::beside(path);
    let written = lay(path, &new, after).and_then(|()| replace(path, &new, before));
    if !written.map_err(|error| refusal::unwritable(path, &error))? {
        let path = path.display();
        bail!(
            "{path} は、読んだ後にほかのプログラムが書き換えたため、そのままにしました。もう一度実行してください / {path} has changed meanwhile and was left as it is; try again"
        );
    }
    Ok(())
}

/// Lays a file on the disk to the last byte: what it is to replace may be somebody's only copy.
fn lay(path: &Path, new: &Unfinished, bytes: &[u8]) -> io::Result<()> {
    let mut file = new.create()?;
    file.write_all(bytes)?;
    file.set_permissions(fs::metadata(path)?.permissions())?;
    file.sync_all()
}

/// Puts a file that lies beside another in its place, unless that has changed, as late as that can be seen.
#[expect(clippy::disallowed_methods, reason = "what is about to be replaced has to be what was read")]
fn replace(path: &Path, new: &Unfinished, before: &[u8]) -> io::Result<bool> {
    let is_same = fs::read(path)? == before;
    if is_same {
        new.replace(path)?;
    }
    Ok(is_same)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "files of the tests' own")]

    use super::*;

    #[test]
    fn what_has_changed_stays_and_nothing_is_left_behind() {
        let folder = tempfile::tempdir().unwrap();
        // As long as a name can be: 82 characters of three bytes.
        let path = folder.path().join(format!("{}.md", "計".repeat(82)));
        fs::write(&path, "a").unwrap();
        rewrite(&path, b"a", b"b").unwrap();
        assert!(rewrite(&path, b"a", b"c").is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "b");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
