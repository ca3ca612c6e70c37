//! The walk over `content/`: the only place that reads what editors wrote.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

/// A file as it lies on the disk.
#[derive(Debug)]
pub(crate) struct File {
    /// From the site's folder, with `/`: `content/plan/_index.md`.
    pub(crate) path: String,
    pub(crate) bytes: Vec<u8>,
}

/// What was found below `content/`.
#[derive(Debug, Default)]
pub(crate) struct Files {
    /// Everything to be understood, by path.
    pub(crate) written: Vec<File>,
    /// What is copied as it is, by path.
    pub(crate) assets: Vec<Asset>,
}

/// A file of `content/static/`.
#[derive(Debug)]
pub(crate) struct Asset {
    /// Where it is published, from the site's root, with `/`.
    pub(crate) address: String,
    disk: PathBuf,
}

impl Asset {
    /// Its bytes.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    #[expect(clippy::disallowed_methods, reason = "the reader of content/")]
    pub(crate) fn read(&self) -> Result<Vec<u8>> {
        std::fs::read(&self.disk)
            .with_context(|| format!("{} を読めません / cannot be read", self.disk.display()))
    }
}

/// What makes a folder a site's.
const SITE_FILE: &str = "content/site.yaml";

/// Names that systems leave behind and nobody wrote.
const LITTER: [&str; 2] = ["Thumbs.db", "desktop.ini"];

/// Reads everything below `root/content`, in the order of the paths.
///
/// # Errors
///
/// When the folder or a file in it cannot be read, or it holds no site.
pub(crate) fn read(root: &Path) -> Result<Files> {
    let content = root.join("content");
    let mut found = Vec::new();
    for entry in WalkDir::new(&content).sort_by_file_name().into_iter().filter_entry(is_written) {
        let entry = entry.with_context(|| format!("{} を読めません / cannot be read", content.display()))?;
        if !entry.file_type().is_dir() {
            found.push((slashed(root, entry.path()), entry.into_path()));
        }
    }
    found.sort();
    if !found.iter().any(|(path, _)| path == SITE_FILE) {
        bail!(
            "{SITE_FILE} がありません。計画のフォルダーで実行するか、--root で指定してください / there is no {SITE_FILE} here"
        );
    }
    let (assets, written): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|(path, _)| path.starts_with("content/static/"));
    Ok(Files {
        written: written.into_par_iter().map(read_one).collect::<Result<_>>()?,
        assets: assets.into_iter().map(asset).collect(),
    })
}

#[expect(clippy::disallowed_methods, reason = "the reader of content/")]
fn read_one((path, disk): (String, PathBuf)) -> Result<File> {
    let bytes = std::fs::read(&disk).with_context(|| format!("{path} を読めません / cannot be read"))?;
    Ok(File { path, bytes })
}

fn asset((path, disk): (String, PathBuf)) -> Asset {
    Asset { address: path["content/static/".len()..].to_owned(), disk }
}

/// A path from `root` with `/` between its parts, on every system.
fn slashed(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// Whether somebody wrote this file or folder on purpose.
pub(crate) fn is_written(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    entry.depth() == 0 || !(name.starts_with('.') || LITTER.contains(&name.as_ref()))
}
