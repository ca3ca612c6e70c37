//! Where folders are, whatever way they were named.

use std::path::{Component, Path, PathBuf};

use anyhow::Result;

/// A path from the disk's root, without `..` and without links as far as it exists.
pub(super) fn whole_path(path: &Path) -> Result<PathBuf> {
    let path = std::path::absolute(path)?;
    let real =
        |there: &Path| Some((there.canonicalize().ok()?, path.strip_prefix(there).ok()?.to_path_buf()));
    let (there, rest) = path.ancestors().find_map(real).unwrap_or((path.clone(), PathBuf::new()));
    Ok(rest.components().fold(there, |whole, part| match part {
        Component::ParentDir => whole.parent().map(Path::to_path_buf).unwrap_or(whole),
        part => whole.join(part),
    }))
}

/// A folder as the beginning of its files' paths, with `/`: from where the command runs, nothing if it is there, and from the
/// disk's root if it is not below: `/home/plan/`, `/C:/plan/`.
pub(super) fn folder(path: &Path) -> Result<String> {
    let (here, there) = (whole_path(Path::new("."))?, whole_path(path)?);
    let path = there.strip_prefix(&here).unwrap_or(&there).to_string_lossy().replace('\\', "/");
    // Windows' own beginning of a whole path says nothing to others.
    let path = path.strip_prefix("//?/").map_or(path.clone(), |path| format!("/{path}"));
    Ok(if path.is_empty() { path } else { format!("{}/", path.trim_end_matches('/')) })
}
