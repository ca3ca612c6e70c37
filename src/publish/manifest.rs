//! What keikaku has published, as it stands in the output's `.keikaku/manifest`: a line a file, which
//! `sha256sum -c .keikaku/manifest` reads.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;
use std::sync::OnceLock;

use super::hash::Hash;
use super::table::Table;

/// Files by their path, with what is in them.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    files: Table<Hash>,
    /// Where each is by its path in small letters, once somebody asks.
    lower: OnceLock<BTreeMap<String, usize>>,
}

impl PartialEq for Manifest {
    fn eq(&self, other: &Self) -> bool {
        self.files == other.files
    }
}

impl Manifest {
    /// From files in any order.
    pub(super) fn new(files: impl IntoIterator<Item = (Box<str>, Hash)>) -> Self {
        Self { files: Table::new(files), lower: OnceLock::new() }
    }

    /// Reads a manifest; `None` if there is none, or nothing in it.
    pub(super) fn read(path: &Path) -> io::Result<Option<Self>> {
        let files = Table::read(path)?;
        Ok((!files.is_empty()).then(|| Self { files, lower: OnceLock::new() }))
    }

    pub(super) fn write(&self, to: impl Write) -> io::Result<()> {
        self.files.write(to)
    }

    /// What a file of ours has in it.
    pub(super) fn hash(&self, path: &str) -> Option<Hash> {
        self.files.get(path)
    }

    pub(super) fn has(&self, path: &str) -> bool {
        self.hash(path).is_some()
    }

    /// A path that differs from this, if at all, only in large and small letters.
    pub(super) fn other_case(&self, path: &str) -> Option<&str> {
        let lower = self.lower.get_or_init(|| {
            self.iter().enumerate().map(|(at, (path, _))| (path.to_lowercase(), at)).collect()
        });
        self.files.path(*lower.get(&path.to_lowercase())?)
    }

    /// By path.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, Hash)> {
        self.files.iter()
    }
}
