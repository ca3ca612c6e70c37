//! What lies in `content/`: the only place that reads what editors wrote.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use rayon::prelude::*;

use super::characters::compose;
use super::role;
use crate::folder::{self, Entry, Kind};
use crate::source::Source;

/// A file as it lies on the disk.
#[derive(Clone, Debug)]
pub(crate) struct File {
    /// From the site's folder, with `/`: `content/plan/_index.md`.
    pub(crate) path: String,
    /// Where it lies, if it is no link: two files may have one path, whose names are spelt with other characters.
    pub(crate) disk: Option<PathBuf>,
    pub(crate) bytes: std::result::Result<Vec<u8>, Unread>,
}

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Unread {
    /// It has more than so many MiB.
    TooLarge(u64),
    /// A link out of `content/`, to a folder or to nothing.
    Link,
    /// Something else that is no file.
    NoFile,
}

impl File {
    /// A file that lies nowhere.
    pub(crate) fn in_memory(path: String, bytes: Vec<u8>) -> Self {
        Self { path, disk: None, bytes: Ok(bytes) }
    }
}

/// What was found below `content/`.
#[derive(Debug, Default)]
pub(crate) struct Files {
    /// Everything to be understood, by path, and whatever cannot be copied.
    pub(crate) written: Vec<File>,
    /// What is copied as it is, by path.
    pub(crate) assets: Vec<Asset>,
    /// Whether any of them is a link.
    pub(crate) has_links: bool,
}

impl Files {
    /// A number of all that was read.
    pub(crate) fn number(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        for file in &self.written {
            (&file.path, &file.bytes).hash(&mut hasher);
        }
        self.assets.iter().for_each(|asset| asset.address.hash(&mut hasher));
        hasher.finish()
    }

    /// Files that lie nowhere, by their paths from the site's folder.
    pub(crate) fn in_memory(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let file = |(path, bytes)| File::in_memory(path, bytes);
        let mut written: Vec<_> = files.into_iter().map(file).collect();
        written.sort_by(|a, b| a.path.cmp(&b.path));
        Self { written, ..Self::default() }
    }
}

/// A file of `content/static/`.
#[derive(Clone, Debug)]
pub(crate) struct Asset {
    /// Where it is published, from the site's root, with `/`.
    pub(crate) address: String,
    disk: PathBuf,
    /// Where links may lead.
    home: Arc<Path>,
}

/// A file that an editor wrote by hand is smaller by orders of magnitude. In MiB.
const LARGEST: u64 = 1;

/// The one that keikaku writes itself, with a line for each of a site's pages, in MiB: enough for two million.
const LARGEST_RECORD: u64 = 64;

/// Where the addresses are that the site ever had.
pub(crate) const RECORD: &str = "content/addresses.lock";

/// What makes a folder a site's.
const SITE_FILE: &str = "content/site.yaml";

/// Whether a folder is a site's.
pub(crate) fn is_site(root: &Path) -> bool {
    root.join(SITE_FILE).is_file()
}

/// Reads everything below `root/content`.
///
/// # Errors
///
/// When the folder or a file in it cannot be read, or it holds no site.
pub(crate) fn read(root: &Path) -> Result<Files> {
    let content = root.join("content");
    let mut entries = if content.is_dir() { folder::files(&content)? } else { Vec::new() };
    if !is_site(root) {
        bail!("{}", no_site(&entries));
    }
    // Where links may lead.
    let home: Arc<Path> = content.canonicalize().with_context(|| unreadable(&content))?.into();
    entries.retain(|entry| !entry.path.starts_with(STATIC));
    let has_links = entries.iter().any(|entry| entry.kind == Kind::Link);
    let mut written = entries.par_iter().map(|entry| read_one(entry, &home)).collect::<Result<Vec<_>>>()?;
    let copied = content.join(STATIC);
    let is_folder = copied.is_dir() && !content.join(STATIC.trim_end_matches('/')).is_symlink();
    let copied = if is_folder { folder::hidden_files_too(&copied)? } else { Vec::new() };
    let mut assets = Vec::new();
    for entry in copied {
        let address = compose(&entry.path);
        match unread(&entry, &home) {
            None => assets.push(Asset { address, disk: entry.disk, home: Arc::clone(&home) }),
            Some(unread) => {
                let path = format!("content/{STATIC}{address}");
                written.push(File { path, disk: None, bytes: Err(unread) });
            }
        }
    }
    Ok(Files { written, assets, has_links })
}

/// Whether [`read_again`] would read a file.
pub(crate) fn is_read(root: &Path, disk: &Path) -> bool {
    entry(&root.join("content"), disk).is_some()
}

/// A file of `content` that [`read`] would read; `None` if it is none.
fn entry(content: &Path, disk: &Path) -> Option<Entry> {
    folder::file(content, disk).filter(|entry| !entry.path.starts_with(STATIC))
}

/// Reads one file below `root/content` again. `None`: it is none that is read, or there is none there.
///
/// # Errors
///
/// When it cannot be read.
pub(crate) fn read_again(root: &Path, disk: &Path) -> Result<Option<File>> {
    let content = root.join("content");
    let home = content.canonicalize().with_context(|| unreadable(&content))?;
    entry(&content, disk).map(|entry| read_one(&entry, &home)).transpose()
}

/// Reads site.yaml alone, if it is there.
///
/// # Errors
///
/// When it cannot be read.
pub(crate) fn read_site(root: &Path) -> Result<Files> {
    let disk = root.join(SITE_FILE);
    let mut files = Files::default();
    if disk.is_file() {
        files.written.push(File {
            path: SITE_FILE.to_owned(),
            bytes: bytes(&disk, LARGEST)?,
            disk: Some(disk),
        });
    }
    Ok(files)
}

/// Reads the record of addresses alone, if it is there.
///
/// # Errors
///
/// When it cannot be read.
pub(crate) fn read_record(root: &Path) -> Result<Files> {
    let disk = root.join(RECORD);
    let mut files = Files::default();
    if disk.is_file() {
        files.written.push(File {
            path: RECORD.to_owned(),
            bytes: bytes(&disk, LARGEST_RECORD)?,
            disk: Some(disk),
        });
    }
    Ok(files)
}

const STATIC: &str = "static/";

/// That there is no site, and what may have been meant to be its file.
fn no_site(entries: &[Entry]) -> String {
    let mut paths = entries.iter().map(|entry| format!("content/{}", entry.path));
    match paths.find(|path| role::meant(path).as_deref() == Some(SITE_FILE)) {
        Some(found) => format!(
            "{SITE_FILE} がありません。{found} の名前を site.yaml に直してください / there is no {SITE_FILE} here; rename {found}"
        ),
        None => format!(
            "{SITE_FILE} がありません。計画のフォルダーで実行するか、--root で指定してください。新しく始めるには keikaku init フォルダー名 / there is no {SITE_FILE} here; keikaku init DIR begins a site"
        ),
    }
}

fn read_one(entry: &Entry, home: &Path) -> Result<File> {
    let path = format!("content/{}", compose(&entry.path));
    let most = if path == RECORD { LARGEST_RECORD } else { LARGEST };
    let bytes = match unread(entry, home) {
        None => bytes(&entry.disk, most)?,
        Some(unread) => Err(unread),
    };
    let disk = (entry.kind == Kind::File).then(|| entry.disk.clone());
    Ok(File { path, disk, bytes })
}

/// What forbids to read a file, if anything does.
fn unread(entry: &Entry, home: &Path) -> Option<Unread> {
    match entry.kind {
        Kind::File => None,
        Kind::Link => {
            let target = entry.disk.canonicalize().ok().filter(|target| target.starts_with(home));
            if target.is_some_and(|target| target.is_file()) { None } else { Some(Unread::Link) }
        }
        Kind::Other => Some(Unread::NoFile),
    }
}

/// The bytes of a file that has no more than so many MiB.
fn bytes(disk: &Path, most: u64) -> Result<std::result::Result<Vec<u8>, Unread>> {
    let limit = most << 20;
    let read = || {
        let file = std::fs::File::open(disk)?;
        // As many bytes as there seem to be are read at once.
        let length = usize::try_from(file.metadata()?.len().min(limit)).unwrap_or_default();
        let mut bytes = Vec::with_capacity(length);
        file.take(limit + 1).read_to_end(&mut bytes)?;
        Ok::<_, io::Error>(bytes)
    };
    let bytes = read().with_context(|| unreadable(disk))?;
    Ok(if bytes.len() as u64 > limit { Err(Unread::TooLarge(most)) } else { Ok(bytes) })
}

fn unreadable(disk: &Path) -> String {
    format!("{} を読めません / cannot be read", disk.display())
}

impl Asset {
    /// The file as one that is not read.
    pub(super) fn source(&self) -> Source {
        Source { path: format!("content/{STATIC}{}", self.address), text: String::new() }
    }

    /// Its bytes. Since it was found something else may have taken its place: a link out of `content/`, a pipe.
    ///
    /// # Errors
    ///
    /// When it cannot be read, or is no file below `content/` any more.
    pub(crate) fn read(&self) -> Result<Vec<u8>> {
        self.bytes().with_context(|| unreadable(&self.disk))
    }

    fn bytes(&self) -> io::Result<Vec<u8>> {
        let real = self.disk.canonicalize()?;
        if !real.starts_with(&self.home) || !real.is_file() {
            return Err(io::ErrorKind::NotFound.into());
        }
        let mut file = std::fs::File::open(&real)?;
        // Nor has anything taken its place between the look and the opening.
        if real.canonicalize()? != real {
            return Err(io::ErrorKind::NotFound.into());
        }
        let mut bytes = Vec::with_capacity(usize::try_from(file.metadata()?.len()).unwrap_or_default());
        file.read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}
