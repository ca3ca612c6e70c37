//! Files of the editors' own that are written in their place, because they asked for it.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Result, bail};

use super::refusal;

/// Puts a file in the place of the one that was read, as a whole or not at all, with the rights that it had. One that has
/// changed since stays.
///
/// # Errors
///
/// When it cannot be written, or has changed.
#[expect(clippy::disallowed_methods, reason = "what is about to be replaced has to be what was read")]
pub(crate) fn rewrite(path: &Path, before: &[u8], after: &[u8]) -> Result<()> {
    let Some(name) = path.file_name() else { return Ok(()) };
    // Nobody reads what begins with a dot.
    let new = path.with_file_name(format!(".{}.{}", name.to_string_lossy(), std::process::id()));
    let is_same = fs::read(path).map_err(|error| refusal::unwritable(path, &error))? == before;
    if !is_same {
        let path = path.display();
        bail!(
            "{path} は、読んだ後にほかのプログラムが書き換えたため、そのままにしました。もう一度実行してください / {path} has changed meanwhile and was left as it is; try again"
        );
    }
    let _ = fs::remove_file(&new);
    let written = lay(path, &new, after).and_then(|()| fs::rename(&new, path));
    if written.is_err() {
        let _ = fs::remove_file(&new);
    }
    written.map_err(|error| refusal::unwritable(path, &error))
}

fn lay(path: &Path, new: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create_new(new)?;
    file.write_all(bytes)?;
    file.set_permissions(fs::metadata(path)?.permissions())
}
