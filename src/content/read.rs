//! What lies in `content/`: the only place that reads what editors wrote.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use rayon::prelude::*;

use crate::folder::{self, Entry};
use crate::source::Source;

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

/// What makes a folder a site's.
const SITE_FILE: &str = "content/site.yaml";

/// Reads everything below `root/content`.
///
/// # Errors
///
/// When the folder or a file in it cannot be read, or it holds no site.
pub(crate) fn read(root: &Path) -> Result<Files> {
    if !root.join(SITE_FILE).is_file() {
        bail!(
            "{SITE_FILE} がありません。計画のフォルダーで実行するか、--root で指定してください / there is no {SITE_FILE} here"
        );
    }
    let content = root.join("content");
    let mut written = folder::files(&content)?;
    written.retain(|file| !file.path.starts_with(STATIC));
    let copied = content.join(STATIC);
    let copied = if copied.is_dir() { folder::hidden_files_too(&copied)? } else { Vec::new() };
    Ok(Files {
        written: written.into_par_iter().map(read_one).collect::<Result<_>>()?,
        assets: copied.into_iter().map(|Entry { path, disk }| Asset { address: path, disk }).collect(),
    })
}

const STATIC: &str = "static/";

fn read_one(Entry { path, disk }: Entry) -> Result<File> {
    Ok(File { path: format!("content/{path}"), bytes: bytes(&disk)? })
}

#[expect(clippy::disallowed_methods, reason = "the reader of content/")]
fn bytes(disk: &Path) -> Result<Vec<u8>> {
    std::fs::read(disk).with_context(|| format!("{} を読めません / cannot be read", disk.display()))
}

impl Asset {
    /// The file as one that is not read.
    pub(super) fn source(&self) -> Source {
        Source { path: format!("content/{STATIC}{}", self.address), text: String::new() }
    }

    /// Its bytes.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub(crate) fn read(&self) -> Result<Vec<u8>> {
        bytes(&self.disk)
    }
}
