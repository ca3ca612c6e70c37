//! What is in an output and not keikaku's: a reason to go no further, or to be left alone.

use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::make::Made;
use super::{Output, refusal};
use crate::folder;

/// Refuses a folder that holds more than what systems and tools lay there unasked, unless it is to be adopted.
pub(super) fn refuse(output: &Output) -> Result<()> {
    let folder = output.folder;
    let names = fs::read_dir(folder).and_then(|entries| {
        entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
    });
    let names: Vec<String> = match names {
        Ok(names) => names,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            bail!("{} はフォルダーではありません / is no folder", folder.display())
        }
        Err(error) => {
            return Err(error).with_context(|| format!("{} を読めません / cannot be read", folder.display()));
        }
    };
    let mut strangers: Vec<_> = names.into_iter().filter(|name| !is_unasked(name)).collect();
    strangers.sort();
    if strangers.is_empty() || output.adopt { Ok(()) } else { Err(refusal::strangers(folder, &strangers)) }
}

/// The files in a published folder that are none of ours, by path, but for what systems and tools lay there unasked. Nothing depends on
/// them, so where a folder cannot be read there are none.
pub(super) fn among(ours: &[Made], root: &Path) -> Vec<String> {
    let is_ours = |path: &str| ours.binary_search_by(|made| (*made.path).cmp(path)).is_ok();
    let is_stranger = |path: &String| !is_unasked(path.split('/').next().unwrap_or(path)) && !is_ours(path);
    let there = folder::hidden_files_too(root).unwrap_or_default();
    there.into_iter().map(|entry| entry.path).filter(is_stranger).collect()
}

/// By the name in the site's root.
fn is_unasked(name: &str) -> bool {
    name.starts_with('.') || matches!(name, "Thumbs.db" | "desktop.ini" | "lost+found")
}
